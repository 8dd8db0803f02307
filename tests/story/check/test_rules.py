"""Each rule finds what breaks it, in a story with parties of its own, and nothing else."""

from datetime import date

import pytest

from geo.claims import build_ledgers
from geo.events import parse_events
from geo.story.check.remark import Checked, Rule
from geo.story.check.rules_attribution import find_wrong_attribution
from geo.story.check.rules_places import find_places_out_of_bounds
from geo.story.check.rules_statements import (
    find_missing_sources,
    find_repeated_statements,
    find_strange_incidents,
    find_uncounted_casualties,
)
from geo.story.check.rules_texts import find_doers_in_texts
from geo.story.check.rules_times import find_early_statements, find_future_times
from geo.story.check.rules_verification import (
    find_miscounted_aspects,
    find_undisputed_disputes,
    find_unnoticed_voices,
    find_unsupported_aspects,
)
from geo.story.check.rules_words import find_undeclared_words
from geo.story.story_file import Story
from tests.event_texts import collection, record

STORY = Story.model_validate(
    {
        "title": "Three fleets",
        "language": "en",
        "groups": [{"id": "north", "label": "North"}],
        "sides": [
            {"id": "north", "label": "Northern side", "party": True},
            {"id": "south", "label": "Southern side", "party": True},
            {"id": "east", "label": "Eastern fleet", "party": True},
            {"id": "media", "label": "Media"},
        ],
        "bounds": [30.0, 50.0, 40.0, 60.0],
    }
)
TODAY = date(2031, 1, 1)


def claim(number: int, **members: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "id": f"c{number}",
        "stance": "asserts",
        "about": ["occurrence", "casualties"],
        "basis": "official_statement",
        "side": "north",
        "actor": f"Speaker {number}",
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": f"Said so, the {number}th.",
        "source": "s1",
    }
    return usual | members


def check(rule: Rule, *records: object, story: Story = STORY) -> list[tuple[str, str, str]]:
    """Return field, found and wanted of what a rule says."""
    reading = parse_events(collection(*records))
    assert reading.rejected == ()
    events = reading.events
    remarks = rule(Checked(story, events, build_ledgers(events), TODAY))
    return [(remark.field, remark.found, remark.wanted) for remark in remarks]


def events_of(**changes: object) -> dict[str, object]:
    """Return an event that keeps every rule, with changes."""
    usual = {"attribution": "accused_no_answer", "claims": [claim(1, stance="accuses")]}
    return record("bridge", **(usual | changes))


