"""The command line of the measurements."""

import pytest

from bench.rounds import read_rounds


def test_rounds_are_a_whole_number_from_one_on() -> None:
    assert read_rounds(["1"], 3) == 1
    for text in ("0", "-1", "1.5", "many", "", "²", "٣"):
        with pytest.raises(SystemExit, match="wanted a whole number from 1 on"):
            read_rounds([text], 3)
