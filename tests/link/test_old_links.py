"""Links made before still open the same view: what a hundred and fifty of them once opened."""

import json
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from geo.link.link import Link, from_query, to_query
from geo.times import Range

# Each link with what it resolved to on 28 November 2026, as far as it was not as by default.
# A new parameter adds lines; no line ever changes.
OLD = json.loads(Path(__file__).with_name("old_links.json").read_text("utf-8"))
COLUMNS = ("query", "of_a_record", "link", "left_out")
LINKS = [
    pytest.param(*map(old.__getitem__, COLUMNS), id=f"{number} {old['query'][:50]}")
    for number, old in enumerate(OLD["links"])
]
WHOLE = Range(*(datetime.fromisoformat(OLD["whole"][end]) for end in ("start", "end")))


def plain(link: Link) -> dict[str, object]:
    """A link as the old list writes it: JSON without what is as by default."""
    filters, analysis = link.filters, link.analysis
    compare = analysis.compare
    parts = {
        "filters": {
            "range": plain_range(filters.range) if filters.range else None,
            "zone": filters.zone if filters.zone != "place" else None,
            **{column: sorted(words) for column, words in filters.words.items()},
            "voices": sorted(filters.voices),
            "reach": vars(filters.reach) if filters.reach else None,
            "text": filters.text,
            "changed": filters.changed,
        },
        "colour": link.colour if link.colour != "group" else None,
        "event": link.event,
        "camera": vars(link.camera) if link.camera else None,
        "known": link.known.isoformat() if link.known else None,
        "briefing": link.briefing,
        "step": link.step,
        "data": link.data,
        "analysis": {
            "stack": analysis.stack if analysis.stack != "group" else None,
            "cross": list(analysis.cross) if analysis.cross != Link().analysis.cross else None,
            "compare": plain_range(compare)
            if isinstance(compare, Range)
            else compare and vars(compare),
            "span": analysis.span if analysis.span != 90 else None,
            "figure": analysis.figure,
        },
    }
    for name in ("filters", "analysis"):
        inner = parts[name]
        assert isinstance(inner, dict)
        parts[name] = {key: value for key, value in inner.items() if value}
    return {name: value for name, value in parts.items() if value}


def plain_range(range_: Range) -> dict[str, str]:
    return {"start": range_.start.isoformat(), "end": range_.end.isoformat()}


@pytest.mark.parametrize(("text", "of_a_record", "opened", "left_out"), LINKS)
def test_an_old_link_opens_what_it_opened(
    text: str, of_a_record: bool, opened: dict[str, object], left_out: list[str]
) -> None:
    query = parse_qs(text, keep_blank_values=True)
    known, whole = (OLD["known"], WHOLE) if of_a_record else (None, None)
    link, reported = from_query(query, known, whole)
    assert plain(link) == opened
    # Of a message the parameter: its words may become better.
    named = [message.partition(": ")[0] for message in left_out]
    assert sorted(part.name for part in reported) == sorted(named)
    # What it opened has a link of its own that opens the same.
    assert from_query(to_query(link), known, whole) == (link, ())


def test_the_list_has_a_hundred_old_links_and_every_parameter_of_then() -> None:
    queries = [old["query"] for old in OLD["links"]]
    assert len(set(queries)) >= 100
    named = {name for query in queries for name in parse_qs(query)}
    assert named >= {
        *("from", "to", "zone", "group", "type", "target", "verification", "attribution"),
        *("region", "voice", "reach", "q", "colour", "event", "view", "known", "briefing"),
        *("step", "data", "stack", "cross", "compare", "span", "embed"),
    }
