"""Why a row becomes no event: it cannot be used, or waits for an answer."""


class RowProblem(Exception):  # noqa: N818
    """A row that becomes no event, by column, what was found and what was wanted."""

    def __init__(self, column: str, found: str, wanted: str) -> None:
        super().__init__(column, found, wanted)
        self.column, self.found, self.wanted = column, found, wanted


class RowWaits(Exception):  # noqa: N818
    """A row that waits for the answer to a question."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question
