"""Addresses that answers of the API name, at the app as readers know it."""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.requests import Request

from web.api.formats import FORMAT_NAMES, HTML, MEDIA_TYPES
from web.settings import settings

COLLECTION = "events"
ApiLink = dict[str, str]

_TITLES = {"json": "This page as JSON", "html": "This page to read", "csv": "This page as CSV"}


def find_base_address(request: Request) -> str:
    """Return the address at which readers find the app, with a slash at its end.

    PUBLIC_ADDRESS comes first: behind a proxy that ends TLS, a request names http.
    """
    return settings().public_address or str(request.base_url)


def make_link(href: str, rel: str, title: str, media_type: str = "application/json") -> ApiLink:
    """Return a link as OGC API writes them (RFC 8288)."""
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def find_collection_address(request: Request) -> str:
    """Return the address of the collection of events."""
    return f"{find_base_address(request)}api/collections/{COLLECTION}"


def find_path(request: Request) -> str:
    """Return the path of a request from `api` on, without what a proxy puts before it."""
    path = request.scope["path"]
    return quote(path[path.index("/api") + 1 :], safe="/:@!$&'()*+,;=~")


def find_own_address(request: Request, **changed: object) -> str:
    """Return the address of a request, with some parameters changed."""
    query = request.url.replace(scheme="", netloc="", path="", fragment="")
    if changed:
        query = query.include_query_params(**changed)
    return f"{find_base_address(request)}{find_path(request)}{query}"


def list_alternates(
    request: Request, format_: str, formats: Sequence[str], json_type: str = "application/json"
) -> list[ApiLink]:
    """Return links to an answer in its other formats."""
    return [
        make_link(
            find_own_address(request, f=name),
            "alternate",
            _TITLES[name],
            json_type if name == "json" else MEDIA_TYPES[name][0],
        )
        for name in formats
        if name != format_ and name in FORMAT_NAMES
    ]


def link_to_page(address: str, rel: str, title: str) -> ApiLink:
    """Return a link to an answer as a page to read."""
    return make_link(f"{address}?f={HTML}", rel, title, MEDIA_TYPES[HTML][0])
