"""One event as it stands in a file: the model from which its checks and its JSON Schema are made.

Every member of an event stands in the file, null where nothing is known; only the last four
members of a claim may be left out.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from geo.events.fields import (
    CLAIM_ELSEWHERE,
    PATTERNS,
    ClaimId,
    Count,
    DateText,
    Id,
    Instant,
    Kilometres,
    Line,
    Link,
    Metres,
    Prose,
    Words,
    ZoneName,
)
from geo.events.geometry import Geometry

# Dataclasses with slots take a fifth of the memory of a BaseModel; a file has many claims.
_STRICT = ConfigDict(strict=True)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Claim:
    """What one speaker said about an event. A later claim never overwrites an earlier one.

    `source` names one of the event's sources; `also_about` names other events of which the same
    statement speaks (one copy is kept); `distance_km` is a distance to the border that the
    speaker stated.
    """

    id: Id
    stance: Annotated[str, Words("stance")]
    about: Annotated[tuple[Annotated[str, Words("about")], ...], Field(min_length=1, max_length=8)]
    basis: Annotated[str, Words("basis")]
    side: Line
    actor: Line
    said_at: DateText | None
    said_at_precision: Annotated[str, Words("time_precision")] | None
    summary: Prose
    source: Id | None
    where: Line | None = None
    channel: Line | None = None
    also_about: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    distance_km: Kilometres | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Source:
    """Where a claim can be read. Copies of one wire story or post share an `origin`."""

    id: Id
    publisher: Line
    title: Line | None
    url: Link | None
    date: DateText | None
    origin: Line
    is_party: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Casualties:
    """Killed or injured people as stated: null = no number, 0 = somebody said none.

    `claim` is the claim the numbers rest on, `event#claim` where it stands in another event.
    """

    low: Count | None
    best: Count | None
    high: Count | None
    claim: ClaimId | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        stated = [number for number in (self.low, self.best, self.high) if number is not None]
        if stated != sorted(stated):
            found = f"low {self.low}, best {self.best}, high {self.high}".replace("None", "null")
            raise PydanticCustomError(
                "wanted", "{wanted}", {"found": found, "wanted": "low <= best <= high"}
            )
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Territory:
    """To which country a place belongs by international recognition, and who controlled it then."""

    recognised_country: Line | None
    controlled_by: Line | None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Event:
    """The properties of one event.

    `start` is the earliest instant at which it can have begun; `end`, which is not included, the
    latest at which it can have been over. `tz` is the zone of the place.
    """

    title: Line
    summary: Prose
    group: Line
    event_type: Annotated[str, Words("event_type")]
    target_type: Annotated[str, Words("target_type")]
    verification: Annotated[str, Words("verification")]
    verified_aspects: Annotated[
        tuple[Annotated[str, Words("verified_aspects")], ...], Field(max_length=3)
    ]
    attribution: Annotated[str, Words("attribution")]
    established_by: Line | None
    start: Annotated[datetime, Instant()]
    end: Annotated[datetime, Instant()]
    tz: ZoneName
    time_precision: Annotated[str, Words("time_precision")]
    place: Line
    place_local: Line | None
    region: Line | None
    location_precision: Annotated[str, Words("location_precision")]
    radius_m: Metres
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
    note: Prose | None
    checked: Annotated[tuple[Prose, ...], Field(max_length=100)] | None
    incident: Line | None
    kind: Annotated[str, Words("kind")]
    workflow: Annotated[str, Words("workflow")]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        faults = [*_faults_of_times(self), *faults_together(self)]
        if faults:
            raise PydanticCustomError("faults", "members contradict each other", {"faults": faults})
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Feature:
    """One event on the map: a GeoJSON Feature (RFC 7946)."""

    type: Literal["Feature"]
    id: Id
    geometry: Geometry
    properties: Event


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class FeatureCollection:
    """A file of events: GeoJSON (RFC 7946) in WGS 84, lon before lat, without a crs."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]
    title: Prose | None = None
    version: Prose | None = None
    as_of: Prose | None = None
    licence: Prose | None = None
    attribution: Prose | None = None


Fault = tuple[str, str, str]
"""Field, what was found, what was wanted."""


class Together(NamedTuple):
    """The members of an event, beside its times, that are checked against each other."""

    verification: str
    verified_aspects: tuple[str, ...]
    attribution: str
    established_by: str | None
    killed: Casualties | None
    injured: Casualties | None
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def faults_together(event: Event | Together) -> list[Fault]:
    """Return what is wrong with members that are each good by themselves."""
    return [*_faults_of_words(event), *_faults_of_references(event)]


def _faults_of_times(event: Event) -> Iterator[Fault]:
    if event.end <= event.start:
        yield "end", event.end.isoformat(), f"an instant after start, {event.start.isoformat()}"


def _faults_of_words(event: Event | Together) -> Iterator[Fault]:
    if event.verification == "partly_verified" and not event.verified_aspects:
        yield (
            "verified_aspects",
            "an empty list",
            "which aspects are verified: place, time, content",
        )
    if event.attribution == "established" and event.established_by is None:
        yield "established_by", "null", "who established it, as attribution is 'established'"


def _faults_of_references(event: Event | Together) -> Iterator[Fault]:
    sources = {source.id for source in event.sources}
    claims = {claim.id for claim in event.claims}
    for name, members, ids in (
        ("claims", event.claims, claims),
        ("sources", event.sources, sources),
    ):
        if len(ids) < len(members):
            yield name, f"{len(members)} with {len(ids)} different ids", "an id of its own for each"
    for number, claim in enumerate(event.claims):
        if claim.source is not None and claim.source not in sources:
            yield f"claims[{number}].source", repr(claim.source), "the id of a source of this event"
    for name, count in (("killed", event.killed), ("injured", event.injured)):
        if count and count.claim and "#" not in count.claim and count.claim not in claims:
            yield f"{name}.claim", repr(count.claim), PATTERNS[CLAIM_ELSEWHERE]
