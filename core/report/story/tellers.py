"""Who tells the story of which method: the one place that knows their names here."""

from collections.abc import Callable, Iterator, Mapping

from core.report.story import capo, distill_prompt, dual_phase, gepa, gpo, grips, opro, protegi, sampling
from core.report.story.blocks import Block
from core.state import RunState

TELLERS: Mapping[str, Callable[[RunState], Iterator[Block]]] = {
    "gpo": gpo.tell,
    "dual_phase": dual_phase.tell,
    "distill_prompt": distill_prompt.tell,
    "opro": opro.tell,
    "protegi": protegi.tell,
    "gepa": gepa.tell,
    "capo": capo.tell,
    "grips": grips.tell,
    "ape": sampling.tell_ape,
    "paraphrase": sampling.tell_paraphrase,
}
