"""A statement as a clause that names its speaker."""

import pytest
from hypothesis import given

from geo.claims import Entry, format_clause
from geo.events import Actor, Claim
from tests.statements import any_claim, make_claim, make_ledger


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            {"summary": "Said a drone fell.", "reads_on": True},
            "The mayor's office said a drone fell",
        ),
        ({"summary": "A drone fell."}, "The mayor's office: A drone fell"),
        (
            {"summary": "A drone fell; nobody was hurt."},
            "The mayor's office: A drone fell (nobody was hurt)",
        ),
        (
            {"stance": "neither_confirms_nor_denies", "summary": "No comment."},
            "The mayor's office gave neither a confirmation nor a denial",
        ),
        (
            {"stance": "denies", "summary": "A gas leak."},
            "The mayor's office denied this: A gas leak",
        ),
    ],
)
def test_a_summary_follows_its_speaker_only_where_the_record_says_that_it_reads_on(
    said: dict[str, object], wanted: str
) -> None:
    office = Actor(name="Mayor's office", kind="office", short="the mayor's office")
    [entry] = make_ledger(make_claim(1, **({"actor": office, "reads_on": False} | said)))
    assert format_clause(entry) == wanted


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        (
            Actor(name="Palace press service", kind="office", short="the Palace press service"),
            "The Palace press service said",
        ),
        (
            Actor(name="Ben Marsh", role="governor of North Region", kind="office"),
            "Ben Marsh, governor of North Region, said",
        ),
        (
            Actor(name="Dawn", role="local channel", kind="outlet", short="the local channel Dawn"),
            "The local channel Dawn said",
        ),
        (
            Actor(
                name="Officials", named=False, short="unnamed officials", via="quoted by a paper"
            ),
            "Unnamed officials, quoted by a paper, said",
        ),
        ("Ben Marsh, governor of North Region", "Ben Marsh, governor of North Region, said"),
        ("brightwater.example", "brightwater.example said"),
        ("Марія Шевчук", "Марія Шевчук said"),
    ],
)
def test_speakers_are_named_from_their_data_and_plain_names_stand_as_they_are(
    actor: Actor | str, wanted: str
) -> None:
    [entry] = make_ledger(make_claim(actor=actor))
    assert format_clause(entry) == f"{wanted} a drone came down"


@given(any_claim)
def test_a_clause_always_names_its_speaker(claim: Claim) -> None:
    [entry] = make_ledger(claim)
    assert " ".join(claim.actor.name.split()).casefold() in format_clause(entry).casefold()


def test_an_entry_without_words_still_names_its_stance() -> None:
    [entry] = make_ledger(make_claim(stance="denies", about=("perpetrator",), summary="..."))
    assert isinstance(entry, Entry)
    assert format_clause(entry).endswith("denied any part in it")


TAILS = [
    "; the army denied it",
    ". On 8 May he withdrew this",
    "; others blamed the army. Nobody could check it",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("length", [10, 150, 500, 2000])
def test_what_stands_last_in_a_summary_is_never_cut_off(tail: str, length: int) -> None:
    summary = f"Said that {'very ' * (length // 5)}many soldiers fired before dawn{tail}."
    [entry] = make_ledger(make_claim(summary=summary))
    letters = {word.strip(".;()") for word in summary.split()[2:]}
    assert letters <= {word.strip(".,;()") for word in format_clause(entry).split()}


QUOTED = [
    "“Army; the army denied it. Then rebels took responsibility”",
    "“An order “fire; at once” was given. He denied that”",
    "„Armee; sie bestritt es. Dann Rebellen“",
    "«armée ; elle nie. Puis des rebelles»",
    '"army; denied. Then rebels"',
    "(army; denied. Then rebels)",
    "“army; denied. Then rebels",
]


@pytest.mark.parametrize("quoted", QUOTED)
def test_what_is_quoted_stays_as_it_was_written(quoted: str) -> None:
    [entry] = make_ledger(make_claim(summary=f"Said in a post {quoted}; no more is known."))
    assert quoted in format_clause(entry)


def test_a_question_stays_a_question() -> None:
    [entry] = make_ledger(make_claim(summary="Was it the army?", reads_on=False))
    assert format_clause(entry).endswith(": Was it the army?")
