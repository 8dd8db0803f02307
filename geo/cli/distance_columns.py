"""The columns that the `distances` command adds to any kind of file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj.exceptions
import shapely
from rich.text import Text

from geo.border import Border, distance_to_border
from geo.cli.console import print_line
from geo.errors import EventFileError, quote
from geo.importing.places.degrees import read_degrees

NUMBERS = ("distance_m", "nearest_lon", "nearest_lat", "border_accuracy_m")
TEXTS = ("border_name", "border_version", "border_credit")
ADDED_COLUMNS = (*NUMBERS[:3], "inside", *TEXTS, NUMBERS[3])
Axis = Literal["lon", "lat"]
# A longitude may be counted on beyond 180 degrees, and a map may be a whole turn wide.
MOST_DEGREES: dict[Axis, int] = {"lon": 360, "lat": 90}
Measure = Callable[[gpd.GeoSeries], pd.DataFrame]


@dataclass(frozen=True)
class ReadOptions:
    """What the command line says about the file that is read; None if it says nothing."""

    layer: str | None = None
    encoding: str | None = None


def measure_columns(shapes: gpd.GeoSeries, border: Border) -> pd.DataFrame:
    """Return the columns to add, indexed like the shapes: millimetres, and degrees to 1 cm.

    `inside` is missing, and not False, if there is no place; `border_accuracy_m`, within which
    the line is true, where the border does not say it.
    """
    found = distance_to_border(shapes, border).round(
        {"distance_m": 3, "nearest_lon": 7, "nearest_lat": 7}
    )
    found["inside"] = found["inside"].astype("boolean").mask(found["distance_m"].isna())
    return found.assign(
        border_name=border.name,
        border_version=border.version,
        border_credit=border.credit,
        border_accuracy_m=border.accuracy_m or float("nan"),
    )


def with_distances(path: Path, events: gpd.GeoDataFrame, measure: Measure) -> gpd.GeoDataFrame:
    """Return the events with the columns added, their geometry as it was.

    Raises
    ------
    EventFileError
        If there is no geometry, no CRS, or a place that is not on Earth.
    """
    if not isinstance(events, gpd.GeoDataFrame):
        raise EventFileError(f"{path.name}: found no geometry, wanted a place in every row")
    if events.crs is None:
        raise EventFileError(f"{path.name}: found no CRS, wanted one; set it with ogr2ogr -a_srs")
    try:
        shapes = events.geometry.to_crs("EPSG:4326")
    except (pyproj.exceptions.ProjError, ValueError) as error:
        raise EventFileError(
            f"{path.name}: found a CRS that has no way to longitude and latitude, "
            "wanted one on Earth"
        ) from error
    check_on_earth(path.name, "row", shapes)
    notice_replaced(path.name, events.columns)
    kept = events.drop(columns=[name for name in ADDED_COLUMNS if name in events.columns])
    added = measure(shapes)
    return kept.assign(**{str(name): values for name, values in added.items()})


def read_cell(where: str, column: str, text: str, axis: Axis) -> float:
    """Return the degrees of a cell, as an import reads them; NaN if it is empty.

    Parameters
    ----------
    where, column : str
        For the message.
    text : str
    axis : {"lon", "lat"}

    Raises
    ------
    EventFileError
        If they are not degrees of this axis.
    """
    if not text.strip():
        return float("nan")
    degrees, limit = read_degrees(text), MOST_DEGREES[axis]
    if degrees is None or degrees.axis not in ("", axis) or abs(degrees.value) > limit:
        raise EventFileError(
            f"{where}: found {column} {quote(text)}, wanted degrees from {-limit} to {limit}"
        )
    return degrees.value


def check_on_earth(name: str, unit: str, shapes: gpd.GeoSeries) -> None:
    """Raise EventFileError for the first shape that reaches beyond 360 or 90 degrees.

    Parameters
    ----------
    name : str
        Of the file, for the message.
    unit : str
        What a shape is called there, such as "row".
    shapes : GeoSeries, n values
        In longitude and latitude.
    """
    west, south, east, north = shapely.bounds(np.asarray(shapes.array)).T
    filled = ~shapely.is_missing(shapes.array) & ~shapely.is_empty(shapes.array)
    wide, high = np.maximum(np.abs(west), np.abs(east)), np.maximum(np.abs(south), np.abs(north))
    beyond = np.flatnonzero(
        filled & ~((wide <= MOST_DEGREES["lon"]) & (high <= MOST_DEGREES["lat"]))
    )
    if len(beyond):
        row = int(beyond[0])
        raise EventFileError(
            f"{name}, {unit} {row + 1}: found a place at {east[row]:.10g}, {north[row]:.10g}, "
            f"wanted longitude and latitude in degrees ({len(beyond):,} such in all)"
        )


def notice_replaced(name: str, columns: Iterable[object]) -> None:
    """Say which columns of the file the copy replaces."""
    if replaced := [column for column in ADDED_COLUMNS if column in [*columns]]:
        line = f"{name}: columns measured again: {', '.join(replaced)}"
        print_line(Text(line), stderr=True)
