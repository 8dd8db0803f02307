"""What the members of an event, a claim and a source are called in a sentence."""

from collections.abc import Mapping

from geo.events.facts import FACTS
from geo.link.fields import FIELDS

# Without an article; those that start with "what" or "whom" take none.
EVENT_NAMES: Mapping[str, str] = {
    **{column: field.title.lower() for column, field in FIELDS.items()},
    **{fact.column: fact.term.lower() for fact in FACTS},
    "killed": "number of people killed",
    "injured": "number of people injured",
    "damage": "account of the damage",
    "means_reported": "kind of means",
    "target_type": "type of target",
    "title": "title",
    "summary": "summary",
    "doubt": "doubt",
    "place": "place",
    "place_local": "local name of the place",
    "place_basis": "basis of the place",
    "location_precision": "precision of the place",
    "radius_m": "uncertainty of the place",
    "geometry": "place on the map",
    "territory": "territory",
    "start": "earliest time",
    "end": "latest time",
    "tz": "time zone",
    "time_precision": "precision of the time",
    "verified_aspects": "part that is verified",
    "established_by": "authority that established it",
    "incident": "incident that it belongs to",
    "kind": "kind of record",
    "note": "desk's note",
    "checked": "desk's list of checks",
    "workflow": "state of publication",
    "claims": "list of statements",
    "sources": "list of sources",
}

CLAIM_NAMES: Mapping[str, str] = {
    "stance": "stance",
    "about": "what it is about",
    "basis": "basis",
    "side": "side",
    "actor": "speaker",
    "said_at": "time",
    "said_at_precision": "precision of the time",
    "summary": "wording",
    "source": "source",
    "where": "place",
    "channel": "channel",
    "also_about": "what other events it is about",
    "distance_km": "distance that it states",
    "accuses": "whom it names",
    "reads_on": "way the wording is read",
    "brief": "short form",
}

SOURCE_NAMES: Mapping[str, str] = {
    "publisher": "publisher",
    "title": "title",
    "url": "address",
    "date": "date",
    "origin": "origin",
    "is_party": "mark that it is a party's",
}


def name_member(names: Mapping[str, str], path: str) -> str:
    """Return what the member at a path is called, without an article; never the path.

    Examples
    --------
    >>> name_member(EVENT_NAMES, "time_precision"), name_member(CLAIM_NAMES, "actor.role")
    ('precision of the time', 'speaker (role)')
    >>> name_member(EVENT_NAMES, "own_mark")
    'own mark'
    """
    first, *rest = (part for part in path.split(".") if part.strip("+_ "))
    name = names.get(first, _space(first))
    return f"{name} ({', '.join(map(_space, rest))})" if rest else name


def add_article(name: str) -> str:
    """Return a name as the subject of a sentence.

    >>> add_article("summary"), add_article("what it is about")
    ('the summary', 'what it is about')
    """
    return name if name.startswith(("what ", "whom ")) else f"the {name}"


def _space(name: str) -> str:
    return name.replace("_", " ").strip()
