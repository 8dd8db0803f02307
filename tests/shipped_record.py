"""The shipped record read as plain JSON, for the tests of its rules.

Nothing of geo/ is used: those tests judge the data, not the code that reads it. Each collects
the events that break its rule, so that a failure names them.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from shapely import Point

DATA = Path(__file__).parents[1] / "data"


class Claim(TypedDict, total=False):
    id: str
    stance: str
    about: list[str]
    basis: str
    side: str
    actor: str
    said_at: str | None
    summary: str
    source: str
    also_about: list[str]


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
RECORD = json.loads(TEXT)
STORY = json.loads((DATA / "story.json").read_text(encoding="utf-8"))
LINES = (DATA / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
CORRECTIONS = [json.loads(line) for line in LINES]
EVENTS = {feature["id"]: feature["properties"] for feature in RECORD["features"]}
POINTS = {
    feature["id"]: Point(feature["geometry"]["coordinates"]) for feature in RECORD["features"]
}
PARTIES = {side["id"] for side in STORY["sides"] if side["party"]}

# What a claim must be about to speak for an aspect.
ASPECTS = {
    "place": {"place", "occurrence"},
    "time": {"time", "occurrence"},
    "content": {"occurrence", "damage"},
}
SUPPORTS = {"asserts", "accuses", "corroborates", "claims_responsibility"}
# Seen or heard by the speaker; a report or an inference passes on what somebody else saw.
OWN_EYES = {"witnessed", "visual_evidence", "document"}


def _collect_claims() -> dict[str, list[tuple[Claim, str]]]:
    """Return all claims on each event, also those of other events, with their origins."""
    claims: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for home, event in EVENTS.items():
        origins = {source["id"]: source["origin"] for source in event["sources"]}
        for claim in event["claims"]:
            for id_ in (home, *claim.get("also_about", ())):
                claims[id_].append((claim, origins.get(claim["source"], "")))
    return claims


CLAIMS = _collect_claims()


def find_voices(event: str, aspect: str) -> set[str]:
    """Return who supports an aspect independently: a party is one voice, however many speak."""
    voices = set()
    for claim, origin in CLAIMS[event]:
        if claim["stance"] in SUPPORTS and ASPECTS[aspect] & set(claim["about"]):
            if claim["side"] in PARTIES:
                voices.add(claim["side"])
            elif claim["basis"] in OWN_EYES:
                voices.add(origin)
    return voices


def select_claims(event: str, *stances: str, about: frozenset[str] = frozenset()) -> list[Claim]:
    """Return the claims on an event with one of the stances (and about one of the topics)."""
    return [
        claim
        for claim, _ in CLAIMS[event]
        if claim["stance"] in stances and (not about or about & set(claim["about"]))
    ]


def find_first_day(claims: list[Claim]) -> str:
    """Return the first day on which one of the claims was made; "" if no day is known."""
    return min((str(claim["said_at"])[:10] for claim in claims if claim["said_at"]), default="")


def get_day(claim: Claim) -> str:
    """Return the day of a claim, as far as it is known."""
    return str(claim["said_at"] or "9999")[:10]


def find_named_responsibility(event: str) -> list[Claim]:
    """Return claims of responsibility by somebody who gives a name."""
    claims = select_claims(event, "claims_responsibility")
    return [claim for claim in claims if claim["basis"] != "anonymous_official"]
