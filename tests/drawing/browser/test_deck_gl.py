"""The drawing library that is shipped: made of its sources, of the version pydeck writes for."""

import hashlib
import re
from pathlib import Path

import pydeck

from geo.drawing.browser.module import read_bundle

FOLDER = Path(__file__).parents[3] / "geo/drawing/browser/deck_gl"
PYDECKS = Path(pydeck.__file__).parent / "nbextension" / "static" / "index.js"
VERSION = re.compile(rb'"(9\.\d+\.\d+)"')


def versions_in(script: bytes) -> set[str]:
    """Return the versions of deck.gl 9 and of its parts that a script names."""
    return {found.decode() for found in VERSION.findall(script)}


def test_it_was_made_of_the_files_beside_it() -> None:
    lines = (FOLDER / "checksums.txt").read_text().splitlines()
    noted = {name: hash_ for hash_, name in (line.split("  ") for line in lines)}
    assert noted.keys() == {
        "build.js",
        "deck.js",
        "package-lock.json",
        "package.json",
        "parts.js",
    }
    assert noted == {
        name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in noted
    }, "run make deck"


def test_it_is_of_the_version_that_pydeck_carries() -> None:
    own, pydecks = versions_in(read_bundle()), versions_in(PYDECKS.read_bytes())
    assert own
    assert own == pydecks


def test_every_layer_that_python_writes_is_in_it_or_our_own() -> None:
    code = "".join(path.read_text("utf-8") for path in FOLDER.parents[1].rglob("*.py"))
    layers = set(re.findall(r'"([A-Z]\w+Layer)"', code))
    exported = set(re.findall(r"\w+Layer\b", (FOLDER / "parts.js").read_text()))
    scripts = "".join(path.read_text("utf-8") for path in (FOLDER.parent / "map").rglob("*.js"))
    own = set(re.findall(r"static layerName = '(\w+)'", scripts))
    assert len(layers) > 3
    assert layers <= exported | own


def test_the_licence_of_each_part_comes_with_it() -> None:
    licences = (FOLDER / "LICENSES.txt").read_text()
    for name in ("@deck.gl/core", "@luma.gl/core", "@math.gl/core", "earcut", "mjolnir.js"):
        assert re.search(rf"^{re.escape(name)} [\d.]+: \w+", licences, re.M), name
    assert "As its name says." not in licences
