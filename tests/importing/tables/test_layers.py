"""Layers of other programs: their places, whatever the system, their columns, their depth."""

from pathlib import Path

import pytest

from geo.importing.tables.limits import TableFileError
from tests.importing.tables.kinds import PLACED, as_zipped_shapes, read


def test_a_reprojected_file_says_so(tmp_path: Path) -> None:
    outcome = read("a.zip", as_zipped_shapes(tmp_path, "EPSG:3857"))
    assert any("reprojected from WGS 84 / Pseudo-Mercator" in text for text in outcome.remarks)


def test_shapes_without_any_column_are_rejected_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.fgb"
    PLACED[["geometry"]].to_file(path, driver="FlatGeobuf")
    outcome = read("a.fgb", path.read_bytes())
    assert [one.row for one in outcome.rejected] == [1, 2]


def test_metres_of_no_named_system_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    metres = PLACED.to_crs("EPSG:3857").set_crs(None, allow_override=True)
    with pytest.warns(UserWarning, match="crs"):
        metres.to_file(path, driver="GPKG")
    with pytest.raises(TableFileError, match=r"found places up to .* wanted degrees"):
        read("a.gpkg", path.read_bytes())
