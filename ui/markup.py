"""Words of a record on the page: every value is text, whatever signs it holds."""

from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    # Titles and claims come from outside: escaping is on for all that a template shows.
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def show(template: str, **values: object) -> None:
    """Show a template of ui/templates with these values; the values are escaped."""
    st.html(_environment().get_template(template).render(values))
