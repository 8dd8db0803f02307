"""Statements filed under events that a file leaves out."""

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from geopandas.testing import assert_geodataframe_equal
from pyarrow import parquet

from geo.claims import build_ledger
from geo.events import parse_events, read_events
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import record
from tests.publishing.export.readers import KML, kml_of, table_of
from tests.shipped_record import EVENTS, open_shipped
from tests.story_folders import write_story


def shared_statement() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Three events; a denial filed under the first is about all, and a figure rests on it."""
    first = record("first")
    first["properties"]["claims"][0]["also_about"] = ["second", "third"]
    figure = {"low": None, "best": 2, "high": None, "claim": "first#c1"}
    return first, record("second", killed=figure, place="Dam"), record("third", place="Dam")


def test_a_statement_filed_elsewhere_comes_along_once(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()), "q=dam")
    content = export_view(view, "geojson")
    events = parse_events(content).events
    assert list(events.index) == ["second", "third"]
    assert parse_events(content).rejected == ()
    [own, moved] = events.at["second", "claims"]
    assert (own.id, moved.id, moved.also_about) == ("c1", "c2", ("third",))
    assert moved.summary == shared_statement()[0]["properties"]["claims"][0]["summary"]
    assert moved.source in {source.id for source in events.at["second", "sources"]}
    assert events.at["second", "killed"].claim == "c2"
    assert len(events.at["third", "claims"]) == 1


def test_a_complete_event_leaves_as_it_came(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()))
    events = parse_events(export_view(view, "geojson")).events
    assert_geodataframe_equal(events, read_events(tmp_path / "events.geojson").events)


COUNTS = ("statement_count", "claim_count", "source_count")
# Most statements about it are filed with the event of the same minute that came first.
SECOND = "kremlin-2023-05-03-drone-2"
MINUTE = urlencode({"from": "2023-05-03T02:43", "to": "2023-05-03T02:44"})


def count_by_hand(event: str) -> tuple[str, str, str]:
    """Return the counts of an event of the shipped file, counted in its JSON."""
    own = EVENTS[event]
    elsewhere = [
        claim
        for other in EVENTS.values()
        for claim in other["claims"]
        if event in claim.get("also_about", ())
    ]
    counts = len(own["claims"]) + len(elsewhere), len(own["claims"]), len(own["sources"])
    statements, claims, sources = map(str, counts)
    return statements, claims, sources


def test_an_event_has_the_same_counts_whatever_the_filter() -> None:
    expected = count_by_hand(SECOND)
    ledger = build_ledger(open_shipped().record.events, SECOND)
    assert str(len(ledger)) == expected[0] > expected[1]
    for link in ("", MINUTE):
        view = open_shipped(link)
        rows = {row["id"]: row for row in table_of(view, "csv")}
        assert tuple(rows[SECOND][name] for name in COUNTS) == expected
        assert len(rows[SECOND]["source_urls"].split()) <= int(expected[2])
        features = json.loads(export_view(view, "geojson"))["features"]
        [found] = [one["properties"] for one in features if one["id"] == SECOND]
        assert tuple(str(found[name]) for name in COUNTS) == expected
        read = parquet.read_table(io.BytesIO(export_view(view, "parquet"))).to_pylist()
        [row] = [one for one in read if one["id"] == SECOND]
        assert tuple(str(row[name]) for name in COUNTS) == expected


def test_a_placemark_counts_what_the_record_has(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()), "q=dam")
    texts = [mark.findtext(f"{KML}description") for mark in kml_of(view).iter(f"{KML}Placemark")]
    said = "In the record: 2 statements about it; filed with it: 1 claim, 1 source"
    assert [said in text.split("<br>") for text in texts] == [True, True]


def test_a_moved_claim_is_named_as_in_the_record(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()), "q=dam")
    named = [(row["event"], row["id"], row["filed_as"]) for row in table_of(view, "claims")]
    assert named == [
        ("second", "c1", "second#c1"),
        ("second", "c2", "first#c1"),
        ("third", "c1", "third#c1"),
    ]
    second, third = json.loads(export_view(view, "geojson"))["features"]
    assert second["properties"]["refiled_claims"] == {"c2": "first#c1"}
    assert "refiled_claims" not in third["properties"]
    read = parquet.read_table(io.BytesIO(export_view(view, "parquet")))
    assert read["refiled_claims"].to_pylist() == ["c2=first#c1", None]


def test_every_claim_of_a_file_can_be_cited() -> None:
    addresses = {f"{event}#{one['id']}" for event, own in EVENTS.items() for one in own["claims"]}
    for link in ("", MINUTE):
        cited = [row["filed_as"] for row in table_of(open_shipped(link), "claims")]
        assert len(cited) == len(set(cited))
        assert set(cited) <= addresses
        assert link or set(cited) == addresses
