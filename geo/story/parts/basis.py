"""What a story says its record is made from, in the words that every page and file repeats."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from geo.events.fields import ShownLine

MOST_BASIS = 160
_Words = Annotated[ShownLine, Field(max_length=MOST_BASIS)]
_OURS = "We report claims; we don’t endorse them."


class RecordBasis(BaseModel):
    """What the record is made from; without it nothing is said that is not true of every record.

    `found_in` completes "Found in ..."; `note` is what stands under every page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    found_in: _Words
    note: _Words | None = None


def format_footnote(basis: RecordBasis | None) -> str:
    """Return what stands under every page and every copied text.

    >>> format_footnote(RecordBasis(found_in="our own interviews"))
    'Found in our own interviews. We report claims; we don’t endorse them.'
    >>> format_footnote(None)
    'We report claims; we don’t endorse them.'
    """
    if basis is None:
        return _OURS
    return f"{basis.note or f'Found in {basis.found_in}.'} {_OURS}"


def format_caveat(basis: RecordBasis | None) -> str:
    """Return what every number of the record rests on, without a full stop.

    >>> format_caveat(RecordBasis(found_in="our own interviews")), format_caveat(None)
    ('Found in our own interviews; not a census', 'Not a census')
    """
    return f"Found in {basis.found_in}; not a census" if basis else "Not a census"
