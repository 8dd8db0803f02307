"""Taking the view away: as a file, as a citation, as an address for programs."""

from datetime import date, datetime
from functools import partial
from urllib.parse import urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

import streamlit as st

from geo.citation import cite
from geo.export import FORMATS, export_view, file_name
from geo.links import Link, to_query
from geo.summaries import count_presence
from ui.frame import View
from ui.markup import show


def take_away(view: View) -> None:
    """Offer the events of the view in each kind of file; a file is written when it is asked for."""
    address = app_address()
    show("analysis_take_away.html", count=str(count_presence(view.presence)))
    with st.container(horizontal=True, gap="small", key="take_away"):
        for kind, format_ in FORMATS.items():
            st.download_button(
                format_.label,
                partial(export_view, view, kind, address),
                file_name(view, kind),
                format_.media_type,
                key=f"take_{kind}",
                icon=":material/download:",
                on_click="ignore",
            )


def cite_view(view: View) -> None:
    """Show how to cite the view, as text and as BibTeX, each with a button to copy it."""
    citation = cite(view, _today(), app_address())
    show("analysis_cite.html")
    st.code(str(citation), language=None, wrap_lines=True)
    with st.expander("BibTeX"):
        st.code(citation.bibtex(), language=None, wrap_lines=True)


def api(view: View) -> None:
    """List the addresses for programs, with the query of this view."""
    # What the page looks like is no part of what a program asks for.
    query = urlencode(to_query(Link(view.link.filters)), doseq=True)
    show("analysis_api.html", base=app_address(), query=query, kinds=FORMATS)


def app_address() -> str:
    """Return where the app is served, with a slash at its end; "" where that is not known."""
    if not st.context.url:
        return ""
    scheme, host, path, _, _ = urlsplit(st.context.url)
    # The last part of the path is the page.
    return urlunsplit((scheme, host, path.rpartition("/")[0] + "/", "", ""))


def _today() -> date:
    """The day it is where the reader is."""
    return datetime.now(ZoneInfo(st.context.timezone or "UTC")).date()
