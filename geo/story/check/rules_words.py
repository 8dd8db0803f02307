"""Rules of words: sides and groups are those that the story declares."""

from collections.abc import Iterator

from geo.story.check.remark import Checked, Remark
from geo.story.undeclared import find_undeclared


def find_undeclared_words(checked: Checked) -> Iterator[Remark]:
    """Yield sides and groups that the story does not declare, with what was probably meant."""
    for word in find_undeclared(checked.story, checked.events):
        wanted = word.wanted
        if word.field.endswith(".side"):
            wanted += "; until then it speaks for nobody"
        yield Remark(word.event, word.field, word.found, wanted)
