"""What a page says of an event where there is room for a line: never more than the record."""

import pandas as pd

from geo.border import distance_words
from geo.claims import Ledger, format_attribution_line, list_attribution_lines
from geo.publishing.parts.words import choose_line, title_event
from geo.story.story_file import Story
from geo.times import describe_when


def describe_event(story: Story, event: pd.Series, statements: Ledger) -> str:
    """Return when, where, its verification, who is said to have done it, and who says so."""
    return f"{_describe_facts(story, event)} {format_attribution_line(statements)}"


def preview_event(story: Story, event: pd.Series, statements: Ledger) -> str:
    """Return the same as far as a preview shows it: both sides, each shortened, or neither."""
    return choose_line(_describe_facts(story, event), list_attribution_lines(statements))


def _describe_facts(story: Story, event: pd.Series) -> str:
    verified = story.label("verification", event.verification)
    attributed = story.label("attribution", event.attribution).lower()
    return f"{describe_when(event)}, {event.place}. {verified}; attribution: {attributed}."


def describe_picture(story: Story, event: pd.Series) -> str:
    """Return what the picture of an event's place shows, for those who do not see it."""
    words = f"Map of {event.place}: {title_event(event, story)}."
    if not event.distance_m >= 0:
        return words
    return f"{words} Distance to the border: {distance_words(event)}."
