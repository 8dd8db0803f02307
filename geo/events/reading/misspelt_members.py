"""Members of an event that are not known, but were probably meant to be known ones.

Leaving one out could change a decision: a party's outlet whose `is_party` is misspelt would count
as independent, and a draft whose `workflow` is misspelt would be public.
"""

from collections.abc import Collection, Mapping
from dataclasses import fields
from types import MappingProxyType

from geo.events.actor import Actor
from geo.events.event import Event, Feature
from geo.events.parts import Casualties, Claim, Source, Territory
from geo.events.same_name import is_same_name
from geo.events.suggestion import format_suggestion


def _name_members(part: type) -> tuple[str, ...]:
    return tuple(member.name for member in fields(part))


KNOWN: Mapping[str, Collection[str]] = MappingProxyType(
    {
        "": _name_members(Feature),
        "row": (
            "id",
            "when",
            *({*_name_members(Event)} - {"territory"}),
            *_name_members(Territory),
        ),
        "properties": ("when", *_name_members(Event)),
        "claims": _name_members(Claim),
        "actor": ("side", *_name_members(Actor)),
        "sources": _name_members(Source),
        "killed": _name_members(Casualties),
        "injured": _name_members(Casualties),
        "territory": _name_members(Territory),
    }
)
"""The members of each part of an event, by the member that holds the part; `row` is of a table."""

# Where one of these appears in another part of the event, it would be left out just as silently.
_DECISIVE = {"is_party": "a source", "accuses": "a claim", "workflow": "the properties"}


def find_meant(name: str, part: str) -> str | None:
    """Return what was wanted in place of an unknown member.

    Parameters
    ----------
    name : str
    part : str
        The member that holds it, such as ``claims``: a key of `KNOWN`.

    Returns
    -------
    str or None
        None if it is known, or differs from each known one by more than case, punctuation, or
        one letter.

    Examples
    --------
    >>> find_meant("isparty", "sources"), find_meant("mood", "sources")
    ("one that it has (did you mean 'is_party'?)", None)
    >>> find_meant("workflow", "")
    "'workflow' as a member of the properties"
    """
    if name in KNOWN.get(part, ()):
        return None
    near = (known for known in KNOWN.get(part, ()) if is_same_name(name, known))
    if meant := next(near, None):
        return f"one that it has{format_suggestion([repr(meant)])}"
    elsewhere = (known for known in _DECISIVE if is_same_name(name, known))
    if meant := next(elsewhere, None):
        return f"{meant!r} as a member of {_DECISIVE[meant]}"
    return None
