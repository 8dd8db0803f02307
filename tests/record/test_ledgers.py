"""The ledgers of the shipped record: the Kremlin on 3 May 2023, and what holds for every event."""

import json
import re
import statistics
from datetime import datetime

import pytest
from geopandas import GeoDataFrame

from geo.claims import (
    Ledger,
    build_attribution_sentences,
    build_boxes,
    build_grid,
    build_ledger,
    build_ledgers,
    check_verification,
    find_possible_statements,
    format_attribution_line,
)
from geo.events.vocabulary import VOCABULARY
from geo.story.story_file import read_story
from tests.shipped_record import DATA, READING
from tests.statements import collect_keys

SIDES = read_story(DATA).declared_sides
KREMLIN = "kremlin-2023-05-03-drone-1"


def the_record() -> GeoDataFrame:
    return READING.events


def kremlin(moment: datetime | None = None) -> Ledger:
    return build_ledger(the_record(), KREMLIN, moment)


def test_at_least_ten_speakers_make_at_least_ten_claims_about_the_kremlin() -> None:
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
def test_the_grid_on_the_kremlin_is_as_written_by_hand(
    topic: str, side: str, stances: set[str]
) -> None:
    assert set(build_grid(kremlin()).list_stances(topic, side)) == stances


def test_the_grid_by_speaker_gives_each_their_own_column() -> None:
    grid = build_grid(kremlin(), by="actor")
    assert grid.list_stances("perpetrator", "John Kirby, US National Security Council") == (
        "denies",
    )
    assert grid.list_stances("intent", "Institute for the Study of War") == ("alleges_staged",)
    assert grid.topics == tuple(VOCABULARY["about"])


def test_at_noon_on_3_may_only_the_video_was_surely_on_record() -> None:
    noon = datetime(2023, 5, 3, 12)
    [entry] = kremlin(noon)
    assert str(entry.claim.actor).startswith("Residents' Telegram channel")
    boxes = build_boxes(kremlin(noon), SIDES)
    assert boxes.known == boxes.disputed == ()
    assert [sentence.claims for sentence in boxes.claimed] == [(entry.key,)]
    [nobody] = boxes.unknown
    assert nobody.text == (
        "Nobody on record has said who did it, what was intended, who was hurt or what was damaged."
    )
    assert not any(
        "officials" in str(one.claim.actor)
        for one in find_possible_statements(the_record(), KREMLIN, noon)
    )


def test_at_midnight_videos_support_two_drones_and_who_sent_them_is_disputed() -> None:
    midnight = kremlin(datetime(2023, 5, 4))
    boxes = build_boxes(midnight, SIDES)
    assert "occurrence" in {topic for sentence in boxes.known for topic in sentence.topics}
    [who] = [sentence for sentence in boxes.disputed if sentence.topics == ("perpetrator",)]
    assert (
        "the Kremlin press service, Vyacheslav Volodin and the Investigative Committee of Russia"
        " made an accusation" in who.text
    )
    assert "Mykhailo Podolyak, Serhii Nykyforov and Volodymyr Zelensky denied it" in who.text
    assert any("none of the" in one.text and "Who did it" in one.text for one in boxes.unknown)
    assert any(
        one.text.startswith("Antony Blinken, US secretary of state,") for one in boxes.unknown
    )
    speakers = {str(entry.claim.actor) for entry in midnight}
    # Said at 17:30 in Washington, which is after midnight in Moscow.
    assert "Institute for the Study of War" not in speakers
    assert "John Kirby, US National Security Council" not in speakers


def test_now_the_officials_of_24_may_have_spoken_and_nothing_is_lost() -> None:
    boxes = build_boxes(kremlin(), SIDES)
    [who] = [sentence for sentence in boxes.disputed if sentence.topics == ("perpetrator",)]
    assert "Volodymyr Zelensky and John Kirby denied it" in who.text
    assert "the Institute for the Study of War alleged staging" in who.text
    assert "quoted by The New York Times" in who.text
    assert collect_keys(kremlin(datetime(2023, 5, 4))) <= collect_keys(kremlin())


def test_the_damage_at_the_kremlin_is_disputed_once_reuters_has_looked() -> None:
    before, now = (
        build_boxes(kremlin(datetime(2023, 5, 4)), SIDES),
        build_boxes(kremlin(), SIDES),
    )
    assert ("damage",) not in {sentence.topics for sentence in before.disputed}
    assert ("damage",) in {sentence.topics for sentence in now.disputed}


