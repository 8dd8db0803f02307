"""Four boxes: what we know, what is claimed, what is disputed, what nobody knows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from geo.claims.clauses import clause
from geo.claims.corroboration import corroborated, counted_origins
from geo.claims.grid import TOPICS
from geo.claims.ledger import Entry, Ledger, surest_first
from geo.claims.origins import CHECKABLE, affirming, independent_origins, opposing
from geo.claims.speakers import join, short_name, voice
from geo.claims.words import Words, read_words

_OPEN = frozenset({"cannot_verify", "urges_caution", "neither_confirms_nor_denies"})
# What nobody has said about these is worth a line; that nobody has reacted is not.
_ASKED = tuple(topic for topic in TOPICS if topic != "response")
_CORE = ("occurrence", "perpetrator", "intent")


@dataclass(frozen=True)
class Sentence:
    """One attributed sentence, the topics it is about and the claims it rests on.

    `claims` holds entry keys (event#claim); it is empty only where the sentence says that
    nobody is on record.
    """

    text: str
    topics: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Boxes:
    """The four boxes; each may be empty."""

    known: tuple[Sentence, ...]
    claimed: tuple[Sentence, ...]
    disputed: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]


def four_boxes(entries: Ledger, parties: Collection[str] = (), language: str = "en") -> Boxes:
    """Return what is known, claimed, disputed and unknown, made from a ledger by rule.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    parties : collection of str
        Sides that are parties to the conflict.
    language : str
        Language of the words around the summaries.

    Returns
    -------
    Boxes
        Every sentence names who says it. A ledger without claims fills the last box alone.

    Notes
    -----
    A topic is known where two origins affirm it, one of them open to check (`corroborated`);
    else disputed where somebody affirms and somebody else opposes; else claimed. Unknown is
    what nobody spoke about, what speakers left open while it was not known, and what has only
    words for it: no witness, picture or document from outside the parties.
    """
    words = read_words(language)
    entries = surest_first(entries)
    known = tuple(topic for topic in _ASKED if corroborated(entries, topic, parties))
    disputed = tuple(topic for topic in TOPICS if topic not in known and _clash(entries, topic))
    return Boxes(
        known=_known(entries, known, parties, language),
        claimed=_claimed(entries, {*known, *disputed}, language),
        disputed=tuple(_disputed(entries, topic, words) for topic in disputed),
        unknown=(
            *_left_open(entries, known, language),
            *_unchecked(entries, known, parties, words),
            *_silent(entries, words),
        ),
    )


def _keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.key for entry in entries))


def _clash(entries: Ledger, topic: str) -> bool:
    affirmed = {entry.claim.actor for entry in affirming(entries, {topic})}
    opposed = {entry.claim.actor for entry in opposing(entries, topic)}
    return bool(affirmed and opposed) and len(affirmed | opposed) > 1


def _topics(topics: Iterable[str], words: Words, conjunction: str) -> str:
    return join([words.topics[topic].phrase for topic in topics], conjunction)


def _opening(text: str) -> str:
    return text[0].upper() + text[1:]


def _known(
    entries: Ledger, topics: tuple[str, ...], parties: Collection[str], language: str
) -> tuple[Sentence, ...]:
    words = read_words(language)
    # Topics that rest on the same statements share a sentence.
    shared: dict[Ledger, dict[str, int]] = {}
    for topic in topics:
        origins = counted_origins(entries, topic, parties)
        open_to_check = [origin for origin in origins if origin.checkable] or origins
        told = tuple(_clearest(origin.entries, parties) for origin in open_to_check)
        shared.setdefault(told + opposing(entries, topic), {})[topic] = len(origins)
    return tuple(
        Sentence(
            words.boxes["known" if len(set(counts.values())) == 1 else "known_least"].format(
                topics=_opening(_topics(counts, words, words.conjunction)),
                clauses="; ".join(clause(entry, language, opens=False) for entry in told),
                count=min(counts.values()),
            ),
            tuple(counts),
            _keys(told),
        )
        for told, counts in shared.items()
    )


def _clearest(entries: Ledger, parties: Collection[str]) -> Entry:
    """Return the statement of an origin that says best why it is more than a word."""
    return max(
        entries,
        key=lambda entry: (
            entry.claim.side not in parties,
            entry.claim.basis in CHECKABLE,
            entry.claim.stance == "corroborates",
        ),
    )


def _claimed(entries: Ledger, decided: set[str], language: str) -> tuple[Sentence, ...]:
    statements = {entry.key for entry in affirming(entries, TOPICS)}
    statements |= {entry.key for topic in TOPICS for entry in opposing(entries, topic)}
    sentences = []
    for entry in entries:
        topics = tuple(topic for topic in entry.claim.about if topic not in decided)
        if topics and entry.key in statements:
            sentences.append(Sentence(f"{clause(entry, language)}.", topics, (entry.key,)))
    return tuple(sentences)


def _disputed(entries: Ledger, topic: str, words: Words) -> Sentence:
    taking_part = (*affirming(entries, {topic}), *opposing(entries, topic))
    by_stance: dict[str, dict[str, None]] = {}
    for entry in taking_part:
        by_stance.setdefault(entry.claim.stance, {})[entry.claim.actor] = None
    positions = (
        f"{join([_named(actor, entries, words) for actor in actors], words.conjunction)} "
        f"{words.stances[stance].took}"
        for stance, actors in by_stance.items()
    )
    text = words.boxes["disputed"].format(
        topics=_opening(words.topics[topic].phrase), positions="; ".join(positions)
    )
    return Sentence(text, (topic,), _keys(taking_part))


def _named(actor: str, entries: Ledger, words: Words) -> str:
    """Return a short name, or the full one where two speakers share the short one."""
    others = {entry.claim.actor for entry in entries} - {actor}
    short = short_name(actor)
    return voice(actor if short in map(short_name, others) else short, words)


def _left_open(entries: Ledger, known: tuple[str, ...], language: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(f"{clause(entry, language)}.", open_topics, (entry.key,))
        for entry in entries
        if entry.claim.stance in _OPEN
        and (open_topics := tuple(topic for topic in entry.claim.about if topic not in known))
    )


def _unchecked(
    entries: Ledger, known: tuple[str, ...], parties: Collection[str], words: Words
) -> tuple[Sentence, ...]:
    sentences = []
    for topic in _CORE:
        statements = (*affirming(entries, {topic}), *opposing(entries, topic))
        origins = independent_origins(entries, parties, {topic})
        if topic in known or not statements or any(origin.checkable for origin in origins):
            continue
        template = words.boxes["unchecked_one" if len(statements) == 1 else "unchecked"]
        text = template.format(topics=_opening(words.topics[topic].phrase), count=len(statements))
        sentences.append(Sentence(text, (topic,), _keys(statements)))
    return tuple(sentences)


def _silent(entries: Ledger, words: Words) -> tuple[Sentence, ...]:
    spoken = {topic for entry in entries for topic in entry.claim.about}
    silent = tuple(topic for topic in _ASKED if topic not in spoken)
    if not silent:
        return ()
    text = words.boxes["silent"].format(topics=_topics(silent, words, words.alternative))
    return (Sentence(text, silent, ()),)
