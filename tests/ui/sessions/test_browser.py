"""A browser may say anything of itself."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from geo.link.link import Link
from ui.components.share import build_pinned_address
from ui.sessions.browser import read_browser_zone, read_page_address
from web.limits import ADDRESS


@pytest.mark.parametrize(
    "stated", ["http://localhost:8501", "https://news.example/a/map", "http://[::1]:8501/claims"]
)
def test_an_address_of_a_page_is_as_stated(stated: str) -> None:
    assert read_page_address(stated) == stated


@pytest.mark.parametrize(
    "stated",
    [
        None,
        "",
        "http://[",
        "https://",
        "map",
        "file:///etc/passwd",
        "http://h/" + "x" * ADDRESS.most,
    ],
)
def test_an_address_that_no_page_can_have_is_none(stated: str | None) -> None:
    assert read_page_address(stated) == ""


@given(some.text() | some.text().map(lambda text: f"http://{text}"))
@example("http://[")
@example("http://a]")
@example("http://\u2100")
def test_any_address_can_be_read_and_written_on(stated: str) -> None:
    page = read_page_address(stated)
    urlsplit(page)
    assert build_pinned_address(page, Link(), "3f9a0c417be2").endswith("data=3f9a0c417be2")


@pytest.mark.parametrize("name", ["Asia/Tokyo", "UTC", "America/New_York"])
def test_a_zone_is_as_stated(name: str) -> None:
    assert read_browser_zone(name).key == name


@pytest.mark.parametrize(
    "stated",
    [None, "", "Etc/Unknown", "../../etc/passwd", "/etc/passwd", "\0", "America", "x" * 5_000, "é"],
)
def test_where_the_zone_is_not_known_it_is_utc(stated: str | None) -> None:
    assert read_browser_zone(stated).key == "UTC"


@given(some.text(some.characters(exclude_categories=[])))
def test_any_name_of_a_zone_can_be_read(stated: str) -> None:
    assert isinstance(read_browser_zone(stated), ZoneInfo)
