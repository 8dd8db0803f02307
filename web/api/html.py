"""Answers of the API as pages to read: every value is text, and nothing is loaded."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment
from starlette.requests import Request

from geo.publishing.inline import embed_style
from geo.publishing.templates import load_templates
from geo.story.current import Current
from geo.story.parts.basis import format_footnote
from web.api.addresses import ApiLink, find_base_address, find_path

_PAGES = Path(__file__).with_name("pages")
# Where the path has the id of an event: api/collections/events/items/ID.
_OF_ID = 4
_NAMES = {
    "api": "API",
    "conformance": "What it conforms to",
    "openapi.json": "All parameters",
    "collections": "Collections",
    "events": "Events",
    "schema": "What properties mean",
    "queryables": "By what events are chosen",
    "items": "Found events",
}


def render_answer(
    template: str,
    request: Request,
    current: Current,
    links: Sequence[ApiLink] = (),
    **values: object,
) -> bytes:
    """Return a page of the API in HTML.

    Parameters
    ----------
    template : str
        Of web/api/pages, without its ending.
    request : Request
        Its path leads from the app to this page.
    current : Current
    links : sequence of dict
        Where to continue; this page itself is left out.
    **values
        What the template shows; each is escaped.
    """
    crumbs = list(_list_crumbs(request))
    page = _environment().get_template(f"{template}.html")
    text = page.render(
        {
            "title": crumbs[-1][0],
            "story": current.story.title,
            "note": format_footnote(current.story.basis),
            "style": embed_style((_PAGES / "style.css").read_text("utf-8")),
            "crumbs": crumbs,
            "links": [link for link in links if link["rel"] != "self"],
            **values,
        }
    )
    return text.encode()


def render_document(request: Request, current: Current, content: Mapping[str, object]) -> bytes:
    """Return any answer as a page: its links, and its members as they are nested."""
    links = content.get("links", ())
    assert isinstance(links, Sequence)
    shown = {name: part for name, part in content.items() if name != "links"}
    return render_answer("document", request, current, links, content=shown)


def _environment() -> Environment:
    return load_templates(_PAGES)


def _list_crumbs(request: Request) -> Iterator[tuple[str, str]]:
    """Yield name and address of each page from the app to this one."""
    base = find_base_address(request)
    yield "Map", base
    parts = find_path(request).rstrip("/").split("/", 4)
    for number, part in enumerate(parts):
        # An id may be called as a page is.
        name = unquote(part) if number == _OF_ID else _NAMES.get(part, part)
        yield name, base + "/".join(parts[: number + 1])
