"""An event whose place is not known is listed, counted and exported, never on the map."""

import json

import pandas as pd
import pytest

from geo.border import distance_words
from geo.drawing.camera import fit_event
from geo.drawing.drawn_record import draw_record
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import Picture
from geo.publishing.export.formats import FORMATS, stream_view
from geo.story.view import View, open_view
from tests.drawn_rows import list_rows
from tests.event_texts import record
from tests.story_folders import point, write_story


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    here = record("here") | {"geometry": point(3.0, 0.5)}
    nowhere = record("nowhere", radius_m=None, location_precision=None) | {"geometry": None}
    pinned = record("pinned", location_precision="town") | {"geometry": None}
    return open_view(
        write_story(tmp_path_factory.mktemp("places") / "story", here, nowhere, pinned)
    )


def test_it_is_counted_and_its_distance_is_not_known(view: View) -> None:
    assert len(view.kept) == 3
    event = view.record.events.loc["nowhere"]
    assert distance_words(event) == "not known"
    assert pd.isna(event.low_m)


def test_its_row_has_no_position_and_is_not_a_pin(view: View) -> None:
    rows = {row["id"]: row for row in list_rows(view.record.events)}
    for name in ("nowhere", "pinned"):
        assert rows[name]["lon"] is None
        assert rows[name]["pin"] is False
    assert rows["here"]["lon"] == 3.0


def test_what_is_published_for_the_map_is_json(view: View) -> None:
    stored: dict[str, bytes] = {}

    def store(content: bytes, _: str, name: str) -> str:
        stored[name] = content
        return name

    draw_record(view.current, store)

    def refuse(constant: str) -> object:
        raise AssertionError(constant)

    for name, content in stored.items():
        if name.endswith("json"):
            json.loads(content, parse_constant=refuse)


def test_no_camera_can_look_at_it(view: View) -> None:
    assert fit_event(view.record.events.loc["nowhere"]) is None
    assert fit_event(view.record.events.loc["here"]) is not None


def test_a_distance_filter_leaves_it_out(view: View) -> None:
    near = open_view(view.folder, "reach=..1000")
    assert list(near.kept.index) == ["here"]


@pytest.mark.parametrize("kind", list(FORMATS))
def test_every_export_holds_it(view: View, kind: str) -> None:
    content = b"".join(stream_view(view, kind))
    assert content
    if kind in ("geojson", "csv"):
        assert b"nowhere" in content


def test_its_geojson_has_a_null_geometry(view: View) -> None:
    features = json.loads(b"".join(stream_view(view, "geojson")))["features"]
    assert {one["id"]: one["geometry"] is None for one in features}["nowhere"]


@pytest.mark.parametrize("link", ["", "event=nowhere", "event=here"])
def test_a_picture_is_drawn_without_it(view: View, link: str) -> None:
    assert draw_picture(open_view(view.folder, link), Picture("png")).startswith(b"\x89PNG")
