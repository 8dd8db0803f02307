"""Statements that a part of the record must take along, so that it stands on its own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
from geopandas import GeoDataFrame

from geo.events.event import Casualties, Claim, Source

_COUNTS = ("killed", "injured")


def take_part(events: GeoDataFrame, kept: pd.Series) -> GeoDataFrame:
    """Return the kept events with every statement about them.

    A statement about several events is filed under one of them. Where that one stays behind,
    the statement and its source move to the first kept event that it is about, under the next
    free ids, and figures that rest on it name it there: a denial must not get lost, nor a
    figure stand without its ground, because of a filter.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record, as `read_events` gives it.
    kept : Series of bool, n values

    Returns
    -------
    GeoDataFrame, one row for each kept event
        Columns as given.
    """
    part = events[kept].copy()
    moves = list(_moves(events[~kept], part))
    if not moves:
        return part
    claims = {event: list(part.at[event, "claims"]) for event in part.index}
    sources = {event: list(part.at[event, "sources"]) for event in part.index}
    grounds: dict[str, tuple[str, str]] = {}
    copies: dict[tuple[str, str, str], str] = {}
    for home, claim, source, about in moves:
        heir = about[0]
        if source is not None and (heir, home, source.id) not in copies:
            new = _free_id("s", [one.id for one in sources[heir]])
            copies[heir, home, source.id] = new
            sources[heir].append(replace(source, id=new))
        new = _free_id("c", [one.id for one in claims[heir]])
        grounds[f"{home}#{claim.id}"] = heir, new
        held_by = copies[heir, home, source.id] if source else None
        also_about = tuple(about[1:])
        claims[heir].append(replace(claim, id=new, source=held_by, also_about=also_about))
    for name, members in (("claims", claims), ("sources", sources)):
        part[name] = pd.Series({event: tuple(own) for event, own in members.items()}, dtype=object)
    for name in _COUNTS:
        counts = [
            _rest_on(event, count, grounds)
            for event, count in zip(part.index, part[name], strict=True)
        ]
        part[name] = pd.Series(counts, part.index, dtype=object)
    return part


def _moves(
    left: GeoDataFrame, part: GeoDataFrame
) -> Iterator[tuple[str, Claim, Source | None, list[str]]]:
    """Yield statements filed under events that stay behind, and the kept ones they are about."""
    resting = defaultdict(list)
    for name in _COUNTS:
        for event, count in part[name].items():
            if count is not None and count.claim and "#" in count.claim:
                resting[count.claim].append(event)
    here = frozenset(part.index)
    for home, claims, sources in zip(left.index, left["claims"], left["sources"], strict=True):
        for claim in claims:
            about = [event for event in claim.also_about if event in here]
            about += resting.get(f"{home}#{claim.id}", [])
            if about:
                source = next((one for one in sources if one.id == claim.source), None)
                yield home, claim, source, list(dict.fromkeys(about))


def _free_id(letter: str, taken: list[str]) -> str:
    number = len(taken) + 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def _rest_on(
    event: str, count: Casualties | None, grounds: dict[str, tuple[str, str]]
) -> Casualties | None:
    if count is None or count.claim not in grounds:
        return count
    heir, claim = grounds[count.claim]
    return replace(count, claim=claim if heir == event else f"{heir}#{claim}")
