"""Import: a file becomes events, with what it says of itself changed and answered."""

from ui.importing.choices import choose_file, choose_uses, show_questions
from ui.importing.result import show_outcome, show_ways_out

file = choose_file()
if file:
    uses = choose_uses(file)
    answers = show_questions(file, uses)
    outcome = show_outcome(file, uses, answers)
    show_ways_out(file, outcome, answers)
