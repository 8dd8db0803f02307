"""Corroboration: whether two origins say the same, and one of them can be checked."""

from collections.abc import Callable, Collection, Iterable

from geo.claims.entry import Entry
from geo.claims.ledger import Ledger
from geo.claims.origins import Origin, find_independent_origins
from geo.claims.stances import CHECKABLE, is_checkable, is_party_word, select_opposing

# Somebody who heard a blast can say that there was one, when and where; not what it was.
_SHOW_CONTENT = frozenset({"visual_evidence", "document"})

# "None" is an account of these too, and the rule cannot read.
_MAY_BE_NONE = frozenset({"damage", "casualties"})


def has_checkable_basis(entry: Entry) -> bool:
    """Return whether a statement rests on a witness, a picture or a document."""
    return entry.claim.basis in CHECKABLE


def shows_place_and_time(entry: Entry) -> bool:
    """Return whether an account of what happened is one of where and when as well.

    A witness was at a place at a time, and whoever supports an account with a picture has
    placed it; a picture that is only posted says neither.
    """
    basis, stance = entry.claim.basis, entry.claim.stance
    return basis == "witnessed" or (basis in CHECKABLE and stance == "corroborates")


def shows_content(entry: Entry) -> bool:
    """Return whether a statement rests on what shows what it was, not only that it was."""
    return entry.claim.basis in _SHOW_CONTENT


def is_corroborated(
    entries: Ledger,
    topic: str,
    parties: Collection[str],
    counts_as_check: Callable[[Entry], bool] = has_checkable_basis,
    parties_agree: bool = True,
) -> bool:
    """Return whether two origins affirm a topic, at least one of them open to check.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger.
    topic : str
    parties : collection of str
        Sides that are parties to the conflict.
    counts_as_check : callable
        Which statements from outside the parties are open to check; by default witnesses,
        pictures and documents.
    parties_agree : bool
        Whether two opposing parties that say the same need no third.

    Notes
    -----
    "None" is an account of damage and casualties too, and the rule cannot read: on these only
    origins open to check count, unless one of them says itself that it corroborates the others.
    A contradiction from outside the parties undoes it, whatever it rests on; a party's denial
    does not, but a party that denies and affirms at once agrees with nobody.
    """
    counted = find_counted_origins(entries, topic, parties)
    denying = {entry.claim.side for entry in select_opposing(entries, topic)}
    agreeing = {origin.party for origin in counted if origin.party} - denying
    checked = any(
        counts_as_check(entry) and not is_party_word(entry, parties)
        for origin in counted
        for entry in origin.entries
    )
    supported = len(counted) > 1 and (checked or (parties_agree and len(agreeing) > 1))
    return supported and find_contradiction(entries, topic, parties) is None


def find_counted_origins(
    entries: Ledger, topic: str, parties: Collection[str]
) -> tuple[Origin, ...]:
    """Return the origins that count for a topic; see `is_corroborated`."""
    counted = tuple(
        origin for origin in find_independent_origins(entries, parties, {topic}) if origin.counts
    )
    if topic in _MAY_BE_NONE and not _has_corroborating_check(counted, parties):
        return tuple(origin for origin in counted if origin.checkable)
    return counted


def _has_corroborating_check(origins: Iterable[Origin], parties: Collection[str]) -> bool:
    """Return whether a witness, picture or document outside the parties corroborates the rest."""
    return any(
        entry.claim.stance == "corroborates" and is_checkable(entry, parties)
        for origin in origins
        for entry in origin.entries
    )


def find_contradiction(entries: Ledger, topic: str, parties: Collection[str]) -> Entry | None:
    """Return the first opposing statement from outside the parties."""
    return next(
        (entry for entry in select_opposing(entries, topic) if not is_party_word(entry, parties)),
        None,
    )
