"""Pages are made a few at a time, each client's in turn: no client makes all others wait."""

from functools import cache

import streamlit as st

from web.clients.client import find_client
from web.clients.fair_queue import FairQueue
from web.limits import RUNS


@cache
def open_run_queue() -> FairQueue:
    """Return the one queue of this process."""
    return FairQueue(RUNS.most)


def find_reader() -> str:
    """Return the client that this run is for; "" if it is not known."""
    return find_client({"client": (st.context.ip_address or "", 0)})
