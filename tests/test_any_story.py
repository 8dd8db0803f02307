"""The code knows no story: it has no word of the shipped one."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIRST_STORY = re.compile(
    r"ukrain|russia|kremlin|moscow|kyiv|kiev|crimea|donbas|belgorod|podolyak|zelensk|putin"
    r"|росси|украин|москв|кремл|київ|киев"
    # What its record is made from is said in its story.json.
    r"|(open|public) sources"
    # The minutes and the night that it is about are no examples of how a time is written.
    r"|\b02:27|T02:27|2023-05-02T21:00",
    re.IGNORECASE,
)
TEXTS = {".py", ".pyi", ".js", ".html", ".css", ".json", ".md"}
# Words by which sentences of claims are read; the file goes when claims say it in data.
NOT_YET = {"geo/claims/sentence_words.json"}


def test_no_word_of_the_shipped_story_stands_in_the_code() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "geo", "web", "ui", "pages", "app.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    found = []
    for name in sorted(set(listed) - NOT_YET):
        path = ROOT / name
        if path.is_file() and path.suffix in {
            ".py",
            ".pyi",
            ".js",
            ".html",
            ".css",
            ".json",
            ".md",
        }:
            found += [
                f"{name}: {line.strip()[:80]}"
                for line in path.read_text("utf-8").splitlines()
                if FIRST_STORY.search(line)
            ]
    assert found == []
