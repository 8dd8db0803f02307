"""Title, summary and other plain texts of an event, from the cells of its row."""

from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.problems import RowProblem
from geo.importing.rows.title import fill_template
from geo.importing.words.cut import MOST_LINE, MOST_PROSE, cut_text, join_line

_LINES = ("region", "place_local", "target", "means_reported", "incident", "place_basis")


def read_texts(cells: Cells, context: Context) -> RowPart:
    """Return title and the members that are plain text; where one is cut, the note has it whole.

    A title that is too long is the summary too, where there is no other.
    """
    texts = RowPart()
    title, summary = _read_title(cells, context)
    column = context.column("title")
    summary_columns = ", ".join(name for name in context.many.get("summary", ()) if cells.get(name))
    if len(title) > MOST_LINE and not summary:
        summary, summary_columns = title, column
        texts.remarks.append(f"column {column!r}: too long, cut; the summary has it whole")
    is_in_summary = title == join_line(summary)
    cut = cut_text(title, MOST_LINE) if is_in_summary else texts.cut(column, title, MOST_LINE)
    texts.members["title"] = cut
    if summary:
        speaker = context.mapping.speaker
        said = f"{speaker.name}: {summary}" if speaker else summary
        texts.members["summary"] = texts.cut(summary_columns, said, MOST_PROSE)
    for role in _LINES:
        if (cell := context.cell(role, cells)) and (text := join_line(cell)):
            texts.members[role] = texts.cut(context.column(role), text, MOST_LINE)
    for role in ("damage", "doubt"):
        if text := context.cell(role, cells):
            texts.members[role] = texts.cut(context.column(role), text, MOST_PROSE)
    return texts


def _read_title(cells: Cells, context: Context) -> tuple[str, str]:
    """Return title and summary; without a title the summary is it."""
    parts = [cells[name] for name in context.many.get("summary", ()) if cells.get(name)]
    summary = "\n".join(parts)
    title = join_line(context.cell("title", cells))
    if not title and context.mapping.title:
        title = fill_template(context.mapping.title, cells)
    if not title:
        title, summary = join_line(summary), summary if len(summary) > MOST_LINE else ""
    if not title:
        column = context.column("title" if "title" in context.uses else "summary")
        raise RowProblem(column, "nothing", "a title, or a description to make one of")
    return title, summary
