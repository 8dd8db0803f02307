"""What the filters keep and count in the browser, compared with Python."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random
from urllib.parse import urlencode

import pytest
from geopandas import GeoDataFrame
from playwright.sync_api import expect

from geo.drawing.map_state import write_filters
from geo.link.fields import FIELDS
from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.times import Range, milliseconds
from tests.browser.map_page import Visit, count_messages, drag, find_handle, sent, window_of
from tests.browser.panel_page import find_field, read_counted, read_found, word_counts
from tests.browser.stories import ServedStory, every_story, only_shipped
from tests.browser.waiting import wait_until, wait_until_same

pytestmark = pytest.mark.browser

EVERYTHING_MS = (-(10**14), 10**14)

# Each row of the record, by filters and window.
JUDGE = """async asked => {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const fetched = name => our.fetchJson(loaded.find(one => one.endsWith(name)));
  const table = await fetched('/events.json');
  const {rows} = table;
  const facets = new our.Facets(await fetched('/facets.json'), rows.length);
  return asked.map(([query, window]) => {
    const events = new our.EventRows(table, 'place');
    const {failed, doubtful} = facets.judge(query, null);
    events.setFiltered(failed, doubtful);
    const shown = new Map();
    for (const {row, possible} of events.inside(window)) {
      shown.set(row.id, possible ? 'possible' : 'definite');
    }
    return Object.fromEntries(
      rows.map(({id}, i) => [id, failed[i] ? 'hidden' : (shown.get(id) ?? 'outside')]),
    );
  });
}"""


def random_filters(random: Random, events: GeoDataFrame) -> Filters:
    """Return filters such as a reader might set, often more than one."""
    found = {name: sorted(events[name].dropna().unique()) for name in FIELDS}
    words = {
        name: frozenset(random.sample(found[name], min(2, len(found[name]))))
        for name in FIELDS
        if random.random() < 0.25
    }
    low, high = sorted(random.sample(range(850), 2))
    days = (events["end_local"].max() - events["start_local"].min()).days
    start = events["start_local"].min().normalize().to_pydatetime()
    start += timedelta(days=random.randrange(-2, days))
    length = timedelta(minutes=random.choice([90, 60 * 24, 60 * 24 * 40, 60 * 24 * 400]))
    voices: list[frozenset[str]] = [
        frozenset(),
        frozenset({"any_party_denies"}),
        frozenset({"one_origin_only"}),
    ]
    reaches = [None, None, Reach(low, high), Reach(high_km=low), Reach(low_km=high)]
    return Filters(
        range=random.choice([None, Range(start, start + length)]),
        voices=random.choice(voices),
        reach=random.choice(reaches),
        words=words,
    )


# The site has the same module, in a script that nobody else can call.
@every_story
def test_the_browser_keeps_what_python_keeps(visit: Visit, story: ServedStory) -> None:
    page = visit("/")
    random = Random(20230503)
    filters = [random_filters(random, story.events) for _ in range(150)]
    windows = [
        (milliseconds(one.range.start), milliseconds(one.range.end)) if one.range else EVERYTHING_MS
        for one in filters
    ]
    presence = page.evaluate(
        JUDGE,
        [[write_filters(one), window] for one, window in zip(filters, windows, strict=True)],
    )
    for one, seen in zip(filters, presence, strict=True):
        assert seen == apply_filters(story.events, one).to_dict(), one
    kinds = Counter(word for seen in presence for word in seen.values())
    assert min(kinds[word] for word in ("definite", "outside", "hidden")) > 20
    # Fiji's four events are too short for a filter to cut one in two.
    assert kinds["possible"] > 20 or story.name == "fiji"


@only_shipped
def test_each_word_counts_what_ticking_it_alone_would_show(
    visit: Visit, story: ServedStory
) -> None:
    link = {"verification": "unverified", "group": "infrastructure", "to": "2023-02-01"}
    page = visit(f"/?{urlencode(link)}")
    others = Filters(
        words={"verification": frozenset({"unverified"})},
        range=Range(datetime(2000, 1, 1), datetime(2023, 2, 2)),
    )
    shown = apply_filters(story.events, others).isin(["definite", "possible"]).to_numpy()
    wanted = Counter(story.events["group"][shown])

    wait_until_same(page, lambda: Counter(word_counts(page)) - Counter(), wanted)


@only_shipped
@pytest.mark.parametrize(
    "link",
    [
        {"q": "дрон"},
        {"q": "KREMLIN press", "voice": "any_party_denies"},
        {"reach": "..100", "zone": "utc"},
        {"attribution": "contested", "from": "2023-05-01"},
        {"q": "no such words anywhere"},
    ],
)
def test_the_panel_and_the_head_of_the_page_count_the_same(
    visit: Visit, story: ServedStory, link: dict[str, str]
) -> None:
    page = visit(f"/?{urlencode(link)}")
    counted = read_counted(page)
    assert counted < len(story.events)
    wait_until_same(page, lambda: read_found(page), counted)


def test_counts_follow_the_brush_and_nothing_is_sent(visit: Visit, story: ServedStory) -> None:
    page, events = visit("/"), story.events
    wait_until_same(page, lambda: word_counts(page), dict(Counter(events["group"])))
    count_messages(page)
    start, end = find_handle(page, "from"), find_handle(page, "to")
    drag(page, start, ((start[0] + end[0]) / 2, start[1]), drop=False)
    wait_until(page, lambda: read_found(page) < len(events), "fewer events are counted")
    low, high = (datetime(1970, 1, 1) + timedelta(milliseconds=ms) for ms in window_of(page))
    touches = (events["start_local"] < high) & (events["end_local"] > low)
    assert 0 < touches.sum() < len(events)

    wait_until_same(page, lambda: read_found(page), int(touches.sum()))
    wait_until_same(
        page, lambda: Counter(word_counts(page)) - Counter(), Counter(events["group"][touches])
    )
    assert sent(page) == 0
    page.mouse.up()
    expect(page.locator("p.count")).to_contain_text("outside the dates")


def test_a_field_counts_as_soon_as_it_is_opened(visit: Visit, story: ServedStory) -> None:
    page, events = visit("/"), story.events
    # A field in which all events agree offers nothing to choose.
    differing = next(name for name in ("verification", "event_type") if events[name].nunique() > 1)
    field = find_field(page, events[differing].iloc[0])
    field.locator("summary").click()
    numbers = field.locator(".number")
    wait_until_same(
        page, lambda: sum(int(text or 0) for text in numbers.all_inner_texts()), len(events)
    )
