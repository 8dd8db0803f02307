"""A table may say the words that a story declares for itself, by id or by label."""

from pathlib import Path

from geo.cli.main import main
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
