"""Events of a table in a file of their own."""

import pytest

from geo.cli.main import main
from geo.events import read_events
from tests.importing.desk import FIRST, HEADER, SECOND, Desk


@pytest.mark.parametrize("ending", ["geojson", "parquet"])
def test_events_may_go_to_a_file_of_their_own(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST + SECOND, "utf-8")
    assert main(["import", "table.csv", "--out", f"out.{ending}"]) == 0
    reading = read_events(desk.folder / f"out.{ending}")
    assert reading.rejected == ()
    assert reading.events["title"].tolist() == ["A fire was reported", "A blast was reported"]
    assert reading.events["lon"].tolist() == [45.03, 45.04]
    assert reading.events["tz"].tolist() == ["Asia/Aden", "Asia/Aden"]
    assert reading.events["start"].iloc[0].isoformat() == "2023-05-02T21:00:00+00:00"
