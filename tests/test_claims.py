"""Claims: what is on record when, who rests on whom, and sentences that name their speakers."""

import re
import statistics
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.claims import (
    Entry,
    build_attribution_sentences,
    build_boxes,
    build_grid,
    build_ledger,
    build_ledgers,
    check_verification,
    find_independent_origins,
    find_possible_statements,
    find_statement_interval,
    find_supported_verification,
    flag_party_denials,
    flag_single_origin,
    format_attribution_line,
    format_clause,
    search_claims,
)
from geo.claims.sentence_words import load_sentence_words
from geo.claims.short_clauses import shorten_clause
from geo.claims.stances import AFFIRMING
from geo.claims.verification import ASPECTS
from geo.events import Claim, Source, read_events
from geo.events.vocabulary import VOCABULARY

# A shared machine may stall; what is slow is measured elsewhere.
unhurried = settings(deadline=None)

PARTIES = frozenset({"russia", "ukraine"})
KREMLIN = "kremlin-2023-05-03-drone-1"
RECORD = Path(__file__).parent.parent / "data" / "events.geojson"


def a_claim(number=1, **said):
    """A governor's word on what happened, of 3 May 2023, unless told otherwise."""
    usual = {
        "id": f"c{number}",
        "stance": "asserts",
        "about": ("occurrence",),
        "basis": "official_statement",
        "side": "russia",
        "actor": "Governor of the region",
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": "Said a drone came down.",
        "source": None,
    }
    return Claim(**(usual | said))


def a_source(number=1, **stated):
    usual = {
        "id": f"s{number}",
        "publisher": "A paper",
        "title": None,
        "url": None,
        "date": "2023-05-03",
        "origin": f"wire-{number}",
        "is_party": False,
    }
    return Source(**(usual | stated))


def events_of(*events, tz="Europe/Moscow"):
    """A frame of events e1, e2, ...; each a pair of claims and sources."""
    return pd.DataFrame(
        {
            "claims": [tuple(claims) for claims, _ in events],
            "sources": [tuple(sources) for _, sources in events],
            "tz": tz,
            "verification": "unverified",
            "verified_aspects": [()] * len(events),
        },
        index=pd.Index([f"e{number}" for number in range(1, len(events) + 1)], name="id"),
    )


def ledger_of(*claims, sources=()):
    return build_ledger(events_of((claims, sources)), "e1")


def keys(entries):
    return {entry.key for entry in entries}


@cache
def the_record():
    return read_events(RECORD).events


def kremlin(moment=None):
    return build_ledger(the_record(), KREMLIN, moment)


# When something was said


@pytest.mark.parametrize(
    ("said_at", "precision", "start", "end"),
    [
        ("2023-05-03T02:37+03:00", "minute", "2023-05-02T23:37", "2023-05-02T23:38"),
        ("2023-05-03T02:37", "minute", "2023-05-02T23:37", "2023-05-02T23:38"),
        ("2023-05-03T20:54Z", "minute", "2023-05-03T20:54", "2023-05-03T20:55"),
        ("2023-05-03T14:33+03:00", "hour", "2023-05-03T11:03", "2023-05-03T12:03"),
        ("2023-05-03T18:43+03:00", "part_of_day", "2023-05-03T15:00", "2023-05-03T21:00"),
        ("2023-05-03", "part_of_day", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "day", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", None, "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "minute", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "days", "2023-05-01T21:00", "2023-05-04T21:00"),
        ("2023-05-03", "week", "2023-04-30T21:00", "2023-05-07T21:00"),
        ("2023-05-31", "month", "2023-04-30T21:00", "2023-05-31T21:00"),
        ("2024-02", None, "2024-01-31T21:00", "2024-02-29T21:00"),
        ("2023", "day", "2022-12-31T21:00", "2023-12-31T21:00"),
    ],
)
def test_a_statement_may_have_been_made_at_any_moment_its_precision_leaves_open(
    said_at, precision, start, end
):
    claim = SimpleNamespace(said_at=said_at, said_at_precision=precision)
    wanted = tuple(datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end))
    assert find_statement_interval(claim, "Europe/Moscow") == wanted


def test_a_day_on_which_clocks_change_has_its_own_length():
    claim = a_claim(said_at="2023-03-26", said_at_precision="day")
    start, end = find_statement_interval(claim, "Europe/Kyiv")
    assert end - start == timedelta(hours=23)


@pytest.mark.parametrize("said_at", [None, "2999-12-31"])
def test_only_an_undated_statement_has_no_interval(said_at):
    interval = find_statement_interval(
        a_claim(said_at=said_at, said_at_precision=None), "Europe/Moscow"
    )
    assert (interval is None) == (said_at is None)


