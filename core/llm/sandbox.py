"""Chat templates come with models from strangers: a Jinja sandbox that also bounds time, steps and sizes.

Jinja's sandbox keeps a template away from Python's insides and bounds `range`. What it does not bound, this adds: each
step of a loop, each call and each written text is paid for from one budget (a loop's iterable is wrapped while the
template is compiled, so no loop escapes), there is a limit in seconds, on every text and list that an operator or
filter makes, and on the filters there are. What it cannot see happens in native code: lists that hold one another are
compared for hours, bytes grow. So a stranger's template is rendered in a child (`core.llm.rendering`), and ours here.
"""

import json
import re
import string
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, cast

import jinja2
from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_TEMPLATE: Final = 256 * 1024
MAX_TEXT: Final = 4 << 20
_MAX_WORK: Final = 256 << 20
_MAX_SECONDS: Final = 0.7
_MAX_BITS: Final = 4096
_TODAY: Final = time.struct_time((2025, 1, 1, 12, 0, 0, 2, 1, 0))
_GROWING_METHODS: Final = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "translate"})
_FILTERS: Final = (
    "abs", "attr", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float",
    "forceescape", "groupby", "int", "items", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "reverse", "round", "safe", "select", "selectattr", "sort", "striptags", "title",
    "trim", "truncate", "unique", "upper", "urlencode", "wordcount",
)  # fmt: skip
_PLAIN_FIELD: Final = re.compile(r"[^{}]?[<>=^]?[-+ ]?#?0?\d{0,3}[,_]?(?:\.\d{1,2})?[a-zA-Z%]?")
_PLAIN_OLD_FIELDS: Final = re.compile(r"(?:[^%]|%%|%(?:\(\w+\))?[-+ #0]*\d{0,3}(?:\.\d{1,2})?[sdrifgxXeEc])*")
_ENGINE_WORDS: Final = ("_loop_vars", "_block_vars")
"""What compiled templates hand to each call beside its arguments."""
_GLOBALS: Final = ("range", "dict", "namespace", "cycler", "joiner")


class TemplateLimitError(SecurityError):
    """A template ran too long or made too much."""


class _Meter:
    """What one rendering may still use. One unit is one character written, or kept, or run over."""

    def __init__(self) -> None:
        self.step_cost = 100
        self._work = 0
        self._deadline = 0.0

    def start(self) -> None:
        self._work = 0
        self._deadline = time.monotonic() + _MAX_SECONDS

    def spend(self, work: int) -> None:
        self._work += work
        if self._work > _MAX_WORK or time.monotonic() > self._deadline:
            raise TemplateLimitError("it runs too long")

    def step(self) -> None:
        """One turn of a loop, or one call: it can write at most the template's own text once."""
        self.spend(self.step_cost)


class _CountedLoop:
    """An iterable whose every step is paid for. It has a length if the wrapped one has."""

    def __init__(self, wrapped: Iterable[object], meter: _Meter) -> None:
        self._wrapped = wrapped
        self._meter = meter

    def __iter__(self) -> Iterator[object]:
        for item in self._wrapped:
            self._meter.step()
            yield item

    def __len__(self) -> int:
        return len(self._wrapped)  # type: ignore[arg-type]


