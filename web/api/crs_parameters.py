"""What programs may ask any OGC API for and has only one answer here: the CRS."""

from collections.abc import Mapping, Sequence

from geo.errors import LinkError, quote

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
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
CRS_PARAMETERS = ("crs", "bbox-crs", "filter-crs")


def drop_format_and_crs(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return a query without its format, `f`, and without what names the CRS.

    Raises
    ------
    LinkError
        If it names another CRS than `CRS84`.

    Examples
    --------
    >>> drop_format_and_crs({"f": ["json"], "bbox-crs": ["OGC:CRS84"], "limit": ["5"]})
    {'limit': ['5']}
    """
    for name in CRS_PARAMETERS:
        for text in query.get(name, ()):
            if text not in CRS84_NAMES:
                raise LinkError(f"{name}: found {quote(text)}, wanted {CRS84}")
    dropped = (*CRS_PARAMETERS, "f")
    return {name: list(texts) for name, texts in query.items() if name not in dropped}
