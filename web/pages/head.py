"""What the server adds to a page's head: tags that show a pasted link (Open Graph), a script."""

from dataclasses import replace

from markupsafe import escape
from starlette.requests import Request

from geo.link.link import build_address
from web.clients.origins import is_host
from web.pages.preview import Preview
from web.settings import settings

CARD_ADDRESS = "/api/card.png"
_CARD_SIZE = (1200, 630)


def insert_tags(html: str, preview: Preview, origin: str, path: str) -> str:
    """Return a page with the title, words and card of a preview in its head.

    Parameters
    ----------
    html : str
        With a title, which the tags replace.
    preview : Preview
        Its words are text: always escaped.
    origin : str
        Scheme and host for addresses that must be absolute; "" if none can be trusted.
    path : str
        Of the page.
    """
    shown, data = preview.view.link, preview.view.record.version
    card = build_address(replace(shown, data=data), CARD_ADDRESS, origin)
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


def insert_script(html: str, address: str) -> str:
    """Return a page that fetches one more script, beside its own.

    Examples
    --------
    >>> insert_script("<head><title>Map</title></head>", "map.js")
    '<head><title>Map</title><script async src="map.js"></script></head>'
    """
    return html.replace("</head>", f'<script async src="{escape(address)}"></script></head>', 1)


def find_origin(request: Request) -> str:
    """Return scheme and host of a request to the app; "" if they are not well-formed.

    PUBLIC_ADDRESS comes first if it is set.
    """
    if stated := settings().public_address:
        return stated.rstrip("/")
    host = request.headers.get("host", "")
    scheme = request.headers.get("x-forwarded-proto", request.scope["scheme"])
    return f"{scheme}://{host}" if scheme in ("http", "https") and is_host(host) else ""