# The ledger


def test_an_event_nobody_speaks_about_has_an_empty_ledger():
    assert ledger_of() == ()


def test_an_unknown_event_is_an_error_not_an_empty_ledger():
    with pytest.raises(KeyError):
        build_ledger(events_of(((), ())), "e2")


def test_statements_stand_by_their_start_then_the_narrower_then_the_file():
    entries = ledger_of(
        a_claim(1, said_at=None, said_at_precision=None),
        a_claim(2, said_at="2023-05-03", said_at_precision="day"),
        a_claim(3, said_at="2023-05-03", said_at_precision="day"),
        a_claim(4, said_at="2023-05-03T00:00+03:00", said_at_precision="minute"),
        a_claim(5, said_at="2023-05-02T12:00+03:00", said_at_precision="minute"),
    )
    assert [entry.claim.id for entry in entries] == ["c5", "c4", "c2", "c3", "c1"]


def test_one_statement_about_two_events_is_in_both_ledgers_with_its_own_source():
    shared = a_claim(1, also_about=("e2",), source="s1")
    events = events_of(((shared,), (a_source(1),)), ((a_claim(1),), ()))
    assert keys(build_ledger(events, "e2")) == {"e1#c1", "e2#c1"}
    assert {entry.source for entry in build_ledger(events, "e2")} == {a_source(1), None}
    assert {event: keys(entries) for event, entries in build_ledgers(events).items()} == {
        "e1": {"e1#c1"},
        "e2": {"e1#c1", "e2#c1"},
    }


def test_a_shared_statement_stays_when_the_other_event_is_filtered_away():
    shared = a_claim(1, also_about=("e2",))
    events = events_of(((shared,), ()), ((), ()))
    assert set(build_ledgers(events.loc[["e1"]])) == {"e1"}


# As known at


def test_a_statement_dated_by_the_day_is_known_when_the_day_is_over():
    events = events_of(((a_claim(),), ()))
    assert build_ledger(events, "e1", datetime(2023, 5, 3, 12)) == ()
    assert keys(find_possible_statements(events, "e1", datetime(2023, 5, 3, 12))) == {"e1#c1"}
    assert keys(build_ledger(events, "e1", datetime(2023, 5, 4))) == {"e1#c1"}
    assert find_possible_statements(events, "e1", datetime(2023, 5, 4)) == ()


def test_a_moment_with_an_offset_is_that_instant():
    events = events_of(((a_claim(),), ()))
    assert build_ledger(events, "e1", datetime(2023, 5, 3, 20, 59, tzinfo=UTC)) == ()
    assert len(build_ledger(events, "e1", datetime(2023, 5, 3, 21, tzinfo=UTC))) == 1


def test_an_undated_statement_is_known_from_the_end_of_its_sources_day():
    undated = a_claim(said_at=None, said_at_precision=None, source="s1")
    events = events_of(((undated,), (a_source(1, date="2023-05-10"),)))
    assert build_ledger(events, "e1", datetime(2023, 5, 10, 12)) == ()
    assert len(build_ledger(events, "e1", datetime(2023, 5, 11))) == 1


def test_an_undated_statement_without_a_dated_source_is_shown_only_now():
    undated = a_claim(said_at=None, said_at_precision=None)
    events = events_of(((undated,), ()))
    assert build_ledger(events, "e1", datetime(2999, 1, 1)) == ()
    assert keys(find_possible_statements(events, "e1", datetime(2000, 1, 1))) == {"e1#c1"}
    assert len(build_ledger(events, "e1")) == 1


def test_a_source_dated_later_is_left_out_while_its_statement_stays():
    events = events_of(((a_claim(source="s1"),), (a_source(1, date="2023-05-25"),)))
    [entry] = build_ledger(events, "e1", datetime(2023, 5, 4))
    assert entry.source is None
    assert entry.origin == "wire-1"
    [entry] = build_ledger(events, "e1", datetime(2023, 5, 26))
    assert entry.source == a_source(1, date="2023-05-25")


# The Kremlin, 3 May 2023


def test_at_least_ten_speakers_make_at_least_ten_claims_about_the_kremlin():
    entries = kremlin()
    assert len(entries) >= 10
    assert len({entry.claim.actor for entry in entries}) >= 10


