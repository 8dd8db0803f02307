"""What a title says, compared with counts by plain Python, for tests.

"more than any other", "half" and "farthest" are tried in every way in which the events can have
been: each may lie anywhere in its interval of time and distance.
"""

import math
import re
from datetime import timedelta

from geo.link.filters import Filters
from geo.times import Range
from tests.summaries.plain import FIRST, Choice, Plain, count_bar, judge, list_worlds

LONGEST = Range(FIRST - timedelta(days=31), FIRST + timedelta(days=250))
NUMBER = r"([\d,]+)(?: to ([\d,]+))?"
SURE = re.compile(
    rf"(?P<names>.+): (?P<found>{NUMBER})(?P<each> each)? of the (?P<all>[\d,]+) events "
    r"(?P<among>found|with a distance|timed to the hour|with a region|with both words)"
    r"(?P<more>, more than any other .+)?"
)
ALL = re.compile(r"(?P<name>.+): (?:all (?P<all>[\d,]+) events|the one event) .+")
OPEN = re.compile(
    rf"No .+ is certain to have the most: (?P<one>.+) has (?P<found>{NUMBER}) of the "
    rf"(?P<all>[\d,]+) events .+?, (?P<other>.+) has (?P<rival>{NUMBER})"
)
UNSURE = re.compile(r"No .+ is certain for (?:any of the (?P<all>[\d,]+) events|the one event).*")


def bounds(text: str) -> tuple[int, int]:
    """Definite, and possible beyond them, of a number or of two with "to" between."""
    low, _, high = text.replace(",", "").partition(" to ")
    return int(low), int(high or low) - int(low)


def same(name: str) -> str:
    """A name whichever letter it starts with: titles start with a capital."""
    return name[:1].upper() + name[1:]


def check_bars(title: str, choices: list[Choice], bars: list[str]) -> None:
    """A title of bars says their numbers, and no more than holds in every world."""
    total = len(choices)
    counts = {same(bar): count_bar(choices, bar) for bar in bars}
    names = {same(bar): bar for bar in bars}
    worlds = list(list_worlds(choices)) if math.prod(map(len, choices)) < 3000 else []
    leading = [
        bar
        for bar in bars
        if worlds
        and all(world[bar] > max([0, *(world[b] for b in bars if b != bar)]) for world in worlds)
    ]
    if not any(map(sum, counts.values())):
        assert title.startswith("No event")
        assert ":" not in title
    elif found := UNSURE.fullmatch(title):
        assert int((found["all"] or "1").replace(",", "")) == total
        assert not any(definite for definite, _ in counts.values())
    elif found := OPEN.fullmatch(title):
        assert bounds(found["found"]) == counts[same(found["one"])]
        assert bounds(found["rival"]) == counts[same(found["other"])]
        assert int(found["all"]) == total
        assert not leading
    elif found := ALL.fullmatch(title):
        assert counts[same(found["name"])] == (total, 0)
        assert int(found["all"] or 1) == total
    else:
        found = SURE.fullmatch(title)
        assert found, title
        assert int(found["all"]) == total
        number, more = bounds(found["found"]), bool(found["more"])
        if found["each"]:
            tied = [name for name, pair in counts.items() if pair == number]
            said = re.fullmatch(r"(\d+) \w+.*", found["names"])
            assert (
                len(tied) == int(said[1])
                if said and len(tied) > 3
                else all(name.lower() in found["names"].lower() for name in tied)
            )
            assert number[1] == 0
        else:
            tied = [same(found["names"])]
            assert counts[tied[0]] == number
            assert not worlds or leading == [names[tied[0]]]
        assert more == (len(tied) < len(bars))
        for name, (definite, possible) in counts.items():
            assert name in tied or definite + possible < number[0]


def kept(record: list[Plain], filters: Filters) -> list[tuple[Plain, str]]:
    judged = [(event, judge(event, filters)) for event in record]
    return [(event, word) for event, word in judged if word in ("definite", "possible")]
