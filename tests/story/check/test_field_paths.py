"""The member that was probably meant by one that nobody knows."""

import pytest

from geo.story.check.field_paths import name_near

MEMBERS = ["title", "kind", "start", "region", "note", "summary", "when"]


@pytest.mark.parametrize("name", ["id", "description", "sort", "notice_of", "aim", ""])
def test_no_member_is_named_that_is_spelt_otherwise(name: str) -> None:
    assert name_near(name, MEMBERS) == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("kinds", "kind"),
        ("stat", "start"),
        ("regoin.name", "region"),
        ("notes", "note"),
        ("sumary", "summary"),
    ],
)
def test_a_misspelt_member_is_named(name: str, meant: str) -> None:
    assert name_near(name, MEMBERS) == f" (did you mean {meant!r}?)"
