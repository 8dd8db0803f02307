"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

import io
import json
from typing import get_type_hints

import pyarrow as pa
from pyarrow import parquet
from pydantic import TypeAdapter

from geo.events.event import Claim, Source
from geo.export.tables import Taken, events_table

_KINDS = {bool: pa.bool_(), float | None: pa.float64(), tuple[str, ...]: pa.list_(pa.string())}


def write_geoparquet(taken: Taken) -> bytes:
    """Return GeoParquet; the provenance is metadata of the file, one key for each part."""
    plain = io.BytesIO()
    events_table(taken).to_parquet(plain, index=False)
    table = parquet.read_table(plain)
    for name, kind in (("claims", Claim), ("sources", Source)):
        values = TypeAdapter(list[tuple[kind, ...]]).dump_python(list(taken.events[name]))  # type: ignore[valid-type]
        table = table.append_column(name, pa.array(values, pa.list_(_struct(kind))))
    about = {key.encode(): text.encode() for key, text in taken.about.texts().items()}
    about[b"about"] = json.dumps(taken.about.texts(), ensure_ascii=False).encode()
    out = io.BytesIO()
    parquet.write_table(
        table.replace_schema_metadata({**about, **table.schema.metadata}), out, compression="zstd"
    )
    return out.getvalue()


def _struct(kind: type) -> pa.DataType:
    """Return the Arrow type of a claim or a source: texts, but for the few named in `_KINDS`."""
    members = get_type_hints(kind)
    return pa.struct([(name, _KINDS.get(hint, pa.string())) for name, hint in members.items()])
