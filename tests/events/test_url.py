"""Links of the record lead to the web, and nowhere else."""

import json
from pathlib import Path

import pytest

from geo.events import parse_events
from geo.story.correction_files import read_good_corrections
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


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org@evil.example/a",
        "https://user:password@example.org/",
        "https://example.org\u202e/moc.elpmaxe",
        "https://example.org/a\x07",
        "https:///a",
    ],
)
def test_an_address_that_hides_its_host_is_rejected(tmp_path: Path, address: str) -> None:
    sources = record()["properties"]["sources"]
    report = parse_events(collection(record(sources=[{**sources[0], "url": address}])))
    assert report.events.empty
    assert "link" in report.rejected[0].wanted
    line = {"date": "2023-05-03", "event": "a", "field": "place", "why": "w"}
    text = json.dumps({**line, "source": {"url": address}}) + "\n"
    (tmp_path / "corrections.jsonl").write_text(text, "utf-8")
    good, problems = read_good_corrections(tmp_path)
    assert not good
    assert "source.url" in str(problems[0])


@pytest.mark.parametrize(
    "address", ["https://example.org/@someone/1", "http://example.org?a=b@c", "HTTPS://example.org"]
)
def test_a_name_after_the_host_is_no_user(address: str) -> None:
    sources = record()["properties"]["sources"]
    report = parse_events(collection(record(sources=[{**sources[0], "url": address}])))
    assert len(report.events) == 1
