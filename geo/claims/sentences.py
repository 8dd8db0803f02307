"""Sentences in which every account is somebody's: the clause, and the attribution line."""

import re
from collections.abc import Iterable

from geo.claims.ledger import Entry, Ledger, surest_first
from geo.claims.words import Words, read_words

# A line names who affirms, then who opposes, then who leaves it open: never the reverse, so
# that the order of sentences is no judgement.
_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"claims_responsibility", "asserts", "accuses", "corroborates"}),
    frozenset({"denies", "contradicts", "alleges_staged", "withdraws"}),
    frozenset({"cannot_verify", "urges_caution", "neither_confirms_nor_denies"}),
)
# Silence is not content, and what somebody cannot say is one thing, however they put it.
_GATHERED = frozenset({"denies", "cannot_verify", "neither_confirms_nor_denies"})
_CORE = {"occurrence", "perpetrator", "intent"}
_SECOND_HAND = {"media_report", "analyst_inference"}

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=\w)")
_ASIDE = re.compile(r"^(\w+)( [^,;:]*), (\w+)")


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def short_name(actor: str) -> str:
    """Return a speaker's name without what explains it.

    >>> short_name("Andrii Yusov, spokesman for Ukrainian military intelligence (GUR)")
    'Andrii Yusov'
    >>> short_name("Baza, Shot and Mash, Russian Telegram channels")
    'Baza, Shot and Mash'
    """
    head = re.sub(r"\s*\(.*$", "", _plain(actor)) or _plain(actor)
    first, *rest = head.split(", ")
    # A list of names before its "and" is one speaker, not a name with an explanation.
    if len(rest) > 1 and re.match(r"[^\W\d_a-z]\w* and [^\W\d_a-z]\w*$", rest[0]):
        return f"{first}, {rest[0]}"
    return first


def voice(actor: str, words: Words, opens: bool = False) -> str:
    """Return a speaker as a sentence names them, with the article an institution needs.

    >>> voice("Kremlin press service", read_words())
    'the Kremlin press service'
    >>> voice("Residents of Bryansk, and video", read_words())
    'residents of Bryansk, and video'
    >>> voice("US officials (unnamed), quoted by CNN", read_words(), opens=True)
    'US officials (unnamed), quoted by CNN'
    """
    named = _plain(actor)
    if not named:
        named = words.nobody
    else:
        named = _lower(named, words)
        head = re.split(r",| \(| of | for | and ", named, maxsplit=1)[0]
        if head.split()[-1].casefold() in words.institutions and "'" not in head:
            named = f"{words.article} {named}"
    starts_common = named.split()[0] in words.common_openers | {words.article}
    return named[0].upper() + named[1:] if opens and starts_common else named


def _lower(text: str, words: Words) -> str:
    first = text.split(" ", 1)[0].rstrip(",")
    common = first.casefold() in {word.casefold() for word in words.common_openers}
    return text[0].lower() + text[1:] if common and (first == "A" or not first.isupper()) else text


# A clause of a line stays readable on a phone; what is cut was set apart by the editor.
_LONG = 160


def _content(summary: str) -> str:
    """Return a summary as one clause, without a sentence end or a semicolon of its own.

    What follows a semicolon goes into brackets, or is left out where that gets long.

    >>> _content("A drone hit power facilities; no victims.")
    'A drone hit power facilities (no victims)'
    """
    parts = re.split(r";\s+", _SENTENCE_END.sub("; ", _plain(summary)))
    head, *tail = (part.rstrip(".!?;: ") for part in parts)
    tail = [part for part in tail if part]
    whole = f"{head} ({', '.join(tail)})"
    return whole if tail and len(whole) <= _LONG else head


