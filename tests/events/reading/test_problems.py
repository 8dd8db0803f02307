"""A problem of a record in words: what was found, what was wanted, and what is near."""

import math
from typing import Any

import pytest

from geo.events import parse_events
from tests.event_texts import collection, record
from tests.events.bad_records import problem

GOOD = record("good")


@pytest.mark.parametrize(
    ("changes", "found", "wanted"),
    [
        ({"title": None}, "nothing", "this member"),
        ({"title": 5}, "5", "text"),
        ({"title": math.nan}, "NaN", "text"),
        (
            {"title": "  "},
            "'  '",
            "text that is not blank, one line without control, direction or hidden characters",
        ),
        (
            {"title": "a\0b"},
            "'a\\x00b'",
            "text that is not blank, one line without control, direction or hidden characters",
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


def test_a_record_of_many_problems_makes_a_short_report() -> None:
    reading = parse_events(collection(record(claims=[7] * 1000)))
    assert len(reading.rejected) == 20
    assert reading.rejected[-1].found == "981 more problems"
