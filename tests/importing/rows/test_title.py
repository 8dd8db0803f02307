"""A title that is made of the cells of a row."""

import pytest

from geo.importing.rows.title import fill_template


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ({"kind": "Fire", "place": "Aden", "country": "Yemen"}, "Fire near Aden, Yemen"),
        ({"KIND": "Fire", "Place": "Aden", "country": "Yemen"}, "Fire near Aden, Yemen"),
        ({"kind": "Fire", "country": "Yemen"}, "Fire near Yemen"),
        ({"kind": "Fire", "place": "Aden"}, "Fire near Aden"),
        ({"kind": "Fire"}, "Fire"),
        ({}, ""),
    ],
)
def test_a_title_leaves_out_what_an_empty_cell_leaves_over(
    cells: dict[str, str], title: str
) -> None:
    assert fill_template("{kind} near {place}, {country}", cells) == title
