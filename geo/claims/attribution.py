"""The attribution line: an event in at most three short sentences, each account somebody's own."""

from dataclasses import replace

from geo.claims.ledger import Ledger
from geo.claims.names import brief_name
from geo.claims.positions import CLASSES, Position, positions
from geo.claims.speakers import lower
from geo.claims.words import Words, read_words

# Words of the whole line: as a rule, and in any case unless the first account alone is longer.
_USUAL, _MOST = 45, 60
# "Twelve more are on record."
_TAIL = 5


def attribution_sentences(entries: Ledger, language: str = "en") -> tuple[str, ...]:
    """Return one to three sentences: who affirms, who opposes, who leaves it open.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    language : str
        Language of the words around the summaries.

    Returns
    -------
    tuple of str
        Some 45 words in all, 60 at most unless the first account alone is longer. Speakers are
        named by office or kind; those left out are counted. Never empty: without claims it says
        that nobody is on record.

    Notes
    -----
    The first account is told in its own words, cut to one clause: an official's before a
    medium's or a witness's before a nameless source's, on what happened if anybody speaks of
    it. Each other class of stances gives its first position, then more as there is room.
    """
    words = read_words(language)
    facts = tuple(entry for entry in entries if set(entry.claim.about) != {"response"}) or entries
    if not facts:
        return (words.nothing,)
    chosen = _choose(positions(facts, words), words)
    return _sentences(chosen, facts, words)


def attribution_line(entries: Ledger, language: str = "en") -> str:
    """Return the attribution sentences as one line, such as a card or a caption shows."""
    return " ".join(attribution_sentences(entries, language))


def _choose(told: list[Position], words: Words) -> list[Position]:
    """Return what to tell: each class's first within the utmost, then more as there is room."""
    chosen: list[Position] = []
    for position in told:
        first = all(other.sentence != position.sentence for other in chosen)
        owns_up = position.owns_up and not any(other.owns_up for other in chosen)
        room = (_MOST if first or owns_up else _USUAL) - _TAIL
        used = sum(other.length(words) for other in chosen)
        shorter = replace(position, said=words.stances["claims_responsibility"].brief)
        for form in (position, shorter) if owns_up else (position,):
            if not chosen or used + form.length(words) <= room:
                chosen.append(form)
                break
    return chosen


def _sentences(chosen: list[Position], facts: Ledger, words: Words) -> tuple[str, ...]:
    clauses: list[list[str]] = [[] for _ in CLASSES]
    introduced: set[str] = set()
    for position in sorted(chosen, key=lambda position: position.sentence):
        clause = position.clause(words, introduced)
        clauses[position.sentence].append(clause)
        introduced.add(clause.partition(",")[0])
    told = {entry.claim.actor for position in chosen for entry in position.entries}
    heard = {brief_name(actor, words) for actor in told}
    unheard = len({brief_name(entry.claim.actor, words) for entry in facts} - heard)
    spoken = [part for part in clauses if part]
    if unheard:
        number = words.counted[unheard] if unheard < len(words.counted) else str(unheard)
        spoken[-1].append(words.more["one" if unheard == 1 else "many"].format(count=number))
    return tuple(f"{_capital(lower('; '.join(part), words))}." for part in spoken)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
