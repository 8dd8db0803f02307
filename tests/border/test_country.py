"""The border of a country by its code."""

import geopandas as gpd
import pandas as pd
import pyproj
import pytest
import shapely

from geo.border import country, distance_to_border
from geo.border.countries import list_countries
from geo.border.country import read_country_border
from geo.border.world_files import Rows, read_rows
from geo.errors import BorderFileError

WGS84 = pyproj.Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def all_rows() -> Rows:
    return read_rows("borders", ["iso_a3"])


@pytest.mark.parametrize("code", list_countries())
def test_every_country_has_a_name_and_a_border(
    code: str, all_rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The file is read once; the tests below read a country from it.
    rows = all_rows.shapes[all_rows.columns["iso_a3"] == code]
    monkeypatch.setattr(country, "read_rows", lambda *_, **__: Rows(rows, pd.DataFrame()))
    border = read_country_border(code)
    assert border.name
    assert border.accuracy_m == 1000
    assert "OpenStreetMap" in border.credit


def test_a_place_at_sea_is_as_far_from_a_country_as_from_its_cape() -> None:
    place = gpd.GeoSeries([shapely.Point(-9.9, 38.78)], crs="EPSG:4326")
    measured = distance_to_border(place, read_country_border("PRT")).iloc[0]
    # Cabo da Roca, the westernmost point of the mainland.
    known = WGS84.inv(-9.9, 38.78, -9.5006, 38.7804)[2]
    assert measured.distance_m == pytest.approx(known, abs=1500)
    assert not measured.inside


@pytest.mark.parametrize(
    ("code", "name"), [("ISL", "Iceland"), ("LKA", "Sri Lanka"), ("CIV", "Ivory Coast")]
)
def test_a_border_has_the_name_of_its_country(code: str, name: str) -> None:
    assert read_country_border(code).name == name


def test_another_name_and_accuracy_replace_the_bundled_ones() -> None:
    border = read_country_border("MLT", name="Malta, as drawn", accuracy_m=250)
    assert (border.name, border.accuracy_m) == ("Malta, as drawn", 250)


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(BorderFileError, match="'XXX': found no such country, wanted an ISO 3166-1"):
        read_country_border("XXX")
