"""The ledgers of a record's events, one at a time, without searching the whole record."""

from collections.abc import Iterator
from datetime import datetime
from typing import cast

import pandas as pd

from geo.claims.ledger.build import build_row_ledger, select_possible
from geo.claims.ledger.entry import Ledger, LedgerRow
from geo.events.columns.also_about import ReportedUnder

_COLUMNS = ("claims", "sources", "tz")


class IndexedLedgers:
    """Builds the ledger of an event from those events alone that have statements about it.

    Parameters
    ----------
    events : DataFrame, n rows
        The whole record, with claims, sources and tz.
    reported_under : mapping
        Of `find_reported_under`.
    """

    def __init__(self, events: pd.DataFrame, reported_under: ReportedUnder) -> None:
        self._index = events.index
        self._columns = [events[name].array for name in _COLUMNS]
        self._reported_under = reported_under

    def build(self, event_id: str, as_known_at: datetime | None = None) -> Ledger:
        """Return what `build_ledger` does; a KeyError if the record holds no such id."""
        rows = list(self._iterate_rows(event_id))
        return build_row_ledger(rows, event_id, self._find_zone(event_id), as_known_at)

    def find_possible(self, event_id: str, moment: datetime) -> Ledger:
        """Return what `find_possible_statements` does."""
        return select_possible(self.build(event_id), moment, self._find_zone(event_id))

    def _iterate_rows(self, event_id: str) -> Iterator[LedgerRow]:
        """Yield the events that have statements about one, in the order of the record."""
        speaking = {event_id, *self._reported_under.get(event_id, ())}
        for place in sorted(map(self._find_place, speaking)):
            claims, sources, tz = (column[place] for column in self._columns)
            yield str(self._index[place]), claims, sources, str(tz)

    def _find_zone(self, event_id: str) -> str:
        return str(self._columns[-1][self._find_place(event_id)])

    def _find_place(self, event_id: str) -> int:
        return cast("int", self._index.get_loc(event_id))
