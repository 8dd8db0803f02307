"""The numbers of a figure as a table."""

from dataclasses import replace

from geo.publishing.figures import build_figure, tabulate_numbers
from geo.publishing.site.plan.plan import Plan


def test_a_long_table_says_how_much_of_it_is_shown(plan: Plan) -> None:
    figure = build_figure(plan.view, "within")
    assert figure is not None
    assert len(figure.numbers) == 241
    table = tabulate_numbers(plan.view, figure)
    assert (len(table.rows), table.total) == (200, 241)
    assert tabulate_numbers(plan.view, replace(figure, numbers=figure.numbers.head(0))).rows == ()


def test_numbers_on_a_page_have_no_digit_too_many(plan: Plan) -> None:
    figure = build_figure(plan.view, "distances")
    assert figure is not None
    table = tabulate_numbers(plan.view, figure)
    assert table.columns == ("from km", "to km", "Group", "definite", "possible")
    assert table.rows[0][:3] == ("no limit", "0", "The north")
