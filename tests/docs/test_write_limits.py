"""The table of limits in docs/deployment.md is that of the code."""

from docs.write_limits import PAGE, replace_limits


def test_the_table_of_limits_is_the_one_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert replace_limits(text) == text, "run `make docs`"
