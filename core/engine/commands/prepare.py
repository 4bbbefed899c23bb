"""From what a person chose to a complete spec."""

from typing import TYPE_CHECKING

from core.domain.prompt import Prompt
from core.domain.run_estimate import RunEstimate
from core.domain.runspec import Budget, FinalRule, Origin, ParamValue, Racing, Reading, Role, RunSpec
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Prepared(Message, frozen=True, tag=True):
    """The complete spec, with what it was measured on and what can be said of the run (`calls` are an upper bound).

    `unknown_writer`: the file of the model that will write prompts, if it was never tried (`ProfileWriter`).
    """

    spec: RunSpec
    calls: int
    machine: str
    notes: tuple[Words, ...] = ()
    outlook: RunEstimate | None = None
    unknown_writer: str = ""


class Prepare(Command[Prepared], frozen=True, tag=True):
    """Turn what a person chose into a complete `RunSpec`: hash, probe and measure the models.

    `models` are paths by role. An empty `preset` takes the method's first; `params` override it by name (text is
    converted). `settings` are those of `ModelSettings` that the person chose, by name; the others are measured.
    An absent `final_rule` or `racing` is the preset's, and so are `stop_at_label` and `label_bias`, which mean nothing
    where answers are no labels; an absent `reading` is the task's. `locked` are spans that stay word for word in every
    seed prompt that has them. `until` is a time of this machine's clock, “07:00”: the run has the minutes from its
    preparation on. `prompts` are whole ones, with their demonstrations, before the `seed_prompts`; `origin` is where a
    branch began. With `refuse_shortfall` limits that make the run pointless are an error; without, a warning.
    """

    task_folder: str
    models: dict[Role, str]
    method: str = "gpo"
    preset: str = ""
    params: dict[str, ParamValue] = {}
    seed_prompts: tuple[str, ...] = ()
    budget: Budget = Budget()
    seed: int = 0
    final_rule: FinalRule | None = None
    reading: Reading | None = None
    racing: Racing | None = None
    settings: dict[str, ParamValue] = {}
    locked: tuple[str, ...] = ()
    until: str = ""
    prompts: tuple[Prompt, ...] = ()
    origin: Origin | None = None
    stop_at_label: bool | None = None
    label_bias: bool | None = None
    refuse_shortfall: bool = False


@handles(Prepare)
def _prepare(command: Prepare, context: "EngineContext") -> Prepared:
    from core.engine.prepare import prepare

    return prepare(command, context.report, context.cancel)
