"""A sentence of a story's own texts, and what it rests on in the record."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from geo.events.fields import LINE
from geo.story.files.problems import ADDRESS

LongLine = Annotated[str, Field(min_length=1, max_length=600, pattern=LINE)]
_Address = Annotated[str, Field(pattern=ADDRESS)]


class Sentence(BaseModel):
    """One sentence, and what it rests on in the record.

    An address is a claim ("event#c2"), a source ("event@s3"), or an event alone where the
    sentence states what the record itself holds: its place, time or measured distance.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: LongLine
    rests_on: tuple[_Address, ...] = Field(min_length=1)
