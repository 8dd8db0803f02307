"""How often something may be done: a rate that holds in the long run, and more for a moment."""

from web.limits import BURST_S, Limit


class TokenBucket:
    """Tokens that come at a rate: each action takes one, or waits until one is there.

    Parameters
    ----------
    limit : Limit
        Actions a second; of five seconds may come at once (`BURST_S`).
    """

    def __init__(self, limit: Limit) -> None:
        self._every_s = 1 / limit.most
        self._full_at = 0.0

    def take(self, now: float) -> float:
        """Take a token at a time in s; return in how many s it is there, 0 for at once.

        Examples
        --------
        >>> bucket = TokenBucket(Limit("pings", 1, "a second", "they wait"))
        >>> [bucket.take(100) for _ in range(7)]
        [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0]
        >>> bucket.take(103)
        0.0
        """
        self._full_at = max(self._full_at, now) + self._every_s
        return max(0.0, self._full_at - now - BURST_S)

    def is_full(self, now: float) -> bool:
        """Return whether it is as one that was never used."""
        return self._full_at <= now
