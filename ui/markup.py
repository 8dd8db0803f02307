"""Words of a record on the page: every value is text, whatever signs it holds."""

from datetime import datetime
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.times import day_words
from geo.vocabulary import label

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