@pytest.mark.parametrize(
    ("topic", "side", "stances"),
    [
        ("perpetrator", "russia", {"accuses"}),
        ("perpetrator", "ukraine", {"denies"}),
        (
            "perpetrator",
            "us",
            {"cannot_verify", "urges_caution", "denies", "asserts", "contradicts"},
        ),
        ("occurrence", "us", {"cannot_verify"}),
        ("occurrence", "ukraine", set()),
        ("casualties", "russia", {"asserts"}),
        ("casualties", "ukraine", set()),
        ("intent", "independent", {"alleges_staged"}),
        ("intent", "us", {"contradicts"}),
        ("time", "russia", set()),
    ],
)
def test_the_grid_on_the_kremlin_is_as_written_by_hand(topic, side, stances):
    assert set(build_grid(kremlin()).stances(topic, side)) == stances


def test_the_grid_by_speaker_gives_each_their_own_column():
    grid = build_grid(kremlin(), by="actor")
    assert grid.stances("perpetrator", "John Kirby, US National Security Council") == ("denies",)
    assert grid.stances("intent", "Institute for the Study of War") == ("alleges_staged",)
    assert grid.topics == tuple(VOCABULARY["about"])


def test_at_noon_on_3_may_only_the_video_was_surely_on_record():
    noon = datetime(2023, 5, 3, 12)
    [entry] = kremlin(noon)
    assert entry.claim.actor.startswith("Residents' Telegram channel")
    boxes = build_boxes(kremlin(noon), PARTIES)
    assert boxes.known == boxes.disputed == ()
    assert [sentence.claims for sentence in boxes.claimed] == [(entry.key,)]
    [nobody] = boxes.unknown
    assert nobody.text == (
        "Nobody on record has said who did it, what was intended, who was hurt or what was damaged."
    )
    assert not any(
        "officials" in one.claim.actor
        for one in find_possible_statements(the_record(), KREMLIN, noon)
    )


def test_at_midnight_videos_support_two_drones_and_who_sent_them_is_disputed():
    midnight = kremlin(datetime(2023, 5, 4))
    boxes = build_boxes(midnight, PARTIES)
    assert "occurrence" in {topic for sentence in boxes.known for topic in sentence.topics}
    [who] = [sentence for sentence in boxes.disputed if sentence.topics == ("perpetrator",)]
    assert (
        "the Kremlin press service and the Investigative Committee of Russia made an accusation"
        in (who.text)
    )
    assert "Mykhailo Podolyak, Serhii Nykyforov and Volodymyr Zelensky denied it" in who.text
    assert any("none of the" in one.text and "Who did it" in one.text for one in boxes.unknown)
    assert any(
        one.text.startswith("Antony Blinken, US secretary of state,") for one in boxes.unknown
    )
    speakers = {entry.claim.actor for entry in midnight}
    # Said at 17:30 in Washington, which is after midnight in Moscow.
    assert "Institute for the Study of War" not in speakers
    assert "John Kirby, US National Security Council" not in speakers


def test_now_the_officials_of_24_may_have_spoken_and_nothing_said_before_is_gone():
    boxes = build_boxes(kremlin(), PARTIES)
    [who] = [sentence for sentence in boxes.disputed if sentence.topics == ("perpetrator",)]
    assert "Volodymyr Zelensky and John Kirby denied it" in who.text
    assert "the Institute for the Study of War alleged staging" in who.text
    assert "quoted by The New York Times" in who.text
    assert keys(kremlin(datetime(2023, 5, 4))) <= keys(kremlin())


def test_the_damage_at_the_kremlin_is_disputed_once_reuters_has_looked():
    before, now = (
        build_boxes(kremlin(datetime(2023, 5, 4)), PARTIES),
        build_boxes(kremlin(), PARTIES),
    )
    assert ("damage",) not in {sentence.topics for sentence in before.disputed}
    assert ("damage",) in {sentence.topics for sentence in now.disputed}


def test_every_sentence_of_a_box_rests_on_claims_of_the_ledger():
    for moment in (datetime(2023, 5, 3, 12), datetime(2023, 5, 4), None):
        entries = kremlin(moment)
        boxes = build_boxes(entries, PARTIES)
        for sentence in (*boxes.known, *boxes.claimed, *boxes.disputed, *boxes.unknown):
            assert set(sentence.claims) <= keys(entries)
            assert sentence.claims or sentence.text.startswith("Nobody on record")


def test_the_line_on_the_kremlin_tells_accusation_denial_and_doubt_in_that_order():
    assert build_attribution_sentences(kremlin()) == (
        "The Kremlin press service counted two drones aimed at the presidential residence, "
        "and attributed the drones to Ukraine.",
        "The president of Ukraine and two others denied any part in it.",
        "The US secretary of state and one other could not verify what happened; "
        "13 more are on record.",
    )


def test_the_line_on_the_kremlin_at_noon_knows_nobody_but_the_video():
    assert format_attribution_line(kremlin(datetime(2023, 5, 3, 12))) == (
        "A residents' Telegram channel of Yakimanka-Zamoskvorechye said a neighbourhood channel "
        "posted video of smoke rising from the Kremlin."
    )


