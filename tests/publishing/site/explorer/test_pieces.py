"""Names and cameras of the explorer: cached, they are those that would be found again."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo.drawing.basemap.places import Place
from geo.drawing.camera import fit_event
from geo.drawing.drawn_record import DrawnRecord
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.cache.known_pieces import open_pieces
from geo.publishing.site.explorer.files import draw_explorer
from geo.publishing.site.explorer.pieces import find_cameras, find_names
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.republishing import Story, make_records, write_records
from tests.story_folders import point


def _plan(folder: Path, records: Story) -> Plan:
    write_records(folder, records)
    return plan_site(open_current(StoryFiles(folder)), draws_pictures=False)


def _draw(plan: Plan, name: str = "Town") -> DrawnRecord:
    drawn = draw_explorer(plan, EmbeddedFiles({}))
    # Beside the pins of the story, so that where they lie makes a difference.
    places = tuple(Place(en=f"{name} {at}", lon=float(at), lat=0.5, rank=1) for at in range(1, 6))
    return replace(drawn, basemap=replace(drawn.basemap, places=places))


def _again(plan: Plan, before: Pieces) -> Pieces:
    opened = open_pieces(plan)
    return Pieces(opened.hashes, opened.common, before.now)


def test_cameras_are_those_of_each_event_and_only_changed_events_are_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publishing.site.explorer.pieces.EVENTS_AT_ONCE", 2)
    records = make_records()
    records["gate"]["geometry"] = None
    plan = _plan(tmp_path, records)
    pieces = open_pieces(plan)
    events = plan.view.record.events
    wanted = {}
    for id_, event in events.iterrows():
        camera = fit_event(event)
        if camera:
            wanted[id_] = [camera.lon, camera.lat, camera.zoom]
    assert "gate" not in wanted
    found = find_cameras(events, pieces)
    assert found == find_cameras(events, None) == wanted
    assert list(found) == list(wanted)
    records["crane"]["geometry"] = point(3.5, 0.5)
    moved = _plan(tmp_path, records)
    again = _again(moved, pieces)
    cameras = find_cameras(moved.view.record.events, again)
    assert {id_ for id_ in wanted if cameras[id_] != wanted[id_]} == {"crane"}
    assert len(again.now.keys() - pieces.now.keys()) == 1


def test_names_are_placed_again_only_where_a_pin_moved(tmp_path: Path) -> None:
    records = make_records()
    plan = _plan(tmp_path, records)
    drawn, pieces = _draw(plan), open_pieces(plan)
    first = find_names(drawn, pieces)
    assert list(first) == list(find_names(drawn, None)) == list(drawn.place_names())
    records["crane"]["title"] = "Fire at the old crane"
    retitled = _plan(tmp_path, records)
    again = _again(retitled, pieces)
    assert list(find_names(_draw(retitled), again)) == list(first)
    assert again.now == pieces.now
    records["crane"]["geometry"] = point(2.1, 0.5)
    moved = _plan(tmp_path, records)
    last = _again(moved, pieces)
    drawn = _draw(moved)
    assert list(find_names(drawn, last)) == list(drawn.place_names())
    assert last.now.keys().isdisjoint(pieces.now)


def test_names_are_placed_again_where_the_base_map_has_others(tmp_path: Path) -> None:
    plan = _plan(tmp_path, make_records())
    pieces = open_pieces(plan)
    find_names(_draw(plan), pieces)
    # As after a change of the file of cities, which no event and no story.json knows of.
    renamed = _draw(plan, "City")
    again = _again(plan, pieces)
    assert list(find_names(renamed, again)) == list(renamed.place_names())
    assert again.now.keys().isdisjoint(pieces.now)
