"""Accounts: what speakers say about an event in one clause each, most informative first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from geo.claims.ledger.build import sort_by_certainty
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.sentences.clauses import format_brief_predicate, join_clause
from geo.claims.sentences.sentence_words import SentenceWords
from geo.claims.sentences.speakers import (
    format_brief_name,
    format_label,
    is_person,
    speaks_for_office,
)
from geo.claims.sentences.texts import join_list
from geo.claims.stances.stance_classes import AFFIRMING, NAMING, OPEN, STANCE_CLASSES, SUPPORTING
from geo.events import Actor

# An official answers for a statement, a medium for a report, a nameless source for nothing.
_BASIS_RANKS = {"official_statement": 0, "anonymous_official": 2}

# Indices of `STANCE_CLASSES`.
_AFFIRMING, _OPPOSING, _OPEN = range(len(STANCE_CLASSES))

# A further account keeps its own words if it has at most this many.
_LONGEST_FURTHER = 16


@dataclass(frozen=True)
class Account:
    """What some speakers say in one clause.

    Attributes
    ----------
    stance_class : int
        The index of its stances in `STANCE_CLASSES`, each of which has a sentence of the line.
    predicate : str
        What they say, as it follows their names.
    stance : str
        The same in words of their stance alone, for where their own words have no room.
    entries : tuple of Entry
    """

    stance_class: int
    predicate: str
    stance: str
    entries: Ledger

    @property
    def claims_responsibility(self) -> bool:
        """Whether somebody says that they did it, which no line may leave out."""
        return any(entry.claim.stance == "claims_responsibility" for entry in self.entries)

    @property
    def accuses(self) -> bool:
        """Whether somebody says who else did it; no line may leave out all who do."""
        return any(entry.claim.stance == "accuses" for entry in self.entries)

    @property
    def principal(self) -> Actor:
        """Whom to name for several: the holder of the office, else the one who spoke first."""
        actors = [entry.claim.actor for entry in self.entries]
        return next(filter(speaks_for_office, actors), actors[0])

    def shorten(self) -> "Account":
        """Return the account in words of its stance alone, unless its own words are no longer.

        What somebody says is never cut within: half a sentence can say the opposite.
        """
        return replace(self, predicate=min(self.predicate, self.stance, key=len))

    def count_words(self, words: SentenceWords) -> int:
        """Return how many words the clause has."""
        return len(self.format_clause(words).split())

    def format_clause(self, words: SentenceWords, introduced: Collection[Actor] = ()) -> str:
        """Return who says it and what; a speaker already introduced needs no office."""
        actor = self.principal
        is_known = actor in introduced and is_person(actor) and actor.short is None
        named = actor.name if is_known else format_brief_name(actor)
        others = len({format_brief_name(entry.claim.actor) for entry in self.entries}) - 1
        if others:
            form = words.others["one" if others == 1 else "many"]
            named = f"{named} {words.conjunction} {form.format(count=words.count(others))}"
        return join_clause(named, self.predicate)

    def format_tersely(self, words: SentenceWords) -> str:
        """Return one speaker, without an office that explains the name, and the stances alone."""
        taken = dict.fromkeys(words.stances[one.claim.stance].took for one in self.entries)
        return f"{format_label(self.principal)} {join_list(taken, words.conjunction)}"


def build_accounts(entries: Ledger, words: SentenceWords) -> list[Account]:
    """Return all accounts, most informative first; one of every class before a second of any.

    The first account is an official's before a medium's or a witness's before a nameless
    source's, on what happened if anybody speaks of it.
    """
    entries = sort_by_certainty(entries)
    affirming = [entry for entry in entries if entry.claim.stance in AFFIRMING]
    accounts_by_class = [
        _build_affirming(affirming, words),
        _build_class(entries, _OPPOSING, words, {entry.claim.side for entry in affirming}),
        _build_class(entries, _OPEN, words, set()),
    ]
    ranked = [pair for accounts in accounts_by_class for pair in enumerate(accounts)]
    return [account for _, account in sorted(ranked, key=lambda pair: _order_account(*pair))]


def _order_account(rank: int, account: Account) -> tuple[int, int, bool]:
    """Sort by rank within the class, then by class.

    Those who say that they did it come before those who leave it open.
    """
    if rank and account.claims_responsibility:
        return 0, _OPPOSING, True
    return rank, account.stance_class, False


def _build_affirming(entries: list[Entry], words: SentenceWords) -> list[Account]:
    """Return the lead account, with the lead's accusation, then the others' accounts."""
    if not entries:
        return []
    lead = min(entries, key=_rank_basis)
    accusing = next((entry for entry in entries if _accuses_too(entry, lead)), None)
    stance = _name_stance(lead, words)
    predicate = format_brief_predicate(lead, words) or stance
    used: Ledger = (lead,)
    if accusing:
        accusation = format_brief_predicate(accusing, words)
        accuses = words.stances[accusing.claim.stance].brief
        if not accusation or not _is_short(accusation):
            accusation = accuses
        predicate = f"{predicate}, {words.conjunction} {accusation}"
        stance = f"{stance} {words.conjunction} {accuses}"
        used = (lead, accusing)
    speaker = format_brief_name(lead.claim.actor)
    rest = [entry for entry in entries if format_brief_name(entry.claim.actor) != speaker]
    rest.sort(key=_rank_further)
    lead_account = Account(_AFFIRMING, predicate, stance, used)
    return [lead_account, *_merge(rest, _AFFIRMING, words, set())]


def _accuses_too(entry: Entry, lead: Entry) -> bool:
    return (
        entry.claim.actor == lead.claim.actor
        and lead.claim.stance in SUPPORTING
        and entry.claim.stance in NAMING
    )


def _rank_further(entry: Entry) -> tuple[int, bool | int, bool | int]:
    """Sort by stance; who accuses need not speak of what happened, but should answer for it."""
    off_topic, basis = _rank_basis(entry)
    stance = entry.claim.stance
    order = (basis, off_topic) if stance == "accuses" else (off_topic, basis)
    return (AFFIRMING.index(stance), *order)


def _rank_basis(entry: Entry) -> tuple[bool, int]:
    return "occurrence" not in entry.claim.about, _BASIS_RANKS.get(entry.claim.basis, 1)


def _build_class(
    entries: Ledger, stance_class: int, words: SentenceWords, affirming_sides: set[str]
) -> list[Account]:
    stances = STANCE_CLASSES[stance_class]
    found = [entry for entry in entries if entry.claim.stance in stances]
    found.sort(key=lambda entry: (stances.index(entry.claim.stance), _rank_basis(entry)[1]))
    return _merge(found, stance_class, words, affirming_sides)


def _merge(
    entries: Iterable[Entry], stance_class: int, words: SentenceWords, affirming_sides: set[str]
) -> list[Account]:
    """Return accounts; speakers of one side who say the same share one."""
    merged: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        predicate = _choose_predicate(entry, words, affirming_sides)
        # That somebody gave an account adds nothing; two sides that are silent are counted apart.
        if predicate:
            merged.setdefault((predicate, entry.claim.side), []).append(entry)
    return [
        Account(
            stance_class, predicate, _name_stance(shared[0], words, affirming_sides), tuple(shared)
        )
        for (predicate, _), shared in merged.items()
    ]


def _choose_predicate(entry: Entry, words: SentenceWords, affirming_sides: set[str]) -> str:
    """Return an account in its own words where they are few, else in those of its stance.

    An accusation keeps its own words, for as long as there is room: they say of whom.
    """
    claim = entry.claim
    # "Any part in it" is denied by the accused; another denial has its own words.
    keeps_own_words = claim.stance not in (*OPEN, "denies") or (
        claim.stance == "denies" and (not _denies_part(entry) or claim.side in affirming_sides)
    )
    own_words = format_brief_predicate(entry, words) if keeps_own_words else ""
    if own_words and (claim.stance == "accuses" or _is_short(own_words)):
        return own_words
    if claim.stance == "asserts":
        return ""
    return _name_stance(entry, words, affirming_sides)


def _name_stance(
    entry: Entry, words: SentenceWords, affirming_sides: Collection[str] = frozenset()
) -> str:
    """Return what somebody says in words of the stance alone.

    A denial by a side that accuses others may be of their own part in it, or that others had one.
    """
    stance = words.stances[entry.claim.stance]
    denies_part = _denies_part(entry)
    if denies_part and entry.claim.side in affirming_sides:
        return words.denied_of_others
    about = "perpetrator" if denies_part else _find_main_topic(entry)
    topic = words.topics.get(about, words.topics["occurrence"])
    return stance.brief.format(topics=topic.phrase, denied=topic.denied)


def _denies_part(entry: Entry) -> bool:
    return entry.claim.stance == "denies" and "perpetrator" in entry.claim.about


def _is_short(predicate: str) -> bool:
    return len(predicate.split()) <= _LONGEST_FURTHER


def _find_main_topic(entry: Entry) -> str:
    about = entry.claim.about or ("occurrence",)
    return "occurrence" if "occurrence" in about else about[0]
