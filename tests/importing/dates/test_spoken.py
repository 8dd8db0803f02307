"""Dates in words, of several languages."""

import pytest

from geo.importing.dates.joined import join_when
from geo.importing.dates.meaning import DateProblem, YearWanted
from geo.importing.dates.written import read_date
from geo.times.edtf import read_when

SPOKEN = {
    "3 May 2023": "2023-05-03",
    "3rd May 2023": "2023-05-03",
    "3rd of May, 2023": "2023-05-03",
    "May 3rd, 2023": "2023-05-03",
    "3-May-23": "2023-05-03",
    "3. Mai 2023": "2023-05-03",
    "1er mai 2023": "2023-05-01",
    "el 3 de mayo de 2023": "2023-05-03",
    "3 мая 2023 г.": "2023-05-03",
    "3 травня 2023 року": "2023-05-03",
    "Wed 3 May 2023": "2023-05-03",
    "среда, 3 мая 2023": "2023-05-03",
    "3 May 2023 (Wednesday)": "2023-05-03",
    "May 2023": "2023-05",
    "mai 2023": "2023-05",
    "early May 2023": "2023-05-01/2023-05-10",
    "mid-May 2023": "2023-05-11/2023-05-20",
    "late May 2023": "2023-05-21/2023-05-31",
    "end of February 2024": "2024-02-21/2024-02-29",
    "début mai 2023": "2023-05-01/2023-05-10",
    "mi-mai 2023": "2023-05-11/2023-05-20",
    "Anfang Mai 2023": "2023-05-01/2023-05-10",
    "в начале мая 2023": "2023-05-01/2023-05-10",
    "наприкінці травня 2023": "2023-05-21/2023-05-31",
    "a mediados de mayo de 2023": "2023-05-11/2023-05-20",
    "late 2023": "2023-09-01/2023-12-31",
    "2-3 May 2023": "2023-05-02/2023-05-03",
    "2/3 May 2023": "2023-05-02/2023-05-03",
    "between 4 and 6 May 2023": "2023-05-04/2023-05-06",
    "du 4 au 6 mai 2023": "2023-05-04/2023-05-06",
    "vom 4. bis 6. Mai 2023": "2023-05-04/2023-05-06",
    "с 4 по 6 мая 2023": "2023-05-04/2023-05-06",
    "30 April - 2 May 2023": "2023-04-30/2023-05-02",
    "30 December - 2 January 2024": "2023-12-30/2024-01-02",
    "night of 2-3 May 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "night of 3 May 2023": "2023-05-02T18:00/2023-05-04T06:00",
    "nuit du 3 mai 2023": "2023-05-02T18:00/2023-05-04T06:00",
    "la noche del 3 de mayo de 2023": "2023-05-02T18:00/2023-05-04T06:00",
    "night to 3 May 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "в ночь на 3 мая 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "в ночь на 1 мая 2023": "2023-04-30T18:00/2023-05-01T06:00",
    "в ночь с 2 на 3 мая 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "в ночь с 30 апреля на 1 мая 2023": "2023-04-30T18:00/2023-05-01T06:00",
    "у ніч на 3 травня 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "у ніч з 2 на 3 травня 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "Nacht zum 3. Mai 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "in der Nacht auf den 3. Mai 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "in der Nacht vom 2. auf den 3. Mai 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "Nacht vom 2. zum 3. Mai 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "dans la nuit du 2 au 3 mai 2023": "2023-05-02T18:00/2023-05-03T06:00",
    "la noche del 2 al 3 de mayo de 2023": "2023-05-02T18:00/2023-05-03T06:00",
}


@pytest.mark.parametrize(("text", "when"), SPOKEN.items())
def test_a_date_is_read_as_a_person_reads_it(text: str, when: str) -> None:
    found = read_date(text)
    assert found is not None
    assert join_when(found, None)[0] == when
    read_when(when)


@pytest.mark.parametrize("text", ["3 May", "Wed 3 May", "early May", "night of 2-3 May", "3/5"])
def test_a_date_without_a_year_wants_it(text: str) -> None:
    with pytest.raises(YearWanted):
        read_date(text, "dmy")
    assert read_date(text, "dmy", 2023) is not None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 or 2 May 2024", "2024-05-01", "2024-05-02"),
        ("May 1 or 2, 2024", "2024-05-01", "2024-05-02"),
        ("30 April or 1 May 2024", "2024-04-30", "2024-05-01"),
        ("1 или 2 мая 2024", "2024-05-01", "2024-05-02"),
        ("30 April 2024 or 2 May 2024", "2024-04-30", "2024-05-02"),
    ],
)
def test_one_day_or_another_is_all_between_them(text: str, first: str, last: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["night of 1 or 2 May 2024", "в ночь на 1 или 2 мая 2024", "Nacht zum 1. oder 2. Mai 2024"],
)
def test_the_night_of_one_day_or_another_is_not_the_one_between_them(text: str) -> None:
    with pytest.raises(DateProblem):
        read_date(text)
