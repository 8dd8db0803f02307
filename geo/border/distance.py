"""How far events lie from a border, and on which side of it.

The distance is the length of the shortest WGS 84 geodesic to the boundary of a polygon whose
edges are straight in longitude and latitude (RFC 7946): the reading that agrees with a planar
inside test.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.border.batches import order_by_cell
from geo.border.border import Border
from geo.border.geodesic import FLATTEST_M
from geo.border.linework import ARC_LIMIT_M, Linework
from geo.border.outlines import find_nearest_vertex, order_paths
from geo.events.geometry.arrays import Flags, Floats
from geo.events.geometry.rings import copy_at_cut, join_at_cut, split_paths, unwrap


def distance_to_border(events: gpd.GeoDataFrame | gpd.GeoSeries, border: Border) -> pd.DataFrame:
    """Return how far each event lies from the border, where, and on which side.

    Parameters
    ----------
    events : GeoDataFrame or GeoSeries, n rows
        Any geometry, any CRS (none means lon, lat). Lines, areas and several points count by their
        nearest part; where they touch or cross the border, or hold it, the distance is 0. An area
        that crosses or overlaps itself is all that its outline encloses.
    border : Border

    Returns
    -------
    DataFrame, n rows, indexed like `events`
        distance_m (metres on WGS 84), nearest_lon, nearest_lat (the nearest point of the border,
        degrees) and inside (the border's area covers the whole geometry, its own line included).
        Missing and empty geometries and positions that are not on Earth give NaN and False.

    Notes
    -----
    Points: the nearest piece of the border is certified (linework.py), by an inequality that is
    proven (geodesic.py) up to 2,000 km, and by the triangle inequality beyond. The length is
    Karney's from 400 km on; below, it comes from the chord, whose error of at most 0.3 mm is
    measured, as is the rule by which nearly equal lengths are settled. On the 2,200 points of
    tests/data/truth_ua_wa.csv the worst error is 0.18 mm. Where the border comes near a pole, take
    the bend of a piece on top: 3 mm at 80 degrees of latitude, 25 mm at 89.
    Lines and areas: the same for all vertices of either side; 400 km away and more only for those
    of the event, 150 m apart, which adds at most 7 mm. Vertices that cannot be the nearest are not
    measured (outlines.py).
    A point takes some 3 microseconds, 15 between 400 and 2,000 km, 500 beyond; an area some 4,000,
    one far away ten times as much, and one around the Earth up to a second or two.
    """
    shapes = events.geometry if isinstance(events, gpd.GeoDataFrame) else events
    if shapes.crs is not None and shapes.crs != "EPSG:4326":
        shapes = shapes.to_crs("EPSG:4326")
    shape = np.asarray(shapes.array)
    distance, inside = np.full(len(shape), np.nan), np.zeros(len(shape), dtype=bool)
    nearest = np.full((len(shape), 2), np.nan)

    filled = ~shapely.is_missing(shape) & ~shapely.is_empty(shape)
    is_point = shapely.get_type_id(shape) == shapely.GeometryType.POINT
    point = np.flatnonzero(filled & is_point)
    lon, lat = shapely.get_x(shape[point]), shapely.get_y(shape[point])
    on_earth = np.isfinite(lon) & (np.abs(lat) <= 90)
    point, lon, lat = point[on_earth], lon[on_earth], lat[on_earth]
    distance[point], nearest[point] = border.linework.find_nearest(lon, lat)
    inside[point] = _mask_inside(lon - 360 * np.round(lon / 360), lat, distance[point], border.area)

    other = np.flatnonzero(filled & ~is_point)
    lonlat, part_of = shapely.get_coordinates(shape[other], return_index=True)
    beyond = ~(np.isfinite(lonlat).all(axis=1) & (np.abs(lonlat[:, 1]) <= 90))
    for row in np.delete(other, np.unique(part_of[beyond])):
        whole = _without_crossings(shape[row])
        distance[row], nearest[row] = _distance_of_shape(whole, border)
        inside[row] = shapely.covers(border.area, copy_at_cut(whole)).any()
    nearest[:, 0] -= 360 * np.round(nearest[:, 0] / 360)
    return pd.DataFrame(
        {
            "distance_m": distance,
            "nearest_lon": nearest[:, 0],
            "nearest_lat": nearest[:, 1],
            "inside": inside,
        },
        index=shapes.index,
    )


def _mask_inside(lon: Floats, lat: Floats, distance: Floats, area: BaseGeometry) -> Flags:
    """Return which points an area covers, asked once for points in a row on one side of its border.

    No border lies between two points that are nearer to each other than one of them is to it.
    """
    order = order_by_cell(lon, lat)
    x, y, away = lon[order], lat[order], distance[order]
    nearest = np.where(y[1:] * y[:-1] > 0, np.minimum(np.abs(y[1:]), np.abs(y[:-1])), 0)
    along = np.radians(np.diff(x)) * np.cos(np.radians(nearest))
    # No line that is straight in lon, lat is longer.
    at_most_m = FLATTEST_M * np.hypot(along, np.radians(np.diff(y)))
    apart = at_most_m >= 0.999 * np.maximum(away[1:], away[:-1]) - 1
    starts = np.concatenate([np.ones(min(len(x), 1), dtype=bool), apart])
    inside = np.empty(len(x), dtype=bool)
    inside[order] = shapely.intersects_xy(area, x[starts], y[starts])[np.cumsum(starts) - 1]
    return inside


def _without_crossings(shape: BaseGeometry) -> BaseGeometry:
    """Return an area that crosses or overlaps itself as all that its outline encloses.

    Whether it holds a border, or a border holds it, has no answer before.
    """
    if shapely.get_dimensions(shape) < 2 or shapely.is_valid(whole := unwrap(shape)):
        return shape
    return shapely.union_all(shapely.make_valid(shapely.get_parts(whole), method="structure"))


def _distance_of_shape(shape: BaseGeometry, border: Border) -> tuple[float, Floats]:
    """Measure a line, an area or a collection by its part nearest to the border.

    Between two lines that do not cross, the shortest way starts at a vertex of one of them.
    """
    joined = join_at_cut(shape)
    if shapely.intersects(border.line, joined):
        touching = shapely.intersection(joined, border.line)
        return 0.0, shapely.get_coordinates(touching)[0]
    outline = Linework(order_paths(split_paths(shape)))
    distance, nearest = find_nearest_vertex(outline, border.linework)
    if distance >= ARC_LIMIT_M:
        return distance, nearest
    facing = border.linework.find_vertices_near(outline, distance)
    if len(facing):
        lengths, _ = outline.find_nearest(*facing.T)
        if lengths.min() < distance:
            distance, nearest = lengths.min(), facing[lengths.argmin()]
    return distance, nearest
