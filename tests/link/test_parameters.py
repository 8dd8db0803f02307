"""Every parameter has a name and an attribute of its own, and an example that says something."""

import pytest

from geo.link.filters import is_default
from geo.link.link import Link, from_query, to_query
from geo.link.parameter import Parameter
from geo.link.parameters import list_parameters


@pytest.mark.parametrize("row", list_parameters(), ids=lambda row: row.name)
def test_the_example_of_each_parameter_can_be_read_and_means_something(row: Parameter) -> None:
    link, left_out = from_query({row.name: [row.example]})
    assert left_out == ()
    assert to_query(link)[row.name] == [row.example] or row.name == "view"
    assert link != Link()
    assert row.help.endswith((".", "id."))
    assert row.help[0].isupper()


@pytest.mark.parametrize("row", list_parameters(), ids=lambda row: row.name)
def test_a_parameter_that_hides_nothing_leaves_the_filters_as_they_are(row: Parameter) -> None:
    link, _ = from_query({row.name: [row.example]})
    assert row.hides_by_itself is not is_default(link.filters)


def test_no_two_parameters_have_one_name_or_one_attribute() -> None:
    rows = list_parameters()
    assert len({row.name for row in rows}) == len({row.attribute for row in rows}) == len(rows)


def test_no_two_kinds_of_value_have_one_name() -> None:
    kinds = {row.kind for row in list_parameters()}
    assert len({kind.name for kind in kinds}) == len(kinds)
