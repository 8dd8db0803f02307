"""What programs download of a published site."""

from geo.publishing.export import FORMATS
from geo.publishing.site import Plan
from tests.publishing.site.sites import BASE


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
