"""Who says what, as it is copied: each statement with its speaker and source, plain and as HTML."""

import json
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

from geo.publishing.parts.copied import CopiedText, copy_statements
from geo.publishing.parts.ledger import open_case
from geo.story.view import open_view
from tests.event_texts import claim_of, record
from tests.story_folders import write_story

ADDRESS = "https://maps.example/?event=a&data=1"


def copy(folder: Path, known: datetime | None = None, **members: object) -> CopiedText:
    view = open_view(write_story(folder, record("a", **({"killed": None} | members))))
    return copy_statements(open_case(view, view.record.events.loc["a"], known), ADDRESS)


class Reader(HTMLParser):
    """Collects the text and the links of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str | None] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs)["href"])


def test_each_statement_names_speaker_stance_day_and_source(tmp_path: Path) -> None:
    source = {"id": "s1", "publisher": "The Gazette", "url": "https://g.example/1", "origin": "o"}
    copied = copy(
        tmp_path,
        claims=[
            claim_of(1),
            claim_of(2, stance="denies", actor="Speaker 2"),
            claim_of(3, source=None),
        ],
        sources=[source | {"date": "2023-05-04"}],
    )
    one = "Speaker 1 (Asserts, 3 May 2023): Said so, the 1th."
    assert f"- {one} [The Gazette, 4 May 2023, https://g.example/1]" in copied.text
    assert copied.text.index("Those who say it happened") < copied.text.index("- Speaker 1")
    assert copied.text.index("Those who deny") < copied.text.index("- Speaker 2 (Denies")
    assert "the 3th. [no source named]" in copied.text
    assert copied.text.rstrip().endswith(ADDRESS)
    reader = Reader()
    reader.feed(copied.html)
    assert one in "".join(reader.words)
    assert reader.links == ["https://g.example/1", "https://g.example/1", ADDRESS]


def test_what_is_copied_as_html_stays_text_whatever_it_holds(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> & дрон"
    copied = copy(tmp_path, title=hostile, claims=[claim_of(1, actor=hostile, summary=hostile)])
    assert "<img" not in copied.html
    assert hostile in copied.text
    reader = Reader()
    reader.feed(copied.html)
    assert "".join(reader.words).count(hostile) >= 3


def test_only_what_was_on_record_at_the_moment_is_copied(tmp_path: Path) -> None:
    claims = [claim_of(1), claim_of(2, said_at="2023-05-09")]
    copied = copy(tmp_path, datetime(2023, 5, 6), claims=claims)
    assert "As known at end of 5 May 2023" in copied.text
    assert "Speaker 1" in copied.text
    assert "Speaker 2" not in copied.text


def test_without_statements_it_says_that_none_is_on_record(tmp_path: Path) -> None:
    copied = copy(tmp_path, claims=[])
    assert "No statement about this event is on record." in copied.text
    assert "<ul>" not in copied.html


def test_it_ends_with_what_the_story_says_its_record_is_made_from(tmp_path: Path) -> None:
    ours = "We report claims; we don’t endorse them."
    assert f"\n\n{ours}\n" in copy(tmp_path).text
    story = json.loads((tmp_path / "story.json").read_text("utf-8"))
    story |= {"basis": {"found_in": "letters & logs"}}
    (tmp_path / "story.json").write_text(json.dumps(story), "utf-8")
    view = open_view(tmp_path)
    copied = copy_statements(open_case(view, view.record.events.loc["a"], None), ADDRESS)
    assert f"\n\nFound in letters & logs. {ours}\n" in copied.text
    assert f"<p>Found in letters &amp; logs. {ours}" in copied.html
