"""Import: a file becomes events; the desk corrects how it is read, and answers questions."""

import streamlit as st

from geo.importing.story.preview import preview_outcome
from ui.importing.choices import choose_file, choose_uses, show_questions
from ui.importing.open_file import build_outcome
from ui.importing.result import show_map, show_rows, show_summary, show_ways_out

file = choose_file()
if file:
    uses = choose_uses(file)
    answers = show_questions(file, uses)
    outcome = build_outcome(file, uses, answers)
    show_summary(file, outcome)
    place = st.container(key="import_map")
    preview = preview_outcome(file.target, outcome) if outcome.made else None
    show_rows(file, outcome, preview)
    show_ways_out(file, outcome, answers)
    # Last: cutting a base map from the world takes seconds, in which everything else can be read.
    with place:
        show_map(preview)