def test_statements_about_the_kremlin_do_not_say_shot_down():
    assert "shot down" not in format_attribution_line(kremlin()).replace(
        "whether they were shot down", ""
    )


# Origins


def test_copies_of_one_wire_count_once():
    media = {"side": "media", "basis": "media_report"}
    entries = ledger_of(
        a_claim(1, **media, actor="Paper one", source="s1"),
        a_claim(2, **media, actor="Paper two", source="s2"),
        a_claim(3, **media, actor="Paper three", source="s3"),
        sources=(a_source(1, origin="ap"), a_source(2, origin="ap"), a_source(3, origin="afp")),
    )
    origins = find_independent_origins(entries, PARTIES)
    assert {origin.name: keys(origin.entries) for origin in origins} == {
        "ap": {"e1#c1", "e1#c2"},
        "afp": {"e1#c3"},
    }


def test_a_party_does_not_corroborate_itself_through_many_mouths():
    entries = ledger_of(
        a_claim(1, actor="Governor", source="s1"),
        a_claim(2, actor="Mayor", source="s2"),
        sources=(a_source(1), a_source(2)),
    )
    [origin] = find_independent_origins(entries, PARTIES)
    assert (origin.name, origin.party, origin.counts) == ("russia", "russia", True)
    assert len(find_independent_origins(entries, parties=())) == 2


def test_a_partys_outlet_counts_only_where_the_party_is_silent():
    outlet = a_claim(1, side="media", actor="State agency", source="s1")
    state = a_source(1, is_party=True)
    [alone] = find_independent_origins(ledger_of(outlet, sources=(state,)), PARTIES)
    assert alone.counts
    both = find_independent_origins(ledger_of(outlet, a_claim(2), sources=(state,)), PARTIES)
    assert [origin.counts for origin in both].count(True) == 1


def test_an_official_and_a_resident_in_one_report_are_one_origin():
    entries = ledger_of(
        a_claim(1, source="s1"),
        a_claim(2, side="independent", actor="Residents", basis="witnessed", source="s1"),
        sources=(a_source(1),),
    )
    [origin] = find_independent_origins(entries, PARTIES)
    assert origin.party is None
    assert origin.checkable


def test_denials_silence_and_withdrawn_words_are_no_origin():
    entries = ledger_of(
        a_claim(1, stance="denies", side="ukraine", actor="Adviser"),
        a_claim(2, stance="cannot_verify", side="us", actor="Secretary"),
        a_claim(3, actor="Mayor", said_at="2023-05-03"),
        a_claim(4, actor="Mayor", stance="withdraws", said_at="2023-05-04"),
    )
    assert find_independent_origins(entries, PARTIES) == ()


def test_masks_tell_which_events_a_party_denies_and_which_rest_on_one_origin():
    events = events_of(
        ((), ()),
        ((a_claim(),), ()),
        ((a_claim(), a_claim(2, stance="denies", side="ukraine", actor="Adviser")), ()),
        ((a_claim(), a_claim(2, stance="denies", side="us", actor="Spokesman")), ()),
        ((a_claim(), a_claim(2, side="media", actor="Paper")), ()),
    )
    assert flag_party_denials(events, PARTIES).tolist() == [False, False, True, False, False]
    assert flag_single_origin(events, PARTIES).tolist() == [False, True, True, True, False]


def test_a_shared_denial_marks_every_event_it_is_about():
    denial = a_claim(1, stance="denies", side="ukraine", actor="Adviser", also_about=("e2",))
    events = events_of(((denial,), ()), ((a_claim(),), ()))
    assert flag_party_denials(events, PARTIES).tolist() == [True, True]


def test_masks_of_no_events_are_empty():
    assert flag_party_denials(events_of(), PARTIES).empty
    assert flag_single_origin(events_of(), PARTIES).empty


# What the claims alone would support

SEEN = {"side": "media", "basis": "visual_evidence", "actor": "Picture desk", "source": "s1"}


