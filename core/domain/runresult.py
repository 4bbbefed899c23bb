"""What a run came to, in the form in which it is printed by `--json` and kept as `result.json`."""

from dataclasses import dataclass

from core.domain.prompt import Demonstration, Prompt


@dataclass(frozen=True, slots=True)
class BiasResult:
    """What answers are worth with label bias, 0…1, beside the prompt alone. `text` is the prompt that they belong to.

    `validation` and `alone` are of the same rows: the score with the bias and without; `compared` is that of comparing
    the labels without offsets. `kept`: whether it is better than the prompt found alone, and so what the run ends with.
    `test` and `certified` are known if the sealed test was opened for it. `bias` holds an offset per label, in nats.
    """

    text: str
    bias: dict[str, float]
    validation: float
    alone: float
    kept: bool
    compared: float | None = None
    test: float | None = None
    certified: bool | None = None


@dataclass(frozen=True, slots=True)
class PromptResult:
    """One prompt with its scores, 0…1. `search` is its score on the training rows.

    `validation` is `None` where the run scored no validation rows, `test` unless the sealed test was opened for it.
    `with_bias`: of the best prompt the label bias that the run ends with, or the one that was tried and not kept; of
    the person's own what its bias alone would give.
    """

    text: str
    validation: float | None = None
    test: float | None = None
    search: float | None = None
    demonstrations: tuple[Demonstration, ...] = ()
    with_bias: BiasResult | None = None

    @property
    def shown(self) -> str:
        """The prompt as a person reads it, with its demonstrations."""
        return Prompt(self.text, self.demonstrations).shown


@dataclass(frozen=True, slots=True)
class RunResult:
    """The person's prompt, the prompt found (`None` before the first score), and the price.

    `ended` is the outcome of the run's log. `model` names the task model. `tokens` are those of prompts plus replies.
    `seconds` include earlier sessions.
    """

    run: str
    method: str
    model: str
    seed_prompt: PromptResult
    best: PromptResult | None
    calls: int
    tokens: int
    seconds: float
    ended: str
    model_sha256: str = ""
    task: str = ""