def _predicate(content: str, words: Words) -> str | None:
    """Return the content as it reads on after a speaker's name; None if it does not."""
    first, _, rest = content.partition(" ")
    opener = first.rstrip(",").casefold()
    second = rest.partition(" ")[0].casefold()
    if opener in words.opening_verbs:
        return content[0].lower() + content[1:]
    if opener in words.opening_adverbs and second in words.opening_verbs:
        return content[0].lower() + content[1:]
    aside = _ASIDE.match(content)
    if aside and aside[1].casefold() in words.opening_asides and aside[3] in words.opening_verbs:
        return ", " + content[0].lower() + content[1:]
    return None


def _topics(entry: Entry, words: Words) -> str:
    named = [words.topics[topic].phrase for topic in entry.claim.about if topic in words.topics]
    return join(named, words.conjunction) or words.topics["occurrence"].phrase


def join(parts: Iterable[str], conjunction: str) -> str:
    """Return parts as a list in a sentence: 'a, b and c'."""
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def _says(entry: Entry, words: Words) -> str:
    """Return what follows the speaker: the summary as a predicate, or after a colon."""
    stance = words.stances.get(entry.claim.stance, words.stances["asserts"])
    content = _content(entry.claim.summary or "")
    predicate = _predicate(content, words) if content else None
    if predicate is not None:
        seen = predicate.partition(" ")[0] in words.perceptions
        own = seen and entry.claim.basis == "witnessed"
        return f"{words.own_account} {predicate}" if own else predicate
    if not content or entry.claim.stance == "neither_confirms_nor_denies":
        about = entry.claim.about[0] if entry.claim.about else "occurrence"
        topic = words.topics.get(about, words.topics["occurrence"])
        return stance.plain.format(topics=_topics(entry, words), denied=topic.denied)
    return f"{stance.lead}: {_lower(content, words)}"


def _spoken(actor: str, said: str, words: Words, opens: bool = False) -> str:
    named = voice(actor, words, opens)
    # An explanation set off by a comma needs its second comma before the verb.
    closed = "," if re.search(r", (?!.*, and )", named) and not said.startswith(",") else ""
    return f"{named}{closed}{'' if said.startswith(',') else ' '}{said}"


def clause(entry: Entry, language: str = "en", opens: bool = True) -> str:
    """Return a statement as a clause that names its speaker, without a full stop.

    Parameters
    ----------
    entry : Entry
    language : str
        Language of the words around the summary; the summary stays as the editor wrote it.
    opens : bool
        Whether it opens a sentence.

    Examples
    --------
    A summary that is a bare statement is never let stand alone:

    >>> from types import SimpleNamespace
    >>> claim = SimpleNamespace(
    ...     id="c1", stance="asserts", about=("occurrence",), side="russia", also_about=(),
    ...     actor="Alexander Bogomaz, governor of Bryansk Region",
    ...     summary="A drone hit power facilities; no victims.",
    ... )
    >>> clause(Entry("trubchevsk", claim, None, None, False, None, None))
    'Alexander Bogomaz, governor of Bryansk Region, said: a drone hit power facilities (no victims)'
    """
    words = read_words(language)
    return _spoken(entry.claim.actor, _says(entry, words), words, opens)


def attribution_sentences(
    entries: Ledger, language: str = "en", voices: int = 3
) -> tuple[str, ...]:
    """Return one to three sentences: who affirms, who opposes, who leaves it open.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    language : str
        Language of the words around the summaries.
    voices : int
        How many clauses a sentence may have; each side is heard before a side is heard twice,
        and speakers left out are counted.

    Returns
    -------
    tuple of str
        Never empty: without claims it says that nobody is on record.
    """
    words = read_words(language)
    facts = tuple(entry for entry in entries if set(entry.claim.about) != {"response"}) or entries
    facts = surest_first(facts)
    named: set[str] = set()
    sentences = [
        _sentence([entry for entry in facts if entry.claim.stance in stances], words, voices, named)
        for stances in _CLASSES
    ]
    return tuple(sentence for sentence in sentences if sentence) or (words.nothing,)


