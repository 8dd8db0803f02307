"""Towns by their names, of several languages."""

from geo.importing.places.gazetteer import find_towns


def test_towns_are_found_in_other_languages_and_parts_of_a_name() -> None:
    assert [town.country for town in find_towns("Сува")] == ["Fiji"]
    assert [town.country for town in find_towns("near Suva (port)")] == ["Fiji"]
    assert find_towns("") == []
