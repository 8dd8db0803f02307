"""The borders of a story: of a file in its folder, or of a country; and how far places are."""

from pathlib import Path

import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from geo.border import Border, distance_interval, read_border
from geo.border.country import read_country_border
from geo.errors import BorderFileError
from geo.story.files.own_file import find_own_file
from geo.story.story_file import BorderFile, Story


def read_story_border(border: BorderFile, folder: Path) -> Border:
    """Return the border of a story.

    Raises
    ------
    BorderFileError
        If its file cannot be used.
    """
    if border.country:
        return read_country_border(
            border.country, border.name, border.version, border.credit, border.accuracy_m
        )
    return read_border(
        find_own_file(folder, border.file or "", BorderFileError),
        name=border.name,
        version=border.version,
        credit=border.credit,
        accuracy_m=border.accuracy_m or 0.0,
    )


def read_borders(story: Story, folder: Path, second: Path | None) -> tuple[Border, ...]:
    """Return the border of a story, where it has one, and a second one, where it is named."""
    borders = [read_story_border(story.border, folder)] if story.border else []
    if second:
        borders.append(read_border(second, name=second.name))
    return tuple(borders)


def mark_places(events: GeoDataFrame) -> GeoSeries:
    """Return the place of each event as the map marks it: of a line or an area, one point.

    Its distance is then that of the circle that the map draws: from the point, within the radius.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        With lon, lat.

    Returns
    -------
    GeoSeries, n rows
        EPSG:4326; None if an event has no place.
    """
    shapes = events.geometry
    other = (shapes.notna() & (shapes.geom_type != "Point")).to_numpy()
    if not other.any():
        return shapes
    points = shapes.to_numpy().copy()
    points[other] = shapely.points(events.loc[other, ["lon", "lat"]].to_numpy())
    return GeoSeries(points, events.index, crs=shapes.crs)


def measure_places(
    events: GeoDataFrame, measured: pd.DataFrame | None, accuracy_m: float
) -> pd.DataFrame:
    """Return distances with the interval that the radius of each place leaves open."""
    if measured is None:
        columns = ["distance_m", "nearest_lon", "nearest_lat", "low_m", "high_m"]
        return pd.DataFrame(float("nan"), index=events.index, columns=columns).assign(inside=False)
    interval = distance_interval(
        measured["distance_m"], measured["inside"], events["radius_m"], accuracy_m
    )
    return measured.join(interval)
