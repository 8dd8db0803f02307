"""A folder has a name in messages, however it is given, and never a whole path."""

import os
from contextlib import chdir
from pathlib import Path

import pytest

from geo.story.files.folder_name import name_folder


@pytest.mark.parametrize(
    ("given", "name"),
    [(".", "ships"), ("", "ships"), ("..", "stories"), ("a/..", "ships"), ("a/b/", "b")],
)
def test_the_name_is_that_of_the_folder_itself(tmp_path: Path, given: str, name: str) -> None:
    here = tmp_path / "stories" / "ships"
    here.mkdir(parents=True)
    with chdir(here):
        assert name_folder(given) == name


def test_the_root_has_the_only_name_it_can_have() -> None:
    assert name_folder(os.sep) == "/"
