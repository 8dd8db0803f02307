"""What search engines look for at the root of a site: the map of its pages, what they may read."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from geo.publishing.site.paths import SITEMAP
from geo.publishing.site.plan.plan import Plan

_START = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
)
# More than this a map of a site may not name.
_MOST = 50_000


def write_sitemap(plan: Plan, pages: Mapping[str, str]) -> bytes:
    """Return the map of a site whose address is known.

    Parameters
    ----------
    plan : Plan
        With a `base_url`.
    pages : mapping of str to str
        The paths of its pages, each with the day of its last change, ISO, or "".
    """
    lines = [_START]
    for path, day in list(pages.items())[:_MOST]:
        changed = f"\n    <lastmod>{escape(day)}</lastmod>" if day else ""
        address = escape(plan.whole_address(path))
        lines.append(f"  <url>\n    <loc>{address}</loc>{changed}\n  </url>")
    return "\n".join([*lines, "</urlset>\n"]).encode()


def write_robots(plan: Plan) -> bytes:
    """Return robots.txt: everything may be read; the map is named where its address is known."""
    lines = ["User-agent: *", "Disallow:"]
    if plan.base_url:
        lines.append(f"Sitemap: {plan.whole_address(SITEMAP)}")
    return "".join(f"{line}\n" for line in lines).encode()
