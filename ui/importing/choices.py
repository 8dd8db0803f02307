"""What a desk chooses on the page that imports: the file, what each column is, and answers."""

import hashlib

import streamlit as st

from geo.errors import GeoError
from geo.importing.columns.mapping import ColumnUse
from geo.importing.columns.recognise import EXTRA, recognise_columns
from geo.importing.exports.features import read_exported_features
from geo.importing.files.event_table import EventTable, choose_event_table
from geo.importing.files.mapping_choice import choose_mapping
from geo.importing.files.request import Request
from geo.importing.questions.question import Question
from geo.importing.story.story_import import StoryImport, open_story_import
from geo.importing.tables.any_file import FileOptions, read_tables
from geo.importing.tables.table import Table
from geo.importing.words.column_names import list_roles
from ui.importing.open_file import OpenFile, Uses, build_outcome
from ui.markup import show
from web.settings import settings

MOST_MB = 50
_FIRST_ROWS = 10
_MOST_OPEN = 10
_WORDS = {
    EXTRA: "kept in the desk's note",
    "ignored": "left out",
    "blamed": "who is blamed",
    "date_end": "end date",
    "lat": "latitude",
    "lon": "longitude",
    "radius_m": "radius in metres",
    "tz": "time zone",
    "wkt": "geometry as WKT",
}


def choose_file() -> OpenFile | None:
    """Ask for a file and show its first rows; None until a usable one is chosen."""
    st.title("Import")
    st.write("A spreadsheet or any other table becomes events. Nothing is verified by that.")
    dropped = st.file_uploader(f"A table, at most {MOST_MB} MB", max_upload_size=MOST_MB)
    if dropped is None:
        return None
    try:
        return _open(dropped.name, dropped.getvalue())
    except GeoError as error:
        show("notice.html", kind="error", lines=[str(error)])
        return None


@st.cache_resource(max_entries=2, show_spinner="Reading the table")
def _read(content: bytes, name: str) -> list[Table]:
    return read_tables(content, name, FileOptions())


def _open(name: str, content: bytes) -> OpenFile:
    target = open_story_import(settings().files.folder, name)
    found = _find_table(name, content, target)
    st.subheader("First rows")
    st.dataframe(found.table.cells.slice(0, _FIRST_ROWS).to_pandas(), hide_index=True)
    mapping, said = choose_mapping(found.table, Request())
    if said:
        st.write(said)
    digest = hashlib.sha256(content).hexdigest()
    return OpenFile(name, digest, found.table, found.exported, mapping, target)


def _find_table(name: str, content: bytes, target: StoryImport) -> EventTable:
    if exported := read_exported_features(content, name, target.destination):
        return EventTable(exported.table, exported)
    tables = _choose_sheet(_read(content, name))
    return choose_event_table(tables, name, target.destination, Request(), target.current)


def _choose_sheet(tables: list[Table]) -> list[Table]:
    if len(tables) == 1:
        return tables
    names = [table.name for table in tables]
    sheet = st.selectbox("Sheet", ["Detected automatically", *names])
    return [table for table in tables if table.name == sheet] or tables


def choose_uses(file: OpenFile) -> Uses:
    """Show what each column is read as, which may be changed; return the changed ones."""
    if file.exported:
        st.write("A file of this project: each column is read as it was written.")
        return {}
    recognised = recognise_columns(file.table, file.mapping)
    roles = [EXTRA, *sorted(list_roles() - {"kept"})]
    uses: Uses = {}
    with st.expander("Columns", expanded=True), st.container(key="import_uses"):
        for one in recognised:
            role = one.role if one.role != "kept" else EXTRA
            chosen = st.selectbox(
                f"{one.column} (recognised by: {one.by})",
                roles,
                index=roles.index(role),
                format_func=name_role,
                key=f"use {one.column}",
            )
            if chosen != role:
                uses[one.column] = ColumnUse(role="kept" if chosen == EXTRA else chosen)
    return uses


def name_role(role: str) -> str:
    """Return what a column is read as, in words.

    >>> name_role("tz"), name_role("injured_high")
    ('time zone', 'injured high')
    """
    return _WORDS.get(role, role.replace("_", " "))


def show_questions(file: OpenFile, uses: Uses) -> dict[str, str]:
    """Ask what the table leaves open, one question after the other; return the answers."""
    answers: dict[str, str] = {}
    asked: set[str] = set()
    count_open = 0
    # A row that waited for one answer may have another question, such as for its place.
    while new := _list_new(file, uses, answers, asked):
        if not asked:
            st.subheader("Questions")
        for question in new:
            if count_open == _MOST_OPEN:
                st.caption("More questions follow when these are answered.")
                return answers
            asked.add(question.id)
            if answer := _ask(question):
                answers[question.id] = answer
            else:
                count_open += 1
    return answers


def _list_new(
    file: OpenFile, uses: Uses, answers: dict[str, str], asked: set[str]
) -> list[Question]:
    questions = build_outcome(file, uses, answers).questions
    return [question for question in questions if question.id not in asked]


def _ask(question: Question) -> str:
    key = f"answer {question.id}"
    if not question.choices:
        return st.text_input(question.text, key=key).strip()
    words = {choice.value: choice.words for choice in question.choices}
    chosen = st.radio(
        question.text, list(words), index=None, format_func=lambda value: words[value], key=key
    )
    return chosen or ""
