"""Lines between countries: where areas touch, each once, and nowhere else."""

import numpy as np
import shapely

from geo.drawing.world_shapes import find_shared_edges


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
