"""A statement cut down to its main clause, without a change of meaning."""

import pytest

from geo.claims.sentence_words import load_sentence_words
from geo.claims.short_clauses import shorten_clause
from tests.statements import make_claim, make_ledger


@pytest.mark.parametrize(
    ("summary", "brief"),
    [
        (
            "Put the blasts at 02:45, spoke of air defence at work by preliminary data, and said "
            "that nobody was hurt and nothing was destroyed.",
            "put the blasts at 02:45",
        ),
        (
            "Said the checkpoint came under fire from the other side about 09:40, that nothing "
            "was lost and that the guards fired back.",
            "said the checkpoint came under fire from the other side about 09:40",
        ),
        # What turns the sense round stays, however long.
        (
            "Geolocated videos of two helicopters over the town, one filmed from the depot during "
            "the strikes, but could not confirm whose they were.",
            "geolocated videos of two helicopters over the town, one filmed from the depot during "
            "the strikes, but could not confirm whose they were",
        ),
        # An aside is not the end of a sentence.
        (
            "Said the fire of the day before, after the attack by a drone on the works, had "
            "flared up again by itself in the night.",
            "said the fire of the day before, after the attack by a drone on the works, had "
            "flared up again by itself in the night",
        ),
        ("Said a shell hit it; nobody was hurt.", "said a shell hit it"),
        ("As relayed by a paper, said a shell (or two) hit it.", "said a shell hit it"),
    ],
)
def test_a_clause_is_cut_only_where_the_rest_is_complete(summary: str, brief: str) -> None:
    [entry] = make_ledger(make_claim(summary=summary))
    assert shorten_clause(entry, load_sentence_words()) == brief
