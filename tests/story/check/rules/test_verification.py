"""A word of verification rests on voices that count."""

from geo.story.check.rules.verification import (
    find_miscounted_aspects,
    find_undisputed_disputes,
    find_unnoticed_voices,
    find_unsupported_aspects,
)
from tests.story.check.checking import check, claim, events_of

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


def test_a_misspelt_side_is_not_a_second_voice() -> None:
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
