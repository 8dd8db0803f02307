"""Land and lines cut from the world, compared with areas and places known from elsewhere."""

import numpy as np
import pyproj
import pytest
import shapely

from geo.border.boxes import as_area
from geo.drawing.basemap.world.shapes import (
    cut_countries,
    cut_ranked,
    cut_region_lines,
    find_shared_edges,
    read_coarse_world,
)

WGS84 = pyproj.Geod(ellps="WGS84")


def square_km(area: shapely.Geometry) -> float:
    return float(abs(WGS84.geometry_area_perimeter(area)[0]) / 1e6)


def test_what_is_cut_lies_in_its_box_and_no_line_runs_along_its_edge() -> None:
    box = (5.0, 45.0, 12.0, 49.0)
    cut = cut_countries(box)
    assert shapely.covers(as_area(box).buffer(1e-9), cut.land)
    # All of it is land but some water of the Adriatic in the south-east.
    assert cut.land.area == pytest.approx(7 * 4, rel=0.02)
    edge = as_area(box).boundary.buffer(1e-3)
    assert cut.lines.intersection(edge).length < 0.1


def test_between_two_neighbours_runs_their_line() -> None:
    lines = cut_countries((-9.0, 37.0, -6.0, 42.0)).lines
    # On the Guadiana near Badajoz, and in the open sea off Lisbon.
    assert lines.distance(shapely.Point(-7.05, 38.87)) < 0.05
    assert lines.distance(shapely.Point(-9.0, 38.0)) > 1


def test_in_the_open_sea_there_is_nothing() -> None:
    cut = cut_countries((-40.0, 30.0, -38.0, 32.0))
    assert cut.land.is_empty
    assert cut.lines.is_empty
    shapes, ranks = cut_ranked("rivers", (-40.0, 30.0, -38.0, 32.0))
    assert (len(shapes), len(ranks)) == (0, 0)
    assert cut_region_lines((-40.0, 30.0, -38.0, 32.0)).is_empty


def test_islands_on_both_sides_of_180_degrees_are_cut() -> None:
    land = cut_countries((176.0, -19.5, -178.0, -15.5)).land
    for lon, lat in [(178.0, -17.8), (179.3, -16.6), (-179.9, -16.8)]:  # Viti, Vanua, Taveuni
        assert land.distance(shapely.Point(lon, lat)) < 0.15
    west, _, east, _ = land.bounds
    assert (west, east) == pytest.approx((-180, 180), abs=0.01)


def test_the_south_pole_is_land_and_the_north_pole_is_not() -> None:
    assert cut_countries((-30.0, -90.0, 30.0, -80.0)).land.area > 60 * 8
    assert cut_countries((-30.0, 85.0, 30.0, 90.0)).land.is_empty


def test_regions_have_lines_of_their_own_within_a_country() -> None:
    lines = cut_region_lines((8.0, 47.0, 14.0, 51.0))
    # Bavaria and Baden-Württemberg meet in the Danube at Ulm.
    assert lines.distance(shapely.Point(9.99, 48.39)) < 0.1


def test_the_coarse_world_is_a_third_of_the_earth() -> None:
    assert square_km(read_coarse_world().land) == pytest.approx(148.9e6, rel=0.02)


def test_lines_run_where_boundaries_of_two_areas_meet() -> None:
    around = shapely.MultiPoint(np.random.default_rng(1).uniform(0, 10, (30, 2)))
    areas = np.array(shapely.voronoi_polygons(around).geoms)
    pairs = [(one, other) for n, one in enumerate(areas) for other in areas[:n]]
    met = [one.boundary.intersection(other.boundary) for one, other in pairs]
    lines = shapely.union_all([line for line in met if line.length])
    found = find_shared_edges(areas)
    assert found.length > 0
    assert np.isclose(found.length, lines.length)
    assert found.within(lines.buffer(1e-6))


def test_an_edge_of_three_areas_is_drawn_once() -> None:
    areas = [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(1, 0, 3, 1)]
    edges = find_shared_edges(np.array(areas))
    assert edges.length == 1


def test_no_area_has_no_line() -> None:
    assert find_shared_edges(np.array([], dtype=object)).is_empty
