"""The worker that makes a visited site readable offline: its version is that of the whole site."""

import json
import re
from dataclasses import replace

from geo.publishing.site.explorer.offline import write_offline
from geo.publishing.site.plan.plan import Plan
from tests.publishing.site.sites import build


def read_settings(script: bytes) -> dict[str, object]:
    """Return what is written before the code of the worker."""
    found = re.match(r"globalThis\.OFFLINE = (\{.*?\});\n", script.decode())
    assert found is not None
    read: dict[str, object] = json.loads(found[1])
    return read


def test_what_the_first_page_needs_is_there_offline(site: dict[str, bytes]) -> None:
    held = read_settings(site["offline.js"])["files"]
    assert isinstance(held, list)
    assert set(held) <= site.keys()
    needed = set(re.findall(r"'(explorer/\w+\.js)'", site["index.html"].decode()))
    assert len(needed) == 3
    assert needed | {"index.html", "explorer/base.js"} <= set(held)


def test_its_version_changes_with_the_files(site: dict[str, bytes], plan: Plan) -> None:
    """It is the same for the same files: two runs give the same bytes, of this one too."""
    other = build(replace(plan, app_url="https://other.example/"))
    first, changed = (read_settings(one["offline.js"])["version"] for one in (site, other))
    assert first != changed


def test_a_file_that_the_site_lacks_is_not_asked_for() -> None:
    assert read_settings(write_offline("1", ["site.css"]))["files"] == ["site.css"]
