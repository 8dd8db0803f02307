"""The grammar of a link: a row for each parameter, from which everything else follows.

Reading and writing links, OpenAPI, the options of the command line and the table of the README
state no parameter a second time.
"""

from itertools import permutations

from geo.link import values
from geo.link.analysis import FIGURES, STACKS
from geo.link.fields import COLOURS, FIELDS, WordField, find_parameter
from geo.link.filters import VOICES
from geo.link.parameter import Parameter, list_some

# Streamlit's own parameters travel beside ours and are not ours to judge.
FOREIGN = frozenset({"embed", "embed_options"})
# Parameters of pages only: API and files hold all claims, each with when it was made.
ON_PAGES = frozenset({"known"})
_MOMENT = "a day such as 2023-11-19 or a minute such as 2023-11-19T14:05"


def list_parameters() -> tuple[Parameter, ...]:
    """Return all rows in the order of an address. They follow `FIELDS` as it is now."""
    words = tuple(map(_pick_words, FIELDS.values()))
    return (FROM, TO, _ZONE, *words, *_OTHER_FILTERS, *_LOOK, *_of_analysis())


def _pick_words(field: WordField) -> Parameter:
    return Parameter(
        name=field.parameter,
        attribute=f"filters.words.{field.column}",
        help=f"{field.title}: a word to keep; repeat it for several.",
        example=field.example or next(iter(field.vocabulary), ""),
        choices=field.vocabulary,
        known_as=field.column,
        repeated=True,
    )


FROM = Parameter(
    name="from",
    attribute="filters.range.start",
    help="First moment shown: a day, or a minute such as 2023-11-19T14:05.",
    example="2024-02-14",
    kind=values.START,
    pattern=values.MOMENT_PATTERN,
    wanted=_MOMENT,
)
TO = Parameter(
    name="to",
    attribute="filters.range.end",
    help="End of what is shown: a day, which is included whole, or a minute, which is the "
    "first that is left out.",
    example="2024-05-15",
    kind=values.END,
    pattern=values.MOMENT_PATTERN,
    wanted=_MOMENT,
)
_ZONE = Parameter(
    name="zone",
    attribute="filters.zone",
    help="Whose clock from and to are on: that of each place, or UTC.",
    example="utc",
    choices=("place", "utc"),
    qualifies=True,
)
_OTHER_FILTERS = (
    Parameter(
        name="voice",
        attribute="filters.voices",
        help=(
            "What the claims as a whole must say: a party denies, or somebody affirms and no "
            "second origin does; repeat it to ask for both."
        ),
        example="any_party_denies",
        choices=VOICES,
        repeated=True,
    ),
    Parameter(
        name="reach",
        attribute="filters.reach",
        help="Kilometres outside the border; 100.. leaves the end open, ..450 also keeps all that "
        "lies inside, and a minus is a distance inside.",
        example="100..450",
        kind=values.REACH,
        pattern=values.REACH_PATTERN,
        wanted="kilometres such as ..450 or 100..450",
    ),
    Parameter(
        name="q",
        attribute="filters.text",
        help="Words that must all be found, in any alphabet, case and accents; "
        "a word that no event has is read as the words closest to it.",
        example="гавань",
        kind=values.TEXT,
    ),
    Parameter(
        name="changed",
        attribute="filters.changed",
        help="Only events that are new, or changed in more than wording, since a day or a version; "
        "with new-, changed- or reworded- before it, only those.",
        example="2024-05-15",
        pattern=f"((new|changed|reworded)-)?({values.DAY_PATTERN}|[0-9a-f]{{12}})",
        kind=values.SINCE,
        suits=values.is_known_since,
        wanted="a day such as 2024-05-15, or a version of these data such as 3f9a0c417be2",
    ),
    Parameter(
        name="known",
        attribute="filters.known",
        help="Only what was on record at this moment, in the story's zone: events first reported "
        "by then, and claims made by then.",
        example="2024-05-15T12:00",
        kind=values.MOMENT,
        pattern=values.MOMENT_PATTERN,
        wanted=_MOMENT,
    ),
)
_LOOK = (
    Parameter(
        name="colour",
        attribute="colour",
        help="What colours show: the group, or the type of event.",
        example="type",
        kind=values.COLUMN,
        choices=tuple(map(find_parameter, COLOURS)),
    ),
    Parameter(
        name="event",
        attribute="event",
        help="The selected event: an id of this record.",
        example="harbour-1",
        known_as="event",
        wanted="the id of an event of this record",
    ),
    Parameter(
        name="view",
        attribute="camera",
        help="Longitude, latitude and zoom of the map.",
        example="-178.8,-18.2,9",
        kind=values.CAMERA,
        pattern=values.CAMERA_PATTERN,
        wanted="longitude,latitude,zoom such as -178.8,-18.2,9",
    ),
    Parameter(
        name="briefing",
        attribute="briefing",
        help="A briefing of the story, by the name of its file.",
        example="night",
        known_as="briefing",
        wanted="the name of a briefing of this story",
    ),
    Parameter(
        name="step",
        attribute="step",
        help="The step of the briefing, counted from 1.",
        example="3",
        kind=values.NUMBER,
        pattern=r"[1-9]\d{0,2}",
        wanted="the number of a step such as 3",
    ),
    Parameter(
        name="data",
        attribute="data",
        help="The version of the data that the link was made with: shown where it was kept.",
        example="3f9a0c417be2",
        pattern="[0-9a-f]{12}",
        wanted="a version such as 3f9a0c417be2",
    ),
)


def _of_analysis() -> tuple[Parameter, ...]:
    names = [field.parameter for field in FIELDS.values()]
    return (
        Parameter(
            name="stack",
            attribute="analysis.stack",
            help="What the bars of the analysis are split by.",
            example="type",
            kind=values.COLUMN,
            choices=tuple(map(find_parameter, STACKS)),
        ),
        Parameter(
            name="cross",
            attribute="analysis.cross",
            help="Rows and columns of the table of the analysis: two different fields.",
            example="region,type",
            kind=values.PAIR,
            choices=[f"{one},{other}" for one, other in permutations(names, 2)],
            wanted=f"two of {list_some(names)}, with a comma",
        ),
        Parameter(
            name="compare",
            attribute="analysis.compare",
            help="What the analysis compares the view with: another range, with ends as in "
            "from and to, or group: and its name.",
            example="2023-09-01..2023-11-19",
            kind=values.COMPARED,
            pattern=values.COMPARE_PATTERN,
            suits=values.is_known_group,
            wanted="a range such as 2023-09-01..2023-11-19, or group: and the name of a group",
        ),
        Parameter(
            name="span",
            attribute="analysis.span",
            help="Days before and after the selected event.",
            example="30",
            kind=values.NUMBER,
            pattern=r"[1-9]\d{0,3}",
            wanted="a number of days such as 30",
        ),
        Parameter(
            name="figure",
            attribute="analysis.figure",
            help="The figure that the analysis shows first.",
            example="rate",
            choices=FIGURES,
        ),
    )
