"""The files of a site, read again."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.errors import GeoError
from geo.publishing.site_check import read_site


def test_a_folder_that_is_not_a_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(GeoError, match=r"found no index\.html"):
        read_site(tmp_path)
    assert main(["publish", "--check", str(tmp_path)]) == 1
    assert "wanted the folder of a published site" in capsys.readouterr().err
