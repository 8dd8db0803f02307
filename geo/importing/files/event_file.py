"""A large table as a file of events, a group of rows at a time, so that memory is bounded."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
import shapely
from geopandas import GeoSeries
from pyarrow import parquet
from pydantic_core import to_json
from shapely.geometry import shape

from geo.events.columns.arrow import EMPTY, FILE_COLUMNS, INSTANTS, describe_file, find_type
from geo.events.columns.frame import TERRITORY
from geo.events.files.written_file import open_part
from geo.events.geometry.shapes import Shapes
from geo.events.reading.garbage import pause_collection
from geo.events.reading.geoparquet.rows import find_bad_rows
from geo.events.sparse.completion import complete_feature
from geo.importing.outcome.outcome import EventRow, Members, Outcome, RejectedRow
from geo.importing.rows.destination import Destination

_GROUP = 10_000
# Texts that differ from row to row only cost time in a dictionary.
_REPEATED = [
    "group",
    "event_type",
    "target_type",
    "verification",
    "attribution",
    "tz",
    "place_basis",
    "time_precision",
    "location_precision",
    "region",
    "kind",
    "workflow",
]
_ACTOR = {"role": None, "kind": None, "named": True, "via": None, "short": None}


def write_parquet(
    rows: Iterator[EventRow], out: Path, destination: Destination, outcome: Outcome
) -> int:
    """Write events as GeoParquet, and return how many they are.

    A file that was there is replaced only by a complete one.

    Parameters
    ----------
    rows : iterator of EventRow
        Of `open_file`; the events of a large table would fill the memory.
    out : Path
    destination : Destination
    outcome : Outcome
        What the model of an event refuses is added to its rejected rows.
    """
    count = 0
    extent: list[shapely.Geometry] = []
    schema = _tabulate([], _build_shapes([]), destination.zone).schema
    with (
        open_part(out) as part,
        parquet.ParquetWriter(part, schema, compression="zstd", use_dictionary=_REPEATED) as writer,
        pause_collection(),
    ):
        for batch in _take(rows):
            events, shapes = _check(batch, destination, outcome)
            count += events.num_rows
            extent = _widen(extent, shapes)
            writer.write_table(events)
        writer.add_key_value_metadata(describe_file(GeoSeries(extent, crs="EPSG:4326"), {}))
    outcome.rejected.sort(key=lambda one: one.row)
    return count


def _take(rows: Iterator[EventRow]) -> Iterator[list[EventRow]]:
    while batch := list(islice(rows, _GROUP)):
        yield batch


def _check(
    batch: list[EventRow], destination: Destination, outcome: Outcome
) -> tuple[pa.Table, Shapes]:
    """Return the good events of a batch and their places; others are rejected by their rows."""
    features = [made.feature for made in batch]
    shapes = _build_shapes([one["geometry"] for one in features])
    table = _tabulate(features, shapes, destination.zone)
    bad: set[int] = set()
    for one in find_bad_rows(table, shapes, destination.zone, destination.vocabulary):
        if one.number is None or one.number in bad:
            continue
        bad.add(one.number)
        made = batch[one.number - 1]
        outcome.rejected.append(RejectedRow(made.row, one.field, one.found, one.wanted, made.cells))
    good = [at for at in range(len(batch)) if at + 1 not in bad]
    return (table.take(good), shapes[good]) if bad else (table, shapes)


def _tabulate(features: list[Members], shapes: Shapes, zone: str) -> pa.Table:
    """Return features as the table that a file of GeoParquet has."""
    wholes: list[Members] = []
    for feature in features:
        whole, _ = complete_feature(feature, zone)
        assert isinstance(whole, dict)
        wholes.append({**whole["properties"], "id": whole["id"]})
    columns = {name: [whole.get(name, EMPTY[name]) for whole in wholes] for name in FILE_COLUMNS}
    for name in TERRITORY:
        columns[name] = [_pick(whole["territory"], name) for whole in wholes]
    for name in INSTANTS:
        columns[name] = [datetime.fromisoformat(str(text)) for text in columns[name]]
    for claims in columns["claims"]:
        for claim in claims if isinstance(claims, list) else ():
            actor = claim["actor"]
            claim["actor"] = _ACTOR | ({"name": actor} if isinstance(actor, str) else actor)
    arrays = {name: pa.array(values, find_type(name)) for name, values in columns.items()}
    arrays["geometry"] = pa.array(list(shapely.to_wkb(shapes)), pa.binary())
    return pa.table(arrays)


def _pick(part: object, name: str) -> object:
    return part.get(name) if isinstance(part, dict) else None


def _build_shapes(geometries: list[object]) -> Shapes:
    """Return geometries of GeoJSON as shapes; points, which most are, are made together."""
    shapes = np.full(len(geometries), None, dtype=object)
    points: list[int] = []
    positions: list[object] = []
    for at, one in enumerate(geometries):
        if isinstance(one, dict) and one["type"] == "Point":
            points.append(at)
            positions.append(one["coordinates"])
        elif isinstance(one, dict):
            shapes[at] = shape(one)
    if points:
        shapes[points] = shapely.points(np.array(positions, dtype="float64"))
    return shapes


def _widen(extent: list[shapely.Geometry], added: Shapes) -> list[shapely.Geometry]:
    """Return few geometries that have the bounds and the types of all."""
    shapes = [*extent, *(one for one in added if one is not None)]
    if not shapes:
        return []
    bounds = shapely.bounds(shapes)
    edges = {int(bounds[:, at].argmin()) for at in (0, 1)}
    edges |= {int(bounds[:, at].argmax()) for at in (2, 3)}
    kinds = {one.geom_type: at for at, one in enumerate(shapes)}
    return [shapes[at] for at in sorted(edges | set(kinds.values()))]


def format_features(features: Sequence[Members]) -> bytes:
    """Return events as the text of a GeoJSON file that says only what is known."""
    return to_json({"type": "FeatureCollection", "features": list(features)}, indent=1) + b"\n"
