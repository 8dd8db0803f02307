"""What a page's first answer names for the browser to fetch."""

import re
import threading
from pathlib import Path

import pytest

from geo.link.camera import fit_camera
from geo.link.link import Link
from geo.story.current import Current, StoryFiles, open_current
from geo.story.view import build_view
from tests.event_texts import record
from tests.shipped_record import open_shipped
from tests.story_folders import write_story
from ui.first_view import fetch_early, warm_up
from web.assets import find_asset

NAMED = re.compile(r"<(api/assets/[0-9a-f]{16}/([\w.-]+))>; ([^,]+)")
CODE = ["deck.js", "time_map.js", "time_map.css"]


@pytest.fixture(scope="module")
def current() -> Current:
    return open_shipped().current


def named(current: Current, link: Link) -> list[tuple[str, str, str]]:
    """Return address, file name and the rest of every resource that the answer names."""
    header = fetch_early(build_view(current, link)).link_header
    parts = [NAMED.fullmatch(part) for part in header.split(", ")]
    return [(match[1], match[2], match[3]) for match in parts if match]


def content(address: str) -> bytes:
    asset = find_asset(address.split("/")[2])
    assert asset is not None
    return asset.content


def test_code_is_named_at_once_and_data_when_they_are_drawn(tmp_path: Path) -> None:
    fresh = open_current(StoryFiles(write_story(tmp_path, record("drawn-by-no-other-test"))))
    before = set(threading.enumerate())
    assert [name for _, name, _ in named(fresh, Link())] == CODE
    [drawing] = set(threading.enumerate()) - before
    drawing.join()
    assert "events.json" in [name for _, name, _ in named(fresh, Link())]


def test_data_are_named_once_they_are_drawn(current: Current) -> None:
    warm_up(current)
    parts = named(current, Link())
    addresses = [address for address, _, _ in parts]
    assert len(set(addresses)) == len(addresses)
    assert all(content(address) for address in addresses)
    names = [name for _, name, _ in parts]
    assert names.count("events.json") == names.count("facets.json") == 1
    # One for light and one for dark, of which a browser takes its own; marks have no colour.
    assert [names.count(one) for one in ("layers.json", "map_style.json", "marks.png")] == [2, 2, 1]
    assert sum("prefers-color-scheme: dark" in rest for _, _, rest in parts) == 2
    assert "basemap.geojson" in names


def test_a_link_from_near_names_the_finer_shapes(current: Current) -> None:
    warm_up(current)
    far = named(current, Link())
    near = named(current, Link(camera=fit_camera([(37.6, 55.7)])))
    layers = next(content(address) for address, name, _ in far if name == "layers.json")
    finest = re.search(rb'"data":\s*"([^"]+)"[^}]*"id":\s*"base-home-6.5"', layers)
    assert finest is not None
    assert finest[1].decode() in [address for address, _, _ in near]
    assert finest[1].decode() not in [address for address, _, _ in far]
