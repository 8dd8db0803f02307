"""A reader that sends all the time slows down itself alone, and loses no message."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send

from web.clients.message_rate import LimitedMessages
from web.limits import BURST_S, MESSAGES, MESSAGES_LATE, MESSAGES_OF_ONE

AT_ONCE = BURST_S * MESSAGES.most
Clock = Callable[[], float]
Pause = Callable[[int], Awaitable[None]]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that goes on only where somebody waits, and then at once."""
    now = 1_000.0

    async def sleep(delay: float) -> None:
        nonlocal now
        now += delay
        await asyncio.sleep(0)

    monkeypatch.setattr(anyio, "sleep", sleep)
    monkeypatch.setattr(anyio, "current_time", lambda: now)
    return lambda: now


@dataclass
class Server:
    """Notes which messages reach the app, and what is sent to whom.

    Attributes
    ----------
    handled : list of (client, text)
    sent : list of message
    """

    handled: list[tuple[str, str]] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._limited = LimitedMessages(self._handle)

    async def _handle(self, scope: Scope, receive: Receive, _: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            self.handled.append((scope["client"][0], message["text"]))
        assert message["type"] == "websocket.disconnect"

    async def connect(
        self,
        client: str,
        texts: Iterable[str],
        pause: Callable[[int], Awaitable[None]] | None = None,
    ) -> None:
        """Send texts that have all arrived, then leave; pause before each by its number."""
        arrived = enumerate(texts)

        async def receive() -> Message:
            for number, text in arrived:
                if pause:
                    await pause(number)
                return {"type": "websocket.receive", "text": text}
            return {"type": "websocket.disconnect", "code": 1005}

        async def send(message: Message) -> None:
            self.sent.append(message)

        await self._limited({"type": "websocket", "client": (client, 50_000)}, receive, send)


def _number(most: int) -> list[str]:
    return [str(number) for number in range(most)]


def test_others_are_read_while_a_flood_waits() -> None:
    server = Server()

    async def flood_and_read() -> None:
        flood = server.connect("192.0.2.1", _number(AT_ONCE))
        await asyncio.gather(flood, server.connect("192.0.2.2", ["a", "b"]))

    asyncio.run(flood_and_read())
    assert len(server.handled) == AT_ONCE + 2
    # In turn, though none of the flood has to wait.
    assert server.handled.index(("192.0.2.2", "b")) < 10


def test_all_messages_arrive_in_order_at_the_rate(clock: Clock) -> None:
    server, start = Server(), clock()
    texts = _number(AT_ONCE + MESSAGES_LATE.most)
    asyncio.run(server.connect("192.0.2.1", texts))
    assert [text for _, text in server.handled] == texts
    assert server.sent == []
    # The first wait is as long as all the others: each stays as much behind as it is.
    assert clock() - start == pytest.approx(MESSAGES_LATE.most / MESSAGES.most)


def test_a_client_that_goes_on_is_disconnected() -> None:
    server = Server()
    asyncio.run(server.connect("192.0.2.1", _number(10**6)))
    assert len(server.handled) == AT_ONCE + MESSAGES_LATE.most
    [closed] = server.sent
    assert (closed["type"], closed["code"]) == ("websocket.close", 1008)


def test_who_pauses_is_not_disconnected() -> None:
    server, often = Server(), _number(20 * AT_ONCE)

    async def pause(number: int) -> None:
        if number % (2 * AT_ONCE) == 0:
            await anyio.sleep(2 * BURST_S)

    asyncio.run(server.connect("192.0.2.1", often, pause))
    assert len(server.handled) == len(often)
    assert server.sent == []


def test_a_key_that_is_held_never_waits(clock: Clock) -> None:
    async def repeat(_: int) -> None:
        await anyio.sleep(1 / 30)

    server, start = Server(), clock()
    asyncio.run(server.connect("192.0.2.1", _number(3_000), repeat))
    assert len(server.handled) == 3_000
    assert clock() - start == pytest.approx(3_000 / 30)


def test_all_websockets_of_an_address_share_a_rate(clock: Clock) -> None:
    server, start = Server(), clock()

    async def come_again_and_again() -> None:
        for _ in range(40):
            await server.connect("192.0.2.1", _number(AT_ONCE))

    asyncio.run(come_again_and_again())
    all_s = 40 * AT_ONCE / MESSAGES_OF_ONE.most
    assert clock() - start == pytest.approx(all_s - BURST_S)
    waited = clock()
    asyncio.run(server.connect("192.0.2.2", _number(AT_ONCE)))
    assert clock() == waited
