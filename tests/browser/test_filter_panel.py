"""The filter panel, by hand and by keys: what it asks for, shows and says."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import (
    Scheme,
    Visit,
    count_messages,
    describe,
    find_barriers,
    query_of,
    sent,
    show_scheme,
    wait_for_run,
)
from tests.browser.opening import OpenPage
from tests.browser.panel_page import panel_of, read_counted, read_found
from tests.browser.running_app import running
from tests.browser.stories import ServedStory, only_app, only_shipped
from tests.browser.waiting import wait_until, wait_until_same

pytestmark = pytest.mark.browser

FOREIGN_WORDS = {"shipped": "Кремль", "fiji": "سفينة"}
# A preset of each story, and its dates in a link.
PRESETS = {
    "shipped": ("that-night", "from=2023-05-02T21:00&to=2023-05-03T06:00"),
    "fiji": ("exercise", "from=2030-01-05&to=2030-01-06"),
}


def test_a_ticked_word_filters_map_and_list_and_is_written_into_the_link(
    visit: Visit, story: ServedStory
) -> None:
    page = visit("/")
    group, label = list(story.groups.items())[1]
    box = panel_of(page).get_by_role("checkbox", name=label)
    box.check()
    expect(page).to_have_url(re.compile(rf"\?group={group}$"))
    of_group = story.count(group)
    expect(page.locator(".list-count")).to_have_text(f"{of_group} events")
    expect(page.locator("p.count b")).to_contain_text(f"{of_group} of {len(story.events)}")
    assert describe(page)["total"] == of_group
    spoken = page.locator(".time-bar [role=status]")
    expect(spoken).to_have_text(f"{of_group} of {of_group}")
    box.uncheck()
    expect(page).not_to_have_url(re.compile("group="))
    expect(spoken).to_have_text(f"{len(story.events)} of {len(story.events)}")


def test_words_to_find_are_sent_on_enter_and_are_in_the_link(
    visit: Visit, story: ServedStory
) -> None:
    page = visit("/")
    find = page.get_by_role("searchbox", name="Find")
    find.fill(FOREIGN_WORDS[story.name])
    find.press("Enter")
    wait_until_same(page, lambda: query_of(page), {"q": [FOREIGN_WORDS[story.name]]})
    expect(page.locator("p.count b")).to_contain_text(f"of {len(story.events)}")
    counted = read_counted(page)
    assert 0 < counted < len(story.events)
    wait_until_same(page, lambda: read_found(page), counted)


def test_a_link_shows_its_choices_in_the_panel(visit: Visit, story: ServedStory) -> None:
    word = story.events["verification"].iloc[0]
    link = {"q": "said", "verification": word, "reach": "100..450", "zone": "utc"}
    page = visit(f"/?{urlencode(link)}")
    expect(page.get_by_role("searchbox", name="Find")).to_have_value("said")
    # The field that the link uses is open.
    expect(panel_of(page).locator(f"[value='{word}']")).to_be_checked()
    expect(panel_of(page).locator(".reach .chosen-summary")).to_have_text("100 to 450 km outside")
    expect(panel_of(page).get_by_role("radio", name="UTC")).to_be_checked()


def test_keys_set_the_distance_and_a_step_back_unsets_it(visit: Visit, story: ServedStory) -> None:
    group, label = list(story.groups.items())[-1]
    page = visit(f"/?group={group}")
    page.get_by_role("slider", name="Maximum distance").press("PageDown")
    expect(page).to_have_url(re.compile(r"reach=\.\.\d+"))
    expect(panel_of(page).locator(".reach .chosen-summary")).to_contain_text("up to")
    page.go_back()
    expect(page).not_to_have_url(re.compile("reach"))
    expect(panel_of(page).locator(".reach .chosen-summary")).to_have_text("any")
    expect(panel_of(page).get_by_role("checkbox", name=label)).to_be_checked()


def test_a_preset_sets_the_dates_on_the_clock_of_the_place(
    visit: Visit, story: ServedStory
) -> None:
    page, (name, dates) = visit("/?zone=utc"), PRESETS[story.name]
    panel_of(page).get_by_role("combobox", name="Dates").select_option(name)
    wait_until_same(page, lambda: query_of(page), parse_qs(dates))
    expect(panel_of(page).get_by_role("radio", name="Local time")).to_be_checked()


# The other story has one version.
@only_shipped
def test_what_is_new_is_chosen_by_a_written_day_and_by_kind(visit: Visit) -> None:
    page = visit("/")
    panel = panel_of(page)
    panel.get_by_role("combobox", name="New or changed", exact=True).select_option("other")
    day = panel.get_by_role("textbox", name="since another day")
    day.fill("1 January 2020")
    day.press("Enter")
    expect(page).to_have_url(re.compile("changed=2020-01-01"))
    expect(day).to_have_value("1 January 2020")
    panel.get_by_role("combobox", name="Which changes").select_option("new")
    expect(page).to_have_url(re.compile("changed=new-2020-01-01"))


def test_the_hours_of_a_preset_read_in_utc_are_not_that_preset(
    visit: Visit, story: ServedStory
) -> None:
    name, written = PRESETS[story.name]
    page = visit(f"/?{written}")
    dates = panel_of(page).get_by_role("combobox", name="Dates")
    expect(dates).to_have_value(name)
    panel_of(page).get_by_role("radio", name="UTC").check()
    expect(page).to_have_url(re.compile("zone=utc"))
    expect(dates).to_have_value("")


def test_dates_are_own_dates_only_where_some_are_set(visit: Visit) -> None:
    page = visit("/")
    dates = panel_of(page).get_by_role("combobox", name="Dates").locator("option:checked")
    expect(dates).to_have_text("All dates")
    page.get_by_role("slider", name="First moment shown").press("PageUp")
    expect(page).to_have_url(re.compile("from="))
    expect(dates).to_have_text("Custom dates")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with a story that has neither a border nor an event."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "story.json").write_text('{"title": "Empty"}', encoding="utf-8")
    (folder / "events.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    with running(STORY=str(folder)) as address:
        yield address


def test_a_story_without_border_or_events_says_so(open_page: OpenPage, empty: str) -> None:
    page = open_page(f"{empty}/?reach=..100")
    expect(page.locator(".list-count")).to_have_text("This record has no events")
    reach = panel_of(page).locator(".reach")
    expect(reach.locator(".chosen-summary")).to_have_text("up to 100 km outside, or inside")
    expect(reach).to_be_visible()
    panel_of(page).get_by_role("button", name="Show all").click()
    expect(reach).to_be_hidden()


def test_quick_choices_all_count(visit: Visit, story: ServedStory) -> None:
    page, groups = visit("/"), dict(list(story.groups.items())[:3])
    for name in groups.values():
        panel_of(page).get_by_role("checkbox", name=name).check()
    for word in groups:
        expect(page).to_have_url(re.compile(f"group={word}"))
    expected = int(story.events["group"].isin(list(groups)).sum())
    wait_until_same(page, lambda: read_counted(page), expected)
    wait_for_run(page)
    for name in groups.values():
        expect(panel_of(page).get_by_role("checkbox", name=name)).to_be_checked()
    wait_until_same(page, lambda: read_found(page), expected)


def test_the_same_choice_counts_again_after_all_was_shown(visit: Visit, story: ServedStory) -> None:
    page = visit("/")
    box = panel_of(page).get_by_role("checkbox", name=story.groups[story.first_group])
    for _ in range(2):
        box.check()
        expect(page).to_have_url(re.compile(f"group={story.first_group}"))
        panel_of(page).get_by_role("button", name="Show all").click()
        expect(page).not_to_have_url(re.compile("group="))
        expect(box).not_to_be_checked()


def test_steps_back_after_quick_clicks_show_what_the_link_says(
    visit: Visit, story: ServedStory
) -> None:
    page, asked = visit("/"), f"group={story.first_group}"
    box = panel_of(page).get_by_role("checkbox", name=story.groups[story.first_group])
    for _ in range(7):
        box.click(no_wait_after=True)
    expect(page).to_have_url(re.compile(asked))

    def panel_and_head_agree() -> bool:
        """Return whether panel and head of the page show what the link says."""
        ticked = box.is_checked() == (asked in page.url)
        return ticked and read_found(page) == read_counted(page)

    # Each step is taken while Python may still answer what came before.
    for _ in range(2):
        page.go_back()
        wait_until(page, panel_and_head_agree, "panel, head and link agree")
    for _ in range(3):
        box.click(no_wait_after=True)
    page.go_back()
    wait_for_run(page)
    wait_until(page, panel_and_head_agree, "panel, head and link agree")


# A site has answered the click before the step back.
@only_app
def test_a_step_back_undoes_what_was_reported_just_before_it(visit: Visit) -> None:
    page = visit("/")
    box = panel_of(page).get_by_role("checkbox", name="The Kremlin")
    for _ in range(3):
        box.check()
        expect(page).to_have_url(re.compile("group=kremlin"))
        wait_for_run(page)
        # Both may reach Python in one run.
        utc = panel_of(page).get_by_role("radio", name="UTC")
        utc.evaluate("radio => { radio.click(); history.back(); }")
        expect(box).not_to_be_checked()
        expect(page).not_to_have_url(re.compile("group=|zone="))
        wait_for_run(page)
        expect(utc).not_to_be_checked()


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        ("0..0", "on the border"),
        ("10.5..20.25", "10.5 to 20.25 km outside"),
        ("..5000", "up to 5000 km outside, or inside"),
        ("5000..", "5000 km or more outside"),
    ],
)
def test_the_distance_reads_as_the_link_states_it(
    visit: Visit, story: ServedStory, reach: str, words: str
) -> None:
    page = visit(f"/?reach={reach}")
    chosen = panel_of(page).locator(".reach .chosen-summary")
    expect(chosen).to_have_text(words)
    if not story.is_site:
        expect(page.locator("p.count")).to_contain_text(f"distance from the border: {words}")
    assert chosen.evaluate("words => words.scrollWidth <= words.clientWidth")
    least, most = panel_of(page).get_by_role("slider").all()
    now, latest = least.get_attribute("aria-valuenow"), most.get_attribute("aria-valuemax")
    assert now
    assert latest
    assert int(now) < int(latest)


def test_a_space_that_is_being_typed_stays_while_the_page_runs(visit: Visit) -> None:
    page = visit("/")
    find = page.get_by_role("searchbox", name="Find")
    find.fill("oil")
    find.press("Enter")
    find.press("Space")
    expect(page).to_have_url(re.compile("q=oil$"))
    wait_for_run(page)
    find.press_sequentially("depot")
    expect(find).to_have_value("oil depot")
    # What is being typed would stay in the next test.
    find.press("Enter")
    expect(page).to_have_url(re.compile("q=oil.*depot"))


@only_app
def test_what_a_browser_may_send_breaks_nothing(visit: Visit, story: ServedStory) -> None:
    page = visit("/")
    # The panel asks Python by this call, here with what it would never ask for.
    asks = [
        ["filters", "group=<b>mars</b>&reach=x..y&zone=moon&=&%ff"],
        ["filters", "[1, 2]"],
        ["filters", "q=" + "x" * 5000],
        ["filters", {"group": {"kremlin": 1}}],
        ["zone", "moon"],
        ["preset", None],
    ]
    count_messages(page)
    for number, ask in enumerate(asks, start=1):
        page.evaluate("([what, value]) => our.parts.get('filters').onRequest(what, value)", ask)
        wait_until(page, lambda number=number: sent(page) >= number, "it is sent")  # type: ignore[misc]
        wait_for_run(page)
    expect(page.locator("p.count b")).to_have_text(f"{len(story.events)} events")
    panel_of(page).get_by_role("checkbox", name=story.groups[story.first_group]).check()
    expect(page).to_have_url(re.compile(f"group={story.first_group}"))


def test_the_panel_has_no_accessibility_problem(open_page: OpenPage, story: ServedStory) -> None:
    page = open_page(
        f"{story.address}/?group={story.first_group}&voice=any_party_denies",
        width=1000,
        height=700,
    )
    # The link opens fields of its own; the words of another are explained beside them.
    explained = panel_of(page).locator(".field:has(.explain):not([hidden])").first
    explained.locator("summary").click()
    explained.locator(".explain").click()
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        show_scheme(page, scheme)
        assert find_barriers(page, ["#filters" if story.is_site else ".st-key-filters"]) == []


def test_on_a_phone_the_panel_opens_and_keeps_its_width(
    open_page: OpenPage, story: ServedStory
) -> None:
    page = open_page(f"{story.address}/", width=390, height=844, has_touch=True)
    panel_of(page).get_by_role("checkbox", name=story.groups[story.first_group]).check()
    expect(page).to_have_url(re.compile(f"group={story.first_group}"))
    row = panel_of(page).locator(".word label").first.bounding_box()
    assert row is not None
    assert row["height"] >= 44 or not page.evaluate("matchMedia('(pointer: coarse)').matches")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The charts of a site are those of the whole record.
@only_app
def test_the_analysis_is_filtered_by_the_same_panel(
    open_page: OpenPage, story: ServedStory
) -> None:
    (first, label), (second, other) = list(story.groups.items())[:2]
    page = open_page(f"{story.address}/analysis?group={first}")
    expect(panel_of(page).get_by_role("checkbox", name=label)).to_be_checked()
    panel_of(page).get_by_role("checkbox", name=other).check()
    for group in (first, second):
        expect(page).to_have_url(re.compile(f"group={group}"))
    wanted = story.count(first) + story.count(second)
    wait_until_same(page, lambda: read_found(page), wanted)
