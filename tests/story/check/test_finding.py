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
        "events.geojson, title: found nothing, wanted this member (1,000 records: 1 to 1,000)"
    )
    assert count_grades(findings) == (1000, 0)


def test_three_equal_problems_are_named_one_by_one() -> None:
    findings = [missing_title(number) for number in (1, 2, 3)]
    assert group_findings(findings) == tuple(findings)
    assert str(findings[0]) == (
        "events.geojson, record 1 (e1), title: found nothing, wanted this member"
    )


def test_problems_that_differ_in_what_was_found_say_so() -> None:
    findings = [
        Finding("must", "e.geojson", "radius_m", repr(str(number)), "a number", number, None)
        for number in range(1, 21)
    ]
    [one] = group_findings(findings)
    assert one.found == "'1' and others"
    assert "(20 records: 1 to 20)" in one.wanted


def test_nothing_found_is_no_problem() -> None:
    assert group_findings([]) == ()
    assert describe_grades([]) == "0 must, 0 should"
