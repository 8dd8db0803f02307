"""Rules of attribution: each word for who did it rests on what the claims hold."""

from collections.abc import Collection, Iterator

from geo.claims import Entry, Ledger, Sides
from geo.claims.stances.stance_classes import DENYING, NAMING, OPPOSING
from geo.story.check.remark import Checked, Remark

_ACT = frozenset({"perpetrator", "occurrence"})
# The day of an undated statement: after all others.
_NEVER = "9999"


def find_wrong_attribution(checked: Checked) -> Iterator[Remark]:
    """Yield events whose attribution says another thing than their claims."""
    for event, word in checked.events["attribution"].items():
        entries = checked.ledgers[event]
        for found, wanted in _judge(str(word), entries, checked.story.declared_sides):
            yield Remark(str(event), "attribution", f"{word!r} {found}", wanted)


def _judge(word: str, entries: Ledger, sides: Sides) -> Iterator[tuple[str, str]]:
    accusing = _select(entries, ("accuses",))
    claiming = _select_named_responsibility(entries)
    if word.startswith("accused_") and not accusing:
        yield "and nobody accuses", "a claim with the stance 'accuses', or another word"
    if word == "unclaimed" and (accusing or claiming):
        kind = "accuses somebody" if accusing else "claims responsibility by name"
        one = (accusing or claiming)[0]
        yield f"and {one.key} {kind}", "a word for that"
    if word == "accused_denied" and not _has_answer(entries, DENYING, ("accuses",)):
        yield "and no denial is as late as the accusation", "a claim that denies it, then or later"
    if word == "accused_no_answer":
        for one in _select_denials_of_accused(entries, sides):
            yield f"and {one.key} denies it", "'accused_denied', or a look at who is accused"
            break
    if word == "contested" and not (
        _has_answer(entries, OPPOSING, ("accuses", "asserts")) or _has_rivals(entries)
    ):
        yield "and no account opposes the first", "rival accounts of who did it"
    if word == "claimed" and not claiming:
        yield "and nobody claims it by name", "a claim of responsibility by somebody with a name"
    if word == "claimed" and (other := _find_other_account(accusing, claiming)):
        yield f"and {other.key} accuses somebody else", "'contested'"
    if claiming and word not in ("claimed", "contested", "established", "unclaimed"):
        yield f"and {claiming[0].key} claims it by name", "'claimed' or 'contested'"


def _select(
    entries: Ledger, stances: Collection[str], about: frozenset[str] = frozenset()
) -> list[Entry]:
    return [
        entry
        for entry in entries
        if entry.claim.stance in stances and (not about or about & set(entry.claim.about))
    ]


def _select_named_responsibility(entries: Ledger) -> list[Entry]:
    """Return claims of responsibility by somebody who gives a name."""
    claims = _select(entries, ("claims_responsibility",))
    return [
        entry
        for entry in claims
        if entry.claim.actor.named and entry.claim.basis != "anonymous_official"
    ]


def _has_answer(entries: Ledger, answers: Collection[str], accounts: Collection[str]) -> bool:
    """Return whether an answer about the act is as late as the first of the accounts."""
    first = min(
        (entry.claim.said_at[:10] for entry in _select(entries, accounts) if entry.claim.said_at),
        default="",
    )
    return any(_day(entry) >= first for entry in _select(entries, answers, _ACT))


def _day(entry: Entry) -> str:
    return (entry.claim.said_at or _NEVER)[:10]


def _has_rivals(entries: Ledger) -> bool:
    """Return whether the accounts name different perpetrators."""
    naming = _select(entries, NAMING)
    perpetrators = {entry.claim.accuses or (entry.claim.side,) for entry in naming}
    return len(perpetrators) > 1


def _find_other_account(accusing: list[Entry], claiming: list[Entry]) -> Entry | None:
    """Return the first accusation that names, in its data, only others than those who claim it."""
    claimants = {name for one in claiming for name in (one.claim.side, *one.claim.accuses)}
    naming = (one for one in accusing if one.claim.accuses)
    return next((one for one in naming if claimants.isdisjoint(one.claim.accuses)), None)


def _select_denials_of_accused(entries: Ledger, sides: Sides) -> list[Entry]:
    """Return denials by a party that is accused.

    Where an accusation does not say in its data whom it names, and the story has two parties, it
    is the other one.
    """
    accused: set[str] = set()
    for entry in _select(entries, ("accuses",)):
        others = set(sides.parties) - {entry.claim.side}
        accused |= set(entry.claim.accuses) or (others if len(sides.parties) == 2 else set())
    return [one for one in _select(entries, DENYING, _ACT) if one.claim.side in accused]
