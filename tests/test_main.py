"""The command line says what is wrong with a file, in one line a problem."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from geo.cli.main import main
from tests.event_texts import collection, record

OURS = Path(__file__).parent.parent / "data" / "events.geojson"


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("in_folder")
def test_a_clean_file_leaves_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["check", "good.geojson"]) == 0
    assert capsys.readouterr().out == "good.geojson\n  2 records: 2 good, 0 rejected\n"


@pytest.mark.usefixtures("in_folder")
def test_a_problem_is_one_line_and_leaves_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.geojson").write_bytes(collection(record("a"), record("b", tz="Mars", radius_m="5")))
    assert main(["check", "bad.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "bad.geojson",
        "  rejected  record 2 (b), tz: found 'Mars', wanted a time zone of the IANA list, "
        "such as Europe/Paris",
        "  rejected  record 2 (b), radius_m: found '5', wanted a number",
        "  2 records: 1 good, 1 rejected, for 2 problems",
    ]


@pytest.mark.usefixtures("in_folder")
def test_a_problem_of_the_file_alone_leaves_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tail.geojson").write_bytes(collection(record("a")) + b"<b>")
    assert main(["check", "tail.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "tail.geojson",
        "  rejected  file: found '<b>' after its end, wanted nothing there",
        "  1 record: 1 good, 0 rejected, for 1 problem",
    ]


@pytest.mark.usefixtures("in_folder")
def test_a_note_alone_leaves_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("high.geojson").write_bytes(collection(record(geometry__coordinates=[1.0, 2.0, 300.0])))
    assert main(["check", "high.geojson"]) == 0
    assert "  note  heights in 1 record: left out" in capsys.readouterr().out


@pytest.mark.usefixtures("in_folder")
def test_every_file_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.geojson").write_bytes(collection())
    assert main(["check", "missing.geojson", "good.geojson"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "missing.geojson",
        "  cannot be read: missing.geojson: found no such file, wanted a file of events",
        "good.geojson",
        "  0 records: 0 good, 0 rejected",
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
def test_what_comes_from_outside_is_shown_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    name = "[bold]\x1b[31m.geojson"
    Path(name).write_bytes(collection(record("a", kind="[red]\x1b[2J[/red]\u202e")))
    main(["check", name])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "'[bold]\\x1b[31m.geojson'" in shown
    assert "found '[red]\\x1b[2J[/red]\\u202e'" in shown


@pytest.mark.usefixtures("in_folder")
@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    Path("good.geojson").write_bytes(collection())
    main(["check", "good.geojson"])
    assert ("\x1b[32m" in capsys.readouterr().out) is coloured


@pytest.mark.parametrize("arguments", [[], ["check"], ["paint"], ["schema", "much"]])
def test_wrong_usage_leaves_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2


def test_a_shell_gets_the_exit_code_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "cut.geojson").write_bytes(collection(record())[:-3])
    run = subprocess.run(
        [sys.executable, "-m", "geo", "check", str(tmp_path / "cut.geojson")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        cwd=Path(__file__).parent.parent,
    )
    assert run.returncode == 1
    assert run.stderr == ""


@pytest.fixture
def schema(capsys: pytest.CaptureFixture[str]) -> jsonschema.Draft202012Validator:
    """What `python -m geo schema` prints, as read by a library of its own."""
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(printed)
    return jsonschema.Draft202012Validator(printed)


def test_the_schema_lets_our_own_file_through(schema: jsonschema.Draft202012Validator) -> None:
    assert list(schema.iter_errors(json.loads(OURS.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "bad",
    [
        record("a b"),
        record(kind="rumour"),
        record(title=" "),
        record(start="2023-05-03"),
        record(sources__0__url="javascript:alert(1)"),
        record(geometry=None),
        record(geometry__coordinates=[37.6, 95.0]),
        record(killed={"low": -1, "best": 0, "high": 0, "claim": None}),
        {"type": "Feature"},
    ],
)
def test_the_schema_stops_a_bad_record(
    bad: dict[str, object], schema: jsonschema.Draft202012Validator
) -> None:
    assert not schema.is_valid(json.loads(collection(bad)))


def test_the_schema_explains_every_word(schema: jsonschema.Draft202012Validator) -> None:
    kinds = schema.schema["$defs"]["Event"]["properties"]["kind"]["oneOf"]
    assert [kind["const"] for kind in kinds] == ["incident", "context"]
    assert all(kind["title"] and kind["description"] for kind in kinds)


def test_corrections_are_checked_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = '{"date": "2026-11-23", "event": "a", "field": "title", "why": "Shorter."}'
    path = tmp_path / "corrections.jsonl"
    path.write_text(f"{good}\n{good}\n", "utf-8")
    assert main(["check", str(path)]) == 0
    assert "2 corrections" in capsys.readouterr().out
    path.write_text(good + "\n" + good.replace("2026-11-23", "yesterday"), "utf-8")
    assert main(["check", str(path)]) == 1
    assert "line 2, date" in capsys.readouterr().out


def test_an_error_is_not_among_the_events_that_are_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["events", "--group", "mars"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("group: 'mars', wanted one of ")
