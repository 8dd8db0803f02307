"""How a search is explained: which words no event has, and what was looked for instead."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from geo.link.search.text_search import Respelling, SearchResult

_MOST_NAMED, _MOST_SUGGESTED = 4, 2


@dataclass(frozen=True)
class SearchNote:
    """What a reader reads of a search; text_search.js says the same in a page of one file.

    Attributes
    ----------
    text : str
        As the reader typed it.
    words : str
        Sentences; "" where every word was found as it is typed, all in one event.
    suggested : tuple of str
        Texts that may have been meant.
    is_empty : bool
        Whether no event has what is looked for, under any other filters.
    """

    text: str = ""
    words: str = ""
    suggested: tuple[str, ...] = ()
    is_empty: bool = False


def describe_search(
    text: str, result: SearchResult, spell: Callable[[str], str], kind: str = "event"
) -> SearchNote:
    """Return what the page says of a search.

    Parameters
    ----------
    text : str
    result : SearchResult
    spell : callable
        Returns a folded word as the record writes it.
    kind : str
        What is looked for, in the singular.

    Examples
    --------
    >>> import pandas as pd
    >>> from geo.link.search.text_search import find_text
    >>> result = find_text(pd.Series(["the harbour at ba"]), "Harbuor xyz")
    >>> describe_search("Harbuor xyz", result, str.title).words
    'No event has “Harbuor”; showing “Harbour”. No event has “xyz” or a word like it.'
    """
    is_empty = not result.mask.any()
    return SearchNote(
        text=text,
        words=" ".join(_explain(result, is_empty, spell, kind)),
        suggested=tuple(_suggest(text, result.suggested, spell)),
        is_empty=is_empty,
    )


def describe_read_as(result: SearchResult, spell: Callable[[str], str]) -> str:
    """Return how words had to be read, for a list of filters; "" if all are as typed.

    Examples
    --------
    >>> import pandas as pd
    >>> from geo.link.search.text_search import find_text
    >>> describe_read_as(find_text(pd.Series(["the harbour at ba"]), "Harbuor"), str.title)
    '“Harbuor” read as “Harbour”'
    """
    read = (f"“{one.typed}” read as {_name_found(one, spell)}" for one in result.read_as)
    return ", ".join(read)


def _explain(
    result: SearchResult, is_empty: bool, spell: Callable[[str], str], kind: str
) -> Iterator[str]:
    for one in result.read_as:
        yield f"No {kind} has “{one.typed}”; showing {_name_found(one, spell)}."
    for typed in result.missing:
        yield f"No {kind} has “{typed}” or a word like it."
    if is_empty and not result.missing:
        yield f"No {kind} has all these words together."


def _name_found(one: Respelling, spell: Callable[[str], str]) -> str:
    named = [f"“{spell(word)}”" for word in one.found[:_MOST_NAMED]]
    more = len(one.found) - len(named)
    if more:
        named.append(f"{more} more")
    *first, last = named
    return f"{', '.join(first)} or {last}" if first else last


def _suggest(
    text: str, suggested: Iterable[Respelling], spell: Callable[[str], str]
) -> Iterator[str]:
    for one in suggested:
        for word in one.found[:_MOST_SUGGESTED]:
            yield text.replace(one.typed, spell(word), 1)
