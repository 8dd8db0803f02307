"""The strip below a picture: its lines, its height, and its symbols."""

import io

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from geo.drawing.colours.legend import PICTURE_NOTES
from geo.drawing.colours.palette import LIGHT
from geo.drawing.picture.legend import LegendEntry, measure_legend, write_legend

RED = LIGHT.hues[0]
WIDTH, HEIGHT = 400, 200


def entries(count: int, symbol: str = "verified") -> list[LegendEntry]:
    return [LegendEntry(symbol, RED, f"Entry {number}") for number in range(count)]


def open_axes() -> Axes:
    figure = Figure(figsize=(WIDTH / 96, HEIGHT / 96), dpi=96)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    return axes


def test_no_entries_have_no_strip() -> None:
    assert measure_legend([], WIDTH) == measure_legend([[], []], WIDTH) == 0


def test_each_group_starts_a_line_and_long_ones_are_broken() -> None:
    one = measure_legend([entries(2)], WIDTH)
    line = measure_legend([entries(2), entries(2)], WIDTH) - one
    assert line > 0
    # Twelve entries of some 60 pixels do not fit into one line of 400.
    assert measure_legend([entries(12)], WIDTH) >= one + line
    # An entry that is wider than the strip has a line of its own.
    wide = [LegendEntry("verified", RED, "wide " * 60)]
    assert measure_legend([entries(1) + wide + entries(1)], WIDTH) == one + 2 * line


@pytest.mark.parametrize("count", [1, 12])
def test_all_words_are_written_within_the_strip(count: int) -> None:
    axes = open_axes()
    keys = [entries(count), entries(1)]
    write_legend(axes, keys, (0, 50), WIDTH, LIGHT)
    written = [text.get_text() for text in axes.texts]
    assert [word for word in written if word.strip()] == [
        key.words for group in keys for key in group
    ]
    places = np.array([text.get_position() for text in axes.texts])
    assert places[:, 0].min() > 0
    assert places[:, 0].max() < WIDTH
    bottom = 50 + measure_legend(keys, WIDTH)
    assert 50 < places[:, 1].min() <= places[:, 1].max() < bottom


@pytest.mark.parametrize("symbol", [*(row.id for row in PICTURE_NOTES), "verified", "disputed"])
def test_every_symbol_is_drawn_in_its_colour(symbol: str) -> None:
    axes = open_axes()
    write_legend(axes, [entries(1, symbol)], (0, 0), WIDTH, LIGHT)
    figure = axes.figure
    assert isinstance(figure, Figure)
    content = io.BytesIO()
    figure.savefig(content, format="png")
    pixels = np.asarray(Image.open(content).convert("RGB")).astype(int)
    # Left of the words; faded ones are mixed with the paper.
    key = pixels[:40, :26].reshape(-1, 3)
    reddish = key[:, 0] - key[:, 1:].max(axis=1)
    assert reddish.max() > 15
