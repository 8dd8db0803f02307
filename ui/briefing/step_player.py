"""Back, next, play and the presenter's view of a briefing, as a Streamlit component."""

from collections.abc import Callable, Sequence

from ui.time_map import our_component

_step_player = our_component("step_player", "mountStepPlayer", "90px")


def step_player(
    step: int,
    headlines: Sequence[str],
    *,
    key: str = "step_player",
    on_step: Callable[[], None] = lambda: None,
) -> None:
    """Show the buttons of a briefing; arrow keys do the same where nothing else uses them.

    Parameters
    ----------
    step : int
        Counted from 1.
    headlines : sequence of str
        One for each step.
    key : str
        Of the component; `st.session_state[key].step` is the step that was asked for.
    on_step : callable
        Called before the run that such a request causes.
    """
    _step_player(
        key=key,
        data={
            "key": key,
            "step": step,
            "headlines": list(headlines),
        },
        on_step_change=on_step,
    )
