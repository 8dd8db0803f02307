"""Every kind of file is read back by a reader that is not ours, and says where it comes from."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from pyarrow import parquet
from shapely import Point

from geo.events import read_events
from geo.publishing.export import FORMATS, export_view, file_name, stream_view
from geo.publishing.export.csv import disarm, rearm
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import point, write_story

DATA = Path(__file__).parent.parent / "data"
ADDRESS = "https://maps.example/"
# Also what a spreadsheet's own XML would be taken for, and signs that no XML can hold.
MARKUP = ("<r><t>=1+1</t></r>", "<r><broken></r>", "<r>", "]]>", "a \ufffe b", "_x0041_")
NASTY = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "\t=1",
    "\r=1",
    "'=1",
    " =1",
    "＋1",
    "－1",
    "＠x",
)
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Three events: on the minute, on a day in part within the range, and in odd script."""
    day = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    folder = write_story(
        tmp_path_factory.mktemp("story"),
        record("minute", geometry=point(2, 0.5), radius_m=100, place="Ünïcode \u202eмост 🌉"),
        record("day", geometry=point(0.5, 0.5), time_precision="day", **day),
        record("later", start="2023-06-03T00:00:00+03:00", end="2023-06-04T00:00:00+03:00"),
    )
    return open_view(folder, "from=2023-05-03T00:00&to=2023-05-03T06:00")


@pytest.fixture(scope="module")
def nobody(three: View) -> View:
    """A view that keeps no event."""
    presence = three.presence.map(lambda _: "hidden").astype(three.presence.dtype)
    return View(three.current, three.link, presence)


