"""What may leave a desk: published events, without its notes and without a word of a draft."""

import pytest

from geo.events import parse_events
from geo.story.published import keep_published, list_unpublished
from geo.story.versions.changes import Version
from tests.event_texts import collection, record


@pytest.mark.parametrize("workflow", ["draft", "in_review", "withdrawn"])
def test_only_published_events_leave_and_none_refers_to_another(workflow: str) -> None:
    shown = record("a", note="Ask again.", checked=["The date."], claims__0__also_about=["b", "c"])
    events = parse_events(collection(shown, record("b", workflow=workflow), record("c"))).events
    found = keep_published(events)
    assert found.index.tolist() == ["a", "c"]
    assert found["note"].isna().all()
    assert found["checked"].isna().all()
    assert [claim.also_about for claim in found.loc["a", "claims"]] == [("c",)]
    # What the desk has is left as it is.
    assert events.loc["a", "note"] == "Ask again."
    assert [claim.also_about for claim in events.loc["a", "claims"]] == [("b", "c")]


def test_references_to_published_events_and_to_none_stay() -> None:
    records = [record("a", claims__0__also_about=["b"]), record("b", claims=[], killed=None)]
    found = keep_published(parse_events(collection(*records)).events)
    assert [claim.also_about for claim in found.loc["a", "claims"]] == [("b",)]
    assert found.loc["b", "claims"] == ()


def test_a_file_without_events_has_none_to_publish() -> None:
    assert keep_published(parse_events(collection()).events).empty


@pytest.mark.parametrize(
    ("workflow", "is_known", "stays"),
    [
        ("draft", True, True),
        ("in_review", True, True),
        ("withdrawn", True, False),
        ("withdrawn", False, True),
        ("published", False, False),
    ],
)
def test_only_that_a_version_had_it_makes_a_withdrawn_event_public(
    workflow: str, is_known: bool, stays: bool
) -> None:
    events = parse_events(collection(record("b", workflow=workflow), record("c"))).events
    versions = [Version("3f9a0c417be2", "2023-05-03", {"b" if is_known else "c": {}})]
    assert list_unpublished(events, versions) == frozenset({"b"} if stays else ())
