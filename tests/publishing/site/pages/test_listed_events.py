"""What a list says of an event, and the link to its page."""

from dataclasses import replace
from datetime import date

from geo.publishing.site.pages.listed_events import describe_rows, link_event
from geo.publishing.site.plan.history import Change
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.correction import Correction


def test_a_row_has_the_words_of_its_event_in_the_order_of_the_events(plan: Plan) -> None:
    rows = describe_rows(plan, plan.events.loc[["tower", "port"]])
    assert [row["path"] for row in rows] == ["events/tower/index.html", "events/port/index.html"]
    assert rows[1]["title"] == "Fire in the port"
    assert rows[1]["verified"] == "Disputed"
    assert rows[1]["month"] == "May 2023"
    # A degree of the equator from the border, and known to some 5 km.
    assert rows[1]["distance"] == "106 to 117 km"


def test_a_list_of_no_events_has_no_row(plan: Plan) -> None:
    assert describe_rows(plan, plan.events.head(0)) == []


def test_only_an_event_of_the_record_has_a_link(plan: Plan) -> None:
    gone = Change("flare", "v2", "2023-06-03", is_withdrawn=True)
    plan = replace(plan, changes=(gone,))
    assert link_event(plan, "port") == ("Disputed: Fire in the port", "events/port/index.html")
    title, path = link_event(plan, "flare")
    assert title.endswith(": flare")
    assert path == ""
    # That an event was withdrawn is only said where one was.
    day, why = date(2023, 6, 4), "It was wrong."
    lines = tuple(
        Correction(date=day, event=event, field=field, is_=is_, why=why)
        for event, field, is_ in (("flair", "title", None), ("torch", "id", ["port"]))
    )
    plan = replace(plan, corrections=lines)
    assert link_event(plan, "flair") == ("An event that is not in this record", "")
    assert link_event(plan, "torch") == ("An event that is no longer in the record", "")
    # Of a draft not even the id is said.
    title, path = link_event(plan, "secret")
    assert "secret" not in title
    assert path == ""
