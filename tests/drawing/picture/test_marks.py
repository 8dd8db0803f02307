"""A mark on paper has the shape of the mark on the map."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from geo.drawing.atlas import SIDE, draw_atlas
from geo.drawing.marks import MARKS
from geo.drawing.palette import LIGHT
from geo.drawing.picture.ink import to_rgba
from geo.drawing.picture.marks import MarkRow, paint_marks, scale_mark

RED = LIGHT.hues[0]
CELL = 60


@pytest.mark.parametrize("word", MARKS)
def test_matplotlib_and_the_atlas_draw_the_same_mark(word: str) -> None:
    figure = Figure(figsize=(CELL / 96, CELL / 96), dpi=96, facecolor=to_rgba(LIGHT.halo))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, CELL), ylim=(CELL, 0))
    axes.set_axis_off()
    row = MarkRow(np.array([[CELL / 2, CELL / 2]]), [MARKS[word].path], [RED], np.ones(1))
    paint_marks(axes, row, CELL, LIGHT.halo)
    content = io.BytesIO()
    figure.savefig(content, format="png")
    on_paper = np.asarray(Image.open(content))[..., :3].astype(int)

    png, mapping = draw_atlas([RED], LIGHT.halo)
    left = int(mapping[f"{bytes(RED).hex()} {word}"]["x"])
    cell = np.asarray(Image.open(io.BytesIO(png)))[:CELL, left : left + CELL].astype(int)
    # Outside of its halo the atlas is clear, and the paper has the halo's colour.
    on_map = np.where(cell[..., 3:] > 128, cell[..., :3], LIGHT.halo)

    assert SIDE * 3 == CELL
    assert abs(on_paper - on_map).mean() < 3
    # No part of one is missing in the other: smoothing of edges differs by less than a pixel.
    assert (abs(on_paper - on_map).max(axis=2) > 160).sum() < 12


def test_marks_shrink_while_the_whole_region_comes_into_view() -> None:
    assert scale_mark(1) < scale_mark(4.2) < scale_mark(6) == scale_mark(12) == SIDE
