"""The grid of disagreement: who takes which stance on which topic."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import pandas as pd

from geo.claims.ledger import Entry, Ledger, claims_about, ledgers
from geo.events.vocabulary import VOCABULARY

# The grid shows all of them, so that a topic nobody spoke about is seen to be empty.
TOPICS = tuple(VOCABULARY["about"])


@dataclass(frozen=True)
class Grid:
    """Who says what about which topic.

    Attributes
    ----------
    topics : tuple of str
        All eight, also those that nobody spoke about.
    voices : tuple of str
        Sides or speakers, in the order they first spoke.
    cells : Mapping of (topic, voice) to tuple of Entry
        Only cells that hold something.
    """

    topics: tuple[str, ...]
    voices: tuple[str, ...]
    cells: Mapping[tuple[str, str], Ledger]

    def stances(self, topic: str, voice: str) -> tuple[str, ...]:
        """Return the stances taken in a cell, each once, in the order taken."""
        taken = (entry.claim.stance for entry in self.cells.get((topic, voice), ()))
        return tuple(dict.fromkeys(taken))


def disagreement(entries: Ledger, by: Literal["side", "actor"] = "side") -> Grid:
    """Return the grid of topics against sides or speakers."""
    cells: dict[tuple[str, str], list[Entry]] = {}
    voices: dict[str, None] = {}
    for entry in entries:
        voice = entry.claim.side if by == "side" else entry.claim.actor
        voices[voice] = None
        for topic in entry.claim.about:
            cells.setdefault((topic, voice), []).append(entry)
    return Grid(TOPICS, tuple(voices), {cell: tuple(held) for cell, held in cells.items()})


def any_party_denies(
    events: pd.DataFrame, parties: Collection[str], as_known_at: datetime | None = None
) -> pd.Series:
    """Return which events a party to the conflict denies, in whole or in part.

    Parameters
    ----------
    events : DataFrame, n rows
    parties : collection of str
        Sides that are parties to the conflict.
    as_known_at : datetime, optional
        Only denials that were surely on record then.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`.
    """
    if as_known_at is None:
        # When each was said does not matter then, and is what takes the time.
        named = {
            event
            for event, claim in claims_about(events)
            if claim.stance == "denies" and claim.side in parties
        }
        return pd.Series(events.index.isin(named), index=events.index, dtype=bool)
    denials = ledgers(events, as_known_at, stances={"denies"})
    denied = [any(entry.claim.side in parties for entry in said) for said in denials.values()]
    return pd.Series(denied, index=events.index, dtype=bool)
