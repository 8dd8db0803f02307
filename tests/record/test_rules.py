"""The shipped story keeps the rules of the library, which are those of data/README.md."""

from datetime import date

import pytest

from geo.claims import build_ledgers
from geo.events import read_events
from geo.story.check.events_file import RULES
from geo.story.check.folder import check_folder
from geo.story.check.remark import Checked, Rule
from geo.story.story_file import read_story
from tests.shipped_record import DATA


@pytest.fixture(scope="module")
def shipped() -> Checked:
    story = read_story(DATA)
    events = read_events(DATA / story.events, story.zone).events
    return Checked(story, events, build_ledgers(events), date(2026, 11, 23))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_shipped_record_keeps_every_rule(rule: Rule, shipped: Checked) -> None:
    assert list(rule(shipped)) == []


def test_nothing_in_the_shipped_story_must_be_corrected() -> None:
    findings = check_folder(DATA).findings
    assert [str(finding) for finding in findings if finding.grade == "must"] == []
