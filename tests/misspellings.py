"""Words with a slip of the hand, for tests of what a slip must not do."""

from hypothesis import strategies as st

LETTERS = st.sampled_from("aeikotz")


@st.composite
def misspellings(draw: st.DrawFn, word: str) -> str:
    """Return a word with one letter changed, added, left out or swapped; digits stay."""
    at = draw(st.sampled_from([i for i, letter in enumerate(word) if letter.isalpha()]))
    letter = draw(LETTERS)
    swapped = word[at + 1 : at + 2] + word[at] if word[at + 1 : at + 2].isalpha() else letter
    return draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + swapped + word[at + len(swapped) :],
            ]
        )
    )
