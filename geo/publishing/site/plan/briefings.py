"""Which briefings a site has, and where their pages lie."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from geo.publishing.site.paths import INDEX
from geo.publishing.site.plan.folder_names import name_folders
from geo.story.briefings.briefing import Briefing, Step, list_briefings, read_briefing
from geo.story.check.finding import select_refusals
from geo.story.check.rules.briefings import check_briefing
from geo.story.current import Current


@dataclass(frozen=True)
class PublishedBriefing:
    """A briefing and where it lies on the site.

    Attributes
    ----------
    name : str
        Of its file, as a link of the app names it.
    folder : str
        Of its pages below ``briefing/``.
    content : Briefing
    """

    name: str
    folder: str
    content: Briefing

    @property
    def path(self) -> str:
        """The page that plays it, within the site."""
        return f"briefing/{self.folder}/{INDEX}"

    @property
    def sheet_path(self) -> str:
        """The page of all its steps with their pictures, for paper."""
        return f"briefing/{self.folder}/sheet/{INDEX}"

    @property
    def file_path(self) -> str:
        """The briefing as one file that opens without the site."""
        return f"downloads/briefing-{self.folder}.html"

    def step_path(self, number: int) -> str:
        """Return the link within the site to a step, counted from 1."""
        return f"{self.path}#step-{number}"


@dataclass(frozen=True)
class BriefingStep:
    """A step that rests on an event, as the event's page links to it."""

    briefing: PublishedBriefing
    number: int
    step: Step

    @property
    def link(self) -> str:
        """The link to it within the site."""
        return self.briefing.step_path(self.number)


def plan_briefings(current: Current) -> tuple[PublishedBriefing, ...]:
    """Return the briefings of a story that its record supports; the app shows no other either.

    Raises
    ------
    StoryFileError
        If a file is not a briefing.
    """
    contents = {
        name: read_briefing(current.folder, name) for name in list_briefings(current.folder)
    }
    folders = name_folders(contents)
    return tuple(
        PublishedBriefing(name, folders[name], content)
        for name, content in contents.items()
        if not select_refusals(check_briefing(content, current.record, current.story, name))
    )


def list_steps_of(briefings: Iterable[PublishedBriefing]) -> dict[str, list[BriefingStep]]:
    """Return the steps that rest on an event, by its id; only events that any rests on."""
    steps: dict[str, list[BriefingStep]] = {}
    for briefing in briefings:
        for number, step in enumerate(briefing.content.steps, 1):
            addresses = {one for sentence in step.all_sentences for one in sentence.rests_on}
            for event in {re.split("[#@]", address)[0] for address in addresses}:
                steps.setdefault(event, []).append(BriefingStep(briefing, number, step))
    return steps
