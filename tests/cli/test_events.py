"""The `events` command writes the same files as the API."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.serving import RECORDS, serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that no test changes."""
    return write_story(tmp_path_factory.mktemp("events") / "story", *RECORDS)


def test_the_command_line_gives_the_same_file(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with serving(folder) as client:
        fetched = client.get("/api/export/csv?group=south&from=2023-05-03&to=2023-05-03").content
    words = ["events", "--story", str(folder), "--group", "south", "--from", "2023-05-03"]
    words += ["--to", "2023-05-03", "--format", "csv", "--address", "http://testserver/"]
    assert main(words) == 0
    out, err = capfdbinary.readouterr()
    assert out == fetched
    assert err == b"2 of 5 events\n"


def test_the_command_line_says_how_a_misspelled_word_was_read(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["events", "--story", str(folder), "--q", "damba"]) == 0
    err = capfdbinary.readouterr().err.decode()
    assert err == "1 of 5 events\nNo event has “damba”; showing “Дамба”.\n"


def test_the_command_line_knows_a_kind_by_its_file(folder: Path, tmp_path: Path) -> None:
    for kind, name in (("csv", "a.csv"), ("claims", "a-claims.csv"), ("kmz", "a.KMZ")):
        assert main(["events", "--story", str(folder), "--out", str(tmp_path / name)]) == 0
        start = {"csv": '\ufeff"id"', "claims": '\ufeff"event"', "kmz": "PK"}[kind]
        assert (tmp_path / name).read_bytes().startswith(start.encode())


def test_a_command_that_breaks_off_leaves_the_file_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "events.csv"
    out.write_bytes(b"as it was")
    monkeypatch.setattr("geo.publishing.export.csv.escape_formula", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["events", "--story", str(folder), "--out", str(out)])
    assert out.read_bytes() == b"as it was"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["events.csv"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--group", "mars"], "group: found 'mars'"),
        (["--out", "events.pdf"], "events.pdf: found no kind of file"),
        (["--out", "no/such/folder/x.csv"], "x.csv: found no such folder"),
        (["--events", "missing.geojson"], "missing.geojson"),
        (["--address", "javascript:alert(1)"], "--address: found 'javascript:alert(1)', wanted an"),
        (["--address", "news.example"], "wanted an address that starts with http or https"),
        (["--address", "https://me:key@news.example/"], "--address: found a user name or a pass"),
        (["--known", "2023-05-03T12:00"], "known: found 2023-05-03T12:00, wanted a view without"),
    ],
)
def test_the_command_line_says_what_it_cannot_use(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["events", "--story", str(folder), *words]) == 1
    assert message in capsys.readouterr().err


def test_the_command_line_says_how_many_events_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = write_story(tmp_path / "story", record("a"), record("b", title=None))
    out = str(tmp_path / "out.csv")
    assert main(["events", "--story", str(story), "--out", out]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said == ["1 event", "1 of 2 events could not be read and are not shown"]


def test_an_address_without_a_slash_leads_to_the_app(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = ["events", "--story", str(folder), "--group", "south", "--address"]
    assert main([*words, "https://news.example/map"]) == 0
    assert b"https://news.example/map/?group=south" in capfdbinary.readouterr().out
