"""What the browser filters by, compared with the file it was made from."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geo.drawing.rows.facets import build_facets
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story
from tests.shipped_record import RECORD
from tests.story_folders import write_story

DATA = Path(__file__).parents[3] / "data"
PROPERTIES = {feature["id"]: feature["properties"] for feature in RECORD["features"]}


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story(DATA)


@pytest.fixture(scope="module")
def record(story: Story) -> Record:
    return open_record(story, DATA)


def as_sent(content: dict[str, object]) -> Any:
    """The facets as a browser reads them."""
    return json.loads(json.dumps(content, allow_nan=False))


def test_codes_say_the_words_of_the_file_in_the_requested_order(
    story: Story, record: Record
) -> None:
    order = np.arange(len(record.events))[::-1]
    content = as_sent(build_facets(record, story, order))
    ids = record.events.index[order]
    for field in content["fields"]:
        words = [field["words"][code]["id"] if code >= 0 else None for code in field["codes"]]
        assert words == [PROPERTIES[id_].get(field["name"]) for id_ in ids], field["name"]


def test_words_are_in_the_order_of_the_story_and_the_vocabulary(
    story: Story, record: Record
) -> None:
    fields = as_sent(build_facets(record, story, np.arange(len(record.events))))["fields"]
    by_name = {field["name"]: [word["id"] for word in field["words"]] for field in fields}
    assert by_name["group"] == ["kremlin", "moscow_region", "infrastructure", "other"]
    assert by_name["region"] == sorted(by_name["region"])
    assert Counter(map(len, by_name["region"]))[0] == 0


def test_no_events_have_facets_without_words(tmp_path: Path) -> None:
    folder = write_story(tmp_path)
    (folder / "events.geojson").write_text('{"type":"FeatureCollection","features":[]}', "utf-8")
    story = read_story(folder)
    content = as_sent(build_facets(open_record(story, folder), story, np.arange(0)))
    assert {len(field["words"]) + len(field["codes"]) for field in content["fields"]} == {0}
    assert (content["low"], content["high"]) == ([], [])
