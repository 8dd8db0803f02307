"""The words of a story run in their own direction, and turn none of ours round."""

import re
from pathlib import Path

import pytest

from tests.pages.opening import ROOT

SHARED = ROOT / "geo/publishing/parts/templates"
TEMPLATES = sorted([*(ROOT / "ui/templates").rglob("*.html"), *SHARED.rglob("*.html")])
TEMPLATES.remove(SHARED / "method/words.html")  # the vocabulary
# What a story, an event, a claim or a source says in its own words.
OWN = re.compile(
    r"(^|[.])(title|subtitle|headline|summary|doubt|actor|publisher|established_by|place|local"
    r"|channel|where|why|credit|speaker|group|region|row|column|side)$"
)
# Headings that are ours, and a time.
OURS = {"figure.title", "when.place"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_own_words_are_isolated(path: Path) -> None:
    text = re.sub(r"{%.*?%}", "", path.read_text("utf-8"))
    # In an attribute nothing can be put around them.
    text = re.sub(r'="[^"]*"', lambda value: value[0] if value[0] == '="auto"' else "", text)
    for match in re.finditer(r"{{ (.*?) }}", text):
        if OWN.search(match[1]) and match[1] not in OURS:
            before = text[: match.start()]
            assert before.endswith(("<bdi>", "<bdi>(", 'dir="auto">')), match[0]
