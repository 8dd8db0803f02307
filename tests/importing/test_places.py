"""Places as people write them, compared with what a person reads in them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.context import Setting
from geo.importing.files import Request, import_file
from geo.importing.places.gazetteer import find_towns
from geo.importing.places.point import PlaceProblem
from geo.importing.places.position import read_position
from tests.importing.reading import members_of, only, read_text

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
    # Computed with geographiclib's MGRS and the plus code page of Google.
    "38PKV1234567890": (13.26427, 42.34539),
    "7H4MQ2QR+2X": (12.78756, 53.04244),
    "31U DQ 48251 11932": (48.8582, 2.2945),
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
def test_what_is_no_place_is_refused_and_never_guessed(cells: tuple[str, str]) -> None:
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


def test_digits_say_how_well_a_place_is_known() -> None:
    text = (
        "title,date,lat,lon\na,2023-05-03,15,44\nb,2023-05-03,15.3,44.2\nc,2023-05-03,15.36,44.2\n"
    )
    first, second, third = members_of(read_text(text)).values()
    # Half a degree on either side is some 79 km to a corner, half a tenth some 8 km.
    assert (first["radius_m"], second["radius_m"]) == (79_000, 8_000)
    assert "radius_m" not in third


def test_both_ways_to_write_may_stand_in_one_column() -> None:
    text = 'title,date,lat,lon\na,2023-05-03,12.8,45.03\nb,2023-05-03,"12°48\'00""N",45 01.8 E\n'
    outcome = read_text(text)
    places = [made.feature["geometry"] for made in outcome.made]
    assert places[0] == places[1]


def test_metres_are_never_degrees_and_are_read_in_a_named_system() -> None:
    text = "title,date,easting,northing\na,2023-05-03,445000,1411000\n"
    [question] = read_text(text).questions
    assert question.id == "crs"
    outcome = read_text(text, {"crs": "EPSG:32638"})
    geometry = outcome.made[0].feature["geometry"]
    assert isinstance(geometry, dict)
    # By pyproj's own command line: cs2cs EPSG:32638 EPSG:4326.
    assert geometry["coordinates"] == pytest.approx([44.49329, 12.76317], abs=NEAR)
    [rejected] = read_text(text, {"crs": "EPSG:none"}).rejected
    assert "wanted a coordinate system such as EPSG:32638" in rejected.reason


def test_swapped_coordinates_are_asked_by_the_bounds_of_the_story() -> None:
    text = b"title,date,lat,lon\na,2023-05-03,45.03,12.8\nb,2023-05-03,12.8,45.03\n"
    setting = Setting("Asia/Aden", (40.0, 10.0, 55.0, 20.0), stem="s")
    outcome = import_file(text, "t.csv", setting)
    [question] = outcome.questions
    assert (question.id, question.rows) == ("swapped", (2,))
    for answer, wanted in (("yes", [45.03, 12.8]), ("no", [12.8, 45.03])):
        request = Request(answers={"swapped": answer})
        first, second = import_file(text, "t.csv", setting, request).made
        assert first.feature["geometry"] == {"type": "Point", "coordinates": wanted}
        assert second.feature["geometry"] == {"type": "Point", "coordinates": [45.03, 12.8]}


def test_a_latitude_that_can_only_be_a_longitude_is_asked() -> None:
    text = "title,date,lat,lon\na,2023-05-03,144.2,12.8\n"
    assert [one.id for one in read_text(text).questions] == ["swapped"]
    [made] = read_text(text, {"swapped": "yes"}).made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [144.2, 12.8]}


def test_a_name_alone_proposes_towns_and_stays_unknown_until_answered() -> None:
    text = "title,date,place\na,2023-05-03,Suva\nb,2023-05-03,Springfield\nc,2023-05-03,Nowhere\n"
    outcome = read_text(text)
    assert outcome.waiting == []
    assert [made.feature["geometry"] for made in outcome.made] == [None, None, None]
    one, several = outcome.questions
    assert (one.id, one.is_blocking) == ("place:Suva", False)
    assert "Suva, Fiji" in one.choices[0].words
    assert "people, within" in one.choices[0].words
    assert len(one.choices) == 2
    assert several.id == "place:Springfield"
    assert len(several.choices) > 2
    answered = read_text(text, {one.id: one.choices[0].value})
    members = members_of(answered)[2]
    assert members["place"] == "Suva"
    assert members["radius_m"] >= 3_000
    assert members["place_basis"] == "the name of the place, by a list of towns"


def test_towns_are_found_in_other_languages_and_parts_of_a_name() -> None:
    assert [town.country for town in find_towns("Сува")] == ["Fiji"]
    assert [town.country for town in find_towns("near Suva (port)")] == ["Fiji"]
    assert find_towns("") == []


def test_a_row_without_a_place_says_so() -> None:
    members = only(read_text("title,date\na,2023-05-03\n"))
    assert members["place"] == "place not known"


@pytest.mark.parametrize("word", ["about ", "approx. ", "~", "≈ ", "c. ", "Near "])
def test_a_place_that_is_about_right_is_wider_and_says_so(word: str) -> None:
    rows = f'title,date,coordinates\na,2023-05-03,"{word}-22.5123, 14.5123"\n'
    outcome = read_text(rows)
    assert only(outcome)["radius_m"] == 10_000
    [made] = outcome.made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [14.5123, -22.5123]}
    assert any("only about right" in text for text in outcome.remarks)
    parted = read_text(f"title,date,lat,lon\na,2023-05-03,{word}-22.5123,{word}14.5123\n")
    assert only(parted)["radius_m"] == 10_000


def test_an_answer_that_is_no_place_is_asked_again_and_loses_no_row() -> None:
    text = "title,date,place\na,2023-05-03,Suva\n"
    outcome = read_text(text, {"place:Suva": "yes"})
    assert only(outcome)["place"] == "Suva"
    assert [made.feature["geometry"] for made in outcome.made] == [None]
    [question] = outcome.questions
    assert question.text.endswith("'yes' was answered, which is no place.")
    for answer in ("unknown", "-18.1, 178.4", question.choices[0].value):
        assert read_text(text, {"place:Suva": answer}).questions == []


NEAR_ADEN = "".join(f"A{n},2023-05-03,12.{n},45.{n}\n" for n in range(1, 6))


def list_swapped(rows: str) -> list[int]:
    remarks = read_text(f"title,date,lat,lon\n{rows}").remarks
    return [row for text, found in remarks.items() if "swapped" in text for row in found]


def test_a_place_that_would_lie_among_the_others_if_swapped_is_named() -> None:
    assert list_swapped(NEAR_ADEN + "B,2023-05-03,45.03,12.8\n") == [7]


@pytest.mark.parametrize(
    "rows",
    [
        NEAR_ADEN,
        NEAR_ADEN + "B,2023-05-03,48.85,2.35\n",
        "B,2023-05-03,45.03,12.8\nA,2023-05-03,12.8,45.03\n",
        "".join(f"A{n},2023-05-03,{n * 12 - 60},{n * 30 - 150}\n" for n in range(1, 10)),
        "A,2023-05-03,,\nB,2023-05-03,,\n",
    ],
)
def test_places_elsewhere_are_not_called_swapped(rows: str) -> None:
    assert list_swapped(rows) == []
