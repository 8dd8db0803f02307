"""What the page of the method says of a record and of its words."""

from geo.events.vocabulary import Word
from geo.link.fields import FIELDS
from geo.story.story_file import Story
from geo.story.view import View

# In the order in which a reader meets them on a card.
_EXPLAINED = (
    "verification",
    "attribution",
    "location_precision",
    "time_precision",
    "event_type",
    "target_type",
    "stance",
    "about",
    "basis",
)
_OTHER_TITLES = {
    "location_precision": "How precisely the place is known",
    "time_precision": "How precisely the time is known",
    "stance": "Stance",
    "about": "Subject of a claim",
    "basis": "Basis of a claim",
}


def describe_record(view: View) -> dict[str, object]:
    """Return what `method/record.html` says: how much there is, and where it comes from."""
    events = view.record.events
    return {
        "story": view.story,
        "about": view.record.about,
        "version": view.record.version,
        "events": len(events),
        "claims": sum(map(len, events["claims"])),
        "sources": sum(map(len, events["sources"])),
        "rejected": view.record.rejected_words,
        "notes": view.record.notes,
    }


def list_explained_words(story: Story) -> list[tuple[str, str, list[Word]]]:
    """Return the fields whose words are explained: column, title, and words, the story's first."""
    titles = _OTHER_TITLES | {column: field.title for column, field in FIELDS.items()}
    return [
        (column, titles[column], list(story.vocabulary[column].values())) for column in _EXPLAINED
    ]
