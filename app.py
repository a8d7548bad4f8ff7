"""The frame of the dashboard: page settings, sign-in, navigation. It holds no figures.

`streamlit run app.py` imports this file once for the server, and then runs it as the script of every page drawn.
"""

import streamlit as st

from hcdata.ui import frame, navigation, server

if __name__ == "__main__":
    st.set_page_config(page_title="Hate crime governance", layout="wide", initial_sidebar_state=navigation.MENU_WIDTH)
    with frame.say_faults():
        places = navigation.places()
        chosen = st.navigation(navigation.menu(places), expanded=True)
        with frame.admit(places[chosen.url_path]):
            chosen.run()
else:
    app = st.App(__file__, lifespan=server.started)
