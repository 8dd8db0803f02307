"""The formula of a spreadsheet that makes a link: =HYPERLINK("address","words")."""

import re

FORMULA = re.compile(
    r"=\s*HYPERLINK\s*\(\s*\"((?:[^\"]|\"\")*)\"\s*(?:[,;]\s*\"((?:[^\"]|\"\")*)\"\s*)?\)", re.I
)
"""Its groups are the address and the words, in which a quote is written twice."""
