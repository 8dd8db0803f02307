"""Events as KMZ: valid KML with its icon, texts that stay texts."""

import io
import re
import zipfile
from pathlib import Path

import geopandas as gpd
import pyogrio
from lxml import etree, html
from shapely import Point

from geo.publishing.export import export_view
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS, KML, kml_of
from tests.shipped_record import open_shipped
from tests.story_folders import point, write_story


def test_a_kmz_carries_its_icon_and_asks_no_other_host() -> None:
    content = export_view(open_shipped(), "kmz", ADDRESS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        # Earth opens the first KML that it finds.
        assert archive.namelist() == ["doc.kml", "icons/disc.png"]
        assert archive.read("icons/disc.png").startswith(b"\x89PNG")
        text = archive.read("doc.kml").decode()
    icons = set(re.findall("<href>(.*?)</href>", text))
    assert icons == {"icons/disc.png"}
    hosts = set(re.findall(r"https?://([^/\s<&\"]+)", re.sub("<value>.*?</value>", "", text)))
    assert hosts == {"www.opengis.net"}


def test_a_kmz_says_nothing_of_the_files_of_this_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(export_view(open_shipped(), "kmz"))) as archive:
        dates = {part.filename: part.date_time for part in archive.infolist()}
    # The earliest that a ZIP file can say; a time of the disk would differ from one to the next.
    assert len(dates) == 2
    assert set(dates.values()) == {(1980, 1, 1, 0, 0, 0)}


def test_fastkml_and_gdal_read_the_kmz(three: View, tmp_path: Path) -> None:
    import fastkml

    path = tmp_path / "events.kmz"
    path.write_bytes(export_view(three, "kmz", ADDRESS))
    kml = fastkml.KML.from_string(etree.tostring(kml_of(three), encoding="unicode"))
    marks = fastkml.utils.find_all(kml, of_type=fastkml.Placemark)
    assert [getattr(mark, "name", None) for mark in marks] == list(three.kept["title"])
    # Named by its folder, in GDAL's own way of reading KML.
    layers = pyogrio.list_layers(f"/vsizip/{path}/doc.kml")[:, 0]
    assert list(layers) == ["The north"]
    read = gpd.read_file(f"/vsizip/{path}/doc.kml", layer="The north")
    assert list(read["Name"]) == list(three.kept["title"])
    assert read.geometry.iloc[0].equals(Point(2, 0.5))


def test_kml_is_valid_with_spans_styles_and_text_that_stays_text(tmp_path: Path) -> None:
    shown = record("a", title="<img src=x onerror=alert(1)> & co \uffff", geometry=point(2, 0.5))
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
    *("<b>&amp;</b>", "]]>", "<![CDATA[x", "&#0;", "</name><Placemark>", "<!-- -->", "a \ufffe b"),
    "a \uffff b",
)


def test_any_title_stays_a_text_in_kml(tmp_path: Path) -> None:
    records = [record(f"e{n}", title=text, place=text) for n, text in enumerate(HOSTILE)]
    view = open_view(write_story(tmp_path, *records))
    titles = list(view.kept["title"])
    assert len(titles) == len(HOSTILE)
    marks = list(kml_of(view).iter(f"{KML}Placemark"))
    # What XML cannot hold at all is replaced, one character for one; an XML reader joins line ends.
    wanted = [re.sub("[^\t\n\r\x20-\ufffd]", "\ufffd", title) for title in titles]
    shown = [mark.findtext(f"{KML}name") for mark in marks]
    assert [re.sub("\r\n?", "\n", title) for title in wanted] == shown
    for mark, title in zip(marks, wanted, strict=True):
        # Earth reads descriptions as HTML: a reader of HTML finds the same text, and no element.
        read = html.fragment_fromstring(mark.findtext(f"{KML}description"), create_parent=True)
        assert {child.tag for child in read.iterdescendants()} == {"br"}
        assert read.text == re.sub("\r\n?", "\n", title)


def test_fractions_of_a_second_stay_in_a_kmz(tmp_path: Path) -> None:
    ends = {"start": "2023-05-02T23:27:30.5+00:00", "end": "2023-05-02T23:28:31.25+00:00"}
    tree = kml_of(open_view(write_story(tmp_path, record("a", tz="UTC", **ends))))
    assert tree.findtext(f".//{KML}TimeSpan/{KML}begin") == "2023-05-02T23:27:30.500000Z"
    assert tree.findtext(f".//{KML}TimeSpan/{KML}end") == "2023-05-02T23:28:31.250000Z"
