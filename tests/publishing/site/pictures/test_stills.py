"""The still picture of the map: where it lies, which there are, and when it is hidden."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from geo.drawing.camera import find_bounds
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.map_frame import MapFrame
from geo.publishing.site.pictures.stills import (
    STILLS,
    describe_still_picture,
    name_stills,
    write_still_styles,
)
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import Page
from tests.story_folders import point, write_story

STILL = {one.name: one for one in STILLS}
TEXT = re.compile(r"<script>(if \(.*?\) document[^<]*)</script>")


def test_base_and_events_are_there_for_each_theme_on_a_wide_and_a_narrow_screen(
    site: dict[str, bytes],
) -> None:
    page = Page(site["index.html"])
    offered = {one["srcset"]: one["media"] for one in page.find("source")}
    assert len(offered) == len(STILLS) == 2 * 4
    assert offered.keys() <= site.keys()
    assert sum("dark" in media for media in offered.values()) == 4
    assert sum("63.99rem" in media for media in offered.values()) == 4


def draw(plan: Plan, name: str) -> Image.Image:
    """Return a still by its name."""
    return Image.open(io.BytesIO(draw_picture(*describe_still_picture(plan.view, STILL[name]))))


@pytest.mark.parametrize("lons", [(10, 21), (178, -175)])
def test_its_bounds_fill_the_share_of_it_that_the_styles_say(
    tmp_path: Path, lons: tuple[float, float]
) -> None:
    events = [record(f"e{lon}", geometry=point(lon, 45 + i)) for i, lon in enumerate(lons)]
    write_story(tmp_path, *events)
    plan = plan_site(open_current(StoryFiles(tmp_path)))
    styles = write_still_styles(plan.view).decode()
    said = {name: float(text) for name, text in re.findall(r"--still-(\w+): ([\d.]+)", styles)}
    west, south, east, north = find_bounds(plan.view.current)
    east += 360 if east < west else 0
    for still in STILLS:
        view, _ = describe_still_picture(plan.view, still)
        assert view.link.camera is not None
        width, height = still.size
        # Longitudes are not wrapped.
        camera = replace(view.link.camera, lon=(east + west) / 2)
        assert (view.link.camera.lon - camera.lon) % 360 == pytest.approx(0)
        frame = MapFrame(0, 0, width, height, camera)
        (left, top), (right, bottom) = frame.project(
            np.array([west, east]), np.array([north, south])
        )
        # In the middle, and as large as the live map shows it in the frame it is drawn for.
        assert left + right == pytest.approx(width, abs=0.01)
        assert top + bottom == pytest.approx(height, abs=0.01)
        free = (still.frame[0] - (right - left), still.frame[1] - (bottom - top))
        assert min(free) == pytest.approx(48, abs=0.01)
        assert said["ratio"] == pytest.approx((right - left) / (bottom - top), rel=1e-3)
        share = said[still.name.split("-")[0]]
        assert share == pytest.approx(100 * width / (right - left), rel=1e-3)


def test_it_is_drawn_without_words_beside_it_in_its_own_size_and_theme(plan: Plan) -> None:
    dark, light = (draw(plan, name) for name in ("narrow-dark-base", "narrow-light-base"))
    assert dark.size == light.size == (920, 1200)
    means = [float(np.asarray(image.convert("L")).mean()) for image in (dark, light)]
    assert means[0] < 100 < means[1]


@pytest.mark.parametrize("name", ["wide-light", "narrow-dark"])
def test_base_and_events_one_over_the_other_are_the_whole_map(plan: Plan, name: str) -> None:
    base, events = draw(plan, f"{name}-base"), draw(plan, f"{name}-events").convert("RGBA")
    both = Image.alpha_composite(base.convert("RGBA"), events)
    view, picture = describe_still_picture(plan.view, STILL[f"{name}-base"])
    whole = draw_picture(view, replace(picture, content="all", indexed=False))
    found, wanted = (
        np.asarray(image.convert("RGB"), int) for image in (both, Image.open(io.BytesIO(whole)))
    )
    # Of 256 colours each, so that hardly a pixel is another one to the eye.
    assert np.abs(found - wanted).mean() < 1
    assert (np.abs(found - wanted).max(axis=2) > 40).mean() < 0.002


def test_the_events_alone_lie_on_a_clear_ground(plan: Plan) -> None:
    clear = np.asarray(draw(plan, "wide-light-events").convert("RGBA"))[..., 3]
    assert clear.max() == 255
    assert (clear == 0).mean() > 0.9


@pytest.mark.parametrize(
    ("query", "is_hidden"),
    [
        ("", False),
        ("?utm_source=feed", False),
        ("?data=v1", False),
        ("?known=2023-05-03T12:00", False),
        ("?zone=utc&known=2023-05-03", False),
        ("?q=&event=&data=v1", False),
        ("?event_type=x", False),
        ("?known=2023-05-03&q=fire", True),
        ("?data=v1&amp;amp;q=fire", True),
        ("?event=port", True),
        ("?utm_source=feed&q=fire", True),
        ("?view=1,2,3", True),
        ("?from=2023-01-01", True),
        ("?colour=type", True),
        ("?group=north&group=south", True),
    ],
)
def test_a_link_to_another_map_hides_it(
    site: dict[str, bytes], query: str, is_hidden: bool
) -> None:
    found = TEXT.search(site["index.html"].decode())
    assert found is not None
    pattern = re.search(r"if \(/(.*)/\.test", found[1])
    assert pattern is not None
    assert bool(re.search(pattern[1], query)) is is_hidden


def test_the_policy_names_the_script_that_hides_it(site: dict[str, bytes]) -> None:
    html = site["index.html"].decode()
    found = TEXT.search(html)
    assert found is not None
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in Page(site["index.html"]).meta("Content-Security-Policy")


def test_their_names_change_with_what_they_show_and_not_with_a_title(tmp_path: Path) -> None:
    def name(at: str, **changes: object) -> dict[str, str]:
        folder = tmp_path / at
        write_story(folder, record("bridge", **changes))
        return name_stills(plan_site(open_current(StoryFiles(folder))))

    first = name("first")
    assert name("title", title="Another title") == first
    moved = name("moved", geometry=point(3, 4))
    assert set(moved.values()).isdisjoint(first.values())
    denied = name("denied", verification="disputed")
    assert set(denied.values()).isdisjoint(first.values())
