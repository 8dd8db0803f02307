"""What a reader shares of the map: a link that names its data, a picture, an embed."""

from dataclasses import replace
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import escape

from geo.drawing.picture.column import choose_headline
from geo.drawing.picture.paper import PAPERS, Paper, Picture, PictureFormat
from geo.link.link import Link, build_address
from geo.story.view import View
from ui.components.declare import declare_component
from ui.components.reports import answer
from ui.markup import show
from ui.sessions.browser import find_page_address
from web.settings import settings

_FORMATS: dict[PictureFormat, str] = {
    "png": "PNG, for the web",
    "svg": "SVG, to edit",
    "pdf": "PDF, to print",
}
_EMBED_HEIGHT = 760
_KEY, _SEND, _ASKED = "share", "share_send", "share_asked"
_share_button = declare_component("share_button", "mountShareButton", "0")


def show_share(view: View, link: Link | None = None, title: str = "") -> None:
    """Offer a view as a link, a picture and an embed. Nothing is drawn before it is requested.

    Parameters
    ----------
    view : View
        What the picture shows.
    link : Link, optional
        What the address says, where that is another way to the same view: a step of a briefing.
    title : str
        Of the embed; by default that of the selected event or of the story.
    """
    title = title or choose_headline(view)
    address = build_pinned_address(find_page_address(), link or view.link, view.record.version)
    data = {"key": _KEY, "choices": "share", "address": address, "title": title, "sends": False}
    _share_button(key=_KEY, data=data, on_report_change=answer(_KEY, share=_ask))
    asked = st.session_state.pop(_ASKED, None)
    if asked is not None:
        _open_dialog(view, address, title, asked)


def _ask(is_copied: object) -> None:
    st.session_state[_ASKED] = is_copied is True


@st.dialog("Share", width="medium")
def _open_dialog(view: View, address: str, title: str, is_copied: bool) -> None:
    said = "**Link copied.**" if is_copied else "**Link**"
    st.markdown(
        f"{said} It opens this view with the current version of the data, even if the data change "
        "later."
    )
    st.code(address, language=None, wrap_lines=True)
    _share_button(
        key=_SEND,
        data={"key": _SEND, "choices": "share", "address": address, "title": title, "sends": True},
    )
    _show_pictures(view)
    show("share_data.html", address=build_address(view.link, "analysis"))
    _show_embed(address, title)


def build_pinned_address(page: str, link: Link, version: str) -> str:
    """Return the address of a view with the version of its data.

    Examples
    --------
    >>> build_pinned_address("https://news.example/map", Link(event="drone-1"), "3f9a0c417be2")
    'https://news.example/map?event=drone-1&data=3f9a0c417be2'
    """
    page = page if urlsplit(page).path else f"{page}/"
    return build_address(replace(link, data=version), page)


def write_embed(address: str, title: str) -> str:
    """Return the HTML that shows an address of the app within another page."""
    source, name = escape(f"{address}&embed=true"), escape(title)
    return (
        f'<iframe src="{source}" title="{name}" width="100%" height="{_EMBED_HEIGHT}" '
        'loading="lazy" style="border:0"></iframe>'
    )


def _show_pictures(view: View) -> None:
    st.markdown("**Picture** with legend, scale, credit and date")
    paper = PAPERS[
        st.segmented_control(
            "Size",
            list(PAPERS),
            default="half-a4",
            format_func=lambda name: PAPERS[name].label,
            key="picture_paper",
            label_visibility="collapsed",
            required=True,
        )
        # A browser may send an empty choice even for a required field.
        or "half-a4"
    ]
    dark = st.toggle("Dark", key="picture_dark", value=st.context.theme.type == "dark")
    with st.container(horizontal=True, gap="small"):
        for kind, label in _FORMATS.items():
            _show_download(view, kind, label, paper, dark)


def _show_download(view: View, kind: PictureFormat, label: str, paper: Paper, dark: bool) -> None:
    def draw() -> bytes:
        # matplotlib takes a second to load; who takes no picture does not wait for it.
        from geo.drawing.picture.draw import draw_picture

        return draw_picture(view, Picture(kind, paper, dark))

    st.download_button(
        kind.upper(),
        draw,
        file_name=f"map-{view.record.version}-{paper.name}.{kind}",
        help=label,
        key=f"picture_{kind}",
        on_click="ignore",
    )


def _describe_sites() -> str:
    """Say which sites may show the app in a frame."""
    sites = settings().frame_ancestors
    if not sites:
        return "only on pages of this site; its operator allows no others"
    return "on pages of " + ", ".join(f"`{site}`" for site in sites)


def _show_embed(address: str, title: str) -> None:
    st.markdown(f"**Embed** {_describe_sites()}")
    st.code(write_embed(address, title), language="html", wrap_lines=True)
    if st.toggle("Preview", key="embed_preview"):
        parts = urlsplit(address)
        # A relative address: the reader's browser may know this server by another name.
        st.iframe(f"{parts.path}?{parts.query}&embed=true", height=420)
