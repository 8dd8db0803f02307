"""Pairs of words and regions, compared with links and the file."""

from collections import Counter

from geo.link.filters import apply_filters
from geo.summaries import (
    count_pairs,
    count_presence,
    count_regions,
    narrow_to_cell,
)
from tests.summaries.shipped import (
    RECORDS,
    clock,
    view_of,
)


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


def test_a_region_has_the_events_that_the_file_names_it_for() -> None:
    view = view_of()
    table, basis = count_regions(view.record.events, view.presence, "place")
    named = Counter(each["properties"]["region"] for each in RECORDS)
    assert table["definite"].to_dict() == {name: n for name, n in named.items() if name}
    assert basis.total == len(RECORDS)
    kursk = [each for each in RECORDS if each["properties"]["region"] == "Kursk Region"]
    assert table.at["Kursk Region", "first"] == min(clock(each, "start") for each in kursk)
    assert table.at["Kursk Region", "checked"] == sum(
        each["properties"]["verification"] in ("verified", "partly_verified") for each in kursk
    )
