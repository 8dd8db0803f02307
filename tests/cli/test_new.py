"""A new story on the command line: a folder that can be opened at once."""

import json
import os
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.current import StoryFiles, open_current


def test_a_country_is_taken_from_the_bundled_borders(in_folder: Path) -> None:
    assert main(["new", "ships", "--title", "Ships", "--border", "ISL"]) == 0
    [border] = open_current(StoryFiles(in_folder / "ships")).record.borders
    assert (border.name, border.accuracy_m) == ("Iceland", 1000)
    assert "true to about 1 km" in (in_folder / "ships/README.md").read_text("utf-8")


def test_a_border_from_a_file_is_copied_into_the_story(in_folder: Path) -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    border = {"type": "Polygon", "coordinates": [ring]}
    (in_folder / "square.geojson").write_text(json.dumps(border), "utf-8")
    assert main(["new", "ships", "--title", "Ships", "--border", "square.geojson"]) == 0
    (in_folder / "square.geojson").unlink()
    assert len(open_current(StoryFiles(in_folder / "ships")).record.borders) == 1


def test_nothing_is_ever_overwritten(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (in_folder / "ships").mkdir()
    (in_folder / "ships" / "notes.txt").write_text("mine")
    assert main(["new", "ships", "--title", "Ships"]) == 1
    assert "ships: found files there already, wanted a new" in capsys.readouterr().err
    assert [path.name for path in (in_folder / "ships").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (["--zone", "Aden"], "zone: found 'Aden', wanted a time zone"),
        (["--zone", "Aden"], "(did you mean 'Asia/Aden'?)"),
        (["--border", "Iceland"], "(did you mean 'ISL' for Iceland?)"),
        (["--language", "English"], "language: found 'English', wanted a language such as en"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_left_behind(
    in_folder: Path, capsys: pytest.CaptureFixture[str], option: list[str], message: str
) -> None:
    assert main(["new", "ships", "--title", "Ships", *option]) == 1
    assert message in capsys.readouterr().err
    assert not (in_folder / "ships").exists()


def test_a_title_of_another_encoding_is_named_and_nothing_is_left_behind(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = os.fsdecode("café".encode("latin-1"))
    assert main(["new", "ships", "--title", title]) == 1
    assert r"a new story: found '\udce9', wanted text in" in capsys.readouterr().err
    assert not (in_folder / "ships").exists()


def test_a_folder_whose_name_is_not_text_is_a_story_all_the_same(in_folder: Path) -> None:
    name = os.fsdecode("café".encode("latin-1"))
    assert main(["new", name, "--title", "Ships"]) == 0
    assert open_current(StoryFiles(in_folder / name)).story.title == "Ships"


def test_a_file_is_not_a_folder(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (in_folder / "notes.txt").write_text("mine")
    assert main(["new", "notes.txt", "--title", "Ships"]) == 1
    assert "notes.txt: found a file, wanted a new or an empty folder" in capsys.readouterr().err
    assert (in_folder / "notes.txt").read_text() == "mine"


def test_the_current_folder_is_called_by_its_name(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", ".", "--title", "Ships"]) == 0
    assert capsys.readouterr().out.startswith(f"{in_folder.name} is ready")
    assert f"STORY=path/to/{in_folder.name} " in (in_folder / "README.md").read_text("utf-8")
