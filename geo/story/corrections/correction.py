"""What was changed in the record, and why: one line of an append-only public list."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from geo.events.fields import VISIBLE_TEXT, OneLine, ShownLine, WebAddress


class CorrectionSource(BaseModel):
    """Where the better value comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: OneLine | None = None
    url: WebAddress | None = None
    date: OneLine | None = None


class Correction(BaseModel):
    """One change of one field of one event; null in `was` or `is` means "not recorded"."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    date: date
    event: ShownLine
    field: ShownLine
    was: JsonValue = None
    is_: JsonValue = Field(default=None, alias="is")
    why: Annotated[str, Field(min_length=1, pattern=VISIBLE_TEXT)]
    source: CorrectionSource | None = None
