"""The attribution line: an event in at most three sentences, each account somebody's own."""

from geo.claims.clauses import says, spoken
from geo.claims.ledger import Entry, Ledger, surest_first
from geo.claims.speakers import bracketed, join, short_name
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
        first, *more = (says(entry, words) for entry in group if entry in told)
        said = f", {words.conjunction} ".join([first, *(part.removeprefix(", ") for part in more)])
        return spoken(short_name(actor) if known else actor, said, words, opens)
    stance = words.stances[group[0].claim.stance]
    topic = words.topics.get(_main_topic(group[0]), words.topics["occurrence"])
    said = stance.plain.format(topics=topic.phrase, denied=topic.denied)
    listed = [bracketed(actor, words, opens and not at) for at, actor in enumerate(actors)]
    return f"{join(listed, words.conjunction)} {said}"
