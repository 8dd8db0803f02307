"""What a page says of an event in a line: both sides, or neither."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from geo.claims import Ledger
from geo.events.vocabulary import VOCABULARY, label
from geo.publishing.site.events.sentences import describe_event, preview_event
from geo.story.current import StoryFiles, open_current
from geo.story.story_file import Story
from tests.publishing.site.sites import Page, structured_of

ROOT = Path(__file__).parents[4]
STORIES = [ROOT / "data", *(path.parent for path in (ROOT / "tests/data").glob("*/story.json"))]
# By the words of the vocabulary, as a reader sees them beside each statement.
SAYS_SO = {"asserts", "accuses", "claims_responsibility", "corroborates"}
OPPOSES = {"denies", "contradicts", "alleges_staged", "withdraws"}
DOUBTS = {"cannot_verify", "neither_confirms_nor_denies", "urges_caution"}
LONGEST = 300


def test_title_and_description_say_how_far_an_event_is_verified(pages: dict[str, bytes]) -> None:
    titles = {
        "bridge": "Unverified: Blast at <b>the bridge</b> & more",
        "port": "Disputed: Fire in the port",
        "tower": "Tower hit",
    }
    for event, title in titles.items():
        page = Page(pages[f"events/{event}/index.html"])
        assert page.meta("og:title") == f"{title} · Bridges — мосты"
        description = page.meta("description")
        attributed = label("attribution", "accused_denied").lower()
        assert f"attribution: {attributed}." in description
        assert description.startswith("3 May 2023, 02:27, Bridge. ")
        assert page.meta("og:description") == description
        structured = structured_of(pages[f"events/{event}/index.html"])
        assert structured["name"] == title
        # It is short enough to be whole in both.
        assert structured["description"] == description


def _name(ledger: Ledger, stances: set[str]) -> set[str]:
    """Whom the record has with one of the stances, by the names that a line may use."""
    actors = [entry.claim.actor for entry in ledger if entry.claim.stance in stances]
    return {name.lower() for actor in actors for name in (actor.short, actor.name) if name}


@cache
def _list_events() -> tuple[tuple[Story, pd.Series, Ledger], ...]:
    events = []
    for folder in STORIES:
        current = open_current(StoryFiles(folder))
        for event, row in current.record.events.iterrows():
            ledger = current.record.ledgers.build(str(event))
            # A reaction, or a number of people, is not an account of the event.
            aside = ({"response"}, {"casualties"})
            facts = [one for one in ledger if set(one.claim.about) not in aside] or ledger
            events.append((current.story, row, tuple(facts)))
    return tuple(events)


def _check(words: str, ledger: Ledger) -> bool:
    """Check one line about an event; return whether it holds two sides by name."""
    said = words.partition("attribution: ")[2].partition(". ")[2].lower()
    accusing = _name(ledger, SAYS_SO)
    is_named = any(name in said for name in accusing)
    both = False
    for stances, counted in ((OPPOSES, "denying"), (DOUBTS, "leaving it open")):
        names = _name(ledger, stances)
        if names and is_named:
            assert any(name in said for name in names), said
            both = True
        elif names and accusing:
            assert counted in said or words.endswith("…")
    return both


# Of the longest nothing but the place has room.
@pytest.mark.parametrize("place", ["", " and its quay" * 6, " and its quay" * 30])
def test_no_description_has_an_account_without_the_denial_or_doubt_on_record(place: str) -> None:
    assert set(VOCABULARY["stance"]) == SAYS_SO | OPPOSES | DOUBTS
    both = {"whole": 0, "short": 0}
    for story, row, ledger in _list_events():
        event = pd.concat([row.drop("place"), pd.Series({"place": f"{row.place}{place}"})])
        event.name = row.name
        short = preview_event(story, event, ledger)
        assert len(short) <= LONGEST
        whole = describe_event(story, event, ledger)
        for name, words in (("short", short), ("whole", whole)):
            both[name] += _check(words, ledger)
    # That the check finds names: of nearly all events of the shipped story two sides are on record.
    assert both["whole"] > 90
    assert (both["short"] > 80) == (not place)


def test_a_description_that_leaves_speakers_out_says_so() -> None:
    for story, event, ledger in _list_events():
        for write in (describe_event, preview_event):
            words = write(story, event, ledger).lower()
            actors = {entry.claim.actor for entry in ledger}
            missing = [
                actor
                for actor in actors
                if not any(name and name.lower() in words for name in (actor.short, actor.name))
            ]
            if missing:
                assert "commented" in words or "other" in words or "on record:" in words, words
