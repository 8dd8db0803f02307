"""Texts of a table as long as those of an event may be, and on one line."""

MOST_LINE, MOST_PROSE = 400, 4_000
"""Characters of a text on one line, and of one on several."""


def cut_text(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut at a space where there is one."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    at = short.rfind(" ", most // 2)
    return (short[:at] if at > 0 else short).rstrip() + "…"


def join_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
