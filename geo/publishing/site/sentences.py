"""What a page says of an event where there is room for a line: never more than the record."""

import pandas as pd

from geo.border import distance_words
from geo.claims import format_attribution_line
from geo.publishing.parts.words import shorten
from geo.story.story_file import Story
from geo.story.view import View
from geo.times import describe_when


def title_event(event: pd.Series, story: Story) -> str:
    """Return the title of an event, with its verification, unless it is verified.

    Examples
    --------
    >>> story = Story(title="The coast")
    >>> title_event(pd.Series({"title": "Fire in the port", "verification": "disputed"}), story)
    'Disputed: Fire in the port'
    """
    return write_title(event.title, event.verification, story)


def write_title(title: str, verification: str, story: Story) -> str:
    """Return a title with the verification of its event, unless it is verified."""
    if verification == "verified":
        return str(title)
    return f"{story.label('verification', verification)}: {title}"


def describe_event(view: View, event: pd.Series) -> str:
    """Return when, where, its verification, who is said to have done it, and who says so."""
    story = view.story
    verified = story.label("verification", event.verification)
    attributed = story.label("attribution", event.attribution).lower()
    words = f"{describe_when(event)}, {event.place}. {verified}; attribution: {attributed}."
    line = format_attribution_line(view.record.ledgers.build(str(event.name)))
    return shorten(f"{words} {line}")


def describe_picture(story: Story, event: pd.Series) -> str:
    """Return what the picture of an event's place shows, for those who do not see it."""
    words = f"Map of {event.place}: {title_event(event, story)}."
    if not event.distance_m >= 0:
        return words
    return f"{words} Distance to the border: {distance_words(event)}."