def attribution_line(entries: Ledger, language: str = "en", voices: int = 3) -> str:
    """Return the attribution sentences as one line, such as a card or a caption shows."""
    return " ".join(attribution_sentences(entries, language, voices))


def _sentence(entries: list[Entry], words: Words, voices: int, named: set[str]) -> str:
    """Return the sentence of one class of stances; empty where nobody takes any of them.

    `named` gathers whom the line has introduced: a second mention needs no title.
    """
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_group(entry), []).append(entry)
    chosen = _choose(list(groups.values()), voices)
    heard = {entry.claim.actor for group in chosen for entry in group}
    unheard = len({entry.claim.actor for entry in entries} - heard)
    clauses: list[str] = []
    for group in chosen:
        clauses.append(_group_clause(group, words, not clauses, named))
        named |= {entry.claim.actor for entry in group}
    if unheard:
        clauses.append(words.more["one" if unheard == 1 else "many"].format(count=unheard))
    return "; ".join(clauses) + "." if clauses else ""


def _group(entry: Entry) -> tuple[str, ...]:
    """Return what statements must share to be told in one clause: a speaker, or a denial."""
    claim = entry.claim
    if claim.stance not in _GATHERED:
        return (claim.actor,)
    side = claim.side if claim.stance == "denies" else ""
    return (claim.stance, side, _main_topic(entry))


def _main_topic(entry: Entry) -> str:
    about = entry.claim.about or ("occurrence",)
    return "occurrence" if "occurrence" in about else about[0]


def _weight(group: list[Entry]) -> tuple[int, bool]:
    """Return what goes first: who speaks to most of the core, then who does not pass on others."""
    core = {topic for entry in group for topic in entry.claim.about} & _CORE
    return -len(core), all(entry.claim.basis in _SECOND_HAND for entry in group)


def _choose(groups: list[list[Entry]], voices: int) -> list[list[Entry]]:
    """Return the groups to tell, in the order given; each side once before any side twice."""
    heard: dict[str, int] = {}
    turns: list[tuple[int, int, list[Entry]]] = []
    for group in sorted(groups, key=_weight):
        side = group[0].claim.side
        heard[side] = heard.get(side, 0) + 1
        turns.append((heard[side], len(turns), group))
    kept = [group for *_, group in sorted(turns, key=lambda turn: turn[:2])[:voices]]
    return [group for group in groups if any(group is one for one in kept)]


def _group_clause(group: list[Entry], words: Words, opens: bool, named: set[str]) -> str:
    actors = list(dict.fromkeys(entry.claim.actor for entry in group))
    if len(actors) == 1:
        [actor] = actors
        shorts = [short_name(other) for other in named]
        known = actor in named and shorts.count(short_name(actor)) == 1
        # Two statements by one speaker are enough for a line; those on the core go first.
        told = sorted(group, key=lambda entry: _weight([entry]))[:2]
        first, *more = (_says(entry, words) for entry in group if entry in told)
        said = f", {words.conjunction} ".join([first, *(part.removeprefix(", ") for part in more)])
        return _spoken(short_name(actor) if known else actor, said, words, opens)
    stance = words.stances[group[0].claim.stance]
    topic = words.topics.get(_main_topic(group[0]), words.topics["occurrence"])
    said = stance.plain.format(topics=topic.phrase, denied=topic.denied)
    listed = [_bracketed(actor, words, opens and not at) for at, actor in enumerate(actors)]
    return f"{join(listed, words.conjunction)} {said}"


def _bracketed(actor: str, words: Words, opens: bool) -> str:
    """Return a speaker for a list, where commas would run into one another."""
    named, short = voice(actor, words, opens), short_name(actor)
    rest = _plain(actor)[len(short) :].strip(" ,")
    if not rest:
        return named
    kept = named[: len(named) - len(_plain(actor)) + len(short)]
    return f"{kept} {rest}" if rest.startswith("(") else f"{kept} ({rest})"
