"""Letters as they are set: joined, and as wide as another library says."""

from pathlib import Path

import pytest
from PIL import ImageFont

from geo.drawing.picture.fonts import measure_text


def test_arabic_letters_are_joined() -> None:
    joined, apart = measure_text("قصف", 20), sum(measure_text(one, 20) for one in "قصف")
    assert joined < apart * 0.9


def test_words_of_our_own_typeface_are_as_wide_as_another_library_says() -> None:
    folder = Path(__file__).parents[3] / "geo/drawing/picture/typefaces"
    by_pillow = ImageFont.truetype(folder / "SourceSans3-Regular.ttf", 64).getlength("Malmø") / 64
    assert measure_text("Malmø", 1) == pytest.approx(by_pillow)
