"""Citations name filter, counts, version, day and link, and stay text wherever they are pasted."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.publishing.citation import Citation, cite
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

DAY = date(2023, 11, 5)


@pytest.fixture(scope="module")
def citation(tmp_path_factory: pytest.TempPathFactory) -> Citation:
    folder = write_story(tmp_path_factory.mktemp("s"), record("a"), record("b", group="south"))
    return cite(open_view(folder, "group=south&q=50%25"), DAY, address="https://maps.example/")


def test_plain_text_names_all_that_a_figure_needs(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("a"), record("b", group="south"))
    view = open_view(folder, "group=south")
    assert str(cite(view, DAY, address="https://maps.example/")) == (
        "The desk. Bridges & <b>roads</b>. "
        f"Version 7, as of 1 June 2023, data {view.record.version}. "
        "1 of 2 events; filter: group: The south. Distances to: The square (1). "
        "Licence: CC BY 4.0. Read on 5 November 2023. "
        f"https://maps.example/?group=south&data={view.record.version}"
    )


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a"), title="Only a title"))
    text = str(cite(view, DAY))
    assert text.startswith(f"Only a title. Data {view.record.version}. 1 event; filter: all events")
    assert "Licence" not in text
    assert text.endswith(f"Read on 5 November 2023. ?data={view.record.version}")
    assert "author" not in cite(view, DAY).bibtex()
    assert "url = " not in cite(view, DAY).bibtex()
    assert str(cite(view, DAY, address=None)).endswith("Read on 5 November 2023.")
    assert "year = {2023}" in cite(view, DAY).bibtex()


def test_bibtex_is_an_entry_with_these_fields(citation: Citation) -> None:
    first, *fields, last, empty = citation.bibtex().split("\n")
    assert first.startswith("@misc{events-")
    assert (last, empty) == ("}", "")
    version = citation.about.data_version
    assert fields == [
        "  author = {{The desk}},",
        r"  title = {{Bridges \& <b>roads</b>}},",
        "  year = {2023},",
        f"  version = {{7, as of 1 June 2023, data {version}}},",
        r"  note = {No event matches these filters; filter: group: The south; containing '50\%'."
        " Distances to: The square (1).},",
        f"  url = {{https://maps.example/?group=south&q=50%25&data={version}}},",
        "  urldate = {2023-11-05},",
    ]


@pytest.mark.parametrize("stated", ["7", "Version 7", "version 7", "v7"])
def test_a_version_is_called_so_once(citation: Citation, stated: str) -> None:
    cited = Citation(replace(citation.about, version=stated), DAY)
    assert ". Version 7, as of " in str(cited)
    # Styles of bibliographies write "version" before it themselves.
    assert "  version = {7, as of " in cited.bibtex()


@given(st.text(max_size=30))
def test_no_title_breaks_out_of_its_braces(citation: Citation, title: str) -> None:
    about = replace(citation.about, title=f"x{title}", link=f"https://maps.example/{title}")
    entry = Citation(about, DAY).bibtex()
    depths = [0]
    for char in entry:
        depths.append(depths[-1] + (char == "{") - (char == "}"))
    # BibTeX counts every brace, also one after a backslash.
    assert min(depths) == 0
    assert depths[-2] == 0
    assert depths.count(0) == entry.index("{") + 3
    assert entry.count("\n") == 9
    assert not any(category(char) == "Cc" for char in entry.replace("\n", ""))


def test_each_filter_has_its_own_key(citation: Citation) -> None:
    other = Citation(replace(citation.about, filter="all events"), DAY)
    assert citation.bibtex().split("\n")[0] != other.bibtex().split("\n")[0]


def test_a_citation_says_how_many_events_could_not_be_read(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a"), record("b", title=None)))
    said = "filter: all events. 1 of 2 events could not be read and are not shown."
    assert said in str(cite(view, DAY))
    assert said in cite(view, DAY).bibtex()


def test_what_was_known_at_a_moment_is_not_cited(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a")), "known=2023-05-03T12:00")
    with pytest.raises(LinkError, match=r"later ones too; leave it out, and choose claims by said"):
        cite(view, DAY)
