"""The command that draws a picture."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.drawing.picture.reading import read_words
from tests.event_texts import record
from tests.story_folders import point, write_story


@pytest.fixture
def lone(tmp_path: Path) -> Path:
    """A story with one event."""
    return write_story(tmp_path / "lone", record("pin", geometry=point(0.5, 3)))


@pytest.mark.parametrize(
    ("name", "starts"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_the_command_writes_the_kind_that_the_name_asks_for(
    lone: Path, tmp_path: Path, name: str, starts: bytes
) -> None:
    out = tmp_path / name
    link = "https://news.example/?group=north&view=0.5,3,6"
    assert main(["picture", link, "--out", str(out), "--story", str(lone)]) == 0
    assert out.read_bytes().startswith(starts)


def test_a_link_to_a_step_of_a_briefing_draws_the_map_of_the_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "step.svg"
    step = "http://news.example/briefing?briefing=kremlin&step="
    assert main(["picture", f"{step}6", "--out", str(out)]) == 0
    assert "451 km" in read_words(out.read_bytes())
    assert "2 of 137 events" in read_words(out.read_bytes())
    assert main(["picture", f"{step}11", "--out", str(out)]) == 1
    assert "step 11, wanted 1 to 10" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--out", "map.gif"],
            "map.gif: found another ending, wanted a name that ends in .png, .svg or .pdf",
        ),
        (["group=mars", "--out", "map.png"], "group: found 'mars', wanted one of"),
        (["--out", "no-such-folder/map.png"], "map.png: found no such folder"),
    ],
)
def test_the_command_says_what_is_wrong(
    lone: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["picture", *arguments, "--story", str(lone)]) == 1
    assert message in capsys.readouterr().err
