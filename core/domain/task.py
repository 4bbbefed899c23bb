"""A task: what is asked, how answers are read and judged, and the rows that may be used."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.domain.example import Example, Split
from core.domain.prompt import Placement, Prompt, Turn, render
from core.domain.runspec import ParamValue, Reading


class AnswerKind(StrEnum):
    """What the answer inside a reply looks like; decides how it is extracted (`core.metrics.extract`).

    `labels` is a set of the contract's labels (multi-label); `core.domain.label_sets` says how one is written.
    """

    LABEL = "label"
    LABELS = "labels"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"
    SPAN = "span"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class AnswerContract:
    """How a reply must look. `instruction` is appended to every prompt by code and is never edited by a method.

    `labels` is the fixed label set of `label`, `labels` and `choice` answers. `max_tokens` bounds the reply; `stops`
    end it. `thought_tokens` may be spent on a thought before it by a model that thinks, 0 asks for none; the answer's
    own `max_tokens` are never touched. `thought_tags` are further tags between which this task's models think.
    """

    kind: AnswerKind = AnswerKind.TEXT
    labels: tuple[str, ...] = ()
    instruction: str = ""
    max_tokens: int = 64
    stops: tuple[str, ...] = ()
    thought_tokens: int = 0
    thought_tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """What a run may see: train and validation rows. The sealed test is only counted and named here.

    The rows of each split are in *evaluation order*: stratified, so that every leading part of them is a fair sample.
    `test_fingerprint` names the sealed rows (`core.domain.example.fingerprint`); the rows themselves are read by
    `core.data.tasks.open_sealed_test` alone.

    `input_name` is what the file calls the input column; prompts may use it beside `{{input}}`.

    `reading` is how answers are read where nobody says otherwise; `None`: as suits them.

    `metric_options` are those that differ from the metric's defaults, by name. `metric_code` is the text of the task's
    own metric file, which is only ever run after the person confirmed it (`core.metrics.custom`).
    """

    name: str
    train: tuple[Example, ...]
    validation: tuple[Example, ...]
    seed_prompts: tuple[Prompt, ...] = (Prompt(""),)
    title: str = ""
    description: str = ""
    metric: str = "exact_match"
    metric_options: tuple[tuple[str, ParamValue], ...] = ()
    metric_code: str = ""
    contract: AnswerContract = field(default_factory=AnswerContract)
    placement: Placement = Placement.BEFORE_INPUT
    input_template: str = "{{input}}"
    reading: Reading | None = None
    input_name: str = ""
    test_rows: int = 0
    test_fingerprint: str = ""

    def start(self, text: str) -> Prompt:
        """The start prompt of this text with its worked examples; a prompt of nothing but the text if there is none."""
        return next((prompt for prompt in self.seed_prompts if prompt.text == text), Prompt(text))

    def rows(self, split: Split) -> tuple[Example, ...]:
        """The rows of a split that a run may see. Asking for the sealed test is a programming error."""
        if split is Split.TEST:
            raise ValueError("the sealed test is not part of a task")
        return self.train if split is Split.TRAIN else self.validation

    def ask(self, prompt: Prompt, example: Example) -> tuple[Turn, ...]:
        """The conversation that asks `prompt` about `example` under this task's contract."""
        return render(
            prompt,
            example,
            placement=self.placement,
            input_template=self.input_template,
            contract=self.contract.instruction,
        )
