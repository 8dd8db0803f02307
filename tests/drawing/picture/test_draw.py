"""Pictures as files: size, fonts, bytes that are the same each time."""

import io
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import CARD, HALF_A4, PLATE, Paper, Picture, PictureFormat
from geo.story.view import open_view
from tests.drawing.picture.reading import DRONE, draw, read_pixels, read_words
from tests.event_texts import record
from tests.shipped_record import DATA
from tests.story_folders import write_story


def copy_story(folder: Path, to: Path) -> Path:
    """Return the same story elsewhere: no picture of it has been drawn and cached."""
    return shutil.copytree(folder, to / "copy")


@pytest.mark.parametrize(
    ("paper", "density", "size"),
    [
        (CARD, 1, (1200, 630)),
        (CARD, 2, (2400, 1260)),
        (PLATE, 3, (840, 750)),
        # 210 by 148 mm at 192 pixels to an inch of 25.4 mm.
        (HALF_A4, 2, (1587, 1118)),
    ],
)
def test_a_png_has_the_size_of_its_paper(
    lone: Path, paper: Paper, density: float, size: tuple[int, int]
) -> None:
    content = draw(lone, paper=paper, density=density)
    assert Image.open(io.BytesIO(content)).size == size


def test_an_indexed_png_looks_the_same_for_a_third_of_the_bytes() -> None:
    full, small = (draw(DATA, paper=CARD, density=1, indexed=indexed) for indexed in (False, True))
    assert len(small) < len(full) / 2
    assert Image.open(io.BytesIO(small)).mode == "P"
    assert abs(read_pixels(full) - read_pixels(small)).mean() < 2


def test_what_no_picture_shows_makes_no_other_picture(lone: Path) -> None:
    first = draw(lone, "group=south")
    for link in ("step=2", "stack=type", "span=30", "cross=group,region"):
        assert draw(lone, f"group=south&{link}") is first


def test_a_pdf_has_one_sheet_of_half_an_a4_with_words_in_it() -> None:
    document = PdfDocument(draw(DATA, f"event={DRONE}", format="pdf", paper=HALF_A4))
    assert len(document) == 1
    mm = [side / 72 * 25.4 for side in document[0].get_size()]
    assert mm == pytest.approx([210, 148], abs=0.1)
    said = document[0].get_textpage().get_text_range()
    assert "First of two drones" in said
    assert "451 km" in said


def test_cyrillic_is_text_in_svg_and_pdf(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title="Взрыв на мосту: стороны спорят"))
    assert "Взрыв" in read_words(draw(folder, "event=bridge", format="svg"))
    page = PdfDocument(draw(folder, "event=bridge", format="pdf"))[0]
    assert "Взрыв" in page.get_textpage().get_text_range()


def test_an_svg_carries_the_letters_that_it_uses(of_the_drone: bytes) -> None:
    content = of_the_drone.decode()
    for family in ("Source Sans 3", "Source Sans 3 Semibold", "Source Serif 4"):
        assert f'@font-face{{font-family:"{family}"' in content
    assert content.count("http") == content.count("http://www.w3.org") + content.count(
        "http://purl.org"
    ) + content.count("http://creativecommons.org") + content.count("https://matplotlib.org")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_one_content_has_the_same_bytes_each_time(
    lone: Path, tmp_path: Path, kind: PictureFormat
) -> None:
    assert draw(copy_story(lone, tmp_path), format=kind) == draw(lone, format=kind)


def test_many_threads_get_the_same_picture(lone: Path, tmp_path: Path) -> None:
    kinds: tuple[PictureFormat, ...] = ("png", "svg")
    alone = {kind: draw(lone, format=kind) for kind in kinds}
    view = open_view(copy_story(lone, tmp_path))
    with ThreadPoolExecutor(8) as threads:
        together = threads.map(lambda kind: (kind, draw_picture(view, Picture(kind))), kinds * 6)
        assert all(content == alone[kind] for kind, content in together)


def test_no_event_no_border_and_no_base_map_still_give_a_picture(tmp_path: Path) -> None:
    folder = write_story(tmp_path)
    (folder / "story.json").write_text(json.dumps({"title": "Nothing yet"}))
    said = read_words(draw(folder, format="svg"))
    assert "Nothing yet" in said
    assert "This record has no events" in said


@pytest.mark.parametrize("view", ["0,90,5", "0,-90,24", "180,0,24", "-180,0,0"])
def test_the_ends_of_the_world_and_of_the_zoom_have_a_picture(view: str) -> None:
    assert Image.open(io.BytesIO(draw(DATA, f"view={view}", paper=PLATE, density=1)))
