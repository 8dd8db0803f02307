"""A mark on paper has the shape of the mark on the map."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.atlas import SIDE, draw_atlas
from geo.drawing.marks.marks import MARKS
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

    png, cells = draw_atlas()
    left = CELL * cells[word]
    cell = np.asarray(Image.open(io.BytesIO(png)))[:, left : left + CELL] / 255
    # As the map's shader mixes them. Outside of its halo, which the paper has as its colour too,
    # there is no mark.
    on_map = LIGHT.halo + cell[..., :1] * (np.array(RED) - LIGHT.halo)

    assert SIDE * 3 == CELL
    assert abs(on_paper - on_map).mean() < 3
    # No part of one is missing in the other: smoothing of edges differs by less than a pixel.
    assert (abs(on_paper - on_map).max(axis=2) > 160).sum() < 12


def test_marks_shrink_while_the_whole_region_comes_into_view() -> None:
    assert scale_mark(1) < scale_mark(4.2) < scale_mark(6) == scale_mark(12) == SIDE
