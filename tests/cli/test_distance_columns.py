"""The columns that are added say how true the border is, and whom to credit."""

import math

import geopandas as gpd
from shapely import Point, box

from geo.border import Border
from geo.cli.distance_columns import ADDED_COLUMNS, measure_columns


def test_the_accuracy_and_the_credit_of_the_border_are_beside_each_distance() -> None:
    rough = Border(box(10, -1, 12, 1), "Square", "1", "© Surveyors", accuracy_m=1000)
    places = gpd.GeoSeries([Point(9.5, 0), None], crs="EPSG:4326")
    found = measure_columns(places, rough)
    assert set(found.columns) == set(ADDED_COLUMNS)
    assert found["border_credit"].tolist() == ["© Surveyors"] * 2
    assert found["border_accuracy_m"].tolist() == [1000, 1000]
    unsaid = measure_columns(places, Border(box(10, -1, 12, 1)))
    assert all(map(math.isnan, unsaid["border_accuracy_m"]))
