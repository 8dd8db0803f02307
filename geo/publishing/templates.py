"""Templates of pages and files, in which every value is escaped as text."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from geo.events.vocabulary import label
from geo.publishing.parts.words import format_length, format_said_at
from geo.publishing.template_code import TemplateCode
from geo.summaries.count import format_count
from geo.times import describe_date, describe_precision

PARTS_FOLDER = Path(__file__).parent / "parts"


@cache
def load_templates(folder: Path, finalize: Callable[[object], object] | None = None) -> Environment:
    """Return the environment of the templates in a folder and of the shared parts.

    Its filters are `label`, `day`, `precision`, `said`, `length_words` and `counted`. Titles and
    claims come from outside: escaping is on, and a missing value is an error.

    Parameters
    ----------
    folder : Path
    finalize : callable, optional
        Applied to each value before it is escaped.
    """
    environment = Environment(
        loader=FileSystemLoader([folder, PARTS_FOLDER / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
        # As code, they do not change while the program runs: a look at each file takes longer than
        # what a small template does.
        auto_reload=False,
        # What is applied to each value is part of what is compiled; so are the options here.
        bytecode_cache=None if finalize else TemplateCode(Path(__file__).read_bytes()),
    )
    filters: dict[str, Callable[..., str]] = {
        "day": describe_date,
        "precision": describe_precision,
        "label": lambda word, field: label(field, word),
        "said": format_said_at,
        "length_words": format_length,
        "counted": format_count,
    }
    environment.filters |= {name: _apply_late(each) for name, each in filters.items()}
    return environment


def _apply_late(function: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that is not applied as a template is compiled, which is cached.

    Jinja would apply it to constants then, and words that change would stay the old ones.
    """

    @pass_context
    def apply(_: Context, *values: object) -> str:
        return function(*values)

    return apply
