"""A new story: a folder with all that it needs to be opened."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from geo.border import read_border
from geo.border.countries import check_country
from geo.errors import StoryFileError, quote
from geo.story.files.folder_name import name_folder
from geo.story.new_story.entry_sheet import write_entry_sheet
from geo.story.story_file import Story, read_story

_BLANK = Path(__file__).parent / "blank"
_BUNDLED_BORDER = (
    "The border is a bundled one, true to about 1 km. To measure to a better one, put\n"
    'its file here and name it in story.json: `"border": {"file": "border.geojson"}`.'
)


@dataclass(frozen=True)
class NewStory:
    """What is asked for.

    Attributes
    ----------
    title, zone, language : str
        Of `Story`.
    border : str or None
        The ISO 3166-1 alpha-3 code of a country, or the path of a file.
    words_of : Story or None
        The story whose own words it declares too: events that use them are rejected without.
    """

    title: str
    zone: str = "UTC"
    language: str = "en"
    border: str | None = None
    words_of: Story | None = None


def write_new_folder(folder: Path, asked: NewStory) -> None:
    """Write the folder of a new story: it can be opened as it is, without any event.

    Raises
    ------
    StoryFileError
        If there is anything in the folder, nothing can be written there, or a member is wrong:
        then nothing is left behind.
    BorderFileError
        If the file of the border cannot be used.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        found = "files there already" if folder.is_dir() else "a file"
        raise StoryFileError(
            f"{name_folder(folder)}: found {found}, wanted a new or an empty folder; "
            "nothing was written"
        )
    border = _choose_border(asked.border)
    story = _format_json(_describe_story(asked, border))
    there_before = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_files(folder, story, asked, border)
        write_entry_sheet(folder / "events.xlsx", read_story(folder))
    except OSError as error:
        _undo(folder, there_before)
        raise StoryFileError(
            f"{name_folder(folder)}: found no way to write there, "
            "wanted a folder that may be written"
        ) from error
    except BaseException:
        _undo(folder, there_before)
        raise


def _choose_border(named: str | None) -> dict[str, str] | None:
    """Return the member `border` of story.json."""
    if named is None:
        return None
    path = Path(named)
    if path.is_file():
        read_border(path)
        return {"file": f"border{path.suffix}"}
    try:
        return {"country": check_country(named)}
    except ValueError as error:
        raise StoryFileError(f"border: {error}, or name a file") from error


def _describe_story(asked: NewStory, border: dict[str, str] | None) -> dict[str, object]:
    """Return what story.json says."""
    return {
        "title": asked.title,
        "language": asked.language,
        "zone": asked.zone,
        **({"border": border} if border else {}),
        "groups": [],
        "sides": [],
        **(_list_own_words(asked.words_of) if asked.words_of else {}),
    }


def _write_files(
    folder: Path, story: bytes, asked: NewStory, border: dict[str, str] | None
) -> None:
    (folder / "story.json").write_bytes(story)
    events = _format_json({"type": "FeatureCollection", "features": []})
    (folder / "events.geojson").write_bytes(events)
    if border and asked.border and "file" in border:
        shutil.copyfile(asked.border, folder / border["file"])
    bundled = _BUNDLED_BORDER if border and "country" in border else ""
    readme = (_BLANK / "README.md").read_text("utf-8")
    texts = {"title": asked.title, "folder": name_folder(folder), "border": bundled}
    for name, text in texts.items():
        readme = readme.replace("{" + name + "}", text)
    # A folder's name may contain bytes that are not valid text.
    (folder / "README.md").write_bytes(f"{readme.rstrip()}\n".encode(errors="replace"))
    shutil.copyfile(_BLANK / "method.md", folder / "method.md")


def _list_own_words(story: Story) -> dict[str, object]:
    """Return the members of story.json that declare words, as far as a story has some."""
    members = set(story.vocabulary.declared_in.values())
    return story.model_dump(mode="json", include=members, exclude_defaults=True)


def _format_json(content: object) -> bytes:
    try:
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
    except UnicodeEncodeError as error:
        # A command line may hold bytes of another encoding than that of the terminal.
        found = quote(error.object[error.start : error.end])
        raise StoryFileError(
            f"a new story: found {found}, wanted text in the encoding of the terminal, UTF-8"
        ) from error


def _undo(folder: Path, there_before: bool) -> None:
    """Restore what was there before: nothing, or an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    if there_before:
        folder.mkdir(exist_ok=True)
