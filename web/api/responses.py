"""What responses of the API are made of: JSON, links, problems, and a tag for what is unchanged."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from geo.errors import LinkError
from geo.link.pasted import clean_query
from geo.story.current import Current
from web import limits
from web.api.as_given import drop_as_given
from web.api.pieces import write_in_turn
from web.clients import find_client
from web.settings import settings

# The version of the API's contract, not of the package. To be raised when responses change though
# the data do not: tags and documents carry it.
API_VERSION = "1.2.0"

ApiLink = dict[str, str]


class NotFoundError(Exception):
    """There is no such resource; the message names it."""


def find_base_address(request: Request) -> str:
    """Return the address at which readers find the app, with a slash at its end.

    PUBLIC_ADDRESS comes first: behind a proxy that ends TLS, a request names http.
    """
    return settings().public_address or str(request.base_url)


def make_link(href: str, rel: str, title: str, media_type: str = "application/json") -> ApiLink:
    """Return a link as OGC API writes them (RFC 8288)."""
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def respond(
    request: Request,
    current: Current,
    content: Mapping[str, object] | bytes,
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a response with its tag; 304 without content if the client has it already."""
    tag = compute_tag(request, current)
    known = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if is_unchanged(request, tag):
        return Response(status_code=304, headers=known)
    body = content if isinstance(content, bytes) else to_json(content)
    return Response(body, headers=known, media_type=media_type)


def respond_in_pieces(
    request: Request,
    current: Current,
    pieces: Iterator[bytes],
    media_type: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a long response with its tag, written while it is sent."""
    tag = compute_tag(request, current)
    known = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if is_unchanged(request, tag):
        return Response(status_code=304, headers=known)
    if request.method == "HEAD":
        response = Response(headers=known, media_type=media_type)
        # The length of nothing is not that of the response.
        del response.headers["content-length"]
        return response
    content = write_in_turn(find_client(request.scope), pieces)
    return StreamingResponse(content, headers=known, media_type=media_type)


def compute_tag(request: Request, current: Current) -> str:
    """Return a tag that changes with the address, the data, the story, the borders or the API.

    It is weak: two responses with the same tag may differ in time stamp and compression.
    """
    parts = [API_VERSION, str(request.url), current.record.version, current.story.model_dump_json()]
    # Of old data it names the newest.
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


def read_query(request: Request) -> dict[str, list[str]]:
    """Return the query with each parameter's values in their order, without what tracks readers."""
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value)
    return clean_query(query)


def refuse_query(request: Request, but: str | None = None) -> None:
    """Raise LinkError if a query has parameters that a resource does not take: all, or all but one.

    Parameters
    ----------
    request : Request
    but : str, optional
        The one parameter that it takes.
    """
    wanted = f"{but} alone" if but else "no parameters"
    if names := sorted(set(drop_as_given(read_query(request), ("f",))) - {but}):
        raise LinkError("; ".join(f"{name}: found here, wanted {wanted}" for name in names))