@pytest.mark.parametrize(
    ("claims", "verification", "aspects"),
    [
        ((), "unverified", ()),
        ((a_claim(),), "unverified", ()),
        ((a_claim(), a_claim(2, actor="Mayor")), "unverified", ()),
        (
            (a_claim(), a_claim(2, side="media", basis="media_report", actor="Paper")),
            "unverified",
            (),
        ),
        ((a_claim(), a_claim(2, **SEEN)), "partly_verified", ("content",)),
        (
            (
                a_claim(about=("occurrence", "place", "time")),
                a_claim(2, **SEEN, about=("occurrence", "place", "time")),
            ),
            "verified",
            ("place", "time", "content"),
        ),
        (
            (a_claim(), a_claim(2, side="ukraine", stance="claims_responsibility", actor="Army")),
            "partly_verified",
            ("place", "time"),
        ),
        # A witness was somewhere at some time; what it was that they heard is not shown.
        (
            (a_claim(), a_claim(2, side="independent", basis="witnessed", actor="Residents")),
            "partly_verified",
            ("place", "time"),
        ),
        ((a_claim(), a_claim(2, **SEEN, stance="corroborates")), "verified", ASPECTS),
        (
            (
                a_claim(),
                a_claim(2, **SEEN, stance="corroborates"),
                a_claim(3, stance="contradicts", about=("damage",), side="media", actor="Paper"),
            ),
            "partly_verified",
            ("place", "time"),
        ),
        (
            (a_claim(), a_claim(2, side="media", stance="contradicts", actor="Paper")),
            "disputed",
            (),
        ),
        ((a_claim(), a_claim(2, stance="denies", actor="Mayor")), "unverified", ()),
        (
            (a_claim(), a_claim(2, **SEEN), a_claim(3, stance="denies", actor="Mayor")),
            "partly_verified",
            ("content",),
        ),
        (
            (a_claim(), a_claim(2, stance="withdraws", said_at="2023-05-04")),
            "retracted",
            (),
        ),
        # "Nothing damaged" and "a roof burnt" are both about damage: no support from that.
        (
            (a_claim(about=("damage",)), a_claim(2, **SEEN, about=("damage",))),
            "unverified",
            (),
        ),
    ],
)
def test_claims_and_origins_support_no_more_than_the_rule_says(claims, verification, aspects):
    support = find_supported_verification(ledger_of(*claims, sources=(a_source(1),)), PARTIES)
    assert (support.verification, support.aspects) == (verification, aspects)
    assert support.reason.endswith(".")


def test_a_party_that_affirms_and_denies_at_once_agrees_with_nobody():
    both = (
        a_claim(actor="Emergency services"),
        a_claim(2, side="ukraine", stance="claims_responsibility", about=("occurrence",)),
    )
    agreed = find_supported_verification(ledger_of(*both), PARTIES)
    assert agreed.aspects == ("place", "time")
    denial = a_claim(3, stance="denies", actor="Adviser to the governor")
    assert find_supported_verification(ledger_of(*both, denial), PARTIES).verification == "disputed"


def test_a_picture_that_corroborates_damage_shows_place_and_content_not_the_time():
    damage = {"about": ("damage",), "side": "media", "basis": "visual_evidence", "actor": "Desk"}
    told = a_claim(about=("occurrence", "damage"))
    shown = ledger_of(told, a_claim(2, **damage, stance="corroborates"))
    assert find_supported_verification(shown, PARTIES).aspects == ("place", "content")
    # What is only posted beside an official's word may show that there was none.
    posted = ledger_of(told, a_claim(2, **damage))
    assert find_supported_verification(posted, PARTIES).aspects == ()


def test_a_measure_is_done_by_being_announced_unless_somebody_contradicts_it():
    announced = a_claim(summary="Announced a ban.")
    denied = a_claim(2, stance="contradicts", side="ukraine", actor="Adviser")
    assert find_supported_verification(
        ledger_of(announced), PARTIES, measure=True
    ).verification == ("verified")
    assert find_supported_verification(ledger_of(announced), PARTIES).verification == "unverified"
    doubted = ledger_of(announced, denied)
    assert find_supported_verification(doubted, PARTIES, measure=True).verification == "disputed"


def test_the_kremlin_is_supported_in_place_and_time_as_the_record_says():
    checked = check_verification(the_record(), PARTIES).loc[KREMLIN]
    assert checked["supported"] == checked["recorded"] == "partly_verified"
    assert checked["supported_aspects"] == ("place", "time")
    assert checked["reason"] == (
        "Place and time have a second origin; the content is contradicted by "
        "Reuters, from the videos."
    )


def test_at_midnight_the_claims_support_what_they_supported_then():
    noon = check_verification(the_record(), PARTIES, datetime(2023, 5, 3, 12)).loc[KREMLIN]
    assert (noon["recorded"], noon["supported"]) == ("partly_verified", "unverified")


def test_the_check_shows_the_record_beside_the_rule_for_every_event():
    checked = check_verification(the_record(), PARTIES)
    assert checked.index.equals(the_record().index)
    assert checked["recorded"].equals(the_record()["verification"].rename("recorded"))
    agreeing = checked[~checked["differs"]]
    assert (agreeing["recorded"] == agreeing["supported"]).all()


