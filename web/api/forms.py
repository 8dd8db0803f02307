"""The form of an answer that a client asks for: JSON, a page to read, or CSV."""

from collections.abc import Sequence

from starlette.requests import Request

from geo.errors import LinkError

# The first is what a client gets that has no preference; GeoJSON is the JSON of events.
JSON, HTML, CSV = "json", "html", "csv"
FORM_NAMES = {"json": JSON, "geojson": JSON, "html": HTML, "csv": CSV}
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
PAGE_FORMS = (JSON, HTML)
ITEM_FORMS = (JSON, HTML, CSV)


def choose_form(request: Request, forms: Sequence[str] = PAGE_FORMS) -> str:
    """Return the form that a request asks for: by `f`, or else by its header Accept (RFC 9110).

    Raises
    ------
    LinkError
        If `f` names a form that the resource does not have.
    """
    for text in reversed(request.query_params.getlist("f")):
        if FORM_NAMES.get(text) not in forms:
            names = [name for name, form in FORM_NAMES.items() if form in forms]
            wanted = f"{', '.join(names[:-1])} or {names[-1]}"
            raise LinkError(f"f: found {text[:80]!r}, wanted {wanted}")
        return FORM_NAMES[text]
    return choose_accepted(request.headers.get("accept", ""), forms)


def choose_accepted(accept: str, forms: Sequence[str] = PAGE_FORMS) -> str:
    """Return the form that a header Accept prefers; the first, where it prefers none.

    Examples
    --------
    >>> choose_accepted("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    'html'
    >>> choose_accepted("*/*"), choose_accepted("application/geo+json, text/html;q=0.5")
    ('json', 'json')
    """
    weights = {}
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        stated = [text.removeprefix("q=") for text in parameters if text.startswith("q=")]
        weights[media] = _read_weight(stated[-1]) if stated else 1.0

    def weigh(form: str) -> float:
        return max(
            weights.get(media, weights.get(f"{media.split('/')[0]}/*", weights.get("*/*", 0.0)))
            for media in MEDIA_TYPES[form]
        )

    return max(forms, key=weigh)


def _read_weight(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
