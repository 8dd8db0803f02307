"""Events of a large file cached beside it as they were checked, so that a file is checked once."""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from geopandas import GeoDataFrame
from pydantic import TypeAdapter
from pydantic_core import to_json

from geo.events.columns.arrow import FILE_COLUMNS, INSTANTS
from geo.events.columns.column import build_checker
from geo.events.columns.frame import DTYPES, LOCAL_TIMES, Values, build_frame
from geo.events.columns.kinds import MEMBER_TYPES
from geo.events.columns.shared_values import find_shared
from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file
from geo.events.reading.garbage import pause_collection
from geo.events.reading.read import Reading, parse_events
from geo.events.rejections import Rejection
from geo.events.vocabulary import Vocabulary
from geo.times.zone_rules import hash_rules

# Below this, a file is checked in less than half a second.
FEWEST = 10_000
# The version that is shown, and the one before.
_MOST_FILES = 2
_AT_ONCE = 20_000


class _Head(NamedTuple):
    """What is beside the events: their hash of time zones, and the other parts of a `Reading`."""

    rules: str
    rejected: tuple[Rejection, ...]
    notes: tuple[str, ...]
    about: dict[str, str]
    is_sparse: bool


_HEAD = TypeAdapter(_Head)


def cached_events(
    content: bytes,
    name: str,
    zone: str,
    vocabulary: Vocabulary,
    left_out: Collection[str],
    folder: Path | None,
) -> Reading:
    """Return what `parse_events` does, from the cache in a folder where it is there.

    Parameters
    ----------
    content, name, zone, vocabulary, left_out
        As for `parse_events`.
    folder : Path or None
        Where the file lies. The cache may be deleted at any time; where it cannot be written, or
        is not as it was written, the file is checked each time.

    Raises
    ------
    EventFileError
        If no list of features can be found in the content.
    """
    if folder is None:
        return parse_events(content, name, zone, vocabulary, left_out)
    key = _key(content, zone, vocabulary, left_out)
    path = folder / CACHE_FOLDER / f"events-{key[:16]}.arrow"
    with pause_collection():
        reading = _read(path, key, zone, vocabulary)
        if reading is None:
            reading = parse_events(content, name, zone, vocabulary, left_out)
            if len(reading.events) >= FEWEST:
                # If the cache cannot be written, go on without it.
                with suppress(OSError, ValueError):
                    write_cache_file(path, _to_bytes(reading, key), _MOST_FILES)
    return reading


def _key(content: bytes, zone: str, vocabulary: Vocabulary, left_out: Collection[str]) -> str:
    """Return a hash of all that says what a file is read as, this code included."""
    words = [(field, list(vocabulary[field])) for field in vocabulary]
    terms = zone, words, dict(vocabulary.declared_in), sorted(left_out)
    digest = hashlib.sha256(_hash_code())
    digest.update(repr(terms).encode())
    digest.update(content)
    return digest.hexdigest()


@cache
def _hash_code() -> bytes:
    """Return a hash of the code that reads events: between releases it changes without a number."""
    library = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for folder in ("events", "times"):
        for path in sorted((library / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()


def _to_bytes(reading: Reading, key: str) -> bytes:
    """Return a reading as a file of Arrow."""
    events = reading.events
    arrays = {"id": pa.array(events.index, pa.large_string())}
    arrays |= {name: _to_array(events, name) for name in FILE_COLUMNS[1:]}
    arrays |= {name: pa.array(events[name], pa.timestamp("us")) for name in LOCAL_TIMES}
    arrays["geometry"] = pa.array(shapely.to_wkb(events.geometry.array), pa.large_binary())
    rest = (getattr(reading, name) for name in _Head._fields[1:])
    head = _HEAD.dump_json(_Head(hash_rules(events["tz"].unique()), *rest))
    # In one piece: a frame that was joined from several has columns in several.
    table = pa.table(arrays).combine_chunks()
    table = table.replace_schema_metadata({b"key": key.encode(), b"head": head})
    out = pa.BufferOutputStream()
    compressed = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(out, table.schema, options=compressed) as writer:
        writer.write_table(table)
    body: bytes = out.getvalue().to_pybytes()
    return body


def _to_array(events: GeoDataFrame, name: str) -> pa.Array:
    """Return a column: as it is, or as numbers of its different values, each as JSON."""
    if name in INSTANTS:
        return pa.array(events[name], pa.timestamp("us", "UTC"))
    if name in DTYPES:
        return pa.array(events[name], pa.large_string() if DTYPES[name] == "str" else pa.float64())
    shared = find_shared(events, [name])
    values = build_checker(MEMBER_TYPES[name]).dump_python(events[name].iloc[shared.first].tolist())
    texts = pa.array([to_json(value) for value in values], pa.large_binary())
    return pa.DictionaryArray.from_arrays(pa.array(shared.codes, pa.int32()), texts)


def _read(path: Path, key: str, zone: str, vocabulary: Vocabulary) -> Reading | None:
    """Return what is in a file; None if it is missing or holds anything else."""
    content = read_cache_file(path)
    if content is None:
        return None
    try:
        table = pa.ipc.open_file(pa.py_buffer(content)).read_all()
        if table.schema.metadata[b"key"] != key.encode():
            return None
        head = _HEAD.validate_json(table.schema.metadata[b"head"])
        if head.rules != hash_rules(table.column("tz").unique().to_pylist()):
            # The local times were computed with other rules of time zones.
            return None
        values = dict(_to_values(table, vocabulary))
        shapes = shapely.from_wkb(table.column("geometry").to_numpy())
        events = build_frame(values.pop("id"), values, shapes)
    except Exception:  # noqa: BLE001 - A foreign file may be anything, its reader raise anything.
        return None
    return Reading(events, *head[1:], zone=zone, vocabulary=vocabulary)


def _to_values(table: pa.Table, vocabulary: Vocabulary) -> Iterator[tuple[str, Values]]:
    for name in (*FILE_COLUMNS, *LOCAL_TIMES):
        (array,) = table.column(name).chunks
        if name in (*INSTANTS, *LOCAL_TIMES):
            yield name, pd.DatetimeIndex(array.to_pandas())
        elif name in DTYPES:
            yield name, array.to_pandas().array
        else:
            yield name, _to_objects(array, MEMBER_TYPES[name], vocabulary)


def _to_objects(array: pa.DictionaryArray, kind: object, vocabulary: Vocabulary) -> Values:
    """Return values made by the model, which checks them again; rows share them as they did."""
    texts = array.dictionary
    few = np.empty(len(texts), dtype=object)
    for start in range(0, len(texts), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        joined = b"[" + b",".join(texts[part].to_pylist()) + b"]"
        few[part] = build_checker(kind).validate_json(joined, context=vocabulary)
    shared: Values = few[array.indices.to_numpy()]
    return shared
