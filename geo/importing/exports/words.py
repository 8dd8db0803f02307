"""Words of another story in a file of this project: kept for the desk, and named in a sentence."""

from geo.errors import quote
from geo.events.rejections import Rejection
from geo.events.story_words import EXTENSIBLE, find_story_words
from geo.events.vocabulary import Vocabulary, Word
from geo.importing.outcome.outcome import Outcome
from geo.importing.rows.note import join_notes


def accept_words(vocabulary: Vocabulary, rejected: tuple[Rejection, ...]) -> Vocabulary | None:
    """Return the vocabulary with the words for which events were rejected.

    None if an event was rejected for something else.
    """
    words = find_story_words(rejected)
    if any(one.field not in words for one in rejected):
        return None
    own = {field: {word: Word(word, "") for word in found} for field, found in words.items()}
    return vocabulary.extend(own, vocabulary.declared_in)


def note_words(outcome: Outcome, vocabulary: Vocabulary) -> None:
    """Move words that the story does not have to the desk's note, as those of any table."""
    for made in outcome.made:
        members = made.feature["properties"]
        assert isinstance(members, dict)
        for field, declared_in in EXTENSIBLE.items():
            word = members.get(field)
            if not isinstance(word, str) or word in vocabulary[field]:
                continue
            del members[field]
            members["note"] = join_notes([str(members.get("note") or "")], {field: word})
            outcome.remark(
                f"{field} {quote(word)} is not a word of this story, kept in the desk's note; to "
                f"keep it, declare it in {declared_in} of story.json before the import",
                made.row,
            )
