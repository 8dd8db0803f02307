"""Tables as bytes: as such, what a file says of some events can be cached for the next time."""

import pyarrow as pa


def write_tables(*tables: pa.Table) -> bytes:
    """Return tables one after the other, each as a stream of Arrow."""
    out = pa.BufferOutputStream()
    for table in tables:
        with pa.ipc.new_stream(out, table.schema) as writer:
            writer.write_table(table)
    written: bytes = out.getvalue().to_pybytes()
    return written


def read_piece_tables(piece: bytes) -> list[pa.Table]:
    """Return what `write_tables` wrote, without a copy of it."""
    content = pa.BufferReader(piece)
    tables = []
    while content.tell() < content.size():
        with pa.ipc.open_stream(content) as reader:
            tables.append(reader.read_all())
    return tables


def fill_types(schema: pa.Schema) -> pa.Schema:
    """Return a schema in which a column without any value may hold texts."""
    return pa.schema(
        [
            field.with_type(pa.string()) if pa.types.is_null(field.type) else field
            for field in schema
        ]
    )
