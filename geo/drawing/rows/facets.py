"""What the browser filters the event rows by: words, flags and distances, in columns."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.drawing.rows.encode_mask import encode_mask
from geo.link.fields import FIELDS, WordField
from geo.link.filters import VOICES
from geo.story.record import Record
from geo.story.story_file import Story


def build_facets(record: Record, story: Story, order: NDArray[np.intp]) -> dict[str, object]:
    """Return the facets of the events, as geo/drawing/browser/filters/facets.js reads them.

    Parameters
    ----------
    record : Record
    story : Story
        Names the groups and its own words.
    order : array of int, n values
        The number of each event row in the record.

    Returns
    -------
    dict
        fields: name, parameter of the link, title, words (id, label, meaning) and codes, n numbers
        that count into the words, -1 for none. voices: id, label, rows (`encode_mask`). low, high:
        n metres from the border, negative inside, to the millimetre; None where not known.
        reported: n milliseconds on the story's clock from which each is on record; None for never.
        versions: id and date, the oldest first, the data that are shown last. changed, added,
        edited: n places in the versions; see `History`.
    """
    events = pd.DataFrame(record.events[[*VOICES, "low_m", "high_m", "reported"]]).iloc[order]
    return {
        "fields": [
            _build_field(field, record.choices[column].iloc[order], story)
            for column, field in FIELDS.items()
        ],
        "voices": [
            {"id": voice, "label": words, "rows": encode_mask(events[voice].to_numpy(bool))}
            for voice, words in VOICES.items()
        ],
        "low": _round_metres(events["low_m"]),
        "high": _round_metres(events["high_m"]),
        "reported": _list_milliseconds(events["reported"]),
        "versions": [{"id": one.id, "date": one.date} for one in record.history.versions],
        "changed": record.history.changed[order].tolist(),
        "added": record.history.added[order].tolist(),
        "edited": record.history.edited[order].tolist(),
    }


def _build_field(field: WordField, column: pd.Series, story: Story) -> dict[str, object]:
    known = story.vocabulary.get(field.column, {})
    words = _sort_words(list(column.cat.categories), [g.id for g in story.groups], list(known))
    labels = [story.label(field.column, word) for word in words]
    meanings = [known[word].meaning if word in known else "" for word in words]
    return {
        "name": field.column,
        "parameter": field.parameter,
        "title": field.title,
        "words": [
            {"id": word, "label": words_, "meaning": meaning}
            for word, words_, meaning in zip(words, labels, meanings, strict=True)
        ],
        "codes": column.cat.set_categories(words).cat.codes.tolist(),
    }


def _sort_words(words: list[str], *orders: Sequence[str]) -> list[str]:
    """Words in the order of the story or of the vocabulary; others follow by name."""
    rank = {word: place for order in orders for place, word in enumerate(order)}
    return sorted(words, key=lambda word: (rank.get(word, len(rank)), word))


def _list_milliseconds(moments: pd.Series) -> list[int | None]:
    numbers = moments.dt.round("ms").astype("datetime64[ms]").astype("int64").tolist()
    return [None if lacks else ms for ms, lacks in zip(numbers, moments.isna(), strict=True)]


def _round_metres(values: pd.Series) -> list[float | None]:
    rounded = values.round(3)
    return [None if lacks else m for m, lacks in zip(rounded.tolist(), rounded.isna(), strict=True)]
