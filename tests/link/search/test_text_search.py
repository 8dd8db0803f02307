"""How text is found: by its plain letters, in any case."""

import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from geo.link.filters import Filters, apply_filters, is_kept
from geo.link.search.roman_letters import romanize
from geo.link.search.text_search import find_text, fold, prepare_search
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.story_folders import write_story


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Łódź", "Lodz"),
        ("ŁÓDŹ", "lodz"),
        ("Malmø", "Malmo"),
        ("Malmö", "Malmo"),
        ("Đakovo", "Dakovo"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("İzmir", "Izmir"),
        ("Ærø", "Aero"),
        ("Œuvre", "oeuvre"),
        ("Þingvellir", "thingvellir"),
        ("Norðurþing", "nordurthing"),
        ("Ġgantija Ħal", "ggantija hal"),
        ("Straße", "strasse"),
        ("Ақтөбе", "ақтөбе"),
        ("Қарағанды", "караганды"),
        ("Ґ", "г"),
    ],
)
def test_a_name_is_found_by_its_plain_letters(name: str, plain: str) -> None:
    assert fold(name) == fold(plain)


def test_every_latin_letter_with_a_mark_is_found_by_the_letter() -> None:
    for code in range(0x80, 0x2000):
        letter = chr(code)
        name = re.fullmatch(
            r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH (?!SMALL).+", unicodedata.name(letter, "")
        )
        if name:
            # A few are a letter and a mark beside it, such as ŀ.
            assert fold(letter).strip("·ʾʼ") == name[1].lower(), letter


def test_letters_of_other_scripts_stay() -> None:
    for text in ("北京", "حلب", "ירושלים", "თბილისი", "Київ"):
        assert fold(text).strip()
        assert fold(text) != fold("x")


def test_events_without_a_column_of_texts_are_searched_in_each_field(tmp_path: Path) -> None:
    words = {
        "title": "Ashes",
        "place": "Quay",
        "place_local": "Міст",
        "region": "Rewa",
        "summary": "Flood",
        "target": "Turbine",
        "claims__0__actor": "Mayor",
        "claims__0__summary": "Rumbling",
    }
    folder = write_story(tmp_path, record("one", **words), record("other"))
    events = open_current(StoryFiles(folder)).record.events
    assert "search_text" not in events
    for word in words.values():
        kept = is_kept(apply_filters(events, Filters(text=word.upper())))
        assert list(events.index[kept]) == ["one"], word


@pytest.mark.parametrize("texts", [[], ["a lighthouse in the fog", "another lighthouse"]])
def test_a_search_that_was_prepared_looks_only_at_the_word_that_is_typed(
    monkeypatch: pytest.MonkeyPatch, texts: list[str]
) -> None:
    read: list[str] = []

    def note_and_romanize(word: str) -> str:
        read.append(word)
        return romanize(word)

    monkeypatch.setattr("geo.link.search.close_words.romanize", note_and_romanize)
    prepare_search(pd.Series(texts, dtype=object))
    assert set(read) == set(" ".join(texts).split())
    read.clear()
    assert find_text(pd.Series(texts, dtype=object), "lihgthouse").mask.sum() == len(texts)
    assert read == ["lihgthouse"] * bool(texts)
