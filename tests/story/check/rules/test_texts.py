"""No text names a party as the perpetrator, unless that is established."""

import pytest

from geo.story.check.rules.texts import find_perpetrators_in_texts
from tests.story.check.checking import check, events_of


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
def test_no_text_names_a_party_as_the_perpetrator(title: str, found: list[str]) -> None:
    assert [one[1] for one in check(find_perpetrators_in_texts, events_of(title=title))] == found


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("The Northern fleet destroyed two boats", ["'Northern fleet destroyed'"]),
        ("Two boats damaged, per a source of the Northern Post, or one destroyed, per Baza", []),
        ("Two boats, per the North, or one destroyed", []),
        ("Two boats destroyed, north of the town", []),
        ("No damage, per the Southern navy", []),
    ],
)
def test_what_is_said_of_the_damage_accuses_nobody_without_a_speaker(
    damage: str, found: list[str]
) -> None:
    assert [one[1] for one in check(find_perpetrators_in_texts, events_of(damage=damage))] == found


def test_an_established_perpetrator_may_be_named() -> None:
    event = events_of(
        title="The North attacked a bridge",
        attribution="established",
        established_by="A court",
    )
    assert check(find_perpetrators_in_texts, event) == []
