"""The `check` command reports each problem of a file or a folder in one line."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.cli.story_with_problems import write_story_with_problems
from tests.event_texts import collection, record
from tests.story_folders import write_story


@pytest.mark.usefixtures("in_folder")
def test_a_file_without_problems_gives_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["check", "good.geojson"]) == 0
    assert capsys.readouterr().out == (
        "good.geojson\n  2 records: 2 good, 0 rejected\n0 must, 0 should\n"
    )


@pytest.mark.usefixtures("in_folder")
def test_each_problem_is_one_line_and_the_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.geojson").write_bytes(collection(record("a"), record("b", tz="Mars", radius_m="5")))
    assert main(["check", "bad.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "bad.geojson",
        "  must    bad.geojson, record 2 (b), tz: found 'Mars', wanted a time zone of the IANA "
        "list, such as Europe/Paris",
        "  must    bad.geojson, record 2 (b), radius_m: found '5', wanted a number",
        "  2 records: 1 good, 1 rejected",
        "2 must, 0 should",
    ]


@pytest.mark.usefixtures("in_folder")
def test_a_problem_of_the_file_alone_gives_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tail.geojson").write_bytes(collection(record("a")) + b"<b>")
    assert main(["check", "tail.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "tail.geojson",
        "  must    tail.geojson: found '<b>' after its end, wanted nothing there",
        "  1 record: 1 good, 0 rejected",
        "1 must, 0 should",
    ]


@pytest.mark.usefixtures("in_folder")
def test_what_should_be_corrected_gives_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("high.geojson").write_bytes(collection(record(geometry__coordinates=[1.0, 2.0, 300.0])))
    assert main(["check", "high.geojson"]) == 0
    assert "  should  high.geojson: heights in 1 record: left out" in capsys.readouterr().out


@pytest.mark.usefixtures("in_folder")
def test_every_file_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.geojson").write_bytes(collection())
    assert main(["check", "missing.geojson", "good.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "missing.geojson",
        "  must    missing.geojson: found no such file, wanted a file of events",
        "  0 records: 0 good, 0 rejected",
        "good.geojson",
        "  0 records: 0 good, 0 rejected",
        "1 must, 0 should",
    ]


def test_a_file_is_shown_by_the_name_given(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "a").mkdir()
    Path("a/f.geojson").write_bytes(b"{")
    main(["check", "a/../a/f.geojson"])
    shown = capsys.readouterr().out
    assert shown.startswith("a/../a/f.geojson\n")
    assert str(in_folder) not in shown


@pytest.mark.usefixtures("in_folder")
def test_texts_of_a_file_are_shown_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    name = "[bold]\x1b[31m.geojson"
    Path(name).write_bytes(collection(record("a", kind="[red]\x1b[2J[/red]\u202e")))
    main(["check", name])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "'[bold]\\x1b[31m.geojson'" in shown
    assert "found '[red]\\x1b[2J[/red]\\u202e'" in shown


def test_a_folder_is_checked_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_story_with_problems(tmp_path / "story")
    assert main(["check", str(folder)]) == 1
    name, *lines, _, total = capsys.readouterr().out.splitlines()
    assert name == str(folder)
    starts = [
        "  must    events.geojson, record 2 (depot), tz: found 'Mars'",
        "  should  events.geojson, record 1 (bridge), claims[0].side: found 'nroth', wanted",
        "  must    briefings/first.json, step one: found 'attacked' in 'The North attacked",
        "  should  corrections/bridge.jsonl, line 1, field: found 'summry' (did you mean",
    ]
    shown = [line for line in lines if any(line.startswith(start) for start in starts)]
    assert [line[: len(start)] for line, start in zip(shown, starts, strict=True)] == starts
    musts = len([line for line in lines if line.startswith("  must ")])
    assert total == f"{musts} must, {len(lines) - musts} should"


def test_each_problem_of_a_storys_other_files_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("bridge"))
    for name in ("briefings", "corrections", "versions"):
        (folder / name).mkdir()
    sentence = '{"text": "t", "rests_on": ["bridge"]}'
    step = f'{{"id": "a", "headline": "h", "sentences": [{sentence}], "view": "x=1&tram=2"}}'
    (folder / "briefings/one.json").write_text(
        f'{{"title": "x", "language": "en", "steps": [{step}]}}', "utf-8"
    )
    (folder / "briefings/two.json").write_text('{"title": "x", "steps": 3}', "utf-8")
    lines = b'\n{"date": "soon", "event": "a", "why": "x"}\n{"a": 1'
    (folder / "corrections/bridge.jsonl").write_bytes(lines)
    (folder / "corrections/depot.jsonl").write_text("{}", "utf-16")
    (folder / "versions/0123456789ab.json").write_bytes(b"\xff")
    (folder / "method.md").write_bytes(b"\xff")
    (folder / "basemap.pmtiles").write_bytes(b"tiles")
    main(["check", str(folder)])
    of_files = ("briefings/", "corrections/", "versions/", "method.md", "basemap.pmtiles")
    shown = [
        line.split(maxsplit=1)[1]
        for line in capsys.readouterr().out.splitlines()
        if line.split(maxsplit=1)[-1].startswith(of_files)
    ]
    unknown = (
        "an unknown parameter, wanted one of attribution, briefing, changed, colour, "
        "compare, cross, data, event, figure, from, group, known ..."
    )
    assert shown == [
        f"briefings/one.json, step a, view, tram: found {unknown}",
        f"briefings/one.json, step a, view, x: found {unknown}",
        "briefings/two.json: steps: found 3, wanted a list",
        "corrections/bridge.jsonl, line 1: found an empty line, wanted a correction",
        "corrections/bridge.jsonl, line 2, date: found 'soon', wanted a date such as 2024-05-15",
        "corrections/bridge.jsonl, line 2, field: found nothing, wanted this member",
        "corrections/bridge.jsonl, line 3: found text that ends too early, at line 1 column 7, "
        "wanted JSON",
        "corrections/depot.jsonl: found text in UTF-16, wanted JSON Lines in UTF-8: save it as "
        "UTF-8",
        "versions/0123456789ab.json: found a file that is not text, wanted JSON",
        "method.md: found bytes that are not UTF-8, wanted text in UTF-8: save it as UTF-8",
        "basemap.pmtiles: found a file that ends early, wanted a whole one; cut the tiles again",
    ]


def test_the_story_file_stands_for_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("bridge"))
    main(["check", str(folder / "story.json")])
    assert "0 must, " in capsys.readouterr().out
    (folder / "story.json").write_text('{"titel": "x"}', "utf-8")
    assert main(["check", str(folder)]) == 1
    assert "story.json: title: found nothing, wanted this member" in capsys.readouterr().out
