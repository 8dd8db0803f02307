"""JSON as text: repeated members are found in any layout."""

import pytest

from geo.events import Rejection, parse_events
from tests.event_texts import collection, record

GOOD = record("good")
PLAIN = collection(GOOD)


@pytest.mark.parametrize(
    ("was", "becomes", "name"),
    [
        (b'"title": ', b'"title": "other", "title": ', "'title'"),
        (b'"title": ', b'"\\u0074itle": "other", "title": ', "'title'"),
        (b'"stance": ', b'"stance": "denies", "stance": ', "'stance'"),
        (b'"geometry": ', b'"geometry": null, "geometry": ', "'geometry'"),
    ],
)
def test_a_member_that_is_repeated_rejects_the_record(
    was: bytes, becomes: bytes, name: str
) -> None:
    reading = parse_events(collection(record("a"), record("b")).replace(was, becomes, 1))
    assert reading.events.index.tolist() == ["b"]
    rejection = Rejection(1, "a", "", f"{name} twice in one object", "each name once")
    assert reading.rejected == (rejection,)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        # One name less where it may be left out: the number of names is as it should be.
        (b'"title": ', b'"title": "other", "title": '),
        (b'"title": ', b'"title" \t : "\\\\", "title": '),
        (b'"title": "', b'"title": "\\"other\\":", "title": "{[\\\\\\" :'),
    ],
)
def test_no_layout_hides_a_member_that_is_repeated(was: bytes, becomes: bytes) -> None:
    content = collection(record("a", claims__0__where=None, claims__0__channel=None), record("b"))
    reading = parse_events(content.replace(was, becomes, 1))
    assert reading.events.index.tolist() == ["b"]
    assert reading.rejected == (
        Rejection(1, "a", "", "'title' twice in one object", "each name once"),
    )


def test_brackets_and_quotes_in_texts_are_texts() -> None:
    title = '"}],{"features": [{\\" \\\\'
    reading = parse_events(collection(record("a", title=title), record("b"), title=title))
    assert reading.rejected == ()
    assert reading.events["title"].tolist() == [title, "Blast reported at a bridge"]
    assert reading.about == {"title": title}


def test_fifty_thousand_names_that_are_repeated_make_a_short_report() -> None:
    twice = b"".join(b'"n%05d": 0, ' % (n // 2) for n in range(100_000))
    (rejection,) = parse_events(PLAIN.replace(b'"title"', twice + b'"title"')).rejected
    assert rejection.found == "'n00000', 'n00001', 'n00002', 'n00003', 'n00004' twice in one object"


def test_a_member_at_the_top_that_is_repeated_is_reported() -> None:
    reading = parse_events(b'{"title": "a", "title": "b", ' + PLAIN[1:-1] + b', "features": [7]}')
    assert [rejection.field for rejection in reading.rejected] == ["'title'", "'features'"]
    assert reading.about == {"title": "a"}
    assert len(reading.events) == 1
