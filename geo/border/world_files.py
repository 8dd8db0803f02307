"""The files of the world: inside the library where it is installed, in data/ in a clone."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray

from geo.border.boxes import Box, split_at_cut
from geo.errors import GeoError

_FOLDERS = (Path(__file__).parent / "world", Path(__file__).parents[2] / "data" / "world")

_OF_THE_MAP = (
    *("coarse.parquet", "countries.parquet", "regions.parquet", "rivers.parquet"),
    *("lakes.parquet", "urban.parquet", "places.parquet", "seas.csv"),
)


def find_file(name: str) -> Path:
    """Return the path of a file of the world by its name.

    Raises
    ------
    GeoError
        If the library was installed without it.
    """
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path
    raise GeoError(f"world: found no {name}, wanted it in data/world; install again")


@cache
def world_version() -> str:
    """Return a short hash that is another when the base map of the world is."""
    digest = hashlib.sha256()
    for name in _OF_THE_MAP:
        digest.update(find_file(name).read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Rows:
    """Rows of a file: their shapes, and their other columns with the same index."""

    shapes: NDArray[np.object_]
    columns: pd.DataFrame


def read_rows(name: str, columns: Sequence[str] = (), code: str | None = None) -> Rows:
    """Return rows of a file whole: of all the world, or of one country."""
    return _read(name, columns, pc.field("iso_a3") == code if code else None)


def cut_rows(name: str, box: Box, columns: Sequence[str] = ()) -> Rows:
    """Return the rows of a file that lie in a box, cut off at its edges.

    Only the parts of the file that the box meets are read. What crosses the 180th meridian is in
    two rows.
    """
    halves = [_cut(name, half, columns) for half in split_at_cut(box)]
    return Rows(
        np.concatenate([half.shapes for half in halves]),
        pd.concat([half.columns for half in halves], ignore_index=True),
    )


def _cut(name: str, half: Box, columns: Sequence[str]) -> Rows:
    west, south, east, north = half
    crosses_lon = (pc.field("bbox", "xmin") <= east) & (pc.field("bbox", "xmax") >= west)
    crosses_lat = (pc.field("bbox", "ymin") <= north) & (pc.field("bbox", "ymax") >= south)
    rows = _read(name, columns, crosses_lon & crosses_lat)
    shapes = shapely.clip_by_rect(rows.shapes, *half)
    # A fast clip: an area that it cuts in two may touch itself along the edge.
    touching = (shapely.get_dimensions(shapes) == 2) & ~shapely.is_valid(shapes)
    shapes[touching] = shapely.make_valid(shapes[touching], method="structure")
    kept = ~shapely.is_empty(shapes)
    return Rows(shapes[kept], rows.columns[kept])


def _read(name: str, columns: Sequence[str], where: pc.Expression | None) -> Rows:
    path = find_file(f"{name}.parquet")
    # One thread: the files are small, and a server has other readers to answer meanwhile.
    table = pq.read_table(path, columns=[*columns, "geometry"], filters=where, use_threads=False)
    shapes = shapely.from_wkb(table["geometry"].to_numpy())
    return Rows(shapes, table.select(list(columns)).to_pandas())
