"""A statement as a clause that names its speaker."""

import pytest
from hypothesis import given

from geo.claims import Entry, format_clause
from geo.events import Claim
from tests.statements import any_claim, make_claim, make_ledger


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"summary": "Said a drone fell."}, "The mayor's office said a drone fell"),
        ({"summary": "A drone fell."}, "The mayor's office said a drone fell"),
        ({"summary": "Two drones downed."}, "The mayor's office said: two drones downed"),
        ({"summary": "Brightwater burnt."}, "The mayor's office said: Brightwater burnt"),
        ({"summary": "Later said it fell."}, "The mayor's office later said it fell"),
        (
            {"summary": "In reply, said it fell."},
            "The mayor's office, in reply, said it fell",
        ),
        (
            {"summary": "At 14:00 residents heard two blasts."},
            "The mayor's office said: at 14:00 residents heard two blasts",
        ),
        (
            {"summary": "Heard two blasts.", "basis": "witnessed"},
            "The mayor's office by their own account heard two blasts",
        ),
        (
            {"stance": "neither_confirms_nor_denies", "summary": "No comment."},
            "The mayor's office gave neither a confirmation nor a denial",
        ),
        (
            {"stance": "denies", "summary": "A gas leak."},
            "The mayor's office denied this: a gas leak",
        ),
    ],
)
def test_a_summary_follows_its_speaker_only_where_it_is_a_predicate(
    said: dict[str, object], wanted: str
) -> None:
    [entry] = make_ledger(make_claim(1, **({"actor": "the mayor's office"} | said)))
    assert format_clause(entry).casefold() == wanted.casefold()


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        ("Palace press service", "The Palace press service said"),
        (
            "Ben Marsh, governor of North Region",
            "Ben Marsh, governor of North Region, said",
        ),
        (
            "Dawn, Dusk and Noon, local Telegram channels",
            "Dawn, Dusk and Noon, local Telegram channels, said",
        ),
        (
            "US officials (unnamed), quoted by a paper",
            "US officials (unnamed), quoted by a paper, said",
        ),
        ("brightwater.example, local news site", "brightwater.example, local news site, said"),
        ("Residents of Brightwater", "Residents of Brightwater said"),
        ("Марія Шевчук", "Марія Шевчук said"),
    ],
)
def test_speakers_are_named_in_full_and_never_mangled(actor: str, wanted: str) -> None:
    [entry] = make_ledger(make_claim(actor=actor))
    assert format_clause(entry) == f"{wanted} a drone came down"


@given(any_claim)
def test_a_clause_always_names_its_speaker(claim: Claim) -> None:
    [entry] = make_ledger(claim)
    assert " ".join(claim.actor.split()).casefold() in format_clause(entry).casefold()


def test_an_entry_without_words_still_names_its_stance() -> None:
    [entry] = make_ledger(make_claim(stance="denies", about=("perpetrator",), summary="..."))
    assert isinstance(entry, Entry)
    assert format_clause(entry).endswith("denied any part in it")
