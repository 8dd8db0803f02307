"""Tables as events in a line, for tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from geo.importing import Destination, Outcome, Request, import_file
from geo.importing.tables.any_file import FileOptions
from geo.importing.tables.limits import TableFileError

SAMPLES = Path(__file__).parents[1] / "data" / "import"


def import_text(
    text: str | bytes,
    answers: Mapping[str, str] | None = None,
    zone: str = "Asia/Aden",
    name: str = "table.csv",
    **request: Any,
) -> Outcome:
    """Return what a table gives that is written in a test."""
    content = text if isinstance(text, bytes) else text.encode()
    asked = Request(answers=dict(answers or {}), **request)
    return import_file(content, name, Destination(zone, stem="table"), asked)


def read_sample(name: str, answers: Mapping[str, str] | None = None, **options: Any) -> Outcome:
    """Return what a sample of tests/data/import gives."""
    content = (SAMPLES / name).read_bytes()
    request = Request(answers=dict(answers or {}), options=FileOptions(**options))
    return import_file(content, name, Destination("Asia/Aden", stem="sample"), request)


def only(outcome: Outcome) -> dict[str, Any]:
    """Return the members of the one event of an outcome."""
    assert [one.reason for one in outcome.rejected] == []
    assert outcome.waiting == []
    [made] = outcome.made
    members = made.feature["properties"]
    assert isinstance(members, dict)
    return members


def members_of(outcome: Outcome) -> dict[int, dict[str, Any]]:
    """Return the members of each event by its row."""
    found: dict[int, dict[str, Any]] = {}
    for made in outcome.made:
        members = made.feature["properties"]
        assert isinstance(members, dict)
        found[made.row] = members
    return found


def refuse(content: bytes | str, name: str = "table.csv") -> str:
    with pytest.raises(TableFileError) as refused:
        import_text(content, name=name)
    assert str(refused.value).startswith(name)
    return str(refused.value)
