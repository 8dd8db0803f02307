"""What a filter comes to: missing values, and how large it may be."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.link.cql2 import MOST_DEPTH, MOST_PARTS, Columns, Queryable, apply_filter
from tests.link.cql2.small import kept, small_columns


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
    assert kept(text) == rows


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
    assert kept(text, columns) == wanted


def test_a_filter_has_bounds() -> None:
    conditions = MOST_PARTS // 3
    assert kept(" OR ".join(["size = 1"] * conditions)) == [0]
    with pytest.raises(LinkError, match=f"more than {MOST_PARTS} parts"):
        kept(" OR ".join(["size = 1"] * MOST_PARTS))
    tree: object = True
    for _ in range(MOST_DEPTH):
        tree = {"op": "not", "args": [tree]}
    with pytest.raises(LinkError, match=f"deeper than {MOST_DEPTH}"):
        apply_filter(tree, small_columns())


def test_no_events_keep_none() -> None:
    none = Columns({"size": Queryable("number", lambda: pd.Series([], dtype=float))}, 0)
    assert kept("size = 1 OR true", none) == []
