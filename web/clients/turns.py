"""Long work: few pieces at once, each client in turn, and none for clients that have left."""

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio
from anyio import CancelScope, CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web import limits
from web.clients.client import find_client
from web.clients.fair_queue import BusyError, FairQueue

T = TypeVar("T")


class Turns:
    """A queue in which the clients take turns, however much one of them asks for.

    Parameters
    ----------
    at_once, in_all, of_one : Limit
        How many pieces of work are done at a time, and how many requests are admitted, in all
        and of one client.
    """

    def __init__(self, at_once: limits.Limit, in_all: limits.Limit, of_one: limits.Limit) -> None:
        self._queue = FairQueue(at_once.most)
        self._in_all, self._of_one = in_all.most, of_one.most
        self._admitted: Counter[str] = Counter()

    def admit(self, client: str) -> None:
        """Count a request until `leave` is called for it.

        Raises
        ------
        BusyError
            If there are too many.
        """
        if self._admitted.total() >= self._in_all or self._admitted[client] >= self._of_one:
            raise BusyError
        self._admitted[client] += 1

    def leave(self, client: str) -> None:
        """Forget a request that was admitted."""
        self._admitted[client] -= 1
        if not self._admitted[client]:
            del self._admitted[client]

    async def run(self, client: str, work: Callable[[], T]) -> T:
        """Return what some work in a thread does when it is the client's turn."""
        turn = anyio.Event()
        self._queue.enter(client, turn)
        try:
            await turn.wait()
            # Not the limiter of all threads: pages must not wait for this work.
            return await to_thread.run_sync(work, limiter=CapacityLimiter(1))
        finally:
            # Also if the client has left: its turn or place goes to the next client.
            self._queue.leave(client, turn)


class AdmittedResponse:
    """A response that counts as admitted until it has been sent, or its client has left."""

    def __init__(self, response: ASGIApp, leave: Callable[[], None]) -> None:
        self.response, self.leave = response, leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response."""
        try:
            await self.response(scope, receive, send)
        finally:
            self.leave()


async def answer_in_turn(
    request: Request, turns: Turns, work: Callable[[], Response], busy: Callable[[], Response]
) -> ASGIApp:
    """Return the response that some work makes when it is the client's turn.

    Parameters
    ----------
    request : Request
        Its client's leaving ends the waiting.
    turns : Turns
    work : callable
        Called in a thread.
    busy : callable
        Returns what a client gets who must come back later.
    """
    client = find_client(request.scope)
    try:
        turns.admit(client)
    except BusyError:
        return busy()
    response: Response | None = None
    try:
        response = await _while_present(request, lambda: turns.run(client, work))
    finally:
        if response is None:
            turns.leave(client)
    # A client that has left receives nothing.
    return (
        Response() if response is None else AdmittedResponse(response, lambda: turns.leave(client))
    )


def respond_busy() -> Response:
    """Return the sentence for a client that must come back later."""
    return ask_to_retry(PlainTextResponse(limits.BUSY, status_code=503))


def ask_to_retry(response: Response, after_s: int = limits.RETRY_AFTER_S) -> Response:
    """Return a refusal with the seconds after which a client may come back; no cache keeps it."""
    response.headers.update({"retry-after": str(after_s), "cache-control": "no-store"})
    return response


async def _while_present(request: Request, work: Callable[[], Awaitable[T]]) -> T | None:
    """Return the result of some work; None if the client has left before."""
    result: T | None = None
    async with anyio.create_task_group() as tasks:

        async def cancel_when_gone(scope: CancelScope) -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            scope.cancel()

        tasks.start_soon(cancel_when_gone, tasks.cancel_scope)
        result = await work()
        tasks.cancel_scope.cancel()
    return result
