"""The worker that makes a visited site readable offline: its version is that of the whole site."""

import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256

from geo.publishing.site.plan.plan import Plan
from tests.publishing.site.sites import build


@dataclass(frozen=True)
class Settings:
    """What is written before the code of the worker."""

    version: str
    files: list[str]
    own: list[str]


def read_settings(site: dict[str, bytes]) -> Settings:
    """Return the settings of the worker of a site."""
    found = re.match(r"globalThis\.OFFLINE = (\{.*?\});\n", site["offline.js"].decode())
    assert found is not None
    return Settings(**json.loads(found[1]))


def test_what_the_first_page_needs_is_there_offline(site: dict[str, bytes]) -> None:
    page = site["index.html"].decode()
    scripts = set(re.findall(r'"src":"([^"]+)"', page))
    assert len(scripts) == 5
    assert set(read_settings(site).files) == {"index.html", "site.css"} | scripts


def test_a_script_of_the_explorer_is_named_by_its_hash(site: dict[str, bytes]) -> None:
    for file in read_settings(site).files[2:]:
        path, _, name = file.partition("?")
        assert sha256(site[path]).hexdigest().startswith(name)
        assert len(name) == 10


def test_its_version_changes_with_the_files(site: dict[str, bytes], plan: Plan) -> None:
    """It is the same for the same files: two runs give the same bytes, of this one too."""
    other = build(replace(plan, app_url="https://other.example/"))
    assert read_settings(site).version != read_settings(other).version


def test_it_answers_for_the_site_alone_and_not_for_others_below(site: dict[str, bytes]) -> None:
    own = read_settings(site).own
    assert {path.split("/")[0] for path in site} - {"offline.js"} == set(own)
    assert own == sorted(own)
