"""Descriptions and XML that were made to harm, and those that are only broken."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.importing.reading import import_text, refuse

BOMB = """<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>"""


def test_xml_with_entities_of_its_own_is_refused() -> None:
    assert "found XML with entities of its own" in refuse(BOMB, "a.kml")
    outside = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')
    assert "found XML with entities of its own" in refuse(outside, "a.kml")


@pytest.mark.parametrize("part", ["&lt;a ", "&lt;", "&lt;a href='https://a.example'&gt;"])
def test_a_description_of_many_broken_tags_is_read_in_time(part: str) -> None:
    text = (
        f"<kml><Placemark><name>A</name><description>{part * 5_000}</description></Placemark></kml>"
    )
    with ProcessPoolExecutor(1) as other:
        assert len(other.submit(import_text, text, name="a.kml").result(timeout=60).rejected) == 1


def test_a_place_that_is_not_a_number_is_rejected() -> None:
    text = (
        "<kml><Placemark><name>A</name><TimeStamp><when>2023-05-03</when></TimeStamp>"
        "<Point><coordinates>nan,inf</coordinates></Point></Placemark></kml>"
    )
    assert len(import_text(text, name="a.kml").rejected) == 1


def test_a_placemark_of_several_types_is_named() -> None:
    point = "<Point><coordinates>45.0,12.8</coordinates></Point>"
    line = "<LineString><coordinates>45.0,12.8 45.1,12.9</coordinates></LineString>"
    bodies = (point + line, point + point)
    marks = "".join(
        "<Placemark><name>A</name><TimeStamp><when>2023-05-03</when></TimeStamp>"
        f"<MultiGeometry>{body}</MultiGeometry></Placemark>"
        for body in bodies
    )
    outcome = import_text(f"<kml><Document>{marks}</Document></kml>", name="a.kml")
    shapes = [made.feature["geometry"] for made in outcome.made]
    assert shapes == [
        {"type": "Point", "coordinates": [45.0, 12.8]},
        {"type": "MultiPoint", "coordinates": [[45.0, 12.8], [45.0, 12.8]]},
    ]
    remark = "of geometries of several types in a placemark only the first is read (row 1)"
    assert remark in outcome.remarks
