"""What commands write to a terminal."""

from pathlib import Path

import pytest

from geo.cli.main import main
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
