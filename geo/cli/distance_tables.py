"""Tables of events from any kind of file, measured against a border."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import pyogrio

from geo.border import Border, read_border
from geo.cli.console import open_progress
from geo.cli.distance_columns import Measure, ReadOptions, measure_columns, with_distances
from geo.cli.distance_csv import copy_csv
from geo.cli.distance_files import check_file
from geo.cli.distance_geojson import copy_geojson
from geo.errors import EventFileError
from geo.events.files.written_file import open_part
from geo.story.story_border import read_story_border
from geo.story.story_file import BorderFile

BATCH = 100_000  # Rows measured between two moves of the progress bar.


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


def write_distances(path: Path, out: Path, border: Border, options: ReadOptions) -> None:
    """Write a copy of a file with the distance of every row to a border.

    Parameters
    ----------
    path, out : path
        Two files of one kind: GeoJSON, GeoParquet, GeoPackage, or CSV with a longitude and a
        latitude.
    border : Border
    options : ReadOptions

    Raises
    ------
    EventFileError
        If a file cannot be used; what was at `out` stays as it was.
    """
    kind = check_paths(path, out)
    check_file(path, kind)
    if options.layer and kind != ".gpkg":
        raise EventFileError(f"{path.name}: found --layer, wanted it for a .gpkg only")
    if options.encoding and kind != ".csv":
        raise EventFileError(f"{path.name}: found --encoding, wanted it for a .csv only")
    try:
        with open_part(out) as part:
            WRITERS[kind](path, part, lambda shapes: _measured_in_batches(shapes, border), options)
    except OSError as error:
        raise EventFileError(
            f"{path.name}: found a file that cannot be read, or {out.name} that cannot be written"
        ) from error


def check_paths(path: Path, out: Path) -> str:
    """Return the kind of two files of one kind; raise EventFileError if they are not."""
    kind = path.suffix.lower()
    if kind not in WRITERS:
        raise EventFileError(f"{path.name}: found '{kind}', wanted one of {', '.join(WRITERS)}")
    if out.suffix.lower() != kind:
        raise EventFileError(f"{out.name}: found '{out.suffix}', wanted {kind}, as the input has")
    if not path.exists():
        raise EventFileError(f"{path.name}: found no such file, wanted events")
    if out.resolve() == path.resolve():
        raise EventFileError(f"{out.name}: found the file to measure itself, wanted another name")
    if not out.absolute().parent.is_dir():
        raise EventFileError(f"{out.name}: found no such folder, wanted a folder that exists")
    return kind


def _measured_in_batches(shapes: gpd.GeoSeries, border: Border) -> pd.DataFrame:
    """Measure with a progress bar, where there is more than one batch."""
    long = len(shapes) > BATCH
    with open_progress(disable=not long) as progress:
        starts = range(0, max(len(shapes), 1), BATCH)
        batches = progress.track(starts, description="Measuring")
        return pd.concat(
            [measure_columns(shapes[first : first + BATCH], border) for first in batches]
        )


def _copy_geopackage(path: Path, out: Path, measure: Measure, options: ReadOptions) -> None:
    """Measure one layer; the other tables of the file are copied."""
    try:
        layer = _choose_layer(path, options.layer)
        events = gpd.read_file(path, layer=layer)
    except EventFileError:
        raise
    except Exception as error:
        # GDAL, GEOS and PROJ raise errors of any kind over a broken file; none is ours to name.
        raise EventFileError(f"{path.name}: found no table, wanted a GeoPackage") from error
    measured = with_distances(path, events, measure)
    # GDAL goes by the name of a file, and writes others beside it.
    with TemporaryDirectory(dir=out.parent, prefix=".", suffix=".part") as folder:
        part = Path(folder) / path.name
        shutil.copyfile(path, part)
        measured.to_file(part, layer=layer)
        part.replace(out)


def _choose_layer(path: Path, wanted: str | None) -> str:
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if wanted in layers:
        return str(wanted)
    if wanted is None and len(layers) == 1:
        return layers[0]
    found = f"layers with places: {', '.join(layers)}" if layers else "no layer with places"
    raise EventFileError(f"{path.name}: found {found}, wanted one; name it with --layer")


def _copy_geoparquet(path: Path, out: Path, measure: Measure, _options: ReadOptions) -> None:
    try:
        events = gpd.read_parquet(path)
    except Exception as error:
        # As for a GeoPackage: Arrow, too.
        raise EventFileError(f"{path.name}: found no geometry, wanted GeoParquet") from error
    with_distances(path, events, measure).to_parquet(out)


WRITERS: dict[str, Callable[[Path, Path, Measure, ReadOptions], None]] = {
    ".geojson": copy_geojson,
    ".json": copy_geojson,
    ".csv": copy_csv,
    ".gpkg": _copy_geopackage,
    ".parquet": _copy_geoparquet,
}
