"""What a reader keeps of the events, and how surely each kept event belongs."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.events import Claim
from geo.events.vocabulary import label
from geo.times import Mask, Range, Zone, all_definite, choose_presence, describe_range, membership

# Fields in which a reader picks words. The names are columns of the events frame.
WORD_FIELDS = ("group", "event_type", "target_type", "verification", "attribution", "region")


@dataclass(frozen=True)
class Reach:
    """How far from the border an event lies, in kilometres, both ends included.

    An event inside the border counts as nearer than 0 km; None leaves an end open.
    """

    low_km: float | None = None
    high_km: float | None = None

    def __post_init__(self) -> None:
        if self.low_km is not None and self.high_km is not None and self.low_km > self.high_km:
            raise ValueError(f"reach: {self.low_km:g} to {self.high_km:g} km, wanted low to high")

    def __str__(self) -> str:
        if self.low_km is None:
            return f"up to {self.high_km:g} km from the border"
        if self.high_km is None:
            return f"{self.low_km:g} km or more from the border"
        return f"{self.low_km:g} to {self.high_km:g} km from the border"


@dataclass(frozen=True)
class Filters:
    """What to keep. Every default keeps everything."""

    range: Range | None = None
    zone: Zone = "place"
    group: frozenset[str] = field(default_factory=frozenset)
    event_type: frozenset[str] = field(default_factory=frozenset)
    target_type: frozenset[str] = field(default_factory=frozenset)
    verification: frozenset[str] = field(default_factory=frozenset)
    attribution: frozenset[str] = field(default_factory=frozenset)
    region: frozenset[str] = field(default_factory=frozenset)
    voices: frozenset[str] = field(default_factory=frozenset)
    reach: Reach | None = None
    text: str = ""


# What a reader can ask of the claims as a whole; each word is a boolean column of the events.
VOICES: dict[str, str] = {
    "any_party_denies": "a party denies",
    "one_origin_only": "one origin only",
}


def apply_filters(events: pd.DataFrame, filters: Filters) -> pd.Series:
    """Return for each event what the filters make of it.

    Parameters
    ----------
    events : DataFrame, n rows
        With the columns of `read_events`, and low_m, high_m where a reach is asked for.
    filters : Filters

    Returns
    -------
    Series of PRESENCE, n values
        "definite" or "possible" where the event is kept, "outside" where only the date
        range leaves it out, "hidden" where another filter does. The four always add up
        to n.
    """
    time = membership(events, filters.range, filters.zone)
    reach = _reach_membership(events, filters.reach)
    hidden = ~_words_match(events, filters) | (reach == "outside").to_numpy()
    possible = (time == "possible") | (reach == "possible")
    masks: dict[str, Mask] = {"hidden": hidden, "outside": time == "outside", "possible": possible}
    return choose_presence(masks, "definite", events.index)


def kept(presence: pd.Series) -> pd.Series:
    """Return a mask of the events that are shown, definite and possible."""
    return presence.isin(["definite", "possible"])


def word_choices(events: pd.DataFrame) -> pd.DataFrame:
    """Return the fields in which a reader picks words, as categories."""
    return pd.DataFrame({name: events[name].astype("category") for name in WORD_FIELDS})


def _words_match(events: pd.DataFrame, filters: Filters) -> NDArray[np.bool_]:
    match = np.ones(len(events), dtype=bool)
    for name in WORD_FIELDS:
        chosen = getattr(filters, name)
        if chosen:
            match &= events[name].isin(chosen).to_numpy(bool)
    for voice in filters.voices:
        match &= events[voice].to_numpy(bool)
    if filters.text:
        match &= text_matches(events["search_text"], filters.text).to_numpy(bool)
    return match


def text_matches(search_texts: pd.Series, text: str) -> pd.Series:
    """Return a mask of the events in whose `search_text` every word of a text stands."""
    match = pd.Series(True, index=search_texts.index)
    for word in fold(text).split():
        match &= search_texts.str.contains(word, regex=False)
    return match


def _reach_membership(events: pd.DataFrame, reach: Reach | None) -> pd.Series:
    if reach is None:
        return all_definite(events.index)
    low = -np.inf if reach.low_km is None else reach.low_km * 1000
    high = np.inf if reach.high_km is None else reach.high_km * 1000
    overlaps = (events["low_m"] <= high) & (events["high_m"] >= low)
    within = (events["low_m"] >= low) & (events["high_m"] <= high)
    return choose_presence({"definite": within, "possible": overlaps}, "outside", events.index)


def fold(text: str) -> str:
    """Return text as it is searched: without case, accents and invisible signs.

    Examples
    --------
    >>> fold("КРЕМЛЬ") == fold("Кремль")
    True
    >>> fold("Gubástovo\u200b")
    'gubastovo'
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_VISIBLE)


class _Visible(dict[int, int | None]):
    """For `str.translate`: accents and invisible signs go, and each sign is looked up once."""

    def __missing__(self, code: int) -> int | None:
        unseen = unicodedata.category(chr(code)) in ("Mn", "Cf", "Cc")
        self[code] = None if unseen else code
        return self[code]


_VISIBLE = _Visible()


def search_text(events: pd.DataFrame) -> pd.Series:
    """Return all that a reader may search of each event, folded.

    Titles, places in both spellings, the summary, the target, and who is on record saying
    what, so that 'Кремль' and 'Kremlin' both find the Kremlin.
    """
    # Folding goes sign by sign, so that parts can be folded alone, and the same part once.
    folded = cache(fold)
    texts = [
        " ".join(map(folded, [*filter(None, words), *_spoken(claims)]))
        for *words, claims in zip(
            *(events[name] for name in ("title", "place", "place_local", "region")),
            *(events[name] for name in ("summary", "target", "claims")),
            strict=True,
        )
    ]
    return pd.Series(texts, index=events.index, dtype=object)


def _spoken(claims: Iterable[Claim]) -> list[str]:
    return [text for claim in claims for text in (claim.actor, claim.summary) if text]


def describe_filters(filters: Filters, group_labels: Mapping[str, str] | None = None) -> str:
    """Return the filters in words, for a caption, a file or a citation.

    Examples
    --------
    >>> describe_filters(Filters())
    'all events'
    >>> describe_filters(Filters(region=frozenset({"Moscow"}), reach=Reach(high_km=450)))
    'region: Moscow; up to 450 km from the border'
    """
    clauses = []
    if filters.range:
        clock = "UTC" if filters.zone == "utc" else "in the time of the place"
        clauses.append(f"{describe_range(filters.range)} {clock}")
    for name in WORD_FIELDS:
        if chosen := getattr(filters, name):
            labels = group_labels if name == "group" and group_labels else {}
            words = " or ".join(labels.get(word, label(name, word)) for word in sorted(chosen))
            clauses.append(f"{name.replace('_', ' ')}: {words}")
    clauses += [VOICES[voice] for voice in sorted(filters.voices)]
    if filters.reach:
        clauses.append(str(filters.reach))
    if filters.text:
        clauses.append(f"containing {filters.text!r}")
    return "; ".join(clauses) or "all events"


def is_default(filters: Filters) -> bool:
    """Whether the filters keep everything (the zone alone hides nothing)."""
    return all(
        getattr(filters, part.name) == getattr(Filters(), part.name)
        for part in fields(Filters)
        if part.name != "zone"
    )
