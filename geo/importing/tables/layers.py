"""Files of geographic systems as tables: Shapefile, GeoPackage, FlatGeobuf, GeoParquet."""

import io
import tempfile
import warnings
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely
from pyarrow import parquet
from pyproj.exceptions import ProjError
from shapely.geometry import mapping

from geo.events.files.layer_files import holds_all
from geo.importing.tables.json_values import format_value, list_columns, spread_value
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.parquet_checks import check_parquet
from geo.importing.tables.table import Geometry, Table, build_table

_ENDINGS = {b"SQLi": ".gpkg", b"fgb\x03": ".fgb", b"PK\x03\x04": ".shp.zip"}


def read_layers(content: bytes, name: str) -> list[Table]:
    """Return the layers of a file, in WGS 84.

    A layer that names its coordinate system is reprojected, and a remark says from which. One that
    names none is read as degrees only where all of it could be; otherwise it is refused.

    Raises
    ------
    TableFileError
        If it is broken, or in metres of a system that it does not name.
    """
    if content.startswith(b"PAR1"):
        return [_read_parquet(content, name)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"layers{_ENDINGS[content[:4]]}"
        path.write_bytes(content)
        if not holds_all(path):
            raise TableFileError(
                "found no readable layer that leads nowhere else (a view, a list of files), "
                "wanted a whole file"
            )
        try:
            layers = [str(layer) for layer in pyogrio.list_layers(path)[:, 0]]
            return [
                _read_layer(path, layer, layer if len(layers) > 1 else name) for layer in layers
            ]
        except TableFileError:
            raise
        except Exception as error:
            # All that the library raises for a broken file, including a NameError of its own.
            raise TableFileError("found no readable layer, wanted a whole file") from error


def _read_layer(path: Path, layer: str, name: str) -> Table:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on odd rings and times, which are read all the same
        frame = pyogrio.read_dataframe(path, layer=layer)
    return _build(frame, name)


def _read_parquet(content: bytes, name: str) -> Table:
    try:
        check_parquet(content)
        table = parquet.read_table(io.BytesIO(content))
    except TableFileError:
        raise
    except Exception as error:
        # As above: three libraries read it, each with errors of its own.
        raise TableFileError("found no readable Parquet file, wanted a complete one") from error
    try:
        table = _write_times(table)
        if b"geo" not in (table.schema.metadata or {}):
            return _build(table.to_pandas(), name)
        whole = io.BytesIO()
        parquet.write_table(table, whole)
        return _build(gpd.read_parquet(whole), name)
    except TableFileError:
        raise
    except Exception as error:
        raise TableFileError(
            f"found Parquet that cannot be read as a table ({str(error).splitlines()[0][:80]}), "
            "wanted columns of texts, numbers, dates and one geometry"
        ) from error


def _write_times(table: pa.Table) -> pa.Table:
    """Return a table whose times of day are texts: a nanosecond fits no other type."""
    for at, column in enumerate(table.schema):
        if pa.types.is_time(column.type):
            text = table.column(at).cast(pa.string())
            table = table.set_column(at, column.name, text)
    return table


def _build(frame: pd.DataFrame, name: str) -> Table:
    remarks: tuple[str, ...] = ()
    geometries: list[Geometry | None] | None = None
    if isinstance(frame, gpd.GeoDataFrame):
        crs = frame.crs
        if crs is not None and crs.to_epsg() != 4326:
            remarks = (f"places are reprojected from {crs.name}",)
            frame = _reproject(frame)
        _check_degrees(frame)
        geometries = [
            None if one is None or one.is_empty else _as_geometry(one) for one in frame.geometry
        ]
        frame = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    names: list[str] = []
    columns: list[list[str | None]] = []
    # By position: a file may have two columns of one name.
    for at, label in enumerate(frame.columns):
        for column, values in _spread(str(label), frame.iloc[:, at].tolist()).items():
            names.append(column)
            columns.append(list(map(_format, values)))
    for column, texts in zip(names, columns, strict=True):
        if None in texts:
            remarks = (*remarks, f"column {column!r}: bytes that are not text, left out")
    rows = [[text or "" for text in row] for row in zip(*columns, strict=True)] if columns else []
    if not columns and geometries:
        rows = [[] for _ in geometries]
    return build_table(
        name,
        names,
        rows,
        unit="record",
        geometries=geometries,
        remarks=remarks,
    )


def _spread(name: str, values: list[object]) -> dict[str, list[object]]:
    """Return a column by its name; one of objects as a column for each of their members."""
    if not any(isinstance(one, dict | list | np.ndarray) for one in values):
        return {name: values}
    rows = [dict(spread_value(name, _simplify(one))) for one in values]
    return {column: [row.get(column) for row in rows] for column in list_columns(rows)}


def _simplify(value: object) -> object:
    """Return a value with lists in place of arrays, as JSON has them."""
    match value:
        case np.ndarray():
            return [_simplify(one) for one in value.tolist()]
        case list():
            return list(map(_simplify, value))
        case dict():
            return {name: _simplify(one) for name, one in value.items()}
    return value


def _reproject(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    try:
        return frame.to_crs("EPSG:4326")
    except ProjError:
        raise TableFileError(
            f"found places in {frame.crs.name!r}, wanted a coordinate system of the Earth"
        ) from None


def _as_geometry(geometry: object) -> Geometry:
    return dict(mapping(shapely.force_2d(geometry)))


def _check_degrees(frame: gpd.GeoDataFrame) -> None:
    if not len(frame) or not frame.geometry.notna().any():
        return
    west, south, east, north = frame.total_bounds
    # Degrees that a file names may go on beyond 180: the rows ask.
    most = 180.001 if frame.crs is None else 360.001
    if west < -most or east > most or south < -90.001 or north > 90.001:
        raise TableFileError(
            f"found places up to {max(abs(west), abs(east)):,.0f}, wanted degrees, or a file that "
            "names its coordinate system (a .prj)"
        )


def _format(value: object) -> str | None:
    """Return a value as the text of a cell; None for bytes that are not text."""
    if isinstance(value, bytes):
        return _read_bytes(value)
    if isinstance(value, pd.Timestamp):
        text = value.isoformat(sep=" ")
        return text.removesuffix(" 00:00:00")
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or (isinstance(value, float) and value != value) or value is pd.NaT:
        return ""
    # Otherwise a sheet of texts would show them in quotes, and 3.000 people as thousands.
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value) if isinstance(value, date | time | timedelta) else format_value(value)


def _read_bytes(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
