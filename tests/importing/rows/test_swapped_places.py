"""Places that would lie among the others if latitude and longitude were swapped."""

import pytest

from tests.importing.reading import import_text

NEAR_ADEN = "".join(f"A{n},2023-05-03,12.{n},45.{n}\n" for n in range(1, 6))


def list_swapped(rows: str) -> list[int]:
    remarks = import_text(f"title,date,lat,lon\n{rows}").remarks
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
