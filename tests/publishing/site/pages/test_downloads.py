"""What programs download of a published site."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

from geo.publishing.export import FORMATS
from geo.publishing.site.pages.downloads import list_downloads, write_downloads_page
from geo.publishing.site.plan.plan import Plan
from tests.publishing.site.sites import BASE, Page, plan_example


def test_every_kind_of_file_is_there_and_leads_back(site: dict[str, bytes], plan: Plan) -> None:
    files = {path for path in site if path.startswith("downloads/")}
    files -= {"downloads/index.html", "downloads/index.json"}
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


def test_a_list_at_an_address_that_stays_names_the_files_as_they_are(
    site: dict[str, bytes], plan: Plan
) -> None:
    listed = json.loads(site["downloads/index.json"])
    assert (listed["version"], listed["as_of"]) == (plan.view.record.version, "2023-06-01")
    for one in listed["files"]:
        content = site[f"downloads/{one['path']}"]
        assert (one["bytes"], one["sha256"]) == (len(content), sha256(content).hexdigest())
    linked = {has["href"] for has in Page(site["downloads/index.html"]).find("a", download="")}
    assert {one["path"] for one in listed["files"]} == {one for one in linked if "/" not in one}
    assert {"csv", "geojson"} <= {one["kind"] for one in listed["files"]}


def test_a_site_without_an_address_gives_no_part_of_a_link(tmp_path: Path) -> None:
    plan = plan_example(tmp_path / "story")
    downloads = list_downloads(plan)
    contents = {one.kind: one.content for one in downloads}
    assert "link" not in json.loads(contents["geojson"])
    for kind in ("csv", "claims"):
        rows = csv.DictReader(io.StringIO(contents[kind].decode("utf-8-sig"), newline=""))
        assert {row["record_link"] for row in rows} == {""}
    page = write_downloads_page(plan, downloads).decode()
    assert "@misc{" in page
    assert "url = " not in page
    assert "?data=" not in page
