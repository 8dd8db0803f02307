"""Times that cannot be, and hours that nobody has stated."""

import pytest

from geo.story.check.rules.times import (
    find_early_statements,
    find_future_times,
    find_hours_without_statements,
    find_nautical_zones,
)
from tests.story.check.checking import STORY, check, claim, events_of


def test_days_that_have_not_come_are_found() -> None:
    late = events_of(
        start="2031-05-03T02:27:00+03:00",
        end="2031-05-03T02:28:00+03:00",
        claims=[claim(1, said_at="2031-05")],
    )
    found = check(find_future_times, late)
    assert [one[:2] for one in found] == [("start", "2031-05-03"), ("claims[0].said_at", "2031-05")]


@pytest.mark.parametrize(
    ("zone", "is_found"),
    [
        *[("Etc/GMT+12", True), ("Etc/GMT-9", True)],
        *[("Etc/GMT", False), ("Etc/GMT+0", False), ("UTC", False), ("Pacific/Fiji", False)],
    ],
)
def test_an_event_on_a_clock_of_ships_is_named(zone: str, is_found: bool) -> None:
    story = STORY.model_copy(update={"zone": "Pacific/Fiji"})
    found = check(find_nautical_zones, events_of(tz=zone), story=story)
    assert [one[:2] for one in found] == ([("tz", f"{zone!r}")] if is_found else [])
    assert all("that of the story, Pacific/Fiji" in wanted for *_, wanted in found)


def test_a_story_may_be_on_a_clock_of_ships_itself() -> None:
    story = STORY.model_copy(update={"zone": "Etc/GMT-9"})
    assert check(find_nautical_zones, events_of(tz="Etc/GMT-9"), story=story) == []


def test_nobody_speaks_before_the_event() -> None:
    [(field, _, wanted)] = check(
        find_early_statements, events_of(claims=[claim(1, said_at="2023-05-02")])
    )
    assert field == "claim c1, said_at"
    assert "2023-05-03" in wanted
    assert check(find_early_statements, events_of(claims=[claim(1, said_at="2023-05")])) == []


@pytest.mark.parametrize(
    ("precision", "about", "found"),
    [
        ("minute", ["occurrence"], "'minute' with no such claim"),
        ("hour", ["place", "damage"], "'hour' with no such claim"),
        ("hour", ["time"], None),
        ("day", ["occurrence"], None),
    ],
)
def test_an_hour_rests_on_a_statement_about_the_time(
    precision: str, about: list[str], found: str | None
) -> None:
    event = events_of(time_precision=precision, claims=[claim(1, about=about)])
    fields = [(field, said) for field, said, _ in check(find_hours_without_statements, event)]
    assert fields == ([("time_precision", found)] if found else [])


def test_a_verified_time_rests_on_a_statement_about_the_time() -> None:
    event = events_of(time_precision="day", verified_aspects=["place", "time"])
    [(field, found, wanted)] = check(find_hours_without_statements, event)
    assert (field, found) == ("verified_aspects", "'time' with no such claim")
    assert wanted == "a claim with 'time' in about that gives it, or a wider time"


def test_an_event_on_which_nobody_has_spoken_may_have_an_hour() -> None:
    assert (
        check(
            find_hours_without_statements,
            events_of(time_precision="hour", claims=[], killed=None, injured=None),
        )
        == []
    )


def test_a_statement_kept_with_another_event_may_carry_the_hour() -> None:
    shared = claim(1, about=["time"], also_about=["depot"])
    bridge = events_of(time_precision="hour", claims=[shared], incident="night")
    night = {"incident": "night", "killed": None, "injured": None}
    depot = events_of(time_precision="hour", claims=[claim(2)], **night) | {"id": "depot"}
    assert check(find_hours_without_statements, bridge, depot) == []
