"""A story with a problem of each kind."""

import json
from pathlib import Path

from tests.event_texts import record
from tests.story_folders import write_story


def write_story_with_problems(folder: Path) -> Path:
    """Write a story with a bad record, an unknown side, a bad briefing and a bad correction."""
    write_story(folder, record("bridge", claims__0__side="nroth"), record("depot", tz="Mars"))
    step = {
        "id": "one",
        "headline": "The night",
        "sentences": [{"text": "The North attacked the bridge.", "rests_on": ["bridge"]}],
    }
    (folder / "briefings").mkdir()
    (folder / "briefings" / "first.json").write_text(json.dumps({"title": "B", "steps": [step]}))
    correction = {"date": "2023-06-01", "event": "bridge", "field": "summry", "why": "Shorter."}
    (folder / "corrections").mkdir()
    (folder / "corrections" / "bridge.jsonl").write_text(json.dumps(correction) + "\n")
    return folder
