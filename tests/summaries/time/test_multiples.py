"""Small multiples over time, counted again by plain Python."""

import math
import re

from hypothesis import given

from geo.link.filters import Filters, apply_filters
from geo.summaries import count_multiples
from geo.summaries.time.over_time import choose_step
from tests.summaries.plain import (
    Plain,
    as_frame,
    choose,
    filters_of_any_kind,
    list_steps,
    list_worlds,
    records_of_any_kind,
)
from tests.summaries.recounting import LONGEST, kept


@given(records_of_any_kind, filters_of_any_kind)
def test_a_step_leads_in_as_many_groups_as_are_said(record: list[Plain], filters: Filters) -> None:
    events, range_ = as_frame(record), filters.range or LONGEST
    presence = apply_filters(events, filters)
    said = count_multiples(events, presence, range_, "place", "group").describe("group")
    rows = kept(record, filters)
    bars = list_steps(range_, choose_step(range_))
    leads: dict[str, int] = dict.fromkeys(bars, 0)
    groups = {e.group for e, _ in rows}
    for group in groups:
        choices = [choose(e.start, e.end, word, bars) for e, word in rows if e.group == group]
        if math.prod(map(len, choices)) >= 3000:
            # Too many ways to try them all; the other groups are tried by other records.
            return
        worlds = list(list_worlds(choices))
        for bar in bars:
            others = [other for other in bars if other != bar]
            if all(world[bar] > max([0, *(world[b] for b in others)]) for world in worlds):
                leads[bar] += 1
    most = max(leads.values(), default=0)
    best = [bar for bar, number in leads.items() if number == most]
    if not groups:
        assert said == "No event was found in a group"
    elif not most:
        assert "is certain to have the most" in said
    else:
        found = re.search(r"month|week|day|hour|year", said)
        assert found
        words = {len(groups): "each of the", 1: "the one group"}
        of_all = re.search(r"in (\d+) of the (\d+) groups", said)
        if of_all:
            assert (int(of_all[1]), int(of_all[2])) == (most, len(groups))
        else:
            assert most == len(groups)
            assert words[1] in said if len(groups) == 1 else words[len(groups)] in said
        named = [bar for bar in bars if bar.lower() in said.lower()]
        assert set(best) <= set(named) or said.startswith(f"{len(best):,} ")
