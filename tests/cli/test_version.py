"""Versions on the command line."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import collection, record
from tests.full_disk import fill_disk
from tests.story_folders import write_story


def test_the_command_adds_a_version_and_says_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    assert "the first version, 1 event" in capsys.readouterr().out
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["version", "--story", str(folder)]) == 0
    assert "1 event added" in capsys.readouterr().out
    assert main(["version", "--story", str(folder)]) == 0
    assert "is already recorded" in capsys.readouterr().out


def test_a_file_that_is_not_read_whole_is_not_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b"))
    main(["version", "--story", str(folder)])
    recorded = sorted((folder / "versions").iterdir())
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b", verification="x")))
    assert main(["version", "--story", str(folder)]) == 1
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b"))[:-300])
    assert main(["version", "--story", str(folder)]) == 1
    shown = capsys.readouterr()
    assert "removed" not in shown.out
    assert "events.geojson: found record 2 (b), verification: found 'x'" in shown.err
    assert shown.err.count("nothing was recorded") == 2
    assert sorted((folder / "versions").iterdir()) == recorded


def test_a_full_disk_leaves_no_part_of_a_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    with fill_disk():
        status = main(["version", "--story", str(folder)])
    assert status == 1
    assert not list((folder / "versions").iterdir())
    assert ".json: found" in capsys.readouterr().err
    assert main(["version", "--story", str(folder)]) == 0
    assert "the first version, 1 event" in capsys.readouterr().out


def test_a_cut_archive_is_named_and_written_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    main(["version", "--story", str(folder)])
    [path] = (folder / "versions").glob("*.xz")
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    main(["check", str(folder)])
    assert f"versions/{path.name}: found a file that is cut off or broken" in (
        capsys.readouterr().out
    )
    assert main(["version", "--story", str(folder)]) == 0
    assert "was broken, and is written again" in capsys.readouterr().out
    assert path.read_bytes() == whole


def test_a_cut_version_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    main(["version", "--story", str(folder)])
    [path] = (folder / "versions").glob("*.json")
    path.write_bytes(b"")
    assert main(["version", "--story", str(folder)]) == 1
    message = (
        f"versions/{path.name}: found text that is cut off or no JSON, wanted a version: restore "
        "the file, or delete it and run geo version"
    )
    assert message in capsys.readouterr().err
    assert main(["check", str(folder)]) == 1
    assert message in capsys.readouterr().out
    path.unlink()
    assert main(["version", "--story", str(folder)]) == 0
