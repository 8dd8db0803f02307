"""What responses of the API are made of: JSON, links, problems, and a tag for what is unchanged."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from http import HTTPStatus

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from geo.errors import LinkError, Problem, quote_name
from geo.events.suggestion import find_nearest, format_suggestion
from geo.link.parameter import UNKNOWN_PARAMETER, list_some
from geo.link.parameters import FOREIGN
from geo.link.pasted import clean_query
from geo.story.current import Current
from web import limits
from web.api.addresses import list_alternates
from web.api.formats import HTML, MEDIA_TYPES, PAGE_FORMATS, choose_format
from web.api.html import render_document
from web.api.pieces import write_in_turn
from web.clients.client import find_client
from web.http.head_requests import respond_to_head

_HTML_TYPE = MEDIA_TYPES[HTML][0]
# The version of the API's contract, not of the package. To be raised when responses change though
# the data do not: tags and documents contain it.
API_VERSION = "1.3.0"
_MOST_NAMED = 12


class NotFoundError(Exception):
    """The resource does not exist; the message names it."""


def respond_document(
    request: Request,
    current: Current,
    content: Mapping[str, object],
    media_type: str = "application/json",
) -> Response:
    """Return a document as JSON or as a page to read, whichever is requested, with its tag.

    A document with links has one in its other format too.
    """
    format_ = choose_format(request)
    links = content.get("links")
    if isinstance(links, list):
        content = {**content, "links": [*links, *list_alternates(request, format_, PAGE_FORMATS)]}
    if format_ == HTML:
        body = render_document(request, current, content)
        return respond(request, current, body, _HTML_TYPE, format_=format_)
    return respond(request, current, to_json(content), media_type, format_=format_)


def respond(
    request: Request,
    current: Current,
    body: bytes,
    media_type: str,
    headers: Mapping[str, str] | None = None,
    format_: str = "",
) -> Response:
    """Return a response with its tag; 304 without content if the client has it already."""
    known = {**tag_response(request, current, format_), **(headers or {})}
    if is_unchanged(request, known["etag"]):
        return Response(status_code=304, headers=known)
    return Response(body, headers=known, media_type=media_type)


def respond_in_pieces(
    request: Request,
    current: Current,
    pieces: Iterator[bytes],
    media_type: str,
    headers: Mapping[str, str] | None = None,
    format_: str = "",
) -> Response:
    """Return a long response with its tag, written while it is sent."""
    known = {**tag_response(request, current, format_), **(headers or {})}
    if unwritten := respond_unwritten(request, known, media_type):
        return unwritten
    content = write_in_turn(find_client(request.scope), pieces)
    return StreamingResponse(content, headers=known, media_type=media_type)


def respond_unwritten(
    request: Request, headers: Mapping[str, str], media_type: str
) -> Response | None:
    """Return what needs no content: 304 if the client has it, the headers to HEAD; else None.

    Parameters
    ----------
    request : Request
    headers : mapping of str to str
        With those of `tag_response`.
    media_type : str
    """
    if is_unchanged(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    return respond_to_head(headers, media_type) if request.method == "HEAD" else None


def tag_response(request: Request, current: Current, format_: str = "") -> dict[str, str]:
    """Return the headers by which a client keeps a response, in the format that it requested."""
    tag = compute_tag(request, current, format_)
    return {"etag": tag, "cache-control": "no-cache"} | ({"vary": "accept"} if format_ else {})


def compute_tag(request: Request, current: Current, format_: str = "") -> str:
    """Return a tag that changes with the address, the data, the story, the borders or the API.

    It is weak: two responses with the same tag may differ in time stamp and compression.
    """
    parts = [
        API_VERSION,
        format_,
        str(request.url),
        current.record.version,
        current.story.model_dump_json(),
    ]
    # For old data the note names the newest.
    parts.append(current.note)
    parts += [f"{border.name} {border.version}" for border in current.record.borders]
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"'


def is_unchanged(request: Request, tag: str) -> bool:
    """Return whether the client already has the response of this tag (RFC 9110, 13.1.2)."""
    asked = request.headers.get("if-none-match", "")
    opaque = tag.removeprefix("W/")
    return asked.strip() == "*" or opaque in re.findall(r'"[^"]*"', asked)


def respond_problem(status: int, detail: str) -> Response:
    """Return an error that programs and people can read (RFC 9457)."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if len(detail) > limits.ERROR.most:
        detail = f"{detail[: limits.ERROR.most - 1]}…"
    return Response(
        to_json({**content, "detail": detail}), status, media_type="application/problem+json"
    )


def read_request_query(request: Request) -> dict[str, list[str]]:
    """Return the query with each parameter's values in their order, without what tracks readers."""
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value)
    return clean_query(query)


def refuse_others(query: Iterable[str], accepted: Collection[str] = ("f",)) -> None:
    """Refuse a query with a parameter that an address does not accept.

    Parameters
    ----------
    query : iterable of str
        The names of its parameters.
    accepted : collection of str
        The parameters that it accepts; most documents accept only their format.

    Raises
    ------
    LinkError
        With the names that were found, and all that are accepted.
    """
    others = sorted(set(query) - FOREIGN - {*accepted})
    if not others:
        return
    wanted = f"one of {', '.join(sorted(accepted))}" if len(accepted) > 1 else "".join(accepted)
    # An address may have thousands of them.
    near = {find_nearest(other, accepted) for other in others[:_MOST_NAMED]} - {None}
    meant = format_suggestion(map(repr, sorted(filter(None, near))))
    where = list_some(list(map(quote_name, others)))
    found = UNKNOWN_PARAMETER if len(others) == 1 else "unknown parameters"
    raise LinkError(Problem(where, found, f"{wanted or 'no parameter'}{meant}"))
