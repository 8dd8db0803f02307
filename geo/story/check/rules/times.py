"""Rules of times: nothing lies in the future, nobody speaks too early, an hour has its speaker."""

import re
from collections.abc import Iterator

from geo.errors import quote
from geo.story.check.remark import Checked, Remark

# As precise as only somebody who speaks of the time can have it.
_OF_THE_CLOCK = frozenset({"minute", "hour"})
# Such as "Etc/GMT+12"; "Etc/GMT" and "Etc/GMT0" are UTC, which people do read.
_NAUTICAL = re.compile(r"Etc/GMT[+-](?!0)\d+")


def find_future_times(checked: Checked) -> Iterator[Remark]:
    """Yield events and statements of days that have not come."""
    wanted = f"a day that has come, {checked.today.isoformat()} at the latest"
    starts = checked.events["start_local"].dt.strftime("%Y-%m-%d")
    today = checked.today.isoformat()
    for event, day in starts.items():
        if day > today:
            yield Remark(str(event), "start", day, wanted)
    for event, claims in checked.events["claims"].items():
        for number, claim in enumerate(claims):
            if claim.said_at and claim.said_at[:10] > today[: len(claim.said_at)]:
                yield Remark(str(event), f"claims[{number}].said_at", claim.said_at, wanted)


def find_nautical_zones(checked: Checked) -> Iterator[Remark]:
    """Yield events on the clock of a ship at sea, as earlier imports put them by coordinates.

    Nobody who reports an event is on such a clock, and readers expect that of the story. A story
    may be on one itself.
    """
    own = checked.story.zone
    wanted = (
        f"the zone of the clock that its sources read, such as that of the story, {own}; "
        "then see whether date and time are right"
    )
    for event, zone in checked.events["tz"].items():
        if _NAUTICAL.fullmatch(zone) and zone != own:
            yield Remark(str(event), "tz", quote(zone), wanted)


def find_early_statements(checked: Checked) -> Iterator[Remark]:
    """Yield statements that are older than the event that they are about.

    A statement whose month alone is known is compared with the month of the event.
    """
    days = checked.events["start_local"].dt.strftime("%Y-%m-%d")
    for event, entries in checked.ledgers.items():
        for entry in entries:
            said = entry.claim.said_at
            if said and said[:10] < days[event][: len(said[:10])]:
                # "c4", or "other-event#c4" where it is recorded there.
                name = entry.claim.id if entry.event == event else entry.key
                wanted = f"no day before the event can have begun, {days[event]}"
                yield Remark(event, f"claim {name}, said_at", quote(said), wanted)


def find_hours_without_statements(checked: Checked) -> Iterator[Remark]:
    """Yield events whose hour, or whose verified time, no statement about the time supports.

    An event without any statement rests on none, so that nothing is missing.
    """
    wanted = "a claim with 'time' in about that gives it, or a wider time"
    columns = checked.events[["time_precision", "verified_aspects"]]
    for event, precision, aspects in columns.itertuples():
        entries = checked.ledgers[str(event)]
        if not entries or any("time" in entry.claim.about for entry in entries):
            continue
        if precision in _OF_THE_CLOCK:
            found = f"{precision!r} with no such claim"
            yield Remark(str(event), "time_precision", found, wanted)
        elif "time" in aspects:
            yield Remark(str(event), "verified_aspects", "'time' with no such claim", wanted)
