"""The events of one incident, by an index as by a walk through the record."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.columns.incidents import Incidents

_names = st.lists(st.sampled_from([None, "", "flood", "Überfall", "flood "]), max_size=8)


def _make_events(names: list[str | None]) -> pd.DataFrame:
    start = pd.date_range("2022-03-27", periods=len(names), freq="h", tz="UTC")
    ids = pd.Index([f"e{number}" for number in range(len(names))], dtype=object)
    columns = {"title": ids, "start": start, "end": start, "place": "Lau"}
    return pd.DataFrame(columns, ids).assign(incident=pd.Series(names, ids, dtype=object))


@given(_names)
def test_an_incident_holds_the_events_that_name_it(names: list[str | None]) -> None:
    events = _make_events(names)
    incidents = Incidents(events)
    for event, name in zip(events.index, names, strict=True):
        wanted = events[events["incident"] == name] if name else events.loc[[event]]
        assert incidents.find(event).equals(wanted[["title", "start", "end"]])


def test_an_event_that_is_not_there_has_no_incident() -> None:
    with pytest.raises(KeyError):
        Incidents(_make_events(["flood"])).find("elsewhere")
