"""Casualties, sources and blame as far as the words of a cell go."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.counts import Count, read_count, read_counts
from geo.importing.sources import read_sources
from tests.importing.reading import only, read_text

COUNTS = {
    "3": Count(best=3),
    "1,200": Count(best=1200),
    "1.200": Count(best=1200),
    "12,5": Count(),
    "at least 1.5": Count(),
    "2-4": Count(low=2, high=4),
    "2–4": Count(low=2, high=4),
    "1 000-2 000": Count(low=1000, high=2000),
    "two to four": Count(low=2, high=4),
    "between 2 and 4": Count(low=2, high=4),
    "between two and four": Count(low=2, high=4),
    "at least 2": Count(low=2),
    "at least two": Count(low=2),
    "no less than 3": Count(low=3),
    "no fewer than five": Count(low=5),
    "more than 2": Count(low=3),
    "over 2": Count(low=3),
    "5+": Count(low=5),
    "5 or more": Count(low=5),
    "up to 5": Count(high=5),
    "no more than 5": Count(high=5),
    "fewer than 5": Count(high=4),
    "two": Count(best=2),
    "about 10": Count(best=10),
    "some 20": Count(best=20),
    "3 000": Count(best=3000),
    "3 militants": Count(best=3),
    "3 (2 men, 1 woman)": Count(best=3),
    "no one": Count(best=0),
    "dozens": Count(),
    "several": Count(),
    "0": Count(best=0),
    "none": Count(best=0),
    "не менее 12": Count(low=12),
    "4-2": Count(),
    **dict.fromkeys(["3/4", "3 or 4", "3 + 4", "3 or fewer", "2 men and 1 woman", "2, 3"], Count()),
    **dict.fromkeys(["one hundred", "twenty three", "twenty-three", "3-4 hundred"], Count()),
    **dict.fromkeys(["two dozen", "a dozen", "hundreds", "half a dozen", "3 десятка"], Count()),
    **dict.fromkeys(["3 million", "1.5 million", "3 тысячи", "up to 3 million", "3k"], Count()),
    "1" * 5000: Count(),
}
WORDS: dict[str, tuple[Count | None, Count | None]] = {
    "2-4 dead": (Count(low=2, high=4), None),
    "3 killed, 5 wounded": (Count(best=3), Count(best=5)),
    "2 killed and 3 injured": (Count(best=2), Count(best=3)),
    "1,200 killed": (Count(best=1200), None),
    "dozens injured": (None, Count()),
    "12 убито, 3 ранено": (Count(best=12), Count(best=3)),
    "2 morts, 5 blessés": (Count(best=2), Count(best=5)),
    "zwei Tote": (Count(), None),
    "1 (child)": (None, None),
    "several": (None, None),
    "at least 2": (None, None),
    "none reported": (None, None),
    "0": (Count(best=0), Count(best=0)),
    "2 killed, later 3 killed": (Count(), None),
    "20 killed or injured": (Count(), Count()),
    "killed and injured: 20": (Count(), Count()),
    "30-year-old man killed": (Count(), None),
    "30 year old man killed": (Count(), None),
    "at 5 pm 3 killed": (Count(), None),
    "3 killed incl. 1 child": (Count(best=3), None),
    "3 killed (1 child, 2 women), 4 injured": (Count(best=3), Count(best=4)),
    "3 killed/4 injured": (Count(best=3), Count(best=4)),
    "No one killed, two injured": (Count(best=0), Count(best=2)),
    "between 3 and 5 killed": (Count(low=3, high=5), None),
    "3/4 killed": (Count(), None),
    "3+4 killed": (Count(), None),
    "12,5 killed": (Count(), None),
    "two men and one woman killed": (Count(), None),
    "A HUNDRED AND FIVE KILLED": (Count(), None),
    "5 victims: 3 killed": (Count(), None),
    "10 shells killed 3": (Count(), None),
}


@pytest.mark.parametrize(("text", "wanted"), COUNTS.items())
def test_a_number_is_taken_as_far_as_its_words_go(text: str, wanted: Count) -> None:
    assert read_count(text) == wanted


@pytest.mark.parametrize("text", ["", "n/a", "unknown", "none reported", "not known", "no data"])
def test_no_figure_is_not_none(text: str) -> None:
    assert read_count(text) is None


@pytest.mark.parametrize(("text", "wanted"), WORDS.items())
def test_killed_and_injured_are_told_apart_by_words(
    text: str, wanted: tuple[Count | None, Count | None]
) -> None:
    found = read_counts(text)
    assert (found.killed, found.injured) == wanted


@given(st.text(max_size=60))
def test_any_words_of_casualties_are_read(text: str) -> None:
    for count in (read_count(text), read_counts(text).killed):
        stated = [n for n in (count.low, count.best, count.high) if n is not None] if count else []
        assert stated == sorted(stated)


@pytest.mark.parametrize(
    "text",
    [
        "killed: no data",
        "deaths: no information",
        "no official data on killed",
        "No one knows how many were killed",
        "killed: no official figures",
    ],
)
def test_no_data_is_not_nobody(text: str) -> None:
    assert read_counts(text).killed in (None, Count())


def test_an_explanation_takes_no_number_away() -> None:
    found = read_counts("5 killed, 2 of them children, 3 injured")
    assert (found.killed, found.injured) == (Count(best=5), Count(best=3))
    partly = read_counts("Killed: 3, injured: no data")
    assert (partly.killed, partly.injured) == (Count(best=3), None)


@pytest.mark.parametrize(
    "filler", ["no x ", "none ", "5 or ", "1,000 ", "between ", "(", "killed 3 "]
)
def test_a_long_account_gives_no_number(filler: str) -> None:
    # Some of these would take hours by patterns that look for an end which does not come.
    account = filler * 20_000
    assert read_count(account) == Count()
    assert read_counts(account).injured is None
    assert read_counts(f"{account} 3 injured").injured == Count()


def test_figures_rest_on_a_claim_that_keeps_the_words() -> None:
    members = only(read_text("title,date,casualties\na,2023-05-03,2-4 dead\n"))
    [claim] = members["claims"]
    assert members["killed"] == {"low": 2, "high": 4, "claim": claim["id"]}
    assert "“2-4 dead” is entered under “casualties”" in claim["summary"]
    assert (claim["stance"], claim["about"]) == ("asserts", ["casualties"])


@pytest.mark.parametrize("text", ["unknown", "?", "n/a"])
def test_a_number_that_nobody_knows_is_kept_in_the_note(text: str) -> None:
    members = only(read_text(f"title,date,killed,injured\na,2023-05-03,{text},2\n"))
    assert "killed" not in members
    assert members["note"] == f"killed: {text}"


def test_low_best_and_high_of_three_columns_are_one_figure() -> None:
    header = "title,date,killed,killed_low,killed_high\n"
    members = only(read_text(header + "a,2023-05-03,3,2,5\n"))
    assert members["killed"] == {"low": 2, "best": 3, "high": 5, "claim": "c1"}
    members = only(read_text(header + "a,2023-05-03,3,4,5\n"))
    assert members["killed"] == {"claim": "c1"}


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
def test_addresses_names_and_asides_are_told_apart(
    text: str, wanted: tuple[list[Any], list[str]]
) -> None:
    found = read_sources(text)
    assert (found.sources, found.asides) == wanted


@given(st.text(max_size=80))
def test_any_cell_of_sources_gives_sources_that_the_model_takes(text: str) -> None:
    quoted = '"' + text.replace('"', '""').replace("\x00", "") + '"'
    outcome = read_text(f"title,date,source\na,2023-05-03,{quoted}\n".encode("utf-8", "replace"))
    assert len(outcome.made) + len(outcome.rejected) + len(outcome.held) == 1


BLAME = {
    "rebels": ("accuses", ["rebels"]),
    "rebels / army": ("accuses", None),
    "separatists (?)": ("accuses", None),
    "claimed by Group A": ("asserts", None),
    "Army (denies)": ("asserts", None),
    "Army (claimed)": ("asserts", None),
    "Army (claims responsibility)": ("asserts", None),
    "both sides blame each other": ("asserts", None),
}


@pytest.mark.parametrize(("text", "wanted"), BLAME.items())
def test_only_a_bare_name_is_accused_in_data(text: str, wanted: tuple[str, list[str]]) -> None:
    members = only(read_text(f"title,date,blamed\na,2023-05-03,{text}\n"))
    [claim] = members["claims"]
    assert (claim["stance"], claim.get("accuses")) == wanted
    assert text in claim["summary"]
    assert "attribution" not in members


@pytest.mark.parametrize("text", ["?", "unknown", "n/a", "nobody"])
def test_nobody_blamed_is_no_claim_and_is_kept(text: str) -> None:
    members = only(read_text(f"title,date,blamed\na,2023-05-03,{text}\n"))
    assert "claims" not in members
    assert members["note"] == f"blamed: {text}"


def test_a_word_of_verification_is_kept_and_never_taken() -> None:
    text = (
        "title,date,verification,attribution,status\na,2023-05-03,verified,established,confirmed\n"
    )
    members = only(read_text(text))
    assert "verification" not in members
    assert "attribution" not in members
    assert "verification: verified" in members["note"]
    assert "status: confirmed" in members["note"]