# Sentences


def test_without_claims_the_line_says_that_nobody_is_on_record():
    assert format_attribution_line(()) == "No statement about this event is on record."


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"summary": "Said a drone fell."}, "The mayor's office said a drone fell"),
        ({"summary": "A drone fell."}, "The mayor's office said a drone fell"),
        ({"summary": "Two drones downed."}, "The mayor's office said: two drones downed"),
        ({"summary": "Moscow burnt."}, "The mayor's office said: Moscow burnt"),
        ({"summary": "Later said it fell."}, "The mayor's office later said it fell"),
        (
            {"summary": "In reply, said it fell."},
            "The mayor's office, in reply, said it fell",
        ),
        (
            {"summary": "At 14:00 residents heard two blasts."},
            "The mayor's office said: at 14:00 residents heard two blasts",
        ),
        (
            {"summary": "Heard two blasts.", "basis": "witnessed"},
            "The mayor's office by their own account heard two blasts",
        ),
        (
            {"stance": "neither_confirms_nor_denies", "summary": "No comment."},
            "The mayor's office gave neither a confirmation nor a denial",
        ),
        (
            {"stance": "denies", "summary": "A gas leak."},
            "The mayor's office denied this: a gas leak",
        ),
    ],
)
def test_a_summary_reads_on_only_where_it_is_a_predicate(said, wanted):
    [entry] = ledger_of(a_claim(**({"actor": "the mayor's office"} | said)))
    assert format_clause(entry).casefold() == wanted.casefold()


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        ("Kremlin press service", "The Kremlin press service said"),
        (
            "Alexander Bogomaz, governor of Bryansk Region",
            "Alexander Bogomaz, governor of Bryansk Region, said",
        ),
        (
            "Baza, Shot and Mash, Russian Telegram channels",
            "Baza, Shot and Mash, Russian Telegram channels, said",
        ),
        ("US officials (unnamed), quoted by CNN", "US officials (unnamed), quoted by CNN, said"),
        ("shakhty.su, local news site", "shakhty.su, local news site, said"),
        ("Residents of Bryansk", "Residents of Bryansk said"),
        ("Володимир Зеленський", "Володимир Зеленський said"),
    ],
)
def test_speakers_are_named_in_full_and_never_mangled(actor, wanted):
    [entry] = ledger_of(a_claim(actor=actor))
    assert format_clause(entry) == f"{wanted} a drone came down"


def test_speakers_of_one_side_who_deny_share_a_clause_and_the_office_is_named():
    deny = {"stance": "denies", "side": "ukraine", "about": ("perpetrator",)}
    entries = ledger_of(
        a_claim(1),
        a_claim(2, **deny, actor="Ann Bee, adviser to the president"),
        a_claim(3, **deny, actor="Cee Dee, president of Ukraine"),
        a_claim(4, stance="cannot_verify", side="us", actor="Eff Gee", summary="Could not tell."),
    )
    assert format_attribution_line(entries) == (
        "The governor of the region said a drone came down. "
        "The president of Ukraine and one other denied any part in it. "
        "Eff Gee could not verify what happened."
    )


def test_a_denial_by_the_side_that_accuses_keeps_its_own_words():
    entries = ledger_of(
        a_claim(1),
        a_claim(2, stance="denies", about=("perpetrator",), summary="Saw no outside action."),
    )
    assert format_attribution_line(entries).endswith(
        "The governor of the region saw no outside action."
    )


def test_speakers_left_out_of_the_line_are_counted():
    long = "Said that at six in the morning a drone of an unknown kind came down in a field by the"
    entries = ledger_of(
        *(
            a_claim(number, actor=f"Mayor {number}", summary=f"{long} road numbered {number}.")
            for number in range(1, 8)
        )
    )
    assert format_attribution_line(entries).endswith("road numbered 1; six more are on record.")


def test_whoever_says_they_did_it_is_in_the_line():
    claimed = {"stance": "claims_responsibility", "side": "ukraine", "actor": "Army of the East"}
    entries = ledger_of(
        *(a_claim(number, actor=f"Mayor {number}") for number in range(1, 12)),
        a_claim(12, **claimed, summary="Said its men did it."),
    )
    assert "the Army of the East said its men did it" in format_attribution_line(entries)


def test_an_official_goes_before_a_medium_and_a_medium_before_a_nameless_source():
    official = a_claim(3, actor="Mayor of the town")
    paper = a_claim(2, side="media", basis="media_report", actor="The Daily")
    nameless = a_claim(1, basis="anonymous_official", actor="Source in the town")
    assert format_attribution_line(ledger_of(nameless, paper, official)).startswith(
        "Mayor of the town"
    )
    assert format_attribution_line(ledger_of(nameless, paper)).startswith("The Daily said")
    assert format_attribution_line(ledger_of(nameless)).startswith("A source in the town said")


