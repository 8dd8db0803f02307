"""What a link shows, in a headline and two sentences: for readers who see it pasted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.border import distance_words
from geo.events.vocabulary import label
from geo.link.filters import is_default
from geo.link.link import Link
from geo.publishing.parts.words import choose_line, shorten, title_event
from geo.story.briefings.briefing import list_briefings, read_step_link
from geo.story.current import Current
from geo.story.view import View, build_view, read_link
from geo.summaries import count_presence, format_count
from geo.times import describe_when
from web.story.briefings import find_refusals, open_briefing

# What readers call a page, where its file has another name; the map shows the story itself.
_NAMES = {"map": "", "claims": "Who says what"}


@dataclass(frozen=True)
class Preview:
    """What is shown of a link before it is opened.

    Attributes
    ----------
    title, description : str
    link : Link
        The parts of it that could be read.
    view : View
        What its card shows.
    """

    title: str
    description: str
    link: Link
    view: View


def build_preview(page: str, query: Mapping[str, Sequence[str]], current: Current) -> Preview:
    """Return the preview of a page under a query, without the parts that cannot be read.

    Parameters
    ----------
    page : str
        "map", "claims", "briefing", ...: the name of its file.
    query : mapping of str to list of str
        As the address states it.
    current : Current
    """
    story = current.story
    link, _ = read_link(current.record, query)
    view = build_view(current, link)
    if page == "briefing" and (preview := _preview_briefing(link, current)):
        return preview
    name = _NAMES.get(page, page.capitalize())
    of_story = f"{name} · {story.title}" if name else story.title
    if page == "method":
        words = f"How {story.title} is made: sources, measurement, limits, corrections, licence."
        return Preview(of_story, words, link, view)
    if view.selected is None:
        return Preview(of_story, shorten(_view_words(view)), link, view)
    title = f"{title_event(view.selected, story)} · {story.title}"
    if name:
        title = f"{name}: {title}"
    return Preview(title, shorten(_event_words(view.selected)), link, view)


def _preview_briefing(link: Link, current: Current) -> Preview | None:
    """Return the preview of a step of a briefing; None if there is none to show."""
    names = list_briefings(current.folder)
    name = link.briefing if link.briefing in names else next(iter(names), None)
    if name is None:
        return None
    briefing = open_briefing(current, name)
    if briefing is None or find_refusals(briefing, current):
        # The page reports it, and shows no step.
        return None
    number = link.step if link.step and link.step <= len(briefing.steps) else 1
    step = briefing.steps[number - 1]
    view = build_view(current, read_step_link(step, current.record)[0])
    title = f"{briefing.title} · {current.story.title}"
    if number > 1:
        title = f"{step.headline} · {title}"
    # All that it says, or nothing of it: its last sentence may deny what its first one says.
    place = f"Step {number} of {len(briefing.steps)}."
    count = format_count(len(step.sentences), "sentence")
    words = choose_line(
        place,
        [" ".join(one.text for one in step.sentences), f"{count}, each with its sources."],
    )
    return Preview(title, words, Link(briefing=name, step=number), view)


def _event_words(event: pd.Series) -> str:
    verified = label("verification", event.verification)
    attributed = label("attribution", event.attribution).lower()
    words = f"{describe_when(event)}, {event.place}. {verified}; attribution: {attributed}."
    if not event.distance_m >= 0:
        return words
    return f"{words} Distance to the border: {distance_words(event)}."


def _view_words(view: View) -> str:
    count = str(count_presence(view.presence))
    if is_default(view.link.filters):
        return f"{count}. {view.story.subtitle}"
    return f"{count}. {view.filter_words}. {view.story.subtitle}"
