"""Words of any script in a picture: set in a typeface that has them, or named; never boxes."""

import io
import re
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from PIL import Image
from pypdfium2 import PdfDocument

from geo.drawing.picture.column import write_column
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.font_families import NOT_SET, list_families, name_lacking
from geo.drawing.picture.paper import CARD, Picture, PictureFormat
from geo.link.link import read_query
from geo.story.current import Current, StoryFiles, open_current
from geo.story.view import build_view_from_query, open_view
from tests.drawing.picture.reading import draw, read_pixels, read_words
from tests.event_texts import record
from tests.story_folders import write_story

ARABIC = "قصف على حلب (حي الشيخ مقصود)"
HEBREW = "ירי רקטות: 3 אזעקות (אשקלון) - IDF"
GEORGIAN = "აფეთქება თბილისის ნავსადგურში"
TITLES = [ARABIC, HEBREW, GEORGIAN, "Fire in Łódź, Ærø and Đakovo", "الفاشر: 12 قتيلا (RSF)!"]
# As many of them as a headline has room for.
JOINED = [" ".join(TITLES[:3]), " ".join(TITLES[3:])]


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Current:
    """A story with an event of each title, and of several as one, named by its number."""
    titles = [*TITLES, *JOINED]
    events = [record(f"e{number}", title=title) for number, title in enumerate(titles)]
    return open_current(StoryFiles(write_story(tmp_path_factory.mktemp("titled"), *events)))


def _draw(titled: Current, event: str, kind: PictureFormat) -> bytes:
    view = build_view_from_query(titled, read_query(f"event={event}"))
    return draw_picture(view, Picture(kind, CARD, density=2))


def _read_letters(svg: bytes) -> str:
    """Return all text of an SVG without spaces and without the marks of direction."""
    return re.sub("[ \u200e\u200f\u061c]", "", read_words(svg))


# A box would be a warning of matplotlib, and a warning fails a test.
@pytest.mark.parametrize("title", TITLES)
def test_titles_of_other_scripts_are_set_in_letters(titled: Current, title: str) -> None:
    svg = _draw(titled, f"e{TITLES.index(title)}", "svg")
    assert title.replace(" ", "") in _read_letters(svg)


@pytest.mark.parametrize("title", JOINED)
def test_each_kind_of_file_has_the_letters_of_all_scripts(titled: Current, title: str) -> None:
    event = f"e{[*TITLES, *JOINED].index(title)}"
    assert title.replace(" ", "") in _read_letters(_draw(titled, event, "svg"))
    said = PdfDocument(_draw(titled, event, "pdf"))[0].get_textpage().get_text_range()
    assert NOT_SET not in said
    assert _draw(titled, event, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("title", [*TITLES, " ".join([ARABIC] * 5), "ა" * 200, "ם" * 200])
def test_no_line_runs_over_the_map(tmp_path: Path, title: str) -> None:
    view = open_view(write_story(tmp_path, record(title=title)), "event=bridge")
    figure = Figure(figsize=(CARD.width / 96, CARD.height / 96), dpi=96)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, CARD.width), ylim=(CARD.height, 0))
    write_column(axes, view, 0, Picture())
    figure.canvas.draw()
    for text in axes.texts:
        box = text.get_window_extent()
        assert box.x0 >= 0, text.get_text()
        assert box.x1 <= CARD.column + 2, text.get_text()


def test_characters_that_no_typeface_has_are_named(tmp_path: Path) -> None:
    unheard = "\U00018b00\U00018b01 \U00018b02, \U00018b00"  # Khitan small script
    assert name_lacking(f"Port {unheard} closed", "headline") == f"Port {NOT_SET} closed"
    folder = write_story(tmp_path, record(title=unheard, place=unheard))
    said = read_words(draw(folder, "event=bridge", format="svg"))
    assert "characters that" in said
    assert "no typeface" in said


def test_a_character_that_no_typeface_has_is_left_out() -> None:
    known = [one for one in "🛩🫨🪿" if NOT_SET not in name_lacking(one + "a", "text")]
    assert name_lacking(f"a {known[0]} b", "text") in ("a b", f"a {known[0]} b")


@given(st.text(max_size=60))
def test_every_character_that_is_set_has_a_typeface(words: str) -> None:
    shown = name_lacking(words, "text")
    assert name_lacking(shown, "text") == shown
    assert list_families(shown, "text")[:2] == ["Source Sans 3", "DejaVu Sans"]


def test_words_from_right_to_left_start_at_the_right(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title="חיפה"))
    pixels = read_pixels(draw(folder, "event=bridge", density=1))
    column = pixels[:, : int(CARD.column * CARD.scale)]
    # The largest letters of the sheet are dark, and those of the title alone.
    dark = np.argwhere(column.sum(axis=2) < 150)
    assert dark[:, 1].max() > CARD.column * CARD.scale * 0.85
    assert unicodedata.bidirectional("ח") == "R"
    assert Image.open(io.BytesIO(draw(folder, "event=bridge", density=1))).size == (1200, 630)


def test_a_number_between_words_from_the_right_is_drawn_after_the_first_also_on_a_new_line(
    tmp_path: Path,
) -> None:
    # The long word fills a line, so that the number starts the next one.
    folder = write_story(tmp_path, record(title="At אבגדהוזחטאבגדהוזחט 12345 מנס"))
    page = PdfDocument(draw(folder, "event=bridge", format="pdf"))[0].get_textpage()
    words = page.get_text_range()
    before, number, after = (page.get_charbox(words.index(one)) for one in ("ט", "12345", "מ"))
    assert number[3] < before[1]
    assert number[0] > after[0]


def test_a_line_of_a_paragraph_from_left_to_right_starts_at_the_left(tmp_path: Path) -> None:
    # The long word fills a line, and the first letter of the next one is read from the right.
    folder = write_story(tmp_path, record(title="Wommelgemermeer 19:84, חיפה"))
    page = PdfDocument(draw(folder, "event=bridge", format="pdf"))[0].get_textpage()
    words = page.get_text_range()
    word_left, word_bottom, *_ = page.get_charbox(words.index("Wommel"))
    time_left, _, _, time_top = page.get_charbox(words.index("19:84"))
    assert time_top < word_bottom
    assert abs(time_left - word_left) < 5
