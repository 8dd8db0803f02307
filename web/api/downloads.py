"""The events of a view as a file, by address: sent while it is written, with its progress."""

import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import asdict, dataclass
from threading import Lock
from typing import Literal

from anyio import CancelScope, to_thread
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from geo.errors import ExportError, LinkError, quote
from geo.publishing.export import FORMATS, name_file, stream_view
from geo.story.current import Current
from geo.story.view import build_view_from_query, list_known_words
from geo.summaries import count_presence
from web.api.addresses import find_base_address
from web.api.items_query import ITEM_PARAMETERS
from web.api.link_parameters import list_link_parameters, split_lists
from web.api.pieces import write_in_turn
from web.api.responses import (
    NotFoundError,
    read_request_query,
    refuse_others,
    respond_unwritten,
    tag_response,
)
from web.clients.client import find_client

TICKET = r"[A-Za-z0-9-]{8,64}"
_TICKET_WANTED = "8 to 64 letters, digits and hyphens of your choice"
_MOST_TICKETS = 1_000


@dataclass
class DownloadProgress:
    """How many events of a file are written, and whether it was sent."""

    total: int
    written: int = 0
    state: Literal["unknown", "writing", "sent", "broken off"] = "writing"

    def advance(self, number: int) -> None:
        """Count events that were written."""
        self.written += number


class _ProgressByTicket:
    """The progress of files by ticket; the oldest tickets are dropped."""

    def __init__(self) -> None:
        self._progress: OrderedDict[str, DownloadProgress] = OrderedDict()
        self._lock = Lock()

    def add(self, ticket: str, progress: DownloadProgress) -> None:
        with self._lock:
            self._progress[ticket] = progress
            while len(self._progress) > _MOST_TICKETS:
                self._progress.popitem(last=False)

    def find(self, ticket: str) -> DownloadProgress | None:
        with self._lock:
            return self._progress.get(ticket)


_tickets = _ProgressByTicket()


def send_export(request: Request, current: Current) -> Response:
    """Send the events that the link's query keeps, as a file of a kind."""
    kind = request.path_params["kind"]
    if kind not in FORMATS:
        raise NotFoundError(f"export: found {quote(kind)}, wanted one of {', '.join(FORMATS)}")
    query = read_request_query(request)
    tickets = query.pop("ticket", [])
    if any(re.fullmatch(TICKET, ticket) is None for ticket in tickets) or len(tickets) > 1:
        raise LinkError(f"ticket: found {quote(', '.join(tickets))}, wanted {_TICKET_WANTED}")
    if asked := sorted(set(query) & {*ITEM_PARAMETERS}):
        wanted = "those of a link; /api/collections/events/items takes it, also as CSV with f=csv"
        raise LinkError(
            "; ".join(f"{name}: found a parameter of items, wanted {wanted}" for name in asked)
        )
    query = split_lists(query, list_known_words(current.record))
    refuse_others(query, ["ticket", *list_link_parameters()])
    view = build_view_from_query(current, query)
    headers = tag_response(request, current)
    headers["content-disposition"] = f'attachment; filename="{name_file(view, kind)}"'
    if FORMATS[kind].skip_compression:
        headers["content-encoding"] = "identity"
    if unwritten := respond_unwritten(request, headers, FORMATS[kind].media_type):
        return unwritten
    progress = DownloadProgress(count_presence(view.presence).shown)
    try:
        pieces = stream_view(view, kind, find_base_address(request), progress.advance)
    except ExportError as error:
        raise LinkError(str(error)) from error
    for ticket in tickets:
        _tickets.add(ticket, progress)
    client = find_client(request.scope)
    return _FileResponse(client, pieces, progress, headers, FORMATS[kind].media_type)


def send_progress(request: Request, _: Current) -> Response:
    """Send the progress of the file that was requested with a ticket.

    It is unknown before the file is asked for, and in another process: no error, which a page that
    asks too early would have in its log.
    """
    refuse_others(read_request_query(request), ())
    found = _tickets.find(request.path_params["ticket"]) or DownloadProgress(0, state="unknown")
    return Response(
        to_json(asdict(found)),
        headers={"cache-control": "no-store"},
        media_type="application/json",
    )


class _FileResponse(StreamingResponse):
    """A file that is sent while it is written.

    If writing fails, the response ends without its last chunk, so that no client accepts it as
    complete.
    """

    def __init__(
        self,
        client: str,
        pieces: Iterator[bytes],
        progress: DownloadProgress,
        headers: dict[str, str],
        media_type: str,
    ) -> None:
        super().__init__(self._write(client), headers=headers, media_type=media_type)
        self.pieces, self.progress = pieces, progress

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            if self.progress.state == "writing":
                self.progress.state = "broken off"
            # A client that disconnects leaves no temporary file behind.
            if isinstance(self.pieces, Generator):
                with CancelScope(shield=True):
                    await to_thread.run_sync(self.pieces.close)

    async def _write(self, client: str) -> AsyncIterator[bytes]:
        async for piece in write_in_turn(client, self.pieces):
            yield piece
        self.progress.state = "sent"
