"""Compiled templates are cached beside the templates, and used only as they were written."""

import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from geo.publishing.template_code import TemplateCode
from geo.publishing.templates import load_templates


@pytest.fixture(autouse=True)
def cached(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What Python caches lies beside its source, whatever the environment says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    load_templates.cache_clear()
    yield
    load_templates.cache_clear()


def _render(folder: Path, name: str = "page.html") -> str:
    """Render as a new process would."""
    load_templates.cache_clear()
    return load_templates(folder).get_template(name).render(word="<b>")


def _compiled(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*.pyc"))


def test_a_template_is_compiled_once_and_again_once_it_changes(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("Word {{ word }}")
    assert _render(tmp_path) == "Word &lt;b&gt;"
    [place] = _compiled(tmp_path)
    written = place.read_bytes()
    moment = place.stat().st_mtime_ns
    assert _render(tmp_path) == "Word &lt;b&gt;"
    assert place.stat().st_mtime_ns == moment
    (tmp_path / "page.html").write_text("Now {{ word }}")
    assert _render(tmp_path) == "Now &lt;b&gt;"
    assert place.read_bytes() != written


def test_the_compiled_template_is_the_one_that_is_used(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "page.html").write_text("Word {{ word }}")
        _render(folder)
    # As a template of the same text that another program compiled in another way.
    [place], [other] = _compiled(here), _compiled(there)
    assert place.name == other.name
    before = load_templates(there).get_template("page.html").root_render_func.__code__.co_filename
    place.write_bytes(other.read_bytes())
    load_templates.cache_clear()
    used = load_templates(here).get_template("page.html").root_render_func.__code__.co_filename
    assert used == before == str(there / "page.html")


@pytest.mark.parametrize("damaged", [b"", b"j2", b"\x80" * 500])
def test_a_damaged_file_is_compiled_again(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "page.html").write_text("Word {{ word }}")
    _render(tmp_path)
    [place] = _compiled(tmp_path)
    written = place.read_bytes()
    for content in (damaged, written[:-1], written[:70] + bytes([written[70] ^ 1]) + written[71:]):
        place.write_bytes(content)
        assert _render(tmp_path) == "Word &lt;b&gt;"
        assert place.read_bytes() == written


def test_a_module_beside_a_template_keeps_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("page")
    (tmp_path / "page.kml").write_text("placemarks")
    assert [_render(tmp_path, name) for name in ("page.html", "page.kml")] == ["page", "placemarks"]
    names = [place.name for place in _compiled(tmp_path)]
    tag = sys.implementation.cache_tag
    assert names == [f"page.html.{tag}.pyc", f"page.kml.{tag}.pyc"]


def test_where_python_writes_no_compiled_modules_no_template_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("Word {{ word }}")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _render(tmp_path) == "Word &lt;b&gt;"
    assert _compiled(tmp_path) == []


def test_a_template_is_compiled_again_with_other_options(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{% if word %}\n{{ word }}{% endif %}")

    def render(options: bytes, **others: bool) -> str:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(tmp_path),
            bytecode_cache=TemplateCode(options),
            **others,  # type: ignore[arg-type]
        )
        return environment.get_template("page.html").render(word="<b>")

    assert render(b"escaped", autoescape=True) == "\n&lt;b&gt;"
    assert render(b"trimmed", trim_blocks=True) == "<b>"


def test_a_template_is_compiled_again_by_another_version_of_jinja(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("Word {{ word }}")
    _render(tmp_path)
    [place] = _compiled(tmp_path)
    written = place.read_bytes()
    monkeypatch.setattr(jinja2, "__version__", "99.0.0")
    assert _render(tmp_path) == "Word &lt;b&gt;"
    assert place.read_bytes() != written


def test_words_for_codes_are_not_compiled_into_a_template(tmp_path: Path) -> None:
    template = "{{ 'drone_strike' | label('event_type') }} {{ '2023-05-03' | day }}"
    environment = load_templates(tmp_path)
    assert environment.from_string(template).render() == "Drone strike 3 May 2023"
    code = environment.compile(template, raw=True)
    assert "Drone strike" not in code
    assert "3 May" not in code
