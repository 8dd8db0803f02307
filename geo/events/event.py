"""One event in a file: the model from which its checks and its JSON Schema are made."""

from datetime import datetime
from operator import attrgetter
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from geo.errors import Problem
from geo.events.fields import Id, Instant, Line, Metres, Note, Prose, WordOf, ZoneName
from geo.events.geometry.shapes import Geometry
from geo.events.parts import STRICT, Casualties, Claim, Source, Territory


class CrossChecked(NamedTuple):
    """The members of an event, except its times, that are checked against each other."""

    verification: str
    verified_aspects: tuple[str, ...]
    attribution: str
    established_by: str | None
    killed: Casualties | None
    injured: Casualties | None
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


_pick_cross_checked = attrgetter(*CrossChecked._fields)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Event:
    """The properties of one event.

    `start` is the earliest instant at which it can have begun; `end`, which is not included, the
    latest at which it can have been over. `tz` is the zone of the place. `EVENT` in
    `geo.events.guide` says in a sentence what each member means.
    """

    title: Line
    summary: Prose | None
    group: Line
    event_type: Annotated[str, WordOf("event_type")]
    target_type: Annotated[str, WordOf("target_type")]
    verification: Annotated[str, WordOf("verification")]
    verified_aspects: Annotated[
        tuple[Annotated[str, WordOf("verified_aspects")], ...], Field(max_length=3)
    ]
    attribution: Annotated[str, WordOf("attribution")]
    established_by: Line | None
    start: Annotated[datetime, Instant()]
    end: Annotated[datetime, Instant()]
    tz: ZoneName
    time_precision: Annotated[str, WordOf("time_precision")]
    place: Line
    place_local: Line | None
    region: Line | None
    location_precision: Annotated[str, WordOf("location_precision")]
    radius_m: Metres | None
    place_basis: Line
    territory: Territory
    target: Line | None
    means_reported: Line | None
    damage: Prose | None
    killed: Casualties | None
    injured: Casualties | None
    claims: Annotated[tuple[Claim, ...], Field(max_length=1000)]
    sources: Annotated[tuple[Source, ...], Field(max_length=1000)]
    doubt: Prose | None
    note: Note | None
    checked: Annotated[tuple[Prose, ...], Field(max_length=100)] | None
    incident: Line | None
    kind: Annotated[str, WordOf("kind")]
    workflow: Annotated[str, WordOf("workflow")]

    @model_validator(mode="after")
    def _check_consistency(self) -> Self:
        problems = find_contradictions(CrossChecked._make(_pick_cross_checked(self)))
        if self.end <= self.start:
            wanted = f"an instant after start, {self.start.isoformat()}"
            problems = [Problem("end", self.end.isoformat(), wanted), *problems]
        if problems:
            raise PydanticCustomError(
                "contradictions", "members contradict each other", {"problems": problems}
            )
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Feature:
    """One event: a GeoJSON Feature (RFC 7946). Without a geometry its place is not known."""

    type: Literal["Feature"]
    id: Id
    geometry: Geometry | None
    properties: Event


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class FeatureCollection:
    """A file of events: GeoJSON (RFC 7946) in WGS 84, lon before lat, without a crs."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]
    title: Prose | None = None
    version: Prose | None = None
    as_of: Prose | None = None
    licence: Prose | None = None
    attribution: Prose | None = None


def find_contradictions(members: CrossChecked) -> list[Problem]:
    """Return what is wrong with members that are each good by themselves."""
    problems: list[Problem] = []
    claims = {claim.id for claim in members.claims}
    sources = {source.id for source in members.sources}
    if members.verification == "partly_verified" and not members.verified_aspects:
        wanted = "which aspects are verified: place, time, content"
        problems.append(Problem("verified_aspects", "an empty list", wanted))
    if members.attribution == "established" and members.established_by is None:
        wanted = "who established it, as attribution is 'established'"
        problems.append(Problem("established_by", "null", wanted))
    if len(claims) < len(members.claims):
        problems.append(_describe_repeated("claims", len(members.claims), len(claims)))
    if len(sources) < len(members.sources):
        problems.append(_describe_repeated("sources", len(members.sources), len(sources)))
    for number, claim in enumerate(members.claims):
        if claim.source is not None and claim.source not in sources:
            wanted = "the id of a source of this event"
            problems.append(Problem(f"claims[{number}].source", repr(claim.source), wanted))
    for name, count in (("killed", members.killed), ("injured", members.injured)):
        if count and count.claim and "#" not in count.claim and count.claim not in claims:
            wanted = "the id of a claim of this event, or event#claim for one of another event"
            problems.append(Problem(f"{name}.claim", repr(count.claim), wanted))
    return problems


def _describe_repeated(name: str, count: int, different: int) -> Problem:
    found = f"{count} with {different} different ids"
    return Problem(name, found, "an id of its own for each")
