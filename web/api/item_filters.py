"""What a query asks of properties: a filter in CQL2, a value of one, or some of its words."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame, GeoSeries

from geo.errors import LinkError, quote
from geo.events.vocabulary import VOCABULARY
from geo.link.cql2 import Tree, ValueKind, apply_filter, parse_cql2_json, parse_cql2_text
from geo.link.cql2.times import read_instant
from geo.link.parameter import list_some
from geo.link.query_reader import Query
from web.api.event_columns import list_by_words, list_kinds, list_single, read_columns

FILTER_LANGUAGES = ("cql2-text", "cql2-json")
_BOOLEANS = {"true": True, "false": False}


def read_filter(text: str | None, language: str | None) -> tuple[Tree, ...]:
    """Return the filter of a query in a language; empty without a text.

    Raises
    ------
    LinkError
        If the language is not known, or the filter is not written in it.
    """
    if language is not None and language not in FILTER_LANGUAGES:
        wanted = " or ".join(FILTER_LANGUAGES)
        raise LinkError(f"filter-lang: found {quote(language)}, wanted {wanted}")
    if text is None:
        return ()
    return (parse_cql2_json(text) if language == "cql2-json" else parse_cql2_text(text),)


def read_values(query: Mapping[str, Sequence[str]]) -> tuple[Tree, ...]:
    """Return a condition for each property that a query asks for by its value.

    Raises
    ------
    LinkError
        If a value is not one that the property can have.
    """
    kinds = list_kinds()
    return tuple(
        {"op": "=", "args": [{"property": name}, _read_value(name, kinds[name], text)]}
        for name in list_single()
        for text in query.get(name, ())
    )


def read_property_words(query: Query, events: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the words to keep of each property that a query asks for by words.

    Raises
    ------
    LinkError
        If the vocabulary, or the record, has no such word.
    """
    chosen = {}
    for name in list_by_words():
        words = frozenset(word for text in query.get(name, ()) for word in text.split(",") if word)
        if not words:
            continue
        there = frozenset(VOCABULARY.get(name) or events[name].dropna().astype(str))
        if strange := sorted(words - there):
            wanted = f"one of {list_some(there)}" if there else "nothing: no event has one"
            raise LinkError(f"{name}: found {quote(strange[0])}, wanted {wanted}")
        chosen[name] = words
    return chosen


def apply_conditions(
    conditions: Sequence[Tree], events: GeoDataFrame, places: GeoSeries
) -> tuple[np.ndarray, np.ndarray]:
    """Return masks of the events that may meet all conditions, and of those that surely do.

    `places` are their geometries for comparisons on a flat map.
    """
    columns = read_columns(events, places)
    may, surely = np.ones(len(events), bool), np.ones(len(events), bool)
    for condition in conditions:
        outcomes = apply_filter(condition, columns)
        may &= outcomes.true
        surely &= outcomes.sure
    return may, surely


def _read_value(name: str, kind: ValueKind, text: str) -> Tree:
    if kind == "number":
        if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,6})?", text, re.ASCII):
            raise LinkError(f"{name}: found {quote(text)}, wanted a number such as 500")
        return float(text)
    if kind == "boolean":
        if text not in _BOOLEANS:
            raise LinkError(f"{name}: found {quote(text)}, wanted true or false")
        return _BOOLEANS[text]
    if kind == "instant":
        try:
            read_instant(text)
        except LinkError as error:
            wanted = "an instant such as 2023-11-19T14:05:00Z, or a day"
            raise LinkError(f"{name}: found {quote(text)}, wanted {wanted}") from error
    return text
