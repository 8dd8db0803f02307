"""How a file is to be read, as far as somebody said so."""

from dataclasses import dataclass, field

from geo.importing.columns.mapping import ColumnMapping
from geo.importing.questions.remembered import Remembered
from geo.importing.tables.any_file import FileOptions


@dataclass(frozen=True)
class Request:
    """How a file is to be read, as far as somebody said so.

    `answers` are those of this import, `remembered` those of an earlier one. `given` has the ids of
    answers that a file gives, whose columns have to be in the table; those that are remembered may
    be of columns that it no longer has.
    """

    preset: str | None = None
    mapping: ColumnMapping | None = None
    answers: dict[str, str] = field(default_factory=dict)
    options: FileOptions = field(default_factory=FileOptions)
    given: frozenset[str] = frozenset()
    remembered: Remembered = field(default_factory=Remembered)

    @property
    def names_columns(self) -> bool:
        """Whether somebody said what its columns are."""
        return bool(self.preset or self.mapping)

    @property
    def all_answers(self) -> dict[str, str]:
        """What is to be remembered: the answers of before, and those of now in their place."""
        return {**self.remembered.answers, **self.answers}
