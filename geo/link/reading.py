"""Reading the parts of one query, and collecting what had to be left out."""

from collections.abc import Mapping, Sequence

from geo.link.parameter import LONGEST, Known, Parameter

Query = Mapping[str, Sequence[str]]


class Reading:
    """One query as it is read; `left_out` has a line for each part that could not be used."""

    def __init__(self, query: Query, known: Known) -> None:
        self.query = query
        self.known = known
        self.left_out: list[str] = []

    def leave_out(self, name: str, found: str, wanted: str) -> None:
        """Report a part that cannot be used."""
        shown = found if len(found) <= 60 else found[:57] + "..."
        self.left_out.append(f"{name}: {shown!r}, wanted {wanted}")

    def text(self, name: str) -> str:
        """Return the last text of a parameter, as a form would send it; "" where there is none."""
        return "".join(self.query.get(name, ())[-1:])

    def value(self, row: Parameter) -> object:
        """Return the value of a parameter; None where it is not given or cannot be read."""
        if row.repeated:
            texts = [text for text in self.query.get(row.name, ()) if text]
            return frozenset(text for text in texts if self._read(row, text) is not None) or None
        text = self.text(row.name)
        if len(text) > LONGEST:
            self.leave_out(row.name, text, f"at most {LONGEST} characters")
            return None
        return self._read(row, text) if text else None

    def _read(self, row: Parameter, text: str) -> object:
        try:
            return row.value(text, self.known)
        except (ValueError, OverflowError):
            self.leave_out(row.name, text, row.describe_wanted(self.known))
            return None
