"""Texts in CSV that a spreadsheet would run as a formula, marked with a quote, and read back."""

import re

# What starts a formula in a spreadsheet, also in full width (OWASP, CSV injection). Quotes before
# it are included, so that two different texts never become the same.
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_ESCAPED = re.compile(r"'+\s*[=+\-@＝＋－＠]|'+[\t\r\n]")


def escape_formula(text: str) -> str:
    """Return a text that no spreadsheet reads as a formula.

    Examples
    --------
    >>> escape_formula("=HYPERLINK(A1)"), escape_formula("no formula"), escape_formula("'=A1")
    ("'=HYPERLINK(A1)", 'no formula', "''=A1")
    """
    return "'" + text if _FORMULA.match(text) else text


def unescape_formula(text: str) -> str:
    """Return a text as it was before `escape_formula`.

    Examples
    --------
    >>> unescape_formula("'=A1"), unescape_formula("''=A1"), unescape_formula("'quoted'")
    ('=A1', "'=A1", "'quoted'")
    """
    return text[1:] if _ESCAPED.match(text) else text