def test_every_sentence_of_a_box_rests_on_claims_of_the_ledger() -> None:
    for moment in (datetime(2023, 5, 3, 12), datetime(2023, 5, 4), None):
        entries = kremlin(moment)
        boxes = build_boxes(entries, SIDES)
        for sentence in (*boxes.known, *boxes.claimed, *boxes.disputed, *boxes.unknown):
            assert set(sentence.claims) <= collect_keys(entries)
            assert sentence.claims or sentence.text.startswith("Nobody on record")


def test_the_line_on_the_kremlin_has_accusation_denial_and_doubt_in_that_order() -> None:
    assert build_attribution_sentences(kremlin()) == (
        "The Kremlin press service counted two drones aimed at the presidential residence, "
        "and attributed the drones to Ukraine.",
        "The president of Ukraine and two others denied any part in it.",
        "The US secretary of state and one other could not verify what happened; "
        "16 others have commented.",
    )


def test_the_line_on_the_kremlin_at_noon_knows_nobody_but_the_video() -> None:
    assert format_attribution_line(kremlin(datetime(2023, 5, 3, 12))) == (
        "A residents' Telegram channel of Yakimanka-Zamoskvorechye posted video of smoke rising "
        "from the Kremlin."
    )


def test_statements_about_the_kremlin_do_not_say_shot_down() -> None:
    assert "shot down" not in format_attribution_line(kremlin()).replace(
        "whether they were shot down", ""
    )


def test_the_kremlin_is_supported_in_place_and_time_as_the_record_says() -> None:
    checked = check_verification(the_record(), SIDES).loc[KREMLIN]
    assert checked["supported"] == checked["recorded"] == "partly_verified"
    assert checked["supported_aspects"] == ("place", "time")
    assert checked["reason"] == (
        "Place and time have a second origin; the content is contradicted by "
        "Reuters, from the videos."
    )


def test_at_midnight_the_claims_support_what_they_supported_then() -> None:
    noon = check_verification(the_record(), SIDES, datetime(2023, 5, 3, 12)).loc[KREMLIN]
    assert (noon["recorded"], noon["supported"]) == ("partly_verified", "unverified")


def test_the_check_compares_record_and_rule_for_every_event() -> None:
    checked = check_verification(the_record(), SIDES)
    assert checked.index.equals(the_record().index)
    assert checked["recorded"].equals(the_record()["verification"].rename("recorded"))
    agreeing = checked[~checked["differs"]]
    assert (agreeing["recorded"] == agreeing["supported"]).all()


def test_every_line_of_the_record_is_short_and_cuts_no_clause_open() -> None:
    lines = {
        event: format_attribution_line(entries)
        for event, entries in build_ledgers(the_record()).items()
    }
    lengths = [len(line.split()) for line in lines.values()]
    # A long first account keeps all its words, some 55 in 300 characters; who claims it, who
    # accuses, denies or doubts is never left out: two lines have all five.
    assert sorted(lengths)[-3] <= 75
    assert max(lengths) <= 90
    assert statistics.median(lengths) <= 45
    for line in lines.values():
        for part in re.split(r"[;.] ?", line):
            assert not part.endswith((" and", " that", " or", " with", ","))


def test_a_line_names_an_accuser_wherever_somebody_accuses() -> None:
    """Read from the file's own words, without the model: an accuser's short form or name."""
    features = json.loads((DATA / "events.geojson").read_text("utf-8"))["features"]
    accusers: dict[str, set[str]] = {}
    for feature in features:
        for claim in feature["properties"]["claims"]:
            if claim["stance"] == "accuses":
                actor = claim["actor"]
                name = actor if isinstance(actor, str) else actor.get("short", actor["name"])
                for event in (feature["id"], *claim.get("also_about", ())):
                    accusers.setdefault(event, set()).add(name.casefold())
    ledgers = build_ledgers(the_record())
    lines = {event: format_attribution_line(ledgers[event]).casefold() for event in ledgers}
    unnamed = [
        event
        for event, names in accusers.items()
        if not any(name in lines[event] for name in names)
    ]
    assert len(accusers) > 80
    assert unnamed == []


def test_every_line_of_the_record_names_the_first_who_speaks() -> None:
    for entries in build_ledgers(the_record()).values():
        sentences = build_attribution_sentences(entries)
        assert 1 <= len(sentences) <= 3
        for sentence in sentences:
            assert sentence.endswith(".")
            assert "  " not in sentence
            assert " ," not in sentence