class _Generation(Extension):
    """`{% generation %}` marks what a model says, for training; in use its body is simply written."""

    tags = {"generation"}  # noqa: RUF012 - the name and type that Jinja asks for

    def parse(self, parser: Parser) -> list[nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Compiles and renders one untrusted template; not for use by several threads."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols, _Generation], cache_size=0)
        self.meter = _Meter()
        self.finalize = self._written
        self.filters = {name: self.filters[name] for name in _FILTERS} | {
            "counted": lambda iterable: _CountedLoop(iterable, self.meter),
            "string": self._text,
            "tojson": self._json,
            "replace": self._replace,
            "join": self._join,
            "indent": self._indent,
            "format": self._format,
        }
        self.globals = {name: self.globals[name] for name in _GLOBALS} | {
            "raise_exception": _refuse,
            "strftime_now": _strftime_now,
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, and put a counter around each loop and size checks around each concatenation."""
        self.meter.step_cost = 100 + len(source)
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = _filtered(cast("nodes.Expr", loop.iter), "counted")
        for joined in list(tree.find_all(nodes.Concat)):
            operands = [_filtered(node, "string") for node in joined.nodes]
            joined.nodes = [_filtered(nodes.Concat(operands, lineno=joined.lineno), "string")]
        tree.set_environment(self)
        return tree

    def _written(self, value: object) -> object:
        """Called by Jinja for each value that goes into the output, or into a block that is kept."""
        self.meter.spend(_weigh(value))
        return value

    def _text(self, value: object) -> str:
        self.meter.spend(_weigh(value))
        return str(value)

    def _json(
        self,
        value: object,
        ensure_ascii: bool = False,  # noqa: FBT001, FBT002 - the order of arguments that templates are written for
        indent: int | None = None,
        separators: tuple[str, str] | None = None,
        sort_keys: bool = False,  # noqa: FBT001, FBT002
    ) -> str:
        """As chat templates expect it: without HTML escapes, with readable characters."""
        self.meter.spend(_weigh(value))
        deep = None if indent is None else min(indent, 8)
        made = json.dumps(value, ensure_ascii=ensure_ascii, indent=deep, separators=separators, sort_keys=sort_keys)
        self.meter.spend(_sized(len(made)))
        return made

    def _indent(
        self,
        text: object,
        width: int | str = 4,
        first: bool = False,  # noqa: FBT001, FBT002 - as in Jinja
        blank: bool = False,  # noqa: FBT001, FBT002
    ) -> str:
        lines = self._text(text).splitlines() or [""]
        margin = width if isinstance(width, str) else " " * min(max(width, 0), 80)
        self.meter.spend(_sized(len(lines) * (len(margin) + 1) + sum(map(len, lines))))
        kept = [(margin if line or blank else "") + line for line in lines[1:]]
        return "\n".join([(margin if first else "") + lines[0], *kept])

    def _format(self, text: object, *args: Any, **named: Any) -> str:
        return self._filled(self._text(text), named or args)

    def _filled(self, form: str, values: Any) -> str:
        """`form % values`, where no field can become wide."""
        if not _PLAIN_OLD_FIELDS.fullmatch(form):
            raise TemplateLimitError("it formats text in a way that is not allowed")
        self.meter.spend(_sized(len(form) + form.count("%") * (1024 + _weigh(values))))
        return str(form % values)

    def _replace(self, text: str, old: str, new: str, count: int = -1) -> str:
        text, old, new = str(text), str(old), str(new)
        self.meter.spend(_sized(len(text) + text.count(old) * len(new)))
        return text.replace(old, new, count)

    def _join(self, items: Iterable[object], between: str = "", attribute: str | None = None) -> str:
        texts = [self._text(self.getattr(item, attribute) if attribute else item) for item in items]
        self.meter.spend(_sized(sum(map(len, texts)) + len(texts) * len(between)))
        return between.join(texts)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As the sandbox says, without the methods that make a long text from a number."""
        return super().is_safe_attribute(obj, attr, value) and not (isinstance(obj, str) and attr in _GROWING_METHODS)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` can make a text of any width from a few characters, so wide fields are refused."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        fields = [spec for _, name, spec, _ in string.Formatter().parse(value.__self__) if name is not None]
        if value.__name__ != "format" or not all(_PLAIN_FIELD.fullmatch(spec or "") for spec in fields):
            raise TemplateLimitError("it formats text in a way that is not allowed")

        def formatted(*args: Any, **named: Any) -> str:
            self.meter.spend(_sized(len(value.__self__) + len(fields) * (1024 + _weigh([*args, *named.values()]))))
            return str(wrapped(*args, **named))

        return formatted

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, with the size of the result looked at before it is made."""
        self.meter.step()
        if operator == "*":
            _check_product(left, right)
        elif operator == "**":
            _check_power(left, right)
        elif operator == "%" and isinstance(left, str):
            return self._filled(left, right)
        elif operator == "+" and hasattr(left, "__len__") and hasattr(right, "__len__"):
            self.meter.spend(_sized(len(left) + len(right)))
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as in Jinja
        """Count each call: a macro that calls itself twice needs no loop to run forever."""
        __self.meter.step()
        owner, name = getattr(__obj, "__self__", None), getattr(__obj, "__name__", "")
        given = {key: value for key, value in kwargs.items() if key not in _ENGINE_WORDS}
        if isinstance(owner, str) and name == "replace":
            return __self._replace(owner, *args, **given)
        if isinstance(owner, str) and name == "join" and len(args) == 1 and not given:
            return __self._join(args[0], owner)
        return super().call(__context, __obj, *args, **kwargs)


class CompiledTemplate:
    """Renders when it is called. `variables` are the names that the template reads without having set them."""

    def __init__(self, environment: BoundedEnvironment, source: str) -> None:
        self._environment = environment
        environment.meter.start()
        self._template = environment.from_string(source)
        self.variables: Final = frozenset(meta.find_undeclared_variables(environment.parse(source)))

    def __call__(self, **values: object) -> str:
        self._environment.meter.start()
        text = "".join(self._template.generate(**values))
        _sized(len(text))
        return text


def compile_template(source: str) -> CompiledTemplate:
    """A function that renders a template. Both raise `jinja2.TemplateError`, or an ordinary error of Python, if it is
    wrong: what a template does with its values cannot be foreseen."""
    if len(source) > MAX_TEMPLATE:
        raise TemplateLimitError("it is too long")
    return CompiledTemplate(BoundedEnvironment(), source)


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _sized(size: int) -> int:
    if size > MAX_TEXT:
        raise TemplateLimitError("it makes a text or list that is too long")
    return size


def _weigh(value: object) -> int:
    """About how long the value is as a text, found without making the text: lists may hold one another many times."""
    size, waiting = 0, [value]
    while waiting:
        item = waiting.pop()
        size = _sized(size + (len(item) if isinstance(item, str) else 16))
        if isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, (list, tuple)):
            waiting += item
    return size


def _check_product(left: object, right: object) -> None:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, (str, list, tuple)) and isinstance(other, int):
            _sized(len(one) * max(other, 0))
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MAX_BITS:
        raise TemplateLimitError("it makes a number that is too long")


def _check_power(left: object, right: object) -> None:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _MAX_BITS:
        raise TemplateLimitError("it makes a number that is too long")


def _refuse(message: str) -> None:
    raise jinja2.TemplateError(message)


def _strftime_now(form: str) -> str:
    """A fixed day: results must not depend on the clock."""
    _sized(len(form) * 64)
    return time.strftime(form, _TODAY)
