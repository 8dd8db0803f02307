"""What a condition compares: properties and values, each read by its kind."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from geo.errors import LinkError
from geo.link.cql2.columns import Columns, Queryable, ValueKind
from geo.link.cql2.operand_reader import OperandReader

DAYS = pd.Series([pd.Timestamp("2023-05-03T02:27Z"), pd.NaT])


def columns_of(**given: tuple[ValueKind, pd.Series]) -> Columns:
    """Return the columns of two events, each given as its kind and its values."""

    def reading(values: pd.Series) -> Callable[[], pd.Series]:
        return lambda: values

    named = {name: Queryable(kind, reading(values)) for name, (kind, values) in given.items()}
    return Columns(named, 2, ("start", "end"))


READER = OperandReader(
    columns_of(
        title=("text", pd.Series(["Harbour", None], dtype=object)),
        killed=("number", pd.Series([3, None])),
        sure=("boolean", pd.Series([True, None], dtype=object)),
        start=("instant", DAYS),
        end=("instant", DAYS + pd.Timedelta(hours=1)),
    )
)


@pytest.mark.parametrize(
    ("name", "values"), [("title", ["Harbour", ""]), ("killed", [3.0]), ("sure", [True, False])]
)
def test_a_property_says_where_it_is_missing(name: str, values: list[object]) -> None:
    operand = READER.read({"property": name})
    assert operand.missing.tolist() == [False, True]
    assert operand.values.tolist()[: len(values)] == values


def test_a_property_is_read_once_however_often_it_is_named() -> None:
    reads: list[str] = []

    def read() -> pd.Series:
        reads.append("killed")
        return pd.Series([1.0, 2.0])

    reader = OperandReader(Columns({"killed": Queryable("number", read)}, 2))
    assert reader.read({"property": "killed"}) is reader.read({"property": "killed"})
    assert reads == ["killed"]


@pytest.mark.parametrize(
    ("tree", "kind", "value"),
    [("a", "text", "a"), (True, "boolean", True), (2, "number", 2.0), (-0.5, "number", -0.5)],
)
def test_a_value_is_one_for_all(tree: str | float, kind: str, value: object) -> None:
    operand = READER.read(tree)
    assert (operand.kind, operand.values.tolist(), operand.missing.tolist()) == (
        kind,
        [value],
        [False],
    )


def test_letters_are_folded_in_texts_alone() -> None:
    folded = READER.read({"op": "casei", "args": [{"property": "title"}]})
    assert folded.values.tolist()[0] == "harbour"
    with pytest.raises(LinkError):
        READER.read({"op": "casei", "args": [1]})


def test_the_whole_time_of_an_event_does_not_include_its_end() -> None:
    whole = READER.read({"interval": [{"property": "start"}, {"property": "end"}]}).as_times()
    first = DAYS.dt.as_unit("us").astype("int64")[0]
    assert int(np.asarray(whole.first[0])[0]) == first
    assert int(np.asarray(whole.last[1])[0]) == first + 3_600_000_000 - 1
    assert whole.missing.tolist() == [False, True]


@pytest.mark.parametrize("ends", [["2023-05-01"], "2023-05-01", ["2023-05-01", "..", ".."], 3])
def test_an_interval_has_two_ends(ends: object) -> None:
    with pytest.raises(LinkError, match="INTERVAL"):
        READER.read({"interval": ends})


@pytest.mark.parametrize(
    ("tree", "wanted"),
    [
        ({"property": "depth"}, "a property of "),
        ({"property": 3}, "a property of "),
        ([1, 2], "a property or a value"),
        (None, "a property or a value"),
        ({"op": "avg", "args": [1]}, "CASEI or ACCENTI"),
        ({"op": "casei", "args": [1, 2]}, "CASEI or ACCENTI"),
        (1e301, "a smaller one"),
        (float("nan"), "a smaller one"),
    ],
)
def test_what_is_neither_a_property_nor_a_value_is_refused(tree: object, wanted: str) -> None:
    read: Callable[[object], object] = READER.read
    with pytest.raises(LinkError, match=wanted):
        read(tree)
