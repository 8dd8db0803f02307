"""Notes of a story on an axis of time, where no number can be taken for a count."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import altair as alt
import vl_convert

from geo.drawing.charts import Look
from geo.drawing.charts.notes import mark_notes
from geo.drawing.colours.palette import LIGHT
from geo.times import Range

START = datetime(2022, 2, 24)


def test_the_number_of_a_note_is_in_a_disc_above_the_plot() -> None:
    notes = [Range(START + timedelta(days=day), START + timedelta(days=day + 1)) for day in (3, 9)]
    layers = mark_notes(notes, Range(START, START + timedelta(days=20)), Look(LIGHT, ()))
    chart = alt.layer(*layers).properties(width=300, height=100)
    scene = vl_convert.vegalite_to_scenegraph(chart.to_dict())["scenegraph"]
    found = {kind: list(_find_items(scene, kind)) for kind in ("symbol", "text")}
    numbers = {item["text"]: item for item in found["text"] if item.get("text") in ("1", "2")}
    assert sorted(numbers) == ["1", "2"]
    discs = {(round(item["x"], 3), item["y"]) for item in found["symbol"]}
    for item in numbers.values():
        assert item["y"] < 0
        assert (round(item["x"], 3), item["y"]) in discs


def _find_items(mark: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    for item in mark.get("items", ()):
        if mark.get("marktype") == kind:
            yield item
        yield from _find_items(item, kind)
