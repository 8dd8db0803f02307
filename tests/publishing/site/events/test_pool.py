"""Events that other processes build are the same events, and of the same story or none."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.site.cache.inputs import digest_events
from geo.publishing.site.events.files import write_event, write_event_files
from geo.publishing.site.events.pool import EventPool, join_pool, open_large_pool
from geo.publishing.site.explorer.files import draw_explorer
from geo.publishing.site.folder.file import File
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.story_folders import write_story

NAMES = ("barge", "crane", "depot")


def open_plan(folder: Path) -> Plan:
    """Open the plan of a story, here or in another process."""
    return plan_site(open_current(StoryFiles(folder)), draws_pictures=False)


def test_another_process_gives_the_same_bytes_beside_what_is_built_here(tmp_path: Path) -> None:
    write_story(tmp_path, *(record(name) for name in NAMES))
    plan = open_plan(tmp_path)
    drawn = draw_explorer(plan, EmbeddedFiles({}))
    pool = EventPool(partial(open_plan, tmp_path), digest_events(plan, drawn), 1)
    built = dict(join_pool([("own.html", b"own")], pool, lambda _: ()))
    assert built.pop("own.html") == b"own"
    assert built == dict(write_event_files(plan, lambda *_: b"", drawn, NAMES))


def test_a_story_that_changes_meanwhile_is_not_published(tmp_path: Path) -> None:
    write_story(tmp_path, *(record(name) for name in NAMES))
    plan = open_plan(tmp_path)
    inputs = digest_events(plan, draw_explorer(plan, EmbeddedFiles({})))
    write_story(tmp_path, *(record(name, title="Another title") for name in NAMES))
    pool = EventPool(partial(open_plan, tmp_path), inputs, 1)
    with pytest.raises(ExportError, match="the story changed during publication"):
        list(join_pool([], pool, lambda _: ()))


def test_what_no_process_has_started_is_built_here_at_the_end(tmp_path: Path) -> None:
    names = [f"boat-{number}" for number in range(80)]
    write_story(tmp_path, *(record(name) for name in names))
    plan = open_plan(tmp_path)
    drawn = draw_explorer(plan, EmbeddedFiles({}))
    pool = EventPool(partial(open_plan, tmp_path), digest_events(plan, drawn), 1)
    here: list[str] = []

    def write(event: str) -> Iterator[File]:
        here.append(event)
        yield from write_event(plan, drawn, event)

    built = list(join_pool([], pool, write))
    assert here
    assert len(built) == 2 * len(names)
    assert dict(built) == dict(write_event_files(plan, lambda *_: b"", drawn, names))


def test_few_events_start_no_process(tmp_path: Path) -> None:
    assert open_large_pool(partial(open_plan, tmp_path), 1, dict.fromkeys(NAMES, "")) is None
    many = {str(number): "" for number in range(2_000)}
    assert open_large_pool(partial(open_plan, tmp_path), 0, many) is None
