"""What the server remembers of a reader from one run of a page to the next."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from geo.errors import Problem
from geo.link.link import Link
from geo.link.query_reader import Query

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Choices = TypeVar("Choices", bound="DataclassInstance")


@dataclass
class ReaderState:
    """The choices of one reader, in one tab.

    Attributes
    ----------
    link : Link
        What the reader has chosen, on all pages.
    is_new : bool
        Whether no address has been read yet.
    has_chosen : bool
        Whether a widget changed the link since the last run, which outweighs the address.
    left_out : tuple of Problem
        What could not be used of the address by which the reader came.
    lost_event : str
        The event that this address names and the record does not have; "" for none.
    written : tuple of (str or None, dict)
        The page whose address was written last, and the query in it.
    """

    link: Link = field(default_factory=Link)
    is_new: bool = True
    has_chosen: bool = False
    left_out: tuple[Problem, ...] = ()
    lost_event: str = ""
    written: tuple[str | None, Query] = (None, {})


def load_reader() -> ReaderState:
    """Return what is remembered of the reader whose page runs."""
    reader: ReaderState = st.session_state.setdefault("reader", ReaderState())
    return reader


def change_choices(choices: Choices, **changes: object) -> Choices:
    """Return a part of a link with some of its attributes changed."""
    return replace(choices, **changes)