RULES = [
    *(find_places_out_of_bounds, find_undeclared_words, find_future_times, find_early_statements),
    *(find_repeated_statements, find_strange_incidents, find_missing_sources),
    *(find_uncounted_casualties, find_miscounted_aspects, find_unsupported_aspects),
    *(find_unnoticed_voices, find_undisputed_disputes, find_wrong_attribution),
    find_doers_in_texts,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_good_record_and_an_empty_one_break_no_rule(rule: Rule) -> None:
    assert check(rule, events_of()) == []
    assert check(rule) == []


def test_a_swapped_place_is_recognised() -> None:
    [(field, found, wanted)] = check(
        find_places_out_of_bounds, events_of(geometry__coordinates=[55.0, 35.0])
    )
    assert (field, found) == ("geometry", "35 N 55 E")
    assert wanted == (
        "a place within the story's bounds, 50 N 30 E to 60 N 40 E; swapped? 55 N 35 E lies inside"
    )


def test_a_place_that_is_only_elsewhere_is_not_called_swapped() -> None:
    [(_, _, wanted)] = check(
        find_places_out_of_bounds, events_of(geometry__coordinates=[10.0, 10.0])
    )
    assert "swapped" not in wanted


def test_bounds_across_180_degrees_hold_both_sides() -> None:
    story = STORY.model_copy(update={"bounds": (170.0, -20.0, -170.0, 0.0)})
    for lon, is_outside in ((175.0, False), (-175.0, False), (160.0, True), (0.0, True)):
        event = events_of(geometry__coordinates=[lon, -10.0])
        assert bool(check(find_places_out_of_bounds, event, story=story)) == is_outside


def test_a_place_that_is_not_known_lies_nowhere() -> None:
    assert check(find_places_out_of_bounds, events_of() | {"geometry": None}) == []


def test_a_misspelt_side_speaks_for_nobody() -> None:
    [(field, found, wanted)] = check(
        find_undeclared_words, events_of(claims=[claim(1, side="norht")])
    )
    assert (field, found) == ("claims[0].side", "'norht'")
    assert "did you mean 'north'?" in wanted
    assert "speaks for nobody" in wanted


def test_days_that_have_not_come_are_found() -> None:
    late = events_of(
        start="2031-05-03T02:27:00+03:00",
        end="2031-05-03T02:28:00+03:00",
        claims=[claim(1, said_at="2031-05")],
    )
    found = check(find_future_times, late)
    assert [one[:2] for one in found] == [("start", "2031-05-03"), ("claims[0].said_at", "2031-05")]


def test_nobody_speaks_before_the_event() -> None:
    [(field, _, wanted)] = check(
        find_early_statements, events_of(claims=[claim(1, said_at="2023-05-02")])
    )
    assert field == "claim c1, said_at"
    assert "2023-05-03" in wanted
    assert check(find_early_statements, events_of(claims=[claim(1, said_at="2023-05")])) == []


def test_a_statement_is_listed_once() -> None:
    again = claim(2, actor="Speaker 1", summary="Said so, the 1th.")
    twice = events_of(claims=[claim(1), again])
    [(field, found, _)] = check(find_repeated_statements, twice)
    assert (field, found) == ("claims[1]", "the statement bridge#c1 again")
    # Who speaks in a row of a table is not known: the same words need not be one statement.
    entered = {
        "actor": {"name": "Unnamed", "named": False},
        **{"stance": "asserts", "about": ["casualties"], "summary": "Is entered."},
    }
    unnamed = events_of(claims=[{"id": "c1", **entered}, {"id": "c2", **entered}])
    assert check(find_repeated_statements, unnamed) == []


def test_a_shared_statement_belongs_to_one_incident() -> None:
    shared = events_of(claims=[claim(1, also_about=["depot"])], incident="night")
    assert len(check(find_strange_incidents, shared, record("depot"))) == 1
    assert check(find_strange_incidents, shared, record("depot", incident="night")) == []


def test_casualties_rest_on_a_statement_about_casualties() -> None:
    [(field, found, _)] = check(
        find_uncounted_casualties, events_of(claims=[claim(1, about=["occurrence"])])
    )
    assert (field, found) == ("killed.claim", "'c1', which is about occurrence")


VERIFIED: dict[str, object] = {
    "verification": "verified",
    "verified_aspects": ["place", "time", "content"],
}


def test_two_offices_of_one_party_are_one_voice() -> None:
    spoken = [claim(1), claim(2)]
    event = events_of(**VERIFIED, claims=spoken)
    [(field, found, _)] = check(find_unsupported_aspects, event)
    assert field == "verified_aspects"
    assert found.startswith("place with 1 voice (north)")


def test_a_misspelt_side_is_no_second_voice() -> None:
    spoken = [claim(1), claim(2, side="suoth")]
    event = events_of(**VERIFIED, claims=spoken)
    assert len(check(find_unsupported_aspects, event)) == 1


def test_any_two_of_three_parties_are_two_voices() -> None:
    spoken = [claim(1), claim(2, side="east")]
    event = events_of(**VERIFIED, claims=spoken)
    assert check(find_unsupported_aspects, event) == []
    assert len(check(find_unnoticed_voices, events_of(claims=spoken))) == 3


def test_verified_means_all_aspects() -> None:
    event = events_of(verification="verified", verified_aspects=["place"])
    assert len(check(find_miscounted_aspects, event)) == 1


def test_disputed_means_that_somebody_contradicts_it() -> None:
    assert len(check(find_undisputed_disputes, events_of(verification="disputed"))) == 1
    spoken = [claim(1), claim(2, stance="contradicts")]
    event = events_of(verification="disputed", claims=spoken)
    assert check(find_undisputed_disputes, event) == []


ACCUSES = claim(1, stance="accuses", accuses=["south"])
CLAIMS = claim(2, stance="claims_responsibility", side="south", about=["perpetrator"])
DENIES = claim(3, stance="denies", side="south", about=["perpetrator"])


@pytest.mark.parametrize(
    ("word", "claims", "is_right"),
    [
        ("unclaimed", [claim(1)], True),
        ("unclaimed", [ACCUSES], False),
        ("unclaimed", [CLAIMS], False),
        ("accused_no_answer", [ACCUSES], True),
        ("accused_no_answer", [claim(1)], False),
        ("accused_no_answer", [ACCUSES, DENIES], False),
        ("accused_denied", [ACCUSES, DENIES], True),
        ("accused_denied", [ACCUSES], False),
        ("accused_denied", [ACCUSES, DENIES | {"said_at": "2023-05-01"}], False),
        ("contested", [ACCUSES, DENIES], True),
        ("contested", [ACCUSES], False),
        ("contested", [ACCUSES | {"accuses": ["east"]}, CLAIMS], True),
        ("claimed", [ACCUSES, CLAIMS], True),
        ("claimed", [ACCUSES], False),
        ("claimed", [ACCUSES | {"accuses": ["east"]}, CLAIMS], False),
        ("claimed", [CLAIMS | {"basis": "anonymous_official"}], False),
        ("accused_no_answer", [ACCUSES, CLAIMS], False),
    ],
)
def test_each_word_of_attribution_rests_on_claims(
    word: str, claims: list[dict[str, object]], is_right: bool
) -> None:
    found = check(find_wrong_attribution, events_of(attribution=word, killed=None, claims=claims))
    assert (found == []) == is_right


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("The Northern fleet attacked a bridge", ["'Northern fleet attacked'"]),
        ("A bridge was hit by the Southern navy", ["'hit by the Southern'"]),
        ("The governor said the North attacked a bridge", []),
        ("The North had not attacked a bridge", []),
        ("A blast at a bridge north of the town", []),
    ],
)
def test_no_text_names_a_party_as_the_doer(title: str, found: list[str]) -> None:
    assert [one[1] for one in check(find_doers_in_texts, events_of(title=title))] == found


def test_an_established_doer_may_be_named() -> None:
    event = events_of(
        title="The North attacked a bridge",
        attribution="established",
        established_by="A court",
    )
    assert check(find_doers_in_texts, event) == []
