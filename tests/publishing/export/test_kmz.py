"""Events as KMZ: valid KML with its icon, texts that stay texts."""

import io
import re
import zipfile
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from lxml import etree, html
from shapely import Point

from geo.publishing.export import export_view
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS, KML, kml_of
from tests.shipped_record import open_shipped
from tests.story_folders import point, write_story

# Text, addresses of sources included, which Earth offers as links and does not fetch.
SAID = re.compile("<(value|description)>.*?</", re.DOTALL)


def test_a_kmz_carries_its_icon_and_asks_no_other_host() -> None:
    content = export_view(open_shipped(), "kmz", address=ADDRESS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        # Earth opens the first KML that it finds.
        assert archive.namelist() == ["doc.kml", "icons/disc.png"]
        assert archive.read("icons/disc.png").startswith(b"\x89PNG")
        text = archive.read("doc.kml").decode()
    icons = set(re.findall("<href>(.*?)</href>", text))
    assert icons == {"icons/disc.png"}
    hosts = set(re.findall(r"https?://([^/\s<&\"]+)", SAID.sub("", text)))
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
    path.write_bytes(export_view(three, "kmz", address=ADDRESS))
    kml = fastkml.KML.from_string(etree.tostring(kml_of(three), encoding="unicode"))
    marks = fastkml.utils.find_all(kml, of_type=fastkml.Placemark)
    assert [getattr(mark, "name", None) for mark in marks] == list(three.kept["title"])
    # Named by its folder, in GDAL's own way of reading KML.
    layers = pyogrio.list_layers(f"/vsizip/{path}/doc.kml")[:, 0]
    assert list(layers) == ["The north"]
    read = gpd.read_file(f"/vsizip/{path}/doc.kml", layer="The north")
    assert list(read["Name"]) == list(three.kept["title"])
    assert read.geometry.iloc[0].contains(Point(2, 0.5))


def test_kml_is_valid_with_spans_styles_and_text_that_stays_text(tmp_path: Path) -> None:
    shown = record(
        "a",
        title="<img src=x onerror=alert(1)> & co \uffff",
        geometry=point(2, 0.5),
        location_precision="exact",
    )
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


def ring_of(mark: etree._Element) -> list[list[tuple[float, ...]]]:
    """Return the outer rings of a placemark's areas."""
    return [
        [tuple(map(float, pair.split(","))) for pair in ring.text.split()]
        for ring in mark.iterfind(f".//{KML}outerBoundaryIs//{KML}coordinates")
    ]


def test_only_an_exact_place_is_a_point_and_any_other_the_area_of_its_radius(
    tmp_path: Path,
) -> None:
    places = {
        "exact": record("exact", geometry=point(2, 0.5), location_precision="exact"),
        "town": record("town", geometry=point(2, 0.5), location_precision="town", radius_m=5000),
        "across": record(
            "across", geometry=point(179.9, -17), location_precision="region", radius_m=80_000
        ),
        "pole": record(
            "pole", geometry=point(30, 89.8), location_precision="region", radius_m=80_000
        ),
    }
    marks = dict(
        zip(
            places,
            kml_of(open_view(write_story(tmp_path, *places.values()))).iter(f"{KML}Placemark"),
            strict=True,
        )
    )
    assert [name for name, mark in marks.items() if mark.find(f"{KML}Point") is not None] == [
        "exact"
    ]
    [town] = ring_of(marks["town"])
    for lon, lat in town:
        assert Geodesic.WGS84.Inverse(0.5, 2, lat, lon)["s12"] == pytest.approx(5000, abs=0.1)
    east, west = sorted(ring_of(marks["across"]), reverse=True)
    assert max(lon for lon, _ in east) == 180
    assert min(lon for lon, _ in west) == -180
    assert min(lon for lon, _ in east) > 178
    assert max(lon for lon, _ in west) < -178
    # Around the pole all longitudes are in it, down to the other side's 80 km.
    around = shapely.union_all([shapely.Polygon(ring) for ring in ring_of(marks["pole"])])
    assert around.contains(shapely.MultiPoint([(lon, 89.6) for lon in range(-179, 180, 10)][20:23]))
    assert around.bounds[0] == -180
    assert around.bounds[2] == 180
    assert around.bounds[3] == 90
    assert not around.contains(Point(30, 89))


def test_what_is_known_of_an_event_is_said_and_nothing_else(tmp_path: Path) -> None:
    somewhere = record(
        "somewhere",
        geometry=point(2, 0.5),
        location_precision="region",
        radius_m=80_000,
        summary="A pilot said that a drone fell.",
    )
    nowhere = record("nowhere", geometry=None, location_precision="unknown", radius_m=None)
    tree = kml_of(open_view(write_story(tmp_path, somewhere, nowhere)))
    first, second = tree.iter(f"{KML}Placemark")
    said = first.findtext(f"{KML}description")
    for words in ("within 80 km", "A pilot said", "Source: ", f"({somewhere['properties']['tz']})"):
        assert words in said
    assert "nan" not in etree.tostring(second, encoding="unicode").lower().replace("finance", "")
    assert not second.findall(f".//{KML}coordinates")
