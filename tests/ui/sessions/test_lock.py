"""Two runs of one session do not change its state at the same time."""

import sys
from collections.abc import Iterator
from threading import Event, Thread

import pytest
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from ui.sessions.lock import share_session_lock


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SafeSessionState, SafeSessionState]]:
    """Two runs of one session, which give up Python as often as can be."""
    monkeypatch.setattr(SafeSessionState, "__init__", SafeSessionState.__init__)
    share_session_lock()
    state, usual = SessionState(), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield SafeSessionState(state, lambda: None), SafeSessionState(state, lambda: None)
    sys.setswitchinterval(usual)


def test_a_run_may_read_its_session_while_another_changes_it(
    runs: tuple[SafeSessionState, SafeSessionState],
) -> None:
    ending, starting = runs
    is_done = Event()

    def change() -> None:
        number = 0
        while not is_done.is_set():
            ending[f"key {number % 500}"] = number
            if number % 500 == 499:
                for each in range(500):
                    del ending[f"key {each}"]
            number += 1

    thread = Thread(target=change)
    thread.start()
    try:
        for _ in range(1_000):
            assert set(starting.filtered_state) <= {f"key {each}" for each in range(500)}
    finally:
        is_done.set()
        thread.join()
    assert not thread.is_alive()
