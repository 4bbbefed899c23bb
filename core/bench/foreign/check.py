"""Loads exports with LangChain, DSPy and Jinja2, and says what these make of them; run by any Python that has them.

Reads a JSON list of `{"form", "content", "values", "signature"}` and writes a list of what was made: messages as pairs
of role and text, for DSPy the instructions, the fields and the examples. `null` where the library is not installed, and
`{"error"}` where it refuses the file. Warnings that something is deprecated are errors.
"""

import importlib
import importlib.util
import json
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

_ROLES = {"human": "user", "ai": "assistant", "system": "system"}


def langchain(item: dict[str, Any]) -> object:
    """The messages of a `ChatPromptTemplate`."""
    load = importlib.import_module("langchain_core.load")
    template = load.loads(item["content"], allowed_objects="core")
    return [[_ROLES[each.type], each.content] for each in template.invoke(item["values"]).to_messages()]


def dspy(item: dict[str, Any]) -> object:
    """What a `Predict` module has after loading."""
    module = importlib.import_module("dspy").Predict(item["signature"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prompt.json"
        path.write_text(item["content"], "utf-8", newline="")
        module.load(str(path))
    signature = module.signature
    demos = [dict(demo) for demo in module.demos]
    return {"instructions": signature.instructions, "fields": list(signature.input_fields), "demos": demos}


def jinja2(item: dict[str, Any]) -> object:
    """The text of a template."""
    return importlib.import_module("jinja2").Template(item["content"]).render(item["values"])


_LIBRARIES: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "langchain": ("langchain_core", langchain),
    "dspy": ("dspy", dspy),
    "jinja2": ("jinja2", jinja2),
}


def made(item: dict[str, Any]) -> object:
    """What a library makes of one export."""
    name, load = _LIBRARIES[item["form"]]
    if importlib.util.find_spec(name) is None:
        return None
    try:
        return load(item)
    except Exception as error:  # whatever a library raises is its answer
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def main() -> None:
    """Answer what stands on stdin."""
    warnings.filterwarnings("error", message="(?i).*deprecat")
    warnings.filterwarnings("error", message="(?i).*will change in a future version")
    items = json.load(sys.stdin)
    sys.stdout.write(json.dumps([made(item) for item in items]))


if __name__ == "__main__":
    main()
