"""Whatever changes in a story, a site published again holds what one built from nothing holds."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.event_texts import record
from tests.publishing.site.republishing import Story, make_records, publish_twice
from tests.story_folders import point

EXAMPLES = settings.default.max_examples if settings.default else 40
NAMES = tuple(make_records())
# Each example builds three sites.
CHANGES = {
    "title": st.sampled_from(["Smoke at the quay", "Пожар, 3:00"]),
    "summary": st.just("A clerk reported smoke; nobody answered."),
    "geometry": st.builds(point, st.floats(1, 9), st.just(0.5)),
    "radius_m": st.sampled_from([0, 40_000]),
    "verification": st.sampled_from(["unverified", "disputed"]),
    "event_type": st.sampled_from(["other", "drone_strike"]),
    "group": st.sampled_from(["north", "south"]),
    "incident": st.sampled_from([None, "night", "day"]),
    "start": st.integers(1, 9).map(lambda day: f"2023-05-0{day}T00:00:00+02:00"),
    "claims": st.sampled_from(NAMES).map(
        lambda name: [record(name)["properties"]["claims"][0] | {"also_about": [name]}]
    ),
}
Change = tuple[str, str, object]
changes = st.sampled_from(sorted(CHANGES)).flatmap(
    lambda field: st.tuples(st.sampled_from(NAMES), st.just(field), CHANGES[field])
)


def _apply(chosen: Sequence[Change], removed: str | None) -> Callable[[Story], None]:
    def apply(records: Story) -> None:
        for name, field, value in chosen:
            records[name][field] = value
            if field == "start":
                records[name]["end"] = str(value).replace("T00", "T01")
        if removed:
            del records[removed]

    return apply


@settings(max_examples=EXAMPLES // 4)
@given(
    st.lists(changes, min_size=1, max_size=3),
    st.sampled_from([None, None, None, "crane", "gate"]),
    st.sampled_from(NAMES),
    st.booleans(),
)
def test_a_site_published_again_has_the_bytes_of_one_from_nothing(
    chosen: list[Change], removed: str | None, corrected: str, draws_pictures: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corrections = folder / "story/corrections"
        corrections.mkdir(parents=True)
        correction = {
            "date": "2023-06-01",
            "event": "depot",
            "field": "claims.c1.also_about",
            "was": [corrected],
            "is": None,
            "why": "The report is about one fire.",
        }
        (corrections / "depot.jsonl").write_text(json.dumps(correction), encoding="utf-8")
        publish_twice(
            folder, make_records(), _apply(chosen, removed), draws_pictures=draws_pictures
        )
