"""The parser of the command line, which says what is wrong in the words of all other problems."""

import argparse
from typing import Any

from geo.errors import Problem, quote, quote_name
from geo.link.parameter import describe_wanted_name


class Parser(argparse.ArgumentParser):
    """A parser that takes an option by its whole name only, also those of its commands.

    Else `--event` would be read as `--events`, which is something else.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, allow_abbrev=False)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse what is left over: each command knows its own options, the parser above does not.

        argparse would collect it, and name it without those that there are.
        """
        options, others = super().parse_known_args(args, namespace)
        if others:
            self.error(str(self._describe_left_over(others)))
        return options, others

    def _describe_left_over(self, others: list[str]) -> Problem:
        name = next((one.partition("=")[0] for one in others if one.startswith("-")), None)
        if name is None:
            return Problem("", quote(others[0]), "nothing more")
        wanted = describe_wanted_name(name, [one for one in self._option_string_actions if one[1:]])
        return Problem(quote_name(name), "an unknown option", wanted)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            where = "/".join(action.option_strings) or str(action.metavar or action.dest)
            wanted = describe_wanted_name(value, list(map(str, action.choices)))
            raise argparse.ArgumentError(None, str(Problem(where, quote(value), wanted)))
