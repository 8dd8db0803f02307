"""What a table needs to be one of events, and what is left out of it."""

import io

import pandas as pd
import pyarrow as pa
import pytest
import shapely
from pyarrow import parquet

from geo.errors import EventFileError
from geo.events import parse_events
from geo.story.published import DESK_MEMBERS
from tests.event_texts import collection, record
from tests.events.tables import file_of, shape_of, table_of


def test_a_plain_table_of_points_is_read() -> None:
    one = record("a", claims=[], sources=[], killed=None)
    table = table_of(one, one | {"id": "b"})
    start, end = (
        pa.array([pd.Timestamp(f"2023-05-03T0{hour}:00Z")] * 2, pa.timestamp("ns", "Europe/Kyiv"))
        for hour in (1, 2)
    )
    table = table.drop_columns(["claims", "sources", "killed", "injured", "checked", "note"])
    table = table.set_column(table.column_names.index("start"), "start", start)
    table = table.set_column(table.column_names.index("end"), "end", end)
    table = table.set_column(1, "title", table.column("title").dictionary_encode())
    table = table.append_column("mood", pa.array([1, 2]))
    reading = parse_events(file_of(table, [shapely.Point(1, 2, 3), shapely.Point(-180, 90)]))
    assert reading.rejected == ()
    assert reading.events[["lon", "lat"]].to_numpy().tolist() == [[1, 2], [-180, 90]]
    assert reading.events["claims"].tolist() == [(), ()]
    assert reading.events["note"].tolist() == [None, None]
    assert reading.events["start_local"].tolist() == [pd.Timestamp("2023-05-03T04:00")] * 2
    assert "unknown column 'mood': left out" in reading.notes
    assert "no column 'claims': read as empty" in reading.notes
    assert "heights in 1 record: left out" in reading.notes


def test_a_table_without_a_needed_column_is_refused() -> None:
    table = table_of(record())
    with pytest.raises(EventFileError, match="found no column title, wanted GeoParquet"):
        parse_events(file_of(table.drop_columns(["title"]), [shapely.Point(1, 2)]))
    with pytest.raises(EventFileError, match="found no column when, nor start and end"):
        parse_events(file_of(table.drop_columns(["end"]), [shapely.Point(1, 2)]))


@pytest.mark.parametrize(
    ("path", "slip", "found", "wanted"),
    [
        ("workflow", "workflw", "workflw", "(did you mean 'workflow'?)"),
        ("sources.is_party", "is_prty", "sources.is_prty", "(did you mean 'is_party'?)"),
        ("claims.side", "sied", "claims.sied", "(did you mean 'side'?)"),
        ("claims.actor.named", "naemd", "actor.naemd", "(did you mean 'named'?)"),
        ("mood", "is_party", "is_party", "'is_party' as a member of a source"),
    ],
)
def test_a_table_with_a_misspelt_column_is_refused(
    path: str, slip: str, found: str, wanted: str
) -> None:
    one = record(mood=1, claims__0__actor={"name": "Press office", "named": False})
    row = {"id": "a", **one["properties"], **one["properties"].pop("territory")}
    *parents, last = path.split(".")
    part = row
    for name in parents:
        part = part[name][0] if isinstance(part[name], list) else part[name]
    part[slip] = part.pop(last)
    with pytest.raises(EventFileError) as raised:
        parse_events(file_of(pa.Table.from_pylist([row]), [shapely.Point(1, 2)]))
    assert f"found column {found!r}, wanted " in str(raised.value)
    assert str(raised.value).endswith(wanted)


def test_another_crs_is_refused() -> None:
    with pytest.raises(EventFileError, match=r"found crs 'WGS 84 / Pseudo-Mercator'"):
        parse_events(file_of(table_of(record()), [shapely.Point(1, 2)], "EPSG:3857"))
    content = file_of(table_of(record()), [shapely.Point(1, 2)], "EPSG:4326")
    assert len(parse_events(content).events) == 1


def test_parquet_without_places_is_refused() -> None:
    out = io.BytesIO()
    parquet.write_table(table_of(record()), out)
    with pytest.raises(EventFileError, match="found Parquet without geometry"):
        parse_events(out.getvalue())


NOTED = [record("a", note="Ask them again."), record("b", note="x" * 100_001), record("c")]


def test_members_that_are_left_out_are_not_read_of_a_table() -> None:
    table = file_of(table_of(*NOTED), [shape_of(one) for one in NOTED])
    whole, shown = parse_events(table), parse_events(table, left_out=DESK_MEMBERS)
    assert [one.field for one in whole.rejected] == ["note"]
    assert shown.rejected == ()
    assert shown.events.index.tolist() == ["a", "b", "c"]
    assert shown.events["note"].isna().all()
    assert shown.events["checked"].isna().all()
    same = [name for name in whole.events if name not in DESK_MEMBERS]
    assert shown.events.loc[["a", "c"], same].astype(str).equals(whole.events[same].astype(str))


def test_members_that_are_left_out_come_back_empty_of_any_file() -> None:
    shown = parse_events(collection(*NOTED[::2]), left_out=DESK_MEMBERS)
    assert shown.events["note"].isna().all()
    assert shown.events["title"].notna().all()
