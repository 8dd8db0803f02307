"""Roads, railways and runways of the world by place."""

import numpy as np
import pytest
import shapely
from pmtiles.reader import MmapSource, Reader

from geo.border.world_files import find_file
from geo.drawing.basemap.world.detail import DETAIL_FILE, DetailPart, read_detail

# A city with a ring road, and a piece of open ocean.
CITY = (2.0, 48.6, 2.7, 49.1)
OCEAN = (-140.0, -40.0, -139.0, -39.0)


@pytest.mark.parametrize("part", ["roads", "rail", "runways"])
def test_a_city_has_lines_of_each_kind_where_it_lies(part: DetailPart) -> None:
    lines = read_detail(part, CITY)
    assert set(shapely.get_type_id(lines)) == {shapely.GeometryType.LINESTRING}
    assert shapely.intersects(lines, shapely.box(*CITY)).any()
    # A tile of zoom 7 is 2.8 degrees wide.
    west, south, east, north = shapely.total_bounds(lines)
    assert west > CITY[0] - 3
    assert south > CITY[1] - 3
    assert east < CITY[2] + 3
    assert north < CITY[3] + 3


def test_a_runway_lies_where_its_airport_says() -> None:
    # The airport north of the city is known to lie at 49.01 N 2.55 E; its runways are 2 km off.
    near = shapely.distance(read_detail("runways", CITY), shapely.Point(2.55, 49.01))
    assert np.min(near) < 0.03


def test_the_open_ocean_and_the_pole_have_none() -> None:
    for box in (OCEAN, (10.0, 88.0, 20.0, 90.0), (-180.0, -90.0, -179.0, -89.0)):
        assert len(read_detail("roads", box)) == 0


def test_the_tiles_say_nothing_of_the_machine_that_made_them() -> None:
    with find_file(DETAIL_FILE).open("rb") as file:
        about = Reader(MmapSource(file)).metadata()  # type: ignore[no-untyped-call]
    assert set(about) == {"name", "format", "type", "attribution", "vector_layers"}
