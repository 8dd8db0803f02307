"""Rows that are the same in every cell are several events only where somebody says so."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from geo.importing import Outcome
from tests.importing.reading import import_text

HEADER = "Title,Date,Latitude,Longitude,Killed\n"
ROW = "A fire,2023-05-01,12.5,43.5,3\n"
OTHER = "A blast,2023-05-01,12.5,43.5,3\n"


def read(answer: str = "") -> Outcome:
    return import_text(HEADER + ROW + OTHER + ROW + ROW, {"repeated": answer} if answer else {})


def test_the_same_rows_wait_and_their_numbers_are_named() -> None:
    outcome = read()
    assert [made.row for made in outcome.made] == [2, 3]
    assert [(one.row, one.question) for one in outcome.waiting] == [
        (4, "repeated"),
        (5, "repeated"),
    ]
    [question] = outcome.questions
    assert question.text.startswith("Rows 4, 5: the same as a row before, in every cell")


def test_an_event_that_was_entered_again_counts_once() -> None:
    outcome = read("one")
    assert [made.row for made in outcome.made] == [2, 3]
    assert (outcome.waiting, outcome.rejected) == ([], [])
    assert "rows 4, 5: the same as a row before, in every cell, left out" in outcome.remarks


def test_events_that_are_the_same_in_every_cell_each_have_an_id() -> None:
    outcome = read("each")
    assert [made.row for made in outcome.made] == [2, 3, 4, 5]
    first = outcome.made[0].id
    assert [made.id for made in outcome.made[2:]] == [f"{first}-2", f"{first}-3"]


def test_records_at_different_places_are_different() -> None:
    records = ",".join(
        f'{{"type": "Feature", "geometry": {{"type": "Point", "coordinates": [{lon}, 12.5]}},'
        '"properties": {"title": "A fire", "date": "2023-05-01"}}'
        for lon in (43, 44, 43)
    )
    outcome = import_text(
        f'{{"type": "FeatureCollection", "features": [{records}]}}', name="a.json"
    )
    assert [one.row for one in outcome.waiting] == [3]


def test_a_row_that_names_its_id_is_not_asked_about() -> None:
    outcome = import_text("id,Title,Date\na,A fire,2023-05-01\na,A fire,2023-05-01\n")
    assert outcome.questions == []
    assert [one.row for one in outcome.rejected] == [3]


@pytest.mark.parametrize("answer", ["one", "each"])
def test_thousands_of_the_same_rows_are_read_in_time(answer: str) -> None:
    text = HEADER + ROW * 20_000
    with ProcessPoolExecutor(1) as other:
        outcome = other.submit(import_text, text, {"repeated": answer}).result(timeout=100)
    assert len({made.id for made in outcome.made}) == (1 if answer == "one" else 20_000)
