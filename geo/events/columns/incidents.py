"""The events of one incident, found without searching the whole record."""

from typing import cast

import pandas as pd


class Incidents:
    """Finds the events of an event's incident.

    Parameters
    ----------
    events : DataFrame, n rows
        Indexed by event id, with incident, title, start and end.
    """

    def __init__(self, events: pd.DataFrame) -> None:
        self._index = events.index
        self._names: list[str | None] = events["incident"].tolist()
        # Without a geometry, which makes each choice of rows slow.
        self._shown = pd.DataFrame(events[["title", "start", "end"]])
        self._rows: dict[str, list[int]] = {}
        for row, name in enumerate(self._names):
            if name:
                self._rows.setdefault(name, []).append(row)

    def find(self, event: str) -> pd.DataFrame:
        """Return title, start and end of the events of an event's incident, itself among them.

        In the order of the record; the event alone where it names no incident. A KeyError if the
        record holds no such id.
        """
        row = cast("int", self._index.get_loc(event))
        return self._shown.iloc[self._rows.get(self._names[row] or "", [row])]
