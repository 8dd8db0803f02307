"""The attribution line: an event in at most three short sentences, each account attributed."""

from dataclasses import replace

from geo.claims.accounts import STANCE_CLASSES, Account, build_accounts
from geo.claims.ledger import Ledger
from geo.claims.sentence_words import SentenceWords, load_sentence_words
from geo.claims.speakers import format_brief_name
from geo.claims.texts import capitalise
from geo.events import Actor

# Words of the whole line: as a rule, and at most unless the first account alone is longer.
_USUAL_WORDS, _MOST_WORDS = 45, 60
# "Twelve others have commented."
_TAIL_WORDS = 5


def build_attribution_sentences(entries: Ledger) -> tuple[str, ...]:
    """Return one to three sentences: who affirms, who opposes, who leaves it open.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.

    Returns
    -------
    tuple of str
        Some 45 words in all, 60 at most unless the first account alone is longer. Speakers are
        named by office or kind; those left out are counted. Never empty: without claims it says
        that nobody is on record.

    Notes
    -----
    The first account keeps its own words, cut to one clause: an official's before a medium's or
    a witness's before a nameless source's, on what happened if anybody speaks of it. Each other
    class of stances gives its first account, then more as there is room.
    """
    words = load_sentence_words()
    facts = tuple(entry for entry in entries if set(entry.claim.about) != {"response"}) or entries
    if not facts:
        return (words.nothing,)
    chosen = _choose_accounts(build_accounts(facts, words), words)
    return _write_sentences(chosen, facts, words)


def format_attribution_line(entries: Ledger) -> str:
    """Return the attribution sentences as one line, such as a card or a caption shows."""
    return " ".join(build_attribution_sentences(entries))


def _choose_accounts(accounts: list[Account], words: SentenceWords) -> list[Account]:
    """Return the first account of each class within the limit, then more as there is room."""
    chosen: list[Account] = []
    for account in accounts:
        is_first = all(other.sentence != account.sentence for other in chosen)
        is_needed = account.claims_responsibility and not any(
            other.claims_responsibility for other in chosen
        )
        room = (_MOST_WORDS if is_first or is_needed else _USUAL_WORDS) - _TAIL_WORDS
        used = sum(other.count_words(words) for other in chosen)
        shorter = replace(account, predicate=words.stances["claims_responsibility"].brief)
        for form in (account, shorter) if is_needed else (account,):
            if not chosen or used + form.count_words(words) <= room:
                chosen.append(form)
                break
    return chosen


def _write_sentences(chosen: list[Account], facts: Ledger, words: SentenceWords) -> tuple[str, ...]:
    clauses: list[list[str]] = [[] for _ in STANCE_CLASSES]
    introduced: set[Actor] = set()
    for account in sorted(chosen, key=lambda account: account.sentence):
        clauses[account.sentence].append(account.format_clause(words, introduced))
        introduced.add(account.principal)
    named = {
        format_brief_name(entry.claim.actor) for account in chosen for entry in account.entries
    }
    left_out = len({format_brief_name(entry.claim.actor) for entry in facts} - named)
    sentences = [parts for parts in clauses if parts]
    if left_out:
        number = words.counted[left_out] if left_out < len(words.counted) else str(left_out)
        more = words.more["one" if left_out == 1 else "many"]
        sentences[-1].append(more.format(count=number))
    return tuple(f"{capitalise('; '.join(parts))}." for parts in sentences)
