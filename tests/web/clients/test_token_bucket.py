"""A rate that holds in the long run."""

import pytest

from web.clients.token_bucket import TokenBucket
from web.limits import BURST_S, Limit

TWICE_A_SECOND = Limit("pings", 2, "a second", "they wait")


def test_some_may_come_at_once_and_the_others_at_the_rate() -> None:
    bucket = TokenBucket(TWICE_A_SECOND)
    waits = [bucket.take(1_000) for _ in range(2 * BURST_S + 3)]
    assert waits == pytest.approx([0] * 2 * BURST_S + [0.5, 1, 1.5])


def test_who_keeps_to_the_rate_never_waits() -> None:
    bucket = TokenBucket(TWICE_A_SECOND)
    assert not any(bucket.take(at / 2) for at in range(10_000))


def test_it_is_full_again_after_a_pause() -> None:
    bucket = TokenBucket(TWICE_A_SECOND)
    assert bucket.is_full(1_000)
    for _ in range(2 * BURST_S):
        assert bucket.take(1_000) == 0
    assert not bucket.is_full(1_000)
    assert bucket.is_full(1_000 + BURST_S)
