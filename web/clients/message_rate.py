"""How often a reader may send: one that sends all the time slows down itself, not the others."""

import logging

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import limits
from web.clients.client import find_client
from web.clients.token_bucket import TokenBucket

_log = logging.getLogger(__name__)
_POLICY_VIOLATION = 1008


class LimitedMessages:
    """Reads messages of a websocket no faster than allowed, and lets others read in between.

    What has not been read stays with the client: its connection is full, and it has to wait. No
    message is lost, except where a client goes on sending too fast, and is disconnected.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._of_clients: dict[str, TokenBucket] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on, with its messages at the rate that is allowed."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        of_client = self._find_bucket(find_client(scope))
        of_reader, waits = TokenBucket(limits.MESSAGES), 0

        async def receive_limited() -> Message:
            nonlocal waits
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            now = anyio.current_time()
            wait_s = of_reader.take(now)
            waits = waits + 1 if wait_s else 0
            if waits > limits.MESSAGES_LATE.most:
                _log.warning("closed a websocket that sent too many messages")
                reason = "too many messages"
                await send({"type": "websocket.close", "code": _POLICY_VIOLATION, "reason": reason})
                return {"type": "websocket.disconnect", "code": _POLICY_VIOLATION}
            # Without anything to wait for, too: what has arrived would be read in one go.
            await anyio.sleep(max(wait_s, of_client.take(now)))
            return message

        await self.app(scope, receive_limited, send)

    def _find_bucket(self, client: str) -> TokenBucket:
        """Return what all websockets of a client take from, also one that has just come back."""
        now = anyio.current_time()
        for other in [name for name, bucket in self._of_clients.items() if bucket.is_full(now)]:
            del self._of_clients[other]
        return self._of_clients.setdefault(client, TokenBucket(limits.MESSAGES_OF_ONE))
