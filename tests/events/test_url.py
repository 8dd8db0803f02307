"""Links of the record lead to the web, and nowhere else."""

import pytest

from geo.events import parse_events
from tests.event_texts import collection, record
from tests.events.bad_records import problem


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "http://",
        "https:///a",
        "http:\\\\example.org",
        "https://exam ple.org",
        "https://example.org/\n",
        " https://example.org",
        "article",
        "",
    ],
)
def test_a_link_that_is_not_http_is_rejected(url: str) -> None:
    assert problem(sources__0__url=url)[::2] == (
        "sources[0].url",
        "a link that begins with http:// or https://, without spaces or a user name",
    )


@pytest.mark.parametrize("url", ["http://example.org", "HTTPS://пример.рф/я?a=[b]#c", None])
def test_a_link_that_is_http_or_missing_is_fine(url: str | None) -> None:
    events = parse_events(collection(record(sources__0__url=url))).events
    assert events["sources"].iloc[0][0].url == url
