"""The questions to the optimizer model in few words: the forms on which the models shipped with Whet are trained.

A model of a few million parameters understands only the wordings that it saw, so every blank line counts. What changes
here must be trained again: `fingerprint` is stored in a shipped model, and a test compares.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple


class SolvedExample(NamedTuple):
    """A solved example."""

    input: str
    output: str


class Failure(NamedTuple):
    """An example answered wrongly: what the model answered, and what was expected."""

    input: str
    given: str
    expected: str


class TriedPrompt(NamedTuple):
    """A prompt with its score, from 0 to 100."""

    prompt: str
    score: float


ANGLES = ("fewest words", "clear steps", "unclear cases", "do and do not")
"""How a variation may differ (DistillPrompt, first stage)."""

MARKS = (">> ", " <<")
"""What stands around the one line that may be changed (Dual-Phase, second phase)."""

SHEET = ("Task", "Goal", "Answer", "Steps", "Advice")
"""The headings of an instruction sheet, in their order (Dual-Phase, first phase)."""


def instruction(examples: Sequence[SolvedExample]) -> str:
    """Asks for the instruction behind solved examples (APE's forward generation)."""
    return _joined("Here are examples of a task:", *_shown(examples), "Write the instruction for the task.")


def trajectory(
    tried: Sequence[TriedPrompt],
    examples: Sequence[SolvedExample] = (),
    *,
    keep: str = "",
    budget: int | None = None,
    weaknesses: str = "",
    editing: bool = False,
) -> str:
    """Asks for a better prompt than those tried, which are shown with their scores (GPO, OPRO).

    `keep`: a sentence about what must stay. `budget`: words that may change. `weaknesses`: a criticism of the last one.
    """
    return _joined(
        "Below are prompts with their scores, from 0 to 100.",
        *(f"Prompt: {prompt}\nScore: {score:.0f}" for prompt, score in tried),
        "Examples of the task:" if examples else "",
        *_shown(examples),
        f"Weakness: {weaknesses}" if weaknesses else "",
        keep,
        "" if budget is None else f"Change at most {budget} words.",
        f"{'Improve the last prompt' if editing else 'Write a new prompt with a higher score'}.",
    )


def criticism(prompt: str, failures: Sequence[Failure]) -> str:
    """Asks why a prompt fails (ProTeGi's textual gradient, GPO's reflection)."""
    return _joined(
        f"Prompt: {prompt}",
        "It fails on these examples:",
        *_failed(failures),
        "Say in one sentence what is wrong with the prompt.",
    )


def improvement(prompt: str, weakness: str, failures: Sequence[Failure]) -> str:
    """Asks for a prompt without the weakness that was criticized (ProTeGi's edit)."""
    return _joined(
        f"Prompt: {prompt}",
        "It fails on these examples:",
        *_failed(failures),
        f"Weakness: {weakness}" if weakness else "",
        "Write a better prompt.",
    )


def line(lines: Sequence[str], place: int, failures: Sequence[Failure]) -> str:
    """Asks for a replacement of the one line at `place` (Dual-Phase, second phase)."""
    before, after = MARKS
    marked = (f"{before}{text}{after}" if i == place else text for i, text in enumerate(lines))
    return _joined(
        "Prompt:\n" + "\n".join(marked),
        "It fails on these examples:",
        *_failed(failures),
        "Write a better line for the marked one.",
    )


def sheet(examples: Sequence[SolvedExample], seed: str = "") -> str:
    """Asks for an instruction sheet under the headings of `SHEET` (Dual-Phase, first phase)."""
    return _joined(
        "Here are examples of a task:",
        *_shown(examples),
        f"Prompt: {seed}" if seed else "",
        f"Write an instruction sheet with the parts {', '.join(SHEET)}.",
    )


def variation(prompt: str, score: float, angle: str) -> str:
    """Asks for a clearer prompt, from one of `ANGLES` (DistillPrompt, stage 1)."""
    return _joined(f"Prompt: {prompt}\nScore: {score:.0f}", f"Write a clearer variant of the prompt: {angle}.")


def lesson(prompt: str, examples: Sequence[SolvedExample]) -> str:
    """Asks to fold into the prompt what solved examples show (DistillPrompt, stage 2)."""
    return _joined(
        f"Prompt: {prompt}", "Examples of the task:", *_shown(examples), "Add to the prompt what the examples show."
    )


def shortening(prompt: str) -> str:
    """Asks for the prompt in few words (DistillPrompt, stage 3)."""
    return _joined("Compress this prompt into its main idea.", f"Prompt: {prompt}")


def merging(prompts: Sequence[str]) -> str:
    """Asks for one prompt that keeps what most drafts say (DistillPrompt, stage 4)."""
    return _joined("Merge these prompts for one task into one.", *(f"Prompt: {prompt}" for prompt in prompts))


def rephrasing(prompt: str) -> str:
    """Asks for the same in other words (DistillPrompt, stage 5; the random paraphrase that is every run's control)."""
    return _joined("Rewrite the prompt in other words.", f"Prompt: {prompt}")


def fingerprint() -> str:
    """12 hexadecimal digits that name these wordings: equal if and only if a model trained on them knows them."""
    shown, failed = (SolvedExample("a", "b"), SolvedExample("c", "d")), (Failure("e", "f", "g"), Failure("h", "i", "j"))
    questions = (
        instruction(shown),
        trajectory((TriedPrompt("k", 10.4), TriedPrompt("l", 20)), shown, keep="m", budget=7, weaknesses="n"),
        trajectory((TriedPrompt("k", 10.4),), editing=True),
        criticism("o", failed),
        improvement("o", "p", failed),
        line(("q", "r"), 1, failed),
        sheet(shown, "s"),
        *(variation("t", 33.3, angle) for angle in ANGLES),
        lesson("u", shown),
        shortening("v"),
        merging(("w", "x")),
        rephrasing("y"),
    )
    return hashlib.sha256("\0".join(questions).encode()).hexdigest()[:12]


def _shown(examples: Sequence[SolvedExample]) -> tuple[str, ...]:
    return tuple(f"Input: {example.input}\nOutput: {example.output}" for example in examples)


def _failed(failures: Sequence[Failure]) -> tuple[str, ...]:
    return tuple(f"Input: {failed.input}\nAnswer: {failed.given}\nExpected: {failed.expected}" for failed in failures)


def _joined(*slots: str) -> str:
    return "\n\n".join(slot for slot in slots if slot)
