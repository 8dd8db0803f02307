"""Exported files, read back by readers that are not ours."""

import csv
import io
import zipfile
from pathlib import Path

from lxml import etree

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
    text = export_view(view, kind, ADDRESS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def kml_of(view: View) -> etree._Element:
    """Return the KML of a KMZ, which the OGC's own schema has found valid."""
    import fastkml

    folder = Path(fastkml.__file__).parent / "schema"
    schema = etree.XMLSchema(etree.parse(folder / "ogckml22.xsd"))
    with zipfile.ZipFile(io.BytesIO(export_view(view, "kmz", ADDRESS))) as archive:
        tree = etree.fromstring(archive.read("doc.kml"))
    schema.assertValid(tree)
    return tree


# Every place of an event where a text of any kind may be.
FREE_TEXTS = (
    *("title", "summary", "established_by", "place", "place_local", "region", "place_basis"),
    *("territory__recognised_country", "territory__controlled_by", "target", "means_reported"),
    *("damage", "doubt", "claims__0__actor", "claims__0__summary"),
    *("sources__0__publisher", "sources__0__title"),
)
