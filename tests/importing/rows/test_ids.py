"""The id of an event, made of the cells of its row."""

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from geo.events.fields import Id
from geo.importing.rows.ids import hash_cells, make_id


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
