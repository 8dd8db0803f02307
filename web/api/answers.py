"""What an answer of the API is made of: JSON, links, problems, and a tag for what is unchanged."""

import hashlib
import re
from collections.abc import Mapping
from http import HTTPStatus

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from geo.errors import LinkError
from geo.story.current import Current
from web.settings import settings

# The version of the API's contract, not of the package. Raise it when answers change though the
# data do not: tags and documents carry it.
API_VERSION = "1.0.0"

Link = dict[str, str]


class NotFoundError(Exception):
    """There is no such resource; the message names it."""


def base_address(request: Request) -> str:
    """Return where readers find the app, with a slash at its end.

    PUBLIC_ADDRESS says it better than a request, which behind a proxy that ends TLS names http.
    """
    return settings().public_address or str(request.base_url)


def link(href: str, rel: str, title: str, media_type: str = "application/json") -> Link:
    """Return a link as OGC API writes them (RFC 8288)."""
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def answer(
    request: Request,
    current: Current,
    content: Mapping[str, object] | bytes,
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return an answer with its tag; 304 without content where the client has it already."""
    tag = tag_of(request, current)
    known = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if is_known(request, tag):
        return Response(status_code=304, headers=known)
    body = content if isinstance(content, bytes) else to_json(content)
    return Response(body, headers=known, media_type=media_type)


def tag_of(request: Request, current: Current) -> str:
    """Return a tag that changes with the address, the data, the story, the borders or the API.

    It is weak: two answers of one tag differ in their time stamp, and in how they are packed.
    """
    parts = [API_VERSION, str(request.url), current.record.version, current.story.model_dump_json()]
    parts += [f"{border.name} {border.version}" for border in current.record.borders]
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether the client says that it has what the tag stands for (RFC 9110, 13.1.2)."""
    asked = request.headers.get("if-none-match", "")
    opaque = tag.removeprefix("W/")
    return asked.strip() == "*" or opaque in re.findall(r'"[^"]*"', asked)


def problem(status: int, detail: str) -> Response:
    """Return an error that programs and people can read (RFC 9457)."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return Response(
        to_json({**content, "detail": detail}), status, media_type="application/problem+json"
    )


def query_of(request: Request) -> dict[str, list[str]]:
    """Return the query with each parameter's values in their order."""
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value)
    return query


def refuse_query(request: Request) -> None:
    """Raise LinkError if there is a query where none is understood."""
    if names := sorted(query_of(request)):
        raise LinkError("; ".join(f"{name}: found here, wanted no parameter" for name in names))
