"""Statements that a part of the record must take along, so that it stands on its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd
from geopandas import GeoDataFrame

from geo.events.event import Casualties, Claim, Source

_COUNTS = ("killed", "injured")


Adopted = Mapping[str, Mapping[str, object]]
"""For claims, sources, killed and injured: the new value of each event that has another one."""


def adopt(events: GeoDataFrame, kept: pd.Series) -> Adopted:
    """Return what the kept events must take over so that every statement about them is with them.

    A statement about several events is filed under one of them. Where that one stays behind,
    the statement and its source move to the first kept event that it is about, under the next
    free ids, and figures that rest on it name it there: a denial must not get lost, nor a
    figure stand without its ground, because of a filter.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record, as `read_events` gives it.
    kept : Series of bool, n values
    """
    part = events.loc[kept, ["claims", "sources", *_COUNTS]]
    claims: dict[str, list[Claim]] = {}
    sources: dict[str, list[Source]] = {}
    grounds: dict[str, tuple[str, str]] = {}
    copies: dict[tuple[str, str, str], str] = {}
    for home, claim, source, about in _moves(events[~kept], part):
        heir = about[0]
        own_claims = claims.setdefault(heir, list(part.at[heir, "claims"]))
        own_sources = sources.setdefault(heir, list(part.at[heir, "sources"]))
        if source is not None and (heir, home, source.id) not in copies:
            new = _free_id("s", [one.id for one in own_sources])
            copies[heir, home, source.id] = new
            own_sources.append(replace(source, id=new))
        new = _free_id("c", [one.id for one in own_claims])
        grounds[f"{home}#{claim.id}"] = heir, new
        held_by = copies[heir, home, source.id] if source else None
        own_claims.append(replace(claim, id=new, source=held_by, also_about=tuple(about[1:])))
    adopted: dict[str, dict[str, object]] = {
        "claims": {event: tuple(own) for event, own in claims.items()},
        "sources": {event: tuple(own) for event, own in sources.items()},
    }
    for name in _COUNTS:
        adopted[name] = {
            event: _rest_on(event, count, grounds)
            for event, count in part[name].items()
            if count is not None and count.claim in grounds
        }
    return adopted


def with_adopted(part: GeoDataFrame, adopted: Adopted) -> GeoDataFrame:
    """Return some of the kept events with what they take over."""
    for name, changes in adopted.items():
        if name in part and not changes.keys().isdisjoint(part.index):
            values = [changes.get(event, value) for event, value in part[name].items()]
            part = part.assign(**{name: pd.Series(values, part.index, dtype=object)})
    return part


def _moves(
    left: GeoDataFrame, part: pd.DataFrame
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


def _rest_on(event: str, count: Casualties, grounds: dict[str, tuple[str, str]]) -> Casualties:
    heir, claim = grounds[count.claim or ""]
    return replace(count, claim=claim if heir == event else f"{heir}#{claim}")
