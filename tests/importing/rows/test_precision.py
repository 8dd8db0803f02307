"""How well the place of a row is known, and what of its cells says nothing of that."""

import pytest

from geo.importing.rows.precision import read_radius
from tests.importing.reading import import_text, only

HEADER = "title,date,lat,lon,radius_m,location_precision\n"
ROW = "a,2023-05-03,12.8123,45.0312,"


@pytest.mark.parametrize("word", ["Town", "town", "TOWN"])
def test_a_precision_is_known_by_its_label(word: str) -> None:
    assert only(import_text(f"{HEADER}{ROW},{word}\n"))["location_precision"] == "town"


@pytest.mark.parametrize("word", ["village", "unknown"])
def test_a_word_that_does_not_fit_is_kept_and_its_row_is_named(word: str) -> None:
    outcome = import_text(f"{HEADER}{ROW}900,{word}\n")
    members = only(outcome)
    assert "location_precision" not in members
    assert (members["radius_m"], members["note"]) == (900, f"location_precision: {word}")
    [(remark, rows)] = outcome.remarks.items()
    assert (remark.startswith("column 'location_precision'"), rows) == (True, [2])


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("2 km", 2000),
        ("2km", 2000),
        ("1.5 km", 1500),
        ("1,5 km", 1500),
        ("800 m", 800),
        ("± 300 metres", 300),
        ("1,500", 1500),
        ("12 000 m", 12_000),
        ("250.5", 250.5),
    ],
)
def test_metres_are_read_with_their_unit(text: str, metres: float) -> None:
    assert read_radius(text) == metres
    members = only(import_text(f'{HEADER}{ROW}"{text}",\n'))
    assert members["radius_m"] == metres
    assert "note" not in members


@pytest.mark.parametrize("text", ["-5", "0", "wide", "2 miles", "1,500 km", "1e9", "99999999"])
def test_anything_but_a_radius_is_kept_and_its_row_is_named(text: str) -> None:
    outcome = import_text(f'{HEADER}{ROW}"{text}",\n')
    members = only(outcome)
    assert "radius_m" not in members
    assert members["note"] == f"radius_m: {text}"
    remark = "column 'radius_m': no metres around a place, kept in the desk's note"
    assert outcome.remarks == {remark: [2]}


def test_how_well_a_place_is_known_that_is_not_known_is_kept() -> None:
    outcome = import_text(f"{HEADER}a,2023-05-03,,,700,Town\n")
    members = only(outcome)
    assert {"radius_m", "location_precision"}.isdisjoint(members)
    assert set(members["note"].split("\n")) == {"location_precision: Town", "radius_m: 700"}
    assert list(outcome.remarks.values()) == [[2], [2]]
