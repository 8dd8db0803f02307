"""A member of the wrong kind is named, with what was found and wanted."""

import json
from pathlib import Path

import pytest

from geo.events import Rejection, parse_events
from geo.story.corrections.files import read_good_corrections
from tests.event_texts import collection, record
from tests.events.bad_records import only_rejection, problem

ID = "text of up to 100 letters a to z, digits, '.', '_' or '-', a letter or digit first"


@pytest.mark.parametrize(
    ("identity", "found"),
    [
        (17, "17"),
        (None, "null"),
        ("", "''"),
        ("a b", "'a b'"),
        ("-a", "'-a'"),
        ("a#c1", "'a#c1'"),
        ("Кремль", "'Кремль'"),
        ("<b>", "'<b>'"),
    ],
)
def test_an_id_is_a_plain_name(identity: object, found: str) -> None:
    assert only_rejection(record(identity)) == Rejection(2, None, "id", found, ID)


def test_a_number_of_thousands_of_digits_is_rejected() -> None:
    content = collection(record("a"), record("b")).replace(b"5000", b"9" * 5000, 1)
    reading = parse_events(content)
    assert reading.events.index.tolist() == ["b"]
    assert reading.rejected[0].number == 1


@pytest.mark.parametrize(
    "title",
    [
        "Кремль",
        "الكرملين",
        "クレムリン",
        "👩‍🚀🇺🇦",
        "a\u200bb",
        "e\u0301",
        "![x](http://x) <img onerror=x>",
    ],
)
def test_titles_in_any_script_are_fine(title: str) -> None:
    assert parse_events(collection(record(title=title))).events["title"].iloc[0] == title


INSTANT = (
    "a date and time of the years 1000 to 2999 with its offset, such as 2023-11-19T14:05:00+03:00"
)


@pytest.mark.parametrize(
    "start",
    [
        1_683_070_020,
        "1683070020",
        "",
        "2023-05-03",
        "2023-05-03T02:27:00",
        "2023-02-30T00:00:00+03:00",
        "2023-05-03T24:00:00+03:00",
        "2023-05-03T02:27:60+03:00",
        "2023-05-03T02:27:00.1234567+03:00",
        "2023-05-03T02:27:00+24:00",
        "03.05.2023 02:27",
        "0001-01-01T00:00:00Z",
        "0999-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        # Already the year 3000 in UTC.
        "2999-12-31T23:00:00-05:00",
    ],
)
def test_a_start_that_is_not_an_instant_is_rejected(start: object) -> None:
    field, _, wanted = problem(start=start)
    assert (field, wanted) == ("start", INSTANT)


@pytest.mark.parametrize(
    "zone", ["Europe/Nowhere", "Europe/Atlantis", "", "+03:00", "../../etc/passwd", "a\0b"]
)
def test_an_unknown_zone_is_rejected(zone: str) -> None:
    field, _, wanted = problem(tz=zone)
    assert field == "tz"
    assert wanted == "a time zone of the IANA list, such as Europe/Paris"


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Europe/Osl", "Europe/Oslo"),
        ("europe/oslo", "Europe/Oslo"),
        ("Asia/Oslo", "Europe/Oslo"),
        ("Europe/Istanbl", "Europe/Istanbul"),
        ("Asia/Istanbl", "Asia/Istanbul"),
        ("Aden", "Asia/Aden"),
        ("Utc", "UTC"),
    ],
)
def test_the_zone_that_was_meant_is_named(zone: str, meant: str) -> None:
    assert problem(tz=zone)[2] == (
        f"a time zone of the IANA list, such as Europe/Paris (did you mean '{meant}'?)"
    )


@pytest.mark.parametrize("said", ["2023-02-29", "2023-13", "0999", "2023-05-03T02:37", "yesterday"])
def test_a_statement_has_a_date_of_the_calendar(said: str) -> None:
    field, found, wanted = problem(claims__0__said_at=said)
    assert (field, found) == ("claims[0].said_at", repr(said))
    assert wanted.startswith("a date of the years 1000 to 2999")


# A line break, a bell, a next line, a line separator, and what turns the words after it round.
NO_LINE = ["a\nb", "a\rb", "a\x07b", "a\x85b", "a\u2028b", "a\u202eb", "a\u2066b", "a\tb"]
GOOD = ["Łódź", "حلب‎ (RSF)", "ירי: 3", "a\u200db", "🛩️", "a  b"]


@pytest.mark.parametrize("text", NO_LINE)
@pytest.mark.parametrize("member", ["title", "place", "group", "established_by"])
def test_an_event_with_a_broken_line_is_rejected_by_name(text: str, member: str) -> None:
    report = parse_events(collection(record(**{member: text}), record("other")))
    assert [*report.events.index] == ["other"]
    (rejected,) = report.rejected
    assert rejected.field == member
    assert "one line without" in rejected.wanted
    assert text not in rejected.found


@pytest.mark.parametrize("text", GOOD)
def test_letters_of_every_script_make_a_line(text: str) -> None:
    assert parse_events(collection(record(title=text))).events["title"].iloc[0] == text


def test_longer_texts_may_have_line_breaks() -> None:
    report = parse_events(collection(record(summary="One.\nTwo.\tThree.")))
    assert report.events["summary"].iloc[0] == "One.\nTwo.\tThree."


@pytest.mark.parametrize(
    "title",
    [
        "\u200b",
        "\u3164\u200d",
        "\ufeff \u2060",
        "\u00ad\ufe0f",
        "\u2800",
        "\U000e0100",
        "a\U000e0041",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("member", ["title", "summary", "place"])
def test_a_text_that_shows_nothing_or_hides_something_is_rejected(member: str, title: str) -> None:
    rejection = only_rejection(record(**{member: title}))
    assert rejection.field == member
    assert rejection.wanted.startswith("text that is not blank")


@pytest.mark.parametrize("title", ["नमस्\u200dते", "1️⃣", "می\u200cخواهم", "\u2063!", "葛\U000e0100"])
def test_a_joiner_beside_what_is_seen_is_fine(title: str) -> None:
    assert parse_events(collection(record(title=title))).events["title"].iloc[0] == title


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
def test_a_name_after_the_host_is_not_a_user(address: str) -> None:
    sources = record()["properties"]["sources"]
    report = parse_events(collection(record(sources=[{**sources[0], "url": address}])))
    assert len(report.events) == 1
