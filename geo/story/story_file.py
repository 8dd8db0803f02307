"""The story file: all that makes this app tell one story and not another."""

import os
from pathlib import Path
from typing import Annotated, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from geo.errors import StoryFileError
from geo.link.link import from_query
from geo.times import Range


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"{name!r} is not a time zone such as 'Europe/Moscow'")
    return name


def _stays_inside(name: str) -> str:
    """A story names files of its own folder, so that a story from elsewhere reads no other."""
    path = Path(name)
    if path.is_absolute() or ".." in path.parts or not name.isprintable():
        raise ValueError(f"{name!r} leaves the story's folder")
    return name


FileName = Annotated[str, Field(min_length=1), AfterValidator(_stays_inside)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Word = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Group(_Part):
    """One of the story's own groups of events."""

    id: Word
    label: str


class Side(_Part):
    """A side that speaks; a party to the conflict does not corroborate itself."""

    id: Word
    label: str
    party: bool = False


class Preset(_Part):
    """A date range with a name; `from_` and `to` are written as in a link."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_-]+$")]
    label: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None

    @model_validator(mode="after")
    def _reads_as_a_link_does(self) -> "Preset":
        _, left_out = from_query(self._query())
        if left_out:
            raise ValueError("; ".join(left_out))
        if (self.from_ is None) != (self.to is None):
            raise ValueError("a preset with one end, wanted both from and to, or neither")
        return self

    def range(self) -> Range | None:
        """The range of the preset; None where it keeps all."""
        return from_query(self._query())[0].filters.range

    def _query(self) -> dict[str, list[str]]:
        return {"from": [self.from_ or ""], "to": [self.to or ""]}


class BorderFile(_Part):
    """The polygon that distances are measured from."""

    file: FileName
    name: str
    version: str = ""
    credit: str = ""


class Basemap(_Part):
    """Files of the base map; each may be missing."""

    world: FileName | None = None
    countries: FileName | None = None
    regions: FileName | None = None
    lakes: FileName | None = None
    cities: FileName | None = None
    credit: str = ""


Named = TypeVar("Named", Group, Side, Preset)


def _each_once(parts: tuple[Named, ...]) -> tuple[Named, ...]:
    ids = [part.id for part in parts]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise ValueError(f"{', '.join(twice)} stands here twice")
    return parts


class Story(_Part):
    """A story as its folder's story.json tells it."""

    title: Annotated[str, Field(min_length=1)]
    subtitle: str = ""
    zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    events: FileName = "events.geojson"
    corrections: FileName = "corrections.jsonl"
    border: BorderFile | None = None
    basemap: Basemap = Basemap()
    groups: Annotated[tuple[Group, ...], AfterValidator(_each_once)] = ()
    sides: Annotated[tuple[Side, ...], AfterValidator(_each_once)] = ()
    presets: Annotated[tuple[Preset, ...], AfterValidator(_each_once)] = ()
    bounds: tuple[Longitude, Latitude, Longitude, Latitude] | None = Field(
        default=None, description="west, south, east, north; west > east across 180 degrees"
    )
    credits: tuple[str, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """Sides that are parties to the conflict."""
        return frozenset(side.id for side in self.sides if side.party)

    def group_label(self, group: str) -> str:
        """The words for a group; the group's own name where the story has none."""
        return next((known.label for known in self.groups if known.id == group), group)

    def side_label(self, side: str) -> str:
        """The words for a side; the side's own name where the story has none."""
        return next((known.label for known in self.sides if known.id == side), side)


def read_story(folder: Path | str | os.PathLike[str]) -> Story:
    """Return the story of a folder.

    Raises
    ------
    StoryFileError
        If the folder has no story.json, or one that is not a story; the message names
        each member that is wrong.
    """
    path = Path(folder) / "story.json"
    try:
        return Story.model_validate_json(path.read_bytes())
    except OSError as error:
        raise StoryFileError(
            f"story.json: not readable in the folder {Path(folder).name!r}, "
            "wanted a story file with at least a title"
        ) from error
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'the file'}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        )
        raise StoryFileError(f"story.json: {faults}") from error
