"""Who rests on whom: origins counted once, and what they alone would support."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd

from geo.claims.grid import TOPICS
from geo.claims.ledger import Entry, Ledger, claims_about, ledgers

AFFIRMS = frozenset({"asserts", "accuses", "claims_responsibility", "corroborates"})
OPPOSES = frozenset({"denies", "contradicts", "alleges_staged"})

# Others can check these; an official's word, a medium's or an analyst's reasoning they cannot.
CHECKABLE = frozenset({"witnessed", "visual_evidence", "document"})

# A reaction says nothing about what it reacts to.
FACTS = frozenset(TOPICS) - {"response"}

_OUTLETS = "outlets of a party"


@dataclass(frozen=True)
class Origin:
    """One origin, with the statements that go back to it.

    Attributes
    ----------
    name : str
        Id of the wire story or post, or the side, or the speaker where no source is named.
    party : str or None
        The side, if all that goes back to it is a party's own word; None if independent.
    counts : bool
        False for a party's outlets where a party speaks for itself: they only repeat it.
    checkable : bool
        Whether something in it, outside the parties, is a witness, a picture or a document.
    entries : tuple of Entry
    reason : str
        One sentence: why this is one origin.
    """

    name: str
    party: str | None
    counts: bool
    checkable: bool
    entries: Ledger
    reason: str


def is_party_word(entry: Entry, parties: Collection[str]) -> bool:
    """Return whether a party speaks, or its own outlet for it."""
    return entry.claim.side in parties or entry.from_party


def _open_to_check(entries: Iterable[Entry], parties: Collection[str]) -> bool:
    """Return whether any statement, outside the parties, is a witness, a picture or a document."""
    return any(
        entry.claim.basis in CHECKABLE and not is_party_word(entry, parties) for entry in entries
    )


def affirming(entries: Ledger, topics: Collection[str] = FACTS) -> Ledger:
    """Return the statements that affirm something on any of the topics, withdrawn ones left out."""
    wanted = frozenset(topics)
    affirmed = tuple(
        entry
        for entry in entries
        if entry.claim.stance in AFFIRMS and not wanted.isdisjoint(entry.claim.about)
    )
    if all(entry.claim.stance != "withdraws" for entry in entries):
        return affirmed
    return tuple(
        entry for entry in affirmed if not _withdrawn(entry, entries[entries.index(entry) + 1 :])
    )


def opposing(entries: Ledger, topic: str) -> Ledger:
    """Return the statements that deny or contradict an account of a topic, or call it staged."""
    return tuple(
        entry for entry in entries if entry.claim.stance in OPPOSES and topic in entry.claim.about
    )


def _withdrawn(entry: Entry, later: Ledger) -> bool:
    return any(
        other.claim.stance == "withdraws"
        and other.claim.actor == entry.claim.actor
        and not set(other.claim.about).isdisjoint(entry.claim.about)
        for other in later
    )


_Groups = dict[str, list[Entry]]


def _grouped(
    entries: Ledger, parties: frozenset[str], topics: Collection[str]
) -> tuple[_Groups, _Groups]:
    """Return the affirming statements by independent origin, and by party."""
    groups: _Groups = {}
    for entry in affirming(entries, topics):
        groups.setdefault(entry.origin or entry.claim.actor, []).append(entry)
    independent: _Groups = {}
    by_party: _Groups = {}
    for name, group in groups.items():
        if all(is_party_word(entry, parties) for entry in group):
            for entry in group:
                side = entry.claim.side if entry.claim.side in parties else _OUTLETS
                by_party.setdefault(side, []).append(entry)
        else:
            independent[name] = group
    return independent, by_party


def independent_origins(
    entries: Ledger, parties: Collection[str] = (), topics: Collection[str] = FACTS
) -> tuple[Origin, ...]:
    """Return what the affirming statements go back to, each origin once.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger.
    parties : collection of str
        Sides that are parties to the conflict.
    topics : collection of str
        Only statements on these; all but the response unless said otherwise.

    Returns
    -------
    tuple of Origin
        Independent ones first, each group in the order first heard. Those with `counts` are
        the number of origins. Empty if nobody affirms anything.

    Notes
    -----
    Copies of one wire story or post share an origin and count once, whoever speaks in them. All
    that a party says counts once, through however many mouths and outlets: a party does not
    corroborate itself. Two parties that say the same are two. The rule reads the words stored
    with a claim, not its meaning: two accounts of one topic may still differ.
    """
    independent, by_party = _grouped(entries, frozenset(parties), topics)
    origins = [
        Origin(name, None, True, _open_to_check(group, parties), tuple(group), _why_one(group))
        for name, group in independent.items()
    ]
    for side, group in by_party.items():
        repeats = side == _OUTLETS and len(by_party) > 1
        origins.append(
            Origin(side, side, not repeats, False, tuple(group), _why_party(side, group))
        )
    return tuple(origins)


def _why_one(group: list[Entry]) -> str:
    if len(group) == 1:
        return f"One statement, by {group[0].claim.actor}."
    voices = len({entry.claim.actor for entry in group})
    speakers = f"{voices} speakers" if voices > 1 else group[0].claim.actor
    return f"{len(group)} statements by {speakers} reach us through one report and count once."


def _why_party(side: str, group: list[Entry]) -> str:
    voices = len({entry.claim.actor for entry in group})
    if side == _OUTLETS:
        return "A party's own outlets; they do not corroborate the party."
    if voices == 1:
        return f"The word of a party, by {group[0].claim.actor}."
    return f"The word of one party through {voices} speakers; it does not corroborate itself."


def _count(independent: _Groups, by_party: _Groups) -> int:
    return len(independent) + (len(by_party.keys() - {_OUTLETS}) or len(by_party))


def one_origin_only(
    events: pd.DataFrame, parties: Collection[str] = (), as_known_at: datetime | None = None
) -> pd.Series:
    """Return which events rest on one origin alone, as known at a moment or now.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`; False where nobody affirms anything.
    """
    known = frozenset(parties)
    if as_known_at is None:
        single = _affirmed_once(events)
        several = single.isna()
        if several.any():
            spoken = ledgers(_speaking_of(events, several), None, AFFIRMS | {"withdraws"})
            for event in events.index[several]:
                single[event] = _count(*_grouped(spoken[event], known, FACTS)) == 1
        return single.astype(bool)
    spoken = ledgers(events, as_known_at, AFFIRMS | {"withdraws"})
    alone = [_count(*_grouped(entries, known, FACTS)) == 1 for entries in spoken.values()]
    return pd.Series(alone, index=events.index, dtype=bool)


def _affirmed_once(events: pd.DataFrame) -> pd.Series:
    """Return whether one statement alone affirms each event; missing where there are several."""
    number = Counter[str]()
    withdrawn = set()
    for event, claim in claims_about(events):
        if claim.stance in AFFIRMS:
            number[event] += not FACTS.isdisjoint(claim.about)
        elif claim.stance == "withdraws":
            withdrawn.add(event)
    counts = pd.Series([number[event] for event in events.index.tolist()], events.index)
    unclear = (counts > 1) | ((counts > 0) & events.index.isin(withdrawn))
    return (counts == 1).astype("boolean").mask(unclear)


def _speaking_of(events: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """Return the wanted events, and those that keep a statement about one of them."""
    names = frozenset(events.index[wanted])
    speaks = [
        event in names or any(not names.isdisjoint(claim.also_about) for claim in claims)
        for event, claims in events["claims"].items()
    ]
    return events[np.array(speaks, dtype=bool)]
