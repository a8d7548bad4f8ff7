"""What the server does once, when it starts and before anybody is let in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App


@asynccontextmanager
async def started(_: App) -> AsyncIterator[None]:
    """Have the first visitor's page looked for in the menu.

    Until `st.navigation` has run once in a process, Streamlit takes a folder pages/ for the older kind of menu, where
    no address but the first is known: a deep link opened with "Page not found" over it. This is what that call sets.
    """
    PagesManager.uses_pages_directory = False
    yield
