"""A briefing: a story told in steps, each sentence with its ground, each step with its map."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs

import pandas as pd
from geopandas import GeoDataFrame
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from geo.border import describe_distance
from geo.errors import StoryFileError
from geo.events.event import Claim, Source
from geo.events.vocabulary import label
from geo.link.link import Link
from geo.story.record import Record
from geo.story.view import read_link

FOLDER = "briefings"
_Line = Annotated[str, Field(min_length=1, max_length=600)]
_Address = Annotated[str, Field(pattern=r"^[^#@\s]+([#@][a-z]+\d+)?$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sentence(_Part):
    """One sentence, and what of the record it rests on.

    An address is a claim ("event#c2"), a source ("event@s3"), or an event alone where the
    sentence tells what the record itself holds of it: its place, time or measured distance.
    """

    text: _Line
    rests_on: tuple[_Address, ...] = Field(min_length=1)


class Step(_Part):
    """One step: what is said, and the map beside it.

    `later` holds what became known only after the time that the step tells of; it is always
    shown apart. `view` is the query of a link to the map.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    headline: _Line
    sentences: tuple[Sentence, ...] = Field(min_length=1, max_length=3)
    later: tuple[Sentence, ...] = Field(default=(), max_length=3)
    view: str = ""

    @property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """What is told, and what became known later."""
        return self.sentences + self.later


class Briefing(_Part):
    """A briefing as its file tells it."""

    title: _Line
    steps: tuple[Step, ...] = Field(min_length=1, max_length=99)

    @model_validator(mode="after")
    def _has_distinct_steps(self) -> "Briefing":
        ids = [step.id for step in self.steps]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"steps: {twice[0]!r} twice, wanted an id for each step")
        return self


@dataclass(frozen=True)
class Ground:
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


def briefing_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the briefings in a story's folder; none where it has none."""
    return tuple(sorted(path.stem for path in (folder / FOLDER).glob("*.json")))


def read_briefing(folder: Path, name: str) -> Briefing:
    """Return a briefing of a story's folder.

    Raises
    ------
    StoryFileError
        If there is no such briefing, or the file is none; the message names each wrong member.
    """
    names = briefing_names(folder)
    if name not in names:
        wanted = ", ".join(names) or f"a file in the folder {FOLDER}"
        raise StoryFileError(f"briefing {name[:60]!r}: no such briefing, wanted {wanted}")
    return parse_briefing((folder / FOLDER / f"{name}.json").read_bytes(), f"{name}.json")


def read_step(folder: Path, name: str, number: int) -> Step:
    """Return a step of a briefing, counted from 1.

    Raises
    ------
    StoryFileError
        If there is no such briefing or step.
    """
    steps = read_briefing(folder, name).steps
    if not 1 <= number <= len(steps):
        raise StoryFileError(f"briefing {name!r}: step {number}, wanted 1 to {len(steps)}")
    return steps[number - 1]


def parse_briefing(content: bytes, name: str) -> Briefing:
    """Return the briefing that a file holds; `name` stands in the message of the error.

    Raises
    ------
    StoryFileError
        If the content is no briefing.
    """
    try:
        return Briefing.model_validate_json(content)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'the file'}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        )
        raise StoryFileError(f"{name}: {faults}") from error


def step_link(step: Step, record: Record) -> tuple[Link, tuple[str, ...]]:
    """Return the map beside a step as a link, and what of its query had to be left out."""
    return read_link(record, parse_qs(step.view, keep_blank_values=True))


def grounds(sentences: Iterable[Sentence], events: GeoDataFrame) -> tuple[Ground, ...]:
    """Return what sentences rest on, each ground once, in order; unknown addresses are left out.

    Parameters
    ----------
    sentences : iterable of Sentence
    events : GeoDataFrame, n rows
        As a record holds them.
    """
    addresses = dict.fromkeys(address for one in sentences for address in one.rests_on)
    found = (ground_at(address, events) for address in addresses)
    return tuple(ground for ground in found if ground is not None)


def ground_at(address: str, events: GeoDataFrame) -> Ground | None:
    """Return what stands at an address of the record, or None where nothing does."""
    event, _, part = address.replace("@", "#").partition("#")
    if event not in events.index:
        return None
    row = events.loc[event]
    sources: dict[str, Source] = {source.id: source for source in row.sources}
    claims: dict[str, Claim] = {claim.id: claim for claim in row.claims}
    if not part:
        return Ground(address, event, _record_words(row), None)
    if "#" in address and part in claims:
        claim = claims[part]
        source = sources.get(claim.source or "")
        return Ground(address, event, _claim_words(claim), source)
    if "@" in address and part in sources:
        source = sources[part]
        return Ground(address, event, source.title or source.publisher, source)
    return None


def _claim_words(claim: Claim) -> str:
    return f"{claim.actor} ({label('stance', claim.stance).lower()}): {claim.summary}"


def _record_words(row: pd.Series) -> str:
    if pd.isna(row.distance_m):
        return f"{row.title}: the record"
    measured = (row.distance_m, bool(row.inside), row.radius_m, row.location_precision)
    return f"{row.title}: the record, and its measured distance ({describe_distance(*measured)})"


def unbacked_steps(briefing: Briefing, events: GeoDataFrame) -> list[str]:
    """Return the headlines of steps with a sentence that rests on what the events do not hold."""
    return [
        step.headline
        for step in briefing.steps
        if any(
            ground_at(address, events) is None
            for sentence in step.all_sentences
            for address in sentence.rests_on
        )
    ]
