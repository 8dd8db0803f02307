"""What an import writes beside the table is the desk's, and never overwritten."""

import json

from geo.cli.main import main
from tests.importing.desk import FIRST, SECOND, Desk


def test_rejected_rows_are_corrected_and_imported_as_a_part_of_the_same_table(desk: Desk) -> None:
    printed = desk.bring(FIRST, SECOND.replace("2023-05-04", "2023-02-30"))
    assert "table.rejected.csv: to correct and import again" in printed
    path = desk.folder / "table.rejected.csv"
    text = path.read_text("utf-8-sig")
    assert "reason (geo import)" in text
    assert "date: found '2023-02-30', wanted a day that exists" in text
    assert text.rstrip().endswith(",3")
    path.write_text(
        text.replace("lat,lon", "lat,lon").replace("2023-02-30,", "2023-05-04,"), "utf-8"
    )
    assert main(["import", "table.rejected.csv", "--story", "fires"]) == 0
    printed = desk.capsys.readouterr().out
    assert "1 added, 0 updated, 0 unchanged" in printed
    assert "no longer in the table" not in printed
    assert desk.titles == ["A fire was reported", "A blast was reported"]
    assert "reason" not in json.dumps(desk.events)
    # The corrected sheet as a whole finds both of its events.
    printed = desk.bring(FIRST, SECOND)
    assert "0 added, 0 updated, 2 unchanged" in printed


BROKEN = "Something was said,soon,12.79,45.05,third\n"


def test_what_the_desk_corrected_is_never_overwritten(desk: Desk) -> None:
    desk.bring(FIRST, BROKEN)
    path = desk.folder / "table.rejected.csv"
    corrected = path.read_text("utf-8-sig").replace("soon", "2023-05-05")
    path.write_text(corrected, "utf-8")
    # The table again, which has the row as it was: what was corrected in the other file stays.
    printed = desk.bring(FIRST, BROKEN)
    assert path.read_text("utf-8") == corrected
    assert (
        "table.rejected.2.csv: to correct and import again; table.rejected.csv is left" in printed
    )
    second = (desk.folder / "table.rejected.2.csv").read_text("utf-8-sig")
    assert "soon" in second
    # The same rejected rows once more need no third file.
    assert "table.rejected.2.csv" in desk.bring(FIRST, BROKEN)
    assert sorted(one.name for one in desk.folder.glob("*.rejected*")) == [
        "table.rejected.2.csv",
        "table.rejected.csv",
    ]


def test_a_second_file_of_rejected_rows_is_part_of_the_same_table(desk: Desk) -> None:
    desk.bring(FIRST, BROKEN)
    desk.bring(FIRST, BROKEN.replace("soon", "later"))
    path = desk.folder / "table.rejected.2.csv"
    path.write_text(path.read_text("utf-8-sig").replace("later", "2023-05-05"), "utf-8")
    assert main(["import", path.name, "--story", "fires"]) == 0
    assert len(desk.events) == 2
    assert [one.name for one in (desk.folder / "fires" / "imports").iterdir()] == ["table.json"]


def test_a_part_of_which_a_row_is_still_bad_keeps_what_was_corrected(desk: Desk) -> None:
    desk.bring(BROKEN, BROKEN.replace("third", "fourth"))
    path = desk.folder / "table.rejected.csv"
    half = path.read_text("utf-8-sig").replace("soon", "2023-05-05", 1)
    path.write_text(half, "utf-8")
    assert main(["import", path.name, "--story", "fires"]) == 1
    assert path.read_text("utf-8") == half
    assert "fourth" in (desk.folder / "table.rejected.2.csv").read_text("utf-8-sig")


def test_answers_that_were_filled_in_are_never_overwritten(desk: Desk) -> None:
    row = "A fire was reported,03/05/2023,12.77,45.03,first\n"
    desk.bring(row)
    path = desk.folder / "table.answers.json"
    filled = path.read_text("utf-8").replace("null", '"dmy"')
    path.write_text(filled, "utf-8")
    assert "table.answers.2.json: fill it in" in desk.bring(row)
    assert path.read_text("utf-8") == filled
