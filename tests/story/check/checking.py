"""Records with statements, and what a rule says of them, for tests."""

from datetime import date

from geo.claims import build_ledgers
from geo.events import parse_events
from geo.story.check.remark import Checked, Rule
from geo.story.story_file import Story
from tests.event_texts import claim_of, collection, record

STORY = Story.model_validate(
    {
        "title": "Three fleets",
        "language": "en",
        "groups": [{"id": "north", "label": "North"}],
        "sides": [
            {"id": "north", "label": "Northern side", "party": True},
            {"id": "south", "label": "Southern side", "party": True},
            {"id": "east", "label": "Eastern fleet", "party": True},
            {"id": "media", "label": "Media"},
        ],
        "bounds": [30.0, 50.0, 40.0, 60.0],
    }
)
TODAY = date(2031, 1, 1)


def claim(number: int, **members: object) -> dict[str, object]:
    """Return a statement on what happened and on casualties."""
    return claim_of(number, **({"about": ["occurrence", "casualties"]} | members))


def check(rule: Rule, *records: object, story: Story = STORY) -> list[tuple[str, str, str]]:
    """Return field, found and wanted of what a rule says."""
    reading = parse_events(collection(*records))
    assert reading.rejected == ()
    events = reading.events
    remarks = rule(Checked(story, events, build_ledgers(events), TODAY))
    return [(remark.field, remark.found, remark.wanted) for remark in remarks]


def events_of(**changes: object) -> dict[str, object]:
    """Return an event that keeps every rule, with changes."""
    usual = {"attribution": "accused_no_answer", "claims": [claim(1, stance="accuses")]}
    return record("bridge", **(usual | changes))
