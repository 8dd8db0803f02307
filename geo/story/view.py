"""A view: a story's record as one link shows it."""

import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from os import PathLike
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from geo.errors import LinkError, Problem
from geo.link.fields import FIELDS
from geo.link.filters import apply_filters, describe_filters, is_kept
from geo.link.known_ids import KnownIds
from geo.link.link import Link, build_address, find_asked_version, from_query, read_query
from geo.link.parameter import KnownWords
from geo.link.parameters import list_parameters
from geo.link.pasted import clean_query
from geo.link.query_reader import find_repeated
from geo.link.search.search_note import SearchNote, describe_read_as, describe_search
from geo.link.search.text_search import SearchResult, find_text, spell_as_written
from geo.story.current import Current, StoryFiles, open_current
from geo.story.old_versions import open_version
from geo.story.record import Record
from geo.story.story_file import Story
from geo.times import load_zone

# Most characters shown of an event id that no longer exists.
_MOST_SHOWN = 100


@dataclass(frozen=True)
class View:
    """What a page shows, an export writes and an answer of the API holds.

    Attributes
    ----------
    current : Current
        The story, its record and its folder.
    link : Link
        The reader's choices: the only state.
    presence : Series of str, n values
        "definite", "possible", "outside" or "hidden" for each event of the record.
    """

    current: Current
    link: Link
    presence: pd.Series

    @property
    def story(self) -> Story:
        """The story that is shown."""
        return self.current.story

    @property
    def record(self) -> Record:
        """All events of the story."""
        return self.current.record

    @property
    def folder(self) -> Path:
        """The folder with the story's files."""
        return self.current.folder

    @property
    def kept_events(self) -> GeoDataFrame:
        """The events that the filters keep, definite and possible, as the record holds them."""
        kept = is_kept(self.presence)
        # A copy in name, whose values stay shared until somebody changes them.
        events = self.record.events
        return events.copy(deep=False) if kept.all() else events[kept]

    @cached_property
    def kept(self) -> GeoDataFrame:
        """The kept events, with two more columns: `presence` and `attribution_line`.

        `presence` is "definite" or "possible"; the line says in one to three sentences who
        affirms, who denies and who leaves it open. Computed once, at the first use.
        """
        rows = np.flatnonzero(is_kept(self.presence).to_numpy())
        return self.kept_events.assign(
            presence=self.presence.iloc[rows].astype(str),
            attribution_line=self.record.open_attribution_lines().write(rows),
        )

    @property
    def selected(self) -> pd.Series | None:
        """The selected event, even where the filters hide it."""
        return None if self.link.event is None else self.record.events.loc[self.link.event]

    @property
    def known_instant(self) -> datetime | None:
        """The moment at which the record is read, as an instant; None is now."""
        known = self.link.known
        return known.replace(tzinfo=load_zone(self.story.zone)) if known else None

    @property
    def filter_words(self) -> str:
        """The filters in words, with what words of a search had to be read as."""
        filters = self.link.filters
        words = describe_filters(filters, self.story.label)
        read_as = describe_read_as(self._search_result, self._spell) if filters.text else ""
        return f"{words} ({read_as})" if read_as else words

    @property
    def search_note(self) -> SearchNote:
        """What the page says of a search; nothing if nothing is looked for."""
        text = self.link.filters.text
        return describe_search(text, self._search_result, self._spell) if text else SearchNote()

    @property
    def _search_result(self) -> SearchResult:
        return find_text(self.record.searched["search_text"], self.link.filters.text)

    def _spell(self, word: str) -> str:
        return spell_as_written(self.record.searched, word)

    def __repr__(self) -> str:
        """Which story in which version, how many of its events, and the link that keeps them.

        The values of the record would fill the screen of a notebook.
        """
        link = build_address(self.link).removeprefix("?")
        return (
            f"<View of {self.story.title!r}, data {self.record.version}: "
            f"{int(is_kept(self.presence).sum()):,} of {len(self.presence):,} events, "
            f"link {link!r}>"
        )

    @property
    def credits(self) -> tuple[str, ...]:
        """Credits to show beside the map: the record's own maker first."""
        about = self.record.about
        maker = ", ".join(about[part] for part in ("attribution", "licence") if about.get(part))
        record = f"Record: {maker}" if maker else "Record: no licence stated"
        return record, *self.story.credits, *self._bundled_credits()

    def _bundled_credits(self) -> Iterator[str]:
        """Yield who made what the story takes from the world, unless the story names them."""
        story, named = self.story, " ".join(self.story.credits)
        if story.border and story.border.country and "OpenStreetMap" not in named:
            yield f"Border: {self.record.borders[0].credit}"
        if "Natural Earth" not in named:
            yield "Base map: Natural Earth"


def build_view(current: Current, link: Link) -> View:
    """Return the record as a link shows it."""
    record = current.record
    events = record.searched if link.filters.text else record.events
    return View(current, link, apply_filters(events, link.filters))


def list_known_words(record: Record) -> KnownWords:
    """Return the words that a link may have of this record: groups, types ..., and event ids."""
    found: dict[str, Collection[str]] = {
        column: record.vocabulary[column]
        if field.words_from == "vocabulary"
        else frozenset(record.choices[column].cat.categories)
        for column, field in FIELDS.items()
    }
    # A record without any word of a field refuses none.
    words: dict[str, Collection[str]] = {column: each for column, each in found.items() if each}
    versions = frozenset(version.id for version in record.history.versions)
    return words | {"event": KnownIds(record.events.index), "version": versions}


def read_link(
    record: Record, query: Mapping[str, Sequence[str]]
) -> tuple[Link, tuple[Problem, ...]]:
    """Return the link of a query for this record, and the parts that had to be left out.

    Groups, regions and events must be in the record, and its first or last day replaces an end
    of the range that is not given. A link to an event that is not there shows the whole map.
    Never raises.
    """
    whole = record.extents["utc" if list(query.get("zone", ())) == ["utc"] else "place"]
    link, left_out = from_query(query, list_known_words(record), whole)
    if link.camera and find_lost_event(link, query):
        # The camera was aimed at the event, where there may be nothing else.
        lost = Problem("view", "looked at that event, all is shown")
        return replace(link, camera=None), (*left_out, lost)
    return link, left_out


def find_lost_event(link: Link, query: Mapping[str, Sequence[str]]) -> str:
    """Return the event that a query names and the record of its link does not have; "" for none."""
    return "" if link.event else "".join(clean_query(query).get("event", ())[-1:])[:_MOST_SHOWN]


def build_view_from_query(current: Current, query: Mapping[str, Sequence[str]]) -> View:
    """Return the record as a query shows it; every part of the query must be usable.

    Raises
    ------
    LinkError
        If a part of the query cannot be used, or is given twice where one value counts: counts
        without it would mislead.
    """
    link, left_out = read_link(current.record, query)
    if problems := (*find_repeated(query, list_parameters()), *left_out):
        raise LinkError(*problems)
    return build_view(current, link)


def open_view(folder: str | PathLike[str], link: str = "") -> View:
    """Return the story of a folder as a link shows it, for a notebook.

    Parameters
    ----------
    folder : path
        The folder of story.json and of the files that it names.
    link : str
        An address of the app, or its part after the question mark. Its `data` opens the version
        of the data that it names, where that was kept; a warning says which data are shown.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If a file cannot be used.
    LinkError
        If a part of the link cannot be used.
    """
    query = read_query(link)
    current = open_version(open_current(StoryFiles(Path(folder))), find_asked_version(query))
    if current.note:
        warnings.warn(current.note, stacklevel=2)
    return build_view_from_query(current, query)
