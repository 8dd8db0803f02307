"""Which messages of a browser reach Streamlit."""

import pytest
from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from ui.sessions.messages import clean_message
from web.limits import QUERY, REPORT


def _rerun(**values: str) -> BackMsg:
    """Return a message with the JSON of components by their ids."""
    message = BackMsg()
    for widget, value in values.items():
        message.rerun_script.widget_states.widgets.add(id=widget, json_value=value)
    message.rerun_script.widget_states.widgets.add(id="box", bool_value=True)
    message.rerun_script.query_string = "q=harbour"
    return message


@pytest.mark.parametrize("value", ["null", "{}", '{"report": {"window": [1, [0, 1]]}}', "[[]]"])
def test_what_a_page_sends_is_not_changed(value: str) -> None:
    content = _rerun(map=value).SerializeToString()
    assert clean_message(content) == content


@pytest.mark.parametrize(
    "value",
    ["", "{", "[" * 100_000, "[" * 900 + "]" * 900, "9" * 10_000, '"' + "x" * REPORT.most + '"'],
)
def test_a_value_that_cannot_be_read_is_left_out_and_the_others_stay(value: str) -> None:
    cleaned = clean_message(_rerun(map=value, filters="{}").SerializeToString())
    assert cleaned is not None
    kept = BackMsg.FromString(cleaned).rerun_script
    assert [widget.id for widget in kept.widget_states.widgets] == ["filters", "box"]
    assert kept.query_string == "q=harbour"


def test_a_query_that_no_address_can_have_is_left_out() -> None:
    message = _rerun()
    message.rerun_script.query_string = "q" * (QUERY.most + 1)
    cleaned = clean_message(message.SerializeToString())
    assert cleaned is not None
    assert BackMsg.FromString(cleaned).rerun_script.query_string == ""


def test_what_is_no_message_is_an_error() -> None:
    with pytest.raises(DecodeError):
        clean_message(b"\xff\xff\xff")


@pytest.mark.parametrize(
    "kind", ["clear_cache", "set_run_on_save", "load_git_info", "debug_shutdown_runtime"]
)
def test_no_reader_changes_what_all_readers_share(kind: str) -> None:
    message = BackMsg()
    setattr(message, kind, True)
    assert clean_message(message.SerializeToString()) is None


def test_no_reader_installs_anything_and_all_may_download() -> None:
    message = BackMsg()
    message.backend_operation_request.install_skills.SetInParent()
    assert clean_message(message.SerializeToString()) is None
    message.backend_operation_request.deferred_file.SetInParent()
    assert clean_message(message.SerializeToString()) == message.SerializeToString()
