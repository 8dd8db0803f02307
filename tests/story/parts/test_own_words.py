"""A story's own words: what it may declare, and where readers then find them."""

import csv
import io
import json
import string
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.cli.main import main
from geo.drawing.colours.event_colours import choose_colouring
from geo.drawing.colours.palette import LIGHT
from geo.drawing.rows.facets import build_facets
from geo.errors import StoryFileError
from geo.events import parse_events
from geo.events.vocabulary import VOCABULARY
from geo.link.link import read_query
from geo.publishing.export import export_view
from geo.story.current import StoryFiles, open_current
from geo.story.story_file import Story, read_story
from geo.story.view import View, build_view_from_query, open_view
from tests.event_texts import collection, geoparquet, record
from tests.story.own_words import BLOCKADE, LIGHTHOUSE, write_own_words


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that no test changes."""
    closed = record("closed", event_type="blockade", target_type="lighthouse")
    return write_own_words(tmp_path_factory.mktemp("own") / "story", closed, record("bridge"))


def declare(**members: object) -> Story:
    return Story.model_validate({"title": "Lights", **members})


def refuse(folder: Path, **members: object) -> str:
    """Return what is wrong with a story that declares these words."""
    write_own_words(folder, **members)
    with pytest.raises(StoryFileError) as refused:
        read_story(folder)
    return str(refused.value)


def test_a_record_may_have_a_word_that_its_story_declares(folder: Path) -> None:
    view = open_view(folder, "type=blockade&target=lighthouse")
    assert view.record.rejected == ()
    assert view.kept.index.tolist() == ["closed"]


def test_geoparquet_may_have_them_as_well(folder: Path) -> None:
    events = open_view(folder).record.events
    content = geoparquet(events[events["workflow"] == "published"], {})
    vocabulary = read_story(folder).vocabulary
    reading = parse_events(content, vocabulary=vocabulary)
    assert reading.rejected == ()
    assert reading.events["event_type"].tolist() == ["blockade", "sabotage_or_ied"]
    [refused] = parse_events(content).rejected[:1]
    assert (refused.field, refused.found) == ("event_type", "'blockade'")


def test_a_word_that_nobody_declares_is_named_with_the_one_that_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = record("closed", event_type="blokade", target_type="lighthouses")
    folder = write_own_words(tmp_path / "story", wrong)
    assert main(["check", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert "record 1 (closed), event_type: found 'blokade'" in printed
    assert "(did you mean 'blockade'?)" in printed
    assert "is declared in event_types of story.json" in printed
    assert "(did you mean 'lighthouse'?)" in printed


def test_a_file_of_events_beside_its_story_is_checked_with_its_words(
    folder: Path, tmp_path: Path
) -> None:
    assert main(["check", str(folder / "events.geojson")]) == 0
    alone = tmp_path / "events.geojson"
    alone.write_bytes((folder / "events.geojson").read_bytes())
    assert main(["check", str(alone)]) == 1


def test_lists_on_which_rules_rest_cannot_be_extended(folder: Path) -> None:
    vocabulary = read_story(folder).vocabulary
    assert set(vocabulary.declared_in) == {"event_type", "target_type"}
    for field in set(VOCABULARY) - set(vocabulary.declared_in):
        assert vocabulary[field] == VOCABULARY[field]


def test_own_words_come_before_those_of_every_story(folder: Path) -> None:
    assert list(read_story(folder).vocabulary["event_type"]) == [
        "blockade",
        *VOCABULARY["event_type"],
    ]


def test_a_word_of_every_story_may_be_repeated_as_it_is() -> None:
    shared = VOCABULARY["event_type"]["arrest"]
    repeated = {"id": "arrest", "label": shared.label, "meaning": shared.meaning}
    assert declare(event_types=[repeated]).vocabulary["event_type"] == VOCABULARY["event_type"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([BLOCKADE, BLOCKADE], "event_types: found blockade more than once, wanted each id once"),
        ([BLOCKADE | {"id": "arrest"}], "found arrest, which every story has as 'Arrest', wanted"),
        (
            [BLOCKADE, BLOCKADE | {"id": "closing", "label": "BLOCKADE "}],
            "found the label 'BLOCKADE ' for closing and for blockade, wanted each label once",
        ),
        ([BLOCKADE | {"label": "Other"}], "the label 'Other' for blockade and for other"),
        (
            [BLOCKADE | {"id": "Port closed"}],
            "event_types.0.id: found 'Port closed', wanted lower-case",
        ),
        ([{"id": "blockade", "meaning": "Closed."}], "event_types.0.label: found nothing, wanted"),
        ([{"id": "blockade", "label": "Closed"}], "event_types.0.meaning: found nothing, wanted"),
        ([BLOCKADE | {"label": ""}], "event_types.0.label: found '', wanted letters"),
        ([BLOCKADE | {"label": " \u200b\u00a0"}], "wanted letters that can be seen"),
        ([BLOCKADE | {"label": "A" * 10_000}], "event_types.0.label: found 'AAA"),
        ([BLOCKADE | {"label": "Block\u202eade"}], "'right-to-left override', wanted text without"),
        ([BLOCKADE | {"label": "Block\nade"}], "found the invisible character 'u+000a'"),
        ([BLOCKADE | {"meaning": "\x1b[31mred"}], "event_types.0.meaning: found the invisible"),
        ([BLOCKADE | {"colour": "red"}], "event_types.0.colour: found a member that the"),
        (
            [BLOCKADE | {"id": f"w{n}", "label": f"W{n}"} for n in range(51)],
            "event_types: found a list of 51, wanted a list of at most 50",
        ),
        ({"blockade": "Blockade"}, "wanted a list"),
    ],
)
def test_a_wrong_declaration_says_where_and_what(
    tmp_path: Path, words: object, message: str
) -> None:
    refusal = refuse(tmp_path / "story", event_types=words)
    assert message in refusal
    assert len(refusal) < 400
    assert not set(refusal) & set("\n\x1b\u202e")


def test_a_letter_of_any_script_is_welcome() -> None:
    labels = ["Блокада", "حصار بحري", "می‌خواهم", "封锁", "Ångström é"]
    words = [
        {"id": f"w{number}", "label": label, "meaning": label}
        for number, label in enumerate(labels)
    ]
    story = declare(event_types=words)
    assert [story.label("event_type", word["id"]) for word in words] == labels


def test_a_type_that_names_a_party_is_named_to_the_desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = BLOCKADE | {"label": "Attack by North"}
    folder = write_own_words(tmp_path / "story", event_types=[loaded])
    assert main(["check", str(folder)]) == 0
    assert "event_types.0.label: found 'North', wanted a kind of event" in capsys.readouterr().out


def test_filters_in_words_and_facets_have_the_labels(folder: Path) -> None:
    view = open_view(folder, "type=blockade")
    assert json.loads(export_view(view, "geojson"))["filter"] == "type of event: Blockade"
    facets: Any = build_facets(view.record, view.story, view.record.events["lon"].argsort().values)
    words = {field["name"]: field["words"] for field in facets["fields"]}
    assert words["event_type"][0] == BLOCKADE
    assert words["target_type"][0] == LIGHTHOUSE


def test_a_file_explains_the_own_words_that_its_events_use(folder: Path) -> None:
    explained = (
        "event_type blockade: Blockade. A port is said to have been closed to ships. "
        "target_type lighthouse: Lighthouse. Lights that ships steer by."
    )
    view = open_view(folder, "type=blockade")
    assert json.loads(export_view(view, "geojson"))["own_words"] == explained
    for kind in ("kmz", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(export_view(view, kind))) as archive:
            parts = [archive.read(name).decode(errors="replace") for name in archive.namelist()]
        assert explained in "".join(parts)
    others = json.loads(export_view(open_view(folder, "type=sabotage_or_ied"), "geojson"))
    assert "own_words" not in others


def test_the_schema_of_a_story_has_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = json.loads((folder / "events.geojson").read_text("utf-8"))
    for options, good in (["--story", str(folder)], True), ([], False):
        assert main(["schema", "events", *options]) == 0
        schema = json.loads(capsys.readouterr().out)
        assert jsonschema.Draft202012Validator(schema).is_valid(events) == good


def test_the_schema_of_a_story_describes_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "story"]) == 0
    schema = json.loads(capsys.readouterr().out)
    story = json.loads((folder / "story.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(story)
    assert not validator.is_valid(story | {"event_types": [{"id": "blockade"}]})


def test_older_data_are_read_with_the_words_of_the_story_now(tmp_path: Path) -> None:
    folder = write_own_words(tmp_path / "story")
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("bridge")))
    assert main(["version", "--story", str(folder)]) == 0
    with pytest.warns(UserWarning, match="These are the data of version"):
        view = open_view(folder, f"type=blockade&data={old}")
    assert view.kept.index.tolist() == ["closed"]


def test_upgrade_keeps_them(tmp_path: Path) -> None:
    folder = write_own_words(tmp_path / "story")
    assert main(["upgrade", str(folder)]) == 0
    assert open_view(folder, "type=blockade").kept.index.tolist() == ["closed"]


IDS = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=60).filter(
    lambda word: not any(word in words for words in VOCABULARY.values())
)
TEXTS = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=50)


def build_words(words: list[tuple[str, str, str]]) -> list[dict[str, str]]:
    """Return words whose labels differ, whatever a reader takes for the same."""
    return [
        {"id": id_, "label": f"{number} {label}", "meaning": meaning}
        for number, (id_, label, meaning) in enumerate(words)
    ]


WORD_LISTS = st.lists(
    st.tuples(IDS, TEXTS, TEXTS), min_size=1, max_size=6, unique_by=lambda word: word[0]
).map(build_words)


@settings(max_examples=20)
@given(types=WORD_LISTS, targets=WORD_LISTS)
def test_any_own_word_is_read_filtered_exported_and_labelled(
    tmp_path_factory: pytest.TempPathFactory,
    types: list[dict[str, str]],
    targets: list[dict[str, str]],
) -> None:
    records = [
        record(f"e{number}", event_type=kind["id"], target_type=targets[-1]["id"])
        for number, kind in enumerate(types)
    ]
    path = tmp_path_factory.mktemp("any") / "story"
    folder = write_own_words(path, *records, event_types=types, targets=targets)
    current = open_current(StoryFiles(folder))
    ids = [kind["id"] for kind in types]
    target = f"target={targets[-1]['id']}&colour=type"
    for number, word in enumerate(ids):
        kept = build_view_from_query(current, read_query(f"type={word}&{target}")).kept
        assert kept.index.tolist() == [f"e{number}"]
    # To export takes most of the time, and so is done once, of all of them.
    asked = "&".join(f"type={word}" for word in ids)
    view = build_view_from_query(current, read_query(f"{asked}&{target}"))
    rows = csv.DictReader(io.StringIO(export_view(view, "csv").decode("utf-8-sig"), newline=""))
    wanted = {(f"e{number}", word) for number, word in enumerate(ids)}
    assert {(row["id"], row["event_type"]) for row in rows} == wanted
    exported = parse_events(export_view(view, "geojson"), vocabulary=view.story.vocabulary)
    assert exported.rejected == ()
    assert exported.events["target_type"].tolist() == [targets[-1]["id"]] * len(ids)
    shades = list_shade_labels(view)
    for kind in types:
        assert kind["label"] in exported.about["filter"]
        assert kind["label"] in shades
    assert f"; target: {targets[-1]['label']}" in exported.about["filter"]


def list_shade_labels(view: View) -> list[str]:
    colouring = choose_colouring(view.link, view.record, view.story, LIGHT)
    return [shade.label for shade in colouring.shades]
