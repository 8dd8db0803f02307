"""The attribution lines of many events, each written once for all events of the same statements."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.claims.ledger.build import build_ledgers
from geo.claims.sentences.attribution import format_attribution_line
from geo.events.columns.also_about import ReportedUnder

_Key = tuple[object, ...]

# A record whose events all differ would else fill the memory.
_MOST_LINES = 20_000
_READ = ("claims", "sources", "tz")


class AttributionLines:
    """Writes the attribution lines of a record's events, part by part.

    Parameters
    ----------
    events : DataFrame, n rows
        The whole record, with claims, sources and tz: a statement about an event may be filed
        under any other.
    reported_under : mapping
        Of `find_reported_under`.
    """

    def __init__(self, events: pd.DataFrame, reported_under: ReportedUnder) -> None:
        # A frame with a geometry would take as long as all else for the columns of a few rows.
        self._events = pd.DataFrame({name: events[name] for name in _READ})
        self._reported_under = reported_under
        self._lines: dict[_Key, str] = {}

    def write(self, rows: NDArray[np.intp]) -> pd.Series:
        """Return the line of `format_attribution_line` for some positions; object, m values."""
        part = self._events.iloc[rows]
        ids = part.index.tolist()
        columns = (part[name].tolist() for name in _READ)
        # The record holds what these are the identities of.
        keys: list[_Key] = [
            (event,) if event in self._reported_under else (id(claims), id(sources), tz)
            for event, claims, sources, tz in zip(ids, *columns, strict=True)
        ]
        if len(self._lines) > _MOST_LINES:
            self._lines.clear()
        new = {key: event for key, event in zip(keys, ids, strict=True) if key not in self._lines}
        self._lines |= self._write_each(new)
        return pd.Series([self._lines[key] for key in keys], part.index, dtype=object)

    def _write_each(self, wanted: Mapping[_Key, str]) -> dict[_Key, str]:
        speaking = set(wanted.values())
        for event in wanted.values():
            speaking.update(self._reported_under.get(event, ()))
        # In the order of the record, which decides between statements of one moment.
        rows = np.sort(self._events.index.get_indexer(pd.Index(list(speaking))))
        ledgers = build_ledgers(self._events.iloc[rows])
        return {key: format_attribution_line(ledgers[event]) for key, event in wanted.items()}
