"""What programs ask of any OGC API, the format and the CRS, and of which there is one here."""

from collections.abc import Mapping, Sequence

from geo.errors import LinkError

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
FORMATS = ("json", "geojson")
# One CRS in the ways that clients name it (OGC 18-058r1, OGC 21-056).
CRS84_NAMES = (
    CRS84,
    CRS84.replace("http:", "https:"),
    "http://www.opengis.net/def/crs/OGC/0/CRS84",
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "[OGC:CRS84]",
    "OGC:CRS84",
)
_CHOICES = {"f": FORMATS, **dict.fromkeys(("crs", "bbox-crs", "filter-crs"), CRS84_NAMES)}


def drop_as_given(
    query: Mapping[str, Sequence[str]], names: Sequence[str] = tuple(_CHOICES)
) -> dict[str, list[str]]:
    """Return a query without what asks for the format and the CRS that there is anyway.

    Parameters
    ----------
    query : mapping of str to sequence of str
    names : sequence of str
        Which of f, crs, bbox-crs and filter-crs are dropped.

    Raises
    ------
    LinkError
        If one of them asks for another format or CRS.

    Examples
    --------
    >>> drop_as_given({"f": ["json"], "bbox-crs": ["OGC:CRS84"], "limit": ["5"]})
    {'limit': ['5']}
    """
    for name in names:
        for text in query.get(name, ()):
            if text not in _CHOICES[name]:
                wanted = CRS84 if _CHOICES[name] is CRS84_NAMES else " or ".join(FORMATS)
                raise LinkError(f"{name}: found {text[:80]!r}, wanted {wanted}")
    return {name: list(texts) for name, texts in query.items() if name not in names}
