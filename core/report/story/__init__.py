"""What a run's method did, in its own terms: tables, lines and heat maps made from its notes, one file per method."""

from core.report.story.blocks import Block
from core.report.story.common import rejections, remarks
from core.report.story.tellers import TELLERS
from core.state import RunState


def story(state: RunState) -> tuple[Block, ...]:
    """The blocks of a run's story, the most telling first; empty before the method has noted anything.

    A method without a teller of its own, or with notes that it does not know, gets them as tables, one per topic.
    """
    tell = TELLERS.get(state.spec.method if state.spec is not None else "", remarks)
    told = [block for block in tell(state) if block.filled] or [block for block in remarks(state) if block.filled]
    return (*told, *(block for block in rejections(state) if block.filled))
