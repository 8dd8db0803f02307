"""Words of a record on the page: every value is text, whatever signs it holds."""

from datetime import datetime
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.events.vocabulary import label
from geo.times import day_words

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    # Titles and claims come from outside: escaping is on for all that a template shows.
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["label"] = lambda word, field: label(field, word)
    environment.filters["said"] = said
    environment.filters["length_words"] = length_words
    return environment


def show(template: str, **values: object) -> None:
    """Show a template of ui/templates with these values; the values are escaped."""
    st.html(_environment().get_template(template).render(values))


def said(moment: str | None) -> str:
    """Return when a statement was made, as words; a clock keeps the zone it was told in.

    Examples
    --------
    >>> said("2023-05-03")
    '3 May 2023'
    >>> said("2023-05-03T14:33+03:00")
    '3 May 2023, 14:33 (UTC+03:00)'
    >>> said(None)
    'undated'
    """
    if moment is None:
        return "undated"
    if len(moment) < len("2023-05-03"):
        return moment
    stated = datetime.fromisoformat(moment)
    clock = f", {stated:%H:%M} ({stated.tzname()})" if "T" in moment else ""
    return day_words(stated) + clock


def length_words(metres: float) -> str:
    """Return a length to two or three digits, in the unit that suits it.

    Examples
    --------
    >>> length_words(4_300_000), length_words(2_550), length_words(149.0), length_words(0.000179)
    ('4,300 km', '2.5 km', '149 m', '0.18 mm')
    """
    unit, size = next(
        (each for each in (("km", 1000), ("m", 1)) if metres >= each[1]), ("mm", 0.001)
    )
    count = metres / size
    digits = 0 if count >= 10 else 1 if count >= 1 else 2
    return f"{count:,.{digits}f} {unit}"
