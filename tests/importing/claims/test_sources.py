"""Addresses, names and asides in a cell of sources."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.claims.sources import read_sources
from tests.importing.reading import import_text

SOURCES: dict[str, tuple[list[Any], list[str]]] = {
    "https://a.example/1": (["https://a.example/1"], []),
    "a.example/1": (["https://a.example/1"], []),
    "www.a.example": (["https://www.a.example"], []),
    "https://a.example/1 ; https://b.example/2": (
        ["https://a.example/1", "https://b.example/2"],
        [],
    ),
    "https://a.example/1, https://b.example/2.": (
        ["https://a.example/1", "https://b.example/2"],
        [],
    ),
    "https://a.example/1\nhttps://a.example/1": (["https://a.example/1"], []),
    '=HYPERLINK("https://a.example/1","link")': (["https://a.example/1"], []),
    '=HYPERLINK("https://a.example/1";"The Herald")': (
        ["https://a.example/1"],
        ["The Herald (https://a.example/1)"],
    ),
    '=HYPERLINK(A1,"link")': ([], ['=HYPERLINK(A1,"link")']),
    "=cmd|'/C calc'!A0": ([], ["=cmd|'/C calc'!A0"]),
    "Reuters": ([{"publisher": "Reuters"}], []),
    "local radio, 3 May": ([{"publisher": "local radio, 3 May"}], []),
    "see email": ([], ["see email"]),
    "video.mp4": ([{"publisher": "video.mp4"}], []),
    "?": ([], []),
}


@pytest.mark.parametrize(("text", "wanted"), SOURCES.items())
def test_addresses_names_and_asides_are_distinguished(
    text: str, wanted: tuple[list[Any], list[str]]
) -> None:
    found = read_sources(text)
    assert (found.sources, found.asides) == wanted


@given(st.text(max_size=80))
def test_any_cell_of_sources_gives_sources_that_the_model_takes(text: str) -> None:
    quoted = '"' + text.replace('"', '""').replace("\x00", "") + '"'
    outcome = import_text(f"title,date,source\na,2023-05-03,{quoted}\n".encode("utf-8", "replace"))
    assert len(outcome.made) + len(outcome.rejected) + len(outcome.waiting) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("javascript:alert(1)", {"publisher": "javascript:alert(1)"}),
        ("Daily News (Suva)", {"publisher": "Daily News (Suva)"}),
        ("(Daily News (Suva)).", {"publisher": "Daily News (Suva)"}),
        ("[Daily News]", {"publisher": "Daily News"}),
        ("https://a.example/Suva_(city)", "https://a.example/Suva_(city)"),
        ("(https://a.example/1).", "https://a.example/1"),
        ("[A](https://a.example/Suva_(city))", "https://a.example/Suva_(city)"),
    ],
)
def test_brackets_that_belong_to_a_source_stay(text: str, wanted: object) -> None:
    assert read_sources(text).sources == [wanted]
