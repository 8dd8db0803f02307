"""Links made before still open the same view: what a hundred and fifty of them once opened."""

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

import pytest

import geo
from geo.link.link import from_query, to_query
from geo.link.parameters import list_parameters
from geo.times import Range

# Each link with what it opened on 28 November 2026, as far as that is not the default of then, and
# the names of the parameters that were left out. A new parameter adds lines; no line ever changes.
OLD = json.loads(Path(__file__).with_name("old_links.json").read_text("utf-8"))
COLUMNS = ("query", "of_a_record", "link", "left_out")
LINKS = [
    pytest.param(*map(old.__getitem__, COLUMNS), id=f"{number} {old['query'][:50]}")
    for number, old in enumerate(OLD["links"])
]
WHOLE = Range(*(datetime.fromisoformat(OLD["whole"][end]) for end in ("start", "end")))
# How many lines stay as they are, all those of the last release among them, and their hash.
KEPT_LINES = 177
KEPT_HASH = "b7c7015f88c53c0c8dc2a5e35e3069dd9aefbd49ec801437f06f8c92b0572e43"
Plain = str | int | float | None | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """A link, or a part of one, as JSON without what is empty."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, AbstractSet):
        return sorted(map(plain, value), key=str)
    if isinstance(value, tuple):
        return [*map(plain, value)]
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        members = {str(name): plain(member) for name, member in value.items()}
        return {
            name: member for name, member in members.items() if member not in (None, "", [], {})
        }
    assert value is None or isinstance(value, str | int | float), value
    return value


def leave_out(defaults: Plain, found: Plain) -> Plain:
    """What was found without what was the default when the list was made."""
    if not isinstance(found, dict) or not isinstance(defaults, dict):
        return found
    rest = {name: leave_out(defaults.get(name), value) for name, value in found.items()}
    return {name: value for name, value in rest.items() if value not in ({}, defaults.get(name))}


@pytest.mark.parametrize(("text", "of_a_record", "opened", "left_out"), LINKS)
def test_an_old_link_opens_what_it_opened(
    text: str, of_a_record: bool, opened: dict[str, object], left_out: list[str]
) -> None:
    query = parse_qs(text, keep_blank_values=True)
    known, whole = (OLD["known"], WHOLE) if of_a_record else (None, None)
    link, reported = from_query(query, known, whole)
    assert leave_out(OLD["default"], plain(link)) == opened
    # Only the parameters: the words of a message may become better.
    assert sorted(part.where for part in reported) == sorted(left_out)
    # What it opened has a link of its own that opens the same.
    assert from_query(to_query(link), known, whole) == (link, ())


def hash_lines(number: int) -> str:
    return hashlib.sha256(json.dumps(OLD["links"][:number], sort_keys=True).encode()).hexdigest()


def test_no_line_that_is_kept_changed() -> None:
    """Add lines at the end; where a link opens something else, the code is wrong, not the list."""
    assert hash_lines(KEPT_LINES) == KEPT_HASH


def test_a_release_keeps_the_hash_of_all_lines() -> None:
    """With the version of a release, KEPT_LINES and KEPT_HASH here are those of all."""
    lines = len(OLD["links"])
    assert geo.__version__.endswith(".dev0") or lines == KEPT_LINES, (lines, hash_lines(lines))


def test_the_list_has_a_hundred_old_links() -> None:
    assert len({old["query"] for old in OLD["links"]}) >= 100


@pytest.mark.parametrize("name", [*(row.name for row in list_parameters()), "embed"])
def test_the_list_has_a_link_with_every_parameter_that_opens_something(name: str) -> None:
    """Add lines to old_links.json for a new parameter: links with it never break from then on."""
    used = [old for old in OLD["links"] if name in parse_qs(old["query"])]
    assert [old for old in used if name not in old["left_out"]]
