"""Rules of words: sides and groups are those that the story declares."""

from collections.abc import Collection, Iterator

from geo.errors import quote
from geo.events.same_name import is_same_name
from geo.events.sparse.defaults import CLAIM_DEFAULTS, DEFAULTS
from geo.events.suggestion import suggest
from geo.story.check.remark import Checked, Remark


def find_undeclared_words(checked: Checked) -> Iterator[Remark]:
    """Yield sides and groups that the story does not declare, with what was probably meant.

    A missing side and the group "other" are not mistakes. A claim may accuse anybody, so an accused
    name is a mistake only if it is close to a side of the story.
    """
    sides = [side.id for side in checked.story.sides]
    groups = [group.id for group in checked.story.groups]
    columns = checked.events[["group", "claims"]]
    for event, group, claims in columns.itertuples():
        if group not in (*groups, DEFAULTS["group"]):
            yield Remark(event, "group", quote(group), _describe_wanted(group, groups, "group"))
        for number, claim in enumerate(claims):
            if claim.side not in (*sides, CLAIM_DEFAULTS["side"]):
                wanted = _describe_wanted(claim.side, sides, "side")
                wanted += "; until then it speaks for nobody"
                yield Remark(event, f"claims[{number}].side", quote(claim.side), wanted)
            for position, name in enumerate(claim.accuses):
                if name not in sides and any(is_same_name(name, side) for side in sides):
                    field = f"claims[{number}].accuses[{position}]"
                    yield Remark(event, field, quote(name), _describe_wanted(name, sides, "side"))


def _describe_wanted(found: str, declared: Collection[str], kind: str) -> str:
    if not declared:
        return f"a {kind} of story.json, which declares none"
    return f"a {kind} of story.json: {', '.join(declared)}{suggest(found, declared)}"
