"""The map of a site names every page once, and robots find it."""

import xml.etree.ElementTree as ET

from tests.publishing.site.sites import BASE


def test_the_map_of_the_site_names_every_page_once(site: dict[str, bytes]) -> None:
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = ET.fromstring(site["sitemap.xml"]).findall(f"{namespace}url")
    named = [url.findtext(f"{namespace}loc") for url in urls]
    pages = [path for path in site if path.endswith("index.html")]
    assert sorted(filter(None, named)) == sorted(
        BASE + path[: -len("index.html")] for path in pages
    )
    days = {url.findtext(f"{namespace}loc"): url.findtext(f"{namespace}lastmod") for url in urls}
    assert days[f"{BASE}events/port/"] == "2023-06-02"
    # No version says when it came or changed, nor does the day of the data.
    assert days[f"{BASE}events/bridge/"] is None
    assert days[f"{BASE}events/"] == days[BASE] == "2023-06-02"


def test_robots_may_read_everything_and_find_the_map(site: dict[str, bytes]) -> None:
    text = site["robots.txt"].decode()
    assert text == f"User-agent: *\nDisallow:\nSitemap: {BASE}sitemap.xml\n"
