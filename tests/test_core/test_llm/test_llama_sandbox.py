"""Templates from strangers: they cannot reach Python, hang, or eat the memory."""

import sys

import pytest

from core.llm.sandbox import MAX_TEMPLATE, compile_template

resource = pytest.importorskip("resource")

MESSAGES = [{"role": "user", "content": "x"}]
NESTED = "{% set n = namespace(l=[1]) %}{% for i in range(60) %}{% set n.l = [n.l, n.l] %}{% endfor %}"
HARMFUL = {
    "endless range": "{% for i in range(10**9) %}x{% endfor %}",
    "loops in loops": "{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}",
    "recursive loop": "{% for x in range(99999) recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "macro without end": "{% macro f(n) %}{{ f(n-1) }}{{ f(n-1) }}{% endmacro %}{{ f(1) }}",
    "macro tree": "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(100) }}",
    "class": "{{ ''.__class__.__mro__ }}",
    "globals": "{{ cycler.__init__.__globals__ }}",
    "long text": "{{ 'a' * 10**9 }}",
    "long list": "{{ (messages * 10**8) | length }}",
    "long number": "{% set ns = namespace(x=3) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "power": "{{ (9 ** 9999) ** 9999 }}",
    "doubling by ~": "{% set n = namespace(s='ab') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "doubling by +": "{% set n = namespace(s='ab') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "nested lists": NESTED + "{{ n.l }}",
    "nested lists as JSON": NESTED + "{{ n.l | tojson }}",
    "nested lists as text": NESTED + "{{ (n.l | string) | length }}",
    "replace filter": "{% set s = 'a' * 100000 %}{{ s | replace('a', s) }}",
    "replace method": "{% set s = 'a' * 100000 %}{{ s.replace('a', s) }}",
    "join filter": "{% set l = ['a' * 1000000] * 100000 %}{{ l | join }}",
    "join method": "{% set s = 'a' * 100000 %}{{ s.join(range(99999) | map('string') | list) }}",
    "kept blocks": "{% set s = 'a' * 99999 %}{% set t %}{% for i in range(99999) %}{{ s }}{% endfor %}{% endset %}",
    "format": "{{ '{:>1000000000}'.format(1) }}",
    "old format": "{{ '%1000000000d' % 1 }}",
    "centre": "{{ 'a'.center(10**9) }}",
    "centre filter": "{{ 'a' | center(10**9) }}",
    "other files": "{% include '/etc/passwd' %}",
    "changes the messages": "{{ messages.append(1) }}",
    "deep brackets": "{{" + "(" * 5000 + "1" + ")" * 5000 + "}}",
    "long source": "x" * (MAX_TEMPLATE + 1),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_that_a_harmful_template_ends_in_an_error_soon(name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind: the caller takes all of them for a bad template
        compile_template(HARMFUL[name])(messages=MESSAGES)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 400 * (1 << 20 if sys.platform == "darwin" else 1 << 10)


def test_that_what_real_templates_use_works() -> None:
    source = """
    {%- set system = messages[0]['content'] if messages[0]['role'] == 'system' else '' %}
    {%- for m in (messages[1:] if system else messages) %}
        {%- if loop.first and not loop.last %}{% continue %}{% endif %}
        {{- m.role | capitalize + ': ' ~ m['content'] | trim ~ loop.index0 ~ '/' ~ loop.length }}
        {%- generation %}!{% endgeneration %}
    {%- endfor %}
    {{- ' ' + strftime_now('%d %B %Y') + ' ' + {'a': 'é'} | tojson + ' ' + ['b', 'a'] | sort | join(',') }}
    {{- ' ' + 'a-b'.replace('-', '+') + 'x,y'.split(',')[-1] + ' z '.strip() }}"""
    messages = [
        {"role": "system", "content": "s"},
        {"role": "user", "content": "u"},
        {"role": "tool", "content": " t "},
    ]
    written = compile_template(source)(messages=messages)
    assert written == 'Tool: t1/2! 01 January 2025 {"a": "é"} a,b a+byz'


def test_that_the_clock_does_not_show() -> None:
    assert compile_template("{{ strftime_now('%Y-%m-%d %H:%M:%S') }}")() == "2025-01-01 12:00:00"


def test_that_a_template_may_refuse() -> None:
    with pytest.raises(Exception, match="roles must alternate"):
        compile_template("{{ raise_exception('roles must alternate') }}")()
