"""Tests lie where the code lies, under its name: geo/a/b.py is tested by tests/a/test_b.py."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
# Their files are named after what readers see, a record holds, or a document says.
BY_OTHER_NAMES = {"browser", "pages", "record", "docs"}
# What decides less has nothing to prove by itself: constants, types, one call passed on.
FEWEST_DECISIONS = 4
MOST_LINES = 400
PRIVATE_IMPORT = re.compile(
    r"^from (?:geo|web|ui|tests)\S* import (?:(?:[^(\n]*[ ,])?|\([^)]*\s)_[A-Za-z]\w*", re.M
)

OF_MANY_MODULES = {
    "test_any_story.py": "all code: it has no word of the shipped story",
    "test_bench.py": "bench/",
    "test_cost_of_a_change.py": "all that offers a field or a format",
    "test_cost_of_a_field.py": "all that holds the members of an event",
    "test_deploy.py": "deploy/",
    "test_example.py": "docs/example.py",
    "test_free_texts.py": "the model, the search and the rules of wording",
    "test_notebook.py": "the library as a notebook sees it",
    "test_package.py": "the package that is installed",
    "cli/test_same_search.py": "the app, the API and the command line find the same",
    "link/test_old_links.py": "links made before, each as it once opened",
    "link/test_recount.py": "links, fields and counts, by plain Python",
    "link/cql2/test_standard_data.py": "the test data of the standard",
    "publishing/test_old_data.py": "all that leaves the app of old data says so",
    "publishing/one_file/test_text_search.py": "Python and JavaScript find the same",
    "publishing/site/test_any_change.py": "any change, published again",
    "publishing/site/test_buckets.py": "docs/publishing.md: a bucket",
    "publishing/site/test_drafts.py": "no file of a site holds a draft",
    "publishing/site/test_servers.py": "docs/publishing.md: nginx and Caddy",
    "publishing/site/test_validator.py": "the validator of the W3C, over a page of each kind",
    "story/test_any_content.py": "all readers of a story's files",
    "story/test_merging.py": "what two editors enter, merged by git",
    "summaries/test_titles.py": "titles of all charts",
    "ui/test_directions.py": "all templates, for words from right to left",
    "web/test_hostile_sessions.py": "whatever a session may send",
    "web/test_no_other_host.py": "the whole server asks nobody",
    "web/test_start.py": "what the whole server loads",
    "web/test_unknown_places.py": "all outputs, of an event without a place",
    "web/test_unpublished.py": "all outputs, of drafts",
    "web/api/test_core_classes.py": "the abstract tests of OGC API - Features",
    "web/api/test_filter_classes.py": "the abstract tests of its filters and of CQL2",
    "web/api/test_gdal.py": "GDAL's client of the API",
}
# What a page shows is proved on the page; the two of the desk lie in ui/.
PAGES = {
    f"ui/{page.stem}": f"pages/test_{page.stem}_page.py" for page in (ROOT / "pages").glob("*.py")
} | {
    "ui/importing": "pages/test_import_page.py",
    "ui/publishing": "pages/test_publish_page.py",
}
# Modules that only a test of a neighbour reaches in full. No line is added without need: a test
# of the module's name is found sooner.
PROVED_THROUGH = {
    "geo/drawing/charts/axes.py": "publishing/figures/test_picture.py",
    "geo/drawing/charts/distance_over_time.py": "pages/test_chart_numbers.py",
    "geo/drawing/picture/visible.py": "drawing/picture/test_compose.py",
    "geo/drawing/basemap/drawings.py": "drawing/basemap/test_basemap.py",
    "geo/events/columns/arrow.py": "events/reading/geoparquet/test_rows.py",
    "geo/events/schema.py": "cli/test_schema.py",
    "geo/importing/rows/context.py": "importing/rows/test_table_rows.py",
    "geo/link/cql2/tree.py": "link/cql2/test_text.py",
    "geo/publishing/export/selection.py": "publishing/export/test_formats.py",
    "geo/publishing/export/table_pieces.py": "publishing/export/test_geopackage.py",
    "geo/publishing/export/tables.py": "publishing/export/test_spreadsheet.py",
    "geo/publishing/figures/catalogue.py": "publishing/figures/test_figure.py",
    "geo/publishing/figures/distance.py": "pages/test_chart_numbers.py",
    "geo/publishing/figures/numbers.py": "pages/test_chart_numbers.py",
    "geo/publishing/figures/over_time.py": "pages/test_chart_numbers.py",
    "geo/publishing/figures/spans.py": "pages/test_chart_numbers.py",
    "geo/publishing/parts/all_statements.py": "pages/test_claims_page.py",
    "geo/publishing/parts/ledger.py": "pages/test_claims_page.py",
    "geo/publishing/site/plan/history.py": "publishing/site/machine_readable/test_feed.py",
    "geo/publishing/site_check/browser.py": "browser/test_site_check.py",
    "geo/story/record.py": "story/versions/test_history.py",
    "ui/components/event_count.py": "pages/test_pinned_links.py",
    "ui/components/record_map.py": "pages/test_import_page.py",
    "ui/components/share.py": "pages/test_pinned_links.py",
    "ui/components/sidebar.py": "pages/test_map_page.py",
    "ui/components/time_map.py": "pages/test_map_page.py",
    "ui/page/top.py": "browser/test_first_screen.py",
    "ui/page/version_notice.py": "pages/test_pinned_links.py",
    "ui/page/view.py": "pages/test_map_page.py",
    "ui/sessions/valid_values.py": "web/test_hostile_sessions.py",
    "ui/widgets/moment_input.py": "pages/test_claims_page.py",
}


@cache
def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def list_modules() -> list[str]:
    """The paths of all modules, without those that only gather what others hold."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for folder in ("geo", "web", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if not path.name.startswith("__")
    )


