"""Who is blamed, as far as the words of a cell go."""

import pytest

from tests.importing.reading import only, read_text

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
