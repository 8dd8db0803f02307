"""A view: what a link or a query means for one record."""

from pathlib import Path

import pandas as pd
import pytest

from geo.errors import LinkError
from geo.link.filters import Filters, apply_filters
from geo.link.search.text_search import build_search_text
from geo.story.current import Current, StoryFiles, open_current
from geo.story.view import build_view_from_query, find_lost_event, open_view, read_link
from tests.event_texts import record
from tests.story_folders import write_story


@pytest.fixture
def bridges(tmp_path: Path) -> Current:
    return open_current(StoryFiles(write_story(tmp_path, record("bridge"), record("depot"))))


def test_a_view_keeps_the_events_of_its_query(bridges: Current) -> None:
    assert list(build_view_from_query(bridges, {"group": ["north"]}).kept.index) == [
        "bridge",
        "depot",
    ]
    assert build_view_from_query(bridges, {"type": ["crash"]}).kept.empty


def test_a_query_that_cannot_be_used_in_full_is_refused(bridges: Current) -> None:
    with pytest.raises(LinkError, match="meteor"):
        build_view_from_query(bridges, {"type": ["meteor"]})


def test_a_query_says_nothing_twice_of_which_one_would_be_lost(bridges: Current) -> None:
    twice = {"from": ["2023-05-01", "2023-05-02"]}
    with pytest.raises(LinkError, match="from: found 2 times, wanted once"):
        build_view_from_query(bridges, twice)
    # A page takes the last, as it always did.
    assert read_link(bridges.record, twice)[1] == ()
    for same in ({"from": ["2023-05-01", "2023-05-01"]}, {"from": ["", "2023-05-01"]}):
        assert len(build_view_from_query(bridges, same).kept) == 2
    assert build_view_from_query(bridges, {"type": ["crash", "drone_strike"]}).kept.empty


def test_a_link_to_an_event_that_is_not_there_shows_the_whole_map(bridges: Current) -> None:
    query = {"event": ["tower"], "view": ["50.00000,30.00000,9.00"]}
    link, left_out = read_link(bridges.record, query)
    assert (link.event, link.camera) == (None, None)
    assert "view: looked at that event, all is shown" in map(str, left_out)
    assert find_lost_event(link, query) == "tower"


@pytest.mark.parametrize(
    ("query", "lost"),
    [
        ({}, ""),
        ({"event": []}, ""),
        ({"event": ["depot"]}, ""),
        ({"event": ["depot)."]}, ""),
        ({"event": ["depot", "tower."]}, "tower."),
        ({"amp;event": ["tower"]}, "tower"),
        ({"event": ["x" * 5000]}, "x" * 100),
    ],
)
def test_the_event_that_is_lost_is_found_as_links_are_read(
    bridges: Current, query: dict[str, list[str]], lost: str
) -> None:
    link, _ = read_link(bridges.record, query)
    assert find_lost_event(link, query) == lost


def test_a_selected_event_is_there_even_where_the_filters_hide_it(bridges: Current) -> None:
    view = build_view_from_query(bridges, {"event": ["depot"], "type": ["crash"]})
    assert view.selected is not None
    assert view.selected.name == "depot"
    assert build_view_from_query(bridges, {}).selected is None


def test_credits_say_when_the_record_has_no_licence(bridges: Current, tmp_path: Path) -> None:
    assert build_view_from_query(bridges, {}).credits[0] == "Record: The desk, CC BY 4.0"
    folder = write_story(tmp_path / "bare", record(), title="Bridges")
    assert open_view(folder).credits[0] == "Record: no licence stated"


def test_only_a_search_makes_the_texts_that_are_searched_and_only_once(
    bridges: Current, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def count(events: pd.DataFrame) -> pd.Series:
        asked.append(len(events))
        return build_search_text(events)

    monkeypatch.setattr("geo.story.computed_parts.build_search_text", count)
    assert len(build_view_from_query(bridges, {"group": ["north"]}).kept) == 2
    assert asked == []
    for text, found in (("bridge", 2), ("brigde", 2), ("tower", 0)):
        view = build_view_from_query(bridges, {"q": [text]})
        assert len(view.kept) == found
        assert bool(view.search_note.words) == (text != "bridge")
    assert asked == [2]


def test_events_without_searched_texts_are_filtered_by_a_text_all_the_same(
    bridges: Current,
) -> None:
    for text, word in (("bridge", "definite"), ("lighthouse", "hidden")):
        presence = apply_filters(bridges.record.events, Filters(text=text))
        assert presence.to_dict() == {"bridge": word, "depot": word}
