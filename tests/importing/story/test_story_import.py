"""A table goes into the story as it is at that moment, whatever was saved meanwhile."""

import io
import zipfile
from pathlib import Path

import pytest

from geo.errors import GeoError
from geo.importing import Request, import_file
from geo.importing.outcome.outcome import Outcome
from geo.importing.story.story_import import StoryImport, bundle_story, open_story_import
from geo.story.new_story.folder import NewStory
from tests.importing.desk import FIRST, HEADER, SECOND, Desk

OWN = {
    "type": "Feature",
    "id": "own",
    "geometry": None,
    "properties": {"title": "Own", "when": "2023"},
}


def open_table(desk: Desk, *rows: str) -> tuple[StoryImport, Outcome]:
    target = open_story_import(desk.folder / "fires", "table.csv")
    content = (HEADER + "".join(rows)).encode()
    return target, import_file(content, "table.csv", target.destination, Request())


def test_what_others_saved_while_a_table_waited_is_kept(desk: Desk) -> None:
    target, outcome = open_table(desk, FIRST)
    desk.edit(lambda events: events.append(OWN))
    desk.bring(SECOND, name="other.csv")
    merge = target.add(outcome, {})
    assert len(merge.added) == 1
    assert desk.titles == ["Own", "A blast was reported", "A fire was reported"]
    # The other import still knows its row.
    assert "0 added, 0 updated, 1 unchanged" in desk.bring(SECOND, name="other.csv")


def test_the_same_table_imported_meanwhile_gives_no_second_event(desk: Desk) -> None:
    target, outcome = open_table(desk, FIRST)
    desk.bring(FIRST)
    merge = target.add(outcome, {})
    assert (len(merge.added), len(merge.unchanged)) == (0, 1)
    assert desk.titles == ["A fire was reported"]


def test_a_story_whose_zone_changed_meanwhile_wants_the_table_read_again(desk: Desk) -> None:
    target, outcome = open_table(desk, FIRST)
    path = desk.folder / "fires" / "story.json"
    path.write_text(path.read_text("utf-8").replace("Asia/Aden", "Europe/Paris"), "utf-8")
    with pytest.raises(GeoError, match=r"story\.json changed while it was read"):
        target.add(outcome, {})
    assert desk.events == []


def test_events_are_not_changed_where_their_rows_cannot_be_remembered(desk: Desk) -> None:
    (desk.folder / "fires" / "imports").write_text("in the way", "utf-8")
    before = desk.events_path.read_bytes()
    target, outcome = open_table(desk, FIRST)
    with pytest.raises(GeoError, match=r"events\.geojson: found no way to write it"):
        target.add(outcome, {})
    assert desk.events_path.read_bytes() == before
    assert not list(desk.events_path.parent.glob(".*"))


def test_an_import_that_was_stopped_half_way_is_remembered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def stop_at_the_memory(path: Path, target: Path) -> Path:
        if target.name == "table.json":
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop_at_the_memory)
        with pytest.raises(KeyboardInterrupt):
            desk.bring(FIRST, SECOND)
    assert len(desk.events) == 2
    assert not (desk.folder / "fires" / "imports" / "table.json").exists()
    printed = desk.bring(FIRST.replace("12.77", "12.99"), SECOND)
    assert "0 added, 1 updated, 1 unchanged" in printed
    assert [one.name for one in (desk.folder / "fires" / "imports").iterdir()] == ["table.json"]


def test_events_of_which_no_row_is_remembered_are_named(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    [old, _] = [one["id"] for one in desk.events]
    (desk.folder / "fires" / "imports" / "table.json").unlink()
    printed = desk.bring(FIRST.replace("12.77", "12.99"), SECOND)
    assert f"of which row they are is not remembered (1): {old};" in printed


def test_events_with_a_byte_order_mark_are_added_to(desk: Desk) -> None:
    desk.events_path.write_bytes(b"\xef\xbb\xbf" + desk.events_path.read_bytes())
    desk.bring(FIRST)
    assert desk.titles == ["A fire was reported"]


def test_the_mode_of_the_events_and_a_link_to_them_stay(desk: Desk) -> None:
    real = desk.folder / "shared.geojson"
    desk.events_path.rename(real)
    desk.events_path.symlink_to(real)
    real.chmod(0o600)
    desk.bring(FIRST)
    assert desk.events_path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert desk.titles == ["A fire was reported"]
    assert not list(desk.folder.glob(".*"))


def test_a_new_story_of_the_same_table_has_the_same_bytes(desk: Desk) -> None:
    one, two = (
        bundle_story(open_table(desk, FIRST)[1], "table.csv", NewStory("Fires")) for _ in range(2)
    )
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
