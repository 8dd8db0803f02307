"""Distances cached beside the file of events, so that those of a large file are measured once."""

import hashlib
import io
from contextlib import suppress
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoSeries
from numpy.typing import NDArray

from geo.border import Border, distance_to_border
from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file

# Below this, measuring again takes less than a tenth of a second.
FEWEST = 10_000
# Two borders of the version before last, and of the one that is shown.
_MOST_FILES = 4
# To be raised when the same points would give other distances.
_METHOD = 1
_KINDS = {
    "distance_m": np.dtype("float64"),
    "nearest_lon": np.dtype("float64"),
    "nearest_lat": np.dtype("float64"),
    "inside": np.dtype("bool"),
}


def cached_distances(places: GeoSeries, border: Border, folder: Path | None) -> pd.DataFrame:
    """Return what `distance_to_border` does, from the cache in a folder where it is there.

    Parameters
    ----------
    places : GeoSeries, n rows
        EPSG:4326.
    border : Border
    folder : Path or None
        Where the events lie. The cache may be deleted at any time; where it cannot be written,
        distances are measured each time.
    """
    if folder is None or len(places) < FEWEST:
        return distance_to_border(places, border)
    key = _key(places, border)
    path = folder / CACHE_FOLDER / f"distances-{key[:16]}.npz"
    columns = _read(path, key, len(places))
    if columns is not None:
        return pd.DataFrame(dict(columns), index=places.index)
    measured = distance_to_border(places, border)
    # If the cache cannot be written, go on without it.
    with suppress(OSError):
        _write(path, key, measured)
    return measured


def _key(places: GeoSeries, border: Border) -> str:
    """Return a hash of all that is measured: of the places themselves, not of their file."""
    digest = hashlib.sha256(f"method {_METHOD}, {len(places)} places".encode())
    digest.update(shapely.to_wkb(border.polygon))
    for text in shapely.to_wkb(np.asarray(places.array)):
        digest.update(text or b"-")
    return digest.hexdigest()


def _read(path: Path, key: str, count: int) -> dict[str, NDArray[np.generic]] | None:
    """Return the columns of a file; None if it is missing or holds anything else."""
    content = read_cache_file(path)
    if content is None:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            if str(stored["key"]) != key:
                return None
            columns = {name: stored[name] for name in _KINDS}
    except Exception:  # noqa: BLE001 - A foreign file may be anything, its reader raise anything.
        return None
    valid = all(columns[name].dtype == kind for name, kind in _KINDS.items())
    return columns if valid and {len(one) for one in columns.values()} == {count} else None


def _write(path: Path, key: str, measured: pd.DataFrame) -> None:
    content = io.BytesIO()
    columns = {name: measured[name].to_numpy() for name in _KINDS}
    np.savez(content, allow_pickle=False, key=np.array(key), **columns)
    write_cache_file(path, content.getbuffer(), _MOST_FILES)
