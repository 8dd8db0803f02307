"""Back, next, play and the presenter's view of a briefing, as a Streamlit component."""

from collections.abc import Callable, Sequence

from ui.components.declare import declare_component
from ui.components.reports import answer, describe_answered

_step_player = declare_component("step_player", "mountStepPlayer", "90px")


def show_step_player(
    step: int,
    headlines: Sequence[str],
    *,
    key: str,
    on_step: Callable[[int], None],
) -> None:
    """Show the buttons of a briefing; arrow keys do the same where nothing else uses them.

    Parameters
    ----------
    step : int
        Counted from 1.
    headlines : sequence of str
        One for each step.
    key : str
        Of the component.
    on_step : callable
        Called before the run that a turn causes, with the requested step.
    """

    def go(wanted: object) -> None:
        if isinstance(wanted, int) and 1 <= wanted <= len(headlines):
            on_step(wanted)

    _step_player(
        key=key,
        data={
            "answered": describe_answered(),
            "key": key,
            "step": step,
            "headlines": list(headlines),
        },
        on_report_change=answer(key, step=go),
    )
