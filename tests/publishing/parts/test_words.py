"""Words for little room: nothing is cut that its end may deny."""

from geo.publishing.parts.words import choose_line, shorten


def test_the_longest_line_that_has_room_is_whole() -> None:
    fits, longer = "a" * (300 - len("A fire. ")), "b" * (301 - len("A fire. "))
    assert choose_line("A fire.", [longer, fits, "short"]) == f"A fire. {fits}"
    assert choose_line("A fire.", [longer]) == "A fire. …"
    assert choose_line("A fire.", [" in\n two  lines "]) == "A fire. in two lines"


def test_what_is_cut_says_so() -> None:
    whole = "A quay. " * 40
    assert shorten(whole[:300]) == whole[:300].strip()
    cut = shorten(whole)
    assert cut.endswith("A quay…")
    assert 285 < len(cut) <= 300
    assert shorten("é" * 400) == "é" * 299 + "…"
