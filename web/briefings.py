"""Which briefings readers may see: one with a problem that must be solved is not shown."""

import logging
from collections import OrderedDict
from threading import Lock

from geo.errors import GeoError
from geo.story.briefing import Briefing, read_briefing
from geo.story.check.finding import Finding
from geo.story.check.rules_briefings import check_briefing
from geo.story.current import Current
from geo.story.story_file import Story
from web.problems import log_once

_log = logging.getLogger(__name__)
_MOST_CHECKED = 100
_checked: OrderedDict[tuple[Briefing, str, Story], tuple[Finding, ...]] = OrderedDict()
_lock = Lock()


def find_refusals(briefing: Briefing, current: Current) -> tuple[Finding, ...]:
    """Return why a briefing must not be shown beside this record; empty where it may.

    Checked once for each version of the events: it takes 0.2 s for ten steps. The operator's log
    has each problem; readers only see that there are some.
    """
    key = (briefing, current.record.version, current.story)
    with _lock:
        if key in _checked:
            return _checked[key]
    findings = check_briefing(briefing, current.record, current.story)
    refusals = tuple(finding for finding in findings if finding.grade == "must")
    for finding in refusals:
        _log.warning("briefing %r is not shown: %s", briefing.title, finding)
    with _lock:
        _checked[key] = refusals
        while len(_checked) > _MOST_CHECKED:
            _checked.popitem(last=False)
    return refusals


def open_briefing(current: Current, name: str) -> Briefing | None:
    """Return a briefing of the story; None where its file is not one, which the log explains."""
    try:
        return read_briefing(current.folder, name)
    except GeoError as error:
        log_once(str(error))
        return None
