"""What a desk chooses for a site, and how it sees it being written."""

import streamlit as st

from geo.errors import GeoError
from geo.publishing.site.publish import SiteChoices
from ui.markup import show
from web.publishing import find_site_folder, publish_at_desk


def choose_site() -> SiteChoices:
    """Say what publishing does, and let the desk choose addresses and pictures."""
    show("page_name.html", name="Publish")
    folder = find_site_folder()
    st.write(
        "Writes the story as a folder of plain files that any web server serves: map, filters, a "
        "page of each event, claims, briefings, charts, method, corrections and downloads. Only "
        "published events are in it."
    )
    st.text_input(
        "Folder",
        str(folder),
        disabled=True,
        help="An existing site is replaced; files that you added to it stay. Set SITE to use "
        "another folder.",
    )
    base_url = st.text_input(
        "Address of the published site (optional)",
        placeholder="https://news.example/story/",
        help="Needed for link previews, the sitemap and links on the error page.",
    )
    app_url = st.text_input(
        "Address of the app, if readers can open it (optional)",
        placeholder="https://app.example/",
        help="Pages link to it for what only the app can answer.",
    )
    pictures = st.checkbox(
        "A picture of the place of each event, up to 1,000 events",
        value=True,
        help="Each takes a third of a second.",
    )
    return SiteChoices(folder, base_url.strip(), app_url.strip(), None if pictures else False)


def offer_publishing(choices: SiteChoices) -> None:
    """Write the site when the desk asks for it, and say what came of it."""
    if not st.button("Publish as a site", type="primary", key="publish_site"):
        return
    bar = st.progress(0.0, "Checking the story")

    def move(done: int, total: int, part: str) -> None:
        bar.progress(min(1.0, done / total), f"{done:,} of {total:,} pages: {part}")

    try:
        written = publish_at_desk(choices, move)
    except GeoError as error:
        bar.empty()
        show("notice.html", kind="unpublished", lines=str(error).splitlines())
        return
    bar.empty()
    st.success(f"{choices.out}: {written}. Open its index.html, or copy the folder to a server.")
    if written.hint:
        st.caption(written.hint)
