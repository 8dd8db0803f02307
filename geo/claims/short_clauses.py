"""A statement cut down to its main clause, without a change of meaning."""

import re
from dataclasses import dataclass
from functools import cache

from geo.claims.clauses import format_predicate, split_sentences
from geo.claims.entry import Entry
from geo.claims.sentence_words import SentenceWords
from geo.claims.texts import collapse_spaces

# Fewer words than this are not an account.
_SHORTEST = 4


@dataclass(frozen=True)
class _Patterns:
    """Where a clause may end, and what shows that it may not."""

    ends: re.Pattern[str]
    listed: re.Pattern[str]
    enclosing: re.Pattern[str]


@cache
def _compile_patterns(words: SentenceWords) -> _Patterns:
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


def shorten_clause(entry: Entry, words: SentenceWords, most: int = 16) -> str:
    """Return what follows the speaker, in the shortest form that is complete by itself.

    At most `most` words, if it can be cut. Brackets and what follows a semicolon are left out. A
    long clause ends before a further verb, at a colon, or before a comma that opens something
    inessential; never before a reversal such as "but", and never within a list.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from geo.claims.sentence_words import load_sentence_words
    >>> for summary in (
    ...     "Counted two drones and said they were disabled by electronic or radar means, "
    ...     "that falling fragments hurt nobody and damaged nothing.",
    ...     "Geolocated and verified videos of two helicopters over the town, one filmed about "
    ...     "550 metres from the depot, but could not confirm whose they were.",
    ... ):
    ...     claim = SimpleNamespace(stance="asserts", about=("occurrence",), summary=summary,
    ...                             basis="official_statement")
    ...     entry = Entry("e", claim, None, None, False, None, None)
    ...     print(shorten_clause(entry, load_sentence_words()))
    counted two drones and said they were disabled by electronic or radar means
    geolocated and verified videos of two helicopters over the town, one filmed about 550 metres \
from the depot, but could not confirm whose they were
    """
    predicate = re.sub(r"\s*\([^()]*\)", "", format_predicate(entry, words))
    # An aside before the verb says how a statement reached us.
    predicate = re.sub(r"^, [^,]*, ", "", predicate)
    head = collapse_spaces(split_sentences(predicate)[0][1].split("; ")[0].rstrip(".;: "))
    return _cut(head, words, most)


def _cut(clause: str, words: SentenceWords, most: int) -> str:
    """Return the longest start within the limit, else the shortest beyond it, else the whole."""
    # A clause that opens with an aside is not cut.
    whole = len(clause.split()) <= most or "," in clause.split()[0]
    heads = [] if whole else [clause[:at] for at in _find_ends(clause, words)]
    heads = [head for head in heads if _is_complete(head, clause, words)]
    within = [head for head in heads if len(head.split()) <= most]
    return within[-1] if within else next(iter(heads), clause)


def _is_complete(head: str, clause: str, words: SentenceWords) -> bool:
    """Return whether a start is an account by itself and nothing cut off reverses it."""
    tail = clause[len(head) :]
    patterns = _compile_patterns(words)
    # ", after the attack, had flared up": the comma opens an aside, and the verb is yet to come.
    is_broken = patterns.listed.search(head) or patterns.enclosing.match(tail)
    is_dangling = head.endswith((" that", f" {words.conjunction}"))
    is_reversed = not words.reversals.isdisjoint(tail.replace(",", " ").split())
    return len(head.split()) >= _SHORTEST and not (is_broken or is_dangling or is_reversed)


def _find_ends(clause: str, words: SentenceWords) -> list[int]:
    """Return where a clause may end, in order."""
    if ": " in clause:
        return [clause.index(": ")]
    found = []
    for match in _compile_patterns(words).ends.finditer(clause):
        if not match[1] or "," not in clause[: match.start()]:
            found.append(match.start())
        # "put ..., spoke ..., and said ...": a list may end after its first member alone.
        if match[1]:
            break
    return found
