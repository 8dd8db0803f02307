"""Degrees in a cell: signs, letters and minutes, in any usual way to write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.places.degrees import read_degrees


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("12.5", 12.5),
        ("-12,5", -12.5),
        ("12.5 S", -12.5),
        ("W 45° 30′", -45.5),
        ("45°30'36\" E", 45.51),
        ("45:30:36", 45.51),
        ("48 23 11 S", -(48 + 23 / 60 + 11 / 3600)),
        ("48.5 с.ш.", 48.5),
        ("48 deg 30 min", 48.5),
        ("s48.5", -48.5),
        ("4.85e1", 48.5),
        ("-1.785E+02", -178.5),
        ("1,2e-003", 0.0012),
        ("0e-999", 0),
        ("+12.", 12),
        ("\u2212,5", -0.5),
        (" 12.5\u00a0", 12.5),
    ],
)
def test_degrees_are_read_as_a_person_reads_them(text: str, degrees: float) -> None:
    found = read_degrees(text)
    assert found is not None
    assert found.value == pytest.approx(degrees, abs=1e-9)


@pytest.mark.parametrize(
    "text",
    [
        *("", "port", "12 N 5", "--3", "12°60'", "12°30'60\"", "12.5 O", "-12.5 S", "48 23 11 s"),
        *("nan", "inf", "1e999", "4e5", ".", ",", "1,2,3", "48. 23", "12.5°30'", "N 12 S", "13'"),
    ],
)
def test_anything_but_degrees_is_never_guessed(text: str) -> None:
    assert read_degrees(text) is None


@pytest.mark.parametrize(
    ("text", "doubt", "axis"),
    [
        ("12", 0.5, ""),
        ("12.50", 0.005, ""),
        ("3e-05", 0.000_005, ""),
        ("4.85e1", 0.05, ""),
        ("1.2e2", 5, ""),
        ("12.", 0.5, ""),
        (",50", 0.005, ""),
        ("12° N", 0.5, "lat"),
        ("45°30' E", 0.5 / 60, "lon"),
        ("45°30'36.0\" в.д.", 0.05 / 3600, "lon"),
    ],
)
def test_half_of_the_last_step_is_open_and_a_letter_names_the_axis(
    text: str, doubt: float, axis: str
) -> None:
    found = read_degrees(text)
    assert found is not None
    assert found.doubt == pytest.approx(doubt)
    assert found.axis == axis


@given(st.floats(-180, 180))
def test_a_sign_and_a_letter_say_the_same(value: float) -> None:
    value = round(value, 4)
    plain = read_degrees(f"{value:.4f}")
    lettered = read_degrees(f"{abs(value):.4f} {'E' if value >= 0 else 'W'}")
    assert plain is not None
    assert lettered is not None
    assert plain.value == lettered.value == pytest.approx(value)


@given(st.text(alphabet="0123456789.,°′″'\"NSEWс.ш.+-e ", max_size=20))
def test_any_text_is_a_finite_number_with_its_doubt_or_none(text: str) -> None:
    found = read_degrees(text)
    assert found is None or (abs(found.value) < 100_000 and 0 < found.doubt <= 50)
