"""Filters as CQL2 writes them (OGC 21-065r2): read as text or JSON, and applied to columns."""

from geo.link.cql2.columns import Columns, Queryable, ValueKind
from geo.link.cql2.evaluate import apply_filter
from geo.link.cql2.json import parse_cql2_json
from geo.link.cql2.outcomes import Outcomes
from geo.link.cql2.text import parse_cql2_text
from geo.link.cql2.tree import MOST_DEPTH, MOST_PARTS, Tree

__all__ = [
    "MOST_DEPTH",
    "MOST_PARTS",
    "Columns",
    "Outcomes",
    "Queryable",
    "Tree",
    "ValueKind",
    "apply_filter",
    "parse_cql2_json",
    "parse_cql2_text",
]
