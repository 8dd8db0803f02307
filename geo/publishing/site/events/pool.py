"""The files of events built by other processes, while the rest of a site is built in this one."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from geo.drawing.drawn_record import DrawnRecord
from geo.errors import ExportError
from geo.events.reading.garbage import collect_seldom
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.site.cache.inputs import digest_events
from geo.publishing.site.events.files import write_event
from geo.publishing.site.explorer.files import draw_explorer
from geo.publishing.site.folder.file import File
from geo.publishing.site.plan.plan import Plan

EventBatch = Sequence[tuple[str, str]]
"""Events that are built at once, each with the hash of its inputs."""
OpenPlan = Callable[[], Plan]
"""Opens the plan of a site in another process, which is given it by name and arguments."""

# A process takes three seconds to start, and 4 ms for an event.
FEWEST = 1_000
_EVENTS_AT_ONCE = 20
# What is built waits in memory until it is written: some 30 MB.
_WAITING = 64


@dataclass(frozen=True)
class _Opened:
    plan: Plan
    drawn: DrawnRecord
    inputs: dict[str, str]


# In a process of the pool: what it builds from.
_opened: list[_Opened] = []


class EventPool:
    """Processes that build the files of events.

    They start from nothing and open the story themselves: a copy of this process could not use the
    threads of the libraries that it has loaded.

    Parameters
    ----------
    open_plan : callable
    inputs : mapping of str to str
        Those of `digest_events`, for the events to build: the processes must read the same.
    workers : int
    """

    def __init__(self, open_plan: OpenPlan, inputs: dict[str, str], workers: int) -> None:
        events = list(inputs.items())
        self._parts = (
            events[first : first + _EVENTS_AT_ONCE]
            for first in range(0, len(events), _EVENTS_AT_ONCE)
        )
        spawn = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(workers, spawn, _open, (open_plan,))
        self._workers = workers
        self._futures: dict[Future[list[File]], EventBatch] = {}
        self._submit(_WAITING)

    def receive(self) -> Iterator[File]:
        """Yield what is built by now."""
        for future in [future for future in self._futures if future.done()]:
            yield from self._take(future)

    def finish(self, write: Callable[[str], Iterable[File]]) -> Iterator[File]:
        """Yield the rest, of which this process builds a part too.

        Parameters
        ----------
        write : callable
            Yields the files of an event.
        """
        while part := self._take_back():
            for event, _ in part:
                yield from write(event)
            yield from self.receive()
        while self._futures:
            yield from self._take(next(as_completed(self._futures)))

    def close(self) -> None:
        """Stop the processes."""
        self._pool.shutdown(cancel_futures=True)

    def _take_back(self) -> EventBatch | None:
        """Return events that no process builds yet; None if all are being built."""
        part: EventBatch | None = next(self._parts, None)
        if part is None:
            # The first ones are almost started.
            waiting = list(self._futures)[self._workers + 1 :]
            future = next((one for one in reversed(waiting) if one.cancel()), None)
            part = self._futures.pop(future) if future else None
        return part

    def _take(self, future: Future[list[File]]) -> list[File]:
        del self._futures[future]
        self._submit(1)
        try:
            return future.result()
        except BrokenProcessPool as error:
            raise ExportError(
                "found that a page-building process stopped, wanted it to finish; each needs as "
                "much memory as this one: free some and try again"
            ) from error

    def _submit(self, count: int) -> None:
        for part in islice(self._parts, count):
            self._futures[self._pool.submit(_build, part)] = part


OpenPool = Callable[[dict[str, str]], EventPool | None]
"""Starts a pool for the events of some inputs; None where so few are built sooner without."""


def open_large_pool(open_plan: OpenPlan, workers: int, inputs: dict[str, str]) -> EventPool | None:
    """Return a pool for many events; None for few, or for no process."""
    return EventPool(open_plan, inputs, workers) if workers and len(inputs) >= FEWEST else None


def join_pool(
    files: Iterable[File], pool: EventPool, write: Callable[[str], Iterable[File]]
) -> Iterator[File]:
    """Yield files that are built here and those of a pool, which is closed after it.

    Parameters
    ----------
    files : iterable of File
    pool : EventPool
    write : callable
        Yields the files of an event, for those that the pool has not begun when all others are
        done.
    """
    try:
        for file in files:
            yield file
            yield from pool.receive()
        yield from pool.finish(write)
    finally:
        pool.close()


def _open(open_plan: OpenPlan) -> None:
    collect_seldom()
    plan = open_plan()
    drawn = draw_explorer(plan, EmbeddedFiles({}))
    _opened[:] = [_Opened(plan, drawn, digest_events(plan, drawn))]


def _build(events: EventBatch) -> list[File]:
    (opened,) = _opened
    files: list[File] = []
    for event, inputs in events:
        if opened.inputs.get(event) != inputs:
            raise ExportError(
                "found that the story changed during publication, wanted it unchanged; "
                "publish it again"
            )
        files += write_event(opened.plan, opened.drawn, event)
    return files
