"""Findings of many events are one line; counts are of all of them."""

from geo.story.check.finding import Finding, count_grades, describe_grades, group_findings


def missing_title(record: int) -> Finding:
    return Finding(
        "must", "events.geojson", "title", "nothing", "this member", record, f"e{record}"
    )


def test_a_thousand_equal_problems_are_one_line_that_names_the_records() -> None:
    findings = [missing_title(number) for number in range(1, 1001)]
    [one] = group_findings(findings)
    assert str(one) == (
        "events.geojson, title: found nothing, wanted this member "
        "(1,000 records: e1, e2, e3, e4, e5 and 995 more)"
    )
    assert count_grades(findings) == (1000, 0)


def test_three_equal_problems_are_named_one_by_one() -> None:
    findings = [missing_title(number) for number in (1, 2, 3)]
    assert group_findings(findings) == tuple(findings)
    assert str(findings[0]) == (
        "events.geojson, record 1 (e1), title: found nothing, wanted this member"
    )


def test_problems_that_differ_in_what_was_found_say_what_and_how_often() -> None:
    values = ["minute"] * 9 + ["hour"] * 2 + [f"{number} s" for number in range(7)]
    findings = [
        Finding("should", "e.geojson", "time_precision", value, "a day", number, None)
        for number, value in enumerate(values, start=1)
    ]
    [one] = group_findings(findings)
    assert one.found == "minute (9 times); hour (2 times); 0 s; 1 s; 2 s; 4 other values"
    assert one.wanted == "a day (18 records: 1 to 18)"


def test_two_problems_of_one_record_name_it_once() -> None:
    findings = [
        Finding("should", "e.geojson", "claims[0].side", f"'{number}'", "a side", number // 2, "e")
        for number in range(2, 16)
    ]
    [one] = group_findings(findings)
    assert one.wanted.startswith("a side (7 records: ")


def test_nothing_found_is_not_a_problem() -> None:
    assert group_findings([]) == ()
    assert describe_grades([]) == "0 must, 0 should"
