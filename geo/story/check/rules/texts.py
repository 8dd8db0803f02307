"""Rules of texts: no title, summary, damage or doubt states as a fact that a party did it."""

from collections.abc import Iterator

from geo.claims.wording.language import choose_language
from geo.claims.wording.perpetrators import find_stated_perpetrators
from geo.errors import quote
from geo.story.check.remark import Checked, Remark

_TEXTS = ("title", "summary", "damage", "doubt")


def find_perpetrators_in_texts(checked: Checked) -> Iterator[Remark]:
    """Yield texts that say what a party did, without who says so.

    An event whose attribution is established may say so. A text in a language without word lists
    is not read; the languages of a record are those of its story, and its briefings say which.
    """
    columns = checked.events[["attribution", *_TEXTS]]
    for event, attribution, *texts in columns.itertuples():
        if attribution == "established":
            continue
        around = " ".join(text for text in texts if isinstance(text, str))
        for field, text in zip(_TEXTS, texts, strict=True):
            if not isinstance(text, str):
                continue
            language = choose_language(text, checked.story.language, around).language
            if not language:
                continue
            sides = checked.story.declared_sides
            for perpetrator in find_stated_perpetrators(text, sides, language):
                yield Remark(event, field, quote(perpetrator.found), "the words of the speaker")
