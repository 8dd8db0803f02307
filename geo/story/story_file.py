"""The story file: what makes this app show one story and not another."""

import os
from functools import cached_property
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, model_validator

from geo.border.countries import check_country
from geo.claims.sides import Sides
from geo.errors import StoryFileError, quote
from geo.events.fields import OneLine, ShownLine, ZoneName
from geo.events.files.strict_model import StrictModel
from geo.events.files.whole_file import read_wanted_file
from geo.events.sparse.defaults import CLAIM_DEFAULTS
from geo.events.vocabulary import Vocabulary
from geo.link.link import from_query
from geo.story.files.folder_name import name_folder
from geo.story.files.json_file import parse_model
from geo.story.files.problems import LANGUAGE, SLUG, WORD
from geo.story.parts.annotation import MOST_ANNOTATIONS, Annotation
from geo.story.parts.basis import RecordBasis
from geo.story.parts.own_words import Extends, OwnWords, extend_vocabulary
from geo.story.parts.sentence import Sentence
from geo.times import Range


def _check_inside_folder(name: str) -> str:
    """Let a story name files of its own folder only: one from elsewhere may read no other."""
    path = Path(name)
    if path.is_absolute() or ".." in path.parts or not name.isprintable():
        raise ValueError(f"found {quote(name)}, wanted a file inside the story's folder")
    return name


FileName = Annotated[str, Field(min_length=1), AfterValidator(_check_inside_folder)]
CountryCode = Annotated[str, AfterValidator(check_country)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
LanguageCode = Annotated[
    str, Field(pattern=LANGUAGE, description="of its texts, such as en, fr or uk")
]
_Id = Annotated[str, Field(pattern=WORD)]


class Group(StrictModel):
    """One of the story's own groups of events."""

    id: _Id
    label: ShownLine


class Side(StrictModel):
    """A side that speaks; a party to the conflict does not corroborate itself."""

    id: _Id
    label: ShownLine
    party: bool = False


class Preset(StrictModel):
    """A date range with a name; `from_` and `to` are written as in a link."""

    id: Annotated[str, Field(pattern=SLUG)]
    label: ShownLine
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None

    @model_validator(mode="after")
    def _check_range(self) -> "Preset":
        _, left_out = from_query(self._query())
        if left_out:
            raise ValueError("; ".join(map(str, left_out)))
        if (self.from_ is None) != (self.to is None):
            raise ValueError("found one of from and to, wanted both or neither")
        return self

    def range(self) -> Range | None:
        """Return the range of the preset; None if it keeps everything."""
        return from_query(self._query())[0].filters.range

    def _query(self) -> dict[str, list[str]]:
        return {"from": [self.from_ or ""], "to": [self.to or ""]}


class Lead(StrictModel):
    """What the first screen asks and answers: each sentence says who says so, and on what ground.

    `briefing` names the briefing that has the rest.
    """

    question: Annotated[ShownLine, Field(max_length=120)]
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=2)]
    briefing: Annotated[str, Field(pattern=SLUG)] | None = None


class BorderFile(StrictModel):
    """The polygon that distances are measured from: a file, or a country of the bundled borders.

    Without a name, version or credit they are those of the file or of the bundled borders.
    """

    file: FileName | None = None
    country: CountryCode | None = None
    name: ShownLine | None = None
    version: ShownLine | None = None
    credit: ShownLine | None = None
    accuracy_m: Annotated[float, Field(ge=0)] | None = Field(
        default=None, description="how far the drawn line may lie from the true one, metres"
    )

    @model_validator(mode="after")
    def _check_source(self) -> "BorderFile":
        if (self.file is None) == (self.country is None):
            found = "neither" if self.file is None else "both"
            raise ValueError(f"found {found} of file and country, wanted one of them")
        return self


class BasemapFiles(StrictModel):
    """Files of the base map; each may be missing."""

    world: FileName | None = None
    countries: FileName | None = None
    regions: FileName | None = None
    lakes: FileName | None = None
    cities: FileName | None = None
    credit: OneLine = ""


Named = TypeVar("Named", Group, Side, Preset)


def _check_unique(named: tuple[Named, ...]) -> tuple[Named, ...]:
    ids = [one.id for one in named]
    if repeated := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise ValueError(f"found {', '.join(repeated)} more than once, wanted each id once")
    return named


class Story(StrictModel):
    """A story as described by story.json in its folder."""

    title: ShownLine
    subtitle: OneLine = ""
    language: LanguageCode | None = None
    zone: ZoneName = "UTC"
    events: FileName = "events.geojson"
    corrections: FileName = "corrections.jsonl"
    basis: RecordBasis | None = None
    border: BorderFile | None = None
    basemap: BasemapFiles = BasemapFiles()
    groups: Annotated[tuple[Group, ...], AfterValidator(_check_unique)] = ()
    sides: Annotated[tuple[Side, ...], AfterValidator(_check_unique)] = ()
    event_types: Annotated[OwnWords, Extends("event_type")] = ()
    targets: Annotated[OwnWords, Extends("target_type")] = ()
    presets: Annotated[tuple[Preset, ...], AfterValidator(_check_unique)] = ()
    bounds: tuple[Longitude, Latitude, Longitude, Latitude] | None = Field(
        default=None, description="west, south, east, north; west > east across 180 degrees"
    )
    credits: tuple[ShownLine, ...] = ()
    lead: Lead | None = None
    annotations: Annotated[tuple[Annotation, ...], Field(max_length=MOST_ANNOTATIONS)] = Field(
        default=(), description="notes on the axes of time"
    )

    @property
    def parties(self) -> frozenset[str]:
        """Sides that are parties to the conflict."""
        return frozenset(side.id for side in self.sides if side.party)

    @property
    def declared_sides(self) -> Sides:
        """The sides whose word counts, and which of them are parties."""
        return Sides({side.id: side.label for side in self.sides}, self.parties)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that its events may have: its own before those of every story."""
        return extend_vocabulary(type(self).model_fields, self)

    def label(self, field: str, word: str) -> str:
        """Return the label of a word of a field; the word itself where the story has none.

        Parameters
        ----------
        field : str
            Of the vocabulary, or "group".
        word : str
        """
        return self.group_label(word) if field == "group" else self.vocabulary.label(field, word)

    @cached_property
    def ranges(self) -> dict[str, Range]:
        """The range of each preset, by its id; presets that keep all dates are left out."""
        found = ((preset.id, preset.range()) for preset in self.presets)
        return {id_: range_ for id_, range_ in found if range_}

    def group_label(self, group: str) -> str:
        """Return the label of a group; its id where the story has none."""
        return self.group_labels.get(group, group)

    @cached_property
    def group_labels(self) -> dict[str, str]:
        """The label of each group, by its id."""
        return {group.id: group.label for group in self.groups}

    def side_label(self, side: str) -> str:
        """Return the label of a side; its id where the story has none."""
        unlabelled = "side not stated" if side == CLAIM_DEFAULTS["side"] else side
        return next((known.label for known in self.sides if known.id == side), unlabelled)


def read_story(folder: Path | str | os.PathLike[str]) -> Story:
    """Return the story of a folder.

    Raises
    ------
    StoryFileError
        If the folder has no story.json, or one that is not a story; the message names
        each member that is wrong.
    """
    wanted = f"a story file with at least a title in the folder {name_folder(folder)!r}"
    content = read_wanted_file(Path(folder) / "story.json", "story.json", wanted, StoryFileError)
    return parse_model(content, Story, "story.json")
