"""Files to download that another process writes are the same files, of the same story or none."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.publishing.site import Plan, SiteChoices, plan_site, publish, publish_story
from geo.publishing.site.download_process import DownloadProcess
from geo.publishing.site.downloads import list_downloads
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import draw_nothing
from tests.story_folders import write_story


def open_plan(folder: Path) -> Plan:
    """Open the plan of a story, here or in another process."""
    return plan_site(open_current(StoryFiles(folder)), draws_pictures=False)


def test_another_process_writes_the_same_files(tmp_path: Path) -> None:
    write_story(tmp_path, record("barge"), record("crane"))
    process = DownloadProcess(partial(open_plan, tmp_path))
    plan = open_plan(tmp_path)
    assert process.receive(plan) == list_downloads(plan)
    process.close()


def test_a_story_that_changes_meanwhile_is_not_published(tmp_path: Path) -> None:
    write_story(tmp_path, record("barge"))
    process = DownloadProcess(partial(open_plan, tmp_path))
    write_story(tmp_path / "changed", record("barge", title="Another title"))
    with pytest.raises(ExportError, match="the story changed while it was being published"):
        process.receive(open_plan(tmp_path / "changed"))
    process.close()


def test_a_process_that_ends_is_named(tmp_path: Path) -> None:
    write_story(tmp_path, record("barge"))
    process = DownloadProcess(partial(os._exit, 1))
    with pytest.raises(ExportError, match="writes files to download ended"):
        process.receive(open_plan(tmp_path))
    process.close()


def test_a_large_site_is_published_again_with_the_files_of_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    monkeypatch.setattr(publish, "_LARGE_SITE", 1)
    started: list[object] = []

    class Noted(DownloadProcess):
        def __init__(self, open_plan: partial[Plan]) -> None:
            started.append(open_plan)
            super().__init__(open_plan)

    monkeypatch.setattr(publish, "DownloadProcess", Noted)
    story, out = tmp_path / "story", tmp_path / "site"
    choices = SiteChoices(out, "https://news.example/", draws_pictures=False, workers=1)
    for title in ("Fire at the barge", "Smoke over the barge"):
        write_story(story, record("barge", title=title), record("crane"))
        publish_story(StoryFiles(story), choices)
    assert len(started) == 1, "the first site needs none"
    again = {path.name: path.read_bytes() for path in (out / "downloads").iterdir()}
    publish_story(StoryFiles(story), replace(choices, out=tmp_path / "new", workers=0))
    new = {path.name: path.read_bytes() for path in (tmp_path / "new/downloads").iterdir()}
    assert again == new
