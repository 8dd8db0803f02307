"""A field for a day or a moment, written as everywhere here: 15 May 2024, 12:00."""

from collections.abc import Callable

import streamlit as st


def show_moment_input(
    label: str,
    key: str,
    shown: str,
    *,
    wanted: str,
    example: str,
    on_text: Callable[[str], bool],
    clue: str | None = None,
) -> None:
    """Show a field of text that is read as a day or a moment.

    Parameters
    ----------
    label, key : str
    shown : str
        What is in use, as readers write it; "" for nothing.
    wanted : str
        What a text must be, for those who wrote another.
    example : str
        A text that is one, shown in the empty field.
    on_text : callable
        Takes over a text, "" if it was removed; whether it could be read.
    clue : str, optional
        Help beside the label.
    """
    misread = st.session_state.pop(f"{key}_misread", None)
    st.session_state[key] = shown if misread is None else misread

    def take_over() -> None:
        text = str(st.session_state[key]).strip()
        if not on_text(text):
            st.session_state[f"{key}_misread"] = text

    with st.container(key=f"{key}_field", width="content"):
        st.text_input(
            label, key=key, placeholder=example, help=clue,
            on_change=take_over, max_chars=40,
        )  # fmt: skip
        if misread is not None:
            st.caption(f"Not understood. Enter {wanted}.")
