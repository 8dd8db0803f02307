"""A good record breaks no rule of any kind."""

import pytest

from geo.story.check.remark import Rule
from geo.story.check.rules.attribution import find_wrong_attribution
from geo.story.check.rules.figures import find_strange_figures
from geo.story.check.rules.places import (
    find_areas_beyond_their_radius,
    find_places_out_of_bounds,
)
from geo.story.check.rules.statements import (
    find_missing_sources,
    find_repeated_statements,
    find_strange_incidents,
    find_summaries_without_room,
    find_uncounted_casualties,
)
from geo.story.check.rules.texts import find_perpetrators_in_texts
from geo.story.check.rules.times import find_early_statements, find_future_times
from geo.story.check.rules.verification import (
    find_miscounted_aspects,
    find_undisputed_disputes,
    find_unnoticed_voices,
    find_unsupported_aspects,
)
from geo.story.check.rules.words import find_undeclared_words
from tests.story.check.checking import check, events_of

RULES = [
    *(find_places_out_of_bounds, find_undeclared_words, find_future_times, find_early_statements),
    find_areas_beyond_their_radius,
    *(find_repeated_statements, find_strange_incidents, find_missing_sources),
    find_summaries_without_room,
    *(find_uncounted_casualties, find_miscounted_aspects, find_unsupported_aspects),
    *(find_unnoticed_voices, find_undisputed_disputes, find_wrong_attribution),
    *(find_perpetrators_in_texts, find_strange_figures),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_good_record_and_an_empty_one_break_no_rule(rule: Rule) -> None:
    assert check(rule, events_of()) == []
    assert check(rule) == []
