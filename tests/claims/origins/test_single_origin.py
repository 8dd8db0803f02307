"""Events that somebody affirms, and no second origin does."""

from datetime import UTC, datetime

from geo.claims import flag_single_origin
from geo.link.filters import VOICES as FILTER_WORDS
from geo.publishing.export.codebook import describe_column
from tests.statements import SIDES, make_claim, make_events, make_source


def test_events_with_one_origin_are_flagged() -> None:
    events = make_events(
        ((), ()),
        ((make_claim(),), ()),
        ((make_claim(), make_claim(2, stance="denies", side="south", actor="Adviser")), ()),
        ((make_claim(), make_claim(2, actor="Mayor")), ()),
        ((make_claim(), make_claim(2, side="media", actor="Paper")), ()),
    )
    assert flag_single_origin(events, SIDES).tolist() == [False, True, True, True, False]


def test_a_statement_recorded_under_another_event_is_an_origin_too() -> None:
    shared = make_claim(1, side="media", actor="Paper", also_about=("e2",))
    events = make_events(((shared,), ()), ((make_claim(2),), ()))
    assert flag_single_origin(events, SIDES).tolist() == [True, False]


def test_a_withdrawn_statement_is_not_an_origin() -> None:
    withdrawal = make_claim(2, stance="withdraws", said_at="2023-05-04")
    events = make_events(((make_claim(), withdrawal), ()))
    assert flag_single_origin(events, SIDES).tolist() == [False]


def test_copies_of_one_wire_are_one_origin() -> None:
    media = {"side": "media", "basis": "media_report"}
    claims = (
        make_claim(1, **media, actor="Paper one", source="s1"),
        make_claim(2, **media, actor="Paper two", source="s2"),
    )
    wire = (make_source(1, origin="wire"), make_source(2, origin="wire"))
    events = make_events((claims, wire), (claims, (make_source(1), make_source(2))))
    assert flag_single_origin(events, SIDES).tolist() == [True, False]


def test_a_source_without_a_recorded_origin_is_not_a_second_one() -> None:
    undeclared = make_claim(2, side="elsewhere", actor="Paper")
    unjudged = make_claim(2, side="media", actor="Paper")
    source = make_source(2, origin=None)
    events = make_events(
        ((make_claim(), undeclared), ()),
        ((make_claim(), unjudged), (source,)),
        ((make_claim(), unjudged), ()),
    )
    assert flag_single_origin(events, SIDES).tolist() == [True, True, False]


def test_those_who_deny_or_doubt_are_not_counted() -> None:
    """The words of the column and of the filter say so: ten sources may stand beside one origin."""
    others = ("denies", "contradicts", "alleges_staged", "cannot_verify", "urges_caution")
    doubts = [
        make_claim(number, stance=stance, side="media", actor=f"Paper {number}")
        for number, stance in enumerate(others, 2)
    ]
    assert flag_single_origin(make_events(((make_claim(), *doubts), ())), SIDES).tolist() == [True]
    said = describe_column("events", "one_origin_only"), FILTER_WORDS["one_origin_only"]
    assert all("no second origin" in words and "affirms" in words for words in said)


def test_a_second_origin_counts_from_when_it_was_on_record() -> None:
    later = make_claim(2, side="media", actor="Paper", said_at="2023-05-05")
    events = make_events(((make_claim(), later), ()))
    moments = [datetime(2023, 5, day, tzinfo=UTC) for day in (2, 4, 6)]
    flags = [flag_single_origin(events, SIDES, moment).tolist() for moment in moments]
    assert flags == [[False], [True], [False]]


def test_no_events_have_no_flags() -> None:
    assert flag_single_origin(make_events(), SIDES).empty
