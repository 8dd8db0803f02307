"""What a page says of an event in a line."""

from geo.events.vocabulary import label
from tests.publishing.site.sites import Page, structured_of


def test_title_and_description_say_how_far_an_event_is_verified(pages: dict[str, bytes]) -> None:
    titles = {
        "bridge": "Unverified: Blast at <b>the bridge</b> & more",
        "port": "Disputed: Fire in the port",
        "tower": "Tower hit",
    }
    for event, title in titles.items():
        page = Page(pages[f"events/{event}/index.html"])
        assert page.meta("og:title") == f"{title} · Bridges — мосты"
        description = page.meta("description")
        attributed = label("attribution", "accused_denied").lower()
        assert f"attribution: {attributed}." in description
        assert description.startswith("3 May 2023, 02:27, Bridge. ")
        assert page.meta("og:description") == description
        assert structured_of(pages[f"events/{event}/index.html"])["name"] == title
