"""What a run is called where a person reads it: its task, method, model and time of day."""

import re
from contextlib import suppress
from datetime import datetime

from core.errors import WhetError
from core.methods import method
from core.store.history import HistoryEntry, Kind
from core.store.runs import RunSummary
from desktop.sentences import translated

_WEIGHTS = re.compile(r"[-._](?:I?Q\d\w*|BF16|F16|F32|fp16|GGUF)$", re.IGNORECASE)
_TUNED = re.compile(r"[-._](?:instruct|chat|it)$", re.IGNORECASE)
_REMARK = re.compile(r"\s*\(.*\)$")


def run_name(run: RunSummary) -> str:
    """“agnews · GPO · SmolLM2-135M · 14:05”, without what is not known."""
    at = datetime.fromtimestamp(run.at).astimezone().strftime("%H:%M") if run.at else ""
    return " · ".join(filter(None, (run.task, method_name(run.method), model_name(run.model), at)))


def entry_name(entry: HistoryEntry) -> str:
    """What the person calls it, else what it was."""
    if entry.title:
        return entry.title
    if entry.run is not None and entry.run.task and entry.kind in {Kind.RUN, Kind.CERTIFICATE}:
        return run_name(entry.run)
    return entry.subject


def method_name(name: str) -> str:
    """A method's title, without remarks."""
    with suppress(WhetError):
        return _REMARK.sub("", translated(method(name).title))
    return name


def model_name(name: str) -> str:
    """A model without what is said of how its weights are stored and that it was tuned."""
    short = name
    for what in (_WEIGHTS, _TUNED, _WEIGHTS):
        short = what.sub("", short)
    return short or name
