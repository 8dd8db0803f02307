"""What a page's first answer names for the browser to fetch."""

import re
from pathlib import Path

import pytest

from geo.link.link import Link
from geo.story.current import Current, StoryFiles
from geo.story.view import build_view
from ui import first_view
from ui.first_view import fetch_early, warm_up
from web.assets import find_asset
from web.current import CurrentRecord

DATA = Path(__file__).parents[1] / "data"
NAMED = re.compile(r"<(?P<address>api/assets/[0-9a-f]{16}/(?P<name>[\w.-]+))>; (?P<rest>[^,]+)")


@pytest.fixture(scope="module")
def current() -> Current:
    return CurrentRecord(StoryFiles(DATA)).open()


@pytest.fixture(autouse=True)
def _nothing_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_view, "_drawn", {})


def named(current: Current, link: Link) -> list[tuple[str, str, str]]:
    header = fetch_early(build_view(current, link)).link_header
    parts = [NAMED.fullmatch(part) for part in header.split(", ")]
    return [match.group("address", "name", "rest") for match in parts if match]


def test_code_is_named_before_anything_is_drawn(
    current: Current, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr("ui.first_view.threading.Thread.start", lambda thread: begun.append(thread))
    names = [name for _, name, _ in named(current, Link())]
    assert names == ["deck.js", "time_map.js", "time_map.css"]
    assert len(begun) == 1


def test_data_are_named_once_they_are_drawn(current: Current) -> None:
    warm_up(current)
    parts = named(current, Link())
    addresses = [address for address, _, _ in parts]
    assert len(set(addresses)) == len(addresses)
    assert all(find_asset(address.split("/")[2]) for address in addresses)
    names = [name for _, name, _ in parts]
    assert names.count("events.json") == names.count("facets.json") == 1
    # One for light and one for dark, of which a browser takes its own.
    assert [names.count(one) for one in ("layers.json", "map_style.json", "marks.png")] == [2, 2, 2]
    assert sum("prefers-color-scheme: dark" in rest for _, _, rest in parts) == 3
    assert "basemap.geojson" in names


def test_a_link_from_near_names_the_finer_shapes(current: Current) -> None:
    warm_up(current)
    view = build_view(current, Link())
    layers = first_view._drawn[first_view._name(view)]["light"].address
    asset = find_asset(layers.split("/")[2])
    assert asset is not None
    finest = re.search(rb'"data":\s*"([^"]+)"[^}]*"id":\s*"base-home-6.5"', asset.content)
    assert finest is not None
    near = named(current, Link(camera=first_view.look_at([(37.6, 55.7)])))
    far = named(current, Link())
    assert finest[1].decode() in [address for address, _, _ in near]
    assert finest[1].decode() not in [address for address, _, _ in far]
