"""Columns of places and distances, each named once."""

import json
from pathlib import Path

import pytest

from geo.errors import EventFileError
from tests.cli.measuring import measure, read_rows


@pytest.mark.parametrize(
    ("header", "found"), [("lon,lat,lon", "lon, lon"), ("lat,lng,Longitude", "lng, Longitude")]
)
def test_two_columns_that_could_be_the_longitude_are_refused(
    tmp_path: Path, header: str, found: str
) -> None:
    with pytest.raises(EventFileError, match=f"found columns {found}, wanted one longitude"):
        measure(f"{header}\n9.5,0,1\n".encode(), tmp_path)


def test_other_columns_of_one_name_keep_name_and_values(tmp_path: Path) -> None:
    rows = read_rows(measure(b"id,id,lon,lat\n1,2,9.5,0\n", tmp_path))
    assert rows[0][:4] == ["id", "id", "lon", "lat"]
    assert rows[1][:2] == ["1", "2"]


def test_an_own_result_is_measured_anew_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    once = measure(b"\xef\xbb\xbfid,lon,lat\r\n1,9.5,0\r\n", tmp_path)
    assert measure(once, tmp_path) == once
    assert "columns measured again: distance_m, nearest_lon" in capsys.readouterr().err


@pytest.mark.parametrize("place", [[4187839, 7509135], [4187839, 55], [37, 91]])
def test_places_that_are_no_degrees_are_named(tmp_path: Path, place: list[float]) -> None:
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": each}}
        for each in ([9.5, 0], place)
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    with pytest.raises(EventFileError, match="feature 2: found a place at"):
        measure(content, tmp_path, ".geojson")
