"""Paths of a site to which links lead for ever."""

from geo.publishing.site import paths
from geo.publishing.site.plan.plan import Plan

# As they were first published; what is added comes after them.
PUBLISHED = [
    "index.html",
    "events/index.html",
    "claims/index.html",
    "analysis/index.html",
    "method/index.html",
    "corrections/index.html",
    "downloads/index.html",
    "downloads/index.json",
    "briefing/index.html",
    "404.html",
    "feed.xml",
    "sitemap.xml",
    "robots.txt",
    "site.css",
    "offline.js",
    "map.png",
]


def test_what_was_ever_linked_to_is_there(site: dict[str, bytes], plan: Plan) -> None:
    # One event without a place is enough for the map of all to stand for it.
    wanted = [path for path in PUBLISHED if path != paths.WHOLE_MAP or plan.needs_whole_map]
    assert [path for path in wanted if path not in site] == []


def test_each_path_of_the_table_is_one_that_was_published() -> None:
    named = {value for name, value in vars(paths).items() if name.isupper()} - {paths.RECORD_PAGES}
    assert named == {*PUBLISHED, "explorer", "manifest-sha256.txt"}
