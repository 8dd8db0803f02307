"""Parquet that was made to fill a memory is refused before it does."""

import io

import pyarrow as pa
from pyarrow import parquet

from tests.importing.reading import import_text, refuse


def test_a_text_that_parquet_repeats_in_all_rows_is_refused_before_it_fills_the_memory() -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 200_000), ["a" * 1_000])
    out = io.BytesIO()
    parquet.write_table(pa.table({"title": texts}), out, compression="zstd")
    assert "bytes that decompress to" in refuse(out.getvalue(), "a.parquet")


def test_shapes_within_shapes_end_no_process() -> None:
    text = "GEOMETRYCOLLECTION(" * 40_000 + "POINT(1 2)" + ")" * 40_000
    outcome = import_text(f'title,date,wkt\nA,2023-05-03,"{text}"\n')
    assert len(outcome.rejected) == 1 or len(outcome.made) == 1
    deep = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000
    geo = (
        '{"version":"1.0.0","primary_column":"geometry",'
        '"columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}'
    )
    for shapes in (
        pa.array([deep]),
        pa.array([deep], pa.large_binary()),
        pa.array([deep], pa.binary_view()),
        pa.array([deep]).dictionary_encode(),
        pa.array([deep.hex()]),
    ):
        table = pa.table({"title": ["A"], "geometry": shapes}).replace_schema_metadata({"geo": geo})
        out = io.BytesIO()
        parquet.write_table(table, out)
        assert "nested too deeply" in refuse(out.getvalue(), "a.parquet")
