"""Which briefings, lead and notes readers may see: none with a problem that must be solved."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from threading import Lock

from geo.errors import GeoError
from geo.story.briefings.briefing import Briefing, list_briefings, read_briefing
from geo.story.check.finding import Finding, select_refusals
from geo.story.check.rules.briefings import check_annotation, check_briefing, check_lead
from geo.story.current import Current
from geo.story.parts.annotation import Annotation
from geo.story.story_file import Lead, Story
from web.problems import log_once

_log = logging.getLogger(__name__)
_MOST_CHECKED = 100
_Text = Briefing | Lead | Annotation
_checked: OrderedDict[tuple[_Text, str, Story], tuple[Finding, ...]] = OrderedDict()
_lock = Lock()


def find_refusals(briefing: Briefing, current: Current) -> tuple[Finding, ...]:
    """Return why a briefing must not be shown beside this record; empty if it may.

    Checked once for each version of the events: it takes 0.2 s for ten steps. The operator's log
    has each problem; readers only see that there are some.
    """
    story, record = current.story, current.record
    return _check_once(briefing, current, lambda: check_briefing(briefing, record, story))


def open_lead(current: Current) -> Lead | None:
    """Return the lead of the story; None if it has none, or one that must not be shown."""
    story, lead = current.story, current.story.lead
    if lead is None:
        return None
    names = list_briefings(current.folder)
    refusals = _check_once(lead, current, lambda: check_lead(story, current.record, names))
    return None if refusals else lead


def open_annotations(current: Current) -> tuple[Annotation, ...]:
    """Return the notes on the axes of time, without those that must not be shown."""
    story, record = current.story, current.record
    return tuple(
        one
        for one in story.annotations
        if not _check_once(one, current, partial(check_annotation, one, story, record))
    )


def _check_once(
    text: _Text, current: Current, check: Callable[[], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """Return why a text must not be shown, checked once for each version of the events."""
    key = (text, current.record.version, current.story)
    with _lock:
        if key in _checked:
            return _checked[key]
    refusals = select_refusals(check())
    named = "the lead"
    if not isinstance(text, Lead):
        named = text.title if isinstance(text, Briefing) else f"the note of {text.when}"
    for finding in refusals:
        _log.warning("%r is not shown: %s", named, finding)
    with _lock:
        _checked[key] = refusals
        while len(_checked) > _MOST_CHECKED:
            _checked.popitem(last=False)
    return refusals


def open_briefing(current: Current, name: str) -> Briefing | None:
    """Return a briefing of the story; None if its file is not one, which the log explains."""
    try:
        return read_briefing(current.folder, name)
    except GeoError as error:
        log_once(str(error))
        return None
