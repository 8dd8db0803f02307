"""The folders of events and briefings: one rule for each name, on every file system."""

import re
import string
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.publishing.site.folder.write import write_site
from geo.publishing.site.plan.folder_names import name_folders
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import build, without_pictures
from tests.story_folders import write_story

# What Windows names devices.
DEVICES = ["con", "prn", "aux", "nul", "com1", "lpt9", "CON", "con.txt", "Nul.tar.gz"]
PAGES = ["index.html", "INDEX.HTML", "old_links.js", "briefing.css"]
PLAIN = ["bridge-2", "bridge-2-557ecb", "bridge_2.5", "2023-05-03", "port-20230503", "console"]
# The same to a reader, in composed letters and in letters with marks.
FORMS = [unicodedata.normalize(form, "Brücke é") for form in ("NFC", "NFD")]
ODD = [*DEVICES, *PAGES, "bridge-2.", "bridge-2..", "Bridge-2", *FORMS, "плотина", "..", "", "ß"]
NAMES = st.one_of(
    st.sampled_from([*ODD, *PLAIN]),
    st.text(string.ascii_letters + string.digits + "._-", max_size=8),
    st.text(max_size=8),
)


@given(st.sets(NAMES))
def test_no_two_names_share_a_folder_on_any_file_system(names: set[str]) -> None:
    folders = name_folders(sorted(names))
    assert folders.keys() == names
    # In letters that all file systems have, the case is all that one may not distinguish.
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", folder) for folder in folders.values())
    assert len(set(folders.values())) == len(names)
    # The hash of a name may look like another name.
    again = name_folders([*names, *folders.values()])
    assert len(set(again.values())) == len(again)


@given(st.sets(NAMES), NAMES)
def test_a_name_that_is_added_moves_no_page(names: set[str], added: str) -> None:
    before, after = name_folders(names), name_folders({*names, added})
    assert before == {name: after[name] for name in names}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_is_its_own_folder(name: str) -> None:
    assert name_folders([name]) == {name: name}


@pytest.mark.parametrize("name", ODD)
def test_any_other_name_gets_a_folder_that_no_system_reads_as_something_else(name: str) -> None:
    folder = name_folders([name])[name]
    assert "." not in folder
    assert re.search(r"(^|-)[0-9a-f]{16}$", folder)


def test_a_long_name_fits_a_file_system() -> None:
    names = ["a" * 300, "a" * 299 + "b", "ж" * 255]
    folders = name_folders(names).values()
    assert len(set(folders)) == 3
    assert all(len(folder) <= 200 for folder in folders)


def test_events_with_odd_ids_make_a_whole_site(tmp_path: Path) -> None:
    ids = ["index.html", "bridge-2", "Bridge-2", "bridge-2-557ecb", "con"]
    write_story(tmp_path / "story", *(record(id_, title=f"Of {id_}") for id_ in ids))
    plan = plan_site(open_current(StoryFiles(tmp_path / "story")))
    files = build(without_pictures(plan))
    write_site(files.items(), tmp_path / "site")
    assert len(set(map(plan.event_path, ids))) == len(ids)
    for id_ in ids:
        assert f"Of {id_}" in (tmp_path / "site" / plan.event_path(id_)).read_text("utf-8")
