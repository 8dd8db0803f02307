"""The routes of the pages, and of the pictures of a link: what a pasted link shows unopened.

Streamlit's page is one static file for all addresses. These routes send the same file with the
tags of the linked view in its head, and draw the card that the tags name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from geo.drawing.picture.paper import CARD, PLATE, Picture
from geo.errors import GeoError
from geo.link.link import find_asked_version
from geo.story.current import Current
from geo.story.view import View
from web import limits
from web.clients.turns import Turns, answer_in_turn, respond_busy
from web.http.head_requests import respond_to_head
from web.pages.first_words import PLATE_ADDRESS, insert_first_words, is_drawn_soon, name_still
from web.pages.head import CARD_ADDRESS, find_origin, insert_script, insert_tags
from web.pages.preview import Preview, build_preview
from web.story.old_versions import find_version

_PAGES = Path(__file__).parents[2] / "pages"
_DEFAULT_PAGE = "map"
PAGE_PATHS = ("/", *sorted(f"/{path.stem}" for path in _PAGES.glob("*.py")))
_PICTURES = {
    CARD_ADDRESS: Picture("png", CARD, density=1, indexed=True),
    PLATE_ADDRESS: Picture("png", PLATE, density=3, indexed=True),
}
_PAGES_WITH_MAP = (_DEFAULT_PAGE, "briefing")
_FRESH = {"cache-control": "no-cache"}
# The address names the version of the data, and changes with it.
_FOR_AN_HOUR = {"cache-control": "public, max-age=3600"}


@dataclass(frozen=True)
class EarlyResources:
    """What a page with a map names in its first response, so that a browser fetches it at once.

    Attributes
    ----------
    script : str
        Address of the library that draws.
    link_header : str
        Of data and code (RFC 8288).
    """

    script: str
    link_header: str


def build_page_routes(
    open_served: Callable[[], Current], index: Path, early: Callable[[View], EarlyResources]
) -> list[BaseRoute]:
    """Return the routes of all pages and of their pictures; they go before all others.

    Parameters
    ----------
    open_served : callable
        Returns the story and the record as they are now; may raise GeoError.
    index : Path
        Streamlit's page, the same for all addresses.
    early : callable
        Returns what the map of a view will load, for the pages that have one.
    """
    pages = _Pages(open_served, index.read_text("utf-8"), early)
    default = f"/{_DEFAULT_PAGE}"
    return [
        *(Route(path, _lead_to_map if path == default else pages.send_page) for path in PAGE_PATHS),
        *(Route(address, pages.send_picture) for address in _PICTURES),
    ]


class _Pages:
    """The pages and pictures of the story that is served; `index` is the text of all pages."""

    def __init__(
        self,
        open_served: Callable[[], Current],
        index: str,
        early: Callable[[View], EarlyResources],
    ) -> None:
        self._open_served, self._index, self._early = open_served, index, early
        self._turns = Turns(limits.PICTURES, limits.PICTURES_WAITING, limits.PICTURES_OF_ONE)

    def send_page(self, request: Request) -> Response:
        page = request.scope["path"].strip("/") or _DEFAULT_PAGE
        query = _read_query(request)
        try:
            preview = self._preview(page, query)
        except GeoError:
            # The page itself reports the problem.
            return HTMLResponse(self._index, headers=_FRESH)
        html = insert_tags(self._index, preview, find_origin(request), request.scope["path"])
        if page not in _PAGES_WITH_MAP:
            return HTMLResponse(html, headers=_FRESH)
        has_still = page == _DEFAULT_PAGE and not query and is_drawn_soon(preview)
        # The map's data and code load together with Streamlit's own code, not after it.
        early = self._early(preview.view)
        html = insert_script(insert_first_words(html, preview, has_still), early.script)
        # Before all code: with it, the picture would come as late as the map.
        still = name_still(preview.view.record.version) if has_still else ""
        return HTMLResponse(html, headers=_FRESH | {"link": still + early.link_header})

    async def send_picture(self, request: Request) -> ASGIApp:
        wanted = _PICTURES[request.scope["path"]]
        if request.method == "HEAD":
            return respond_to_head(_FOR_AN_HOUR, wanted.media_type)
        work = partial(self._draw, _read_query(request), wanted)
        return await answer_in_turn(request, self._turns, work, respond_busy)

    def _draw(self, query: Mapping[str, list[str]], wanted: Picture) -> Response:
        # matplotlib takes a second to load: at the first picture, not at the start.
        from geo.drawing.picture.draw import draw_picture

        try:
            content = draw_picture(self._preview(_DEFAULT_PAGE, query).view, wanted)
        except GeoError:
            return Response(status_code=503)
        return Response(content, media_type=wanted.media_type, headers=_FOR_AN_HOUR)

    def _preview(self, page: str, query: Mapping[str, list[str]]) -> Preview:
        # A briefing is written for the newest data; its links say what has changed since.
        asked = None if page == "briefing" else find_asked_version(query)
        return build_preview(page, query, find_version(self._open_served(), asked))


def _lead_to_map(request: Request) -> Response:
    # Streamlit has its first page at the root alone. Relative, since a proxy may add a path.
    query = request.scope["query_string"].decode("latin-1")
    return RedirectResponse(f"./?{query}" if query else "./")


def _read_query(request: Request) -> dict[str, list[str]]:
    # Not request.url, which contains any host that the client claims.
    return parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
