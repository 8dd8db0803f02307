"""What leaves the app of an old version of the data says that the data are old."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

from geo.cli.main import main
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import PAPERS, Paper, Picture
from geo.publishing.citation import cite
from geo.publishing.export import FORMATS, export_view
from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import Briefing, Step
from geo.story.parts.sentence import Sentence
from geo.story.view import View, open_view
from tests.drawing.picture.reading import read_words
from tests.event_texts import collection, record
from tests.publishing.export.readers import KML, kml_of, table_of
from tests.story_folders import write_story

ADDRESS = "https://maps.example/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story of one event at its first version, and of two now."""
    folder = write_story(tmp_path_factory.mktemp("old") / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def old(folder: Path) -> View:
    version = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    with pytest.warns(UserWarning, match=f"These are the data of version {version}"):
        return open_view(folder, f"?data={version}")


def read_geopackage(view: View) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(export_view(view, "gpkg"))
    return str(database.execute("SELECT what, text FROM about").fetchall())


# Where each kind of file says that its data are old.
DATA_NOTES: dict[str, Callable[[View], str]] = {
    "geojson": lambda view: str(json.loads(export_view(view, "geojson")).get("data_note", "")),
    "csv": lambda view: table_of(view, "csv")[0]["record_data_note"],
    "claims": lambda view: table_of(view, "claims")[0]["record_data_note"],
    "xlsx": lambda view: str(
        list(openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx")))["about"].values)
    ),
    "kmz": lambda view: " ".join(kml_of(view).itertext(f"{KML}value")),
    "gpkg": read_geopackage,
    "parquet": lambda view: (
        parquet.read_metadata(io.BytesIO(export_view(view, "parquet"))).metadata[b"about"].decode()
    ),
}


def test_each_kind_of_file_has_a_row_in_each_table() -> None:
    assert list(FORMATS) == list(DATA_NOTES), "add a row to DATA_NOTES in this file"
    assert list(FORMATS) == list(ABOUT), "add a row to ABOUT in this file"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_says_in_a_sentence_that_its_data_are_old(
    kind: str, old: View, folder: Path
) -> None:
    assert old.current.note in DATA_NOTES[kind](old)
    assert "These are the data of" not in DATA_NOTES[kind](open_view(folder))


def test_the_link_in_a_file_leads_to_its_own_data(old: View, folder: Path) -> None:
    views = (old, open_view(folder))
    links = [json.loads(export_view(view, "geojson", address=ADDRESS))["link"] for view in views]
    assert links == [f"{ADDRESS}?data={view.record.version}" for view in views]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_kind_of_file_and_the_citation_name_their_data(
    kind: str, old: View, folder: Path
) -> None:
    """A link without it would show other events once the data have changed."""
    for view in (old, open_view(folder)):
        link = f"{ADDRESS}?data={view.record.version}"
        assert link in ABOUT[kind](export_view(view, kind, address=ADDRESS))
        cited = cite(view, date(2026, 1, 2), address=ADDRESS)
        assert link in str(cited)
        assert f"url = {{{link}}}" in cited.bibtex()


# Where each kind of file says what it is.
ABOUT: dict[str, Callable[[bytes], str]] = {
    "geojson": lambda content: str(json.loads(content)["link"]),
    "csv": bytes.decode,
    "claims": bytes.decode,
    "xlsx": lambda content: str(list(openpyxl.load_workbook(io.BytesIO(content))["about"].values)),
    "kmz": lambda content: zipfile.ZipFile(io.BytesIO(content)).read("doc.kml").decode(),
    "gpkg": lambda content: content.decode(errors="replace"),
    "parquet": lambda content: (
        parquet.read_metadata(io.BytesIO(content)).metadata[b"link"].decode()
    ),
}


def test_a_citation_of_old_data_says_so(old: View, folder: Path) -> None:
    note = old.current.note
    assert note in str(cite(old, date(2026, 1, 2)))
    assert note in cite(old, date(2026, 1, 2)).bibtex()
    assert "newest" not in str(cite(open_view(folder), date(2026, 1, 2)))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_a_picture_of_old_data_says_so(paper: Paper, old: View, folder: Path) -> None:
    wanted = old.current.note.replace(" ", "")
    drawn = [draw_picture(view, Picture("svg", paper)) for view in (old, open_view(folder))]
    assert [wanted in read_words(one).replace(" ", "") for one in drawn] == [True, False]


def test_the_command_line_draws_the_data_that_a_link_names(
    old: View, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "map.svg"
    link = f"{ADDRESS}?data={old.record.version}"
    assert main(["picture", link, "--out", str(out), "--story", str(folder)]) == 0
    assert old.current.note.replace(" ", "") in read_words(out.read_bytes()).replace(" ", "")


def test_one_file_of_old_data_says_so(old: View, folder: Path) -> None:
    step = Step(id="one", headline="A", sentences=(Sentence(text="A.", rests_on=("a",)),))
    briefing = Briefing(title="B", steps=(step,))
    pages = [build_one_file(briefing, view).decode() for view in (old, open_view(folder))]
    assert [old.current.note in page for page in pages] == [True, False]
