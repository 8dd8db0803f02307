"""Who says what: the ledger of claims, the grid of disagreement, origins, sentences, four boxes.

All of it is made of the `ledger` of an event, its statements in their order: `stances` says who
affirms and who denies, `origins` on whose word they rest, `sentences` and `boxes` put them into
words, `wording` finds texts that state a claim as a fact.
"""

from geo.claims.boxes.four_boxes import Boxes, build_boxes
from geo.claims.ledger.build import (
    build_ledger,
    build_ledgers,
    find_possible_statements,
    iterate_statements,
)
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.ledger.first_report import find_first_reports
from geo.claims.ledger.indexed_ledgers import IndexedLedgers
from geo.claims.ledger.moments import find_moments
from geo.claims.ledger.statement_time import find_statement_interval
from geo.claims.ledger.timeline import build_timeline
from geo.claims.origins.independent_origins import find_independent_origins
from geo.claims.origins.single_origin import flag_single_origin
from geo.claims.search import search_claims
from geo.claims.sentences.attribution import (
    build_attribution_sentences,
    format_attribution_line,
    list_attribution_lines,
)
from geo.claims.sentences.attribution_lines import AttributionLines
from geo.claims.sentences.clauses import format_clause
from geo.claims.sides import Sides
from geo.claims.stances.grid import build_grid, flag_party_denials
from geo.claims.stances.official_order import sort_officials_first
from geo.claims.stances.stance_classes import is_only_about_casualties
from geo.claims.verification import find_supported_verification
from geo.claims.verification_check import check_verification

__all__ = [
    "AttributionLines",
    "Boxes",
    "Entry",
    "IndexedLedgers",
    "Ledger",
    "Sides",
    "build_attribution_sentences",
    "build_boxes",
    "build_grid",
    "build_ledger",
    "build_ledgers",
    "build_timeline",
    "check_verification",
    "find_first_reports",
    "find_independent_origins",
    "find_moments",
    "find_possible_statements",
    "find_statement_interval",
    "find_supported_verification",
    "flag_party_denials",
    "flag_single_origin",
    "format_attribution_line",
    "format_clause",
    "is_only_about_casualties",
    "iterate_statements",
    "list_attribution_lines",
    "search_claims",
    "sort_officials_first",
]
