"""The attribution lines of many events at once."""

import numpy as np
import pandas as pd
from hypothesis import given

from geo.claims import AttributionLines, build_ledgers, format_attribution_line
from geo.events.columns.also_about import find_reported_under
from tests.events.referring import events_of_claims


@given(events_of_claims())
def test_lines_of_shared_statements_are_those_of_each_ledger(events: pd.DataFrame) -> None:
    lines = AttributionLines(events, find_reported_under(events))
    wanted = {
        event: format_attribution_line(ledger) for event, ledger in build_ledgers(events).items()
    }
    # Part by part, and what is known already once more.
    everything = np.arange(len(events))
    for rows in (everything[::2], everything):
        part = events.index[rows]
        assert lines.write(rows).to_dict() == {event: wanted[event] for event in part}