@pytest.mark.parametrize(
    ("summary", "brief"),
    [
        (
            "Put the blasts at 02:45, spoke of air defence at work by preliminary data, and said "
            "that nobody was hurt and nothing was destroyed.",
            "put the blasts at 02:45",
        ),
        (
            "Said the checkpoint came under fire from the other side about 09:40, that nothing "
            "was lost and that the guards fired back.",
            "said the checkpoint came under fire from the other side about 09:40",
        ),
        # What turns the sense round stays, however long.
        (
            "Geolocated videos of two helicopters over the town, one filmed from the depot during "
            "the strikes, but could not confirm whose they were.",
            "geolocated videos of two helicopters over the town, one filmed from the depot during "
            "the strikes, but could not confirm whose they were",
        ),
        # An aside is not the end of a sentence.
        (
            "Said the fire of the day before, after the attack by a drone on the works, had "
            "flared up again by itself in the night.",
            "said the fire of the day before, after the attack by a drone on the works, had "
            "flared up again by itself in the night",
        ),
        ("Said a shell hit it; nobody was hurt.", "said a shell hit it"),
        ("As relayed by a paper, said a shell (or two) hit it.", "said a shell hit it"),
    ],
)
def test_a_clause_is_cut_only_where_what_stays_stands_by_itself(summary, brief):
    [entry] = ledger_of(a_claim(summary=summary))
    assert shorten_clause(entry, load_sentence_words()) == brief


def test_every_line_of_the_record_is_short_and_cuts_no_clause_open():
    lines = {
        event: format_attribution_line(entries)
        for event, entries in build_ledgers(the_record()).items()
    }
    lengths = [len(line.split()) for line in lines.values()]
    assert max(lengths) <= 60
    assert statistics.median(lengths) <= 45
    for line in lines.values():
        for part in re.split(r"[;.] ?", line):
            assert not part.endswith((" and", " that", " or", " with", ","))


def test_a_mere_reaction_is_left_out_while_somebody_speaks_of_the_event():
    reaction = a_claim(
        2, actor="Speaker of the house", about=("response",), summary="Called for war."
    )
    assert "war" not in format_attribution_line(ledger_of(a_claim(1), reaction))
    assert "called for war" in format_attribution_line(ledger_of(reaction))


def test_every_line_of_the_record_names_the_first_who_speaks():
    for entries in build_ledgers(the_record()).values():
        sentences = build_attribution_sentences(entries)
        assert 1 <= len(sentences) <= 3
        for sentence in sentences:
            assert sentence.endswith(".")
            assert "  " not in sentence
            assert " ," not in sentence


# Search


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("podolyak", {"e1#c1"}),
        ("Подоляк", {"e1#c1"}),
        ("PODOLIAK denies", {"e1#c1"}),
        ("Zelenský", {"e1#c2"}),
        ("Зеленський", {"e1#c2"}),
        ("helsinki", {"e1#c2"}),
        ("podolyak zelensky", set()),
        ("  ", set()),
        ("drone", {"e1#c1", "e1#c2"}),
    ],
)
def test_search_finds_speakers_words_and_stances_in_any_alphabet(text, found):
    events = events_of(
        (
            (
                a_claim(1, actor="Mykhailo Podolyak", stance="denies"),
                a_claim(2, actor="Volodymyr Zelensky", where="Helsinki"),
            ),
            (),
        )
    )
    assert keys(search_claims(events, text)) == found


# What holds for any ledger

names = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and "\x00" not in text)
dates = st.dates(datetime(2022, 1, 1).date(), datetime(2024, 1, 1).date()).map(str)
clocks = st.builds("{}T{:02}:{:02}+03:00".format, dates, st.integers(0, 23), st.integers(0, 59))
any_claim = st.builds(
    a_claim,
    stance=st.sampled_from(sorted(VOCABULARY["stance"])),
    about=st.lists(st.sampled_from(sorted(VOCABULARY["about"])), min_size=1, unique=True).map(
        tuple
    ),
    basis=st.sampled_from(sorted(VOCABULARY["basis"])),
    side=st.sampled_from(["russia", "ukraine", "us", "media", "независимые"]),
    actor=st.sampled_from(["Mayor, of A (B)", "Baza, Shot and Mash, channels", "Кремль"]) | names,
    said_at=st.none() | dates | clocks,
    said_at_precision=st.none() | st.sampled_from(sorted(VOCABULARY["time_precision"])),
    summary=st.sampled_from(["Said so. And more. Much more.", "A; b; c."]) | names,
    source=st.sampled_from([None, "s1", "s2", "s3"]),
)


