"""Countries by their codes and names."""

import pytest

from geo.border.countries import check_country


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Iceland", "ISL"), ("isl", "ISL"), ("IZL", "ISL"), ("Icelnd", "ISL"), ("Q", "such as NOR")],
)
def test_an_unknown_code_suggests_the_nearest_one(text: str, meant: str) -> None:
    with pytest.raises(ValueError, match=meant):
        check_country(text)
