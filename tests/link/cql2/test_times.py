"""Uncertain times in a filter: possible where some of their instants fit."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.link.cql2 import Columns, Queryable, apply_filter, parse_cql2_text

HOUR = timedelta(hours=1)
NOON = datetime(2023, 5, 3, 12, tzinfo=UTC)
SPANS = st.lists(st.tuples(st.integers(-3, 3), st.integers(1, 4)), min_size=1, max_size=6)
# Each function, and whether it holds for an instant of an event and the hours 0 to 2 after noon.
FUNCTIONS: dict[str, Callable[[int], bool]] = {
    "T_BEFORE": lambda minute: minute < 0,
    "T_AFTER": lambda minute: minute > 120,
    "T_INTERSECTS": lambda minute: 0 <= minute <= 120,
    "T_DISJOINT": lambda minute: not 0 <= minute <= 120,
    "T_DURING": lambda minute: 0 < minute < 120,
}


@given(SPANS, st.sampled_from(sorted(FUNCTIONS)), st.booleans())
def test_an_uncertain_time_is_possible_where_some_of_its_instants_fit(
    spans: list[tuple[int, int]], name: str, turned: bool
) -> None:
    """By trying each minute in which an event can have happened; its end is not included."""
    starts = pd.Series([NOON + start * HOUR for start, _ in spans])
    ends = pd.Series([NOON + (start + length) * HOUR for start, length in spans])
    columns = Columns(
        {"start": Queryable("instant", lambda: starts), "end": Queryable("instant", lambda: ends)},
        len(spans),
        whole_time=("start", "end"),
    )
    hours = "INTERVAL('2023-05-03T12:00:00Z', '2023-05-03T14:00:00Z')"
    text = f"{name}(INTERVAL(start, end), {hours})"
    outcomes = apply_filter(parse_cql2_text(f"NOT {text}" if turned else text), columns)
    for row, (start, length) in enumerate(spans):
        fits = [
            FUNCTIONS[name](minute) != turned for minute in range(start * 60, (start + length) * 60)
        ]
        assert outcomes.true[row] == any(fits)
        assert outcomes.sure[row] == all(fits)
    # Its ends alone are known, and compare as they are.
    late = apply_filter(parse_cql2_text("end <= TIMESTAMP('2023-05-03T12:00:00Z')"), columns)
    assert late.true.tolist() == late.sure.tolist() == [sum(span) <= 0 for span in spans]
