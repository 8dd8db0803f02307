"""The attribution line: an event in at most three short sentences, each account attributed."""

from collections.abc import Iterable, Iterator

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.sentences.accounts import Account, build_accounts
from geo.claims.sentences.sentence_words import SentenceWords, load_sentence_words
from geo.claims.sentences.speakers import format_brief_name
from geo.claims.sentences.texts import capitalise, end_sentence
from geo.claims.stances.stance_classes import STANCE_CLASSES, is_only_about_casualties
from geo.events import Actor

# Words of the whole line: as a rule, and at most unless what it may not leave out is longer.
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
        Some 45 words in all, 60 at most unless the accounts that are needed are longer. Speakers
        are named by office or kind; those left out are counted. Never empty: without claims it
        says that there are no statements on record.

    Notes
    -----
    The first account keeps its own words, all of them or none, as one clause: an official's before
    a medium's or a witness's before a nameless source's, on what happened if anybody speaks of it.
    Each other class of stances gives its first account, in words of its stance where its own have
    no room, then more as there is room. Whoever accuses, somebody who does is named, an official
    first.
    """
    words = load_sentence_words()
    facts = _find_facts(entries)
    if not facts:
        return (_write_nothing(entries, words),)
    chosen = _choose_accounts(build_accounts(facts, words), words)
    return _write_sentences(chosen, facts, words)


def format_attribution_line(entries: Ledger) -> str:
    """Return the attribution sentences as one line, such as a card or a caption shows."""
    return " ".join(build_attribution_sentences(entries))


def list_attribution_lines(entries: Ledger) -> Iterator[str]:
    """Yield the attribution line, then the same ever shorter, for where there is less room.

    Each line has an account of every class of stances that the ledger has, or none at all: there
    is no accusation without its denial. The longest account gives way first, to words of its
    stance; the last line only counts the speakers. Each line counts those it leaves out.
    """
    words = load_sentence_words()
    facts = _find_facts(entries)
    if not facts:
        yield _write_nothing(entries, words)
        return
    accounts = build_accounts(facts, words)
    yield format_attribution_line(entries)
    needed = _select_needed(accounts)
    yield " ".join(_write_sentences(needed, facts, words))
    while shorter := _shorten_longest(needed, words):
        needed = shorter
        yield " ".join(_write_sentences(needed, facts, words))
    yield " ".join(_write_sentences(needed, facts, words, is_terse=True))
    yield _count_speakers(facts, words)


def _find_facts(entries: Ledger) -> Ledger:
    """Return the statements on the event itself; reactions if there are no others.

    Numbers of people, which are facts of their own, are left out.
    """
    speaking = tuple(entry for entry in entries if not is_only_about_casualties(entry.claim))
    return tuple(entry for entry in speaking if set(entry.claim.about) != {"response"}) or speaking


def _write_nothing(entries: Ledger, words: SentenceWords) -> str:
    return words.only_casualties if entries else words.nothing


def _select_needed(accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts that no line may leave out, in their order.

    The first of each class, the first of those who say that they did it, and the first of those
    who accuse others: without an accuser a denial has nothing to answer.
    """
    needed: list[Account] = []
    for account in accounts:
        is_first = all(other.stance_class != account.stance_class for other in needed)
        claims_first = account.claims_responsibility and not any(
            other.claims_responsibility for other in needed
        )
        accuses_first = account.accuses and not any(other.accuses for other in needed)
        if is_first or claims_first or accuses_first:
            needed.append(account)
    return needed


def _shorten_longest(accounts: list[Account], words: SentenceWords) -> list[Account] | None:
    """Return the accounts with the longest that can be shorter so; None if none can."""
    longer = [account for account in accounts if account.shorten() != account]
    if not longer:
        return None
    longest = max(longer, key=lambda account: account.count_words(words))
    return [account.shorten() if account is longest else account for account in accounts]


def _choose_accounts(accounts: list[Account], words: SentenceWords) -> list[Account]:
    """Return the accounts that are needed, within the limit if they can be, and more for room."""

    def count(chosen: Iterable[Account]) -> int:
        return sum(account.count_words(words) for account in chosen) + _TAIL_WORDS

    needed = _select_needed(accounts)
    lead, *others = needed
    while count([lead, *others]) > _MOST_WORDS and (shorter := _shorten_longest(others, words)):
        others = shorter
    chosen = [lead, *others]
    for account in accounts:
        if account not in needed and count([*chosen, account]) <= _USUAL_WORDS:
            chosen.append(account)
    return chosen


def _write_sentences(
    chosen: list[Account], facts: Ledger, words: SentenceWords, *, is_terse: bool = False
) -> tuple[str, ...]:
    clauses: list[list[str]] = [[] for _ in STANCE_CLASSES]
    introduced: set[Actor] = set()
    named: set[str] = set()
    for account in sorted(chosen, key=lambda account: account.stance_class):
        if is_terse:
            clause, actors = account.format_tersely(words), [account.principal]
        else:
            clause = account.format_clause(words, introduced)
            actors = [entry.claim.actor for entry in account.entries]
        clauses[account.stance_class].append(clause)
        introduced.add(account.principal)
        named.update(map(format_brief_name, actors))
    left_out = len(_name_speakers(facts) - named)
    sentences = [parts for parts in clauses if parts]
    if left_out:
        more = words.more["one" if left_out == 1 else "many"]
        sentences[-1].append(more.format(count=words.count(left_out)))
    return tuple(end_sentence(capitalise("; ".join(parts))) for parts in sentences)


def _count_speakers(facts: Ledger, words: SentenceWords) -> str:
    """Return how many have spoken, and how many of them with stances of each class."""
    counts = [
        len(_name_speakers(entry for entry in facts if entry.claim.stance in stances))
        for stances in STANCE_CLASSES
    ]
    classes = [
        form.format(count=count) for form, count in zip(words.classes, counts, strict=True) if count
    ]
    return words.spoken.format(count=len(_name_speakers(facts)), classes=", ".join(classes))


def _name_speakers(entries: Iterable[Entry]) -> set[str]:
    return {format_brief_name(entry.claim.actor) for entry in entries}
