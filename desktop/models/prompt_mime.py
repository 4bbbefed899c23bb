"""Prompts and runs on their way from one part of the window to another: dragged, or put there by a menu."""

from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QMimeData

from core import nested
from core.domain.comparison import Contestant
from core.domain.prompt import Prompt

PROMPTS = "application/x-whet-prompts"
RUNS = "application/x-whet-runs"
"""Ids of runs: their best prompts are read where they are dropped."""

_NAME = 40


def of_prompts(prompts: Sequence[Contestant]) -> QMimeData:
    """Whole prompts, worked examples included; other programs get the text of the first."""
    made = QMimeData()
    made.setData(PROMPTS, msgspec.json.encode(list(prompts)))
    if prompts:
        made.setText(prompts[0].prompt.text)
    return made


def of_runs(ids: Sequence[str]) -> QMimeData:
    """Runs by their ids."""
    made = QMimeData()
    made.setData(RUNS, msgspec.json.encode(list(ids)))
    return made


def prompts_in(data: QMimeData) -> list[Contestant]:
    """The prompts that were dragged; any text from elsewhere is one."""
    if data.hasFormat(PROMPTS):
        with suppress(msgspec.DecodeError):
            return nested.decode(bytes(data.data(PROMPTS).data()), type=list[Contestant])
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    return [Contestant(" ".join(text.split())[:_NAME], Prompt(text))] if text.strip() else []


def runs_in(data: QMimeData) -> list[str]:
    """The ids of the runs that were dragged."""
    if data.hasFormat(RUNS):
        with suppress(msgspec.DecodeError):
            return nested.decode(bytes(data.data(RUNS).data()), type=list[str])
    return []
