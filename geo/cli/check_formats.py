"""The findings of `geo check` as lines to read, as JSON, and as notes on a pull request."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from rich.text import Text

from geo.story.check.any_file import CheckedPath
from geo.story.check.finding import Finding, count_grades, describe_grades, group_findings

_COLOURS = {"must": "red", "should": "yellow"}
_GITHUB_LEVELS = {"must": "error", "should": "warning"}

NamedChecks = Sequence[tuple[str, CheckedPath]]
"""What was checked, each by the name that the command line gives it."""


def format_text(checked: NamedChecks) -> Iterator[Text]:
    """Yield the lines for a terminal: one for each problem, and the sum at the end."""
    for name, one in checked:
        yield Text(_make_printable(name), "bold")
        for finding in group_findings(one.findings):
            yield _format_line(finding)
        yield Text(f"  {one.counted}")
    every = _list_findings(checked)
    must, should = count_grades(every)
    colour = "red" if must else "yellow" if should else "green"
    yield Text(describe_grades(every), colour)


def format_json(checked: NamedChecks) -> str:
    """Return every finding as JSON, none of them grouped."""
    must, should = count_grades(_list_findings(checked))
    findings = [
        {"checked": name, **asdict(finding), "message": str(finding)}
        for name, one in checked
        for finding in one.findings
    ]
    made = {"must": must, "should": should, "findings": findings}
    return json.dumps(made, ensure_ascii=False, indent=1)


def format_github(checked: NamedChecks) -> Iterator[str]:
    """Yield workflow commands of GitHub Actions, which shows them beside the files."""
    for name, one in checked:
        for finding in group_findings(one.findings):
            file = finding.file if finding.file in name else f"{name.rstrip('/')}/{finding.file}"
            properties = f"file={_escape(file)},title={_escape(finding.grade)}"
            level = _GITHUB_LEVELS[finding.grade]
            yield f"::{level} {properties}::{_escape(str(finding), message=True)}"
    yield describe_grades(_list_findings(checked))


def _list_findings(checked: NamedChecks) -> list[Finding]:
    return [finding for _, one in checked for finding in one.findings]


def _format_line(finding: Finding) -> Text:
    line = Text.assemble(
        (f"  {finding.grade:<8}", _COLOURS[finding.grade]),
        (_make_printable(finding.location), "bold"),
        ": ",
    )
    if not finding.wanted:
        return line.append(_make_printable(finding.found))
    found, wanted = _make_printable(finding.found), _make_printable(finding.wanted)
    parts: Iterable[tuple[str, str]] = (
        ("found ", ""),
        (found, "red"),
        (", wanted ", ""),
        (wanted, "green"),
    )
    for words, style in parts:
        line.append(words, style or None)
    return line


def _make_printable(text: str) -> str:
    """Return a text that moves no cursor: a name comes from outside as well."""
    return text if text.isprintable() else repr(text)


def _escape(text: str, *, message: bool = False) -> str:
    """Return a text as a part of a workflow command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped if message else escaped.replace(":", "%3A").replace(",", "%2C")
