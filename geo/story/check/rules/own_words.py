"""Rules of a story's own words: a type says what is reported, never who is said to have done it."""

from geo.claims.wording.party_names import find_party_names
from geo.errors import quote
from geo.story.check.finding import Finding
from geo.story.story_file import Story


def check_own_words(story: Story) -> tuple[Finding, ...]:
    """Return the own types of event that name a party of the story."""
    names = find_party_names(story.declared_sides)
    if names is None:
        return ()
    return tuple(
        Finding("should", "story.json", f"event_types.{number}.{member}", quote(found[0]), _WANTED)
        for number, word in enumerate(story.event_types)
        for member in ("label", "meaning")
        if (found := names.search(getattr(word, member)))
    )


_WANTED = "a kind of event that names no party: who did it is another question, with its own words"
