"""What a browser may say that a widget holds: a value of the widget's own kind, or it is ignored.

Streamlit believes its own page. A number where a list is wanted would end the run of a page, and
stay, so that each run after it would end there too.
"""

import logging

from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, WStates

_log = logging.getLogger(__name__)
_read = WStates.__getitem__


def ignore_invalid_values() -> None:
    """From now on, leave a widget as it was where a browser sends what it cannot hold.

    Streamlit offers no hook for this: callbacks read values before the script runs.
    """
    WStates.__getitem__ = _read_valid  # type: ignore[method-assign]


def _read_valid(states: WStates, widget: str) -> object:
    """Return the value of a widget.

    Raises
    ------
    KeyError
        If it is missing or cannot be read: Streamlit then takes the one before.
    """
    sent, declared = states.states.get(widget), states.widget_metadata.get(widget)
    value: object
    if not isinstance(sent, Serialized) or declared is None:
        value = _read(states, widget)
        return value
    # A widget that is cleared sends no kind.
    if sent.value.WhichOneof("value") not in (None, declared.value_type):
        raise _ignore(widget, "of another kind")
    try:
        value = _read(states, widget)
    except Exception as error:
        # Each kind of widget raises what it likes.
        raise _ignore(widget, "that cannot be read") from error
    if not _is_offered(declared, value):
        states.states[widget] = sent
        raise _ignore(widget, "that is not offered")
    return value


def _is_offered(declared: WidgetMetadata[object], value: object) -> bool:
    """Return whether a value is among those that its widget offers, where it offers any."""
    offered = getattr(getattr(declared.deserializer, "__self__", None), "options", None)
    if offered is None:
        return True
    chosen = value if isinstance(value, list | tuple) else [value]
    return all(one is None or one in offered for one in chosen)


def _ignore(widget: str, what: str) -> KeyError:
    _log.warning("ignored a value of a widget: one %s", what)
    return KeyError(widget)
