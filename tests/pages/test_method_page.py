"""The method page of any story: its own border measured, its own method shown."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from geo.cli.main import main
from geo.story.corrections.correction import Correction
from geo.story.corrections.sentences import CorrectionWords, describe_corrections
from tests.event_texts import record
from tests.pages.opening import ROOT, open_app, words_of
from tests.story_folders import point, write_story
from ui.method import sections

Serve = Callable[[Path], None]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_the_nearest_and_the_farthest_event_are_measured_in_other_ways(
    tmp_path: Path, serve_story: Serve
) -> None:
    near, far = (
        record(name, title=f"The {name} one", geometry=point(lon, 0.5), radius_m=10)
        for name, lon in (("near", 1.5), ("far", 4.0))
    )
    serve_story(write_story(tmp_path / "story", near, far))
    words = words_of(open_app("method"))
    assert "Nearest event" in words
    assert "“<bdi>The far one</bdi>”" in words
    # Three degrees of the equator, as degrees of 111.32 km.
    assert "334.0 km" in words
    assert "Kremlin" not in words


def test_one_event_is_measured_once(tmp_path: Path, serve_story: Serve) -> None:
    serve_story(write_story(tmp_path / "story", record("a", geometry=point(2, 0.5))))
    words = words_of(open_app("method"))
    assert "Nearest event" in words
    assert "Farthest event" not in words


def test_the_accuracy_of_the_border_is_stated(tmp_path: Path, serve_story: Serve) -> None:
    folder = write_story(tmp_path / "story", record("a", geometry=point(-30, 65)))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["border"] = {"country": "ISL"}
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    serve_story(folder)
    words = words_of(open_app("method"))
    assert "The line of <bdi>Iceland</bdi> is itself drawn true to about 1.0 km" in words


def test_the_own_method_is_shown_without_html_and_without_pictures(
    tmp_path: Path, serve_story: Serve
) -> None:
    folder = write_story(tmp_path / "story", record())
    method = "## How we verify\n<script>alert(1)</script> ![seen](https://elsewhere.example/a.png)"
    (folder / "method.md").write_text(method, "utf-8")
    serve_story(folder)
    [shown] = open_app("method").markdown
    assert shown.value.startswith("## How we verify")
    assert not shown.allow_html
    assert "![" not in shown.value


def test_every_section_that_a_link_names_is_there_and_origin_is_explained(
    tmp_path: Path, serve_story: Serve
) -> None:
    serve_story(write_story(tmp_path / "story", record()))
    words = words_of(open_app("method"))
    for section in ("corrections", "distance", "words", "verification", "origin"):
        assert f'id="{section}"' in words
    explained = words[words.index('id="verification"') : words.index('id="attribution"')]
    assert "An <b>origin</b> is" in explained


def test_a_story_without_a_method_shows_none(tmp_path: Path, serve_story: Serve) -> None:
    serve_story(write_story(tmp_path / "story", record()))
    assert not open_app("method").markdown


def test_corrections_stand_in_words_and_as_text(tmp_path: Path, serve_story: Serve) -> None:
    folder = write_story(tmp_path / "story", record("port"))
    added = {"publisher": "<b>Herald</b>", "title": "Fire", "date": "2023-05-03"}
    line = {"date": "2023-06-02", "event": "port", "field": "sources.+", "is": added, "why": "New."}
    source = {"url": "https://herald.example/1"}
    misspelt = {"date": "2023-06-02", "event": "prot", "field": "title", "why": "Shorter."}
    lines = [json.dumps(line | {"source": source}), json.dumps(misspelt)]
    (folder / "corrections.jsonl").write_text("\n".join(lines), "utf-8")
    serve_story(folder)
    words = words_of(open_app("method"))
    assert "<bdi>A source was added: &lt;b&gt;Herald&lt;/b&gt;, Fire, 3 May 2023</bdi>" in words
    assert "was: " not in words
    assert "sources.+" not in words
    assert "<bdi>https://herald.example/1</bdi></a>" in words
    assert "<b>An event that is not in this record</b>" in words


def test_corrections_are_put_into_words_once_until_they_or_the_record_change(
    tmp_path: Path, serve_story: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    described: list[int] = []

    def describe(corrections: Sequence[Correction], *others: Any) -> list[CorrectionWords]:
        described.append(len(corrections))
        return describe_corrections(corrections, *others)

    monkeypatch.setattr(sections, "describe_corrections", describe)
    folder = write_story(tmp_path / "story", record("port"))
    line = {"date": "2023-06-02", "event": "dam", "field": "title", "why": "Moved."}
    (folder / "corrections.jsonl").write_text(json.dumps(line), "utf-8")
    serve_story(folder)
    assert all("Moved." in words_of(open_app("method")) for _ in range(2))
    assert described == [1]
    both = [json.dumps(line | {"why": why}) for why in ("Moved.", "Moved again.")]
    (folder / "corrections.jsonl").write_text("\n".join(both), "utf-8")
    assert "Moved again." in words_of(open_app("method"))
    assert described == [1, 2]
    # A draft, which leaves the published data as they were.
    write_story(folder, record("port"), record("dam", workflow="draft"))
    assert "Moved" not in words_of(open_app("method"))
    assert described == [1, 2, 0]


def test_corrections_are_put_into_the_words_of_a_changed_story(
    tmp_path: Path, serve_story: Serve
) -> None:
    folder = write_story(tmp_path / "story", record("port"))
    line = {"date": "2023-06-02", "event": "port", "field": "group", "is": "north", "why": "New."}
    (folder / "corrections.jsonl").write_text(json.dumps(line), "utf-8")
    serve_story(folder)
    assert ": The north</bdi>" in words_of(open_app("method"))
    about = (folder / "story.json").read_text("utf-8")
    (folder / "story.json").write_text(about.replace("The north", "The cold coast"), "utf-8")
    assert ": The cold coast</bdi>" in words_of(open_app("method"))


@pytest.fixture(scope="module", params=[["--border", "ISL"], []], ids=["border", "no-border"])
def new_story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new story: one with a border, and one without."""
    folder = tmp_path_factory.mktemp("new") / "story"
    assert main(["new", str(folder), "--title", "Ships & storms", *request.param]) == 0
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_new_story_opens_on_every_page(new_story: Path, serve_story: Serve, page: str) -> None:
    serve_story(new_story)
    app = open_app(page)
    assert not app.exception
    assert words_of(app)


