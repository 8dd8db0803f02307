"""Corroboration: whether two origins say the same, and one of them can be checked."""

from collections.abc import Callable, Iterable

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.origins.independent_origins import Origin, find_independent_origins
from geo.claims.sides import Sides
from geo.claims.stances.perpetrators import PERPETRATOR, agree_on_perpetrators
from geo.claims.stances.stance_classes import (
    CHECKABLE,
    counts_as_voice,
    is_checkable,
    is_party_word,
    select_opposing,
)

# Somebody who heard a blast can say that there was one, when and where; not what it was.
_SHOW_CONTENT = frozenset({"visual_evidence", "document"})

# The rule does not read texts, so a claim that there was none counts as an account of these too.
_MAY_BE_NONE = frozenset({"damage", "casualties"})


def has_checkable_basis(entry: Entry) -> bool:
    """Return whether a statement rests on a witness, a picture or a document."""
    return entry.claim.basis in CHECKABLE


def shows_place_and_time(entry: Entry) -> bool:
    """Return whether an account of what happened is one of where and when as well.

    A witness was at a place at a time, and those who support an account with a picture have
    placed it; a picture that is only posted says neither.
    """
    basis, stance = entry.claim.basis, entry.claim.stance
    return basis == "witnessed" or (basis in CHECKABLE and stance == "corroborates")


def shows_content(entry: Entry) -> bool:
    """Return whether its basis shows what happened, not just that something did."""
    return entry.claim.basis in _SHOW_CONTENT


def is_corroborated(
    entries: Ledger,
    topic: str,
    sides: Sides,
    counts_as_check: Callable[[Entry], bool] = has_checkable_basis,
    parties_agree: bool = True,
) -> bool:
    """Return whether two origins affirm a topic, at least one of them open to check.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger.
    topic : str
    sides : Sides
        The sides of the story.
    counts_as_check : callable
        Which statements from outside the parties are open to check; by default witnesses,
        pictures and documents.
    parties_agree : bool
        Whether two opposing parties that say the same need no third.

    Notes
    -----
    The rule does not read texts, so a claim that there was none counts as an account of damage or
    casualties too: on these only origins open to check count, unless one of them says itself that
    it corroborates the others. A contradiction from outside the parties undoes it, whatever it
    rests on; a party's denial does not, but a party that denies and affirms at once agrees with
    nobody. A side that the story does not declare may contradict, and never supports. Who did it
    is corroborated only where all accounts name the same and nobody denies it.
    """
    if topic == PERPETRATOR and not agree_on_perpetrators(entries):
        return False
    counted = find_counted_origins(entries, topic, sides)
    denying = {entry.claim.side for entry in select_opposing(entries, topic)}
    agreeing = {
        origin.party
        for origin in counted
        if origin.party and all(counts_as_voice(entry, sides) for entry in origin.entries)
    } - denying
    checked = any(
        counts_as_check(entry) and counts_as_voice(entry, sides) and not is_party_word(entry, sides)
        for origin in counted
        for entry in origin.entries
    )
    supported = len(counted) > 1 and (checked or (parties_agree and len(agreeing) > 1))
    return supported and find_contradiction(entries, topic, sides) is None


def find_counted_origins(entries: Ledger, topic: str, sides: Sides) -> tuple[Origin, ...]:
    """Return the origins that count for a topic; see `is_corroborated`."""
    counted = tuple(
        origin for origin in find_independent_origins(entries, sides, {topic}) if origin.counts
    )
    if topic in _MAY_BE_NONE and not _has_corroborating_check(counted, sides):
        return tuple(origin for origin in counted if origin.checkable)
    return counted


def _has_corroborating_check(origins: Iterable[Origin], sides: Sides) -> bool:
    """Return whether a witness, picture or document outside the parties corroborates the rest."""
    return any(
        entry.claim.stance == "corroborates" and is_checkable(entry, sides)
        for origin in origins
        for entry in origin.entries
    )


def find_contradiction(entries: Ledger, topic: str, sides: Sides) -> Entry | None:
    """Return the first opposing statement that is not a party's word."""
    return next(
        (entry for entry in select_opposing(entries, topic) if not is_party_word(entry, sides)),
        None,
    )
