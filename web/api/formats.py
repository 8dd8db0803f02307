"""The format of an answer that a client asks for: JSON, a page to read, or CSV."""

from collections.abc import Sequence

from starlette.requests import Request

from geo.errors import LinkError, quote
from web.http.accepted import read_weights

# The first is what a client gets that has no preference; GeoJSON is the JSON of events.
JSON, HTML, CSV = "json", "html", "csv"
FORMAT_NAMES = {"json": JSON, "geojson": JSON, "html": HTML, "csv": CSV}
MEDIA_TYPES = {
    JSON: (
        "application/json",
        "application/geo+json",
        "application/schema+json",
        "application/vnd.oai.openapi+json",
    ),
    HTML: ("text/html",),
    CSV: ("text/csv",),
}
PAGE_FORMATS = (JSON, HTML)
ITEM_FORMATS = (JSON, HTML, CSV)


def choose_format(request: Request, formats: Sequence[str] = PAGE_FORMATS) -> str:
    """Return the format that a request asks for: by `f`, or else by its header Accept (RFC 9110).

    Raises
    ------
    LinkError
        If `f` names a format that the resource does not have.
    """
    for text in reversed(request.query_params.getlist("f")):
        if FORMAT_NAMES.get(text) not in formats:
            names = [name for name, format_ in FORMAT_NAMES.items() if format_ in formats]
            wanted = f"{', '.join(names[:-1])} or {names[-1]}"
            raise LinkError(f"f: found {quote(text)}, wanted {wanted}")
        return FORMAT_NAMES[text]
    return choose_accepted(request.headers.get("accept", ""), formats)


def choose_accepted(accept: str, formats: Sequence[str] = PAGE_FORMATS) -> str:
    """Return the format that a header Accept prefers; the first, where it prefers none.

    Examples
    --------
    >>> choose_accepted("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    'html'
    >>> choose_accepted("*/*"), choose_accepted("application/geo+json, text/html;q=0.5")
    ('json', 'json')
    """
    weights = read_weights(accept)

    def weigh(format_: str) -> float:
        return max(
            weights.get(media, weights.get(f"{media.split('/')[0]}/*", weights.get("*/*", 0.0)))
            for media in MEDIA_TYPES[format_]
        )

    return max(formats, key=weigh)
