"""The view to download: as a file, as a citation, as an address for programs."""

from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from geo.drawing.camera import find_bounds
from geo.link.link import Link, build_address
from geo.publishing.citation import cite
from geo.publishing.export import FORMATS
from geo.story.view import View
from geo.summaries import count_presence
from ui.components.declare import declare_component
from ui.markup import show
from ui.sessions.browser import find_browser_zone, find_page_address
from web.assets import store_asset
from web.settings import settings

_HERE = Path(__file__).parent

_MODULE, _STYLE = (
    store_asset((_HERE / name).read_bytes(), media_type, name)
    for name, media_type in (("download.js", "text/javascript"), ("download.css", "text/css"))
)
_links = declare_component("downloads", "mountDownloads", "40px", _MODULE)


def show_downloads(view: View) -> None:
    """Offer the events of the view in each kind of file, which the browser downloads by address.

    The file is written while it is sent, apart from the page: no reader waits for it.
    """
    show("analysis/downloads.html", count=str(count_presence(view.presence)))
    # Beside the filters, what KMZ is coloured by, and the data that are shown.
    link = Link(view.link.filters, view.link.colour, data=view.link.data)
    files = [
        {"label": format_.label, "path": build_address(link, f"api/export/{kind}")}
        for kind, format_ in FORMATS.items()
    ]
    _links(key="downloads", data={"style": _STYLE, "files": files})


def show_citation(view: View) -> None:
    """Show how to cite the view, as text and as BibTeX, each with a button to copy it."""
    citation = cite(view, _find_today(), address=find_app_address())
    show("analysis/citation.html")
    st.code(str(citation), language=None, wrap_lines=True)
    with st.expander("BibTeX"):
        st.code(citation.bibtex(), language=None, wrap_lines=True)


def show_api(view: View) -> None:
    """List the addresses for programs, with the query of this view."""
    # Programs ask for data only, not for how the page looks.
    asked = build_address(Link(view.link.filters, data=view.link.data))
    show(
        "analysis/api.html",
        base=find_app_address(),
        asked=asked,
        box_and_days=_write_box_and_days(view),
        kinds=FORMATS,
    )


def _write_box_and_days(view: View) -> str:
    """Return the part of a query that asks for the whole map and all days of a story."""
    events = view.record.events
    if events.empty:
        return ""
    box = ",".join(f"{round(bound, 1):g}" for bound in find_bounds(view.current))
    return f"bbox={box}&datetime={events['start'].min():%Y-%m-%d}/{events['end'].max():%Y-%m-%d}"


def find_app_address() -> str:
    """Return where readers find the app, with a slash at its end; "" if that is not known."""
    if stated := settings().public_address:
        return stated
    if not (page := find_page_address()):
        return ""
    scheme, host, path, _, _ = urlsplit(page)
    # The last part of the path is the page.
    return urlunsplit((scheme, host, path.rpartition("/")[0] + "/", "", ""))


def _find_today() -> date:
    """The day it is where the reader is."""
    return datetime.now(find_browser_zone()).date()
