"""Event files measured against a border, whatever table they come in: the `distances` command."""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
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
from geo.errors import BorderFileError, EventFileError
from geo.events import read_content
from geo.events.remote import is_url
from geo.story import read_story

BATCH = 100_000  # Rows measured between two moves of the progress bar.

Measure = Callable[[gpd.GeoSeries], pd.DataFrame]


def add_distances_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `distances IN --out OUT [--border FILE] [--workers N]`; call its `run` with the options.

    `run` raises GeoError for files that cannot be used.
    """
    command = commands.add_parser(
        "distances",
        help="add the distance to a border to every row of a file",
        description="Write a copy of a file with distance_m, nearest_lon, nearest_lat, inside, "
        f"border_name and border_version in every row. Files: {', '.join(KINDS)}; CSV by its "
        "columns lon and lat.",
    )
    command.add_argument("file", metavar="IN", help="a file, or a URL of one")
    command.add_argument("--out", type=Path, required=True, help="a file of the same kind")
    command.add_argument("--border", type=Path, help="polygons to measure from (the story's)")
    command.add_argument(
        "--workers",
        type=int,
        default=0,
        metavar="N",
        help="read GeoParquet in parts by N processes, for files larger than memory; "
        "OUT becomes a folder of parts",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    if not is_url(options.file):
        write_distances(Path(options.file), options.out, options.border, options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"events{options.out.suffix}"
        copy.write_bytes(read_content(options.file))
        write_distances(copy, options.out, options.border, options.workers)


def write_distances(
    path: Path, out: Path, border_path: Path | None = None, workers: int = 0
) -> None:
    """Write a copy of a file with the distance of every row to a border.

    Parameters
    ----------
    path, out : path
        Two files of one kind: GeoJSON, GeoParquet, GeoPackage, or CSV with columns lon and lat.
    border_path : path, optional
        Polygons to measure from; the border of the story where left out.
    workers : int
        0: this process, all at once. Else GeoParquet in parts, by as many processes.

    Raises
    ------
    EventFileError, BorderFileError, StoryFileError
        If a file cannot be used.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise EventFileError(f"{path.name}: found '{kind}', wanted one of {', '.join(KINDS)}")
    if out.suffix.lower() != kind:
        raise EventFileError(f"{out.name}: found '{out.suffix}', wanted {kind} as the input")
    if not path.exists():
        raise EventFileError(f"{path.name}: found no such file, wanted events")
    if out.resolve() == path.resolve() or not out.absolute().parent.is_dir():
        raise EventFileError(f"{out.name}: wanted another file, in a folder that exists")
    if not workers:
        border = border_of(border_path)
        KINDS[kind](path, out, lambda shapes: _measured_in_batches(shapes, border))
        return
    if kind != ".parquet" or out.exists():
        raise EventFileError(f"{out.name}: --workers wants a .parquet folder that is yet to be")
    try:
        from geo.border.distances_in_parts import write_distances_in_parts
    except ModuleNotFoundError as error:
        raise EventFileError("--workers: found no dask-geopandas, pip install it") from error
    write_distances_in_parts(path, out, border_path, workers)


def border_of(path: Path | None) -> Border:
    """Return the border of a file, or of the story in the folder $STORY (data)."""
    if path:
        return read_border(path)
    folder = Path(os.environ.get("STORY") or Path(__file__).parents[2] / "data")
    border = read_story(folder).border
    if border is None:
        raise BorderFileError("story.json: found no border, wanted one, or --border FILE")
    return read_border(folder / border.file, border.name, border.version, border.credit)


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
        raise ValueError(f"feature {number}: found a geometry that is none") from error


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
    """Return numbers, NaN where empty; name the first that is none, or beyond the limit."""
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
