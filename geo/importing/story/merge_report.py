"""What becomes of the events of a story, in words."""

from collections.abc import Iterator

from geo.importing.claims.accusation import UNNAMED
from geo.importing.story.merge import Merge

_MOST = 40


def describe_merge(merge: Merge, unit: str) -> Iterator[str]:
    """Yield what becomes of the story's events."""
    yield (
        f"{len(merge.added):,} added, {len(merge.updated):,} updated, "
        f"{len(merge.unchanged):,} unchanged, {len(merge.conflicts):,} in conflict"
    )
    for made in merge.updated[:_MOST]:
        yield f"  updated: {made.id} ({unit} {made.row})"
    for made, reason in merge.conflicts[:_MOST]:
        yield f"  conflict, left as it is: {made.id} ({unit} {made.row}): {reason}"
    for made in merge.removed[:_MOST]:
        yield f"  the desk has removed {made.id} ({unit} {made.row}); it stays out"
    for past in merge.vanished[:_MOST]:
        yield f"  no longer in the table, left in the story: {past.id}"
    if merge.forgotten:
        shown = ", ".join(merge.forgotten[:5]) + (" and others" if len(merge.forgotten) > 5 else "")
        yield (
            f"  of which row they are is not remembered ({len(merge.forgotten):,}): {shown}; where "
            "a row has changed since, its event is in the story twice: delete the older one"
        )
    accused = [made.id for made in (*merge.added, *merge.updated) if _accuses(made.feature)]
    if accused:
        shown = ", ".join(accused[:5]) + (" and others" if len(accused) > 5 else "")
        yield (
            f"  accusations for the desk to finish ({len(accused):,}): {shown}; nobody is named as "
            "their speaker, and geo check asks for the word of who did it"
        )


def _accuses(feature: dict[str, object]) -> bool:
    members = feature["properties"]
    claims = members.get("claims", ()) if isinstance(members, dict) else ()
    # Our own files say who accuses; the claims of a table do not.
    return any(claim["stance"] == "accuses" and claim["actor"] == UNNAMED for claim in claims)
