"""The events of a story with those of a table among them."""

from tests.importing.desk import FIRST, Desk


def test_other_events_of_the_story_are_left_as_they_are(desk: Desk) -> None:
    own = {
        "type": "Feature",
        "id": "own",
        "geometry": None,
        "properties": {"title": "Own", "when": "2023"},
    }
    desk.edit(lambda events: events.append(own))
    desk.bring(FIRST)
    assert desk.events[0] == own
