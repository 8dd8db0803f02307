"""One thing that is wrong with a file of a story, and how many such things there are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from geo.errors import Problem
from geo.events.rejections import count_records

Grade = Literal["must", "should"]
"""must: an event is rejected, or a file or briefing is not shown. should: shown all the same.

What cannot be read must be corrected, and so must what a briefing, the lead or a note may not
say. All that rules find in events, own words, corrections, versions and street maps should be;
only a correction of an event that the record never had must.
"""

# Up to so many problems of one kind are listed one by one; more become one line. The first number
# is for problems with identical words.
_MOST_SAME, _MOST_ALIKE = 3, 12
# At most so many values, ids and ranges are named.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes
    ----------
    grade : "must" or "should"
    file : str
        Name of the file within the story's folder.
    where : str
        Step, line or member; empty if it is the file as a whole.
    found, wanted : str
        In plain words, free of control characters. Where nothing is wanted, `found` says it all.
    record : int or None
        Which record of the file, counted from 1.
    id : str or None
        The record's id.
    """

    grade: Grade
    file: str
    where: str
    found: str
    wanted: str
    record: int | None = None
    id: str | None = None

    @property
    def location(self) -> str:
        """File, record and member."""
        record = None if self.record is None else f"record {self.record}"
        if self.id is not None:
            record = f"{record} ({self.id})" if record else self.id
        return ", ".join(part for part in (self.file, record, self.where) if part)

    @property
    def message(self) -> str:
        """What was found, and what was wanted."""
        return Problem("", self.found, self.wanted).message

    def __str__(self) -> str:
        return f"{self.location}: {self.message}"


def reject_file(file: str, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """Return the problems for which a file, or a line of it, is not shown.

    >>> [str(one) for one in reject_file("a.json", [Problem("date", "'May'", "a date")])]
    ["a.json, date: found 'May', wanted a date"]
    """
    return tuple(Finding("must", file, *problem) for problem in problems)


def select_refusals(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what must be corrected: that for which an event, file or text is not shown."""
    return tuple(finding for finding in findings if finding.grade == "must")


def count_grades(findings: Iterable[Finding]) -> tuple[int, int]:
    """Return how many things must be corrected, and how many should be."""
    grades = [finding.grade for finding in findings]
    return grades.count("must"), grades.count("should")


def describe_grades(findings: Iterable[Finding]) -> str:
    """Return the number of findings in words.

    >>> describe_grades([Finding("must", "events.geojson", "", "an empty file", "events")])
    '1 must, 0 should'
    """
    must, should = count_grades(findings)
    return f"{must:,} must, {should:,} should"


def group_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings; those that many events share become one.

    The first of each group represents it, in its place: 1,000 events of another format are one
    line for each member, not 1,000.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = finding.record is None
        key = (finding.file, str(number)) if alone else _key(finding)
        groups.setdefault(key, []).append(finding)
    return tuple(_merge(groups.values()))


def _key(finding: Finding) -> tuple[str, ...]:
    return finding.grade, finding.file, finding.where, finding.wanted


def _merge(groups: Iterable[list[Finding]]) -> Iterator[Finding]:
    for group in groups:
        first = group[0]
        same = len({one.found for one in group}) == 1
        if len(group) <= (_MOST_SAME if same else _MOST_ALIKE):
            yield from group
            continue
        wanted = f"{first.wanted} ({_name_records(group)})"
        found = _list_found(one.found for one in group)
        yield Finding(first.grade, first.file, first.where, found, wanted)


def _list_found(found: Iterable[str]) -> str:
    """Return what was found most often, each with how often where there are several."""
    counts = Counter(found)
    if len(counts) == 1:
        return next(iter(counts))
    most = counts.most_common(_MOST_NAMED)
    words = [value if times == 1 else f"{value} ({times:,} times)" for value, times in most]
    left = len(counts) - len(most)
    more = [f"{left:,} other value{'s' if left > 1 else ''}"] if left else []
    return "; ".join([*words, *more])


def _name_records(group: Iterable[Finding]) -> str:
    """Return how many records have a problem, and the ids of the first; numbers without ids."""
    ids = {one.record: one.id for one in group if one.record is not None}
    count = count_records(len(ids))
    if None in ids.values():
        return f"{count}: {name_ranges(ids)}"
    named = list(ids.values())[:_MOST_NAMED]
    left = len(ids) - len(named)
    return f"{count}: {', '.join(map(str, named))}" + (f" and {left:,} more" if left else "")


def name_ranges(numbers: Iterable[int]) -> str:
    """Return numbers as ranges, of which the first five are named.

    >>> name_ranges([4, 1, 2, 3, 9])
    '1 to 4, 9'
    >>> name_ranges([1, 3, 5, 7, 9, 11])
    '1, 3, 5, 7, 9 and more'
    """
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    words = [f"{a:,}" if a == b else f"{a:,} to {b:,}" for a, b in ranges[:_MOST_NAMED]]
    return ", ".join(words) + (" and more" if len(ranges) > _MOST_NAMED else "")
