"""What an import would add as a story of its own, which the map of every story can show."""

from geo.importing.files.event_file import format_features
from geo.importing.outcome.outcome import Members, Outcome
from geo.importing.story.story_import import StoryImport
from geo.story.current import Current
from geo.story.record import build_record


def preview_outcome(target: StoryImport, outcome: Outcome) -> Current:
    """Return the events that a table gives, without those of the story that they would go into.

    A map of it opens where these events lie, not where the story does: a place that is far off,
    since its latitude and longitude are swapped, is to be seen. No distance is measured.

    Raises
    ------
    EventFileError
        If the model of an event refuses all of them.
    """
    story = target.story.model_copy(update={"bounds": None, "border": None, "presets": ()})
    content = format_features([_publish(made.feature) for made in outcome.made])
    record = build_record(story, content, target.file, (), target.folder)
    return Current(story, record, target.folder, own_events=False)


def _publish(feature: Members) -> Members:
    """Return an event as readers would see it, also where it comes in as a draft."""
    members = feature["properties"]
    assert isinstance(members, dict)
    return {**feature, "properties": {**members, "workflow": "published"}}
