"""The JavaScript as one module, and what Python hands to it."""

import base64
import re
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.browser import module as drawing
from geo.drawing.pack_mask import pack_mask
from geo.times import milliseconds, wall_clock

ROOT = Path(__file__).parents[1]
SHARED = sorted((ROOT / "geo/drawing/browser").glob("*.js"))
COMPONENTS = ROOT / "ui/components.js"
ONE_FILE = ROOT / "geo/publishing/one_file/page.js"
FILES = [*SHARED, COMPONENTS, *ONE_FILE.parent.glob("*.js"), *ROOT.glob("ui/analysis/*.js")]


@pytest.mark.parametrize("entry", [COMPONENTS, ONE_FILE])
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
    assert text.index("export class EventRows") < text.index("export class TimeMap")
    assert text.index("export class TimeMap") < text.index("export function mountTimeMap")


def test_an_import_over_several_lines_is_joined_as_one_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "low.js").write_text("export const low = 1;\n")
    (tmp_path / "high.js").write_text("import {\n  low,\n} from './low.js';\nlow;\n")

    assert drawing.join_modules(tmp_path / "high.js") == b"export const low = 1;\n\nlow;\n"


def test_no_file_parses_markup_or_builds_code() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\("
    )

    assert [file.name for file in FILES if forbidden.search(file.read_text("utf-8"))] == []


def test_files_stay_short() -> None:
    assert {file.name for file in FILES if len(file.read_text("utf-8").splitlines()) > 200} == set()


def test_the_bundle_is_the_one_of_the_pinned_wheel_without_its_map() -> None:
    bundle = drawing.bundle()

    assert bundle.startswith(b"(function webpackUniversalModuleDefinition")
    assert b"sourceMappingURL=index.js.map" not in bundle
    assert len(bundle) > 4_000_000


@given(st.lists(st.booleans()))
def test_a_packed_mask_holds_one_bit_for_each_row(mask: list[bool]) -> None:
    bits = "".join(
        f"{byte:08b}" for byte in base64.b64decode(pack_mask(np.array(mask, dtype=bool)))
    )

    assert [bit == "1" for bit in bits[: len(mask)]] == mask
    assert "1" not in bits[len(mask) :]


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_wall_clock_leads_back_from_milliseconds(moment: datetime) -> None:
    assert wall_clock(milliseconds(moment)) == moment


def test_milliseconds_count_from_1970_on_the_clock_itself() -> None:
    assert milliseconds(datetime(1970, 1, 2)) == 86_400_000
    assert milliseconds(datetime(1969, 12, 31, 23, 59, 59)) == -1000
