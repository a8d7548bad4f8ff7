"""The frame of the dashboard: page settings, sign-in, navigation. It holds no figures."""

import streamlit as st

from hcdata.ui import frame, navigation

st.set_page_config(page_title="Hate crime governance", layout="wide", initial_sidebar_state=navigation.MENU_WIDTH)
with frame.say_faults():
    places = navigation.places()
    chosen = st.navigation(navigation.menu(places), expanded=True)
    with frame.admit(places[chosen.url_path]):
        chosen.run()
