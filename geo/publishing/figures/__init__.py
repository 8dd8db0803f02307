"""Figures: charts with their words and numbers, for the page, for files and for other pages."""

from geo.publishing.figures.catalogue import build_figure, find_view
from geo.publishing.figures.figure import Figure
from geo.publishing.figures.figure_link import link_to_figure
from geo.publishing.figures.noted_range import note_range
from geo.publishing.figures.number_table import NumberTable, tabulate_numbers
from geo.publishing.figures.numbers import write_numbers
from geo.publishing.figures.picture import (
    build_chart,
    describe_chart,
    describe_figure,
    draw_figure,
    draw_spec,
    hash_figure,
)
from geo.publishing.figures.spans import build_comparison

__all__ = [
    "Figure",
    "NumberTable",
    "build_chart",
    "build_comparison",
    "build_figure",
    "describe_chart",
    "describe_figure",
    "draw_figure",
    "draw_spec",
    "find_view",
    "hash_figure",
    "link_to_figure",
    "note_range",
    "tabulate_numbers",
    "write_numbers",
]
