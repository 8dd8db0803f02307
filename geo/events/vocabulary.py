"""The word lists that every story has: each word with its label and its meaning for readers.

What happened (`verification`), who did it (`attribution`) and the state of the editing
(`workflow`) are three questions; none is ever derived from another. `group` and `side` are not
here: they belong to the story, which names them in its own folder. To some lists it may add words
of its own (`geo.story.parts.own_words`); the others are closed, since rules and marks rest on each
word.
"""

from geo.events.claim_words import ABOUT, ACTOR_KIND, BASIS, STANCE
from geo.events.words import Vocabulary, Word

__all__ = ["CHECKED", "PINNED", "VOCABULARY", "Vocabulary", "Word", "label"]

_EVENT_TYPE = {
    "drone_strike": Word("Drone strike", "A drone is said to have hit something."),
    "drone_incursion": Word(
        "Drone flight", "A drone is said to have flown in, with no hit reported."
    ),
    "interception_debris": Word(
        "Interception", "Something in the air is said to have been stopped, or its debris to fall."
    ),
    "crash": Word("Crash", "An aircraft, mostly a drone, is said to have come down by itself."),
    "missile_or_shelling": Word(
        "Missile or shelling", "Missiles, rockets or artillery are said to have been fired."
    ),
    "sabotage_or_ied": Word(
        "Sabotage or bomb", "Somebody on the ground is said to have planted a bomb or done damage."
    ),
    "fire_or_explosion_unexplained": Word(
        "Unexplained fire or blast", "Something burnt or blew up, and the cause is not agreed."
    ),
    "sea_drone": Word("Sea drone", "An unmanned boat is said to have attacked."),
    "helicopter_strike": Word("Helicopter strike", "Helicopters are said to have opened fire."),
    "air_strike": Word(
        "Air strike", "Aircraft with a crew are said to have dropped bombs or fired missiles."
    ),
    "boarding_or_seizure": Word(
        "Boarding or seizure", "Somebody is said to have boarded, held or taken a ship or a place."
    ),
    "arrest": Word("Arrest", "Somebody is said to have been detained or abducted."),
    "protest": Word("Protest", "People are said to have gathered for or against something."),
    "cyber": Word("Cyber attack", "Computers or networks are said to have been attacked."),
    "measure": Word("Measure", "An authority decided something, such as a ban on flights."),
    "other": Word("Other", "No other kind of event fits."),
}

_TARGET_TYPE = {
    "government": Word("Government", "Seats, posts and offices of the state."),
    "military": Word("Military", "Bases, airfields, depots and troops on land."),
    "oil_or_fuel": Word("Oil or fuel", "Refineries, fuel depots and pipelines."),
    "energy": Word("Energy", "Power stations, substations, lines, and gas for heat and light."),
    "rail_or_bridge": Word("Rail or bridge", "Tracks, trains and bridges."),
    "naval": Word("Naval", "Ships, harbours and the fleet's installations."),
    "merchant_ship": Word("Merchant ship", "Ships that carry goods or people, and their crews."),
    "embassy": Word("Embassy", "Embassies, consulates and those who work there."),
    "media": Word("Media", "Newsrooms, broadcasters and those who report."),
    "industrial": Word("Industrial", "Factories and works, arms makers among them."),
    "residential": Word("Residential", "Homes and what belongs to them."),
    "airspace": Word("Airspace", "The sky itself: flights, airports and bans on flying."),
    "unknown": Word("Unknown", "The target is not known, or nothing was hit."),
}

_VERIFICATION = {
    "unverified": Word(
        "Unverified",
        "No second independent source confirms the place, the time or what happened.",
    ),
    "partly_verified": Word(
        "Partly verified",
        "At least two independent sources confirm the place, the time or what happened, but not "
        "all three.",
    ),
    "verified": Word(
        "Verified",
        "At least two independent sources confirm the place, the time and what happened, or an "
        "authority announced its own act; this says nothing about who did it.",
    ),
    "disputed": Word(
        "Disputed",
        "A source independent of the report denies or contradicts what is said to have happened.",
    ),
    "unverifiable": Word("Unverifiable", "It has been looked into and cannot be settled."),
    "false": Word("False", "Independent evidence shows that it did not happen as reported."),
    "retracted": Word("Retracted", "The first source has withdrawn the report."),
}

