"""Objects in the records of JSON: each member a column, and nothing read as what it is not."""

import json

import pytest

from geo.importing.tables.json_values import flatten_record, list_columns
from geo.importing.tables.limits import TableFileError
from tests.importing.reading import import_text, members_of, only


def import_json(*records: dict[str, object]) -> dict[str, object]:
    given = [{"title": "A fire", "date": "2023-05-03", **record} for record in records]
    return only(import_text(json.dumps(given), name="a.json"))


def test_members_of_a_place_are_its_name_and_degrees() -> None:
    place = {"name": "Suva", "lat": -18.125, "lon": 178.5, "source": {"kind": "map"}}
    outcome = import_text(
        json.dumps([{"title": "A", "date": "2023-05-03", "location": place}]), name="a.json"
    )
    members = only(outcome)
    assert members["place"] == "Suva"
    assert members["note"] == "location.source.kind: map"
    [made] = outcome.made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [178.5, -18.125]}


@pytest.mark.parametrize("member", ["location", "geometry", "place", "coordinates"])
def test_a_geometry_in_a_record_is_its_place_lon_first(member: str) -> None:
    line = {"type": "LineString", "coordinates": [[45, 12.5], [45.25, 12.75]]}
    record = {"title": "A", "date": "2023-05-03", member: line}
    [made] = import_text(json.dumps([record]), name="a.json").made
    assert json.loads(json.dumps(made.feature["geometry"])) == line
    assert "note" not in only(import_text(json.dumps([record]), name="a.json"))


def test_a_broken_geometry_in_a_record_rejects_it() -> None:
    record = {"title": "A", "date": "2023-05-03", "place": {"type": "Point", "coordinates": "x"}}
    [rejected] = import_text(json.dumps([record]), name="a.json").rejected
    assert rejected.column == "place.wkt"
    assert "wanted a geometry in WKT" in rejected.reason


def test_a_list_of_objects_is_no_source_and_is_kept() -> None:
    sources = [{"name": "The Herald", "seen": "2023-05-04"}]
    members = import_json({"sources": sources})
    assert "sources" not in members
    assert members["note"] == f"sources.json: {json.dumps(sources)}"


def test_addresses_of_an_object_or_a_list_are_sources() -> None:
    for source in ({"url": "https://a.example"}, [{"url": "https://a.example"}]):
        assert import_json({"source": source})["sources"] == ["https://a.example"]


def test_a_record_without_the_object_of_the_others_has_no_column_in_its_way() -> None:
    records = [
        {"title": "A", "date": "2023-05-03", "place": None},
        {"title": "B", "date": "2023-05-04", "place": {"name": "Suva"}},
    ]
    first, second = members_of(import_text(json.dumps(records), name="a.json")).values()
    assert (first["place"], second["place"]) == ("place not known", "Suva")


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(TableFileError, match=r"^a\.b: found two values in one record, wanted"):
        flatten_record({"a": {"b": 1}, "a.b": 2})


def test_there_are_at_most_as_many_columns_as_a_table_has() -> None:
    assert len(list_columns([{f"k{at}": "x"} for at in range(2_000)])) == 2_000
    with pytest.raises(TableFileError, match=r"found members of 2,001 names, wanted at most 2,000"):
        list_columns([{f"k{at}": "x"} for at in range(2_001)])


def test_empty_members_stay_columns() -> None:
    assert flatten_record({"a": {}, "b": None, "c": []}) == {"a": "", "b": "", "c": ""}
    assert list_columns([{"a": "", "b": ""}]) == ["a", "b"]
