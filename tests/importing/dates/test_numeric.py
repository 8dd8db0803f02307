"""Dates in numbers: the order is known, asked for, or of no weight."""

from datetime import date

import pytest

from geo.importing.dates.joined import join_when
from geo.importing.dates.meaning import OrderWanted
from geo.importing.dates.written import read_date
from geo.times.edtf import read_when

NUMERIC = {
    "3.5.2023": "2023-05-03",
    "31/05/2023": "2023-05-31",
    "5/31/2023": "2023-05-31",
    "05/05/2023": "2023-05-05",
    "05/2023": "2023-05",
    "02-03/05/2023": "2023-05-02/2023-05-03",
}


@pytest.mark.parametrize(("text", "when"), NUMERIC.items())
def test_a_date_is_read_as_a_person_reads_it(text: str, when: str) -> None:
    found = read_date(text)
    assert found is not None
    assert join_when(found, None)[0] == when
    read_when(when)


@pytest.mark.parametrize("text", ["03/05/2023", "3-5-2023", "03/05/23"])
def test_an_ambiguous_date_wants_its_order(text: str) -> None:
    with pytest.raises(OrderWanted):
        read_date(text)
    day, month = (read_date(text, order) for order in ("dmy", "mdy"))
    assert day is not None
    assert month is not None
    assert (day.first, month.first) == (date(2023, 5, 3), date(2023, 3, 5))