def table_of(view: View, kind: str) -> list[dict[str, str]]:
    text = export_view(view, kind, ADDRESS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("link", ["", "from=2023-05-02T21:00&to=2023-05-03T06:00", "q=Кремль"])
def test_geojson_of_a_view_is_read_as_the_same_events(link: str) -> None:
    view = open_view(DATA, link)
    reading = read_events(export_view(view, "geojson"))
    assert reading.held == ()
    wanted = read_events(DATA / "events.geojson").events
    wanted = wanted.loc[view.kept.index]
    got = reading.events
    # What a filter separates from its statements takes them along: told in a test of its own.
    alone = [e for e in wanted.index if wanted.at[e, "claims"] == got.at[e, "claims"]]
    assert len(alone) >= len(wanted) - 2
    assert_geodataframe_equal(got.loc[alone], wanted.loc[alone])


def test_geojson_says_at_its_top_where_it_comes_from(three: View) -> None:
    content = json.loads(export_view(three, "geojson", ADDRESS))
    assert content["filter"] == "3 May 2023, 00:00, to 3 May 2023, 06:00 in the time of the place"
    assert content["link"] == ADDRESS + "?from=2023-05-03T00%3A00&to=2023-05-03T06%3A00"
    assert content["counted"] == "2 of 3 events, 1 of them only possibly"
    assert (content["definite"], content["possible"]) == ("1", "1")
    assert (content["border"], content["border_version"]) == ("The square", "1")
    assert (content["title"], content["version"]) == ("Bridges & <b>roads</b>", "7")
    assert "not a census" in content["method"]
    properties = {one["id"]: one["properties"] for one in content["features"]}
    assert {id_: one["presence"] for id_, one in properties.items()} == {
        "minute": "definite",
        "day": "possible",
    }
    assert properties["day"]["inside"] is True
    # One degree of the equator away, at half a degree north: 111.32 km within a thousandth.
    assert properties["minute"]["distance_m"] == pytest.approx(111_316, rel=1e-3)


def shared_statement() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Three events; a denial filed under the first is about all, and a figure rests on it."""
    first = record("first")
    first["properties"]["claims"][0]["also_about"] = ["second", "third"]
    figure = {"low": None, "best": 2, "high": None, "claim": "first#c1"}
    return first, record("second", killed=figure, place="Dam"), record("third", place="Dam")


def test_a_statement_filed_elsewhere_comes_along_once(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()), "q=dam")
    content = export_view(view, "geojson")
    events = read_events(content).events
    assert list(events.index) == ["second", "third"]
    assert read_events(content).held == ()
    [own, moved] = events.at["second", "claims"]
    assert (own.id, moved.id, moved.also_about) == ("c1", "c2", ("third",))
    assert moved.summary == shared_statement()[0]["properties"]["claims"][0]["summary"]
    assert moved.source in {source.id for source in events.at["second", "sources"]}
    assert events.at["second", "killed"].claim == "c2"
    assert len(events.at["third", "claims"]) == 1


def test_a_whole_record_leaves_as_it_came(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()))
    events = read_events(export_view(view, "geojson")).events
    assert_geodataframe_equal(events, read_events(tmp_path / "events.geojson").events)


def test_csv_is_one_row_an_event_with_its_attribution(three: View) -> None:
    assert export_view(three, "csv").startswith(b"\xef\xbb\xbf")
    minute, day = table_of(three, "csv")
    assert (minute["id"], day["presence"]) == ("minute", "possible")
    assert minute["start"] == "2023-05-02T23:27:00Z"
    assert minute["start_local"] == "2023-05-03T02:27:00"
    assert minute["place"] == "Ünïcode \u202eмост 🌉"
    assert "governor said" in minute["attribution_line"]
    assert (minute["killed_low"], minute["killed_high"]) == ("0", "")
    assert minute["record_border"] == "The square"
    assert minute["record_link"].startswith(ADDRESS)
    assert minute["record_filter"].startswith("3 May 2023, 00:00")
    [claim, _] = table_of(three, "claims")
    assert (claim["event"], claim["actor"], claim["url"]) == (
        "minute",
        "The governor",
        "https://example.org/a",
    )


def test_pandas_reads_the_csv_with_its_numbers(three: View) -> None:
    events = pd.read_csv(io.BytesIO(export_view(three, "csv")))
    assert list(events["radius_m"]) == [100, 5000]
    assert events["low_m"].iloc[1] < 0  # Inside: a number below zero stays a number.


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_begins_a_formula(tmp_path: Path, text: str) -> None:
    shown = record("a", title=text, damage=text, claims__0__actor=text, sources__0__publisher=text)
    view = open_view(write_story(tmp_path, shown, title=text))
    for kind in ("csv", "claims"):
        for row in table_of(view, kind):
            armed = [v for v in row.values() if v.lstrip()[:1] in tuple("=+@＝")]
            assert armed == []
            assert [v for v in row.values() if v[:1] in ("\t", "\r", "-")] == []
    [row] = table_of(view, "csv")
    assert rearm(row["title"]) == rearm(row["damage"]) == text


# Every place of a record where a text of any kind may stand.
FREE_TEXTS = (
    *("title", "summary", "established_by", "place", "place_local", "region", "place_basis"),
    *("territory__recognised_country", "territory__controlled_by", "target", "means_reported"),
    *("damage", "doubt", "note", "claims__0__actor", "claims__0__summary"),
    *("sources__0__publisher", "sources__0__title"),
)


@pytest.mark.parametrize("kind", ["csv", "claims", "xlsx"])
@pytest.mark.parametrize("text", NASTY)
def test_no_column_of_text_holds_a_formula(tmp_path: Path, kind: str, text: str) -> None:
    told = {path: f"{text} {path}" for path in FREE_TEXTS}
    view = open_view(write_story(tmp_path, record("a", **told)))
    assert view.record.held == ()
    content = export_view(view, kind, ADDRESS)
    found = set()
    if kind == "xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                found.add(str(cell.value).replace("_x000D_", "\r"))
        assert set(told.values()) <= found
        return
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row.values():
            assert not re.match(r"\s*[=+@＝＋－＠]|[\t\r\n]|-\D", cell)
            found.add(rearm(cell))
    of_claims = {"title"} | {path for path in told if "__0__" in path}
    wanted = of_claims if kind == "claims" else set(told) - of_claims | {"title"}
    assert {told[path] for path in wanted} <= found


@given(st.text(alphabet="'=+-@\t\r\n ＝xä", max_size=8) | st.text(max_size=8))
def test_a_disarmed_text_can_be_had_back(text: str) -> None:
    assert rearm(disarm(text)) == text


def test_a_spreadsheet_holds_four_sheets_and_no_formula(tmp_path: Path) -> None:
    records = [record(f"e{n}", title=text) for n, text in enumerate(NASTY)]
    old = record("old", start="1850-05-03T02:27:00+00:00", end="1850-05-03T02:28:00+00:00")
    old["properties"]["tz"] = "UTC"
    records += [old, record("bell", title="A \x0b sign that XML lacks")]
    records += [record(f"m{n}", title=text) for n, text in enumerate(MARKUP)]
    view = open_view(write_story(tmp_path, *records))
    book = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx", ADDRESS)))
    assert book.sheetnames == ["events", "claims", "sources", "about"]
    names, *rows = book["events"].iter_rows()
    titles = [row[2].value for row in rows]
    assert names[2].value == "title"
    assert titles[: len(NASTY)] == [text.replace("\r", "_x000D_") for text in NASTY]
    assert titles[-len(MARKUP) :] == [
        text.replace("\ufffe", "\ufffd").replace("_x0041_", "_x005F_x0041_") for text in MARKUP
    ]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d", "b"}
    assert rows[0][3].value == pd.Timestamp("2023-05-02T23:27:00")
    assert rows[len(NASTY)][3].value == "1850-05-03T02:27:00"
    about = {what.value: text.value for what, text in book["about"].iter_rows()}
    assert about["border"] == "The square"
    assert about["link"] == ADDRESS
    assert len(list(book["claims"].iter_rows())) == 1 + len(records)


def test_geopackage_holds_events_claims_sources_and_about(three: View, tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    path.write_bytes(export_view(three, "gpkg", ADDRESS))
    assert set(pyogrio.list_layers(path)[:, 0]) == {"events", "claims", "sources", "about"}
    events = gpd.read_file(path, layer="events")
    assert events.crs == "EPSG:4326"
    assert list(events["presence"]) == ["definite", "possible"]
    assert events.geometry.iloc[0] == Point(2, 0.5)
    assert events["start"].iloc[0] == pd.Timestamp("2023-05-02T23:27:00Z")
    about = pyogrio.read_dataframe(path, layer="about").set_index("what")["text"]
    assert about["counted"] == "2 of 3 events, 1 of them only possibly"
    assert len(pyogrio.read_dataframe(path, layer="claims")) == 2


def test_geoparquet_keeps_claims_in_their_event(three: View) -> None:
    content = io.BytesIO(export_view(three, "parquet", ADDRESS))
    events = gpd.read_parquet(content)
    assert events.crs == "EPSG:4326"
    assert events["claims"].iloc[0][0]["actor"] == "The governor"
    assert events["sources"].iloc[0][0]["is_party"] == False  # noqa: E712
    assert events["start"].iloc[0] == pd.Timestamp("2023-05-02T23:27:00Z")
    metadata = parquet.read_metadata(content).metadata
    assert metadata[b"border"] == b"The square"
    assert json.loads(metadata[b"about"])["link"].startswith(ADDRESS)


def kml_of(view: View) -> etree._Element:
    """Return the KML of a KMZ, which the OGC's own schema has found valid."""
    import fastkml

    folder = Path(fastkml.__file__).parent / "schema"
    schema = etree.XMLSchema(etree.parse(folder / "ogckml22.xsd"))
    with zipfile.ZipFile(io.BytesIO(export_view(view, "kmz", ADDRESS))) as packed:
        tree = etree.fromstring(packed.read("doc.kml"))
    schema.assertValid(tree)
    return tree


def test_a_kmz_carries_its_icon_and_asks_no_other_host() -> None:
    content = export_view(open_view(DATA), "kmz", ADDRESS)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        # Earth opens the first KML that it finds.
        assert packed.namelist() == ["doc.kml", "icons/disc.png"]
        assert packed.read("icons/disc.png").startswith(b"\x89PNG")
        text = packed.read("doc.kml").decode()
    icons = set(re.findall("<href>(.*?)</href>", text))
    assert icons == {"icons/disc.png"}
    hosts = set(re.findall(r"https?://([^/\s<&\"]+)", re.sub("<value>.*?</value>", "", text)))
    assert hosts == {"www.opengis.net"}


def test_fastkml_and_gdal_read_the_kmz(three: View, tmp_path: Path) -> None:
    import fastkml

    path = tmp_path / "events.kmz"
    path.write_bytes(export_view(three, "kmz", ADDRESS))
    document = fastkml.KML.from_string(etree.tostring(kml_of(three), encoding="unicode")).features[
        0
    ]
    marks = [mark for folder in document.features for mark in folder.features]
    assert [mark.name for mark in marks] == list(three.kept["title"])
    # Named by its folder, in GDAL's own way of reading KML.
    layers = pyogrio.list_layers(f"/vsizip/{path}/doc.kml")[:, 0]
    assert list(layers) == ["The north"]
    read = gpd.read_file(f"/vsizip/{path}/doc.kml", layer="The north")
    assert list(read["Name"]) == list(three.kept["title"])
    assert read.geometry.iloc[0].equals(Point(2, 0.5))


def test_kml_is_valid_with_spans_styles_and_text_that_stays_text(tmp_path: Path) -> None:
    shown = record("a", title="<img src=x onerror=alert(1)> & co \x0b", geometry=point(2, 0.5))
    tree = kml_of(open_view(write_story(tmp_path, shown)))
    [mark] = tree.iter(f"{KML}Placemark")
    assert mark.findtext(f"{KML}name") == "<img src=x onerror=alert(1)> & co \ufffd"
    description = mark.findtext(f"{KML}description")
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; co" in description
    assert "<img" not in description
    assert mark.findtext(f"{KML}TimeSpan/{KML}begin") == "2023-05-02T23:27:00Z"
    styles = {f"#{style.get('id')}" for style in tree.iter(f"{KML}Style")}
    assert mark.findtext(f"{KML}styleUrl") in styles
    assert mark.findtext(f"{KML}Point/{KML}coordinates").split() == ["2.0,0.5"]


HOSTILE = (
    *("<b>&amp;</b>", "]]>", "<![CDATA[x", "&#0;", "</name><Placemark>", "<!-- -->", "\u202egnp"),
    *("a \ufffe b", "a \uffff b", *(f"a{chr(code)}b" for code in (*range(32), *range(127, 160)))),
)


def test_any_title_stays_a_text_in_kml(tmp_path: Path) -> None:
    records = [record(f"e{n}", title=text, place=text) for n, text in enumerate(HOSTILE)]
    view = open_view(write_story(tmp_path, *records))
    titles = list(view.kept["title"])
    assert len(titles) > len(HOSTILE) / 2
    marks = list(kml_of(view).iter(f"{KML}Placemark"))
    # What XML cannot hold at all is replaced, one sign for one; an XML reader joins line ends.
    wanted = [re.sub("[^\t\n\r\x20-\ufffd]", "\ufffd", title) for title in titles]
    told = [mark.findtext(f"{KML}name") for mark in marks]
    assert [re.sub("\r\n?", "\n", title) for title in wanted] == told
    for mark, title in zip(marks, wanted, strict=True):
        # Earth reads descriptions as HTML: a reader of HTML finds the same text, and no element.
        read = html.fragment_fromstring(mark.findtext(f"{KML}description"), create_parent=True)
        assert {child.tag for child in read.iterdescendants()} == {"br"}
        assert read.text == re.sub("\r\n?", "\n", title)


AREA = {"type": "Polygon", "coordinates": [[[2, 0], [4, 0], [4, 3], [2, 0]]]}
HOLED = {
    "type": "Polygon",
    "coordinates": [[[2, 0], [6, 0], [6, 6], [2, 0]], [[4, 1], [5, 1], [5, 2], [4, 1]]],
}
SHAPES = [
    AREA,
    HOLED,
    {"type": "LineString", "coordinates": [[2, 0], [4, 0]]},
    {"type": "MultiPoint", "coordinates": [[2, 0], [4, 0]]},
    {"type": "MultiLineString", "coordinates": [[[2, 0], [4, 0]], [[2, 1], [4, 1]]]},
    {"type": "MultiPolygon", "coordinates": [AREA["coordinates"]]},
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["type"])
def test_lines_and_areas_leave_in_every_kind(tmp_path: Path, shape: dict[str, object]) -> None:
    view = open_view(write_story(tmp_path, record("a", geometry=shape), record("b")))
    assert len(list(kml_of(view).iter(f"{KML}Placemark"))) == 2
    for kind in ("gpkg", "parquet"):
        path = tmp_path / f"events.{kind}"
        path.write_bytes(export_view(view, kind))
        read = gpd.read_file(path, layer="events") if kind == "gpkg" else gpd.read_parquet(path)
        assert read.geometry.iloc[0].equals(view.kept.geometry.iloc[0])


def test_no_event_gives_files_that_still_say_so(nobody: View, tmp_path: Path) -> None:
    counted = "No event matches these filters"
    content = json.loads(export_view(nobody, "geojson"))
    assert (content["features"], content["counted"]) == ([], counted)
    assert table_of(nobody, "csv") == table_of(nobody, "claims") == []
    assert list(kml_of(nobody).iter(f"{KML}Placemark")) == []
    book = openpyxl.load_workbook(io.BytesIO(export_view(nobody, "xlsx")))
    assert book["events"].max_row == 1
    assert len(gpd.read_parquet(io.BytesIO(export_view(nobody, "parquet")))) == 0
    path = tmp_path / "none.gpkg"
    path.write_bytes(export_view(nobody, "gpkg"))
    assert len(gpd.read_file(path, layer="events")) == 0


READERS: dict[str, Callable[[Path], object]] = {
    "geojson": lambda path: read_events(path).events,
    "csv": lambda path: pd.read_csv(path).drop(columns="record_rows"),
    "claims": lambda path: pd.read_csv(path),
    "xlsx": lambda path: pd.concat(pd.read_excel(path, sheet_name=None, engine="openpyxl")),
    "kmz": lambda path: pd.concat(
        gpd.read_file(f"/vsizip/{path}/doc.kml", layer=name)
        for name in pyogrio.list_layers(f"/vsizip/{path}/doc.kml")[:, 0]
    ),
    "gpkg": lambda path: pd.concat(
        pyogrio.read_dataframe(path, layer=name) for name in pyogrio.list_layers(path)[:, 0]
    ),
    "parquet": parquet.read_table,
}


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_file_written_event_by_event_is_the_same_file(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_view(DATA, "from=2023-02-02&to=2023-05-03T06:00")
    heard: list[int] = []
    read = []
    for size in (1_000, 1):
        monkeypatch.setattr("geo.publishing.export.tables.PART", size)
        path = tmp_path / f"{size}{FORMATS[kind].extension}"
        path.write_bytes(b"".join(stream_view(view, kind, ADDRESS, heard.append)))
        read.append(READERS[kind](path))
    assert read[0].equals(read[1])
    assert heard == [len(view.kept)] + [1] * len(view.kept) or kind == "kmz"
    assert sum(heard) == 2 * len(view.kept)


@pytest.mark.parametrize("kind", list(FORMATS))
def test_what_a_fault_leaves_of_a_file_does_not_look_whole(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_view(DATA)
    monkeypatch.setattr("geo.publishing.export.tables.PART", 60)
    monkeypatch.setattr("geo.publishing.export.geoparquet._ROWS_IN_GROUP", 60)
    path = tmp_path / f"part{FORMATS[kind].extension}"
    events = iter(range(2))

    def break_off(_: int) -> None:
        if next(events) == 1:
            raise RuntimeError

    with path.open("wb") as file, pytest.raises(RuntimeError):  # noqa: PT012
        for piece in stream_view(view, kind, ADDRESS, break_off):
            file.write(piece)
    if kind in ("csv", "claims"):
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        assert 0 < len(rows) < int(rows[0]["record_rows"])
    elif kind == "geojson":
        with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
            json.loads(path.read_text("utf-8"))
    else:
        with pytest.raises(
            Exception, match=r"zip|magic|not recognized|too small|No such|open|0 bytes"
        ):
            READERS[kind](path)


def test_each_row_of_a_csv_says_how_many_there_are() -> None:
    view = open_view(DATA, "group=kremlin")
    for kind, rows in (("csv", len(view.kept)), ("claims", view.kept["claims"].map(len).sum())):
        table = table_of(view, kind)
        assert {row["record_rows"] for row in table} == {str(len(table))}
        assert len(table) >= rows


def test_a_file_is_named_after_its_story_and_its_data(three: View) -> None:
    assert file_name(three, "claims") == f"bridges-{three.record.version}-claims.csv"


def test_each_kind_says_how_it_is_sent() -> None:
    assert list(FORMATS) == ["geojson", "csv", "claims", "xlsx", "kmz", "gpkg", "parquet"]
    assert all("/" in one.media_type and one.extension for one in FORMATS.values())
