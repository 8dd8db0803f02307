"""Long work: few pieces at once, each client in turn, none for clients that have left."""

import anyio
import anyio.from_thread
import pytest
from anyio import to_thread

from web.clients.fair_queue import BusyError
from web.clients.turns import Turns
from web.limits import Limit


def _limit(most: int) -> Limit:
    return Limit("work", most, "", "")


def _turns(at_once: int = 1, in_all: int = 100, of_one: int = 100) -> Turns:
    return Turns(_limit(at_once), _limit(in_all), _limit(of_one))


def test_clients_take_turns_however_much_one_requests() -> None:
    done: list[str] = []

    # All ask while the first piece of work is still being done.
    async def ask() -> None:
        turns, go_on = _turns(), anyio.Event()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(turns.run, "first", lambda: anyio.from_thread.run(go_on.wait))
            await anyio.wait_all_tasks_blocked()
            for client in ("greedy", "greedy", "greedy", "modest", "late"):
                tasks.start_soon(turns.run, client, lambda client=client: done.append(client))
                await anyio.wait_all_tasks_blocked()
            go_on.set()

    anyio.run(ask)
    assert done == ["greedy", "modest", "late", "greedy", "greedy"]


def test_nothing_is_done_for_a_client_that_has_left_and_nobody_loses_a_turn() -> None:
    done: list[str] = []

    async def ask() -> None:
        turns, go_on = _turns(), anyio.Event()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(turns.run, "first", lambda: anyio.from_thread.run(go_on.wait))
            await anyio.wait_all_tasks_blocked()
            async with anyio.create_task_group() as leaving:
                leaving.start_soon(turns.run, "left", lambda: done.append("left"))
                await anyio.wait_all_tasks_blocked()
                tasks.start_soon(turns.run, "stays", lambda: done.append("stays"))
                await anyio.wait_all_tasks_blocked()
                leaving.cancel_scope.cancel()
            go_on.set()
        await turns.run("later", lambda: done.append("later"))

    anyio.run(ask)
    assert done == ["stays", "later"]


def test_no_more_is_done_at_once_than_is_allowed() -> None:
    running, most = 0, 0

    async def work() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await anyio.wait_all_tasks_blocked()
        running -= 1

    async def ask() -> None:
        turns = _turns(at_once=3)
        async with anyio.create_task_group() as tasks:
            for number in range(20):
                tasks.start_soon(turns.run, str(number % 4), lambda: anyio.from_thread.run(work))

    anyio.run(ask)
    assert 1 <= most <= 3


def test_an_error_gives_the_turn_on() -> None:
    async def ask() -> int:
        turns = _turns()
        with pytest.raises(ZeroDivisionError):
            await turns.run("a", lambda: 1 // 0)
        return await turns.run("a", lambda: 7)

    assert anyio.run(ask) == 7


def test_a_client_that_requests_too_much_is_asked_to_come_back() -> None:
    turns = _turns(in_all=3, of_one=2)
    turns.admit("a")
    turns.admit("a")
    with pytest.raises(BusyError):
        turns.admit("a")
    turns.admit("b")
    with pytest.raises(BusyError):
        turns.admit("c")
    turns.leave("a")
    turns.admit("c")


def test_pages_keep_their_threads_while_work_waits() -> None:
    async def ask() -> int:
        turns, go_on = _turns(at_once=2), anyio.Event()
        async with anyio.create_task_group() as tasks:
            for _ in range(60):
                tasks.start_soon(turns.run, "a", lambda: anyio.from_thread.run(go_on.wait))
            await anyio.wait_all_tasks_blocked()
            answer = await to_thread.run_sync(lambda: 7)
            go_on.set()
        return answer

    assert anyio.run(ask) == 7
