"""The same two events in every kind of file, and what such files are made with."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd

from geo.importing import Destination, Outcome, Request, import_file
from tests.importing.reading import SAMPLES

ROWS: list[dict[str, Any]] = [
    {"Title": "A fire: огонь", "Date": "2023-05-03", "Place": "Hill", "Lat": 12.77, "Lon": 45.03},
    {"Title": "A road, shut", "Date": "2023-05-04", "Place": "Ford", "Lat": 13.05, "Lon": -44.8},
]
FRAME = pd.DataFrame(ROWS)
MANIFEST = """<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</m:manifest>"""
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
PLACED = gpd.GeoDataFrame(
    FRAME[["Title", "Date", "Place"]],
    geometry=gpd.points_from_xy(FRAME["Lon"], FRAME["Lat"]),
    crs="EPSG:4326",
)


def as_text(delimiter: str = ",", encoding: str = "utf-8", start: str = "") -> bytes:
    text = FRAME.to_csv(index=False, sep=delimiter, lineterminator="\r\n")
    return (start + text).encode(encoding)


def as_xlsx() -> bytes:
    out = io.BytesIO()
    FRAME.to_excel(out, index=False, engine="openpyxl")
    return out.getvalue()


def as_layer(driver: str, folder: Path) -> bytes:
    path = folder / f"events.{'gpkg' if driver == 'GPKG' else 'fgb'}"
    PLACED.to_file(path, driver=driver)
    return path.read_bytes()


def as_ods() -> bytes:
    """Return a sheet as LibreOffice writes it, in the fewest words."""
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    cells = "".join(
        "<table:table-row>" + "".join(CELL.format(cell) for cell in row) + "</table:table-row>"
        for row in (list(FRAME), *(row.values() for row in ROWS))
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="May">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return out.getvalue()


def as_parquet() -> bytes:
    out = io.BytesIO()
    PLACED.to_parquet(out)
    return out.getvalue()


def as_zipped_shapes(folder: Path, crs: str = "EPSG:4326") -> bytes:
    (folder / "shapes").mkdir()
    PLACED.to_crs(crs).to_file(folder / "shapes" / "events.shp", encoding="utf-8")
    return zip_files({path.name: path.read_bytes() for path in (folder / "shapes").iterdir()})


def zip_files(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def as_kml() -> bytes:
    marks = "".join(
        f"<Placemark><name>{row['Title']}</name><TimeStamp><when>{row['Date']}</when></TimeStamp>"
        f"<ExtendedData><Data name='Place'><value>{row['Place']}</value></Data></ExtendedData>"
        f"<Point><coordinates>{row['Lon']},{row['Lat']},0</coordinates></Point></Placemark>"
        for row in ROWS
    )
    return (
        f"<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{marks}</Document></kml>".encode()
    )


def as_gpx() -> bytes:
    points = "".join(
        f"<wpt lat='{row['Lat']}' lon='{row['Lon']}'><time>{row['Date']}</time>"
        f"<name>{row['Title']}</name><place>{row['Place']}</place></wpt>"
        for row in ROWS
    )
    return f"<gpx xmlns='http://www.topografix.com/GPX/1/1'>{points}</gpx>".encode()


KINDS: dict[str, Callable[[Path], tuple[str, bytes]]] = {
    "csv": lambda _: ("a.csv", as_text()),
    "tsv": lambda _: ("a.tsv", as_text("\t")),
    "semicolons": lambda _: ("a.csv", as_text(";")),
    "bars": lambda _: ("a.txt", as_text("|")),
    "sep line": lambda _: ("a.csv", as_text(";", start="sep=;\r\n")),
    "utf-8 with mark": lambda _: ("a.csv", as_text(encoding="utf-8-sig")),
    "utf-16": lambda _: ("a.csv", as_text("\t", "utf-16")),
    "utf-16 without mark": lambda _: ("a.csv", as_text("\t", "utf-16-le")),
    "windows-1251": lambda _: ("a.csv", as_text(encoding="cp1251")),
    "koi8": lambda _: (
        "a.csv",
        as_text(encoding="koi8-r"),
    ),
    "xlsx": lambda _: ("a.xlsx", as_xlsx()),
    # Kept as a file: nothing that is installed writes this kind; the library xlwt wrote it once.
    "xls": lambda _: ("a.xls", (SAMPLES / "two-events.xls").read_bytes()),
    "json": lambda _: ("a.json", json.dumps(ROWS).encode()),
    "json inside": lambda _: ("a.json", json.dumps({"n": 2, "items": ROWS}).encode()),
    "json lines": lambda _: ("a.jsonl", "\n".join(map(json.dumps, ROWS)).encode()),
    "geojson": lambda _: ("a.geojson", PLACED.to_json().encode()),
    "gpkg": lambda folder: ("a.gpkg", as_layer("GPKG", folder)),
    "fgb": lambda folder: ("a.fgb", as_layer("FlatGeobuf", folder)),
    "ods": lambda _: ("a.ods", as_ods()),
    "geoparquet": lambda _: ("a.parquet", as_parquet()),
    "shapefile": lambda folder: ("a.zip", as_zipped_shapes(folder)),
    "shapefile in metres": lambda folder: ("a.zip", as_zipped_shapes(folder, "EPSG:3857")),
    "kml": lambda _: ("a.kml", as_kml()),
    "kmz": lambda _: ("a.kmz", zip_files({"doc.kml": as_kml()})),
    "gpx": lambda _: ("a.gpx", as_gpx()),
    "gz": lambda _: ("a.csv.gz", gzip.compress(as_text())),
    "zip": lambda _: ("a.zip", zip_files({"a.csv": as_text(), "__MACOSX/._a.csv": b"\x00"})),
}


def read(name: str, content: bytes) -> Outcome:
    return import_file(content, name, Destination("Asia/Aden", stem="s"), Request())


def zip_of(content: bytes, name: str = "a.csv") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def xlsx(rows: Sequence[Sequence[object]], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
