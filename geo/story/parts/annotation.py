"""A note of the story on the time axes: a day or an interval, and what is said of it."""

from datetime import UTC
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from geo.link.values import read_end, read_moment
from geo.story.files.problems import MOMENT
from geo.story.parts.sentence import Sentence
from geo.times import MINUTE, Range, Zone, describe_range

MOST_ANNOTATIONS, MOST_LETTERS = 20, 160


class Annotation(Sentence):
    """A note on the axes of time: from when to when, what is said, and what that rests on.

    `from` and `to` are written as in a link: a day, or a minute on the clock of the story. Without
    `to` it is that day, or that minute.
    """

    from_: str = Field(alias="from", pattern=MOMENT)
    to: str | None = Field(default=None, pattern=MOMENT)

    @model_validator(mode="after")
    def _check(self) -> "Annotation":
        try:
            self.range()
        except ValueError as error:
            found = f"from {self.from_} to {self.to}" if self.to else self.from_
            raise ValueError(f"found {found}, wanted days that exist, from before to") from error
        if len(self.text) > MOST_LETTERS:
            raise ValueError(
                f"found a text of {len(self.text)} characters, wanted {MOST_LETTERS} at most"
            )
        return self

    def range(self) -> Range:
        """Return its time on the clock of the story."""
        start = read_moment(self.from_)
        end = read_end(self.to or self.from_)
        return Range(start, end if end > start or self.to else start + MINUTE)

    def range_in(self, zone: Zone, story_zone: str) -> Range:
        """Return its time on the clock that an axis is on."""
        own = self.range()
        if zone == "place":
            return own
        ends = (
            moment.replace(tzinfo=ZoneInfo(story_zone)).astimezone(UTC).replace(tzinfo=None)
            for moment in (own.start, own.end)
        )
        return Range(*ends)

    @property
    def when(self) -> str:
        """Its time in words, on the clock of the story."""
        return describe_range(self.range())
