"""What the functions of the drawing's module make of dates, lengths and answers that come late."""

import pytest
from playwright.sync_api import Page

from tests.browser.map_page import open_map
from tests.browser.opening import OpenPage

pytestmark = pytest.mark.browser


@pytest.fixture
def page(shared_page: OpenPage, harness: str) -> Page:
    """A page whose `our` is the module."""
    return open_map(shared_page, harness)


def test_the_usual_speed_takes_about_twenty_seconds(page: Page) -> None:
    day_ms = 86_400_000
    for length, step in [(545 * day_ms, day_ms), (30 * day_ms, day_ms), (9 * 3_600_000, 60_000)]:
        usual = page.evaluate(f"our.playSpeeds([0, {length}], {step}).usual")
        assert 12 <= length / usual <= 33


def test_late_answers_of_python_do_not_undo_the_reader(page: Page) -> None:
    news = page.evaluate(
        """() => { const echo = new our.Echo(our.sameWindow), heard = [];
        const hears = window => heard.push(echo.isNews(window));
        hears([0, 9]);                                   // at first
        echo.report([1, 9]); echo.report([2, 9]);
        hears([0, 9]); hears([1, 9]); hears([2, 9]);     // late, then the two echoes
        hears([5, 6]); hears([5, 6]); hears([2, 9]);     // a preset, its rerun, another preset
        echo.report([1, 9]); echo.report([2, 9]);        // there and back before Python looks
        hears([2, 9]); hears([1, 9]);                    // one answer to both, then a step back
        return heard; }"""
    )

    assert news == [True, False, False, False, True, False, True, False, True]


def test_ticks_never_touch_and_name_the_year_they_are_in(page: Page) -> None:
    closest = page.evaluate(
        """() => { let closest = Infinity; const start = Date.UTC(2022, 1, 24);
        for (let hours = 1; hours < 20_000_000; hours *= 1.7)
          for (const width of [280, 700, 1300]) {
            const domain = [start, start + hours * 36e5];
            const {fine} = our.ticks(domain, width, 'en-GB');
            const perMs = width / (domain[1] - domain[0]);
            for (let i = 1; i < fine.length; i++)
              closest = Math.min(closest, (fine[i].at - fine[i - 1].at) * perMs);
          }
        return closest; }"""
    )
    words = page.evaluate("our.ticks([Date.UTC(2022, 1, 24), Date.UTC(2023, 7, 24)], 900, 'en-GB')")

    assert closest >= 30
    assert [tick["words"] for tick in words["coarse"]] == ["2022", "2023"]
    assert [tick["words"] for tick in words["fine"]][:3] == ["Mar", "Apr", "May"]


def test_a_night_is_shown_by_the_minute(page: Page) -> None:
    said = page.evaluate(
        """() => { const night = [Date.UTC(2023, 4, 2, 21), Date.UTC(2023, 4, 3, 6)];
        const {speeds, usual} = our.playSpeeds(night, 6e4);
        return [our.windowWords([night[0], Date.UTC(2023, 4, 2, 23, 27)], 6e4, 'en-GB'),
          our.windowWords(night, 6e4, 'en-GB'), usual, Math.min(...speeds),
          our.ticks(night, 800, 'en-GB').fine.map(tick => tick.words)]; }"""
    )

    assert said[0] == ["2 May 2023, 21:00", "23:27"]
    assert said[1] == ["2 May 2023, 21:00", "3 May 2023, 06:00"]
    assert said[2:4] == [30 * 60_000, 5 * 60_000]
    assert said[4][:3] == ["21:00", "22:00", "23:00"]


def test_the_scale_bar_agrees_with_the_geodesic(page: Page) -> None:
    pyproj = pytest.importorskip("pyproj")
    for latitude in (-70.0, 0.0, 50.0):
        degrees = 100 * 360 / (512 * 2**9)
        _, _, metres = pyproj.Geod(ellps="WGS84").inv(0, latitude, degrees, latitude)
        assert page.evaluate(f"100 * our.metresPerPixel({latitude}, 9)") == pytest.approx(
            metres, rel=1e-4
        )


LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 2], [3, 4]]}
LINES = {"type": "MultiLineString", "coordinates": [[[5, 6], [7, 8]], [[9, 9]], []]}
HOLED = {
    "type": "MultiPolygon",
    "coordinates": [[[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]],
}


def segments(page: Page, *geometries: object) -> list[list[float]]:
    """Return the segments that geometries become: both ends of each."""
    features = [{"type": "Feature", "geometry": geometry} for geometry in geometries]
    ends: list[list[float]] = page.evaluate(
        """features => {
          const {length, attributes} = our.segmentsOf({features});
          const at = (end, i) => [...attributes[end].value.slice(2 * i, 2 * i + 2)];
          const ends = i => [...at('getSourcePosition', i), ...at('getTargetPosition', i)];
          return Array.from({length}, (_, i) => ends(i));
        }""",
        features,
    )
    return ends


def test_lines_become_segments_and_areas_alone_their_rings(page: Page) -> None:
    assert segments(page) == []
    assert segments(page, None) == []
    assert segments(page, LINE, LINES) == [[0, 0, 1, 2], [1, 2, 3, 4], [5, 6, 7, 8]]
    assert segments(page, HOLED, LINE) == [[0, 0, 1, 2], [1, 2, 3, 4]]
    rings = [[0, 0, 9, 0], [9, 0, 9, 9], [9, 9, 0, 0], [1, 1, 2, 1], [2, 1, 2, 2], [2, 2, 1, 1]]
    assert segments(page, HOLED) == rings
