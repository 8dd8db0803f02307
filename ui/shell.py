"""The script that st.App runs: the pages of the app and what they all share."""

from pathlib import Path

import streamlit as st

from ui.markup import read_styles, show
from ui.run_turns import find_reader, take_turns
from web.fair_queue import BusyError
from web.limits import RUN_WAITING_S
from web.settings import settings

_HERE = Path(__file__).parent
_PAGES = _HERE.parent / "pages"

pages = [
    st.Page(_PAGES / "map.py", title="Map", default=True),
    st.Page(_PAGES / "briefing.py", title="Briefing"),
    st.Page(_PAGES / "claims.py", title="Who says what"),
    st.Page(_PAGES / "analysis.py", title="Analysis"),
    st.Page(_PAGES / "method.py", title="Method"),
]

if settings().desk:
    # Not one of the pages that a server has for readers.
    pages.append(st.Page(_HERE / "importing" / "import.py", title="Import"))

_RUNS = take_turns()


def show_page() -> None:
    """Show the page of the address, with what all pages share."""
    # An icon of our own: Streamlit would fetch one by name from another host.
    st.set_page_config(page_icon=str(_HERE / "icon.png"), layout="wide")
    st.html(read_styles())
    # In a frame of another page the view stands alone, as its link says.
    st.navigation(pages, position="hidden" if st.context.is_embedded else "top").run()
    # Whatever page a reader lands on, and whoever takes a picture of it.
    show("foot.html")


try:
    with _RUNS.wait(find_reader(), RUN_WAITING_S.most):
        show_page()
except BusyError as busy:
    show("notice.html", kind="error", lines=[str(busy)])
