"""The figures of the analysis in their order, by what a link asks for."""

import pytest

from geo.link.analysis import FIGURES, MORE_FIGURES, PAGE_FIGURES, order_figures

PAGE = list(PAGE_FIGURES)


@pytest.mark.parametrize("name", [*PAGE_FIGURES, *MORE_FIGURES])
def test_the_figure_that_is_asked_for_comes_first_and_the_others_stay_as_they_were(
    name: str,
) -> None:
    first, *rest = order_figures(name)
    assert first == name
    assert rest == [other for other in PAGE if other != name]


@pytest.mark.parametrize("name", [None, *(name for name in FIGURES if name.startswith("beside-"))])
def test_no_figure_and_one_of_two_views_move_none(name: str | None) -> None:
    assert list(order_figures(name)) == PAGE


def test_a_page_has_twelve_figures_at_most() -> None:
    beside = [name for name in FIGURES if name.startswith("beside-")]
    assert max(len(order_figures(name)) for name in FIGURES) + len(beside) == 12
