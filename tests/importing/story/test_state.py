"""What a story remembers of a table that came in."""

import json

from geo.cli.main import main
from tests.importing.desk import FIRST, Desk


def test_answers_are_remembered(desk: Desk) -> None:
    row = FIRST.replace("2023-05-03", "03/05/2023")
    printed = desk.bring(row)
    assert "order:date: Column 'date': is the day or the month first" in printed
    assert desk.events == []
    asked = json.loads((desk.folder / "table.answers.json").read_text("utf-8"))
    assert asked["answers"] == {"order:date": None}
    asked["answers"]["order:date"] = "dmy"
    (desk.folder / "table.answers.json").write_text(json.dumps(asked), "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "table.answers.json"]
    assert main(arguments) == 0
    assert desk.events[0]["properties"]["when"] == "2023-05-03"
    printed = desk.bring(row)
    assert "0 added, 0 updated, 1 unchanged" in printed
    assert "earlier import of 'table.csv' are used: 'order:date' is 'dmy'" in printed
    assert "order:date: " not in printed
