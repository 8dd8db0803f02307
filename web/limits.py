"""How much clients can make the server hold or do: every limit, and what is answered beyond it.

The table of docs/deployment.md has a row for each. Numbers that Streamlit reads are in
.streamlit/config.toml too; tests compare both. A MB is 10**6 bytes, as Streamlit counts messages.
"""

from dataclasses import dataclass

from geo.link.cql2.tree import MOST_PARTS

MB = 1_000_000
BUSY = "The server is busy at this moment. Please try again in a minute."
RETRY_AFTER_S = 10
# Readers stay for longer than a piece of work takes.
FULL_RETRY_AFTER_S = 60
# What may come each second may come at once for so many.
BURST_S = 5


@dataclass(frozen=True)
class Limit:
    """One limit.

    Attributes
    ----------
    what : str
        What is limited, as the table names it.
    most : int
    unit : str
    beyond : str
        What a client gets beyond it.
    """

    what: str
    most: int
    unit: str
    beyond: str

    def describe(self) -> str:
        """Return its row of the table in docs/deployment.md."""
        return f"| {self.what} | {f'{self.most:,} {self.unit}'.strip()} | {self.beyond} |"


_BUSY_ANSWER = "503 with Retry-After and one sentence"

CONNECTIONS = Limit("connections", 1_500, "in all", "the connection is closed")
HEADERS_S = Limit("time for the headers and body of a request", 15, "s", "the connection is closed")
WRITING_S = Limit("time in which a client reads nothing", 60, "s", "the connection is closed")
SESSIONS = Limit("readers, each with a websocket", 400, "in all", _BUSY_ANSWER)
SESSIONS_OF_ONE = Limit("readers of one address", 200, "", _BUSY_ANSWER)
OPENED = Limit("websockets opened", 20, "a second", "others wait, each client in turn")
# A second one at a time made the server answer health checks in 0.9 s, not 0.5, in bench.attack.
RUNS = Limit("pages made for readers", 1, "at once", "others wait, each client in turn")
RUN_WAITING_S = Limit("time that a reader waits for a page", 60, "s", "one sentence")
QUERY = Limit("query of an address", 8_192, "bytes", "414 and one sentence")
ADDRESS = Limit("address of a page, as a browser states it", 2_048, "characters", "it is ignored")
MESSAGE = Limit("message of a websocket, decompressed", 5, "MB", "the websocket is closed")
WIDGETS = Limit("message of a reader, and state of the widgets", 1, "MB", "the websocket is closed")
REPORT = Limit("report of a map, list or panel", 65_536, "characters", "it is ignored")
# A key that is held moves a filter 30 times a second.
MESSAGES = Limit("messages of a reader", 50, "a second", "they wait")
MESSAGES_LATE = Limit("messages in a row that had to wait", 1_000, "", "the websocket is closed")
# Twice as many made others wait 44 s for a page, not 0.7, in bench.attack.
MESSAGES_OF_ONE = Limit("messages of the readers of one address", 100, "a second", "they wait")
PINGS = Limit(
    "pings of a websocket, and parts of messages", 20, "a second", "the websocket is closed"
)
PICTURES = Limit("pictures drawn", 1, "at once", "others wait, each client in turn")
PICTURES_WAITING = Limit("pictures requested", 72, "in all", _BUSY_ANSWER)
PICTURES_OF_ONE = Limit("pictures requested by one address", 24, "", _BUSY_ANSWER)
TILES = Limit("tiles of the map read", 2, "at once", "others wait, each client in turn")
TILES_WAITING = Limit("tiles of the map requested", 400, "in all", _BUSY_ANSWER)
TILES_OF_ONE = Limit("tiles of the map requested by one address", 100, "", _BUSY_ANSWER)
FILES = Limit("parts of files and pages of the API written", 2, "at once", "others take turns")
FILES_OPEN = Limit("files and pages of the API being sent", 48, "in all", _BUSY_ANSWER)
FILES_OF_ONE = Limit("files and pages of the API sent to one address", 24, "", _BUSY_ANSWER)
ROWS = Limit("events of a page of the API", 10_000, "", "the page ends there")
FILTER = Limit("parts of a filter in CQL2", MOST_PARTS, "", "400 and one sentence")
ERROR = Limit("text of an error", 1_000, "characters", "it is cut")
ASSETS = Limit("stored data in memory, compressed", 256, "MB", "the oldest are dropped")
LOG_LINE = Limit("line of the log", 2_000, "characters", "its middle is left out")
LOG_LINES = Limit("lines of the log", 300, "a minute", "the next line says how many were dropped")
FILE_DESCRIPTORS = Limit("file descriptors", 65_536, "", "a lower hard limit admits fewer readers")

LIMITS = (
    CONNECTIONS,
    HEADERS_S,
    WRITING_S,
    SESSIONS,
    SESSIONS_OF_ONE,
    OPENED,
    RUNS,
    RUN_WAITING_S,
    QUERY,
    ADDRESS,
    MESSAGE,
    WIDGETS,
    REPORT,
    MESSAGES,
    MESSAGES_LATE,
    MESSAGES_OF_ONE,
    PINGS,
    PICTURES,
    PICTURES_WAITING,
    PICTURES_OF_ONE,
    TILES,
    TILES_WAITING,
    TILES_OF_ONE,
    FILES,
    FILES_OPEN,
    FILES_OF_ONE,
    ROWS,
    FILTER,
    ERROR,
    ASSETS,
    LOG_LINE,
    LOG_LINES,
    FILE_DESCRIPTORS,
)

# What a session holds: three of its event loop, one of its connection.
_DESCRIPTORS_OF_LOOP = 3
_DESCRIPTORS_OF_SESSION = _DESCRIPTORS_OF_LOOP + 1
# Streamlit keeps so many sessions whose reader has gone, for two minutes.
_PARKED_SESSIONS = 128
_OTHER_DESCRIPTORS = 200


@dataclass(frozen=True)
class Capacity:
    """How many sessions and connections the file descriptors of this process allow."""

    sessions: int
    connections: int


def raise_descriptor_limit() -> Capacity:
    """Raise the soft limit of file descriptors as far as needed; return what they allow."""
    try:
        import resource
    except ImportError:
        # Windows has no such limit.
        return compute_capacity(FILE_DESCRIPTORS.most)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILE_DESCRIPTORS.most
    allowed = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return compute_capacity(max(allowed, soft))


def compute_capacity(descriptors: int) -> Capacity:
    """Return how many sessions and connections a number of file descriptors allows.

    A third of what is left is kept for connections without a session.

    Examples
    --------
    >>> compute_capacity(65_536)
    Capacity(sessions=400, connections=1500)
    >>> compute_capacity(1024)
    Capacity(sessions=73, connections=221)
    """
    left = descriptors - _OTHER_DESCRIPTORS - _PARKED_SESSIONS * _DESCRIPTORS_OF_LOOP
    sessions = max(1, min(SESSIONS.most, left * 2 // 3 // _DESCRIPTORS_OF_SESSION))
    connections = min(CONNECTIONS.most, left - sessions * _DESCRIPTORS_OF_LOOP)
    return Capacity(sessions, max(connections, sessions + 1))
