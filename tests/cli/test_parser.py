"""What is wrong in a command line is said like every other problem, with what was meant."""

import pytest

from geo.cli.main import main


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("events --groop x", "--groop: found an unknown option, wanted one of --address, --"),
        ("events --groop x", "(did you mean '--group'?)"),
        ("events --groop=x --group y", "--groop: found an unknown option, wanted one of"),
        ("events --kin\x1bd=x", r"'--kin\x1bd': found an unknown option"),
        ("schema story b.geojson", "error: found 'b.geojson', wanted nothing more"),
        ("--loud schema", "geo: error: --loud: found an unknown option, wanted one of --help, --v"),
        (
            "schema storry",
            "geo schema: error: kind: found 'storry', wanted one of briefing, corrections, "
            "events, story (did you mean 'story'?)",
        ),
        ("schmea", "COMMAND: found 'schmea', wanted one of briefing, check, "),
        ("schmea", "(did you mean 'schema'?)"),
        ("events --format cvs", "--format: found 'cvs', wanted one of "),
        ("events --format " + "x" * 99, "(99 characters), wanted one of "),
    ],
)
def test_what_is_not_known_is_named_with_what_is(
    words: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(words.split(" "))
    assert leaving.value.code == 2
    shown = capsys.readouterr()
    assert message in shown.err
    assert shown.out == ""
