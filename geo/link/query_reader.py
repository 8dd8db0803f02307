"""Reading the parts of one query, and collecting what had to be left out."""

from collections.abc import Mapping, Sequence
from functools import partial

from geo.link.parameter import LONGEST, Known, Parameter
from geo.link.pasted import clean_query, trim

Query = Mapping[str, Sequence[str]]


# An address may have thousands of parts, and readers need not see all that is wrong with it.
_MOST_LINES = 12


class QueryReader:
    """One query as it is read, and what of it could not be used."""

    def __init__(self, query: Query, known: Known) -> None:
        self.query = clean_query(query)
        self.known = known
        self._lines: list[str] = []
        self._more = 0

    def leave_out(self, name: str, found: str, wanted: str) -> None:
        """Report a part that cannot be used."""
        if len(self._lines) < _MOST_LINES:
            line = f"{_cut(name)}: {_cut(found)!r}, wanted {_cut(wanted, 300)}"
            self._lines.append(line)
        else:
            self._more += 1

    def describe_left_out(self) -> tuple[str, ...]:
        """Return a line for each part that could not be used, and how many more there are."""
        if not self._more:
            return tuple(self._lines)
        return *self._lines, f"and {self._more:,} more"

    def text(self, name: str) -> str:
        """Return the last text of a parameter, as a form would send it; "" where there is none."""
        return "".join(self.query.get(name, ())[-1:])

    def value(self, row: Parameter) -> object:
        """Return the value of a parameter; None where it is not given or cannot be read."""
        if row.repeated:
            texts = [text for text in self.query.get(row.name, ()) if text]
            return frozenset(text for text in map(partial(self._trim, row), texts) if text) or None
        text = self.text(row.name)
        if len(text) > LONGEST:
            self.leave_out(row.name, text, f"at most {LONGEST} characters")
            return None
        trimmed = self._trim(row, text) if text else None
        return None if trimmed is None else row.value(trimmed, self.known)

    def _trim(self, row: Parameter, text: str) -> str | None:
        """Return a text so far as it can be read; None where it cannot."""
        for some in trim(text):
            try:
                if row.value(some, self.known) is not None:
                    return some
            except (ValueError, OverflowError):
                continue
        self.leave_out(row.name, text, row.describe_wanted(self.known))
        return None


def _cut(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
