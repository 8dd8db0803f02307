"""The words beside the map."""

from pathlib import Path
from xml.etree import ElementTree

from geo.drawing.picture.fonts import measure_text
from geo.drawing.picture.paper import HALF_A4
from tests.drawing.picture.reading import draw, read_words
from tests.event_texts import record
from tests.story_folders import write_story

HOSTILE = '$\\frac{1}{0}$ <script>alert(1)</script> & "quoted" ]]> {x} Кремль'


def test_a_selected_event_has_its_distance_and_its_line(of_the_drone: bytes) -> None:
    said = read_words(of_the_drone)
    for words in ("451 km", "Partly verified; attribution: contested", "Distance to the border"):
        assert words in said, words


def test_hostile_titles_are_plain_words_in_an_svg(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title=HOSTILE))
    content = draw(folder, "event=bridge", format="svg", paper=HALF_A4)
    tree = ElementTree.fromstring(content)
    assert not [one for one in tree.iter() if one.tag.rpartition("}")[2] == "script"]
    assert HOSTILE.replace(" ", "") in read_words(content).replace(" ", "")
    assert b"<script" not in content


def test_a_title_of_a_thousand_letters_stays_in_its_column(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title="Sehr" * 70))
    said = read_words(draw(folder, "event=bridge", format="svg"))
    assert "…" in said
    assert "1 event" in said


def test_a_line_break_in_any_words_breaks_no_picture() -> None:
    assert measure_text("The\nnorth", 12) == measure_text("The north", 12)