_VERIFIED_ASPECTS = {
    "place": Word("Place", "At least two independent sources confirm where it happened."),
    "time": Word("Time", "At least two independent sources confirm when it happened."),
    "content": Word("What happened", "At least two independent sources confirm what happened."),
}

_ATTRIBUTION = {
    "unclaimed": Word("Unclaimed", "Nobody on record has said who did it."),
    "claimed": Word("Claimed", "Somebody has said that they did it; nobody on record objects."),
    "accused_denied": Word("Accused; denied", "Somebody is accused and denies it."),
    "accused_no_answer": Word(
        "Accused; no reply found",
        "Somebody is accused, and no reply is on record; there may be one elsewhere.",
    ),
    "contested": Word(
        "Contested", "There are rival accounts of who did it, or whether anyone did."
    ),
    "established": Word(
        "Established", "Who did it has been settled by the authority or admission that is named."
    ),
}

_WORKFLOW = {
    "draft": Word("Draft", "Being written; not for readers."),
    "in_review": Word("In review", "Written, and waiting for a second editor."),
    "published": Word("Published", "Released by the desk; this does not make it true."),
    "withdrawn": Word("Withdrawn", "Was published, then withdrawn by the desk."),
}

_LOCATION_PRECISION = {
    "exact": Word("Exact", "Known to the building, within some 10 metres."),
    "vicinity": Word("Vicinity", "Known to the block or site, within some 100 metres."),
    "locality": Word("Locality", "Known to the quarter or village, within about 1 kilometre."),
    "town": Word("Town", "Known to the town, within about 5 kilometres."),
    "district": Word("District", "Known to the district only; any point in the circle may be it."),
    "region": Word("Region", "Known to the region only; any point in the circle may be it."),
    "country": Word("Country", "Known to the country only; the point is only a placeholder."),
    "unknown": Word("Not known", "The place is not known; the event is on no map."),
    "sea_or_airspace": Word(
        "Sea or airspace", "Somewhere over water or in the air; the circle is where it may be."
    ),
    "not_stated": Word(
        "Precision not stated",
        "Nobody says how well the place is known; the circle around it, of 5 kilometres where none "
        "is given, is assumed.",
    ),
}

_TIME_PRECISION = {
    "minute": Word("Minute", "The time is given to the minute or a few minutes."),
    "hour": Word("Hour", "The time is given to about an hour."),
    "part_of_day": Word("Part of a day", "A night, morning, afternoon or evening is given."),
    "day": Word("Day", "The day is given, but no time."),
    "days": Word("Some days", "One of several days in a row."),
    "week": Word("Week", "Some time in a week."),
    "month": Word("Month", "Some time in a month."),
    "months": Word("Some months", "One of several months in a row."),
    "year": Word("Year", "Some time in a year."),
    "years": Word("Some years", "One of several years in a row."),
}

_KIND = {
    "incident": Word("Incident", "Something said to have happened at a place and time."),
    "context": Word("Context", "Not an incident: background that the story needs."),
}

VOCABULARY = Vocabulary(
    {
        "event_type": _EVENT_TYPE,
        "target_type": _TARGET_TYPE,
        "verification": _VERIFICATION,
        "verified_aspects": _VERIFIED_ASPECTS,
        "attribution": _ATTRIBUTION,
        "workflow": _WORKFLOW,
        "stance": STANCE,
        "about": ABOUT,
        "basis": BASIS,
        "actor_kind": ACTOR_KIND,
        "location_precision": _LOCATION_PRECISION,
        "time_precision": _TIME_PRECISION,
        "kind": _KIND,
    }
)

# Places known less well than this are drawn as an area of their true size, never as a pin.
PINNED = frozenset({"exact", "vicinity", "locality", "town"})

# What was verified, at least in part.
CHECKED = frozenset({"verified", "partly_verified"})


def label(field: str, word: str) -> str:
    """Return the label of a word that every story has; else the word itself.

    For a field to which a story may add words, use `Story.label`.

    >>> label("attribution", "accused_denied")
    'Accused; denied'
    >>> label("group", "harbour")
    'harbour'
    """
    return VOCABULARY.label(field, word)