def name_test(module: str) -> str:
    """The path, below tests/, of the file that tests a module."""
    folder, _, name = module.removeprefix("geo/").rpartition("/")
    return f"{folder}/test_{name}".lstrip("/")


def has_test(module: str) -> bool:
    return (TESTS / name_test(module)).exists()


def count_decisions(tree: ast.AST) -> int:
    """How often the functions of a module take one way or another."""
    kinds = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Match, ast.Try, ast.IfExp)
    return sum(
        isinstance(node, (*kinds, ast.BoolOp, ast.Compare)) + len(getattr(node, "ifs", ()))
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    )


def shows_examples(tree: ast.Module) -> bool:
    """Whether each public function and method shows by an example what it does."""
    named = [node for node in tree.body if not getattr(node, "name", "_").startswith("_")]
    functions = [node for node in named if isinstance(node, ast.FunctionDef)]
    for one in named:
        if isinstance(one, ast.ClassDef):
            methods = [node for node in one.body if isinstance(node, ast.FunctionDef)]
            functions += [node for node in methods if not node.name.startswith("_")]
    return bool(functions) and all(">>>" in (ast.get_docstring(one) or "") for one in functions)


@cache
def find_users() -> dict[str, set[str]]:
    """The files that import each module, by its path."""
    users: dict[str, set[str]] = {}
    scripts = [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    for path in [*scripts, *(p for f in ("geo", "web", "ui") for p in (ROOT / f).rglob("*.py*"))]:
        if path.suffix not in (".py", ".pyi"):
            continue
        for node in ast.walk(read(path)):
            if not isinstance(node, ast.ImportFrom):
                continue
            start = path.parents[node.level - 1].relative_to(ROOT).parts if node.level else ()
            place = "/".join((*start, *(node.module or "").split(".")))
            for named in (place, *(f"{place}/{one.name}" for one in node.names)):
                users.setdefault(f"{named}.py", set()).add(path.relative_to(ROOT).as_posix())
    return users


def find_whole(module: str) -> str | None:
    """The tested module whose part a module is, as that alone imports it; None of any other."""
    users = find_users().get(module, set())
    if len(users) != 1:
        return None
    (whole,) = users
    return whole if has_test(whole) else find_whole(whole)


def find_page(module: str) -> str | None:
    return PAGES.get(module.rpartition("/")[0])


def is_proved_by_rule(module: str) -> bool:
    tree = read(ROOT / module)
    return (
        has_test(module)
        or count_decisions(tree) < FEWEST_DECISIONS
        or shows_examples(tree)
        or find_page(module) is not None
        or find_whole(module) is not None
    )


def list_tests() -> list[str]:
    return sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))


def test_each_test_has_the_name_of_a_module_or_folder_beside_which_it_would_lie() -> None:
    folders = {f"{one}/test_{path.name}.py" for one, path in list_folders()}
    named = {name_test(module) for module in list_modules()} | folders
    others = [
        one
        for one in list_tests()
        if one.split("/")[0] not in BY_OTHER_NAMES and one not in named | OF_MANY_MODULES.keys()
    ]
    assert others == []


def list_folders() -> list[tuple[str, Path]]:
    """Each folder of code within another, with the place below tests/ of that other one."""
    return [
        (path.parent.relative_to(ROOT).as_posix().removeprefix("geo/"), path)
        for path in (ROOT / "geo").rglob("*/")
        if path.parent.name != "geo"
    ]


def test_each_module_that_decides_something_has_a_test_of_its_name() -> None:
    unproved = [
        f"{module}: wanted tests/{name_test(module)}"
        for module in list_modules()
        if not is_proved_by_rule(module) and module not in PROVED_THROUGH
    ]
    assert unproved == []


def test_no_exception_is_longer_needed_than_it_is_there() -> None:
    named = [*OF_MANY_MODULES, *PROVED_THROUGH.values(), *PAGES.values()]
    assert [name for name in named if not (TESTS / name).exists()] == []
    modules = {name_test(module) for module in list_modules()}
    assert [name for name in OF_MANY_MODULES if name in modules] == []
    assert [one for one in PROVED_THROUGH if not (ROOT / one).exists()] == []
    assert [one for one in PROVED_THROUGH if is_proved_by_rule(one)] == []
    assert len(PROVED_THROUGH) < 60


def test_each_test_of_javascript_has_the_name_of_a_module() -> None:
    browser, publishing = ROOT / "geo/drawing/browser", ROOT / "geo/publishing"
    modules = {path.relative_to(browser).as_posix() for path in browser.rglob("*.js")}
    modules |= {path.relative_to(ROOT / "geo").as_posix() for path in publishing.rglob("*.js")}
    folder = TESTS / "javascript"
    tests = [path.relative_to(folder).as_posix() for path in folder.rglob("*.test.js")]
    assert [name for name in tests if name.replace(".test.js", ".js") not in modules] == []


def test_no_file_of_tests_is_longer_than_a_reader_likes() -> None:
    lengths = {name: (TESTS / name).read_text("utf-8").count("\n") for name in list_tests()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_test_imports_a_private_name() -> None:
    private = {
        path.relative_to(TESTS).as_posix(): found[0]
        for path in TESTS.rglob("*.py")
        if (found := PRIVATE_IMPORT.search(path.read_text("utf-8")))
    }
    assert private == {}


@pytest.mark.parametrize("names", ["_read", "_OWN", "read, _OWN", "(\n    read,\n    _Reader,\n)"])
def test_a_private_name_of_any_kind_is_found(names: str) -> None:
    assert PRIVATE_IMPORT.search(f"import re\nfrom geo.times import {names}\n")
    assert not PRIVATE_IMPORT.search(f"from geo.times import {names.replace('_', '')}\n")
