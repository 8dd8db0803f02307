"""Reading the parts of one query, and collecting what had to be left out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from geo.errors import Problem, quote
from geo.events.suggestion import suggest
from geo.link.parameter import (
    LONGEST,
    UNKNOWN_PARAMETER,
    KnownWords,
    Parameter,
    WantedError,
    list_some,
)
from geo.link.pasted import clean_query, trim

Query = Mapping[str, Sequence[str]]


# An address may have thousands of parts, and readers need not see all that is wrong with it.
_MOST_LINES = 12


class QueryReader:
    """One query as it is read, and what of it could not be used."""

    def __init__(self, query: Query, known_words: KnownWords) -> None:
        self.query = clean_query(query)
        self.known_words = known_words
        self._left_out: list[Problem] = []
        self._more = 0

    def leave_out(self, name: str, found: str, wanted: str) -> None:
        """Report a part that cannot be used."""
        self._report(name, quote(found), wanted)

    def leave_out_unknown(self, name: str, names: Collection[str]) -> None:
        """Report a parameter that no link has."""
        is_shown = len(self._left_out) < _MOST_LINES
        meant = suggest(name, names) if is_shown else ""
        self._report(name, UNKNOWN_PARAMETER, f"one of {list_some(names)}", meant)

    def _report(self, name: str, found: str, wanted: str, meant: str = "") -> None:
        if len(self._left_out) < _MOST_LINES:
            self._left_out.append(Problem(_cut(name), found, _cut(wanted, 300) + meant))
        else:
            self._more += 1

    def list_left_out(self) -> tuple[Problem, ...]:
        """Return each part that could not be used; the last may say how many more there are."""
        if not self._more:
            return tuple(self._left_out)
        return *self._left_out, Problem("", f"and {self._more:,} more")

    def text(self, name: str) -> str:
        """Return the last text of a parameter, as a form would send it; "" if it is missing."""
        return "".join(self.query.get(name, ())[-1:])

    def value(self, row: Parameter) -> object:
        """Return the value of a parameter; None if it is not given or cannot be read."""
        if row.repeated:
            texts = [text for text in self.query.get(row.name, ()) if text]
            return frozenset(text for text in map(partial(self._trim, row), texts) if text) or None
        text = self.text(row.name)
        if len(text) > LONGEST:
            self.leave_out(row.name, text, f"at most {LONGEST} characters")
            return None
        trimmed = self._trim(row, text) if text else None
        return None if trimmed is None else row.value(trimmed, self.known_words)

    def _trim(self, row: Parameter, text: str) -> str | None:
        """Return a text so far as it can be read; None if it cannot."""
        wanted = ""
        for some in trim(text):
            try:
                if row.value(some, self.known_words) is not None:
                    return some
            except WantedError as error:
                wanted = str(error)
            except (ValueError, OverflowError):
                continue
        is_shown = not wanted and len(self._left_out) < _MOST_LINES
        meant = row.suggest(text, self.known_words) if is_shown else ""
        wanted = wanted or row.describe_wanted(self.known_words)
        self._report(row.name, quote(text), wanted, meant)
        return None


def find_repeated(query: Query, rows: Iterable[Parameter]) -> Iterator[Problem]:
    """Yield each parameter of one value that has several; pages take the last, as of a form."""
    for row in rows:
        given = set(filter(None, query.get(row.name, ())))
        if len(given) > 1 and not row.repeated:
            yield Problem(row.name, f"{len(given)} times", "once")


def _cut(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
