"""The log has one short line for each event, and not too many of them."""

import io
import logging
from collections.abc import Iterator

import pytest

from web.limits import LOG_LINE, LOG_LINES
from web.log import limit_log


class Log:
    """A log of its own, and a clock that does not move until it is set."""

    def __init__(self) -> None:
        self.written, self.now = io.StringIO(), 0.0
        self.logger = logging.Logger("test", logging.INFO)
        self.logger.addHandler(logging.StreamHandler(self.written))

    def lines(self) -> list[str]:
        return self.written.getvalue().splitlines()


@pytest.fixture
def log() -> Iterator[Log]:
    before, log = logging.getLogRecordFactory(), Log()
    limit_log(lambda: log.now)
    yield log
    logging.setLogRecordFactory(before)


def test_a_message_is_one_line(log: Log) -> None:
    log.logger.warning("found %r in\n\n %s", "a\nb", "c\u2028d\x1b[31m\x00")
    assert log.lines() == [r"found 'a\nb' in | c | d\x1b[31m\x00"]


def test_an_error_is_one_line_that_ends_with_what_went_wrong(log: Log) -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        log.logger.exception("a page failed")
    [line] = log.lines()
    assert line.startswith("a page failed | Traceback")
    assert line.endswith("ValueError: first | second")


def test_a_line_is_not_long_and_keeps_its_ends(log: Log) -> None:
    log.logger.error("start%send", "x" * 10**6)
    [line] = log.lines()
    assert len(line) <= LOG_LINE.most
    assert line.startswith("start")
    assert line.endswith("end")


def test_what_cannot_be_put_together_is_written_all_the_same(log: Log) -> None:
    log.logger.error("%d of %d", "one")
    assert log.lines() == ["%d of %d"]


def test_so_many_lines_a_minute_and_then_how_many_were_not_written(log: Log) -> None:
    for number in range(LOG_LINES.most + 1_500):
        log.logger.error("refused %d", number)
    assert len(log.lines()) == LOG_LINES.most
    log.now = 61
    log.logger.error("refused again")
    log.logger.error("and again")
    assert log.lines()[-2:] == ["(1,500 lines were dropped) refused again", "and again"]


def test_readers_who_come_and_go_leave_no_line(log: Log) -> None:
    logger = logging.getLogger("uvicorn.error")
    handler = logging.StreamHandler(log.written)
    logger.addHandler(handler)
    # Code that sets up logging elsewhere in this process may have silenced it.
    before = logger.disabled, logger.level
    logger.disabled = False
    logger.setLevel(logging.INFO)
    try:
        logger.warning('%s - "WebSocket %s" [accepted]', "192.0.2.7", "/_stcore/stream")
        logger.info("connection open")
        logger.info("Uvicorn running on %s", "http://127.0.0.1:8501")
    finally:
        logger.removeHandler(handler)
        logger.disabled, level = before
        logger.setLevel(level)
    assert log.lines()[1:] == ["Uvicorn running on http://127.0.0.1:8501"]
