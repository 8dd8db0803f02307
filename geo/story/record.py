"""The record: a story's events with all that is computed from them once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from geopandas import GeoDataFrame

from geo.border import Border
from geo.border.cache import cached_distances
from geo.claims import find_first_reports, flag_party_denials, flag_single_origin
from geo.events import EventSource, Rejection
from geo.events.reading.cache import cached_events
from geo.events.reading.read import Reading
from geo.events.rejections import describe_rejected
from geo.events.vocabulary import Vocabulary
from geo.link.fields import categorise_words
from geo.story.computed_parts import ComputedParts
from geo.story.files.neutral_folder import find_cache_folder
from geo.story.files.own_file import find_own_file
from geo.story.published import DESK_MEMBERS, keep_published, list_unpublished, list_withdrawn
from geo.story.story_border import mark_places, measure_places, read_borders
from geo.story.story_file import Story
from geo.story.versions.archive import name_version
from geo.story.versions.changes import Version
from geo.story.versions.history import (
    History,
    build_history,
    list_last_changes,
    read_known_versions,
)


@dataclass(frozen=True)
class Record(ComputedParts):
    """What a story's files hold, as every page reads it. Never changed, only read again.

    Attributes
    ----------
    events : GeoDataFrame, n rows
        Columns of `read_events`, and distance_m, nearest_lon, nearest_lat, inside, low_m,
        high_m (to the first border; NaN without one), any_party_denies, one_origin_only,
        reported (of `find_first_reports`, on the story's clock), last_change (a `LastChange`).
    choices : DataFrame, n rows
        Of `categorise_words`.
    rejected, notes : tuple of Rejection, tuple of str
        Why events could not be read, and what was read differently from how the file has it.
    count_read : int
        How many events the file has, good or not.
    about : dict
        Title, version, date and licence as the file states them.
    borders : tuple of Border
        The measured borders, the story's own first.
    second_distances : DataFrame or None
        distance_m, nearest_lon, nearest_lat, inside to the second border.
    version : str
        Short hash of the event file.
    vocabulary : Vocabulary
        The words that its fields may have, those of the story among them.
    unpublished : frozenset of str
        Ids of events that stay at the desk; nothing of them may be shown: `list_unpublished`.
    withdrawn : frozenset of str
        Ids of events that the desk has withdrawn after a version had them: no secret.
    history : History
        What has changed since each version of the data.
    """

    events: GeoDataFrame
    choices: pd.DataFrame
    rejected: tuple[Rejection, ...]
    count_read: int
    notes: tuple[str, ...]
    about: dict[str, str]
    borders: tuple[Border, ...]
    second_distances: pd.DataFrame | None
    version: str
    vocabulary: Vocabulary
    unpublished: frozenset[str]
    withdrawn: frozenset[str] = frozenset()
    history: History = field(default_factory=History)

    @property
    def rejected_words(self) -> str:
        """How much was rejected, in the words that readers see; "" if nothing was."""
        return describe_rejected(self.rejected, self.count_read)


def open_record(
    story: Story,
    folder: Path,
    source: EventSource | None = None,
    second_border: Path | None = None,
) -> Record:
    """Return the record of a story's folder; many events and distances are cached beside it.

    Parameters
    ----------
    story : Story
    folder : Path
    source : EventSource, optional
        Another event file to read in place of the story's.
    second_border : Path, optional
        A second polygon to measure from, for example a border as controlled.

    Raises
    ------
    EventFileError, BorderFileError
        If nothing in a file can be used.
    """
    versions = read_known_versions(folder)
    is_own = source is None
    source = source or EventSource.from_name(find_own_file(folder, story.events))
    borders = read_borders(story, folder, second_border)
    cache_folder = find_cache_folder(folder, source)
    content = source.read()
    # The story's versions say nothing about another file.
    known = versions if is_own or (versions and name_version(content) in versions) else {}
    return build_record(story, content, source.name, borders, cache_folder, known)


def join_record(story: Story, folder: Path, content: bytes, reading: Reading) -> Record:
    """Return the record of a story's folder whose file of events has been read already.

    Parameters
    ----------
    story, folder
        As for `open_record`.
    content, reading
        Of its file of events, and what was read of it.

    Raises
    ------
    BorderFileError
        If nothing in a border's file can be used.
    """
    borders, versions = read_borders(story, folder, None), read_known_versions(folder)
    version, cache_folder = name_version(content), find_cache_folder(folder, None)
    return _complete(story, reading, version, borders, cache_folder, versions)


def build_record(
    story: Story,
    content: bytes,
    name: str,
    borders: tuple[Border, ...],
    cache_folder: Path | None,
    versions: Mapping[str, Version] | None = None,
) -> Record:
    """Return the record of a file's content.

    Parameters
    ----------
    story : Story
    content : bytes
        GeoJSON or GeoParquet.
    name : str
        What the file is called in messages.
    borders : tuple of Border
        To measure distances to, the story's own first.
    cache_folder : Path or None
        The folder whose cache keeps many events and their distances.
    versions : mapping of str to Version, optional
        Those of the story, the oldest first.

    Raises
    ------
    EventFileError
        If nothing in it can be used.
    """
    reading = cached_events(content, name, story.zone, story.vocabulary, DESK_MEMBERS, cache_folder)
    return _complete(story, reading, name_version(content), borders, cache_folder, versions or {})


def _complete(
    story: Story,
    reading: Reading,
    version: str,
    borders: tuple[Border, ...],
    cache_folder: Path | None,
    versions: Mapping[str, Version],
) -> Record:
    """Return the record of what was read: the published events, with all that is computed."""
    published = keep_published(reading.events)
    places = mark_places(published)
    measured = [cached_distances(places, border, cache_folder) for border in borders]
    accuracy_m = borders[0].accuracy_m if borders else 0.0
    distances = measure_places(published, measured[0] if measured else None, accuracy_m)
    # Not joined: pandas would look up the ids of all events in those of their distances.
    events = published.assign(**{str(name): column for name, column in distances.items()})
    history = build_history(versions, published, version, reading.about.get("as_of", ""))
    return Record(
        events=events.assign(
            any_party_denies=flag_party_denials(events, story.parties),
            one_origin_only=flag_single_origin(events, story.declared_sides),
            reported=find_first_reports(events, story.zone),
            last_change=list_last_changes(history),
        ),
        choices=categorise_words(events),
        rejected=reading.rejected,
        count_read=len(reading.events) + len({one.number for one in reading.rejected} - {None}),
        notes=reading.notes,
        about=reading.about,
        borders=borders,
        second_distances=measured[1] if len(measured) > 1 else None,
        version=version,
        vocabulary=story.vocabulary,
        unpublished=list_unpublished(reading.events, versions.values()),
        withdrawn=list_withdrawn(reading.events, versions.values()),
        history=history,
    )
