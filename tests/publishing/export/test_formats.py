"""What holds for every kind of file."""

import io
import json
import math
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest

from geo.publishing.export import FORMATS, export_view, name_file, stream_view
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS, KML, READERS, kml_of, table_of
from tests.shipped_record import open_shipped
from tests.story_folders import write_story


@pytest.fixture(scope="module")
def nobody(three: View) -> View:
    """A view that keeps no event."""
    presence = three.presence.map(lambda _: "hidden").astype(three.presence.dtype)
    return View(three.current, three.link, presence)


AREA = {"type": "Polygon", "coordinates": [[[2, 0], [4, 0], [4, 3], [2, 0]]]}


HOLED = {
    "type": "Polygon",
    "coordinates": [[[2, 0], [6, 0], [6, 6], [2, 0]], [[4, 1], [5, 1], [5, 2], [4, 1]]],
}


SHAPES = [
    AREA,
    HOLED,
    {"type": "LineString", "coordinates": [[2, 0], [4, 0]]},
    {"type": "MultiPoint", "coordinates": [[2, 0], [4, 0]]},
    {"type": "MultiLineString", "coordinates": [[[2, 0], [4, 0]], [[2, 1], [4, 1]]]},
    {"type": "MultiPolygon", "coordinates": [AREA["coordinates"]]},
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["type"])
def test_lines_and_areas_leave_in_every_kind(tmp_path: Path, shape: dict[str, object]) -> None:
    view = open_view(write_story(tmp_path, record("a", geometry=shape), record("b")))
    assert len(list(kml_of(view).iter(f"{KML}Placemark"))) == 2
    for kind in ("gpkg", "parquet"):
        path = tmp_path / f"events.{kind}"
        path.write_bytes(export_view(view, kind))
        read = gpd.read_file(path, layer="events") if kind == "gpkg" else gpd.read_parquet(path)
        assert read.geometry.iloc[0].equals(view.kept.geometry.iloc[0])


def test_no_event_gives_files_that_still_say_so(nobody: View, tmp_path: Path) -> None:
    counted = "No event matches these filters"
    content = json.loads(export_view(nobody, "geojson"))
    assert (content["features"], content["counted"]) == ([], counted)
    assert table_of(nobody, "csv") == table_of(nobody, "claims") == []
    assert list(kml_of(nobody).iter(f"{KML}Placemark")) == []
    book = openpyxl.load_workbook(io.BytesIO(export_view(nobody, "xlsx")))
    assert book["events"].max_row == 1
    assert len(gpd.read_parquet(io.BytesIO(export_view(nobody, "parquet")))) == 0
    path = tmp_path / "none.gpkg"
    path.write_bytes(export_view(nobody, "gpkg"))
    assert len(gpd.read_file(path, layer="events")) == 0


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "claims"])
def test_a_file_of_events_says_how_sure_each_is_and_how_well_its_place_is_known(
    kind: str, tmp_path: Path
) -> None:
    day = {"start": "2023-05-03T00:00:00+00:00", "end": "2023-05-04T00:00:00+00:00", "tz": "UTC"}
    nowhere = {"geometry": None, "location_precision": "unknown", "radius_m": None}
    minute = day | {"end": "2023-05-03T00:01:00+00:00"}
    folder = write_story(
        tmp_path / "story",
        record("sure", **minute, radius_m=125),
        record("perhaps", **day, time_precision="day", radius_m=60000),
        record("nowhere", **minute, **nowhere),
    )
    path = tmp_path / f"events{FORMATS[kind].extension}"
    path.write_bytes(export_view(open_view(folder, "to=2023-05-03T12:00"), kind))
    read = READERS[kind].read(path)
    table = read if isinstance(read, pd.DataFrame) else read.to_pandas()
    events = table.dropna(subset=["presence"]).set_index("id")
    assert events["presence"].to_dict() == {
        "sure": "definite",
        "perhaps": "possible",
        "nowhere": "definite",
    }
    radius = events["radius_m"].astype(float)
    assert (radius["sure"], radius["perhaps"]) == (125, 60000)
    assert math.isnan(radius["nowhere"])


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_file_written_event_by_event_is_the_same_file(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_shipped("from=2023-04-25&to=2023-05-03T06:00")
    reported: list[int] = []
    read = []
    for size in (1_000, 1):
        monkeypatch.setattr("geo.publishing.export.selection.PART", size)
        path = tmp_path / f"{size}{FORMATS[kind].extension}"
        path.write_bytes(b"".join(stream_view(view, kind, ADDRESS, reported.append)))
        read.append(READERS[kind].read(path))
    assert read[0].equals(read[1])
    assert reported == [len(view.kept)] + [1] * len(view.kept) or kind == "kmz"
    assert sum(reported) == 2 * len(view.kept)


@pytest.mark.parametrize("kind", list(FORMATS))
def test_an_unfinished_file_does_not_look_complete(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_shipped()
    monkeypatch.setattr("geo.publishing.export.selection.PART", 60)
    monkeypatch.setattr("geo.publishing.export.geoparquet.ROWS_IN_GROUP", 60)
    path = tmp_path / f"part{FORMATS[kind].extension}"
    events = iter(range(2))

    def break_off(_: int) -> None:
        if next(events) == 1:
            raise RuntimeError

    with path.open("wb") as file, pytest.raises(RuntimeError):  # noqa: PT012
        for piece in stream_view(view, kind, ADDRESS, break_off):
            file.write(piece)
    with pytest.raises(Exception, match=READERS[kind].cut_off):
        READERS[kind].read(path)


def test_a_file_is_named_after_its_story_and_its_data(three: View) -> None:
    assert name_file(three, "claims") == f"bridges-{three.record.version}-claims.csv"


def test_each_kind_has_a_reader_that_is_not_ours() -> None:
    assert list(FORMATS) == list(READERS), "add a row to READERS in readers.py"


def test_each_kind_says_how_it_is_sent() -> None:
    assert all("/" in one.media_type and one.extension for one in FORMATS.values())
