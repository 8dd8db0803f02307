"""Claims, sources and casualties, back from the cells of tables that this project wrote."""

import pytest

from geo.importing.exports.claims import (
    drop_claims_of,
    group_claims,
    read_claim_sources,
    read_exported_casualties,
)
from geo.importing.tables.table import build_table


def test_the_claims_of_an_event_keep_their_order_and_their_lists() -> None:
    header = ["event", "id", "stance", "about", "also_about", "accuses", "distance_km", "reads_on"]
    rows = [
        ["b", "c2", "denies", "damage", "", "", "", "False"],
        ["a", "c1", "accuses", "damage, place", "b d", "north; south", "12.5", "True"],
        ["b", "c1", "asserts", "time", "", "", "", ""],
    ]
    claims = group_claims(build_table("claims", header, rows))
    assert [claim["id"] for claim in claims["b"]] == ["c2", "c1"]
    assert claims["a"] == [
        {
            "id": "c1",
            "stance": "accuses",
            "about": ["damage", "place"],
            "also_about": ["b", "d"],
            "accuses": ["north", "south"],
            "distance_km": 12.5,
            "reads_on": True,
        }
    ]


def test_a_source_is_that_of_the_claims_that_name_it() -> None:
    header = ["event", "source", "publisher", "url", "is_party"]
    rows = [["a", "s1", "A paper", "https://a.example", "1"], ["a", "", "B", "", ""]]
    assert read_claim_sources(build_table("claims", header, rows)) == {
        "a": {
            "s1": {
                "id": "s1",
                "publisher": "A paper",
                "title": None,
                "url": "https://a.example",
                "date": None,
                "origin": None,
                "is_party": True,
            }
        }
    }


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        ({}, None),
        ({"killed_best": "3.0"}, {"best": 3}),
        ({"killed_low": "0", "killed_claim": "c1"}, {"low": 0, "claim": "c1"}),
        ({"injured_best": "3"}, None),
    ],
)
def test_casualties_are_whole_numbers_or_none(
    cells: dict[str, str], counts: dict[str, object] | None
) -> None:
    assert read_exported_casualties(cells, "killed") == counts


def test_only_a_claim_of_another_event_stays_where_a_file_has_no_claims() -> None:
    members = {"killed": {"best": 1, "claim": "c1"}, "injured": {"claim": "other#c1"}, "title": "a"}
    drop_claims_of(members)
    assert members == {"killed": {"best": 1}, "injured": {"claim": "other#c1"}, "title": "a"}
