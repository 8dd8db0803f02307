"""What was changed in the record, and why: an append-only public list."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, JsonValue, ValidationError

from geo.errors import EventFileError
from geo.story.problems import describe_problems


class CorrectionSource(BaseModel):
    """Where the better value comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: str | None = None
    url: HttpUrl | None = None
    date: str | None = None


class Correction(BaseModel):
    """One change of one field of one event; null in `was` or `is` means "not recorded"."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    date: date
    event: str = Field(min_length=1)
    field: str = Field(min_length=1)
    was: JsonValue = None
    is_: JsonValue = Field(default=None, alias="is")
    why: str = Field(min_length=1)
    source: CorrectionSource | None = None


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections in a JSON Lines file, in its order; none where there is no file.

    Raises
    ------
    EventFileError
        If a line is not a correction; the message names the line and the member.
    """
    if not path.exists():
        return ()
    corrections = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            corrections.append(Correction.model_validate_json(line))
        except ValidationError as error:
            problems = describe_problems(error)
            raise EventFileError(f"{path.name}, line {number}, {problems}") from error
    return tuple(corrections)
