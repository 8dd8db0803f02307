"""What programs read of a published site: its map, robots.txt, its downloads."""

import xml.etree.ElementTree as ET

from geo.publishing.export import FORMATS
from geo.publishing.site import Plan
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
    assert days[f"{BASE}events/bridge/"] == "2023-06-01"


def test_a_plan_knows_how_many_pages_there_will_be(site: dict[str, bytes], plan: Plan) -> None:
    assert plan.pages == sum(path.endswith("index.html") for path in site)


def test_robots_may_read_everything_and_find_the_map(site: dict[str, bytes]) -> None:
    text = site["robots.txt"].decode()
    assert text == f"User-agent: *\nDisallow:\nSitemap: {BASE}sitemap.xml\n"


def test_every_kind_of_file_is_there_and_leads_back(site: dict[str, bytes], plan: Plan) -> None:
    files = {path for path in site if path.startswith("downloads/")} - {"downloads/index.html"}
    briefings = {path for path in files if path.endswith(".html")}
    assert len(files) == len(FORMATS) + len(briefings)
    page = site["downloads/index.html"].decode()
    for path in files:
        assert f'{path.removeprefix("downloads/")}" download' in page
    geojson = next(site[path] for path in files if path.endswith(".geojson")).decode()
    assert f"{BASE}?data={plan.view.record.version}" in geojson


def test_the_citation_invents_no_day_of_reading(site: dict[str, bytes]) -> None:
    page = site["downloads/index.html"].decode()
    assert "Read on" not in page
    assert "urldate" not in page
    assert "data " in page
