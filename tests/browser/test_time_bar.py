"""The time bar in a real browser: dragged, moved by keys, played, under a finger."""

import json
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness_page import StartMap, report_by_key, wait_for_report
from tests.browser.map_page import (
    Colour,
    count_messages,
    count_pixels,
    describe,
    drag,
    find_handle,
    open_map,
    sent,
    wait_for_base,
    window_of,
)
from tests.browser.opening import OpenPage
from tests.browser.waiting import wait_until

BLUE: Colour = (0, 107, 164)  # Group "two", the most frequent.
DAY_MS = 86_400_000
JUNE = [1_685_577_600_000, 1_688_169_600_000]
ALL_DATES = "24 February 2022 – 23 August 2023"

pytestmark = pytest.mark.browser

MAY = (1682899200000, 1685577600000)


def shown_count(page: Page) -> int:
    """Return how many events the time bar counts in its window."""
    return int(page.locator(".time-bar .count").inner_text().split()[0])


def record_windows(page: Page) -> None:
    """Note the window in every frame from now on, until there is another map."""
    page.evaluate(
        """() => {
          globalThis.windows = [];
          const watched = map;
          const look = () => {
            if (map !== watched) return;
            windows.push(map.describe().window);
            requestAnimationFrame(look);
          };
          look();
        }"""
    )


def recorded_windows(page: Page) -> list[list[int]]:
    """Return the windows seen since, each as often as it was shown again."""
    seen: Sequence[list[int]] = page.evaluate("windows")
    return [one for at, one in enumerate(seen) if at == 0 or one != seen[at - 1]]


def test_dragging_filters_at_once_and_sends_nothing_before_it_ends(start_map: StartMap) -> None:
    page = start_map()
    wait_for_base(page)
    pixels, paints = count_pixels(page, BLUE), describe(page)["paints"]
    count_messages(page)
    x, y = find_handle(page, "from")
    drag(page, (x, y), (find_handle(page, "to")[0] - 60, y), drop=False)
    wait_until(page, lambda: 0 < shown_count(page) < 100, "fewer events are shown")
    shown = shown_count(page)

    wait_until(page, lambda: 0 < count_pixels(page, BLUE) < pixels, "fewer marks are painted")
    assert describe(page)["paints"]["events"] > paints["events"]
    assert describe(page)["paints"]["base"] == paints["base"]
    # The list follows without a word of Python.
    expect(page.locator(".list-count")).to_have_text(f"{shown} events")
    assert sent(page) == 0

    page.mouse.up()
    wait_for_report(page, "window", window_of(page))
    assert sent(page) == 1


def test_the_window_is_dragged_as_a_whole_and_a_double_click_brings_all_back(
    start_map: StartMap,
) -> None:
    window = [1_672_531_200_000, 1_680_307_200_000]  # January to March 2023.
    page = start_map(window=window)
    box = page.locator(".span").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + 10)
    drag(page, middle, (middle[0] - 200, middle[1]))
    wait_until(page, lambda: window_of(page)[0] < window[0], "the window has moved")
    moved = window_of(page)

    assert moved[1] - moved[0] == window[1] - window[0]
    assert moved[0] % DAY_MS == 0
    page.locator(".brush").dblclick(position={"x": 5, "y": 30})
    expect(page.locator(".range")).to_have_text(ALL_DATES)
    expect(page.get_by_role("button", name="All dates")).to_be_disabled()


def test_keys_move_the_handles_and_say_the_date_with_its_zone(start_map: StartMap) -> None:
    page = start_map()
    first, last = page.get_by_role("slider").all()
    for key, said in [
        ("ArrowRight", "25 February 2022"),
        ("ArrowUp", "26 February 2022"),
        ("ArrowLeft", "25 February 2022"),
        ("PageUp", "27 March 2022"),
        ("PageDown", "25 February 2022"),
        ("Home", "24 February 2022"),
        ("End", "23 August 2023"),
        ("Shift+ArrowLeft", "22 August 2023"),
        ("Shift+PageDown", "23 July 2023"),
    ]:
        first.press(key)
        expect(first).to_have_attribute("aria-valuetext", f"{said}, local time")
    expect(last).to_have_attribute("aria-valuetext", "23 July 2023, local time")
    assert int(first.get_attribute("aria-valuenow") or "") == 514


def test_keys_pressed_in_a_row_are_reported_once(start_map: StartMap) -> None:
    page = start_map()
    before = window_of(page)
    count_messages(page)
    # In one task of the page: however slow the machine, no time passes between them.
    page.get_by_role("slider").last.evaluate(
        """handle => {
          handle.focus();
          for (let i = 0; i < 5; i++) {
            handle.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true}));
          }
        }"""
    )
    after = window_of(page)
    wait_for_report(page, "window", after)

    assert after[1] < before[1]
    assert sent(page) == 1