def numbered(claims):
    return tuple(
        Claim(**{name: getattr(claim, name) for name in claim.__slots__} | {"id": f"c{number}"})
        for number, claim in enumerate(claims, 1)
    )


any_claims = st.lists(any_claim, max_size=8).map(numbered)
SOURCES = (
    a_source(1, origin="ap"),
    a_source(2, origin="ap", date="2023-06-01"),
    a_source(3, date=None, is_party=True),
)
moments = st.datetimes(datetime(2022, 1, 1), datetime(2024, 6, 1))


@unhurried
@given(any_claims, moments, moments)
def test_a_later_moment_never_shows_less(claims, one, other):
    events = events_of((claims, SOURCES))
    earlier, later = sorted((one, other))
    first, then = build_ledger(events, "e1", earlier), build_ledger(events, "e1", later)
    assert keys(first) <= keys(then) <= keys(build_ledger(events, "e1"))
    shown = {entry.key for entry in first if entry.source}
    assert shown <= {entry.key for entry in then if entry.source}


@unhurried
@given(any_claims, moments)
def test_what_is_known_and_what_may_have_been_said_never_overlap(claims, moment):
    events = events_of((claims, SOURCES))
    known = keys(build_ledger(events, "e1", moment))
    assert known.isdisjoint(keys(find_possible_statements(events, "e1", moment)))


@unhurried
@given(any_claims, any_claim)
def test_no_claim_disappears_when_another_is_added(claims, another):
    more = numbered((*claims, another))
    before = keys(build_ledger(events_of((claims, SOURCES)), "e1"))
    assert before <= keys(build_ledger(events_of((more, SOURCES)), "e1"))


@unhurried
@given(any_claims, st.permutations(SOURCES))
def test_the_order_of_sources_changes_nothing(claims, shuffled):
    one = build_ledger(events_of((claims, SOURCES)), "e1")
    other = build_ledger(events_of((claims, tuple(shuffled))), "e1")
    assert one == other
    assert find_independent_origins(one, PARTIES) == find_independent_origins(other, PARTIES)
    assert build_boxes(one, PARTIES) == build_boxes(other, PARTIES)


@unhurried
@given(any_claims)
def test_every_affirming_statement_goes_back_to_exactly_one_origin(claims):
    entries = ledger_of(*claims, sources=SOURCES)
    origins = find_independent_origins(entries, PARTIES)
    traced = [entry.key for origin in origins for entry in origin.entries]
    assert len(traced) == len(set(traced))
    affirming = {
        entry.key
        for entry in entries
        if entry.claim.stance in AFFIRMING and set(entry.claim.about) != {"response"}
    }
    withdrawn = {entry.claim.actor for entry in entries if entry.claim.stance == "withdraws"}
    assert set(traced) <= affirming
    assert {e.key for e in entries if e.key in affirming and e.claim.actor not in withdrawn} <= set(
        traced
    )


@unhurried
@given(any_claims)
def test_a_line_is_never_empty_and_has_at_most_three_sentences(claims):
    sentences = build_attribution_sentences(ledger_of(*claims))
    assert 1 <= len(sentences) <= 3
    assert all(sentence.strip() for sentence in sentences)


@unhurried
@given(any_claim)
def test_a_clause_always_holds_its_speaker(claim):
    [entry] = ledger_of(claim)
    assert " ".join(claim.actor.split()).casefold() in format_clause(entry).casefold()


@unhurried
@given(any_claims)
def test_boxes_and_checks_accept_any_ledger(claims):
    entries = ledger_of(*claims, sources=SOURCES)
    boxes = build_boxes(entries, PARTIES)
    spoken = {topic for entry in entries for topic in entry.claim.about}
    silent = {
        topic for sentence in boxes.unknown if not sentence.claims for topic in sentence.topics
    }
    assert silent == set(VOCABULARY["about"]) - spoken - {"response"}
    assert find_supported_verification(entries, PARTIES).verification in VOCABULARY["verification"]


def test_words_exist_for_every_stance_and_topic():
    words = load_sentence_words()
    assert set(words.stances) == set(VOCABULARY["stance"])
    assert set(words.topics) == set(VOCABULARY["about"])
    assert len({stance.symbol for stance in words.stances.values()}) == len(words.stances)


def test_an_entry_without_words_still_names_its_stance():
    [entry] = ledger_of(a_claim(stance="denies", about=("perpetrator",), summary="..."))
    assert isinstance(entry, Entry)
    assert format_clause(entry).endswith("denied any part in it")
