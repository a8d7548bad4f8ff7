"""Files dropped on the Load page: kept in a private folder while they are in hand, gone when they are not."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from hcdata.common.errors import HcdataError
from hcdata.common.progress import told_to
from hcdata.common.store_folder import store_folder
from hcdata.loading.staging import Staging
from hcdata.ui.markup import plain

_TRAY, _DROPPED, _ROUND = "load_tray", "load_dropped", "load_round"


def drop() -> Staging | None:
    """Offer to drop files and return them, looked at; None while there are none."""
    turn = st.session_state.setdefault(_ROUND, 0)
    dropped = st.file_uploader(
        "Exports to load",
        accept_multiple_files=True,
        key=f"load-files-{turn}",
        help="Text files, workbooks and zipped sets. Nothing is loaded before you say so.",
    )
    # A place of its own, filled or not: what stands below must not change places when the work is done.
    place = st.empty()
    wanted = tuple(file.file_id for file in dropped)
    staging: Staging | None = st.session_state.get(_TRAY)
    if wanted != st.session_state.get(_DROPPED, ()):
        _forget()
        staging = _look(dropped, place) if dropped else None
        st.session_state[_TRAY], st.session_state[_DROPPED] = staging, wanted
    return staging


def walk_away() -> None:
    """Let go of the files: the folder is removed, and the page begins anew."""
    _forget()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _forget() -> None:
    staging: Staging | None = st.session_state.pop(_TRAY, None)
    st.session_state.pop(_DROPPED, None)
    for key in [key for key in st.session_state if str(key).startswith("load-item-")]:
        del st.session_state[key]
    if staging:
        staging.close()


def _look(dropped: list[UploadedFile], place: DeltaGenerator) -> Staging:
    staging = Staging(store_folder(), ((file.name, file.getvalue()) for file in dropped))
    try:
        with place.status("Looking at the files") as told, told_to(lambda text: told.update(label=plain(text))):
            staging.look()
    except HcdataError:
        place.empty()
        staging.close()
        raise
    place.empty()
    return staging
