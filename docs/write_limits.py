"""Write the table of the server's limits into docs/deployment.md: `make docs`."""

from pathlib import Path

from web.limits import LIMITS

PAGE = Path(__file__).with_name("deployment.md")
START, END = "<!-- limits: `make docs` writes this table -->\n", "<!-- limits end -->\n"


def describe_limits() -> str:
    """Return the limits as a table in Markdown."""
    rows = [f"{limit.describe()}\n" for limit in LIMITS]
    return "".join(["| what | at most | beyond it |\n| --- | --- | --- |\n", *rows])


def replace_limits(text: str) -> str:
    """Return text with the table as it must be now between its marks."""
    before, rest = text.split(START)
    _, after = rest.split(END)
    return before + START + describe_limits() + END + after


if __name__ == "__main__":
    PAGE.write_text(replace_limits(PAGE.read_text("utf-8")), "utf-8")
