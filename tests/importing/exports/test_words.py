"""A table may say the words that a story declares for itself, by id or by label."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import record
from tests.story.own_words import write_own_words

TABLE = """id,title,date,lat,lon,event_type,target_type
a,The port was said to be closed,2023-05-03,10.5,20.5,Blockade,lighthouse
b,The lamp was said to be dark,2023-05-04,10.5,20.5,darkness,LIGHTHOUSE
"""


def test_own_words_are_understood_and_others_go_to_the_note(tmp_path: Path) -> None:
    folder = write_own_words(tmp_path / "story", record("closed", event_type="blockade"))
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    command = ["import", str(tmp_path / "table.csv"), "--story", str(folder)]
    assert main(command) == 0
    events = open_view(folder).record.events
    assert events["event_type"].to_dict() == {"closed": "blockade", "a": "blockade", "b": "other"}
    assert events.loc[["a", "b"], "target_type"].tolist() == ["lighthouse", "lighthouse"]
    before = (folder / "events.geojson").read_bytes()
    assert b"darkness" in before
    assert main(command) == 0
    assert (folder / "events.geojson").read_bytes() == before


def write_foreign(folder: Path) -> Path:
    """Write a story whose events have words of its own, and return its file of events."""
    return (
        write_own_words(
            folder,
            record("closed", event_type="blockade"),
            record("dark", target_type="lighthouse"),
            record("bridge"),
        )
        / "events.geojson"
    )


def test_words_of_another_story_cost_no_record_and_no_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, story = write_foreign(tmp_path / "theirs"), tmp_path / "ours"
    assert main(["new", str(story), "--title", "Ours"]) == 0
    assert main(["import", str(table), "--story", str(story)]) == 0
    said = capsys.readouterr().out
    assert "3 records read, 3 give an event" in said
    assert "event_type 'blockade' is not a word of this story, kept in the desk's note" in said
    assert "declare it in event_types of story.json before the import (row 1)" in said
    assert "accusations for the desk" not in said
    theirs, ours = open_view(table.parent).record.events, open_view(story).record.events
    assert ours["claims"].to_dict() == theirs["claims"].to_dict()
    assert ours["attribution"].to_dict() == theirs["attribution"].to_dict()
    assert ours["event_type"].to_dict() == {
        "closed": "other",
        "dark": "sabotage_or_ied",
        "bridge": "sabotage_or_ied",
    }
    assert "event_type: blockade" in (story / "events.geojson").read_text("utf-8")


@pytest.mark.parametrize("kind", ["parquet", "xlsx", "csv"])
def test_words_of_another_story_are_kept_in_every_format(tmp_path: Path, kind: str) -> None:
    table, story = write_foreign(tmp_path / "theirs"), tmp_path / "ours"
    (tmp_path / f"t.{kind}").write_bytes(export_view(open_view(table.parent), kind))
    assert main(["new", str(story), "--title", "Ours"]) == 0
    assert main(["import", str(tmp_path / f"t.{kind}"), "--story", str(story)]) == 0
    text = (story / "events.geojson").read_text("utf-8")
    assert "event_type: blockade" in text
    assert "target_type: lighthouse" in text


def test_a_file_without_its_story_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write_foreign(tmp_path / "theirs")
    alone = tmp_path / "alone.geojson"
    alone.write_bytes(table.read_bytes())
    assert main(["check", str(alone)]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "2 records have words that no story declares here" in said
    assert "(event_type 'blockade', target_type 'lighthouse'): open the file with the story" in said
    assert main(["check", str(table)]) == 0
    assert "no story declares" not in capsys.readouterr().out
