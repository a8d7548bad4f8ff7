"""Whether exports may be loaded in the browser, as config.toml says."""

import streamlit as st

from hcdata.common import config

# Addresses that only this machine can reach.
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def allowed() -> bool:
    """Return whether the Load page may be used here."""
    rule = config.load().loading.in_browser
    return rule == "always" or (rule == "local" and st.get_option("server.address") in _THIS_MACHINE)
