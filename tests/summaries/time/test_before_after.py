"""The same span before and after an event."""

import re
from collections import Counter
from datetime import datetime, timedelta

from geo.link.filters import Filters
from geo.story.story_file import Story
from geo.summaries import (
    choose_reference_event,
    compare_before_after,
)
from tests.summaries.shipped import (
    RECORDS,
    WHOLE,
    place_in,
    view_of,
)

DRONE = "kremlin-2023-05-03-drone-1"


def test_both_sides_of_an_event_add_up_to_all_others() -> None:
    view = view_of()
    spans = compare_before_after(view.record.events, Filters(), DRONE, 90, "group", WHOLE)
    others = [each for each in RECORDS if each["id"] != DRONE]
    for side in (spans.before, spans.after):
        places = Counter(place_in(each, side.range.start, side.range.end) for each in others)
        assert side.count.definite == places["definite"]
        assert side.count.possible == places["possible"]
        assert side.count.total == len(RECORDS) - 1
        assert side.range.length == timedelta(days=90)
        assert side.is_covered
    assert spans.before.range.end == datetime(2023, 5, 3, 2, 27)


def test_a_span_beyond_the_record_says_how_little_is_covered() -> None:
    view = view_of()
    spans = compare_before_after(view.record.events, Filters(), DRONE, 365, "group", WHOLE)
    assert spans.before.is_covered
    assert spans.after.covered == WHOLE.end - spans.after.range.start
    assert not spans.after.is_covered
    assert spans.takeaway.endswith(
        f"; the record covers {spans.after.covered.days} of the 365 days after"
    )


def test_the_first_event_to_ask_about_is_the_selected_one_else_of_the_first_group() -> None:
    view = view_of()
    assert choose_reference_event(view.record.events, view.story, None) == DRONE
    assert choose_reference_event(view.record.events, view.story, "x") == "x"
    assert choose_reference_event(view.record.events.iloc[:0], view.story, None) is None
    plain = Story(title="No groups")
    assert choose_reference_event(view.record.events, plain, None) == RECORDS[0]["id"]


def test_before_and_after_speaks_of_numbers_and_of_no_cause() -> None:
    view = view_of()
    causal = r"because|caus|led to|due to|result|effect|impact|trigger|significan|therefore"
    for days in (7, 30, 90, 365):
        for event in view.record.events.index[::20]:
            spans = compare_before_after(view.record.events, Filters(), event, days, "group", WHOLE)
            assert not re.search(causal, spans.takeaway, re.IGNORECASE)
            # It says more or fewer only where it holds whatever the true times are.
            before, after = spans.before.count, spans.after.count
            assert spans.takeaway.startswith("More in") == (after.definite > before.shown)
            assert spans.takeaway.startswith("Fewer in") == (before.definite > after.shown)
            counts = [
                f"{count.definite} to {count.shown}" if count.possible else str(count.definite)
                for count in (before, after)
            ]
            numbers = re.findall(
                r"\d+(?: to \d+)?", spans.takeaway.partition(";")[0].partition(": ")[2]
            )
            assert set(numbers) <= {*counts} or not before.shown + after.shown
            if "As many" in spans.takeaway:
                assert (before.definite, 0, 0) == (after.definite, before.possible, after.possible)


def test_nothing_before_and_after_is_said_to_be_nothing() -> None:
    events, nothing = view_of().record.events, Filters(text="no event holds these words")
    spans = compare_before_after(events, nothing, events.index[0], 7, "group", WHOLE)
    assert spans.takeaway.startswith("Nothing was found in the 7 days before and after it")
