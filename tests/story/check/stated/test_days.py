"""Days that a text names with certainty, and those that it may mean."""

import pytest

from geo.story.check.stated.days import find_days, names_day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 15 May 2024 a boat sank.", ["2024-05-15"]),
        ("On 15th of May, by the mayor, and on 2 Sept.", ["2000-05-15", "2000-09-02"]),
        ("On May 15 a boat sank.", ["2000-05-15"]),
        ("May 15, 2024: a boat sank.", ["2024-05-15"]),
        ("Filmed on 2024-05-15.", ["2024-05-15"]),
        ("29 February 2024", ["2024-02-29"]),
        ("On 29 February", ["2000-02-29"]),
        ("The boat of 15 May sank.", ["2000-05-15"]),
    ],
)
def test_a_day_with_its_month_is_read(text: str, days: list[str]) -> None:
    assert [str(one.day) for one in find_days(text)] == days
    assert all(one.found in text for one in find_days(text))


@pytest.mark.parametrize(
    "text",
    [
        *["", "May", "In May 20 boats sank.", "At 15 maybe more", "31 June 2024"],
        *["29 February 2023", "2024-05-15T10:00", "05/03/2024", "12024-05-15", "1.15 May"],
        *["14-15 May", "14 and 15 May 2024", "from 14 May to 15 May", "14 May – 16 June 2024"],
        *["since 15 May 2024", "until 15 May", "by 15 May", "before 15 May 2024", "after 15 May"],
        *["the night of 15 May", "in the night to 15 May", "overnight on 15 May"],
        *["the 15 May parade", "the parade of 15 May", "15 May Street", "planned for 15 May"],
    ],
)
def test_what_may_be_another_day_is_not_read(text: str) -> None:
    assert find_days(text) == []


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Filmed in the night of 14 to 15 May", True),
        ("Between the 15th and 17th of May", True),
        ("Published 2024-05-15", True),
        ("15 June", False),
        ("At 15:00 in May", False),
        ("The mayor counted 15", False),
        ("150 in May", False),
    ],
)
def test_a_text_may_mean_a_day_however_it_writes_it(text: str, is_named: bool) -> None:
    [day] = find_days("15 May 2024")
    assert names_day(text, day) is is_named
