"""Who is next: clients take turns, however much one of them asks for."""

from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import Protocol

from web.limits import BUSY


class BusyError(Exception):
    """Too much work is waiting; the client must come back later."""

    def __init__(self) -> None:
        super().__init__(BUSY)


class Signal(Protocol):
    """What a client waits for: an Event of threads or of tasks."""

    def set(self) -> object:
        """Let the one who waits go on."""

    def is_set(self) -> bool:
        """Return whether it may go on."""


class FairQueue:
    """Admits so many at once; who waits is admitted by turns of the clients.

    Parameters
    ----------
    at_once : int
    """

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: OrderedDict[str, deque[Signal]] = OrderedDict()
        self._lock = Lock()

    def enter(self, client: str, signal: Signal) -> None:
        """Set the signal when it is the client's turn, at once if there is room."""
        with self._lock:
            if self._free and not self._waiting:
                self._free -= 1
                signal.set()
            else:
                self._waiting.setdefault(client, deque()).append(signal)

    def leave(self, client: str, signal: Signal) -> None:
        """Give up a turn, or the place of who no longer waits for one."""
        with self._lock:
            if signal.is_set():
                self._pass_on()
                return
            queue = self._waiting[client]
            queue.remove(signal)
            if not queue:
                del self._waiting[client]

    def _pass_on(self) -> None:
        if not self._waiting:
            self._free += 1
            return
        client, queue = self._waiting.popitem(last=False)
        queue.popleft().set()
        if queue:
            self._waiting[client] = queue

    @contextmanager
    def wait(self, client: str, patience_s: float) -> Iterator[None]:
        """Hold a turn in a thread.

        Raises
        ------
        BusyError
            If it does not come in time.
        """
        signal = Event()
        self.enter(client, signal)
        try:
            if not signal.wait(patience_s):
                raise BusyError
            yield
        finally:
            self.leave(client, signal)
