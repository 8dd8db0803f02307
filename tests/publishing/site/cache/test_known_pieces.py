"""Files to download are joined from pieces: what has not changed is taken as it was written."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geo.events.files.cache_files import write_cache_file
from geo.publishing.export import selection
from geo.publishing.site.cache.known_pieces import open_pieces, save_pieces
from geo.publishing.site.pages import paged_lists
from geo.publishing.site.pages.downloads import list_downloads
from geo.publishing.site.pages.paged_lists import write_claims_pages
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.publishing.site.publish import SiteChoices, publish_story
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import draw_nothing, publish_few_charts
from tests.story_folders import point, write_story

# A text of several lines, in which a row of CSV must not seem to end.
LINES = 'One says "fire".\r\nAnother says\nnothing.'


def _write(folder: Path, title: str, about: str = "") -> Plan:
    """Write four events, of which nobody disputes any; the last one may speak of another."""
    names = ("barge", "crane", "depot", "ferry")
    records = [
        record(
            name,
            title=f"Fire at the {name}",
            geometry=point(day, 0.5),
            summary=LINES,
            verification="disputed",
        )
        for day, name in enumerate(names)
    ]
    records[1]["properties"]["title"] = title
    if about:
        records[3]["properties"]["claims"][0]["also_about"] = [about]
    write_story(folder, *records)
    return plan_site(open_current(StoryFiles(folder)), draws_pictures=False)


@pytest.fixture(autouse=True)
def few_in_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "CACHED_PART", 1)


# Of GeoJSON, KMZ, two files of CSV and three sheets.
PIECES_OF_AN_EVENT = 9


def test_files_of_pieces_are_those_written_whole_and_only_what_changed_is_written(
    tmp_path: Path,
) -> None:
    first = _write(tmp_path, "Fire at the crane")
    pieces = open_pieces(first)
    assert list_downloads(first, pieces) == list_downloads(first)
    save_pieces(pieces, tmp_path)
    changes = (("Smoke", "", 1), ("Smoke", "barge", 3), ("Fire at the crane", "depot", 2))
    for title, about, events in changes:
        plan = _write(tmp_path, title, about)
        again = open_pieces(plan)
        assert again.before == pieces.now
        assert list_downloads(plan, again) == list_downloads(plan)
        assert len(again.now.keys() - pieces.now.keys()) == PIECES_OF_AN_EVENT * events


def test_where_record_and_claims_differ_is_not_searched_again_where_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _write(tmp_path, "Fire at the crane")
    pieces = open_pieces(first)
    pages = dict(write_claims_pages(first))
    page = pages["claims/index.html"]
    assert isinstance(page, bytes)
    assert b"Fire at the crane</bdi>" in page
    assert dict(write_claims_pages(first, pieces)) == pages
    for title, about in (("Smoke", ""), ("Fire at the crane", "barge")):
        plan = _write(tmp_path, title, about)
        again = replace(open_pieces(plan), before=pieces.now)
        assert dict(write_claims_pages(plan, again)) == dict(write_claims_pages(plan))
        assert again.now.keys() - pieces.now.keys()
    monkeypatch.setattr(paged_lists, "describe_differences", pytest.fail)
    again = replace(open_pieces(first), before=pieces.now)
    assert dict(write_claims_pages(first, again)) == pages


@pytest.mark.parametrize("damage", [b"", b"damaged"])
def test_a_damaged_cache_of_pieces_is_none(tmp_path: Path, damage: bytes) -> None:
    plan = _write(tmp_path, "Fire at the crane")
    pieces = open_pieces(plan)
    pieces.find_or_write("a list", (), lambda: b"its rows")
    save_pieces(pieces, tmp_path)
    assert open_pieces(plan).before == pieces.now != {}
    path = tmp_path / ".cache/downloads-pieces.arrow"
    write_cache_file(path, damage, 1)
    assert open_pieces(plan).before == {}


def test_a_site_that_is_published_again_has_the_bytes_of_one_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    publish_few_charts(monkeypatch)
    story, out = tmp_path / "story", tmp_path / "site"
    choices = SiteChoices(out, "https://news.example/", draws_pictures=False)
    _write(story, "Fire at the crane")
    publish_story(StoryFiles(story), choices)
    _write(story, "Smoke over the crane", "barge")
    publish_story(StoryFiles(story), choices)
    again = _read(out)
    assert (story / ".cache/downloads-pieces.arrow").is_file()
    shutil.rmtree(story / ".cache")
    shutil.rmtree(out)
    publish_story(StoryFiles(story), choices)
    from_nothing = _read(out)
    assert again.keys() == from_nothing.keys()
    assert [path for path in from_nothing if again[path] != from_nothing[path]] == []


def _read(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
