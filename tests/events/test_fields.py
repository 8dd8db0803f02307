"""A member of the wrong kind is named, with what was found and wanted."""

import math
from typing import Any

import pytest

from geo.events import Rejection, parse_events
from tests.event_texts import collection, record
from tests.events.bad_records import only_rejection, problem

GOOD = record("good")


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


@pytest.mark.parametrize(
    ("changes", "found", "wanted"),
    [
        ({"title": None}, "nothing", "this member"),
        ({"title": 5}, "5", "text"),
        ({"title": math.nan}, "NaN", "text"),
        (
            {"title": "  "},
            "'  '",
            "text that is not blank, one line without control or direction characters",
        ),
        (
            {"title": "a\0b"},
            "'a\\x00b'",
            "text that is not blank, one line without control or direction characters",
        ),
        ({"radius_m": 0}, "0", "more than 0"),
        ({"radius_m": "5"}, "'5'", "a number"),
        ({"radius_m": True}, "true", "a number"),
        ({"radius_m": math.inf}, "Infinity", "a number"),
        ({"radius_m": -math.inf}, "-Infinity", "a number"),
        ({"radius_m": 10**100}, "a whole number of more than 38 digits", "at most 20,037,508"),
        ({"claims": {}}, "an object", "a list"),
        ({"claims__0": "c1"}, "'c1'", "an object"),
        ({"claims__0__about": []}, "an empty list", "a list of at least 1"),
        (
            {"claims": GOOD["properties"]["claims"] * 1001},
            "a list of 1001",
            "a list of at most 1,000",
        ),
        ({"sources__0__is_party": "no"}, "'no'", "true or false"),
        ({"checked": "yes"}, "'yes'", "a list"),
        ({"killed": 3}, "3", "an object"),
        ({"killed__low": -1}, "-1", "at least 0"),
        ({"killed__low": 0.5}, "0.5", "a whole number"),
        ({"killed__high": 10**30}, repr(10**30), "at most 10,000,000"),
    ],
)
def test_a_member_of_the_wrong_kind_is_rejected(
    changes: dict[str, Any], found: str, wanted: str
) -> None:
    assert problem(**changes)[1:] == (found, wanted)


def test_a_number_of_thousands_of_digits_is_rejected() -> None:
    content = collection(record("a"), record("b")).replace(b"5000", b"9" * 5000, 1)
    reading = parse_events(content)
    assert reading.events.index.tolist() == ["b"]
    assert reading.rejected[0].record == 1


def test_a_megabyte_of_text_is_rejected_and_shown_short() -> None:
    field, found, wanted = problem(title="я" * 1_000_000)
    assert (field, wanted) == ("title", "at most 400 characters")
    assert len(found) < 100
    assert found.endswith("(1,000,000 characters)")


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


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"event_type": "drone_strik"}, "(did you mean 'drone_strike'?)"),
        ({"claims__0__stance": "denied"}, "(did you mean 'denies'?)"),
        ({"verification": "Verified"}, "(did you mean 'verified'?)"),
        ({"kind": "zzz"}, "one of incident, context"),
        ({"kind": "z" * 1_000_000}, "one of incident, context"),
    ],
)
def test_an_unknown_word_is_rejected_with_the_nearest(changes: dict[str, Any], hint: str) -> None:
    wanted = problem(**changes)[2]
    assert wanted.startswith("one of ")
    assert wanted.endswith(hint)


def test_control_characters_of_the_file_are_shown_escaped() -> None:
    assert problem(kind="\x1b[2J\u202e[red]")[1] == "'\\x1b[2J\\u202e[red]'"


INSTANT = (
    "a date and time of the years 1000 to 2999 with its offset, such as 2023-05-03T02:27:00+03:00"
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
def test_a_start_that_is_no_instant_is_rejected(start: object) -> None:
    field, _, wanted = problem(start=start)
    assert (field, wanted) == ("start", INSTANT)


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "+03:00", "../../etc/passwd", "a\0b"])
def test_an_unknown_zone_is_rejected(zone: str) -> None:
    field, _, wanted = problem(tz=zone)
    assert field == "tz"
    assert wanted == "a time zone of the IANA list, such as Europe/Paris"


@pytest.mark.parametrize("said", ["2023-02-29", "2023-13", "0999", "2023-05-03T02:37", "yesterday"])
def test_a_statement_has_a_date_of_the_calendar(said: str) -> None:
    field, found, wanted = problem(claims__0__said_at=said)
    assert (field, found) == ("claims[0].said_at", repr(said))
    assert wanted.startswith("a date of the years 1000 to 2999")


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
