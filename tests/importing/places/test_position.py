"""Places as people write them, compared with what a person reads in them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.places.point import PlaceProblem
from geo.importing.places.position import read_position

NEAR = 1e-4
PAIRS = {
    ("12.6392", "-8.0029"): (12.6392, -8.0029),
    ("12,6392", "-8,0029"): (12.6392, -8.0029),
    ("48°23'11\"N", "2°10'40\"E"): (48.38639, 2.17778),
    ("15° 07′ N", "42° 36′ W"): (15.11667, -42.6),
    ("N13 19.2", "E043 13.8"): (13.32, 43.23),
    ("48:23:11", "2:10:40"): (48.38639, 2.17778),
    ("48 23 11 S", "2 10 40 W"): (-48.38639, -2.17778),
    ("48d23m11s", "2d10m40s"): (48.38639, 2.17778),
    ("с.ш. 12.5", "45.25 в.д."): (12.5, 45.25),
    ("-12.5°", "45.25°"): (-12.5, 45.25),
    ("-90", "180"): (-90.0, 180.0),
    ("45.25 E", "12.5 N"): (12.5, 45.25),
}
CELLS = {
    "14.83, 42.93": (14.83, 42.93),
    "14.83 42.93": (14.83, 42.93),
    "(14.83, 42.93)": (14.83, 42.93),
    "14,83; 42,93": (14.83, 42.93),
    "14,83 42,93": (14.83, 42.93),
    "48°23'11\"N 2°10'40\"E": (48.38639, 2.17778),
    "N13 19.2 E043 13.8": (13.32, 43.23),
    "https://maps.example/@12.8012,45.0301,15z": (12.8012, 45.0301),
    "POINT (45.03 12.80)": (12.80, 45.03),
}


@pytest.mark.parametrize(("cells", "wanted"), PAIRS.items())
def test_two_cells_are_read_as_a_person_reads_them(
    cells: tuple[str, str], wanted: tuple[float, float]
) -> None:
    found = read_position(*cells)
    assert found is not None
    assert (found.lat, found.lon) == pytest.approx(wanted, abs=NEAR)


@pytest.mark.parametrize(("cell", "wanted"), CELLS.items())
def test_one_cell_is_read_as_a_person_reads_it(cell: str, wanted: tuple[float, float]) -> None:
    found = read_position(cell)
    assert found is not None
    assert (found.lat, found.lon) == pytest.approx(wanted, abs=2e-4)


@pytest.mark.parametrize(
    "cells",
    [
        *(
            ("91", "181"),
            ("95", "45"),
            ("15 abc", "2"),
            ("12°60'", "2"),
            ("48", "x"),
            ("12,63", ""),
        ),
        *(("12.5 N", "12.5 N"), ("Q2QR+2X", ""), ("445000", "1411000"), ("0", "0")),
        *(("12.5 O", "1"), ("48 23 11 s", "2 10 40 W")),
    ],
)
def test_anything_but_a_place_is_refused_and_never_guessed(cells: tuple[str, str]) -> None:
    with pytest.raises(PlaceProblem):
        read_position(*cells)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_degrees_come_back_from_every_way_to_write_them(lat: float, lon: float) -> None:
    lat, lon = round(lat, 5), round(lon, 5)
    if lat == lon == 0:
        return
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    ways = [
        (f"{lat:.5f}", f"{lon:.5f}"),
        (f"{lat:.5f}".replace(".", ","), f"{lon:.5f}".replace(".", ",")),
        (f"{abs(lat):.5f}° {north}", f"{abs(lon):.5f}° {east}"),
        (f"{to_minutes(lat)}{north}", f"{to_minutes(lon)}{east}"),
        (f"{lat:.5f}, {lon:.5f}", ""),
        (f"{abs(lat):.5f}{north} {abs(lon):.5f}{east}", ""),
    ]
    for way in ways:
        found = read_position(*way)
        assert found is not None
        assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=2e-5), way


def to_minutes(degrees: float) -> str:
    whole, rest = divmod(round(abs(degrees) * 3600 * 100), 3600 * 100)
    minutes, hundredths = divmod(rest, 60 * 100)
    return f"{whole}° {minutes}' {hundredths / 100:.2f}\" "


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_cells_are_read_or_refused(lat: str, lon: str) -> None:
    try:
        found = read_position(lat, lon)
    except PlaceProblem:
        return
    assert found is None or (math.isfinite(found.lat) and abs(found.lat) <= 90)
