"""The brief clause: a statement cut down to what carries it, never to something else."""

import re
from dataclasses import dataclass
from functools import cache

from geo.claims.clauses import says, split_sentences
from geo.claims.ledger import Entry
from geo.claims.speakers import plain
from geo.claims.words import Words

# Fewer words are too little to be an account.
_LEAST = 4


@dataclass(frozen=True)
class _Patterns:
    """Where a clause may end, and what tells that it may not, in one language."""

    ends: re.Pattern[str]
    listed: re.Pattern[str]
    enclosing: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    reporting, parallels, turns, verbs = (
        "|".join(sorted(listed))
        for listed in (
            words.opening_verbs,
            words.parallels,
            words.turns,
            words.opening_verbs | words.finite | words.transitive,
        )
    )
    further = rf",? {words.conjunction} (?:that|{reporting})\b"
    return _Patterns(
        re.compile(rf"(, (?:that|{parallels})\b)|{further}|, (?:{turns})\b"),
        re.compile(rf", ({verbs})\b"),
        re.compile(rf", [^,]*, ({verbs})\b"),
    )


def brief_clause(entry: Entry, words: Words, most: int = 16) -> str:
    """Return what follows the speaker, in its shortest form that still stands by itself.

    At most `most` words, if it can be cut. Brackets and what follows a semicolon are left out. A
    long clause ends before a further verb, at a colon, or before a comma that opens what can be
    spared; never before a reversal such as "but", and never within a list.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from geo.claims.words import read_words
    >>> for summary in (
    ...     "Counted two drones and said they were disabled by electronic or radar means, "
    ...     "that falling fragments hurt nobody and damaged nothing.",
    ...     "Geolocated and verified videos of two helicopters over Belgorod, one filmed about "
    ...     "550 metres from the depot, but could not confirm that they were Ukrainian.",
    ... ):
    ...     claim = SimpleNamespace(stance="asserts", about=("occurrence",), summary=summary,
    ...                             basis="official_statement")
    ...     entry = Entry("e", claim, None, None, False, None, None)
    ...     print(brief_clause(entry, read_words()))
    counted two drones and said they were disabled by electronic or radar means
    geolocated and verified videos of two helicopters over Belgorod, one filmed about 550 metres \
from the depot, but could not confirm that they were Ukrainian
    """
    told = re.sub(r"\s*\([^()]*\)", "", says(entry, words))
    # An aside before the verb tells how a statement reached us.
    told = re.sub(r"^, [^,]*, ", "", told)
    head = plain(split_sentences(told)[0][1].split("; ")[0].rstrip(".;: "))
    return _cut(head, words, most)


def _cut(clause: str, words: Words, most: int) -> str:
    """Return the longest head within bounds, else the shortest beyond, else the whole."""
    # Around an aside is no place to cut.
    whole = len(clause.split()) <= most or "," in clause.split()[0]
    heads = [] if whole else [clause[:at] for at in _boundaries(clause, words)]
    heads = [head for head in heads if _stands(head, clause, words)]
    within = [head for head in heads if len(head.split()) <= most]
    return within[-1] if within else next(iter(heads), clause)


def _stands(head: str, clause: str, words: Words) -> bool:
    """Return whether a head is an account by itself and nothing cut off turns it round."""
    tail = clause[len(head) :]
    patterns = _patterns(words)
    # ", after the attack, had flared up": the comma opens an aside, and the verb is yet to come.
    broken = patterns.listed.search(head) or patterns.enclosing.match(tail)
    dangles = head.endswith((" that", f" {words.conjunction}"))
    turned = not words.reversals.isdisjoint(tail.replace(",", " ").split())
    return len(head.split()) >= _LEAST and not (broken or dangles or turned)


def _boundaries(clause: str, words: Words) -> list[int]:
    """Return where a clause may end, in order."""
    if ": " in clause:
        return [clause.index(": ")]
    found = []
    for match in _patterns(words).ends.finditer(clause):
        if not match[1] or "," not in clause[: match.start()]:
            found.append(match.start())
        # "put ..., spoke ..., and said ...": a list may end after its first member alone.
        if match[1]:
            break
    return found
