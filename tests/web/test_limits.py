"""The limits agree with what Streamlit reads, and with what the process may open."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from web import limits

ROOT = Path(__file__).parents[2]


def test_streamlit_is_configured_with_the_same_limits() -> None:
    server = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())["server"]
    assert server["maxMessageSize"] == limits.MESSAGE.most
    assert server["maxWidgetStateSize"] == limits.WIDGETS.most


def test_the_list_of_limits_has_each_once() -> None:
    single = [value for value in vars(limits).values() if isinstance(value, limits.Limit)]
    assert list(limits.LIMITS) == single
    assert len({limit.what for limit in limits.LIMITS}) == len(single)


@pytest.mark.parametrize("descriptors", [256, 1024, 4096, 65_536, 10**9])
def test_all_that_is_let_in_fits_into_the_file_descriptors(descriptors: int) -> None:
    capacity = limits.compute_capacity(descriptors)
    assert 1 <= capacity.sessions <= limits.SESSIONS.most
    assert capacity.sessions < capacity.connections <= limits.CONNECTIONS.most
    # Three for each session, also for the 128 whose reader has just left.
    opened = capacity.connections + 3 * (capacity.sessions + 128)
    assert opened < descriptors or capacity.sessions == 1


def test_the_soft_limit_of_file_descriptors_is_raised() -> None:
    code = "from web import limits; print(limits.raise_descriptor_limit().sessions)"
    limited = f"ulimit -Sn 256; exec {sys.executable} -c '{code}'"
    shown = subprocess.run(
        ["bash", "-c", limited], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(shown.stdout) == limits.SESSIONS.most
