"""What a pasted link shows before it is opened: title, words and card in the page's first answer.

Streamlit's page is one static file for all addresses. These routes send the same file with the
tags of the linked view in its head, and draw the card that the tags name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from geo.drawing.picture.paper import CARD, PLATE, Picture
from geo.errors import GeoError
from geo.link.link import build_address
from geo.story.current import Current
from geo.story.view import View
from web.preview import Preview, preview_of
from web.settings import settings

_PAGES = Path(__file__).parents[1] / "pages"
_DEFAULT_PAGE = "map"
_CARD_ADDRESS, _PLATE_ADDRESS = "/api/card.png", "/api/plate.png"
_PICTURES = {
    _CARD_ADDRESS: Picture("png", CARD, density=1, indexed=True),
    _PLATE_ADDRESS: Picture("png", PLATE, density=3, indexed=True),
}
_CARD_SIZE = (1200, 630)
# The sheet of a briefing asks for one of each step.
_MOST_WAITING = 24
_PAGES_WITH_MAP = (_DEFAULT_PAGE, "briefing")
_FRESH = {"cache-control": "no-cache"}
# The address names the version of the data, and changes with it.
_FOR_AN_HOUR = {"cache-control": "public, max-age=3600"}

# What a browser or a proxy may say of where it found us; anything else is not repeated.
_HOST = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?")


@dataclass(frozen=True)
class Early:
    """What a page with a map names in its first answer, so that a browser fetches it at once.

    Attributes
    ----------
    script : str
        Address of the library that draws.
    link_header : str
        Of data and code (RFC 8288).
    """

    script: str
    link_header: str


def page_routes(
    open_current: Callable[[], Current], index: Path, early: Callable[[View], Early]
) -> list[BaseRoute]:
    """Return the routes of all pages and of their pictures; they stand before all others.

    Parameters
    ----------
    open_current : callable
        Returns the story and the record as they are now; may raise GeoError.
    index : Path
        Streamlit's page, the same for all addresses.
    early : callable
        Returns what the map of a view will need, for the pages that have one.
    """
    one_at_a_time = CapacityLimiter(1)

    @cache
    def read_index() -> str:
        return index.read_text("utf-8")

    def page(request: Request) -> Response:
        name = request.scope["path"].strip("/") or _DEFAULT_PAGE
        try:
            preview = preview_of(name, _query(request), open_current())
        except GeoError:
            # The page itself says what is wrong.
            return HTMLResponse(read_index(), headers=_FRESH)
        html = with_tags(read_index(), preview, origin_of(request), request.scope["path"])
        if name not in _PAGES_WITH_MAP:
            return HTMLResponse(html, headers=_FRESH)
        # What the map fetches and runs comes beside Streamlit's own code, not after it.
        wanted = early(preview.view)
        script = f'<script async src="{wanted.script}"></script></head>'
        html = html.replace("</head>", script, 1)
        return HTMLResponse(html, headers=_FRESH | {"link": wanted.link_header})

    async def picture(request: Request) -> Response:
        # Whoever asks for many pictures waits for them; other readers do not.
        if one_at_a_time.statistics().tasks_waiting >= _MOST_WAITING:
            return Response(status_code=503, headers={"retry-after": "5"})
        wanted = _PICTURES[request.scope["path"]]
        return await to_thread.run_sync(draw, _query(request), wanted, limiter=one_at_a_time)

    def draw(query: Mapping[str, list[str]], wanted: Picture) -> Response:
        # matplotlib takes a second to load: for the first picture, not for the start.
        from geo.drawing.picture.draw import draw_picture

        try:
            view = preview_of(_DEFAULT_PAGE, query, open_current()).view
            content = draw_picture(view, wanted)
        except GeoError:
            return Response(status_code=503)
        return Response(content, media_type=wanted.media_type, headers=_FOR_AN_HOUR)

    names = sorted(path.stem for path in _PAGES.glob("*.py"))
    pages = [Route(address, page) for address in ("/", *(f"/{name}" for name in names))]
    return [*pages, *(Route(address, picture) for address in _PICTURES)]


def with_tags(html: str, preview: Preview, origin: str, path: str) -> str:
    """Return a page with what a preview says in its head.

    Parameters
    ----------
    html : str
        With a title, in whose place the tags are put.
    preview : Preview
        Its words are text: escaped, whatever characters they hold.
    origin : str
        Scheme and host for addresses that must be whole; "" where none can be trusted.
    path : str
        Of the page.
    """
    shown, data = preview.view.link, preview.view.record.version
    card = build_address(replace(shown, known=None, data=data), _CARD_ADDRESS, origin)
    width, height = _CARD_SIZE
    named = {
        "description": preview.description,
        "twitter:card": "summary_large_image",
        "twitter:title": preview.title,
        "twitter:description": preview.description,
        "twitter:image": card,
    }
    properties = {
        "og:type": "website",
        "og:site_name": preview.view.story.title,
        "og:title": preview.title,
        "og:description": preview.description,
        "og:url": build_address(preview.link, path, origin),
        "og:image": card,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": f"Map: {preview.title}",
    }
    tags = [
        f"<title>{escape(preview.title)}</title>",
        *(f'<meta name="{name}" content="{escape(text)}" />' for name, text in named.items()),
        *(
            f'<meta property="{name}" content="{escape(text)}" />'
            for name, text in properties.items()
        ),
    ]
    before, _, rest = html.partition("<title>")
    return before + "\n    ".join(tags) + rest.partition("</title>")[2]


def origin_of(request: Request) -> str:
    """Return scheme and host under which the app was asked for; "" where they are not plain.

    PUBLIC_ADDRESS, where it is set, says it better than any request.
    """
    if stated := settings().public_address:
        return stated.rstrip("/")
    host = request.headers.get("host", "")
    scheme = request.headers.get("x-forwarded-proto", request.scope["scheme"])
    return f"{scheme}://{host}" if scheme in ("http", "https") and _HOST.fullmatch(host) else ""


def _query(request: Request) -> dict[str, list[str]]:
    # Not request.url, which is put together with whatever the client says its host is.
    return parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
