"""One table says how the mark of an event looks, and every renderer draws from it."""

import re
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pytest

import geo
from geo.drawing.charts.look import Look
from geo.drawing.colours.event_colours import Shade
from geo.drawing.colours.palette import LIGHT
from geo.drawing.map_style import MapStyle
from geo.drawing.marks import marks
from geo.drawing.marks.atlas import draw_atlas
from geo.drawing.marks.marks import MARKS, Mark, find_mark, write_css, write_svg
from geo.events.vocabulary import VOCABULARY

ROOT = Path(geo.__file__).parents[1]
STYLE = MapStyle([], "group", (0, 0, 1, 1), "", (0, 0, 0), [])
PATH_DATA = re.compile(r"[Mm]\s*-?[\d.]+[ ,]-?[\d.]+\s*[AaLlCcZz]")


def test_every_word_of_verification_has_a_mark() -> None:
    assert set(MARKS) == set(VOCABULARY["verification"])


def test_a_word_without_a_mark_is_drawn_as_unverified() -> None:
    assert find_mark("rumoured") == MARKS["unverified"]
    assert MARKS["unverified"].path in write_svg('"><script>')
    assert "script" not in write_svg('"><script>')


def test_the_less_is_verified_the_fainter_is_a_disc() -> None:
    strengths = [MARKS[word].disc_fill for word in ("verified", "partly_verified", "unverified")]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == 3


def test_a_new_mark_of_the_table_appears_in_every_renderer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    square = Mark("M2 2L14 2 14 14 2 14z")
    monkeypatch.setattr(marks, "MARKS", MappingProxyType({**MARKS, "rumoured": square}))
    _, cells = draw_atlas()
    style = MapStyle([], "group", (0, 0, 1, 1), "", (0, 0, 0), [])

    assert "rumoured" in cells
    assert style.marks["rumoured"] == square.path
    assert square.path in write_svg("rumoured")
    assert ".glyph-rumoured" in write_css()
    assert find_mark("rumoured") == square


def test_a_possible_event_has_one_opacity_in_every_renderer() -> None:
    opacity = f"{STYLE.possible_opacity:g}"
    assert f".swatch.possible {{ opacity: {opacity}; }}" in write_css()
    for sheet in ("geo/drawing/browser/map/legend.css", "ui/styles/map.css"):
        style = (ROOT / sheet).read_text("utf-8")
        assert [*map(float, re.findall(r"\.possible {[^}]*opacity: ([\d.]+)", style))] == [
            STYLE.possible_opacity
        ]


def test_a_possible_bar_of_a_chart_is_as_pale_as_the_key_of_the_chart() -> None:
    look = Look(LIGHT, (Shade("north", "North", LIGHT.ink),))
    rows = pd.DataFrame({"word": ["north"], "certain": [False]})
    [colour] = look.name_words(rows)["colour"]
    share = STYLE.possible_opacity
    mixed = [
        share * own + (1 - share) * paper for own, paper in zip(LIGHT.ink, LIGHT.halo, strict=True)
    ]
    assert list(bytes.fromhex(colour.removeprefix("#"))) == pytest.approx(mixed, abs=0.51)


@pytest.mark.parametrize(
    "name",
    [
        "geo/drawing/browser/list/glyph.js",
        "geo/drawing/picture/marks.py",
        "geo/drawing/picture/legend.py",
        "geo/drawing/marks/atlas.py",
        "geo/publishing/one_file/page.css",
        "geo/publishing/one_file/page.html",
        "geo/publishing/one_file/steps.css",
        "geo/publishing/parts/templates/legend.html",
        "ui/styles/page.css",
    ],
)
def test_no_renderer_has_a_shape_of_its_own(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    words = "|".join(word for word in MARKS if word not in ("verified", "unverified", "false"))
    shapes = re.compile(rf"(?:{words})\b.*[{{:]|[.-](?:{words})\b")
    assert not PATH_DATA.search(text)
    assert not shapes.search(text)
