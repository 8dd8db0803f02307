"""A mapping of columns that a desk has saved."""

import json
import shutil
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.importing.columns.mapping import ColumnMapping, ColumnUse, MappingError, read_mapping
from tests.importing.desk import FIRST, HEADER, Desk
from tests.importing.reading import SAMPLES, import_text


def test_a_saved_mapping_reads_the_next_table_in_the_same_way(desk: Desk) -> None:
    desk.bring(FIRST)
    assert main(["import", "table.csv", "--story", "fires", "--save-mapping", "m.json"]) == 0
    saved = json.loads((desk.folder / "m.json").read_text("utf-8"))
    assert saved["columns"]["title"] == {"as": "title"}
    saved["columns"]["memo"] = {"as": "region"}
    (desk.folder / "m.json").write_text(json.dumps(saved), "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--mapping", "m.json"]
    assert main(arguments) == 0
    assert desk.events[0]["properties"]["region"] == "first"
    saved["columns"]["memo"] = {"as": "reggion"}
    (desk.folder / "m.json").write_text(json.dumps(saved), "utf-8")
    desk.capsys.readouterr()
    assert main(arguments) == 1
    assert "found 'reggion', wanted one of" in desk.capsys.readouterr().err


def test_only_a_mapping_that_names_columns_is_mentioned() -> None:
    text = "Title,Date,Sort\na,2023-05-03,b\n"
    assert list(import_text(text, mapping=ColumnMapping()).remarks) == []
    named = ColumnMapping(columns={"Sort": ColumnUse(role="kept")})
    assert list(import_text(text, mapping=named).remarks) == ["columns as the mapping names them"]


def test_a_mapping_is_never_written_over_a_file(desk: Desk) -> None:
    desk.bring(FIRST)
    before = (desk.folder / "table.csv").read_bytes()
    (desk.folder / "other.csv").write_bytes(before)
    arguments = ["import", "table.csv", "--story", "fires", "--dry-run", "--save-mapping"]
    assert main([*arguments, "table.csv"]) == 1
    assert "--save-mapping: found 'table.csv', which" in desk.capsys.readouterr().err
    assert main([*arguments, "other.csv"]) == 1
    assert "--save-mapping: found a file called 'other.csv'" in desk.capsys.readouterr().err
    assert (desk.folder / "table.csv").read_bytes() == before
    assert (desk.folder / "other.csv").read_bytes() == before


@pytest.mark.parametrize("target", [["--story", "fires"], ["--out", "out.geojson"]])
def test_a_dry_run_says_that_it_wrote_the_mapping(desk: Desk, target: list[str]) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST, "utf-8")
    arguments = ["import", "table.csv", *target, "--dry-run", "--save-mapping", "m.json"]
    assert main(arguments) == 0
    assert desk.capsys.readouterr().out.endswith("dry run: nothing else was written\n")
    assert json.loads((desk.folder / "m.json").read_text("utf-8"))["columns"]
    assert not (desk.folder / "out.geojson").exists()


def test_a_mapping_with_a_column_twice_is_refused_and_a_mark_left_out(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text('{"columns": {"a": {"as": "title"}, "a": {"as": "place"}}}', "utf-8")
    with pytest.raises(MappingError, match=r"^m\.json: found 'a' twice in one object"):
        read_mapping(path)
    path.write_text('{"columns": {"a": {"as": "title"}}}', "utf-8-sig")
    assert read_mapping(path).columns["a"].role == "title"


def test_a_saved_mapping_takes_a_column_apart_again(desk: Desk) -> None:
    shutil.copy(SAMPLES / "geoconfirmed.kml", desk.folder)
    assert main(["import", "geoconfirmed.kml", "--out", "a.geojson", "--save-mapping", "m"]) == 0
    assert main(["import", "geoconfirmed.kml", "--out", "b.geojson", "--mapping", "m"]) == 0
    first, second = (
        [one["properties"] for one in json.loads((desk.folder / name).read_text())["features"]]
        for name in ("a.geojson", "b.geojson")
    )
    for member in ("when", "sources", "summary"):
        assert [one.get(member) for one in first] == [one.get(member) for one in second]
