"""What the sentences of a briefing rest on: claims, sources and events of the record."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from geopandas import GeoDataFrame

from geo.border import distance_words
from geo.events import Claim, Source
from geo.events.vocabulary import label
from geo.story.briefings.briefing import Briefing
from geo.story.parts.sentence import Sentence


@dataclass(frozen=True)
class Reference:
    """What a sentence rests on, as readers see it.

    Attributes
    ----------
    address : str
    event : str
        Event id.
    words : str
        Who says what, or what the record holds.
    source : Source or None
    """

    address: str
    event: str
    words: str
    source: Source | None


def collect_references(
    sentences: Iterable[Sentence], events: GeoDataFrame
) -> tuple[Reference, ...]:
    """Return what sentences rest on, each once and in order; unknown addresses are left out.

    Parameters
    ----------
    sentences : iterable of Sentence
    events : GeoDataFrame, n rows
        As a record holds them.
    """
    addresses = dict.fromkeys(address for sentence in sentences for address in sentence.rests_on)
    found = (find_reference(address, events) for address in addresses)
    return tuple(reference for reference in found if reference is not None)


def find_reference(address: str, events: GeoDataFrame) -> Reference | None:
    """Return what an address of the record refers to; None if it refers to nothing."""
    event, _, part = address.replace("@", "#").partition("#")
    if event not in events.index:
        return None
    row = events.loc[event]
    sources: dict[str, Source] = {source.id: source for source in row.sources}
    claims: dict[str, Claim] = {claim.id: claim for claim in row.claims}
    if not part:
        return Reference(address, event, _describe_record(row), None)
    if "#" in address and part in claims:
        claim = claims[part]
        source = sources.get(claim.source or "")
        return Reference(address, event, _describe_claim(claim), source)
    if "@" in address and part in sources:
        source = sources[part]
        return Reference(address, event, source.title or source.publisher, source)
    return None


def _describe_claim(claim: Claim) -> str:
    return f"{claim.actor} ({label('stance', claim.stance).lower()}): {claim.summary}"


def _describe_record(row: pd.Series) -> str:
    if pd.isna(row.distance_m):
        return f"{row.title}: the record"
    return f"{row.title}: the record, and its measured distance ({distance_words(row)})"


def find_unbacked_steps(briefing: Briefing, events: GeoDataFrame) -> list[str]:
    """Return the headlines of steps with an address that refers to nothing among the events."""
    return [
        step.headline
        for step in briefing.steps
        if any(
            find_reference(address, events) is None
            for sentence in step.all_sentences
            for address in sentence.rests_on
        )
    ]
