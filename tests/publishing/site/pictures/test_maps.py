"""Pictures of maps: each is named by what it shows, and taken from the site before."""

import json
from functools import partial
from hashlib import sha256
from pathlib import Path

from shapely.geometry import box, mapping

from geo.link.link import Link
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.briefing.pages import name_step_picture
from geo.publishing.site.cache.known_files import KnownFiles
from geo.publishing.site.folder.last_site import open_last_site
from geo.publishing.site.folder.write import write_site
from geo.publishing.site.pictures.maps import draw_map, hash_picture, reuse_or_draw
from geo.publishing.site.pictures.stills import name_stills
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import PNG, write_example
from tests.story_folders import point


def test_a_picture_is_drawn_anew_only_where_it_was_changed(tmp_path: Path) -> None:
    plan = plan_site(open_current(StoryFiles(write_example(tmp_path / "story"))))
    out, path = tmp_path / "site", plan.picture_path("port")
    draw = partial(draw_map, plan, Link(event="port"))
    write_site([(path, PNG)], out)
    inputs = hash_picture(path)
    known = KnownFiles(open_last_site(out), {inputs: {path: sha256(PNG).hexdigest()}})
    assert reuse_or_draw(known, Pieces({}, ""))(path, draw) == PNG

    # Another program drew it; and somebody changed it.
    unknown = KnownFiles(open_last_site(out), {})
    (out / path).write_bytes(b"somebody else's")
    for damaged in (unknown, known):
        drawn = reuse_or_draw(damaged, Pieces({}, ""))(path, draw)
        assert drawn.startswith(PNG[:8])
        assert len(drawn) > 1000


def _name_pictures(folder: Path, **moved: object) -> dict[str, str]:
    """Return the names of the pictures of a story; the port has other members than before."""
    write_example(folder)
    file = folder / "events.geojson"
    features = json.loads(file.read_text("utf-8"))
    (port,) = (one for one in features["features"] if one["id"] == "port")
    port["properties"] |= {name: value for name, value in moved.items() if name != "geometry"}
    port["geometry"] = moved.get("geometry", port["geometry"])
    file.write_text(json.dumps(features), encoding="utf-8")
    plan = plan_site(open_current(StoryFiles(folder)))
    (step, _) = plan.briefings[0].content.steps
    return {
        "whole": plan.picture_path(),
        "port": plan.picture_path("port"),
        "bridge": plan.picture_path("bridge"),
        "step": name_step_picture(plan, plan.briefings[0], step),
        "still": name_stills(plan)["wide-light-events"],
    }


def test_a_picture_has_another_name_only_where_it_shows_something_else(tmp_path: Path) -> None:
    before = _name_pictures(tmp_path)
    assert _name_pictures(tmp_path) == before

    def find_changed(**moved: object) -> set[str]:
        after = _name_pictures(tmp_path, **moved)
        return {name for name in before if after[name] != before[name]}

    # The step selects the port; other maps show its mark alone.
    assert find_changed(title="Smoke over the port") == {"port", "step"}
    assert find_changed(summary="Nobody saw it") == {"port", "step"}
    assert find_changed(verification="verified") == set(before)
    assert find_changed(geometry=point(2.5, 0.5)) == set(before)


def test_pictures_have_other_names_once_the_base_map_is_another(tmp_path: Path) -> None:
    write_example(tmp_path)
    story = tmp_path / "story.json"
    text = json.loads(story.read_text("utf-8")) | {"basemap": {"lakes": "lakes.geojson"}}
    story.write_text(json.dumps(text), encoding="utf-8")
    names = []
    for west in (1, 2):
        lake = mapping(box(west, 0, west + 0.5, 0.5))
        (tmp_path / "lakes.geojson").write_text(json.dumps(lake))
        names.append(plan_site(open_current(StoryFiles(tmp_path))).picture_path())
    assert len(set(names)) == 2
