"""The grid of disagreement: who takes which stance on which topic."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np
import pandas as pd

from geo.claims.ledger.build import build_ledgers
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.stances.stance_classes import DENYING, TOPICS
from geo.events import Claim
from geo.events.columns.also_about import select_referring
from geo.events.columns.shared_values import find_shared


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
        Only cells that are not empty.
    """

    topics: tuple[str, ...]
    voices: tuple[str, ...]
    cells: Mapping[tuple[str, str], Ledger]

    def list_stances(self, topic: str, voice: str) -> tuple[str, ...]:
        """Return the stances in a cell, each once, in the order taken."""
        stances = (entry.claim.stance for entry in self.cells.get((topic, voice), ()))
        return tuple(dict.fromkeys(stances))


def build_grid(entries: Ledger, by: Literal["side", "actor"] = "side") -> Grid:
    """Return the grid of topics against sides or speakers."""
    cells: dict[tuple[str, str], list[Entry]] = {}
    voices: dict[str, None] = {}
    for entry in entries:
        voice = entry.claim.side if by == "side" else str(entry.claim.actor)
        voices[voice] = None
        for topic in entry.claim.about:
            cells.setdefault((topic, voice), []).append(entry)
    return Grid(TOPICS, tuple(voices), {cell: tuple(found) for cell, found in cells.items()})


def flag_party_denials(
    events: pd.DataFrame, parties: Collection[str], as_known_at: datetime | None = None
) -> pd.Series:
    """Return which events a party to the conflict denies, in whole or in part, or calls staged.

    Parameters
    ----------
    events : DataFrame, n rows
    parties : collection of str
        Sides that are parties to the conflict.
    as_known_at : datetime, optional
        Only denials that were certainly on record then.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`.
    """
    if as_known_at is None:
        # When each was said does not matter then, and is what takes the time.
        shared = find_shared(events, ["claims"])
        few = events["claims"].iloc[shared.first]
        denied = np.array([any(_list_denials(each, parties)) for each in few], dtype=bool)
        elsewhere = {
            other
            for claims in select_referring(events)
            for claim in _list_denials(claims, parties)
            for other in claim.also_about
        }
        by_any = denied[shared.codes] | events.index.isin(elsewhere)
        return pd.Series(by_any, index=events.index, dtype=bool)
    ledgers = build_ledgers(events, as_known_at, stances=DENYING)
    by_party = [any(entry.claim.side in parties for entry in found) for found in ledgers.values()]
    return pd.Series(by_party, index=events.index, dtype=bool)


def _list_denials(claims: Iterable[Claim], parties: Collection[str]) -> list[Claim]:
    return [claim for claim in claims if claim.stance in DENYING and claim.side in parties]
