"""Filters applied: which events they keep, whether definitely or possibly, and in which words."""

from dataclasses import replace

import numpy as np
import pandas as pd

from geo.events.vocabulary import VOCABULARY
from geo.events.words import WordLabel
from geo.link.meanings import VOICES, Filters, list_meanings
from geo.times import Mask, choose_presence, describe_range, judge_membership

# With what is done with them, since hardly anybody needs one without the other.
__all__ = ["VOICES", "Filters", "apply_filters", "describe_filters", "is_default", "is_kept"]


def apply_filters(events: pd.DataFrame, filters: Filters) -> pd.Series:
    """Return for each event what the filters make of it.

    Parameters
    ----------
    events : DataFrame, n rows
        With the columns of `read_events`, and those of `Record.events` that a filter asks for. A
        text is looked for in search_text, which is made here where it is not there.
    filters : Filters

    Returns
    -------
    Series of PRESENCE, n values
        "definite" or "possible" where the event is kept, "outside" where only the date
        range leaves it out, "hidden" where another filter does. The four always add up
        to n.
    """
    time = judge_membership(events, filters.range, filters.zone)
    hidden, possible = np.zeros(len(events), bool), (time == "possible").to_numpy(copy=True)
    for meaning in list_meanings():
        if not meaning.is_asked(filters):
            continue
        hidden |= ~meaning.passes(events, filters)
        if meaning.is_sure:
            possible |= ~meaning.is_sure(events, filters)
    masks: dict[str, Mask] = {"hidden": hidden, "outside": time == "outside", "possible": possible}
    return choose_presence(masks, "definite", events.index)


def is_kept(presence: pd.Series) -> pd.Series:
    """Return a mask of the events that are shown, definite and possible."""
    # `isin` would index the words anew each time.
    return (presence == "definite") | (presence == "possible")


def describe_filters(filters: Filters, label: WordLabel = VOCABULARY.label) -> str:
    """Return the filters in words, for a caption, a file or a citation.

    Parameters
    ----------
    filters : Filters
    label : callable
        Says what readers see for a word of a field: that of `Story` for the story's own words.

    Examples
    --------
    >>> from geo.link.reach import Reach
    >>> describe_filters(Filters())
    'all events'
    >>> describe_filters(Filters(words={"region": {"Lau"}}, reach=Reach(high_km=450)))
    'region: Lau; distance from the border: up to 450 km outside, or inside'
    """
    clauses = []
    if filters.range:
        clock = " UTC" if filters.zone == "utc" else ", local time"
        clauses.append(f"{describe_range(filters.range)}{clock}")
    clauses += [
        meaning.describe(filters, label) for meaning in list_meanings() if meaning.is_asked(filters)
    ]
    return "; ".join(clauses) or "all events"


def is_default(filters: Filters) -> bool:
    """Whether the filters keep everything (the zone alone hides nothing)."""
    return replace(filters, zone="place") == Filters()
