"""How many readers there may be: each has a websocket, and what it costs is limited by number."""

from collections import Counter
from collections.abc import Collection

import anyio
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web import limits
from web.clients.client import find_client
from web.clients.fair_queue import FairQueue
from web.clients.turns import ask_to_retry, respond_busy

_FULL_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Please try again</title>'
    '<meta name="viewport" content="width=device-width">'
    "<p>Too many people are reading at this moment. Please try again in a minute.</p></html>"
)


class LimitedSessions:
    """Counts the websockets of readers; a reader too many gets a plain page instead.

    Parameters
    ----------
    app : ASGI application
    pages : collection of str
        The paths of the pages that open a websocket.
    in_all : int
    of_one : int
        Of one client.
    """

    def __init__(
        self,
        app: ASGIApp,
        pages: Collection[str] = (),
        in_all: int = limits.SESSIONS.most,
        of_one: int = limits.SESSIONS_OF_ONE.most,
    ) -> None:
        self.app = app
        self.pages = frozenset(pages)
        self.in_all, self.of_one = in_all, of_one
        self._open: Counter[str] = Counter()
        self._opening, self._next = FairQueue(1), 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say that there are too many readers."""
        kind, client = scope["type"], find_client(scope)
        if kind == "websocket" and self._is_full(client):
            await _refuse(scope, receive, send)
        elif kind == "websocket":
            self._open[client] += 1
            try:
                await self._wait(client)
                await self.app(scope, receive, send)
            finally:
                self._open[client] -= 1
                if not self._open[client]:
                    del self._open[client]
        elif kind == "http" and scope["path"] in self.pages and self._is_full(client):
            page = HTMLResponse(_FULL_PAGE, status_code=503)
            await ask_to_retry(page, limits.FULL_RETRY_AFTER_S)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _wait(self, client: str) -> None:
        """Wait until another session may be opened: to open one takes time of all readers."""
        turn = anyio.Event()
        self._opening.enter(client, turn)
        try:
            await turn.wait()
            now = anyio.current_time()
            await anyio.sleep(max(0.0, self._next - now))
            self._next = max(now, self._next) + 1 / limits.OPENED.most
        finally:
            self._opening.leave(client, turn)

    def _is_full(self, client: str) -> bool:
        return self._open.total() >= self.in_all or self._open[client] >= self.of_one


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1013})
        return
    # The server expects that the handshake has been read.
    await receive()
    await respond_busy()(scope, receive, send)
