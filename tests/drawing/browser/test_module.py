"""The JavaScript as one module."""

import re
from pathlib import Path

import pytest

from geo.drawing.browser import module as drawing

ROOT = Path(__file__).parents[3]
BROWSER = ROOT / "geo/drawing/browser"
# From the top down: a file imports from its own folder and from those below.
FOLDERS = [
    "time_map.js",
    *("map", "map/base", "map/events", "map/tiles", "map/canvas", "map/camera"),
    *("list", "steps", "sharing", "panels", "filters", "time", "controls", "page", "types"),
]
SHARED = [
    BROWSER / "time_map.js",
    *(p for f in FOLDERS for p in sorted((BROWSER / f).glob("*.js"))),
]
COMPONENTS = ROOT / "ui/components/mount_parts.js"
PARTS = ROOT / "ui/components/parts.js"
ONE_FILE = ROOT / "geo/publishing/one_file/page.js"
EXPLORER = ROOT / "geo/publishing/site/explorer/explorer.js"
PLAYER = ROOT / "geo/publishing/site/briefing/player.js"
FILES = [
    *(*SHARED, COMPONENTS, PARTS, *ROOT.glob("ui/analysis/*.js")),
    *(*ONE_FILE.parent.glob("*.js"), *EXPLORER.parent.glob("*.js")),
    *PLAYER.parent.glob("*.js"),
]


@pytest.mark.parametrize("entry", [COMPONENTS, ONE_FILE, EXPLORER, PLAYER])
def test_the_joined_module_imports_nothing_and_repeats_no_name(entry: Path) -> None:
    text = drawing.join_modules(entry).decode()
    names = re.findall(r"^(?:export )?(?:async )?(?:const|class|function\*?|let) (\w+)", text, re.M)

    assert not re.search(r"^import |^\} from ", text, re.M)
    assert len(names) > 50
    assert len(names) == len(set(names))


def test_every_file_is_part_of_the_module_once_after_what_it_imports() -> None:
    text = drawing.join_modules(COMPONENTS).decode()
    first_lines = [file.read_text("utf-8").splitlines()[0] for file in SHARED]

    assert all(line.startswith("// ") for line in first_lines)
    assert [text.count(line) for line in first_lines] == [1] * len(SHARED)
    assert text.index("export class MapView") < text.index("export class TimeMap")
    assert text.index("export class TimeMap") < text.index("export function mountTimeMap")


def test_an_import_over_several_lines_is_joined_as_one_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "low.js").write_text("export const low = 1;\n")
    (tmp_path / "high.js").write_text("import {\n  low,\n} from './low.js';\nlow;\n")

    assert drawing.join_modules(tmp_path / "high.js") == b"export const low = 1;\n\nlow;\n"


def name_folder(path: Path) -> str:
    return path.name if path.parent == BROWSER else path.parent.relative_to(BROWSER).as_posix()


def test_imports_point_down_from_folder_to_folder() -> None:
    files = [path for path in BROWSER.rglob("*.[jt]s") if "deck_gl" not in path.parts]
    imports = re.compile(r"^(?:/\*\* @)?(?:import |\} from).*'(\..+)'", re.M)
    upward = {
        f"{file.relative_to(BROWSER)}: {imported}"
        for file in files
        for imported in imports.findall(file.read_text("utf-8"))
        if FOLDERS.index(name_folder((file.parent / imported).resolve()))
        < FOLDERS.index(name_folder(file))
    }
    assert upward == set()
    assert {name_folder(file) for file in files} == set(FOLDERS)


def test_no_file_parses_markup_or_builds_code() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\("
    )

    assert [file.name for file in FILES if forbidden.search(file.read_text("utf-8"))] == []


def test_files_stay_short() -> None:
    assert {file.name for file in FILES if len(file.read_text("utf-8").splitlines()) > 200} == set()


def test_no_script_style_or_template_of_the_library_names_the_page_of_streamlit() -> None:
    named = re.compile(r"st-key-|data-testid|\.st[A-Z]\w+")
    kinds = {".js", ".css", ".html"}
    files = [one for one in (ROOT / "geo").rglob("*.*") if one.suffix in kinds]
    own = [one for one in files if one.name != "deck.js"]
    assert len(own) > 150
    assert [one.name for one in own if named.search(one.read_text("utf-8"))] == []
