"""What is on record about many events: how much is said, and where record and rule differ."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Literal, get_args

from geopandas import GeoDataFrame

from geo.claims import check_verification
from geo.claims.sentences.sentence_words import load_sentence_words
from geo.claims.stances.stance_classes import TOPICS
from geo.events import Claim
from geo.events.vocabulary import label
from geo.story.story_file import Story

Across = Literal["stance", "side"]
ACROSS: tuple[Across, ...] = get_args(Across)


def count_statements(claims: Iterable[Claim], story: Story, across: Across) -> dict[str, object]:
    """Return what `claims/counts.html` says: statements by topic, and by stance or side."""
    counts = Counter((topic, getattr(claim, across)) for claim in claims for topic in claim.about)
    most = max(counts.values(), default=1)
    heads = _list_heads(story, across, {word for _, word in counts})
    return {
        "across": across,
        "heads": [head for _, head in heads],
        "rows": [
            (topic, [(counts[topic, word], counts[topic, word] / most) for word, _ in heads])
            for topic in TOPICS
        ],
    }


def _list_heads(story: Story, across: Across, used: set[str]) -> list[tuple[str, dict[str, str]]]:
    """Words of the columns, those of the list first, with their headings."""
    if across == "stance":
        known = load_sentence_words().stances
        return [
            (word, {"symbol": known[word].symbol, "label": label("stance", word)})
            for word in known
            if word in used
        ]
    sides = dict.fromkeys([side.id for side in story.sides] + sorted(used))
    labels = story.side_label
    return [(side, {"symbol": "", "label": labels(side)}) for side in sides if side in used]


def describe_differences(
    events: GeoDataFrame,
    story: Story,
    link: Callable[[str], str],
    moment: datetime | None = None,
    among: Collection[str] | None = None,
) -> dict[str, object]:
    """Return what `claims/differences.html` says: where the record and its claims differ.

    Parameters
    ----------
    events : GeoDataFrame, n rows
    story : Story
    link : callable
        Returns the address of an event's page.
    moment : datetime, optional
        An instant; what came later is left out.
    among : collection of str, optional
        Only these events; the others only have statements about them.
    """
    checked = check_verification(events, story.declared_sides, moment)
    if among is not None:
        checked = checked[checked.index.isin(among)]
    differs = checked["differs"]
    differing = checked[differs]
    differing = differing.assign(title=events.loc[differing.index, "title"])
    return {
        "events": len(checked),
        "differing": len(differing),
        "rows": [
            row | {"link": link(str(event))} for event, row in differing.to_dict("index").items()
        ],
    }
