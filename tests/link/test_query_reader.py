"""A part of a link that cannot be read is left out alone, and said."""

import pytest

from geo.link.link import Link, from_query


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"from": ["03.05.2023"]}, "from: found '03.05.2023'"),
        ({"to": ["2023-02-30"]}, "to: found '2023-02-30'"),
        ({"from": ["0001-01-01"]}, "from: found '0001-01-01'"),
        ({"from": ["2023-05-04"], "to": ["2023-05-01"]}, "wanted a time before"),
        (
            {"from": ["2023-05-03T02:43"], "to": ["2023-05-03T02:43"]},
            "wanted a time before to=2023-05-03T02:43, a minute that is itself left out",
        ),
        ({"reach": ["100..50"]}, "reach: found '100..50', wanted the lower end first: 50..100"),
        (
            {"reach": ["-10..-30,"]},
            "reach: found '-10..-30,', wanted the lower end",
        ),
        ({"reach": ["near"]}, "reach: found 'near', wanted kilometres such as"),
        (
            {"compare": ["2023-01-02..2023-01-01"]},
            "compare: found '2023-01-02..2023-01-01', wanted a start that is before its end",
        ),
        ({"compare": ["2023-02-30..2023-03-01"]}, "wanted a range such as"),
        ({"zone": ["Suva"]}, "zone: found 'Suva', wanted place or utc"),
        ({"type": ["meteor"]}, "type: found 'meteor', wanted one of"),
        ({"reach": ["450"]}, "reach: found '450'"),
        ({"reach": ["nan..2"]}, "reach: found 'nan..2'"),
        ({"reach": ["450..100"]}, "reach: found '450..100'"),
        ({"view": ["37,55"]}, "view: found '37,55'"),
        ({"view": ["inf,55,4"]}, "view: found 'inf,55,4'"),
        ({"voice": ["everybody"]}, "voice: found 'everybody'"),
        ({"q": ["x" * 201]}, "at most 200 characters"),
        (
            {"source": ["mail"]},
            "source: found an unknown parameter, wanted one of",
        ),
        ({"Grup": ["x"]}, "Grup: found an unknown parameter, wanted one of"),
        ({"Grup": ["x"]}, "(did you mean 'group'?)"),
        ({"group": ["nrth"]}, "group: found 'nrth', wanted one of north (did you mean 'north'?)"),
        ({"type": ["boarding"]}, "(did you mean 'boarding_or_seizure'?)"),
        ({"zone": ["palce"]}, "zone: found 'palce', wanted place or utc (did you mean 'place'?)"),
        (
            {"x" * 999: ["x" * 999]},
            f"{'x' * 57}...: found an unknown parameter, wanted",
        ),
        ({"event": ["<script>"]}, "wanted the id of an event"),
        ({"briefing": ["../etc"]}, "wanted the name of a briefing"),
        ({"step": ["0"]}, "step: found '0', wanted the number of a step"),
        ({"step": ["1e3"]}, "step: found '1e3'"),
        ({"data": ["../versions"]}, "data: found '../versions', wanted a version such as"),
        ({"data": ["3F9A0C417BE2"]}, "data: found '3F9A0C417BE2'"),
        ({"stack": ["colour"]}, "stack: found 'colour', wanted group or type or verification"),
        ({"cross": ["type,type"]}, "cross: found 'type,type', wanted two of"),
        ({"cross": ["type"]}, "cross: found 'type'"),
        ({"compare": ["2022-05-03"]}, "compare: found '2022-05-03', wanted a range such as"),
        ({"compare": ["2022-05-03..2022-05-01"]}, "compare: found '2022-05-03..2022-05-01'"),
        ({"compare": ["group:"]}, "compare: found 'group:'"),
        ({"compare": ["group:mars"]}, "compare: found 'group:mars'"),
        ({"span": ["-3"]}, "span: found '-3', wanted a number of days"),
    ],
)
def test_a_bad_part_is_left_out_and_reported(query: dict[str, list[str]], message: str) -> None:
    link, left_out = from_query(
        query, {"event": {"drone-1"}, "briefing": {"night"}, "group": {"north"}}
    )
    assert link == Link()
    assert len(left_out) == 1
    assert message in str(left_out[0])


def test_a_good_part_beside_a_bad_one_is_kept() -> None:
    link, left_out = from_query({"type": ["crash", "meteor"]})
    assert link.filters.words == {"event_type": {"crash"}}
    assert len(left_out) == 1


def test_streamlits_own_parameters_pass_without_a_word() -> None:
    assert from_query({"embed": ["true"]}) == (Link(), ())


def test_what_is_left_out_of_a_long_link_is_said_in_few_words() -> None:
    words = [f"word{number}" for number in range(1_000)]
    query = {"type": words, "x" * 50_000: ["1"], "from": ["2024-01-01"], "to": ["2023-01-01"]}
    _, left_out = from_query(query)
    assert len(left_out) <= 13
    assert sum(len(str(part)) for part in left_out) < 6_000
    assert "more" in str(left_out[-1])
