"""Who is blamed, as far as the words of a cell go."""

import pytest

from geo.claims import format_attribution_line
from tests.importing.reading import import_text, members_of, only
from tests.statements import make_claim, make_ledger

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
    members = only(import_text(f"title,date,blamed\na,2023-05-03,{text}\n"))
    [claim] = members["claims"]
    assert (claim["stance"], claim.get("accuses")) == wanted
    assert text in claim["summary"]
    assert "attribution" not in members


@pytest.mark.parametrize(
    "text",
    [
        "Under investigation",
        "investigation ongoing",
        "Various",
        "No",
        "not the army",
        "The army was not responsible",
        "The army wasn’t involved",
        "No group has claimed it",
        "Unidentified gunmen",
        "aucun groupe",
        "une enquête est ouverte",
        "ce n’est pas l’armée",
        "ningún grupo",
        "no fue el ejército",
        "keine Angaben",
        "wird ermittelt",
        "Die Armee war es nicht",
        "не армия",
        "армия непричастна",
        "ведётся расследование",
        "ніхто",
        "невідомі",
    ],
)
def test_a_cell_that_names_nobody_or_clears_somebody_accuses_nobody(text: str) -> None:
    members = only(import_text(f"title,date,blamed\na,2023-05-03,{text}\n"))
    for claim in members.get("claims", ()):
        assert (claim["stance"], claim.get("accuses")) == ("asserts", None)
    assert text in members.get("note", "") or text in members["claims"][0]["summary"]


@pytest.mark.parametrize(
    "text", ["Knotty Brigade", "Notre Peuple", "Nonviolent Front", "Nora Unit"]
)
def test_a_name_that_only_looks_like_a_denial_is_a_name(text: str) -> None:
    [claim] = only(import_text(f"title,date,blamed\na,2023-05-03,{text}\n"))["claims"]
    assert (claim["stance"], claim["accuses"]) == ("accuses", [text])


@pytest.mark.parametrize("text", ["?", "unknown", "n/a", "nobody"])
def test_nobody_blamed_is_not_a_claim_and_is_kept(text: str) -> None:
    members = only(import_text(f"title,date,blamed\na,2023-05-03,{text}\n"))
    assert "claims" not in members
    assert members["note"] == f"blamed: {text}"


@pytest.mark.parametrize("column", ["attribution", "blamed", "perpetrator"])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("contested", "contested"),
        ("claimed", "claimed"),
        ("Accused; denied", "accused_denied"),
        ("accused_no_answer", "accused_no_answer"),
        ("Unclaimed", "unclaimed"),
    ],
)
def test_a_word_of_attribution_accuses_nobody(column: str, text: str, word: str) -> None:
    members = only(import_text(f"title,date,{column}\na,2023-05-03,{text}\n"))
    assert "claims" not in members
    assert members["attribution"] == word


def test_a_name_under_attribution_is_an_accusation_and_its_column_is_named() -> None:
    outcome = import_text("title,date,attribution\na,2023-05-03,rebels\nb,2023-05-04,claimed\n")
    [remark] = [text for text in outcome.remarks if "attribution" in text]
    assert outcome.remarks[remark] == [2]
    first, second = members_of(outcome).values()
    assert first["claims"][0]["accuses"] == ["rebels"]
    assert "attribution" not in first
    assert second["attribution"] == "claimed"


def test_that_it_is_settled_who_did_it_is_never_taken_from_a_table() -> None:
    outcome = import_text("title,date,blamed\na,2023-05-03,Established\n")
    members = only(outcome)
    assert {"claims", "attribution"}.isdisjoint(members)
    assert members["note"] == "blamed: Established"
    [remark] = outcome.remarks
    assert "'established' is kept in the desk's note" in remark


CELLS = [
    "Army; the army's spokesman denied it on 6 May",
    "Army; Police; Border guard; Militia of the north; Army of the coast; Army of the hills",
    "First the rebels. Later investigators said the army. Nobody agreed.",
    "Army; „Rebellen“ bestreiten es",
    "«armée»; les rebelles nient",
    'Army ("they did it"); denied',
    "Army (denied; by its spokesman",
]


@pytest.mark.parametrize("cell", CELLS)
def test_the_line_of_an_event_quotes_the_whole_cell(cell: str) -> None:
    quoted = cell.replace('"', '""')
    [claim] = only(import_text(f'title,date,blamed\na,2023-05-03,"{quoted}"\n'))["claims"]
    said = {name: claim[name] for name in ("stance", "summary")}
    line = format_attribution_line(make_ledger(make_claim(actor="Unnamed", reads_on=False, **said)))
    assert line.startswith(f"Unnamed: In an imported table, “{cell}” is entered under “blamed”")
    assert line.rstrip(".)").endswith("Who says so is not stated")


def test_a_cell_that_quotes_is_quoted_with_single_marks_within() -> None:
    [claim] = only(import_text("title,date,blamed\na,2023-05-03,”Army” denied; “it\n"))["claims"]
    line = format_attribution_line(
        make_ledger(make_claim(actor="Unnamed", reads_on=False, summary=claim["summary"]))
    )
    assert "“’Army’ denied; ‘it” is entered under" in line


def test_a_long_cell_is_quoted_in_part_with_a_mark_at_its_end() -> None:
    cell = "The army did it. " + "So it was said. " * 200 + "The army denied this."
    outcome = import_text(f"title,date,blamed\na,2023-05-03,{cell}\n")
    members = only(outcome)
    [claim] = members["claims"]
    assert (claim["stance"], claim.get("accuses")) == ("asserts", None)
    assert "So it…” is entered under “blamed”" in claim["summary"]
    assert members["note"] == f"blamed: {cell}"
    assert outcome.remarks["column 'blamed': too long, cut; the desk's note has it whole"] == [2]
    name = "blamed (" + "by whom it was said " * 10 + ")"
    members = only(import_text(f"title,date,{name}\na,2023-05-03,rebels\n"))
    assert "by whom it…”. Who says so" in members["claims"][0]["summary"]
    assert members["note"] == f"{name}: rebels"
