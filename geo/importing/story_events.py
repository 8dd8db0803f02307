"""The events of a story folder, read before an import and written after it."""

import io
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from geopandas import GeoDataFrame
from pyarrow import parquet
from pydantic_core import from_json, to_json

from geo.errors import EventFileError
from geo.events import EventSource, Reading, parse_events
from geo.events.arrow import describe_file, to_arrow
from geo.events.files.written_file import write_whole_file
from geo.events.vocabulary import Vocabulary
from geo.importing.canonical import parse_features
from geo.importing.merge import Merge
from geo.importing.outcome import Members
from geo.importing.state import FOLDER, ImportState, format_state

_EMPTY = b'{\n "type": "FeatureCollection",\n "features": []\n}\n'


def read_current(path: Path, zone: str, vocabulary: Vocabulary) -> tuple[bytes, Reading]:
    """Return the file of a story's events as it is, and as it is read.

    Raises
    ------
    EventFileError
        If an event of it is rejected: what is not read would be lost.
    """
    content = EventSource.from_name(path).read() if path.exists() else _EMPTY
    reading = parse_events(content, path.name, zone, vocabulary)
    if reading.rejected:
        raise EventFileError(
            f"{path.name}: found {reading.rejected[0]}; wanted a file in which every record is "
            "good before more are added: see geo check"
        )
    return content, reading


def write_merged(
    path: Path, content: bytes, reading: Reading, merge: Merge, state_name: str, source: str
) -> None:
    """Write the events of a story with those of an import, and what the import remembers."""
    if merge.changes:
        features = [made.feature for made in (*merge.updated, *merge.added)]
        if path.suffix == ".parquet":
            write_whole_file(path, _join_parquet(reading, features))
        else:
            write_whole_file(path, _join_geojson(content, features))
    write_state(path.parent, merge.state, state_name, source)


def write_state(folder: Path, state: ImportState, name: str, source: str) -> None:
    """Write what an import remembers, where it differs from what is there."""
    target = folder / FOLDER / f"{name}.json"
    text = format_state(state, source)
    if not target.exists() or target.read_bytes() != text:
        target.parent.mkdir(exist_ok=True)
        write_whole_file(target, text)


def _join_geojson(content: bytes, features: list[Members]) -> bytes:
    """Return a collection in which features replace those of their id, and new ones are added."""
    collection = from_json(content)
    changed = {one["id"]: one for one in features}
    there = [changed.pop(one.get("id"), one) for one in collection["features"]]
    return to_json({**collection, "features": [*there, *changed.values()]}, indent=1) + b"\n"


def _join_parquet(reading: Reading, features: list[Members]) -> bytes:
    added = parse_features(features, reading.zone, reading.vocabulary).events
    kept = reading.events[~reading.events.index.isin(added.index)]
    events = pd.concat([kept, added]) if len(kept) else added
    return format_parquet(events, reading.about)


def format_parquet(events: GeoDataFrame, about: Mapping[str, str]) -> bytes:
    """Return events as GeoParquet."""
    out = io.BytesIO()
    table = to_arrow(events).replace_schema_metadata(describe_file(events.geometry, about))
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()
