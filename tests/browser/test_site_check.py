"""A published site as its check sees it in a real browser: each problem by its page, once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from geo.publishing.site.folder.write import write_site
from geo.publishing.site_check import count_visits, read_site, visit_pages

pytestmark = pytest.mark.browser

INDEX = "index.html"
SCRIPTS = {
    "throws": "null.length;",
    "logs": "console.error('out of ink');",
    "asks": "new Image().src = 'https://elsewhere.example/a.png';",
    "misses": "new Image().src = 'gone.png';",
    "links": 'document.body.innerHTML = \'<a href="gone.html">x</a><a href="#made">y</a>\''
    " + '<p id=made></p><p id=twice></p><p id=twice></p>';",
    "modules": "",
    "whole": "document.title = 'whole';",
}


def test_each_problem_that_only_a_browser_finds_is_named_with_its_page(tmp_path: Path) -> None:
    files = {INDEX: "<!doctype html><title>start</title><link rel=icon href=data:,><p>"}
    for name, code in SCRIPTS.items():
        kind = "module" if name == "modules" else "text/javascript"
        files[f"{name}/{INDEX}"] = (
            "<!doctype html><title>a</title><link rel=icon href=data:,><body>"
            f'<script type="{kind}" src="own.js"></script>'
        )
        files[f"{name}/own.js"] = code
    write_site([(path, text.encode()) for path, text in files.items()], tmp_path / "site")
    site = read_site(tmp_path / "site")
    visited: list[None] = []
    # The check starts a browser of its own, and a thread runs but one.
    with ThreadPoolExecutor(1) as other:
        found = other.submit(lambda: list(visit_pages(site, lambda: visited.append(None))))
    problems = [str(problem) for problem in found.result()]
    assert len(visited) == count_visits(site) == 1 + 2 * len(SCRIPTS)

    def of(page: str) -> list[str]:
        start = f"{page}/{INDEX}"
        return [
            problem.removeprefix(start) for problem in problems if problem.startswith(f"{start}:")
        ]

    assert "throws" in of("throws")[0]
    assert "logs the error 'out of ink'" in of("logs")[0]
    assert ": asks another host for 'https://elsewhere.example/a.png'" in of("asks")
    assert "404" in of("misses")[0]
    assert "gone.png" in of("misses")[0]
    assert of("links") == [
        ": found the id 'twice' more than once when its scripts had run",
        ": its scripts made the link 'gone.html', which leads to no file of the site",
    ]
    # A module loads from a server, and not from disk.
    assert of("modules") == []
    assert any(problem.startswith(f"modules/{INDEX} (from disk): logs") for problem in problems)
    assert not any(problem.startswith(("whole/", INDEX)) for problem in problems)
