"""What a check found, as lines, as JSON and for GitHub."""

import json
from pathlib import Path

import pytest

from geo.cli.main import main
from tests.cli.story_with_problems import write_story_with_problems
from tests.event_texts import collection, record


def test_json_has_every_finding_and_the_sums(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story_with_problems(tmp_path / "story")
    assert main(["check", "--format", "json", str(folder)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["must"] + report["should"] == len(report["findings"])
    first = report["findings"][0]
    assert (first["grade"], first["file"], first["record"], first["id"], first["where"]) == (
        *("must", "events.geojson", 2, "depot", "tz"),
    )


def test_github_gets_a_workflow_command_for_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story_with_problems(tmp_path / "story")
    main(["check", "--format", "github", str(folder)])
    *lines, total = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"::error file={folder}/events.geojson,title=must::events.geojson,")
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert "must" in total


def test_a_thousand_equal_problems_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.geojson"
    path.write_bytes(collection(*[record(f"e{n}", title="") for n in range(1000)]))
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 4
    assert "title: found '', wanted text that is not blank" in out
    assert "(1,000 records: e0, e1, e2, e3, e4 and 995 more)" in out
    assert "1,000 must, 0 should" in out
