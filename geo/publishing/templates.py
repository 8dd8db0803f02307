"""Templates of pages and files, in which every value is text: escaped, whatever it holds."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.events.vocabulary import label
from geo.publishing.parts.words import format_length, format_said_at
from geo.times import describe_date, describe_precision

PARTS = Path(__file__).parent / "parts"


@cache
def load_templates(folder: Path, finalize: Callable[[object], object] | None = None) -> Environment:
    """Return the environment of the templates in a folder and of the shared parts.

    Its filters are `label`, `day`, `precision`, `said` and `length_words`. Titles and
    claims come from outside: escaping is on, and a missing value is an error.

    Parameters
    ----------
    folder : Path
    finalize : callable, optional
        Applied to each value before it is escaped.
    """
    environment = Environment(
        loader=FileSystemLoader([folder, PARTS / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    environment.filters["day"] = describe_date
    environment.filters["precision"] = describe_precision
    environment.filters["label"] = lambda word, field: label(field, word)
    environment.filters["said"] = format_said_at
    environment.filters["length_words"] = format_length
    return environment
