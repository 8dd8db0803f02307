"""Tables of events measured against a border, whatever kind of file they come in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataSourceError
from rich.console import Console
from rich.progress import Progress

from geo.border import Border, distance_to_border, read_border
from geo.errors import EventFileError
from geo.story.story_border import read_story_border
from geo.story.story_file import BorderFile

BATCH = 100_000  # Rows measured between two moves of the progress bar.

Measure = Callable[[gpd.GeoSeries], pd.DataFrame]


@dataclass(frozen=True)
class BorderSource:
    """Where a border is read from, for the processes that each need a copy of it."""

    path: Path | None = None
    story: BorderFile | None = None
    folder: Path = Path()

    def read(self) -> Border:
        """Return the border of a file, or that of a story in its folder.

        Raises
        ------
        BorderFileError
        """
        if self.story:
            return read_story_border(self.story, self.folder)
        return read_border(self.path or "")


def write_distances(path: Path, out: Path, border: Border) -> None:
    """Write a copy of a file with the distance of every row to a border.

    Parameters
    ----------
    path, out : path
        Two files of one kind: GeoJSON, GeoParquet, GeoPackage, or CSV with columns lon and lat.
    border : Border

    Raises
    ------
    EventFileError
        If a file cannot be used.
    """
    kind = check_paths(path, out)
    KINDS[kind](path, out, lambda shapes: _measured_in_batches(shapes, border))


def check_paths(path: Path, out: Path) -> str:
    """Return the kind of two files of one kind; raise EventFileError where they are not."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise EventFileError(f"{path.name}: found '{kind}', wanted one of {', '.join(KINDS)}")
    if out.suffix.lower() != kind:
        raise EventFileError(f"{out.name}: found '{out.suffix}', wanted {kind}, as the input has")
    if not path.exists():
        raise EventFileError(f"{path.name}: found no such file, wanted events")
    if out.resolve() == path.resolve() or not out.absolute().parent.is_dir():
        raise EventFileError(f"{out.name}: wanted another file, in a folder that exists")
    return kind


def measured(shapes: gpd.GeoSeries, border: Border) -> pd.DataFrame:
    """Return the columns to add, indexed like the shapes: millimetres, and degrees to 1 cm.

    `inside` is missing, and not False, where there is no place.
    """
    found = distance_to_border(shapes, border).round(
        {"distance_m": 3, "nearest_lon": 7, "nearest_lat": 7}
    )
    found["inside"] = found["inside"].astype("boolean").mask(found["distance_m"].isna())
    return found.assign(border_name=border.name, border_version=border.version)


def _measured_in_batches(shapes: gpd.GeoSeries, border: Border) -> pd.DataFrame:
    """Measure with a progress bar, where there is more than one batch."""
    long = len(shapes) > BATCH
    with Progress(console=Console(stderr=True), transient=True, disable=not long) as progress:
        starts = range(0, max(len(shapes), 1), BATCH)
        batches = progress.track(starts, description="Measuring")
        return pd.concat([measured(shapes[first : first + BATCH], border) for first in batches])


def _copy_geojson(path: Path, out: Path, measure: Measure) -> None:
    """Add properties to the features; ids, nested values and all other members stay."""
    try:
        collection = json.loads(path.read_bytes())
        features = collection["features"]
        shapes = [_shape(number, feature) for number, feature in enumerate(features, start=1)]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EventFileError(f"{path.name}: {error}, wanted a GeoJSON FeatureCollection") from error
    found = measure(gpd.GeoSeries(shapes, crs="EPSG:4326"))
    rows = json.loads(found.to_json(orient="records", double_precision=10))
    for feature, row in zip(features, rows, strict=True):
        feature["properties"] = (feature.get("properties") or {}) | row
    out.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _shape(number: int, feature: dict[str, object]) -> shapely.Geometry | None:
    if feature.get("geometry") is None:
        return None
    try:
        return shapely.geometry.shape(feature["geometry"])
    except Exception as error:  # shapely raises anything from KeyError to its own
        raise ValueError(f"feature {number}: found no valid geometry") from error


def _copy_csv(path: Path, out: Path, measure: Measure) -> None:
    """Add columns; every other value stays the text it was. Rows without lon, lat stay empty."""
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, UnicodeDecodeError) as error:
        raise EventFileError(f"{path.name}: found no table, wanted CSV in UTF-8") from error
    if not {"lon", "lat"} <= {*rows.columns}:
        columns = ", ".join(rows.columns)
        raise EventFileError(f"{path.name}: found columns {columns}, wanted lon and lat")
    lon, lat = (_degrees(path, rows[name], limit) for name, limit in (("lon", 360), ("lat", 90)))
    places = shapely.points(lon, lat)
    places[np.isnan(lon) | np.isnan(lat)] = None
    added = measure(gpd.GeoSeries(places, index=rows.index, crs="EPSG:4326"))
    rows.assign(**{str(name): values for name, values in added.items()}).to_csv(out, index=False)


def _degrees(
    path: Path, texts: pd.Series, limit: float
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return numbers, NaN where empty; name the first that is no number, or beyond the limit."""
    filled = texts.str.strip() != ""
    degrees = pd.to_numeric(texts.where(filled), errors="coerce")
    bad = filled & ~(degrees.abs() <= limit)
    if bad.any():
        row = int(np.flatnonzero(bad)[0])
        raise EventFileError(
            f"{path.name}, row {row + 1}: found {texts.name} {texts.iloc[row]!r}, "
            f"wanted degrees from {-limit} to {limit}"
        )
    return degrees.to_numpy(dtype=float)


def _copy_geopackage(path: Path, out: Path, measure: Measure) -> None:
    try:
        layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        if len(layers) != 1:
            raise EventFileError(f"{path.name}: found layers {', '.join(layers)}, wanted one")
        events = gpd.read_file(path)
    except DataSourceError as error:
        raise EventFileError(f"{path.name}: found no table, wanted a GeoPackage") from error
    with_distances(path, events, measure).to_file(out, layer=layers[0])


def _copy_geoparquet(path: Path, out: Path, measure: Measure) -> None:
    try:
        events = gpd.read_parquet(path)
    except (ValueError, OSError) as error:
        raise EventFileError(f"{path.name}: found no geometry, wanted GeoParquet") from error
    with_distances(path, events, measure).to_parquet(out)


def with_distances(path: Path, events: gpd.GeoDataFrame, measure: Measure) -> gpd.GeoDataFrame:
    """Return the events with the columns added, their geometry as it was."""
    if not isinstance(events, gpd.GeoDataFrame):
        raise EventFileError(f"{path.name}: found no geometry, wanted a place in every row")
    added = measure(events.geometry)
    return events.assign(**{str(name): values for name, values in added.items()})


KINDS: dict[str, Callable[[Path, Path, Measure], None]] = {
    ".geojson": _copy_geojson,
    ".json": _copy_geojson,
    ".csv": _copy_csv,
    ".gpkg": _copy_geopackage,
    ".parquet": _copy_geoparquet,
}
