"""What a run's method did, in its own terms: tables, lines and heat maps made from its notes by its `report.py`."""

import importlib
from collections.abc import Callable, Iterator

from core.methods import NAMES
from core.report.blocks import Block
from core.report.notes import rejections, remarks
from core.state import RunState

Report = Callable[[RunState], Iterator[Block]]


def method_report(state: RunState) -> tuple[Block, ...]:
    """What the method of a run did, in blocks, the most telling first; empty before the method has noted anything.

    An unknown method, or one with notes that its report does not know, gets them as tables, one per topic.
    """
    tell = report_of(state.spec.method) if state.spec is not None and state.spec.method in NAMES else remarks
    told = [block for block in tell(state) if block.filled] or [block for block in remarks(state) if block.filled]
    return (*told, *(block for block in rejections(state) if block.filled))


def report_of(name: str) -> Report:
    """The report of the method of that name."""
    tell: Report = importlib.import_module(f"core.methods.{name}.report").tell
    return tell
