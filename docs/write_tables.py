"""Write the tables of the docs that are made from the code: `make docs`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from geo.link.parameters import list_parameters
from web.limits import LIMITS

_ROOT = Path(__file__).parents[1]


def list_parameter_rows() -> Iterator[str]:
    """Yield the rows of the table of a link's parameters, in Markdown."""
    yield from ("| part | example | meaning |", "| --- | --- | --- |")
    for row in list_parameters():
        yield f"| `{row.name}` | `{row.example}` | {row.help} |"


def list_limit_rows() -> Iterator[str]:
    """Yield the rows of the table of the server's limits, in Markdown."""
    yield from ("| what | at most | beyond it |", "| --- | --- | --- |")
    for limit in LIMITS:
        yield limit.describe()


# The page that each table is in, by the name of the table in its marks.
TABLES: dict[str, tuple[Path, Callable[[], Iterator[str]]]] = {
    "grammar": (_ROOT / "README.md", list_parameter_rows),
    "limits": (_ROOT / "docs" / "deployment.md", list_limit_rows),
}


def replace_table(text: str, name: str) -> str:
    """Return the text of a page with a table as it must be now, between its marks."""
    _, list_rows = TABLES[name]
    start, end = f"<!-- {name}: `make docs` writes this table -->\n", f"<!-- {name} ends -->\n"
    before, rest = text.split(start)
    _, after = rest.split(end)
    return before + start + "".join(f"{row}\n" for row in list_rows()) + end + after


if __name__ == "__main__":
    for each, (page, _) in TABLES.items():
        page.write_text(replace_table(page.read_text("utf-8"), each), "utf-8")
