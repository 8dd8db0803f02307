"""What is decided and what is asked about one table before its rows are read."""

from dataclasses import dataclass, field

from geo.importing.questions.question import Answers, Question


@dataclass
class Decisions:
    """The answers that there are, and what the table leaves open.

    Attributes
    ----------
    answers : dict of str to str
        By the ids of their questions.
    questions : list of Question
        Those that are open.
    remarks : list of str
        What was decided, by an answer or by the rows themselves.
    """

    answers: Answers
    questions: list[Question] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
