"""Write the table of the link's grammar into README.md, from its rows: `make docs`."""

from pathlib import Path

from geo.link.parameters import list_parameters

README = Path(__file__).parents[1] / "README.md"
START, END = "<!-- grammar: `make docs` writes this table -->\n", "<!-- grammar ends -->\n"


def describe_grammar() -> str:
    """Return the parameters of a link as a table in Markdown."""
    rows = [f"| `{row.name}` | `{row.example}` | {row.help} |\n" for row in list_parameters()]
    return "".join(["| part | example | meaning |\n| --- | --- | --- |\n", *rows])


def replace_grammar(text: str) -> str:
    """Return text with the table as it must be now between its marks."""
    before, rest = text.split(START)
    _, after = rest.split(END)
    return before + START + describe_grammar() + END + after


if __name__ == "__main__":
    README.write_text(replace_grammar(README.read_text("utf-8")), "utf-8")
