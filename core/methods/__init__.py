"""Published methods: one paper, one folder. A new method costs its folder, its name in `NAMES` and its golden log.

`method.py` is what it does, `prompts.py` what it asks the optimizer, `report.py` how a run of it is told.
"""

import importlib

from core.methods.base import Method, as_method
from core.methods.own import own_method, own_names

NAMES = (
    "gpo",
    "dual_phase",
    "distill_prompt",
    "opro",
    "protegi",
    "grips",
    "gepa",
    "capo",
    "ape",
    "evoprompt",
    "mipro",
    "promptquine",
    "bank",
    "paraphrase",
)
"""Every method, the recommended one first. Forms, command line, documents and conformance tests derive from this."""

WITHOUT_WRITER = "bank"
"""What runs in place of a method whose model turns out to be no writer."""


def known() -> tuple[str, ...]:
    """Every method that can be run here: those of the product, then the person's own that they confirmed."""
    return (*NAMES, *(name for name in own_names() if name not in NAMES))


def method(name: str) -> Method:
    """The method of that name. Raises `UsageError` if there is none, or one of the person's own cannot be used."""
    if name not in NAMES:
        return own_method(name, NAMES)
    return as_method(importlib.import_module(f"core.methods.{name}.method"))
