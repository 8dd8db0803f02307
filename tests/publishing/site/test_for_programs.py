"""What programs read of a published site: its feed, its map, robots.txt, its downloads."""

import xml.etree.ElementTree as ET
from pathlib import Path

from geo.cli.main import main
from geo.publishing.export import FORMATS
from geo.publishing.site import Plan
from geo.publishing.site.feed import write_feed
from geo.publishing.site.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, plan_example
from tests.story_folders import write_story

ATOM = "{http://www.w3.org/2005/Atom}"


def _text(node: ET.Element, name: str) -> str:
    found = node.findtext(f"{ATOM}{name}")
    assert found is not None, name
    return found


def test_the_feed_has_what_atom_wants(site: dict[str, bytes]) -> None:
    feed = ET.fromstring(site["feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The desk"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}feed.xml", "alternate": BASE}
    ids = [_text(feed, "id")]
    for entry in feed.findall(f"{ATOM}entry"):
        ids.append(_text(entry, "id"))
        assert _text(entry, "updated") <= _text(feed, "updated")
        assert _text(entry, "title")
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert len(ids) == len(set(ids))


def test_the_feed_has_corrections_and_no_fact_that_is_contested(site: dict[str, bytes]) -> None:
    (entry,) = ET.fromstring(site["feed.xml"]).findall(f"{ATOM}entry")
    assert _text(entry, "title") == "Correction: Disputed: Fire in the port"
    assert _text(entry, "summary") == "The place was changed. The quay was <named> wrongly"
    assert _text(entry, "updated") == "2023-06-02T00:00:00Z"


def test_names_in_the_feed_stay_when_the_site_moves(site: dict[str, bytes], tmp_path: Path) -> None:
    moved = write_feed(plan_example(tmp_path))
    names = [
        [node.text for node in ET.fromstring(one).iter(f"{ATOM}id")]
        for one in (site["feed.xml"], moved)
    ]
    assert names[0] == names[1]


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


def test_the_feed_tells_new_changed_and_reworded_events_apart(tmp_path: Path) -> None:
    for day, changes in (
        ("2023-06-01", {"summary": "A blast was reported."}),
        ("2023-06-05", {"summary": "The same, said in other words."}),
        ("2023-06-09", {"summary": "The same, said again.", "verification": "disputed"}),
    ):
        events = [record("port", **changes)]
        if day == "2023-06-09":
            events.append(record("quay"))
        write_story(tmp_path / "story", *events, as_of=day)
        assert main(["version", "--story", str(tmp_path / "story")]) == 0
    plan = plan_site(open_current(StoryFiles(tmp_path / "story")))
    feed = ET.fromstring(write_feed(plan))
    said = [
        (_text(entry, "title").partition(":")[0], _text(entry, "summary"))
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert sorted(said) == [
        ("Changed", "Changed: what happened, verification."),
        ("New", "New in the record."),
        ("Reworded", "Only the wording has changed, in: what happened."),
    ]
