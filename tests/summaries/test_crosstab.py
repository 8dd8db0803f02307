"""Pairs of words, each compared with its link."""

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_pairs, count_presence, narrow_to_cell
from tests.summaries.plain import Choice, Plain, as_frame, filters_of_any_kind, records_of_any_kind
from tests.summaries.recounting import check_bars, kept
from tests.summaries.shipped import view_of


def test_a_cell_is_the_number_of_events_that_its_link_keeps() -> None:
    view = view_of(**{"from": "2023-02-02", "to": "2023-05-03T06:00"})
    table = count_pairs(view.record.events, view.presence, "region", "attribution")
    for row in table.definite.index:
        for column in table.definite.columns:
            filters = narrow_to_cell(view.link.filters, {"region": row, "attribution": column})
            kept = count_presence(apply_filters(view.record.events, filters))
            assert table.definite.at[row, column] == kept.definite
            assert table.possible.at[row, column] == kept.possible
    numbers = table.numbers()
    assert numbers["definite"].sum() + numbers["possible"].sum() == table.basis.counted


@given(records_of_any_kind, filters_of_any_kind)
def test_the_title_of_pairs_says_what_was_found(record: list[Plain], filters: Filters) -> None:
    events = as_frame(record)
    table = count_pairs(events, apply_filters(events, filters), "region", "group")
    rows = [(e, word) for e, word in kept(record, filters) if e.region]
    choices: list[Choice] = [
        (f"{e.region} ({e.group})",) if word == "definite" else (f"{e.region} ({e.group})", None)
        for e, word in rows
    ]
    cells = [f"{r} ({g})" for r in {e.region for e, _ in rows} for g in {e.group for e, _ in rows}]
    check_bars(table.describe(lambda _, word: word), choices, cells)
