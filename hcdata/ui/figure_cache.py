"""Finished figures, kept for every reader: keyed by snapshot, filters, scope, theme, key action and name."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from hcdata.ui.frame import Page

# A meeting's worth: some twenty figures for each of a few filter choices in two themes.
KEPT = 400
_figures: OrderedDict[Any, Any] = OrderedDict()
_lock = Lock()


def keep(page: Page, name: str, draw: Callable[[], Any]) -> Any:
    """Return the figure of this name for what the page asks, drawing it once."""
    key = (page.answers, page.filters, page.scope, page.dark, page.place.action, name)
    with _lock:
        if key in _figures:
            _figures.move_to_end(key)
            return _figures[key]
    figure = draw()
    with _lock:
        _figures[key] = figure
        while len(_figures) > KEPT:
            _figures.popitem(last=False)
    return figure
