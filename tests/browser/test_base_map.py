"""The base map in a browser: what its shapes become, and in which order it is drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.test_time_map import FIND_MAP, opened, wait_until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 2], [3, 4]]}
LINES = {"type": "MultiLineString", "coordinates": [[[5, 6], [7, 8]], [[9, 9]], []]}
HOLED = {
    "type": "MultiPolygon",
    "coordinates": [[[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]],
}


def segments(page: Page, *geometries: object) -> list[list[float]]:
    features = [{"type": "Feature", "geometry": geometry} for geometry in geometries]
    return page.evaluate(
        """features => {
          const {length, attributes} = our.segmentsOf({features});
          const at = (end, i) => [...attributes[end].value.slice(2 * i, 2 * i + 2)];
          const ends = i => [...at('getSourcePosition', i), ...at('getTargetPosition', i)];
          return Array.from({length}, (_, i) => ends(i));
        }""",
        features,
    )


def test_lines_become_segments_and_areas_alone_their_rings(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    assert segments(page) == []
    assert segments(page, None) == []
    assert segments(page, LINE, LINES) == [[0, 0, 1, 2], [1, 2, 3, 4], [5, 6, 7, 8]]
    assert segments(page, HOLED, LINE) == [[0, 0, 1, 2], [1, 2, 3, 4]]
    rings = [[0, 0, 9, 0], [9, 0, 9, 9], [9, 9, 0, 0], [1, 1, 2, 1], [2, 1, 2, 2], [2, 2, 1, 1]]
    assert segments(page, HOLED) == rings


def test_all_of_the_base_is_drawn_in_the_end_and_in_its_order(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    wait_until(page, "map.view.base.isWhole")
    drawn = page.evaluate("map.view.base.deck.props.layers.map(layer => layer.id)")
    wanted = page.evaluate("map.layers.map(({layer}) => layer.id)")
    assert drawn == [name for name in wanted if name.startswith("base-")]
    assert any(name.startswith("base-names") for name in drawn)


def test_new_events_over_the_same_land_leave_the_base_as_it_is(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    wait_until(page, "map.view.base.isWhole")
    page.evaluate(
        """() => {
          globalThis.before = map.view.base.deck.props.layers;
          globalThis.told = 0;
          const {deck} = map.view.base;
          const setProps = deck.setProps;
          deck.setProps = function (props) { told += 1; setProps.call(this, props); };
          const base = map.layers.map(({layer}) => layer).filter(({id}) => id.startsWith('base-'));
          map.view.setLayers([...base, ...map.view.top.props.layers]);
        }"""
    )
    page.wait_for_timeout(500)
    assert page.evaluate("told") == 0
    assert page.evaluate("before.every((l, at) => l === map.view.base.deck.props.layers[at])")


def test_what_cannot_be_fetched_takes_nothing_else_with_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="no such resource")

    page.route("**/names.json", refuse)
    page.goto(address)
    page.locator(".canvas.top canvas").wait_for()
    page.evaluate(FIND_MAP)
    wait_until(page, "map.view?.base.isWhole")
    drawn = page.evaluate("map.view.base.deck.props.layers.map(layer => layer.id)")
    assert "base-home-0" in drawn
    assert not any(name.startswith("base-names") for name in drawn)
    assert any("names.json" in text for text in said)
    page.close()
