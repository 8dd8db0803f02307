"""Distances for GeoParquet files larger than memory: part by part, in several processes."""

import os
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import dask
import dask_geopandas
import geopandas as gpd
from dask.callbacks import Callback

from geo.border import Border
from geo.cli.console import open_progress
from geo.cli.distance_columns import measure_columns, with_distances
from geo.cli.distance_tables import BorderSource
from geo.errors import EventFileError


def write_distances_in_parts(path: Path, out: Path, border: BorderSource, workers: int) -> None:
    """Write a folder of GeoParquet parts, one for each row group of the file that is read.

    Parameters
    ----------
    path, out : path
        A GeoParquet file or folder, and a folder to make, once all parts are written.
    border : BorderSource
        Each process reads it once.
    workers : int
        How many processes; together they hold about as many row groups in memory.
    """
    # One core each: the neighbour search would otherwise start as many threads as there are cores.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        events = dask_geopandas.read_parquet(path, split_row_groups=True)
    except Exception as error:  # Arrow raises errors of any kind over a broken file
        raise EventFileError(f"{path.name}: found no geometry, wanted GeoParquet") from error
    measure_part = partial(_measured_part, path, border)
    found = events.map_partitions(measure_part, meta=measure_part(events._meta))
    with (
        dask.config.set(scheduler="processes", num_workers=workers),
        open_progress() as progress,
        TemporaryDirectory(dir=out.parent, prefix=".", suffix=".part") as folder,
    ):
        parts = Path(folder) / out.name
        task = progress.add_task("Measuring parts", total=events.npartitions)
        with Callback(posttask=lambda *_: progress.advance(task)):  # type: ignore[no-untyped-call]
            found.to_parquet(parts, write_index=False)
        parts.rename(out)


def _measured_part(path: Path, border: BorderSource, part: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    read = _border_of_this_process(border)
    return with_distances(path, part, lambda shapes: measure_columns(shapes, read))


@lru_cache(maxsize=1)
def _border_of_this_process(border: BorderSource) -> Border:
    return border.read()
