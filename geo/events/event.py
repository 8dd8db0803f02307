"""One event in a file: the model from which its checks and its JSON Schema are made."""

from datetime import datetime
from operator import attrgetter
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from geo.errors import Problem
from geo.events.consistency import CrossChecked, find_contradictions
from geo.events.fields import Id, Instant, Line, Metres, Prose, WordOf, ZoneName
from geo.events.geometry import Geometry
from geo.events.parts import STRICT, Casualties, Claim, Source, Territory

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
    note: Prose | None
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
