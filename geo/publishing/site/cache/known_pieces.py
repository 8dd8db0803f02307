"""Pieces of a site's files, cached beside a story: only those of a changed event are new."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.cache.inputs import digest_code
from geo.publishing.site.plan.plan import Plan

_NAME = "downloads-pieces.arrow"
_SCHEMA = pa.schema([("key", pa.large_binary()), ("piece", pa.large_binary())])


def open_pieces(plan: Plan) -> Pieces:
    """Return the pieces of a story's files; none if the cache is missing or damaged."""
    cache_folder, rows = plan.view.current.cache_folder, dict(plan.row_hashes)
    for event, others in plan.view.record.reported_under.items():
        # Statements about it are filed under these.
        rows[event] = " ".join(plan.row_hashes[one] for one in (event, *others))
    common = "\n".join([digest_code(), plan.view.story.model_dump_json()])
    return Pieces(rows, common, _read(cache_folder / CACHE_FOLDER / _NAME) if cache_folder else {})


def save_pieces(pieces: Pieces, cache_folder: Path | None) -> None:
    """Write the pieces where `open_pieces` finds them; failing to write a cache is not an error.

    Parameters
    ----------
    pieces : Pieces
    cache_folder : Path or None
        The folder whose cache holds them.
    """
    if cache_folder is None or pieces.now.keys() == pieces.before.keys():
        return
    columns = [[key.encode() for key in pieces.now], list(pieces.now.values())]
    table = pa.table(columns, schema=_SCHEMA)
    out = pa.BufferOutputStream()
    with pa.ipc.new_file(out, _SCHEMA) as writer:
        writer.write_table(table)
    body: bytes = out.getvalue().to_pybytes()
    with suppress(OSError):
        write_cache_file(cache_folder / CACHE_FOLDER / _NAME, body, 1)


def _read(path: Path) -> Mapping[str, bytes]:
    content = read_cache_file(path)
    if content is None:
        return {}
    try:
        table = pa.ipc.open_file(pa.py_buffer(content)).read_all().cast(_SCHEMA)
    except (pa.ArrowException, ValueError):
        return {}
    keys, pieces = (table.column(name).to_pylist() for name in _SCHEMA.names)
    return {key.decode(): piece for key, piece in zip(keys, pieces, strict=True)}
