"""What commands write to a terminal."""

from contextlib import chdir
from pathlib import Path

import pytest

from geo.cli.console import check_new_file
from geo.cli.main import main
from geo.errors import GeoError
from tests.event_texts import collection


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


@pytest.mark.parametrize(
    ("name", "free"), [("a.b.csv", "a.b.3.csv"), ("plain", "plain.2"), (".", ".2")]
)
def test_a_name_that_is_taken_comes_with_one_that_is_free(
    tmp_path: Path, name: str, free: str
) -> None:
    for there in ("a.b.csv", "plain"):
        (tmp_path / there).write_text("precious", "utf-8")
    (tmp_path / "a.b.2.csv").symlink_to(tmp_path / "nowhere")
    with chdir(tmp_path), pytest.raises(GeoError) as raised:
        check_new_file("--out", Path(name))
    assert str(raised.value) == (
        f"--out: found a file called {Path(name).name!r}, wanted a name that no file has, such as "
        f"{free!r}; to use this one again, first move or delete the file; nothing was written"
    )


def test_a_name_that_nothing_has_is_good(tmp_path: Path) -> None:
    check_new_file("--out", tmp_path / "new.csv")
    check_new_file("--out", None)
