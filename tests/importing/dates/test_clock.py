"""Times of day as people write them, compared with what a person reads in them."""

import pytest

from geo.importing.dates.clock import read_clock
from geo.importing.dates.meaning import DateProblem

CLOCKS = {
    "02:27": (147, 148, "", False),
    "2.30am": (150, 151, "", False),
    "2:30 p.m.": (870, 871, "", False),
    "12am": (0, 1, "", False),
    "12pm": (720, 721, "", False),
    "14h30": (870, 871, "", False),
    "14 Uhr": (840, 841, "", False),
    "0227L": (147, 148, "", False),
    "1400Z": (840, 841, "Z", False),
    "14:00 UTC": (840, 841, "Z", False),
    "14:00 (UTC+3)": (840, 841, "+03:00", False),
    "14:00+05:30": (840, 841, "+05:30", False),
    "14:00 UTC-3": (840, 841, "-03:00", False),
    "14:00 -05:00": (840, 841, "-05:00", False),
    "14:00 (-05:00)": (840, 841, "-05:00", False),
    "14:00:30-05:00": (840, 841, "-05:00", False),
    "~23:00": (1380, 1381, "", True),
    "c. 2am": (120, 121, "", True),
    "14:30:59": (870, 871, "", False),
    "02:00-03:00": (120, 180, "", False),
    "23:00-01:00": (1380, 1500, "", False),
    "between 2 and 3 am": (120, 180, "", False),
    "early morning": (0, 540, "", False),
    "evening": (960, 1440, "", False),
    "night": (0, 1800, "", False),
    "вночі": (0, 1800, "", False),
}


@pytest.mark.parametrize(("text", "wanted"), CLOCKS.items())
def test_a_time_of_day_is_read_as_a_person_reads_it(
    text: str, wanted: tuple[int, int, str, bool]
) -> None:
    clock = read_clock(text)
    assert clock is not None
    assert (clock.first, clock.last, clock.offset, clock.is_about) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("25:00", "14:75", "13pm", "soon", "1", "2400", "12:3", "14:00+16:00", "14:00 UTC+15"),
        *("9-5", "2-3 h", "2-3 hours", "14:00-16:00-18:00", "14:00-25:00", "14:00-99"),
    ],
)
def test_anything_but_a_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(DateProblem):
        read_clock(text)
