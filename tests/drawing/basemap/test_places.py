"""Places of a map, and their names."""

from pathlib import Path

from pydantic import TypeAdapter

from geo.drawing.basemap.places import Place

CITIES = Path(__file__).parents[3] / "data" / "basemap" / "cities.json"
PLACES = TypeAdapter(list[Place]).validate_json(CITIES.read_bytes())


def test_names_in_other_languages_are_not_a_mistake_of_a_file() -> None:
    suva = {"en": "Suva", "ru": "Сува", "lon": 178.44, "lat": -18.14}
    assert Place.model_validate(suva).text == "Suva"


def test_countries_are_set_in_spaced_capitals() -> None:
    assert Place(kind="country", en="Fiji", lon=178, lat=-18).text == "F\u2009I\u2009J\u2009I"


def test_every_bundled_place_has_a_name_of_its_own() -> None:
    names = [(place.kind, place.en) for place in PLACES]
    assert len(set(names)) == len(names)


def test_the_bundled_places_are_one_on_each_line() -> None:
    lines = CITIES.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(PLACES) + 2
    assert Place.model_validate_json(lines[1].rstrip(",")) == PLACES[0]
