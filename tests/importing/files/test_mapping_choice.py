"""The mapping that a table is read with."""

from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.files.mapping_choice import choose_mapping
from geo.importing.files.request import Request
from geo.importing.tables.table import build_table

EVENTS = build_table("events", ["title", "date", "place"], [["A fire", "2023-05-03", "Aden"]])


def test_a_mapping_comes_before_a_preset() -> None:
    mapping = ColumnMapping(columns={"title": ColumnUse(role="title")})
    request = Request(preset="usgs", mapping=mapping)
    assert choose_mapping(EVENTS, request) == (mapping, "columns as the mapping names them")
    preset, said = choose_mapping(EVENTS, Request(preset="usgs"))
    assert (preset.name, said.partition(":")[0]) == ("usgs", "preset usgs")
    assert choose_mapping(EVENTS, Request()) == (ColumnMapping(), "")
