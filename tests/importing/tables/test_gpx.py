"""Waypoints, tracks and routes of GPX files, and those whose degrees are no numbers."""

import pytest

from tests.importing.reading import import_text, members_of, refuse

NAMED = "<name>A</name>"
DAY = "<time>2023-05-03</time>"
SAID = "wanted positions of a longitude from -180 to 180 and a latitude from -90 to 90"


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ('<wpt lat="x" lon="20">{}</wpt>', """'lat="x" lon="20"'"""),
        ('<wpt lat="10">{}</wpt>', """'lat="10" lon=""'"""),
        (
            '<trk>{}<trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="b"/></trkseg></trk>',
            """'lat="1" lon="b"'""",
        ),
    ],
)
def test_a_waypoint_or_track_whose_degrees_are_no_numbers_is_rejected_with_them(
    points: str, found: str
) -> None:
    good = '<wpt lat="1" lon="2"><name>B</name><time>2023-05-03</time></wpt>'
    text = f"<gpx>{good}{points.format(NAMED + DAY)}</gpx>"
    outcome = import_text(text, name="a.gpx")
    assert [made.row for made in outcome.made] == [1]
    assert [(one.row, one.reason) for one in outcome.rejected] == [
        (2, f"geometry: found {found}, {SAID}")
    ]


def write_points(kind: str, *points: tuple[float, float]) -> str:
    return "".join(
        f'<{kind} lat="{lat}" lon="{lon}"><time>2023-05-03T0{int(lon)}:00:00Z</time></{kind}>'
        for lon, lat in points
    )


def test_the_way_between_two_segments_of_a_track_is_not_drawn() -> None:
    first = write_points("trkpt", (1, 10), (2, 11))
    second = write_points("trkpt", (6, 14), (7, 15))
    alone = write_points("trkpt", (9, 19))
    segments = "".join(f"<trkseg>{points}</trkseg>" for points in (first, second, alone))
    outcome = import_text(f"<gpx><trk>{NAMED}{segments}</trk></gpx>", name="a.gpx")
    [made] = outcome.made
    lines = [[[1, 10], [2, 11]], [[6, 14], [7, 15]]]
    assert made.feature["geometry"] == {"type": "MultiLineString", "coordinates": lines}
    assert members_of(outcome)[1]["when"] == "2023-05-03T01:00Z/2023-05-03T09:00Z"
    assert "a segment of a single point is left out (row 1)" in outcome.remarks


def test_a_route_is_a_line_and_a_track_of_one_point_a_point() -> None:
    route = f"<rte>{NAMED}{write_points('rtept', (1, 10), (2, 11))}</rte>"
    track = f"<trk>{NAMED}<trkseg>{write_points('trkpt', (3, 12))}</trkseg></trk>"
    made = import_text(f"<gpx>{route}{track}</gpx>", name="a.gpx").made
    assert [one.feature["geometry"] for one in made] == [
        {"type": "LineString", "coordinates": [[1, 10], [2, 11]]},
        {"type": "Point", "coordinates": [3, 12]},
    ]


def test_a_file_without_records_is_refused() -> None:
    assert refuse("<gpx><metadata/></gpx>", "a.gpx") == (
        "a.gpx: found no waypoint, track or route, wanted at least one"
    )
