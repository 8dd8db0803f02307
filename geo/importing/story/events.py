"""The events of a story folder, read before an import and written after it."""

import io
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from geopandas import GeoDataFrame
from pyarrow import parquet
from pydantic_core import from_json, to_json

from geo.errors import EventFileError
from geo.events import EventSource, Reading, parse_events
from geo.events.columns.arrow import describe_file, to_arrow
from geo.events.files.written_file import open_part
from geo.events.vocabulary import Vocabulary
from geo.importing.outcome.checked import parse_features
from geo.importing.outcome.outcome import Members
from geo.importing.story.merge import Merge
from geo.importing.story.state import format_state
from geo.importing.story.state_file import write_state, write_state_first

_EMPTY = b'{\n "type": "FeatureCollection",\n "features": []\n}\n'


def read_content(path: Path) -> bytes:
    """Return the file of a story's events; an empty collection if it is missing."""
    return EventSource.from_name(path).read() if path.exists() else _EMPTY


def read_current(path: Path, zone: str, vocabulary: Vocabulary) -> tuple[bytes, Reading]:
    """Return the file of a story's events as it is, and as it is read.

    Raises
    ------
    EventFileError
        If an event of it is rejected: what is not read would be lost.
    """
    content = read_content(path)
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
    """Write the events of a story with those of an import, and what the import remembers.

    Both are written before either takes its place, so that a full disk changes nothing.

    Raises
    ------
    EventFileError
        If the events have changed since they were read; nothing is written then.
    OSError
        If they cannot be written; nothing is changed then either.
    """
    state = format_state(merge.state, source)
    if not merge.changes:
        write_state(path.parent, state_name, state)
        return
    features = [made.feature for made in (*merge.updated, *merge.added)]
    is_parquet = path.suffix == ".parquet"
    new = _join_parquet(reading, features) if is_parquet else _join_geojson(content, features)
    with write_state_first(path.parent, state_name, state, new), open_part(path) as part:
        part.write_bytes(new)
        if read_content(path) != content:
            raise EventFileError(
                f"{path.name}: found that it was saved by another program meanwhile, wanted it as "
                "it was read; nothing was written, import again"
            )


def _join_geojson(content: bytes, features: list[Members]) -> bytes:
    """Return a collection in which features replace those of their id, and new ones are added."""
    collection = from_json(content.removeprefix(BOM_UTF8))
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
