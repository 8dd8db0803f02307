"""The order of speakers where there is room for few: officials first, then by time."""

from geo.claims.ledger.build import sort_by_certainty
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import NAMING

_OFFICIAL_KINDS = frozenset({"office", "person"})


def sort_officials_first(entries: Ledger, sides: Sides) -> Ledger:
    """Return statements in the order in which a card names them; nothing is left out.

    First what is said of the event itself, then reactions alone to it. Among each, the offices
    and persons who speak by name for a party, then everybody else; of both, those who name a
    culprit come first. Then by the moment from which a statement is certainly on record, undated
    ones last.

    Parameters
    ----------
    entries : Ledger
        Of one event.
    sides : Sides
        Of the story; without parties nobody speaks for one.
    """

    def rank(entry: Entry) -> tuple[bool, bool, bool]:
        is_reaction = set(entry.claim.about) == {"response"}
        names_culprit = entry.claim.stance in NAMING
        return is_reaction, not _speaks_for_party(entry, sides), not names_culprit

    return tuple(sorted(sort_by_certainty(entries), key=rank))


def _speaks_for_party(entry: Entry, sides: Sides) -> bool:
    """Return whether an office or a person speaks by name for a party."""
    actor, claim = entry.claim.actor, entry.claim
    # A plain name in an older file does not say what kind of speaker it is.
    is_official = actor.kind in _OFFICIAL_KINDS or (
        actor.kind is None and claim.basis == "official_statement"
    )
    return actor.named and is_official and claim.side in sides.parties
