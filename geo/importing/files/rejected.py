"""Rows that were rejected, as a table to correct and import again."""

import csv
import io

from geo.importing.outcome.outcome import Outcome

REASON, ROW = "reason (geo import)", "row (geo import)"


def write_rejected(outcome: Outcome) -> bytes:
    """Return the rejected rows as CSV with a column that says why, to correct and import again.

    What a row has beyond the cells of the header stays beyond them: until it is corrected, it is
    rejected again.
    """
    out = io.StringIO(newline="")
    table = outcome.table
    surplus = table.surplus_columns
    names = [name for name in table.columns if name not in (REASON, ROW, *surplus)]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*names, REASON, ROW])
    rejected = {one.row: one.reason for one in outcome.rejected}
    for number, cells in table.rows():
        if number not in rejected:
            continue
        more = [cells.get(name, "") for name in surplus] if number in table.long else []
        plain = [cells.get(name, "") for name in names]
        writer.writerow([*plain, rejected[number], cells.get(ROW, str(number)), *more])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")
