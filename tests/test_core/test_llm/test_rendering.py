"""Chat templates of strangers are rendered in a child: what no check can see costs a sentence and a second."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jinja2
import psutil
import pytest

from core.errors import ModelError
from core.llm import gguf, rendering
from core.llm.rendering import LIMITS, compile_template
from core.llm.sandbox import TemplateLimitError

_DOUBLED = "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(40) %}{% set ns.a = [ns.a, ns.a] %}"
_DOUBLED += "{% set ns.b = [ns.b, ns.b] %}{% endfor %}"

_ENDLESS = {
    "equal": _DOUBLED + "{{ ns.a == ns.b }}",
    "in": _DOUBLED + "{{ ns.a in [[1], ns.b] }}",
    "sorted": _DOUBLED + "{{ [ns.a, ns.b]|sort }}",
    "largest": _DOUBLED + "{{ [ns.a, ns.b]|max }}",
}
_HUGE = {
    "bytes": "{{ ('a' * 1000000).encode() * 3000 }}",
    "bytes of a number": "{{ (5).to_bytes(2000000000, 'big')|length }}",
    "wide bytes": "{{ 'a'.encode().ljust(2000000000)|length }}",
}


def _render(source: str) -> str:
    return compile_template(source)(messages=[{"role": "user", "content": "hi"}], add_generation_prompt=True)


@pytest.mark.parametrize("name", [*_ENDLESS, *_HUGE])
def test_that_what_happens_in_native_code_is_ended(name: str) -> None:
    with pytest.raises(TemplateLimitError):
        _render({**_ENDLESS, **_HUGE}[name])
    assert _render("{{ messages[0].content }}") == "hi"


def test_that_a_template_that_hung_once_renders_other_conversations_as_before() -> None:
    render = compile_template(_DOUBLED + "{% if x %}{{ ns.a == ns.b }}{% else %}fine{% endif %}")
    assert render(x=False) == "fine"
    with pytest.raises(TemplateLimitError):
        render(x=True)
    assert render(x=False) == "fine"


def test_that_a_compiled_template_is_kept_and_asked_in_a_millisecond() -> None:
    render = compile_template("{% for m in messages %}{{ m.content }}{% endfor %}")
    render(messages=[])
    times = []
    for _ in range(50):
        began = time.perf_counter()
        render(messages=[{"role": "user", "content": "x" * 2000}])
        times.append(time.perf_counter() - began)
    assert sorted(times)[10] < 0.003  # 0.2 ms on a machine at rest


def test_that_many_templates_push_one_another_out_and_all_still_render() -> None:
    renders: list[Callable[..., str]] = [compile_template(f"{{{{ x }}}}{number}") for number in range(12)]
    for _ in range(2):
        assert [render(x="a") for render in renders] == [f"a{number}" for number in range(12)]


def test_that_a_wrong_template_says_what_is_wrong() -> None:
    with pytest.raises(jinja2.TemplateError, match="nonsense"):
        compile_template("{% nonsense %}")
    with pytest.raises(jinja2.TemplateError, match="not like this"):
        compile_template("{{ raise_exception('not like this') }}")()


def test_that_the_child_takes_no_more_than_it_may() -> None:
    _render("{{ 1 }}")
    process = rendering._child._process
    assert process is not None
    assert psutil.Process(process.pid).memory_info().rss + LIMITS.memory < 256 << 20


@pytest.mark.skipif(sys.platform == "win32", reason="asks for signals")
@pytest.mark.parametrize("hung", [False, True])
def test_that_the_child_does_not_outlive_its_parent(hung: bool) -> None:
    source = _ENDLESS["equal"] if hung else "{{ 1 }}"
    code = f"from core.llm import rendering\nimport time\nr = rendering.compile_template({source!r})\n"
    code += "print(rendering._child._process.pid, flush=True)\nr()\ntime.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.3)
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    until = time.monotonic() + 10
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="makes a file with holes")
def test_that_a_model_file_that_was_never_written_is_not_hashed_for_hours(tmp_path: Path) -> None:
    file = tmp_path / "huge.gguf"
    with file.open("wb") as opened:
        opened.write(b"GGUF")
        opened.truncate(200 << 30)
    with pytest.raises(ModelError, match="never written"):
        gguf.read_header(file)