def test_play_fills_the_window_to_its_end_and_leaves_it_as_it_was(start_map: StartMap) -> None:
    page = start_map(motion="no-preference", window=JUNE)
    count_messages(page)
    page.get_by_role("combobox", name="Speed").select_option(label="7 days/s")
    record_windows(page)
    page.get_by_role("button", name="Play").click()
    wait_until(
        page,
        lambda: len(recorded_windows(page)) > 2 and recorded_windows(page)[-1] == JUNE,
        "the play has come to its end",
    )
    whole, *played = recorded_windows(page)

    assert whole == JUNE
    assert {start for start, _ in played} == {JUNE[0]}
    ends = [end for _, end in played]
    assert ends[0] < JUNE[0] + 2 * DAY_MS
    assert ends == sorted(ends)
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    report_by_key(page)
    assert sent(page) == 1


def test_a_pause_reports_and_play_goes_on_from_it(start_map: StartMap) -> None:
    page = start_map(motion="no-preference")
    whole = window_of(page)
    count_messages(page)
    speed = page.get_by_role("combobox", name="Speed")
    speeds = speed.locator("option")
    speed.select_option(speeds.first.get_attribute("value"))
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    start, end = window_of(page)
    wait_for_report(page, "window", [start, end])

    assert (start % DAY_MS, end % DAY_MS) == (0, 0)
    assert end < whole[1]
    assert sent(page) == 1
    page.get_by_role("button", name="Step forward").click()
    wait_until(page, lambda: window_of(page) == [start, end + DAY_MS], "one day more is shown")
    speed.select_option(speeds.last.get_attribute("value"))
    page.get_by_role("button", name="Play").click()
    wait_until(page, lambda: window_of(page) == whole, "the play has come to its end")


def test_a_paused_play_leads_back_to_the_range_that_was_chosen(start_map: StartMap) -> None:
    page = start_map(window=json.dumps(list(MAY)))
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Back to range").click()
    wait_for_report(page, "window", list(MAY))
    assert window_of(page) == list(MAY)
    page.get_by_role("button", name="All dates").click()
    wait_until(page, lambda: window_of(page) != list(MAY), "all dates are shown")


def test_steps_move_a_window_and_start_with_the_first_day_of_all(start_map: StartMap) -> None:
    page = start_map()
    page.get_by_role("button", name="Step forward").click()
    expect(page.locator(".range")).to_have_text("24 February 2022")
    page.get_by_role("button", name="Step forward").click()
    expect(page.locator(".range")).to_have_text("24 February 2022 – 25 February 2022")
    # Else Python might receive these steps after the button, and take them for the newer request.
    wait_for_report(page, "window", window_of(page))
    page.get_by_role("button", name="May 2023", exact=True).click()
    expect(page.locator(".range")).to_have_text("1 May 2023 – 31 May 2023")
    page.get_by_role("button", name="Step back").click()
    expect(page.locator(".range")).to_have_text("30 April 2023 – 30 May 2023")


def test_where_motion_is_unwelcome_play_goes_in_jumps(start_map: StartMap) -> None:
    page = start_map(motion="reduce")
    speed = int(page.get_by_role("combobox", name="Speed").input_value())
    record_windows(page)
    page.get_by_role("button", name="Play").click()
    wait_until(page, lambda: len(recorded_windows(page)) > 3, "play has jumped twice")
    whole, first, *jumps = recorded_windows(page)

    assert first == [whole[0], whole[0] + DAY_MS]
    assert jumps == [[whole[0], first[1] + n * speed] for n in range(1, len(jumps) + 1)]


def test_an_empty_window_is_said_plainly(start_map: StartMap) -> None:
    page = start_map(window=[1_654_041_600_000, 1_654_128_000_000])

    expect(page.locator(".list-count")).to_have_text("No event in these dates")
    expect(page.locator(".count")).to_have_text(f"0 of {describe(page)['total']}")


def test_a_finger_finds_the_handles_and_scrolls_beside_them(
    open_page: OpenPage, harness: str
) -> None:
    page = open_map(open_page, harness, width=390, height=844, has_touch=True, is_mobile=True)
    handles = page.locator(".time-bar .handle").evaluate_all(
        """handles => handles.map(handle => {
          const {width, height} = getComputedStyle(handle, '::before');
          return [parseFloat(width), parseFloat(height), getComputedStyle(handle).touchAction];
        })"""
    )
    buttons = page.locator(".time-map button:not([hidden])").evaluate_all(
        "buttons => buttons.map(button => Math.min(button.offsetWidth, button.offsetHeight))"
    )
    assert len(handles) == 2
    assert all(
        width >= 44 and height >= 44 and action == "none" for width, height, action in handles
    )
    assert min(buttons) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    main, brush = page.get_by_test_id("stMain"), page.locator(".brush")
    brush.scroll_into_view_if_needed()
    scrolled, window = main.evaluate("one => one.scrollTop"), window_of(page)
    box = brush.bounding_box()
    assert box is not None
    devtools = page.context.new_cdp_session(page)
    devtools.send(
        "Input.synthesizeScrollGesture",
        {"x": box["x"] + box["width"] / 2, "y": box["y"] + 30, "yDistance": -200},
    )
    wait_until(page, lambda: main.evaluate("one => one.scrollTop") > scrolled, "the page scrolls")
    assert window_of(page) == window
