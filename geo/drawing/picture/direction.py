"""Lines of a paragraph with letters from both sides, each drawn as the whole paragraph is read.

The Unicode Bidirectional Algorithm (UAX #9) decides for a whole paragraph in which direction its
letters, numbers and punctuation are read, before it is broken into lines. matplotlib decides for
each line by itself: invisible marks say there what comes before and after it.
"""

import unicodedata
from collections.abc import Sequence

_MARKS = {"L": "\u200e", "R": "\u200f", "AL": "\u061c"}
# So many brackets may be open at once; after more, none is paired (BD16).
_MOST_OPEN = 63
_BRACKETS = dict(zip("([{〈《「『【〔（［｛", ")]}〉》」』】〕）］｝", strict=True))


def is_from_right(words: str) -> bool:
    """Return whether words are read from right to left, by their first letter.

    Examples
    --------
    >>> is_from_right("3 אזעקות"), is_from_right("IDF: אזעקות")
    (True, False)
    """
    directions = (unicodedata.bidirectional(one) for one in words)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def mark_lines(lines: Sequence[str], from_right: bool) -> list[str]:
    """Return the lines of a paragraph with the invisible marks that they need.

    Parameters
    ----------
    lines : sequence of str
    from_right : bool
        Whether the paragraph is read from right to left.
    """
    text, base = "".join(lines), "R" if from_right else "L"
    kinds = [unicodedata.bidirectional(one) for one in text]
    if not from_right and not {"R", "AL", "AN"} & {*kinds}:
        return list(lines)
    pairs = _pair_brackets(text)
    directions = _resolve_brackets(pairs, _resolve_numbers(kinds, base), base)
    marked, start = [], 0
    for line in lines:
        end = start + len(line)
        before = _find_before(start, kinds, directions, base)
        after = next((kind for kind in directions[end:] if kind), base)
        whole = _mark_brackets(line, start, pairs, directions)
        own = _MARKS[base] if before != base or from_right or is_from_right(line) else ""
        context = _MARKS[before] if before != base else ""
        marked.append(f"{own}{context}{whole}{_MARKS[after] if after != base else ''}")
        start = end
    return marked


def _find_before(start: int, kinds: Sequence[str], directions: Sequence[str], base: str) -> str:
    """Return the kind of letter that a line comes after."""
    letter = next((kind for kind in reversed(kinds[:start]) if kind in _MARKS), base)
    last = next((one for one in reversed(directions[:start]) if one), base)
    rest = zip(kinds[start:], directions[start:], strict=True)
    first = next((kind for kind, one in rest if one), "")
    # Punctuation after an Arabic number is read with it, numbers with the letter before it.
    return "R" if (letter, last) == ("L", "R") and first != "EN" else letter


def _resolve_numbers(kinds: Sequence[str], base: str) -> list[str]:
    """Return the direction of each letter and number, L or R; "" for the rest (W2, W7, N1)."""
    directions, last = [], base
    for kind in kinds:
        if kind in _MARKS:
            last = "L" if kind == "L" else "R"
        known = last if kind in _MARKS or kind == "EN" else ""
        directions.append("R" if kind == "AN" else known)
    return directions


def _resolve_brackets(
    pairs: Sequence[tuple[int, int]], directions: Sequence[str], base: str
) -> list[str]:
    """Return directions with those of brackets that have letters between them (N0)."""
    resolved = list(directions)
    for opens, closes in pairs:
        within = {*resolved[opens:closes]} - {""}
        if base in within:
            found = base
        elif within:
            found = next((one for one in reversed(resolved[:opens]) if one), base)
        else:
            continue
        resolved[opens] = resolved[closes] = found
    return resolved


def _pair_brackets(text: str) -> list[tuple[int, int]]:
    """Return where each bracket opens and closes, in the order in which they open (BD16)."""
    opened: list[tuple[int, str]] = []
    pairs = []
    for at, one in enumerate(text):
        if one in _BRACKETS:
            if len(opened) == _MOST_OPEN:
                break
            opened.append((at, _BRACKETS[one]))
        matching = [n for n, (_, closing) in enumerate(opened) if closing == one]
        if matching:
            pairs.append((opened[matching[-1]][0], at))
            del opened[matching[-1] :]
    return sorted(pairs)


def _mark_brackets(
    line: str, start: int, pairs: Sequence[tuple[int, int]], directions: Sequence[str]
) -> str:
    """Return a line whose brackets with the other one on another line have marks around them."""
    end = start + len(line)
    apart = {
        at
        for pair in pairs
        if len([one for one in pair if start <= one < end]) == 1
        for at in pair
        if directions[at]
    }
    return "".join(
        f"{_MARKS[directions[at]]}{one}{_MARKS[directions[at]]}" if at in apart else one
        for at, one in enumerate(line, start)
    )
