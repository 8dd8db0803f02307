"""No command writes over a file of a story, nor over one that it reads."""

import json
import re
import shutil
from pathlib import Path

import pytest

from geo.cli.main import COMMANDS, main
from tests.event_texts import record
from tests.story.own_words import change_story
from tests.story_folders import write_story

# How each command that has --out is called, without it.
CALLS = {
    "sheet": "sheet story",
    "import": "import table.csv",
    "distances": "distances table.csv --story story",
    "events": "events --story story",
    "briefing": "briefing tour --story story",
    "publish": "publish --story story",
    "picture": "picture --story story",
}
OF_A_STORY = (
    "story.json",
    "events.geojson",
    "border.geojson",
    "method.md",
    "README.md",
    "events.xlsx",
    "basemap.pmtiles",
    "versions.jsonl",
    "corrections.jsonl",
    "base/lakes.geojson",
    "briefings/tour.json",
    "corrections/a.jsonl",
    "imports/table.json",
    "versions/3f9a0c417be2.xz",
)


@pytest.fixture
def story(in_folder: Path) -> Path:
    """A story with a file of each kind, and a table beside it."""
    folder = write_story(in_folder / "story", record("a"))
    change_story(folder, subtitle="long " * 100, basemap={"lakes": "base/lakes.geojson"})
    for name in OF_A_STORY:
        path = folder / name
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text("precious", "utf-8")
    (in_folder / "table.csv").write_text("title,lon,lat\nA blast,0.5,0.5\n", "utf-8")
    return folder


def read_all(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_command_that_writes_a_file_is_looked_at_here(
    capsys: pytest.CaptureFixture[str],
) -> None:
    writing = set()
    for name in COMMANDS:
        with pytest.raises(SystemExit):
            main([name, "--help"])
        if re.search(r"--out\b", capsys.readouterr().out):
            writing.add(name)
    assert writing == CALLS.keys()


@pytest.mark.parametrize("command", CALLS)
def test_a_file_of_the_story_is_never_written_over(
    story: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(story)
    for name in OF_A_STORY:
        assert main([*CALLS[command].split(), "--out", str(story / name)]) == 1
        message = capsys.readouterr().err
        assert message.startswith(f"--out: found '{Path(name).name}' in a story's folder")
        assert "nothing was written" in message
    assert read_all(story) == before


@pytest.mark.parametrize(
    "words",
    [
        "distances table.csv --story story --out table.csv",
        "distances table.csv --border line.csv --out line.csv",
        "events --story story --events others.geojson --out others.geojson",
        "import table.csv --mapping map.json --save-mapping map.json --dry-run --story story",
        "import table.csv --out ./story/../table.csv",
    ],
)
def test_a_file_that_is_read_is_never_written_over(
    story: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(story / "events.geojson", "others.geojson")
    for name in ("line.csv", "map.json"):
        Path(name).write_text("precious", "utf-8")
    before = read_all(story.parent)
    assert main(words.split()) == 1
    assert "which this command reads, wanted another name" in capsys.readouterr().err
    assert read_all(story.parent) == before


def test_a_file_that_a_variable_names_is_never_written_over(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("EVENTS", "SECOND_BORDER"):
        path = shutil.copy(story / "events.geojson", f"{variable}.geojson")
        monkeypatch.setenv(variable, str(path))
        assert main(["events", "--story", "story", "--out", str(path)]) == 1
        assert "which this command reads" in capsys.readouterr().err
        monkeypatch.delenv(variable)


def test_a_link_to_a_file_of_a_story_is_no_way_around(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(story)
    Path("link.geojson").symlink_to(story / "events.geojson")
    Path("place").symlink_to(story, target_is_directory=True)
    other = write_story(story.parent / "other", record("b"))
    for out in ("link.geojson", "place/events.geojson", "story/events.geojson"):
        assert main(["events", "--story", str(other), "--q", "zzzzqqq", "--out", out]) == 1
        assert "it is a file of the story" in capsys.readouterr().err
    assert read_all(story) == before


def test_a_story_that_cannot_be_read_loses_nothing(story: Path) -> None:
    (story / "story.json").write_text("{", "utf-8")
    (story / "border2.geojson").write_text("precious", "utf-8")
    other = write_story(story.parent / "other", record("b"))
    words = ["events", "--story", str(other), "--out", str(story / "border2.geojson")]
    assert main(words) == 1
    assert (story / "border2.geojson").read_text("utf-8") == "precious"


def test_what_a_command_wrote_is_written_again_also_in_the_folder_of_the_story(
    story: Path,
) -> None:
    out = story / "chosen.csv"
    assert main(["events", "--story", "story", "--out", str(out)]) == 0
    whole = out.read_bytes()
    assert main(["events", "--story", "story", "--q", "zzzzqqq", "--out", str(out)]) == 0
    assert len(out.read_bytes()) < len(whole)


@pytest.mark.parametrize(
    "words",
    [
        "sheet story --out story/events.xlsx",
        "events --story story --format csv --out csv",
        "events --story story --format csv --out story/UTC",
        "events --story story --out story/versions.csv",
    ],
)
def test_only_what_is_there_and_is_a_file_is_one_of_the_story(
    story: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "events.xlsx").unlink()
    assert main(words.split()) == 0, capsys.readouterr().err


def test_a_briefing_is_written_again_beside_what_it_is_made_from(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = write_story(in_folder / "story", record("a"))
    (story / "briefings").mkdir()
    step = {"id": "one", "headline": "A", "sentences": [{"text": "B.", "rests_on": ["a"]}]}
    content = json.dumps({"title": "B", "steps": [step | {"view": "event=a"}]})
    (story / "briefings/tour.json").write_text(content)
    words = ["briefing", "tour", "--story", "story", "--out", "story/briefings/tour.html"]
    for _ in range(2):
        assert main(words) == 0, capsys.readouterr().err


def test_two_outputs_of_one_command_are_two_files(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "import table.csv --out new.json --save-mapping ./new.json"
    assert main(words.split()) == 1
    assert "--out: found 'new.json', which another option names, too" in capsys.readouterr().err
    assert not Path("new.json").exists()
    assert (story / "story.json").exists()


@pytest.mark.parametrize("command", ["distances", "events", "briefing", "picture"])
def test_the_help_says_what_is_replaced(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "replaces an earlier file of that name, but never a story's file or an input" in said
