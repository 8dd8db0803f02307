"""What the server does in the background."""

import gc
import weakref
from pathlib import Path

import anyio

from geo.story.current import StoryFiles
from web.housekeeping import collect_garbage, prepare_first_view
from web.story.current import CurrentRecord


class Ring:
    """An object that only a collection can free."""

    def __init__(self) -> None:
        self.itself = self


def test_memory_of_readers_who_left_is_freed_while_the_server_runs() -> None:
    gc.disable()
    left = weakref.ref(Ring())
    assert left() is not None

    async def run() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(collect_garbage, 0.001)
            with anyio.fail_after(30):
                while left() is not None:
                    await anyio.sleep(0.001)
            tasks.cancel_scope.cancel()

    try:
        anyio.run(run)
    finally:
        gc.enable()
    assert left() is None


def test_a_broken_story_does_not_keep_the_server_from_starting(tmp_path: Path) -> None:
    tried = []

    def draw() -> None:
        tried.append(True)
        CurrentRecord(StoryFiles(tmp_path)).open()

    anyio.run(prepare_first_view, draw)
    assert tried


def test_no_error_of_the_first_drawing_keeps_the_server_from_starting() -> None:
    tried = []

    def draw() -> None:
        tried.append(True)
        raise ZeroDivisionError

    anyio.run(prepare_first_view, draw)
    assert tried
