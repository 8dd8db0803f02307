"""A small story whose events are published, changed and published again."""

from collections.abc import Callable
from pathlib import Path

from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.site.cache.inputs import digest_events
from geo.publishing.site.cache.known_files import read_known_files
from geo.publishing.site.events.files import find_unchanged_events, write_event_files
from geo.publishing.site.explorer.files import draw_explorer
from geo.publishing.site.folder.file import File, hash_content
from geo.publishing.site.folder.last_site import open_last_site
from geo.publishing.site.folder.write import write_site
from geo.publishing.site.plan.plan import plan_site
from geo.publishing.site.publish import SiteChoices, publish_story
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.story_folders import point, write_story

Story = dict[str, dict[str, object]]
BASE = "https://news.example/"


def write_records(folder: Path, records: Story) -> None:
    write_story(folder, *(record(id_, **values) for id_, values in records.items()))


def make_records() -> Story:
    days = enumerate(("barge", "crane", "depot", "ferry", "gate"), 1)
    return {
        name: {
            "title": f"Fire at the {name}",
            "geometry": point(float(day), 0.5),
            "start": f"2023-05-0{day}T02:00:00+02:00",
            "end": f"2023-05-0{day}T03:00:00+02:00",
            "incident": "night" if name in ("depot", "ferry") else None,
        }
        for day, name in days
    }


def change(folder: Path, field: str, value: str) -> None:
    """Write the story with another value of one event."""
    records = make_records()
    records["crane"][field] = value
    write_records(folder / "story", records)


def publish(folder: Path) -> str:
    """Publish the story without pictures of places; return the hint that this gives."""
    choices = SiteChoices(folder / "site", draws_pictures=False)
    return publish_story(StoryFiles(folder / "story"), choices).hint


def publish_events(
    story: Path, out: Path, beside: Path | None, *, draws_pictures: bool = False
) -> tuple[set[str], dict[str, bytes]]:
    """Publish the events, and return which of them were written and what the folder holds."""
    plan = plan_site(open_current(StoryFiles(story)), BASE, draws_pictures=draws_pictures)
    known = read_known_files(open_last_site(out), beside)
    drawn = draw_explorer(plan, EmbeddedFiles({}))
    inputs = digest_events(plan, drawn)
    unchanged = find_unchanged_events(inputs, known)
    changed = [event for event in inputs if event not in unchanged]
    files: list[File] = [file for stay in unchanged.values() for file in stay.items()]
    files += write_event_files(plan, lambda path, _: path.encode(), drawn, changed)
    write_site(files, out)
    for path, content in files:
        known.note(inputs[path.split("/")[1]], path, hash_content(content))
    known.save(beside)
    return {path.split("/")[1] for path, one in files if isinstance(one, bytes)}, read_folder(out)


def read_folder(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def publish_twice(
    folder: Path,
    records: Story,
    change: Callable[[Story], None],
    *,
    draws_pictures: bool = False,
) -> set[str]:
    """Publish before and after a change, and return of which events files were written.

    The site must hold the bytes of one that is built from nothing.
    """
    story = folder / "story"
    write_records(story, records)
    first, _ = publish_events(story, folder / "site", folder, draws_pictures=draws_pictures)
    assert first == set(records)
    change(records)
    write_records(story, records)
    written, again = publish_events(story, folder / "site", folder, draws_pictures=draws_pictures)
    _, new = publish_events(story, folder / "another", None, draws_pictures=draws_pictures)
    assert again.keys() == new.keys()
    assert [path for path in new if again[path] != new[path]] == []
    return written
