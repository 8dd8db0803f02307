"""What a condition may be for each event: true, false, or neither where a value is missing."""

from dataclasses import dataclass

import numpy as np

from geo.events.geometry.arrays import Flags


@dataclass(frozen=True)
class Outcomes:
    """For each of n events, which outcomes of a condition are possible.

    A known value allows one. An uncertain time may allow two: true and false. What is missing
    allows the third alone, the NULL of CQL2, which stays as it is under NOT.

    Attributes
    ----------
    true, false, missing : array of bool, n values
        For each event at least one of them holds.
    """

    true: Flags
    false: Flags
    missing: Flags

    @property
    def sure(self) -> Flags:
        """Where the condition is true for certain."""
        return self.true & ~self.false & ~self.missing

    def __invert__(self) -> "Outcomes":
        return Outcomes(self.false, self.true, self.missing)

    def __and__(self, other: "Outcomes") -> "Outcomes":
        return Outcomes(
            true=self.true & other.true,
            false=self.false | other.false,
            missing=(self.missing & (other.missing | other.true)) | (self.true & other.missing),
        )

    def __or__(self, other: "Outcomes") -> "Outcomes":
        return ~(~self & ~other)

    @classmethod
    def of(cls, true: Flags, missing: Flags | None = None) -> "Outcomes":
        """Return the outcomes of a condition on values that are known, or missing."""
        missing = np.zeros(len(true), bool) if missing is None else missing
        return cls(true & ~missing, ~true & ~missing, missing)
