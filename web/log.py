"""The log: a line for each event, none of them long, and no more than a disk has room for."""

import logging
import time
import traceback
from collections.abc import Callable
from threading import Lock

from web.limits import LOG_LINE, LOG_LINES

_A_MINUTE_S = 60
# Below that of every handler: nothing is written.
_DROPPED = -1

MakeRecord = Callable[..., logging.LogRecord]


def limit_log(clock: Callable[[], float] = time.monotonic) -> None:
    """Limit what all loggers of this process write, those of libraries too."""
    # Two lines for each reader would leave no room for what goes wrong.
    logging.getLogger("uvicorn.error").addFilter(_is_of_no_reader)
    logging.setLogRecordFactory(limit_records(logging.LogRecord, clock))


def _is_of_no_reader(record: logging.LogRecord) -> bool:
    is_of_reader = record.getMessage().endswith(
        ("[accepted]", "connection open", "connection closed")
    )
    return record.levelno > logging.INFO or not is_of_reader


def limit_records(make: MakeRecord, clock: Callable[[], float]) -> MakeRecord:
    """Return a factory of records of one line each, with a limit for each minute.

    The others are counted.
    """
    lock = Lock()
    minute, written, dropped = clock(), 0, 0

    def make_limited(*arguments: object, **named: object) -> logging.LogRecord:
        nonlocal minute, written, dropped
        record = make(*arguments, **named)
        with lock:
            if clock() - minute >= _A_MINUTE_S:
                minute, written = clock(), 0
            if written >= LOG_LINES.most:
                dropped += 1
                record.levelno = _DROPPED
                return record
            written += 1
            before, dropped = dropped, 0
        line = format_line(record)
        record.msg, record.args = f"({before:,} lines were dropped) {line}" if before else line, ()
        record.exc_info = record.stack_info = None
        return record

    return make_limited


def format_line(record: logging.LogRecord) -> str:
    """Return what a record says as one line; of a long one its start and its end.

    Examples
    --------
    >>> format_line(logging.makeLogRecord({"msg": "two\\nlines and \\x1b"}))
    'two | lines and \\\\x1b'
    """
    try:
        text = record.getMessage()
    except (TypeError, ValueError):
        text = str(record.msg)
    if record.exc_info and record.exc_info[1]:
        text = "\n".join([text, "".join(traceback.format_exception(record.exc_info[1]))])
    lines = (line.strip() for line in text.splitlines())
    line = " | ".join(
        "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)
        for line in lines
        if line
    )
    longest = LOG_LINE.most
    if len(line) <= longest:
        return line
    # The end of a traceback says what went wrong.
    return f"{line[: longest // 4]} ... {line[5 - longest * 3 // 4 :]}"
