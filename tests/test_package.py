"""What `pip install .` installs: all files of the library, all that it imports, typed names."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import geo
from tests.event_texts import record
from tests.story_folders import write_story

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Read by what they are needed for, and not by an import: the time zones of a system without any.
NOT_IMPORTED = {"tzdata"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", str(folder)], cwd=ROOT, check=True, capture_output=True)
    [path] = folder.iterdir()
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip installs the wheel alone; what it needs comes from our own."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--target", str(folder)]
    install = [sys.executable, "-m", "pip", "install", *options, str(wheel.filename)]
    subprocess.run(install, check=True, capture_output=True)
    return folder


def tracked_files(folder: str) -> set[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return {name for name in listed.stdout.splitlines() if (ROOT / name).is_file()}


def imported_packages(*folders: str) -> set[str]:
    """Return the distributions that the Python files of some folders import."""
    names = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    # _typeshed is there for type checkers only.
    ours = {"geo", "web", "ui", "_typeshed"}
    homes = packages_distributions()
    return {normal(homes[name][0]) for name in names - ours - sys.stdlib_module_names}


def declared_packages(requirements: list[str]) -> set[str]:
    return {normal(Requirement(line).name) for line in requirements}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_wheel_holds_every_file_of_the_library_and_no_other(wheel: zipfile.ZipFile) -> None:
    files = {name for name in wheel.namelist() if ".dist-info/" not in name}
    world = {name for name in tracked_files("data/world") if not name.endswith(".py")}
    inside = {name.replace("data/world/", "geo/border/world/") for name in world}
    assert files == tracked_files("geo") | inside
    assert {"geo/py.typed", "geo/border/world/borders.parquet"} <= files


def test_the_wheel_brings_the_command_and_the_licences(wheel: zipfile.ZipFile) -> None:
    info = {name.partition(".dist-info/")[2]: name for name in wheel.namelist()}
    assert "geo = geo.__main__:run" in wheel.read(info["entry_points.txt"]).decode()
    about = wheel.read(info["METADATA"]).decode()
    assert f"\nVersion: {geo.__version__}\n" in about
    assert "licenses/LICENSE" in info
    assert sum("typefaces" in name for name in info) == 2


def test_every_import_of_the_library_is_declared_and_no_more() -> None:
    declared = declared_packages(PROJECT["dependencies"])
    optional = PROJECT["optional-dependencies"]
    extras = declared_packages([*optional["dask"], *optional["check"]])
    assert imported_packages("geo") == (declared | extras) - NOT_IMPORTED


def test_every_import_of_the_app_is_declared() -> None:
    app = declared_packages(PROJECT["optional-dependencies"]["app"])
    declared = declared_packages(PROJECT["dependencies"]) | app
    imported = imported_packages("web", "ui", "pages")
    assert imported <= declared
    assert app <= imported


@pytest.mark.parametrize(
    ("name", "extras"),
    [("requirements.txt", ["app"]), ("requirements-dev.txt", ["app", "dask", "dev"])],
)
def test_what_is_locked_is_what_is_declared(name: str, extras: list[str]) -> None:
    """If this fails, pyproject.toml was changed: run `make lock`."""
    text = (ROOT / name).read_text("utf-8")
    locked = {normal(one): version for one, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", text)}
    optional = PROJECT["optional-dependencies"]
    for line in [*PROJECT["dependencies"], *(line for extra in extras for line in optional[extra])]:
        wanted = Requirement(line)
        assert wanted.specifier.contains(locked[normal(wanted.name)]), line


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "bench/requirements.txt"]
)
def test_every_locked_file_has_its_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    locked = re.findall(r"^[\w.-]+==\S+(.*(?:\n .*)*)", text, re.MULTILINE)
    assert locked
    assert all("--hash=sha256:" in rest for rest in locked)
    assert "://" not in text
    # Nothing but packages, their hashes and comments: an install asks the reader's own index.
    assert re.findall(r"^--?\w.*", text, re.MULTILINE) == []


def test_an_app_that_is_installed_brings_no_dask() -> None:
    assert "dask" not in (ROOT / "requirements.txt").read_text("utf-8")


def test_the_names_that_an_editor_sees_are_those_that_python_has() -> None:
    stub = ast.parse((ROOT / "geo/__init__.pyi").read_text("utf-8"))
    listed = [node.value for node in stub.body if isinstance(node, ast.Assign)]
    assert sorted(geo.__all__) == sorted(ast.literal_eval(listed[0]))
    assert all(getattr(geo, name).__doc__ for name in geo.__all__)


def test_the_library_is_twelve_nouns_at_most() -> None:
    entries = {path.split("/")[1].removesuffix(".py") for path in tracked_files("geo")}
    nouns = {entry for entry in entries if not entry.startswith("__") and entry != "py.typed"}
    assert len(nouns) <= 12, f"geo/ holds {sorted(nouns)}"


def test_the_library_brings_neither_streamlit_nor_a_server() -> None:
    code = """
import importlib, json, pkgutil, sys
import geo
for module in pkgutil.walk_packages(geo.__path__, "geo."):
    if module.name not in ("geo.__main__", "geo.cli.distances_in_parts"):
        importlib.import_module(module.name)
print(json.dumps(sorted(name.partition(".")[0] for name in sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    imported = set(json.loads(run.stdout))
    assert "pydeck" in imported
    assert imported.isdisjoint({"streamlit", "starlette", "uvicorn", "dask", "web", "ui"})


def test_what_is_installed_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    story = write_story(tmp_path / "story", record("old-bridge"))
    calls = [
        ["-c", "import geo; print(geo.__file__, len(geo.open_view('story').kept))"],
        ["-m", "geo", "check", "story/events.geojson"],
    ]
    where, checked = (
        subprocess.run(
            [sys.executable, *call],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(installed), "STORY": str(story)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for call in calls
    )
    assert where.split() == [str(installed / "geo/__init__.py"), "1"]
    assert "1" in checked


def test_the_command_says_its_version() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "geo", "--version"], cwd=ROOT, capture_output=True, check=True
    )
    assert run.stdout.decode().strip() == f"What We Know {geo.__version__}"


def test_the_version_is_that_of_the_changelog_or_the_next() -> None:
    """A release has its section; between releases changes are listed as unreleased."""
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert geo.__version__ == versions[1] or geo.__version__.endswith(".dev0")


def test_importing_the_library_alone_is_light() -> None:
    code = "import sys, geo; print(sorted({'pandas', 'geopandas', 'pydantic'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"
