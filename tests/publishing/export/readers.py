"""Exported files, read back by readers that are not ours."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyogrio
from lxml import etree
from pyarrow import parquet

from geo.publishing.export import export_view
from geo.story.view import View

DATA = Path(__file__).parents[3] / "data"


ADDRESS = "https://maps.example/"


NASTY = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "'=1",
    " =1",
    "＋1",
    "－1",
    "＠x",
)


KML = "{http://www.opengis.net/kml/2.2}"


def table_of(view: View, kind: str) -> list[dict[str, str]]:
    text = export_view(view, kind, address=ADDRESS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def kml_of(view: View) -> etree._Element:
    """Return the KML of a KMZ, which the OGC's own schema has found valid."""
    import fastkml

    folder = Path(fastkml.__file__).parent / "schema"
    schema = etree.XMLSchema(etree.parse(folder / "ogckml22.xsd"))
    with zipfile.ZipFile(io.BytesIO(export_view(view, "kmz", address=ADDRESS))) as archive:
        tree = etree.fromstring(archive.read("doc.kml"))
    schema.assertValid(tree)
    return tree


def _read_csv(path: Path) -> pd.DataFrame:
    """Return the rows of a file that says in each how many it has."""
    read = pd.read_csv(path)
    stated = read.pop("record_rows")
    if not (stated == len(read)).all():
        raise ValueError(f"found {len(read)} rows, wanted {stated[0]}")
    return read


def _read_geojson(path: Path) -> pd.DataFrame:
    json.loads(path.read_text("utf-8"))
    events: pd.DataFrame = gpd.read_file(path)
    return events


def _read_layers(path: Path | str) -> pd.DataFrame:
    names = pyogrio.list_layers(path)[:, 0]
    layers: pd.DataFrame = pd.concat(pyogrio.read_dataframe(path, layer=name) for name in names)
    return layers


@dataclass(frozen=True)
class Reader:
    """How a kind of file is read, and what its reader says of a file that is cut off."""

    read: Callable[[Path], pd.DataFrame | pa.Table]
    cut_off: str


READERS = {
    "geojson": Reader(_read_geojson, "Expecting|Unterminated"),
    "csv": Reader(_read_csv, "rows, wanted"),
    "claims": Reader(_read_csv, "rows, wanted"),
    "xlsx": Reader(
        lambda path: pd.concat(pd.read_excel(path, sheet_name=None, engine="openpyxl")), "not a zip"
    ),
    "kmz": Reader(lambda path: _read_layers(f"/vsizip/{path}/doc.kml"), "No such|not recognized"),
    "gpkg": Reader(_read_layers, "No such|not recognized|0 bytes|too small"),
    "parquet": Reader(parquet.read_table, "magic|too small|0 bytes"),
}
"""A row for each format, in the order of `FORMATS`."""

# Every place of an event where a text of any kind may be.
FREE_TEXTS = (
    *("title", "summary", "established_by", "place", "place_local", "region", "place_basis"),
    *("territory__recognised_country", "territory__controlled_by", "target", "means_reported"),
    *("damage", "doubt", "claims__0__actor", "claims__0__summary"),
    *("sources__0__publisher", "sources__0__title"),
)
