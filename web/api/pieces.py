"""Long responses of the API, written a piece at a time: a client that requests much waits."""

from collections.abc import AsyncIterator, Iterator
from functools import partial

from web import limits
from web.clients.turns import Turns

# All expensive work. Python runs one thread at a time: more of them would only make readers of
# pages wait.
PIECE_TURNS = Turns(limits.FILES, limits.FILES_OPEN, limits.FILES_OF_ONE)


async def write_in_turn(client: str, pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Yield the pieces of a response, each written in a thread when it is the client's turn."""
    write = partial(next, pieces, None)
    while (piece := await PIECE_TURNS.run(client, write)) is not None:
        if piece:
            yield piece