def test_what_is_new_is_said_in_words(tmp_path: Path, serve_story: Serve) -> None:
    folder = write_story(tmp_path / "story", record("a", title="<i>A</i>"), as_of="2023-06-01")
    assert main(["version", "--story", str(folder)]) == 0
    first = next((folder / "versions").glob("*.json")).stem
    changed = record("a", title="<i>A</i>", verification="disputed")
    write_story(folder, changed, record("b", title="Fresh"), as_of="2023-06-09")
    assert main(["version", "--story", str(folder)]) == 0
    serve_story(folder)
    for moment in (first, "2023-06-09"):
        words = words_of(open_app("method", {"changed": moment}))
        assert "Compared with the data of 1 June 2023: 1 event changed, 1 added." in words
        assert "Verification: was “Unverified" in words
        assert "Fresh" in words
        assert ">since 9 June 2023</a>" in words
        assert (
            f'<a href="method?changed={first}#changes" target="_self">in the last revision' in words
        )
        assert words.index("What is new") < words.index("What the words mean")
        assert "<i>A</i>" not in words
    words = words_of(open_app("method"))
    assert "Compared with" not in words
    assert words.index("What is new") > words.index("What the words mean")
    assert "since before then, all of it is new" in words_of(
        open_app("method", {"changed": "2023-05-01"})
    )
