"""A finished figure, which goes to the page as it stands."""

from functools import cached_property
from typing import Any

import plotly.graph_objects as go


class Drawing(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """A figure nobody changes: Plotly's own wraps, checks and copies each part, a fifth of a page's time (measured)."""

    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        """Hold traces and layout as Plotly names them."""
        self._finished = {"data": data, "layout": layout}

    def to_dict(self) -> dict[str, Any]:
        """Return traces and layout, not copied."""
        return self._finished

    @cached_property
    def _figure(self) -> go.Figure:
        return go.Figure(self._finished, _validate=False)

    @property
    def data(self) -> tuple[Any, ...]:
        """The traces, as Plotly's objects to read."""
        return tuple(self._figure.data)

    @property
    def layout(self) -> go.Layout:
        """The layout, as Plotly's object to read."""
        return self._figure.layout
