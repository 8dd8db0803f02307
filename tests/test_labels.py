"""Names on the map stand beside their dots, on no other name, and not beneath pins."""

import json
import math
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter

from geo.drawing.labels import BANDS, Language, Place, place_labels, text_width

CITIES = Path(__file__).parents[1] / "data" / "basemap" / "cities.json"
PLACES = TypeAdapter(list[Place]).validate_json(CITIES.read_bytes())
NO_PINS = np.empty((0, 4))
Label = dict[str, str | float]


def box(label: Label, zoom: float) -> tuple[float, float, float, float]:
    """West, north, east, south of a label in pixels, from its setting alone."""
    lon, lat, size = (float(label[name]) for name in ("lon", "lat", "size"))
    scale = 512 * 2**zoom / 360
    x = lon * scale + float(label["dx"])
    mercator = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
    y = -mercator * scale + float(label["dy"])
    width, height = text_width(str(label["text"])) * size, size
    west = x - {"start": 0, "middle": width / 2, "end": width}[str(label["anchor"])]
    north = y - {"top": 0, "center": height / 2, "bottom": height}[str(label["baseline"])]
    return west, north, west + width, north + height


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_no_name_lies_on_another_at_any_zoom(language: Language) -> None:
    labels = place_labels(PLACES, language, NO_PINS)
    for band, (low, high) in enumerate(BANDS):
        here = [label for label in labels if label["band"] == band]
        for zoom in np.linspace(low, min(high, 10), 5):
            boxes = [box(label, zoom) for label in here]
            clashes = [
                (one["text"], other["text"], zoom)
                for (one, a), (other, b) in combinations(zip(here, boxes, strict=True), 2)
                if meet(a, b)
            ]
            assert not clashes


def test_the_closer_the_more_names() -> None:
    labels = place_labels(PLACES, "en", NO_PINS)
    numbers = [sum(label["band"] == band for label in labels) for band in range(len(BANDS))]
    assert numbers == sorted(numbers)
    assert numbers[0] < 12
    assert numbers[-1] == len(PLACES)


@pytest.mark.parametrize("city", ["Moscow", "Sevastopol", "Belgorod"])
def test_a_name_steps_aside_where_a_heap_of_pins_lies(city: str) -> None:
    place = next(place for place in PLACES if place.en == city)
    pins = np.array([[place.lon, place.lat, dx, dy] for dx in (-9, 0, 9) for dy in (-9, 0, 9)])
    shown = [label for label in place_labels([place], "en", pins) if label["band"] == 4]
    for label in shown:
        west, north, east, south = box(label, BANDS[4][0])
        dot = box({**label, "text": "", "dx": 0, "dy": 0, "size": 0}, BANDS[4][0])
        for dx, dy in pins[:, 2:]:
            pin = (dot[0] + dx - 6, dot[1] + dy - 6, dot[0] + dx + 6, dot[1] + dy + 6)
            assert not meet((west, north, east, south), pin)
    assert len(shown) == 1


def test_a_name_without_pins_stands_close_on_the_right() -> None:
    (label, *_) = place_labels([Place(en="Suva", lon=178.44, lat=-18.14, rank=1)], "en", NO_PINS)
    assert (label["anchor"], label["baseline"]) == ("start", "center")
    assert float(label["dx"]) < 8


def test_a_place_without_a_name_in_the_language_keeps_the_english_one() -> None:
    suva = Place(en="Suva", ru="Сува", lon=178.44, lat=-18.14)
    assert [suva.name(language) for language in ("en", "ru", "uk")] == ["Suva", "Сува", "Suva"]


def test_countries_are_set_in_spaced_capitals() -> None:
    assert Place(kind="country", en="Fiji", lon=178, lat=-18).text("en") == "F\u2009I\u2009J\u2009I"


def test_a_map_without_places_has_no_names() -> None:
    assert place_labels([], "en", NO_PINS) == []


def test_every_bundled_place_is_named_in_three_languages() -> None:
    assert not [place.en for place in PLACES if not (place.en and place.ru and place.uk)]
    names = [(place.kind, place.en) for place in PLACES]
    assert len(set(names)) == len(names)


def test_the_bundled_places_are_one_on_each_line() -> None:
    lines = CITIES.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(PLACES) + 2
    assert json.loads(lines[1].rstrip(",")) == PLACES[0].model_dump()
