"""Who says what: the ledger of claims, the grid of disagreement, origins, sentences, four boxes."""

from geo.claims.attribution import attribution_line, attribution_sentences
from geo.claims.boxes import Boxes, Sentence, four_boxes
from geo.claims.clauses import clause
from geo.claims.grid import Grid, any_party_denies, disagreement
from geo.claims.ledger import Entry, Ledger, ledger, ledgers, perhaps_said, statements
from geo.claims.moments import moment_words, moments
from geo.claims.origins import Origin, independent_origins, one_origin_only
from geo.claims.said import said_interval
from geo.claims.search import search_claims
from geo.claims.timeline import Mark, Stretch, timeline
from geo.claims.verification import Support, check_verification, supported_verification

__all__ = [
    "Boxes",
    "Entry",
    "Grid",
    "Ledger",
    "Mark",
    "Origin",
    "Sentence",
    "Stretch",
    "Support",
    "any_party_denies",
    "attribution_line",
    "attribution_sentences",
    "check_verification",
    "clause",
    "disagreement",
    "four_boxes",
    "independent_origins",
    "ledger",
    "ledgers",
    "moment_words",
    "moments",
    "one_origin_only",
    "perhaps_said",
    "said_interval",
    "search_claims",
    "statements",
    "supported_verification",
    "timeline",
]
