"""What a client accepts, and which of it it prefers, by its headers (RFC 9110, 12.4.2)."""


def read_weights(header: str) -> dict[str, float]:
    """Return the weight of each name in a header such as Accept: from 0, which refuses it, to 1.

    A weight that cannot be read refuses too.

    Examples
    --------
    >>> read_weights("text/HTML;level=1, */*; q=0.5, image/png;q=much, image/gif;q=7")
    {'text/html': 1.0, '*/*': 0.5, 'image/png': 0.0, 'image/gif': 1.0}
    """
    weights = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        stated = dict(text.split("=", 1) for text in parameters if "=" in text)
        weights[name] = _read_weight(stated.get("q", "1"))
    return weights


def accepts_gzip(header: str) -> bool:
    """Return whether the header Accept-Encoding allows gzip (RFC 9110, 12.5.3).

    Examples
    --------
    >>> accepts_gzip("br, gzip"), accepts_gzip("*;q=0.5"), accepts_gzip("gzip;q=0, *")
    (True, True, False)
    """
    weights = read_weights(header)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _read_weight(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
