"""The pages of a site by the validator of the W3C, which knows more rules than a parser."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.chromium import PATIENCE_S

JAR = Path(__file__).parents[3] / "node_modules/vnu-jar/build/dist/vnu.jar"
# What it reports and we do not correct: patterns of its message and of the text that it is about.
EXCEPTIONS = (
    # On a phone, claims.css shows rows as cards. A browser may then no longer say that they are
    # rows of a table, unless their roles do.
    r"“role” attribute must not be used on a “t[dhr]” element which has a “table” ",
    # It does not know container queries: https://www.w3.org/TR/css-contain-3/
    r"CSS: Unrecognized at-rule “@container”: ",
    r"CSS: “container(-type)?”: Property .* doesn't exist.: .*container",
    # Nor lengths that are computed from custom properties.
    r"CSS: “(font-size|width)”: Parse Error.: .*-(type|most)\)\)",
)


def _list_errors(folder: Path, paths: list[str]) -> list[dict[str, str]]:
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs java: apt-get install default-jre-headless")
    if not JAR.is_file():
        pytest.skip("needs the validator: make node_modules/.installed")
    # For so short a run, thorough compiling takes more time than it saves.
    options = ["-Xss4m", "-XX:TieredStopAtLevel=1"]
    command = [java, *options, "-jar", str(JAR), "--errors-only", "--also-check-css"]
    done = subprocess.run(
        [*command, "--format", "json", *paths],
        cwd=folder,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return messages


def test_a_page_of_each_kind_and_its_style_sheets_are_valid(
    site: dict[str, bytes], tmp_path: Path
) -> None:
    others = re.compile(r"(events/(bridge|tower)|(briefing|downloads)/(briefing-)?port)")
    paths = [path for path in site if path.endswith((".html", ".css")) and not others.match(path)]
    # Something that is wrong, so that a validator that reads nothing is noticed.
    for path, content in [*((path, site[path]) for path in paths), ("wrong.html", b"<p>")]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    errors = [
        f"{error['url'].removeprefix(f'file:{tmp_path}/')}: {error['message']}: {error['extract']}"
        for error in _list_errors(tmp_path, [*paths, "wrong.html"])
    ]
    known = {
        pattern: [error for error in errors if re.search(pattern, error, re.S)]
        for pattern in EXCEPTIONS
    }
    assert all(known.values()), known
    wrong = set(errors) - {error for found in known.values() for error in found}
    assert any(error.startswith("wrong.html: ") for error in wrong)
    assert [error for error in wrong if not error.startswith("wrong.html: ")] == []
