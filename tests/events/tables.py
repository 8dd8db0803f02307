"""Events as tables of Parquet, for tests."""

import io
from typing import Any

import geopandas as gpd
import pyarrow as pa
import shapely
from pyarrow import parquet

TEXT, TEXTS = pa.string(), pa.list_(pa.string())
COUNT = pa.struct(
    {"low": pa.int64(), "best": pa.int64(), "high": pa.int64(), "claim": TEXT}.items()
)
CLAIM = pa.struct(
    {
        **dict.fromkeys(("id", "stance", "basis", "side", "actor", "said_at"), TEXT),
        **dict.fromkeys(("said_at_precision", "summary", "source", "where", "channel"), TEXT),
        **dict.fromkeys(("about", "also_about"), TEXTS),
        "distance_km": pa.float64(),
    }.items()
)
SOURCE = pa.struct(
    {
        **dict.fromkeys(("id", "publisher", "title", "url", "date", "origin"), TEXT),
        "is_party": pa.bool_(),
    }.items()
)
KINDS: dict[str, pa.DataType] = {
    "radius_m": pa.float64(),
    **dict.fromkeys(("verified_aspects", "checked"), TEXTS),
    **dict.fromkeys(("killed", "injured"), COUNT),
    "claims": pa.list_(CLAIM),
    "sources": pa.list_(SOURCE),
}


def table_of(*records: dict[str, Any], **kinds: pa.DataType) -> pa.Table:
    """Return events as a newsroom would put them in a table, instants as text."""
    rows = [
        {"id": one["id"], **one["properties"], **one["properties"]["territory"]} for one in records
    ]
    names = [name for name in rows[0] if name != "territory"]
    types = dict.fromkeys(names, TEXT) | KINDS | kinds
    columns = {name: pa.array([row[name] for row in rows], types[name]) for name in names}
    return pa.table(columns)


def file_of(
    table: pa.Table, shapes: list[shapely.Geometry | None], crs: str = "OGC:CRS84"
) -> bytes:
    """Return a table with its places as GeoParquet."""
    plain = io.BytesIO()
    gpd.GeoDataFrame(geometry=shapes, crs=crs).to_parquet(plain)
    places = parquet.read_table(plain)
    out = io.BytesIO()
    whole = table.append_column("geometry", places.column("geometry"))
    # Not compressed, so that a test can change the bytes of a word.
    parquet.write_table(
        whole.replace_schema_metadata(places.schema.metadata), out, compression="none"
    )
    return out.getvalue()


def shape_of(one: dict[str, Any]) -> shapely.Geometry | None:
    return None if one["geometry"] is None else shapely.geometry.shape(one["geometry"])


def parquet_of(geometry: bytes) -> bytes:
    """Return a file of one event whose geometry is these bytes."""
    geo = (
        '{"version":"1.0.0","primary_column":"geometry",'
        '"columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}'
    )
    table = pa.table(
        {"id": ["a"], "title": ["A fire"], "when": ["2023-05-03"], "geometry": [geometry]}
    ).replace_schema_metadata({"geo": geo})
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()
