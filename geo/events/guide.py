"""What each member of a file of events means, with an example: for schema and docs/format.md."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from geo.events.actor import ACTOR_DEFAULTS
from geo.events.columns.frame import OPTIONAL
from geo.events.sparse.defaults import (
    CASUALTY_DEFAULTS,
    CLAIM_DEFAULTS,
    DEFAULTS,
    SOURCE_DEFAULTS,
    TERRITORY_DEFAULTS,
)


class FieldGuide(NamedTuple):
    """A member explained: its meaning in a sentence, and a value that it may have."""

    meaning: str
    example: object


EVENT: Mapping[str, FieldGuide] = MappingProxyType(
    {
        "title": FieldGuide(
            "What is reported, in words that nobody can dispute.", "A ship was reported boarded"
        ),
        "when": FieldGuide(
            "The time as people write it: ISO 8601 or EDTF. In place of start and end.",
            "2023-11-19",
        ),
        "start": FieldGuide(
            "The earliest instant at which it can have begun, with its offset.",
            "2023-11-19T00:00:00+03:00",
        ),
        "end": FieldGuide(
            "The latest instant at which it can have been over; not included.",
            "2023-11-20T00:00:00+03:00",
        ),
        "tz": FieldGuide("The time zone of the place; if missing, that of the story.", "Asia/Aden"),
        "time_precision": FieldGuide(
            "How precisely the time is known; if missing, it follows from the time.", "day"
        ),
        "place": FieldGuide(
            "The place in words; if missing, a point is named by its coordinates.",
            "The strait, west of the port",
        ),
        "place_local": FieldGuide("The name of the place as people there write it.", "المضيق"),
        "region": FieldGuide("The region that readers filter by.", "Red Sea"),
        "location_precision": FieldGuide(
            "How precisely the place is known. If missing, it follows from the radius; "
            "`not_stated` without one, `unknown` without a geometry.",
            "sea_or_airspace",
        ),
        "radius_m": FieldGuide(
            "Radius in metres that contains the true place. If missing, it follows from the "
            "precision (5000 if that is missing too), and contains all of a line or an area.",
            60000,
        ),
        "place_basis": FieldGuide("What the coordinates are based on.", "estimate of the desk"),
        "territory": FieldGuide(
            "Whose territory the place is: `recognised_country` and `controlled_by`.",
            {"recognised_country": None, "controlled_by": None},
        ),
        "summary": FieldGuide(
            "What is on record, each account with its speaker.", "Armed men came."
        ),
        "group": FieldGuide("One of the story's groups.", "red_sea"),
        "event_type": FieldGuide("What is said to have happened.", "other"),
        "target_type": FieldGuide("What is said to have been the target.", "unknown"),
        "verification": FieldGuide("Verification status of what happened.", "unverified"),
        "verified_aspects": FieldGuide(
            "Which aspects are verified: place, time, content.", ["time"]
        ),
        "attribution": FieldGuide("What is on record about who did it.", "unclaimed"),
        "established_by": FieldGuide("Who settled the attribution, where it is established.", None),
        "target": FieldGuide("The target in words.", "Car carrier"),
        "means_reported": FieldGuide("The means that reports name.", "helicopter"),
        "damage": FieldGuide("Damage as stated.", None),
        "killed": FieldGuide(
            "People killed: `low`, `best`, `high`, and the `claim` that states them; if it is "
            "missing, no claim on record does. Null is no figure, 0 means that there are said to "
            "be none.",
            {"low": 0, "best": 0, "high": 2, "claim": "c1"},
        ),
        "injured": FieldGuide("People injured, in the same way.", None),
        "claims": FieldGuide("Who said what about it: a list of claims.", []),
        "sources": FieldGuide("Where it can be read: a list of sources, or of bare addresses.", []),
        "doubt": FieldGuide("What is in doubt, in a sentence.", "Who sent the men is disputed."),
        "note": FieldGuide("The desk's own note; it never leaves the desk.", None),
        "checked": FieldGuide("What the desk checked; it never leaves the desk.", None),
        "incident": FieldGuide("A name that events of one incident share.", None),
        "kind": FieldGuide("An incident, or context that the story needs.", "incident"),
        "workflow": FieldGuide("Only published events leave the desk.", "published"),
    }
)
CLAIM: Mapping[str, FieldGuide] = MappingProxyType(
    {
        "id": FieldGuide("Its id within the event; if missing, c1, c2 and so on.", "c1"),
        "actor": FieldGuide(
            "Who says it: a name alone, or with more about the speaker.", "The port authority"
        ),
        "stance": FieldGuide("What the speaker does.", "denies"),
        "summary": FieldGuide(
            "What was said, in a sentence of our own.", "Said that nobody was hurt."
        ),
        "about": FieldGuide("Which questions it answers.", ["occurrence", "casualties"]),
        "accuses": FieldGuide("Who it says did it: sides of the story, or others.", ["port"]),
        "basis": FieldGuide("How the speaker knows, as far as stated.", "official_statement"),
        "side": FieldGuide(
            "A side of the story; one that the story does not declare speaks for nobody.", "port"
        ),
        "said_at": FieldGuide(
            "When it was said: a date, or a moment with its offset.", "2023-11-19"
        ),
        "said_at_precision": FieldGuide(
            "How precisely `said_at` is known; if missing, as precisely as it is written.", "day"
        ),
        "source": FieldGuide("The id of the source where it can be read.", "s1"),
        "where": FieldGuide("Where it was said.", None),
        "channel": FieldGuide("By which channel.", "radio"),
        "also_about": FieldGuide("The ids of other events that it is about.", []),
        "distance_km": FieldGuide("A distance to the border that the speaker stated.", None),
        "reads_on": FieldGuide("Whether the summary goes on after the speaker's name.", True),
        "brief": FieldGuide(
            "The same in few words, going on after the speaker's name: for a line on the map.",
            "said nobody was hurt",
        ),
    }
)
ACTOR: Mapping[str, FieldGuide] = MappingProxyType(
    {
        "name": FieldGuide("A name, or what the speaker is called.", "Ada Marsh"),
        "role": FieldGuide(
            "What a sentence adds about the speaker, after a comma.", "harbour spokeswoman"
        ),
        "kind": FieldGuide("What kind of speaker it is.", "person"),
        "named": FieldGuide("Whether somebody answers for it by name.", True),
        "via": FieldGuide("Through whom it is known, with its preposition.", "to the Herald"),
        "short": FieldGuide(
            "How a sentence names the speaker where the name alone is not enough.",
            "the harbour spokeswoman",
        ),
    }
)
SOURCE: Mapping[str, FieldGuide] = MappingProxyType(
    {
        "id": FieldGuide("Its id within the event; if missing, s1, s2 and so on.", "s1"),
        "publisher": FieldGuide("Who published it; for a bare address, its host.", "A news agency"),
        "title": FieldGuide("Its title.", None),
        "url": FieldGuide("Its address, http or https.", "https://news.example/a"),
        "date": FieldGuide("When it was published.", "2023-11-20"),
        "origin": FieldGuide(
            "What it goes back to; copies of one report share it. If it is null, nobody has "
            "judged it, and the source corroborates nothing.",
            "port-statement",
        ),
        "is_party": FieldGuide("Whether it speaks for a party; if missing, it does not.", False),
    }
)
PART_GUIDES: Mapping[str, tuple[Mapping[str, FieldGuide], Mapping[str, object], tuple[str, ...]]]
PART_GUIDES = MappingProxyType(
    {
        "Event": (EVENT, {**DEFAULTS, **OPTIONAL}, ("title",)),
        "Claim": (CLAIM, CLAIM_DEFAULTS, ("stance", "actor", "summary")),
        "Actor": (ACTOR, ACTOR_DEFAULTS, ("name",)),
        "Source": (SOURCE, SOURCE_DEFAULTS, ("publisher",)),
        "Casualties": ({}, CASUALTY_DEFAULTS, ()),
        "Territory": ({}, TERRITORY_DEFAULTS, ()),
    }
)
"""For each part of a file its members, their defaults, and which of them are needed."""
