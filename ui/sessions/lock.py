"""One lock for the state of a session, whichever of its runs asks for it.

A move that comes while a page is made starts another run before the first has ended. Streamlit
gives each run a lock of its own, so that both change the same state at once: a run then ends with
"dictionary changed size during iteration", and its reader sees an error in place of the page.
"""

import threading
from collections.abc import Callable
from weakref import WeakValueDictionary

from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

_locks: WeakValueDictionary[int, threading.RLock] = WeakValueDictionary()
_begin = SafeSessionState.__init__


def share_session_lock() -> None:
    """From now on, let all runs of a session wait for one another where they touch its state."""
    SafeSessionState.__init__ = _begin_shared  # type: ignore[method-assign]


def _begin_shared(
    self: SafeSessionState, state: SessionState, yield_callback: Callable[[], None]
) -> None:
    _begin(self, state, yield_callback)
    # The holder of the lock has the state too, so that no other state has its number.
    lock = _locks.setdefault(id(state), threading.RLock())
    # A plain assignment would be a value of the session.
    object.__setattr__(self, "_lock", lock)
