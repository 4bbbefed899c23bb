"""Two hundred chat templates that mean no good: endless, huge, curious, or only wrong."""

import random
from collections.abc import Callable

import jinja2

from core.bench.attacks.clock import ProcessorClock
from core.llm.rendering import compile_template, most_memory

_LISTS = "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(40) %}{% set ns.a = [ns.a, ns.a] %}"
_LISTS += "{% set ns.b = [ns.b, ns.b] %}{% endfor %}"
_BODIES = (
    _LISTS + "{{ ns.a OP ns.b }}",
    _LISTS + "{{ ns.a in [N, ns.b] }}",
    _LISTS + "{{ [ns.a, ns.b]|FILTER }}",
    _LISTS + "{{ ns.a|string|length }}",
    "{{ ('a' * N00000).encode() * N000 }}",
    "{{ (N).to_bytes(N00000000, 'big')|length }}",
    "{{ 'a'.encode().METHOD(N00000000)|length }}",
    "{{ 'a'.METHOD(N00000000)|length }}",
    "{{ '%N00000000d' % N }}",
    "{{ '{:N00000000d}'.format(N) }}",
    "{{ N ** N000 ** N }}",
    "{% for i in range(N0000) %}{% for j in range(N0000) %}x{% endfor %}{% endfor %}",
    "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "{{ messages.__class__.__mro__[1].__subclasses__()[N] }}",
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{{ ('(a+)+b' ~ 'a' * N0000)|replace('a', 'aa' * N00)|length }}",
    "{{ (messages * N00000)|length }}",
    "{{ messages|map('string')|join('x' * N00000) }}",
    "{% set x = 'a' * N000 %}{% for i in range(30) %}{% set x = x ~ x %}{% endfor %}{{ x }}",
    "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
)
_OPERATORS = ("==", "!=", "<", ">", "<=")
_FILTERS = ("sort|length", "max|length", "min|length", "unique|list|length", "tojson|length", "list|first|length")
_METHODS = ("ljust", "rjust", "center", "zfill", "expandtabs")


def attack(count: int, seed: int, say: Callable[[str], None]) -> tuple[int, float, float]:
    """Renderings that took longer than two seconds or raised something strange, the longest in seconds, and the memory
    that the child may have at most, in MB."""
    chance, bad, longest = random.Random(seed), 0, 0.0
    messages = [{"role": "user", "content": "hello"}]
    for number in range(count):
        source = _made(_BODIES[number % len(_BODIES)], chance)
        watch = ProcessorClock()
        try:
            compile_template(source)(messages=messages, add_generation_prompt=True)
        except jinja2.TemplateError:
            pass
        except Exception as error:  # what an attack is after
            bad += 1
            say(f"template {number}: {type(error).__name__}: {error}"[:120])
        took = watch.seconds()
        longest = max(longest, took)
        bad += took > 2.0
    return bad, longest, most_memory()


def _made(body: str, chance: random.Random) -> str:
    names = {"OP": chance.choice(_OPERATORS), "FILTER": chance.choice(_FILTERS), "METHOD": chance.choice(_METHODS)}
    for name, value in names.items():
        body = body.replace(name, value)
    return body.replace("N", str(chance.randint(2, 9)))
