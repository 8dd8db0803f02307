"""The parts of an event: claims, sources, casualties and territory, as a file has them.

After `complete_feature` every member is there, null if nothing is known; a file may leave out all
that `geo.events.sparse.defaults` can fill in, and the members of a claim that have a default here.
"""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from geo.events.actor import Speaker
from geo.events.fields import (
    ClaimId,
    Count,
    DateText,
    Id,
    Kilometres,
    Line,
    Prose,
    WebAddress,
    WordOf,
)

# Dataclasses with slots take a fifth of the memory of a BaseModel; a file has many claims.
STRICT = ConfigDict(strict=True)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Claim:
    """What one speaker said about an event. A later claim never overwrites an earlier one.

    `source` names one of the event's sources; `also_about` names other events of which the same
    statement speaks (the file has one copy); `distance_km` is a distance to the border that the
    speaker stated; `accuses` names whom it says did it, sides of the story or others, and of a
    claim of responsibility for whom it is made. `reads_on` says that the summary continues a
    sentence that starts with the speaker ("Said that ..."); `brief` does so in few words. `CLAIM`
    in `geo.events.guide` says what each member means.
    """

    id: Id
    stance: Annotated[str, WordOf("stance")]
    about: Annotated[tuple[Annotated[str, WordOf("about")], ...], Field(min_length=1, max_length=8)]
    basis: Annotated[str, WordOf("basis")]
    side: Line
    actor: Speaker
    said_at: DateText | None
    said_at_precision: Annotated[str, WordOf("time_precision")] | None
    summary: Prose
    source: Id | None
    where: Line | None = None
    channel: Line | None = None
    also_about: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    distance_km: Kilometres | None = None
    accuses: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    reads_on: bool = False
    brief: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Source:
    """Where a claim can be read. Copies of one wire story or post share an `origin`.

    A source without a recorded origin corroborates nothing.
    """

    id: Id
    publisher: Line
    title: Line | None
    url: WebAddress | None
    date: DateText | None
    origin: Line | None
    is_party: bool


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Casualties:
    """Killed or injured people as stated: null = no number, 0 = somebody said none.

    `claim` is the claim the numbers rest on, `event#claim` where it is one of another event; where
    it is null, who says so is not on record.
    """

    low: Count | None
    best: Count | None
    high: Count | None
    claim: ClaimId | None

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        stated = [number for number in (self.low, self.best, self.high) if number is not None]
        if stated != sorted(stated):
            found = f"low {self.low}, best {self.best}, high {self.high}".replace("None", "null")
            raise PydanticCustomError(
                "wanted", "{wanted}", {"found": found, "wanted": "low <= best <= high"}
            )
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Territory:
    """To which country a place belongs by international recognition, and who controlled it then."""

    recognised_country: Line | None
    controlled_by: Line | None
