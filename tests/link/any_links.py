"""Any link that can be written, for property tests."""

from collections.abc import Iterable
from datetime import date, datetime

from hypothesis import strategies as st

from geo.link.analysis import Analysis, OtherGroup
from geo.link.camera import Camera
from geo.link.fields import FIELDS
from geo.link.filters import VOICES, Filters
from geo.link.link import Link
from geo.link.reach import Reach
from geo.link.search.text_search import fold
from geo.times import Range

moments = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def some_of(words: Iterable[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(words)), max_size=3)


km = st.integers(-2_000_000, 20_000_000).map(lambda metres: metres / 1000)
reaches = st.builds(Reach, km, st.none()) | st.tuples(km, km).map(lambda ends: Reach(*sorted(ends)))
plain_text = st.text(min_size=1, max_size=200)
ranges = (
    st.tuples(moments, moments)
    .filter(lambda ends: ends[0] < ends[1])
    .map(lambda ends: Range(*ends))
)
filters = st.builds(
    Filters,
    range=st.none() | ranges,
    zone=st.sampled_from(["place", "utc"]),
    words=st.fixed_dictionaries(
        {
            column: some_of(field.vocabulary)
            if field.vocabulary
            else st.frozensets(plain_text, max_size=3)
            for column, field in FIELDS.items()
        }
    ),
    voices=some_of(VOICES),
    reach=st.none() | reaches,
    # Blanks and invisible characters look for nothing.
    text=st.text(max_size=200).filter(lambda text: text == "" or fold(text).strip()),
    changed=st.just("")
    | st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)).map(date.isoformat)
    | st.text("0123456789abcdef", min_size=12, max_size=12),
    known=st.none() | moments,
)
cameras = st.builds(
    Camera,
    st.integers(-1_800_000, 1_800_000).map(lambda part: part / 10_000),
    st.integers(-900_000, 900_000).map(lambda part: part / 10_000),
    st.integers(0, 2400).map(lambda part: part / 100),
)
# A group is named in one parameter with what it is: 200 characters together.
analyses = st.builds(
    Analysis,
    stack=st.sampled_from(["group", "event_type", "verification"]),
    cross=st.permutations(list(FIELDS)).map(lambda fields: (fields[0], fields[1])),
    compare=st.none() | ranges | st.text(min_size=1, max_size=190).map(OtherGroup),
    span=st.integers(1, 9999),
)
links = st.builds(
    Link,
    filters=filters,
    colour=st.sampled_from(["group", "event_type"]),
    event=st.none() | plain_text,
    camera=st.none() | cameras,
    briefing=st.none() | plain_text,
    step=st.none() | st.integers(1, 999),
    data=st.none() | st.text("0123456789abcdef", min_size=12, max_size=12),
    analysis=analyses,
)
