"""Threads that wait for their turn, each client's in turn."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from tests.browser.chromium import PATIENCE_S
from web.clients.fair_queue import BusyError, FairQueue


def test_clients_take_turns_however_much_one_requests() -> None:
    queue, order = FairQueue(1), list[str]()
    signals = [("first", Event()), *(("greedy", Event()) for _ in range(3)), ("modest", Event())]
    for client, signal in signals:
        queue.enter(client, signal)
    waiting = dict.fromkeys(range(len(signals)))
    while waiting:
        [now] = [place for place in waiting if signals[place][1].is_set()]
        del waiting[now]
        order.append(signals[now][0])
        queue.leave(*signals[now])
    assert order == ["first", "greedy", "modest", "greedy", "greedy"]


def test_no_more_go_on_at_once_than_are_allowed() -> None:
    queue, together = FairQueue(3), Barrier(3)

    def work(number: int) -> int:
        with queue.wait(str(number % 5), PATIENCE_S):
            # Were fewer let in, it would break; more would break the next three.
            return together.wait(PATIENCE_S)

    with ThreadPoolExecutor(30) as pool:
        assert sorted(pool.map(work, range(30))) == sorted([0, 1, 2] * 10)


def test_a_client_that_waits_too_long_is_informed_and_leaves_no_trace() -> None:
    queue = FairQueue(1)
    with queue.wait("slow", PATIENCE_S):
        for _ in range(3):
            with pytest.raises(BusyError, match="try again"), queue.wait("late", 0):
                pass
    with queue.wait("late", 0):
        pass


def test_an_error_gives_the_turn_on() -> None:
    queue = FairQueue(1)
    with pytest.raises(ZeroDivisionError), queue.wait("a", 0):
        _ = 1 // 0
    with queue.wait("b", 0):
        pass
