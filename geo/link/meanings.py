"""The filters of a link, and what each of them means: the events it keeps, and its words."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.events.words import WordLabel
from geo.link.chosen_words import ChosenWords
from geo.link.fields import FIELDS, WordField
from geo.link.last_change import is_day, split_asked
from geo.link.reach import Reach
from geo.link.search.text_search import find_search_texts, find_text
from geo.times import Range, Zone, day_words, format_moment

# What a reader can ask of the claims as a whole; each word is a boolean column of the events.
VOICES: Mapping[str, str] = {
    "any_party_denies": "a party denies",
    "one_origin_only": "no second origin affirms it",
}


_CHANGES = {
    "": "new or changed",
    "new": "new",
    "changed": "changed, not new,",
    "reworded": "reworded, not changed,",
}


@dataclass(frozen=True)
class Filters:
    """What to keep. Every default keeps everything.

    Attributes
    ----------
    range : Range or None
    zone : {"place", "utc"}
        Whose clock the range is read on.
    words : mapping of str to set of str
        For a column of `FIELDS`, the words to keep; kept as `ChosenWords`.
    voices : frozenset of str
        Of `VOICES`; an event must meet all.
    reach : Reach or None
    text : str
        Words that must all be found; a word that no event has is read as those closest to it.
    changed : str
        A day, or a version of the data: only what is new or changed in substance since then. With
        "new-", "changed-" or "reworded-" before it only that; reworded is what has not changed.
    known : datetime or None
        A moment on the story's clock: only what was reported by then, and no claim made later.
    """

    range: Range | None = None
    zone: Zone = "place"
    words: Mapping[str, AbstractSet[str]] = field(default_factory=lambda: ChosenWords({}))
    voices: frozenset[str] = frozenset()
    reach: Reach | None = None
    text: str = ""
    changed: str = ""
    known: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", ChosenWords(self.words))

    def with_words(self, words: Mapping[str, AbstractSet[str]]) -> "Filters":
        """Return the filters with other words in some fields.

        Examples
        --------
        >>> Filters(words={"group": {"coast"}}).with_words({"region": {"Lau"}}).words
        {'group': ['coast'], 'region': ['Lau']}
        """
        return replace(self, words={**self.words, **words})


@dataclass(frozen=True)
class FilterMeaning:
    """What one filter means; filters.js says the same in the browser, in the same order.

    Attributes
    ----------
    name : str
        The parameter of the link; with the word, where each word is a filter of its own.
    is_asked : callable
        Whether these filters ask for it.
    passes : callable
        Returns a mask of the events that the filter keeps, surely or possibly.
    describe : callable
        Returns the filter in words.
    is_sure : callable, optional
        Returns a mask of the events that meet it for certain; all that pass, where left out.
    """

    name: str
    is_asked: Callable[[Filters], bool]
    passes: Callable[[pd.DataFrame, Filters], NDArray[np.bool_]]
    describe: Callable[[Filters, WordLabel], str]
    is_sure: Callable[[pd.DataFrame, Filters], NDArray[np.bool_]] | None = None


def list_meanings() -> tuple[FilterMeaning, ...]:
    """Return what each filter other than time means, in the order of filters.js."""
    return (
        *(_mean_words(field) for field in FIELDS.values()),
        *(_mean_voice(voice) for voice in VOICES),
        FilterMeaning(
            name="reach",
            is_asked=lambda filters: filters.reach is not None,
            passes=lambda events, filters: (filters.reach or Reach()).touches(events),
            describe=lambda filters, _: f"distance from the border: {filters.reach}",
            is_sure=lambda events, filters: (filters.reach or Reach()).holds(events),
        ),
        FilterMeaning(
            name="q",
            is_asked=lambda filters: bool(filters.text),
            passes=lambda events, filters: find_text(find_search_texts(events), filters.text).mask,
            describe=lambda filters, _: f"containing {filters.text!r}",
        ),
        FilterMeaning(
            name="changed",
            is_asked=lambda filters: bool(filters.changed),
            passes=lambda events, filters: np.array(
                [change.is_since(filters.changed) for change in events["last_change"]], bool
            ),
            describe=lambda filters, _: _describe_since(filters.changed),
        ),
        FilterMeaning(
            name="known",
            is_asked=lambda filters: filters.known is not None,
            passes=lambda events, filters: (events["reported"] <= filters.known).to_numpy(bool),
            describe=lambda filters, _: (
                f"on record by {format_moment(filters.known or datetime.max)}"
            ),
        ),
    )


def _describe_since(asked: str) -> str:
    kind, moment = split_asked(asked)
    since = day_words(datetime.fromisoformat(moment)) if is_day(moment) else f"version {moment}"
    return f"{_CHANGES[kind]} since {since}"


def _mean_words(field: WordField) -> FilterMeaning:
    def describe(filters: Filters, label: WordLabel) -> str:
        shown = [label(field.column, word) for word in sorted(filters.words[field.column])]
        return f"{field.title.lower()}: {' or '.join(shown)}"

    return FilterMeaning(
        name=field.parameter,
        is_asked=lambda filters: field.column in filters.words,
        passes=lambda events, filters: (
            events[field.column].isin(filters.words[field.column]).to_numpy(bool)
        ),
        describe=describe,
    )


def _mean_voice(voice: str) -> FilterMeaning:
    return FilterMeaning(
        name=f"voice={voice}",
        is_asked=lambda filters: voice in filters.voices,
        passes=lambda events, _: events[voice].to_numpy(bool),
        describe=lambda *_: VOICES[voice],
    )
