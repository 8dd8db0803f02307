"""Positions: what could be told about an event in one clause each, most telling first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from geo.claims.brief import brief_clause
from geo.claims.ledger import Entry, Ledger, surest_first
from geo.claims.names import brief_name, head_noun
from geo.claims.words import Words

# A line names who affirms, then who opposes, then who leaves it open: never the reverse, so
# that the order of sentences is no judgement. Within a sentence the first stance goes first.
_AFFIRMS = ("claims_responsibility", "accuses", "corroborates", "asserts")
_OPPOSES = ("denies", "alleges_staged", "contradicts", "withdraws")
_OPEN = ("neither_confirms_nor_denies", "cannot_verify", "urges_caution")
CLASSES = (_AFFIRMS, _OPPOSES, _OPEN)

# An official can be held to a word, a medium to a report, a nameless source to nothing.
_STANDING = {"official_statement": 0, "anonymous_official": 2}

# A second account is told in its own words if they are this few.
_ASIDE = 16
# With an account beside it, an accusation has less room.
_BESIDE = 9


@dataclass(frozen=True)
class Position:
    """What some speakers say in one clause; `sentence` is the place of its class in the line."""

    sentence: int
    said: str
    entries: Ledger

    @property
    def owns_up(self) -> bool:
        """Whether somebody says that they did it, which no line may leave out."""
        return any(entry.claim.stance == "claims_responsibility" for entry in self.entries)

    def length(self, words: Words) -> int:
        """Return how many words it takes."""
        return len(self.clause(words).split())

    def clause(self, words: Words, introduced: Collection[str] = ()) -> str:
        """Return who says it and what; whom the line has introduced needs no office."""
        actors = list(dict.fromkeys(entry.claim.actor for entry in self.entries))
        named = brief_name(_principal(actors, words), words)
        if named.partition(",")[0] in introduced:
            named = named.partition(",")[0]
        others = len({brief_name(actor, words) for actor in actors}) - 1
        if others:
            number = words.counted[others] if others < len(words.counted) else str(others)
            form = words.others["one" if others == 1 else "many"]
            named = f"{named} {words.conjunction} {form.format(count=number)}"
        return f"{named} {self.said}"


def positions(entries: Ledger, words: Words) -> list[Position]:
    """Return what could be told, most telling first; every class before any class twice.

    The first account is an official's before a medium's or a witness's before a nameless
    source's, on what happened if anybody speaks of it.
    """
    entries = surest_first(entries)
    affirming = [entry for entry in entries if entry.claim.stance in _AFFIRMS]
    by_class = [
        _affirming(affirming, words),
        _gathered(entries, 1, words, {entry.claim.side for entry in affirming}),
        _gathered(entries, 2, words, set()),
    ]
    # Whoever says that they did it comes before whoever leaves it open.
    turns = [
        (1.5 if position.owns_up and turn else turn * 3 + position.sentence, position)
        for positions in by_class
        for turn, position in enumerate(positions)
    ]
    return [position for _, position in sorted(turns, key=lambda turn: turn[0])]


def _affirming(entries: list[Entry], words: Words) -> list[Position]:
    """Return the lead account, with the lead's accusation, then the others' accounts."""
    if not entries:
        return []
    lead = min(entries, key=_standing)
    also = next((entry for entry in entries if _accuses_too(entry, lead)), None)
    said = brief_clause(lead, words)
    told: Ledger = (lead,)
    if also:
        accusation = brief_clause(also, words, _BESIDE)
        if not _fits(accusation):
            accusation = words.stances[also.claim.stance].brief
        said, told = f"{said}, {words.conjunction} {accusation}", (lead, also)
    speaker = brief_name(lead.claim.actor, words)
    rest = [entry for entry in entries if brief_name(entry.claim.actor, words) != speaker]
    rest.sort(key=lambda entry: (_AFFIRMS.index(entry.claim.stance), _standing(entry)))
    return [Position(0, said, told), *_merged(rest, 0, words, set())]


def _accuses_too(entry: Entry, lead: Entry) -> bool:
    return (
        entry.claim.actor == lead.claim.actor
        and lead.claim.stance in {"asserts", "corroborates"}
        and entry.claim.stance in {"accuses", "claims_responsibility"}
    )


def _standing(entry: Entry) -> tuple[bool, int]:
    return "occurrence" not in entry.claim.about, _STANDING.get(entry.claim.basis, 1)


def _gathered(
    entries: Ledger, sentence: int, words: Words, affirming_sides: set[str]
) -> list[Position]:
    stances = CLASSES[sentence]
    found = [entry for entry in entries if entry.claim.stance in stances]
    found.sort(key=lambda entry: (stances.index(entry.claim.stance), _standing(entry)[1]))
    return _merged(found, sentence, words, affirming_sides)


def _merged(
    entries: Iterable[Entry], sentence: int, words: Words, affirming_sides: set[str]
) -> list[Position]:
    """Return positions; who says the same shares one."""
    merged: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        said = _position(entry, words, affirming_sides)
        # That somebody gave an account is no news; silence of two sides is two silences.
        if said:
            merged.setdefault((said, entry.claim.side), []).append(entry)
    return [Position(sentence, said, tuple(held)) for (said, _), held in merged.items()]


def _position(entry: Entry, words: Words, affirming_sides: set[str]) -> str:
    """Return a position in its own words where they are few, else in those of its stance."""
    claim = entry.claim
    # "Any part in it" is denied by whoever stands accused; another denial has its own words.
    denies_part = claim.stance == "denies" and "perpetrator" in claim.about
    own_words = claim.stance not in (*_OPEN, "denies") or (
        claim.stance == "denies" and (not denies_part or claim.side in affirming_sides)
    )
    told = brief_clause(entry, words) if own_words else ""
    if told and _fits(told):
        return told
    if claim.stance in {"asserts", "accuses"}:
        return ""
    about = "perpetrator" if denies_part else _main_topic(entry)
    topic = words.topics.get(about, words.topics["occurrence"])
    return words.stances[claim.stance].brief.format(topics=topic.phrase, denied=topic.denied)


def _fits(said: str) -> bool:
    return len(said.split()) <= _ASIDE


def _main_topic(entry: Entry) -> str:
    about = entry.claim.about or ("occurrence",)
    return "occurrence" if "occurrence" in about else about[0]


def _principal(actors: list[str], words: Words) -> str:
    """Return whom to name for several: who holds the office, else who spoke first."""
    return min(actors, key=lambda actor: head_noun(actor.partition(", ")[2]) not in words.roles)
