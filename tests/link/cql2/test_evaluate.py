"""What a filter comes to: missing values, uncertain times, places across 180 degrees, size."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

import numpy as np
import pandas as pd
import pytest
import shapely
from geopandas import GeoSeries
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.link.cql2 import MOST_DEPTH, MOST_PARTS, Columns, Queryable, apply_filter, read_text

NAMES = ("Harbour", None, "дамба", "100 %")
SIZES = (1.0, 2.0, None, 4.0)


def _columns(**more: Queryable) -> Columns:
    return Columns(
        {
            "title": Queryable("text", lambda: pd.Series(NAMES)),
            "size": Queryable("number", lambda: pd.Series(SIZES)),
            **more,
        },
        4,
    )


def _kept(text: str, columns: Columns | None = None) -> list[int]:
    return np.flatnonzero(apply_filter(read_text(text), columns or _columns()).true).tolist()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("size > 1", [1, 3]),
        ("NOT size > 1", [0]),
        ("size IS NULL", [2]),
        ("size > 1 OR title = 'дамба'", [1, 2, 3]),
        ("size < 9 AND title <> 'Harbour'", [3]),
        ("title = 'Harbour' OR size = 2 AND size = 4", [0]),
        ("title NOT IN ('Harbour', 'x')", [2, 3]),
        ("title LIKE '%\\%'", [3]),
        ("title LIKE 'дамб_'", [2]),
        ("casei(title) = casei('HARBOUR')", [0]),
        ("size BETWEEN 2 AND 4", [1, 3]),
        ("size BETWEEN 4 AND 2", []),
        ("1 = 1", [0, 1, 2, 3]),
        ("false", []),
    ],
)
def test_what_is_missing_is_neither_true_nor_false(text: str, rows: list[int]) -> None:
    assert _kept(text) == rows


Truth = bool | None
TRUTHS = st.lists(st.sampled_from([True, False, None]), min_size=3, max_size=3)


@given(st.lists(TRUTHS, min_size=1, max_size=5))
def test_and_or_and_not_follow_the_tables_of_the_standard(rows: list[Sequence[Truth]]) -> None:
    """By plain Python, row by row: OGC 21-065r2, tables 3 to 5."""

    def negate(one: Truth) -> Truth:
        return None if one is None else not one

    def join(one: Truth, other: Truth) -> Truth:
        if one is False or other is False:
            return False
        return None if one is None or other is None else True

    def either(one: Truth, other: Truth) -> Truth:
        return negate(join(negate(one), negate(other)))

    values = [
        [None if one is None else float(one) for one in column]
        for column in zip(*rows, strict=True)
    ]
    columns = Columns(
        {
            name: Queryable("number", partial(pd.Series, value, dtype=float))
            for name, value in zip("abc", values, strict=True)
        },
        len(rows),
    )
    text = "(NOT (a = 1) AND b = 1) OR (b = 1 AND c = 1) OR NOT (a = 1 OR c = 1)"
    wanted = [
        number
        for number, (a, b, c) in enumerate(rows)
        if either(either(join(negate(a), b), join(b, c)), negate(either(a, c)))
    ]
    assert _kept(text, columns) == wanted


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
    outcomes = apply_filter(read_text(f"NOT {text}" if turned else text), columns)
    for row, (start, length) in enumerate(spans):
        fits = [
            FUNCTIONS[name](minute) != turned for minute in range(start * 60, (start + length) * 60)
        ]
        assert outcomes.true[row] == any(fits)
        assert outcomes.sure[row] == all(fits)
    # Its ends alone are known, and compare as they are.
    late = apply_filter(read_text("end <= TIMESTAMP('2023-05-03T12:00:00Z')"), columns)
    assert late.true.tolist() == late.sure.tolist() == [sum(span) <= 0 for span in spans]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("S_INTERSECTS(geometry, BBOX(179, -1, -179, 1))", [0, 1]),
        ("S_INTERSECTS(geometry, BBOX(179, -1, 180, 1))", [0, 1]),
        ("S_INTERSECTS(POINT(180 0), geometry)", [0, 1]),
        ("S_DISJOINT(geometry, POINT(-180 0))", [2]),
        ("S_INTERSECTS(geometry, POLYGON((-1 80, 1 80, 1 90, -1 90, -1 80)))", [2]),
        ("geometry IS NULL", [3]),
        ("NOT S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))", []),
    ],
)
def test_a_meridian_with_two_names_is_one_and_no_place_is_missing(
    text: str, rows: list[int]
) -> None:
    places = GeoSeries([shapely.Point(180, 0), shapely.Point(-180, 0), shapely.Point(0, 90), None])
    assert _kept(text, _columns(geometry=Queryable("geometry", lambda: places))) == rows


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour = 'red'", "'colour', wanted a property of geometry, size, title"),
        ("title = 3", "text = number, wanted two of one kind"),
        ("size = TRUE", "number = boolean, wanted two of one kind"),
        ("geometry = 'x'", "geometry = text, wanted two of one kind"),
        ("title LIKE size", "text LIKE number, wanted a text and one pattern"),
        ("size = DATE('2023-05-03')", "number, wanted a time such as DATE('2023-05-03')"),
        ("nearest(title) = 3", "'nearest', wanted a property, a value, CASEI or ACCENTI"),
        ("upper(title)", "'upper', wanted one of <,"),
        ("S_INTERSECTS(geometry)", "s_intersects of 1 parts, wanted 2"),
        ("S_INTERSECTS(title, POINT(1 2))", "text, wanted geometry or a shape"),
        ("S_INTERSECTS(geometry, POINT(90 180))", "wanted a valid shape in degrees"),
        ("S_INTERSECTS(geometry, BBOX(1000000, 0, 2000000, 1))", "wanted BBOX(west, south"),
        ("S_INTERSECTS(geometry, BBOX(1, 2))", "wanted BBOX(west, south, east, north)"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))", "wanted a valid shape"),
        ("size = 1e999", "a number beyond all measure"),
        ("title = DATE('2023-02-30')", "'2023-02-30', wanted a date"),
        ("T_AFTER(INTERVAL('x', '..'), DATE('2023-05-03'))", "'x', wanted an instant"),
    ],
)
def test_what_cannot_be_compared_is_refused(text: str, problem: str) -> None:
    columns = _columns(geometry=Queryable("geometry", lambda: GeoSeries([None] * 4)))
    with pytest.raises(LinkError) as caught:
        apply_filter(read_text(text), columns)
    assert str(caught.value).startswith("filter: found ")
    assert problem in str(caught.value)


def test_a_filter_has_bounds() -> None:
    conditions = MOST_PARTS // 3
    assert _kept(" OR ".join(["size = 1"] * conditions)) == [0]
    with pytest.raises(LinkError, match=f"more than {MOST_PARTS} parts"):
        _kept(" OR ".join(["size = 1"] * MOST_PARTS))
    tree: object = True
    for _ in range(MOST_DEPTH):
        tree = {"op": "not", "args": [tree]}
    with pytest.raises(LinkError, match=f"deeper than {MOST_DEPTH}"):
        apply_filter(tree, _columns())


def test_no_events_keep_none() -> None:
    none = Columns({"size": Queryable("number", lambda: pd.Series([], dtype=float))}, 0)
    assert _kept("size = 1 OR true", none) == []
