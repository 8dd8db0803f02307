"""The base map in a browser: whole, in its order, left alone by filters, and without a file."""

from typing import cast

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.map_page import (
    Paints,
    Visit,
    describe,
    read_layer_names,
    wait_for_base,
    wait_for_frames,
    wait_for_map,
    wait_for_run,
    wait_for_zoom,
)
from tests.browser.opening import new_context
from tests.browser.stories import ServedStory
from tests.browser.waiting import wait_until, wait_until_still

pytestmark = pytest.mark.browser


def test_all_of_the_base_is_drawn_in_the_end_and_in_its_order(visit: Visit) -> None:
    page = visit("/")
    wait_for_base(page)
    drawn = describe(page)["base"]["layers"]
    named = read_layer_names(page)
    assert drawn == [name for name in named if name.startswith("base-")]
    assert any(name.startswith("base-names") for name in drawn)


def test_new_events_over_the_same_land_leave_the_base_as_it_is(
    visit: Visit, story: ServedStory
) -> None:
    page = visit("/")
    # A reader who has moved the map keeps it there.
    zoom = describe(page)["camera"][2]
    page.get_by_role("button", name="Zoom in").click()
    wait_for_zoom(page, round(2 * zoom) / 2 + 1)
    wait_for_run(page)
    wait_for_base(page)
    wait_until(page, lambda: not describe(page)["base"]["isShifted"], "the base is painted")
    # Its tiles come one by one.
    wait_until_still(page, lambda: describe(page)["paints"]["base"])
    before = describe(page)["paints"]
    page.get_by_role("checkbox", name=story.groups[story.first_group]).check()
    expect(page.locator("p.count b")).to_contain_text(f"{story.count(story.first_group)} of")
    wait_for_frames(page)
    after = describe(page)["paints"]

    assert after["events"] > before["events"]
    assert after["base"] == before["base"]


def jump(visit: Visit, longitude: float, latitude: float) -> Paints:
    """Show a place, wait until all of it is painted, and return how often each canvas was."""
    page = visit(f"/?view={longitude:.3f},{latitude:.3f},6.20")
    wait_until(page, lambda: abs(describe(page)["camera"][0] - longitude) < 1e-3, "it is there")
    wait_for_base(page)
    wait_until(page, lambda: not describe(page)["base"]["isShifted"], "the base is painted")
    # Its tiles come one by one.
    return wait_until_still(page, lambda: describe(page)["paints"])


def test_a_jump_to_known_land_paints_each_canvas_once(visit: Visit, story: ServedStory) -> None:
    place = story.events.geometry.iloc[0].representative_point()
    here, aside = (place.x, place.y), (place.x - 0.7, place.y)
    for known in (here, aside):
        jump(visit, *known)
    before, after = jump(visit, *here), jump(visit, *aside)

    assert after == {canvas: cast(int, count) + 1 for canvas, count in before.items()}


def test_what_cannot_be_fetched_takes_nothing_else_with_it(browser: Browser, address: str) -> None:
    context = new_context(browser)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="no such resource")

    page.route("**/names.json", refuse)
    page.goto(address)
    wait_for_map(page)
    wait_for_base(page)
    drawn = describe(page)["base"]["layers"]
    assert "base-home-0" in drawn
    assert not any(name.startswith("base-names") for name in drawn)
    assert any("names.json" in text for text in said)
    context.close()
