"""Which events a page leads to: before and after, and of the same incident."""

import pandas as pd

from geo.publishing.site.plan.neighbours import Neighbours, find_neighbours
from geo.story.story_file import Story


def _find(*incidents: str | None) -> Neighbours:
    events = pd.DataFrame(
        {"title": "Fire", "verification": "disputed"},
        [f"e{number}" for number in range(len(incidents))],
    )
    return find_neighbours(
        events.assign(incident=pd.Series(incidents, events.index, dtype=object)),
        Story(title="The coast"),
    )


def test_a_page_leads_to_the_event_before_and_the_one_after() -> None:
    found = _find(None, None, None)
    # The latest first.
    assert found.list_adjacent("e1") == [("Earlier", "e2"), ("Later", "e0")]
    assert found.list_adjacent("e0") == [("Earlier", "e1")]
    assert found.list_adjacent("e2") == [("Later", "e1")]
    assert found.titles["e1"] == "Disputed: Fire"


def test_an_incident_is_listed_from_its_first_event_on() -> None:
    found = _find("flood", None, "flood", "", "flood")
    assert found.list_incident("e2", "flood") == ["e4", "e0"]
    assert found.list_incident("e1", None) == found.list_incident("e3", "") == []


def test_an_event_alone_leads_nowhere() -> None:
    alone = _find("flood")
    assert (alone.list_adjacent("e0"), alone.list_incident("e0", "flood")) == ([], [])


def test_a_record_without_events_has_no_neighbours() -> None:
    assert _find().titles == {}
