"""The app at one of its pages, without a browser and without a server."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
# All pages by the names of their files, one that is added too.
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# A busy machine may be slow; only a failure waits.
PATIENCE_S = 300


def open_app(page: str, query: Mapping[str, str | list[str]] | None = None) -> AppTest:
    """Open the app at a page by a link, as a first visit does."""
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=PATIENCE_S)
    for name, value in (query or {}).items():
        app.query_params[name] = value
    return app.switch_page(f"../pages/{page}.py").run()


def words_of(app: AppTest) -> str:
    """Return all that our own templates and the count say on the page."""
    said = [element.proto.body for element in app.get("html")]
    if count := parts_of(app).get("event_count"):
        # A browser shows them as text.
        said += [escape(str(count[name])) for name in ("count", "words", "others")]
    return " ".join(said)


def parts_of(app: AppTest) -> dict[str, dict[str, object]]:
    """Return what each part in the browser receives, by its key."""
    contents = (json.loads(part.proto.json) for part in app.get("bidi_component"))
    return {str(content["key"]): content for content in contents if "key" in content}
