"""The script that st.App runs: the pages of the app and what they all share."""

from pathlib import Path

import streamlit as st

from ui.markup import read_styles, show
from ui.page.top import find_note, name_tab, show_top
from ui.sessions.run_queue import find_reader, open_run_queue
from web.clients.fair_queue import BusyError
from web.limits import RUN_WAITING_S
from web.settings import settings

_HERE = Path(__file__).parent
_PAGES = _HERE.parent / "pages"

# With the icon of its link: Streamlit would fetch the icon of a page itself from another host.
pages = {
    st.Page(_PAGES / "map.py", title="Map", default=True): ":material/map:",
    st.Page(_PAGES / "briefing.py", title="Briefing"): ":material/slideshow:",
    st.Page(_PAGES / "claims.py", title="Who says what"): ":material/forum:",
    st.Page(_PAGES / "analysis.py", title="Analysis"): ":material/bar_chart:",
    st.Page(_PAGES / "method.py", title="Method"): ":material/straighten:",
}

if settings().desk:
    # A server for readers does not have these pages.
    pages |= {
        st.Page(_HERE / "importing" / "import.py", title="Import"): ":material/upload_file:",
        st.Page(_HERE / "publishing" / "publish.py", title="Publish"): ":material/publish:",
    }

_RUNS = open_run_queue()


def show_page() -> None:
    """Show the page of the address, with what all pages share."""
    # Streamlit's own menu has no room for a title and a count, and hides on a phone.
    page = st.navigation(list(pages), position="hidden")
    # An icon of our own: Streamlit would fetch one by name from another host. It writes a drawing
    # into its message; a file's address would be gone where a run is overtaken.
    icon = str(_HERE / "icon.svg")
    st.set_page_config(name_tab(page.title), page_icon=icon, layout="wide")
    st.html(read_styles())
    show_top(pages, page)
    page.run()
    # On every page, so that every screenshot has it.
    show("foot.html", note=find_note())


try:
    with _RUNS.wait(find_reader(), RUN_WAITING_S.most):
        show_page()
except BusyError as busy:
    show("notice.html", kind="error", lines=[str(busy)])
