"""The page's address: choices are read from it, outlive a change of page, and are written back as plain values."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from hcdata.ui.markup import plain

_KEPT = "hcdata_choices"
_WRITTEN = "hcdata_address"


def read(names: Iterable[str]) -> dict[str, str] | None:
    """Return what the address says of these choices; None where it says nothing new and the reader's own stand."""
    wanted = tuple(names)
    asked = {name: ",".join(st.query_params.get_all(name)) for name in wanted if name in st.query_params}
    written = st.session_state.get(_WRITTEN, {})
    known = {name: written[name] for name in wanted if name in written}
    return asked if asked and asked != known else None


def hold(values: Mapping[str, Any]) -> None:
    """Set choices, before their widgets are drawn."""
    st.session_state.setdefault(_KEPT, {}).update(values)
    for name, value in values.items():
        st.session_state[name] = value


def recall(name: str, value: Any) -> None:
    """Give a widget about to be drawn the choice made on an earlier page, or a first value."""
    st.session_state[name] = st.session_state.get(name, st.session_state.get(_KEPT, {}).get(name, value))


def kept(name: str) -> Any:
    """Return a choice whose widget this page does not draw; None where there is none."""
    return st.session_state.get(_KEPT, {}).get(name)


def write(values: Mapping[str, Any], told: Mapping[str, str], names: Iterable[str]) -> None:
    """Keep the choices a page ends up with, and put them into the address in place of what it said of these names."""
    st.session_state.setdefault(_KEPT, {}).update(values)
    wanted = tuple(names)
    others = {name: text for name, text in st.query_params.to_dict().items() if name not in wanted}
    if st.query_params.to_dict() != {**others, **told}:
        st.query_params.from_dict({**others, **told})
    written = {name: text for name, text in st.session_state.get(_WRITTEN, {}).items() if name not in wanted}
    st.session_state[_WRITTEN] = {**written, **told}


def choose(label: str, options: Mapping[str, str], name: str, first: str) -> str:
    """Draw a choice that lives in the address and return it: `first` where the address asks for none of the options."""
    asked = read([name])
    if asked is not None:
        hold({name: asked[name] if asked[name] in options else first})
    recall(name, first)
    chosen = str(st.selectbox(plain(label), list(options), format_func=options.__getitem__, key=name))
    write({name: chosen}, {name: chosen}, [name])
    return chosen
