"""CQL2 filters keep as many of the standard's own test data as its abstract tests state."""

import json
from functools import cache, partial
from pathlib import Path

import pandas as pd
import pytest
from geopandas import GeoSeries, points_from_xy

from geo.link.cql2 import (
    Columns,
    Outcomes,
    Queryable,
    ValueKind,
    apply_filter,
    parse_cql2_json,
    parse_cql2_text,
)

FOLDER = Path(__file__).parents[2] / "data" / "cql2"
KINDS: dict[str, ValueKind] = {
    **dict.fromkeys(("name", "nameascii"), "text"),
    **dict.fromkeys(("pop_min", "pop_max", "pop_other"), "number"),
    **dict.fromkeys(("date", "start", "end"), "instant"),
    "boolean": "boolean",
    "geom": "geometry",
}
PREDICATES = [
    (kind, predicate, number)
    for kind, predicate, number in json.loads((FOLDER / "predicates.json").read_text("utf-8"))
    # Events have instants, and no property that is a day.
    if not (kind in ("temporal-functions", "property-property") and "t_equals" in predicate)
    or '"date"' not in predicate
]


@cache
def columns() -> Columns:
    table: pd.DataFrame = pd.read_csv(FOLDER / "places.csv", dtype={"boolean": "boolean"})
    places: pd.Series = GeoSeries(points_from_xy(table.pop("lon"), table.pop("lat")))

    def read(name: str) -> pd.Series:
        if name == "geom":
            return places
        column: pd.Series = table[name]
        if KINDS[name] == "instant":
            column = pd.Series(pd.to_datetime(column, utc=True))
        return column

    columns = {name: Queryable(kind, partial(read, name)) for name, kind in KINDS.items()}
    return Columns(columns, len(table))


@pytest.mark.parametrize(("kind", "predicate", "number"), PREDICATES)
def test_a_filter_keeps_what_the_standard_counts(kind: str, predicate: str, number: int) -> None:
    kept = apply_filter(parse_cql2_text(predicate), columns())
    assert kept.true.sum() == kept.sure.sum() == number, kind


def test_the_same_filter_in_json_keeps_the_same() -> None:
    def apply(text: str) -> Outcomes:
        return apply_filter(parse_cql2_json(json.dumps(parse_cql2_text(text))), columns())

    for _, predicate, number in PREDICATES:
        assert apply(predicate).true.sum() == number
