"""Speakers as sentences name them, made of the data of a claim's actor."""

from collections.abc import Iterable

from geo.claims.sentences.texts import capitalise, collapse_spaces
from geo.events import Actor


def is_person(actor: Actor) -> bool:
    """Return whether a name with a role is somebody's, who is called by it.

    >>> [is_person(Actor(name="Ada Marsh", role=role)) for role in ("mayor", None)]
    [True, False]
    >>> is_person(Actor(name="Dawn", role="a channel", kind="outlet"))
    False
    """
    return actor.role is not None and actor.kind in {"person", "office", "analyst", None}


def speaks_for_office(actor: Actor) -> bool:
    """Return whether somebody holds the office that speaks.

    >>> [speaks_for_office(Actor(name="Ada", role="mayor", kind=k)) for k in ("office", "person")]
    [True, False]
    """
    return actor.role is not None and actor.kind == "office"


def format_label(actor: Actor) -> str:
    """Return a speaker without explanation.

    >>> marsh = Actor(name="Ada Marsh", role="spokeswoman for the harbour", kind="person")
    >>> dawn = Actor(name="Dawn", kind="outlet", short="the local channel Dawn")
    >>> format_label(marsh), format_label(dawn)
    ('Ada Marsh', 'the local channel Dawn')
    """
    return collapse_spaces(actor.name if is_person(actor) else actor.short or actor.name)


def format_brief_name(actor: Actor) -> str:
    """Return a speaker as a wire report names them: by office or kind where the data has it.

    >>> format_brief_name(Actor(name="Ada Marsh", role="harbour spokeswoman", kind="person"))
    'Ada Marsh, harbour spokeswoman,'
    """
    if actor.short is not None:
        return actor.short
    name = collapse_spaces(actor.name)
    return f"{name}, {actor.role}," if actor.role else name


def format_speaker(actor: Actor, opens: bool = False) -> str:
    """Return a speaker in full as the subject of a sentence; `opens` if nothing precedes it.

    >>> sources = Actor(
    ...     name="Sources", named=False, short="unnamed sources", via="to the Herald"
    ... )
    >>> format_speaker(sources, opens=True)
    'Unnamed sources, to the Herald,'
    """
    label = format_label(actor)
    if opens and label == actor.short:
        label = capitalise(label)
    parts = [label, actor.role if is_person(actor) else None, actor.via]
    explained = ", ".join(part for part in parts if part)
    # A plain name of an older file may hold its own explanation.
    is_plain = actor.short is None and "," in actor.name
    return f"{explained}," if explained != label or is_plain else explained


def count_speakers(actors: Iterable[Actor]) -> str:
    """Return in words by how many speakers statements are; nobody knows how many have no name.

    Parameters
    ----------
    actors : iterable of Actor
        Of each statement, at least one.

    Examples
    --------
    >>> ada, dawn = Actor(name="Ada Marsh"), Actor(name="Dawn")
    >>> guard = Actor(name="A guard", named=False)
    >>> count_speakers([ada, dawn, ada])
    '2 speakers'
    >>> count_speakers([ada, guard])
    '1 named speaker and one who is not named'
    >>> count_speakers([ada, guard, guard])
    '1 named speaker and at least one who is not named'
    >>> count_speakers([guard]), count_speakers([guard, guard])
    ('a speaker who is not named', 'at least one speaker who is not named')
    """
    actors = list(actors)
    named = len({actor for actor in actors if actor.named})
    unnamed = sum(not actor.named for actor in actors)
    speakers = "speaker" if named == 1 else "speakers"
    if not unnamed:
        return f"{named:,} {speakers}"
    if not named:
        article = "a speaker" if unnamed == 1 else "at least one speaker"
        return f"{article} who is not named"
    others = "one" if unnamed == 1 else "at least one"
    return f"{named:,} named {speakers} and {others} who is not named"
