"""Names that differ by a slip are one."""

import pytest

from geo.events.same_name import is_same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("harbour-radio", "Harbour Radio", True),
        ("herald", "heralt", True),
        ("herald", "heral", True),
        ("herald", "hearld", True),
        ("herald", "xherald", True),
        ("herald", "hxrxld", False),
        ("herald-2023-05-03", "herald-2023-05-04", False),
        ("ap", "afp", False),
        ("afp", "afpx", False),
        ("wire", "wir", False),
        ("wire", "wires", True),
        ("", "", True),
        ("Мэрия", "Мэрии", True),
    ],
)
def test_names_that_differ_by_one_slip_are_one(one: str, other: str, same: bool) -> None:
    assert is_same_name(one, other) is same
    assert is_same_name(other, one) is same
