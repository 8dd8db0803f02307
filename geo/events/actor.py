"""Who speaks in a claim: a structure, or in older files a plain name."""

from dataclasses import fields
from functools import lru_cache
from typing import Annotated

from pydantic import (
    AfterValidator,
    ConfigDict,
    Discriminator,
    GetCoreSchemaHandler,
    PlainSerializer,
    Tag,
)
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema

from geo.events.fields import Line, WordOf

TEXT, OBJECT = "plain text", "structure"
"""How an actor is written; the names are part of pydantic's paths and no member's name."""


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(strict=True))
class Actor:
    """Who speaks.

    `role` is what a sentence says about the name after a comma; `via` says through whom the
    statement is known, with its preposition; `short` is how a sentence names the speaker, with
    the article that the language wants, where the name alone does not do.
    """

    name: Line
    role: Line | None = None
    kind: Annotated[str, WordOf("actor_kind")] | None = None
    named: bool = True
    via: Line | None = None
    short: Line | None = None

    def __str__(self) -> str:
        """The speaker in full, as a list shows it.

        >>> str(Actor(name="Official", role="harbour office", named=False, via="to the Herald"))
        'Official, harbour office, not named, to the Herald'
        """
        says_so = self.named or self.name.casefold() == "unnamed"
        parts = (self.name, self.role, None if says_so else "not named", self.via)
        return ", ".join(part for part in parts if part)


ACTOR_DEFAULTS = {one.name: one.default for one in fields(Actor) if one.name != "name"}


# A name that is in a thousand claims is one object.
@lru_cache(maxsize=10_000)
def _name_actor(name: str) -> Actor:
    return Actor(name=name)


def _find_form(actor: object) -> str:
    return OBJECT if isinstance(actor, dict | Actor) else TEXT


def dump_actor(actor: Actor) -> str | dict[str, str | bool | None]:
    """Return an actor as a file holds it: the plain name if that is all it has."""
    said = {
        name: value
        for name in ACTOR_DEFAULTS
        if (value := getattr(actor, name)) != ACTOR_DEFAULTS[name]
    }
    return {"name": actor.name, **said} if said else actor.name


_Forms = Annotated[
    Annotated[Annotated[Line, AfterValidator(_name_actor)], Tag(TEXT)]
    | Annotated[Actor, Tag(OBJECT)],
    Discriminator(_find_form),
    PlainSerializer(dump_actor),
]


class _InEitherForm:
    """Mark an actor as written in either form, and read as the structure."""

    def __get_pydantic_core_schema__(
        self, source: type[Actor], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler.generate_schema(_Forms)


Speaker = Annotated[Actor, _InEitherForm()]
