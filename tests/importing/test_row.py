"""The parts of one event from the cells of one row: ids, titles and notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from geo.events.fields import Id
from geo.importing.row import cut_text, fill_template, hash_cells, join_line, make_id, write_note


@given(st.text(max_size=150), st.sampled_from(["", "acled-"]))
def test_an_id_made_of_any_text_is_one_that_the_model_takes(text: str, prefix: str) -> None:
    made = make_id(text, prefix)
    if made:
        TypeAdapter(Id).validate_python(made)
    assert make_id(made) == made


def test_a_hash_is_of_the_cells_and_not_of_their_order() -> None:
    assert hash_cells({"a": "1", "b": "2"}) == hash_cells({"b": "2", "a": "1"})
    others = [{"a": "1", "b": ""}, {"a": "2", "b": "1"}, {"a": "1,b", "": "2"}, {}]
    assert len({hash_cells(one) for one in others}) == len(others)


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


@given(st.text(max_size=60), st.integers(2, 60))
def test_a_cut_text_is_as_short_as_wanted_and_begins_as_before(text: str, most: int) -> None:
    short = cut_text(text, most)
    assert len(short) <= most
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_note_has_what_the_table_notes_first_and_no_empty_line() -> None:
    assert write_note(["checked", ""], {"memo": "a", "tag": "b"}) == "checked\nmemo: a\ntag: b"
    assert write_note([], {}) == ""
    assert join_line(" a\n\tb ") == "a b"
