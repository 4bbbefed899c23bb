"""GEPA's questions to the optimizer: what goes wrong, a better instruction, and two instructions merged into one.

What is asked for is that of the paper's reflection (Agrawal et al. 2025, appendix B); the words are ours. The compact
forms are ones that the models shipped with Whet are trained on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots
from core.methods.shared.examples import bare_input

MARKERS = (f"<{slots.TAG}", f"</{slots.TAG}", "<instruction>", "</instruction>")
"""What a reply may not bring along into a prompt."""

_LONGEST = 1000
"""Characters of an input or a reply that are shown."""


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that the current prompt answered, mostly wrongly, with what there is to say of it."""

    example: Example
    verdict: Verdict

    def compact(self, task: Task) -> compact.Failure:
        """In few words."""
        return compact.Failure(_input(task, self.example), self.given, self.example.answer)

    @property
    def given(self) -> str:
        """The reply."""
        return _cut(self.verdict.output.strip())

    def full(self, task: Task) -> str:
        """With the feedback in words."""
        feedback = f"The expected answer is: {_cut(self.example.answer)}"
        if self.verdict.score >= 1.0:
            feedback = "This reply is right."
        elif not self.verdict.parsed:
            feedback += "\nNo answer of the expected form was found in the reply."
        elif self.verdict.reason:
            feedback += f"\n{_cut(self.verdict.reason)}"
        return f"Input:\n{_input(task, self.example)}\nReply:\n{self.given}\nFeedback: {feedback}"


@dataclass(frozen=True, slots=True)
class GepaReflection:
    """A prompt with its failures on a minibatch, in the chosen wording."""

    task: Task
    prompt: Prompt
    failures: tuple[FailedRow, ...]
    in_few_words: bool = False

    @property
    def diagnosis(self) -> str:
        """Asks what is wrong with the prompt."""
        if self.in_few_words:
            return compact.criticism(self.prompt.text, [failure.compact(self.task) for failure in self.failures])
        return "\n\n".join((self._opening, *self._shown, _DIAGNOSE))

    def revision(self, weakness: str) -> str:
        """Asks for a prompt without the weakness; it may be empty."""
        if self.in_few_words:
            failures = [failure.compact(self.task) for failure in self.failures]
            return compact.improvement(self.prompt.text, weakness, failures)
        noted = f"What seems to be wrong with the instruction:\n{weakness}" if weakness else ""
        asked = _REVISE.format(position=self.task.placement.phrase)
        return slots.joined(self._opening, *self._shown, noted, asked, slots.kept(self.prompt), slots.REPLY)

    def fitting(self, lab: Lab, wanted: int) -> "GepaReflection":
        """This reflection without the failures that the optimizer's context has no room for."""
        fitted = self
        while len(fitted.failures) > 1 and lab.room(fitted.revision(""), 2 * wanted) < 0:
            fitted = replace(fitted, failures=fitted.failures[:-1])
        return fitted

    def revising(self, weakness: str, origin: str) -> Question:
        """The question for a better prompt, as it is put to the optimizer."""
        return Question(
            self.revision(weakness),
            self.prompt,
            "reflect",
            parents=(origin,),
            prompts=(self.prompt.text,),
            values=self._values,
            shown=tuple(failure.example for failure in self.failures),
            tag="" if self.in_few_words else slots.TAG,
            markers=MARKERS,
        )

    def diagnosing(self) -> Question:
        """The question for what is wrong, as it is put to the optimizer."""
        return Question(self.diagnosis, self.prompt, "diagnose", values=self._values)

    @property
    def _values(self) -> tuple[str, ...]:
        rows = (_input(self.task, failure.example) for failure in self.failures)
        return (*rows, *(failure.given for failure in self.failures))

    @property
    def _opening(self) -> str:
        return f"{_OPENING}\n<instruction>\n{self.prompt.text}\n</instruction>"

    @property
    def _shown(self) -> tuple[str, ...]:
        return (_FAILED, *(failure.full(self.task) for failure in self.failures))


def merging(prompts: Sequence[Prompt], *, in_few_words: bool) -> str:
    """Asks for one prompt with what several know."""
    if in_few_words:
        return compact.merging([prompt.text for prompt in prompts])
    shown = (f"<instruction>\n{prompt.text}\n</instruction>" for prompt in prompts)
    return slots.joined(_MERGE, *shown, slots.kept(prompts[0]), slots.REPLY)


def merging_question(prompts: Sequence[Prompt], origins: tuple[str, ...], *, in_few_words: bool) -> Question:
    """As it is put to the optimizer."""
    return Question(
        merging(prompts, in_few_words=in_few_words),
        prompts[0],
        "merge",
        parents=origins,
        prompts=tuple(prompt.text for prompt in prompts),
        tag="" if in_few_words else slots.TAG,
        markers=MARKERS,
    )


def _input(task: Task, example: Example) -> str:
    return _cut(bare_input(task, example))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


_OPENING = "A language model was given this instruction for a task:"

_FAILED = "On these inputs its replies were not good enough:"

_DIAGNOSE = """\
Say in two or three sentences why the instruction led to these replies: what it leaves open, what
it gets wrong, and what one has to know about the task that it does not say."""

_REVISE = """\
Write a better instruction, to be put {position}. Say what the task is, how the answer must look,
and everything about the task that the feedback teaches and that holds for other inputs too. Keep
what works. Do not mention names, numbers or texts of single inputs."""

_MERGE = """\
These instructions are for the same task. Each is best on other inputs. Write one instruction that
joins what they know, says nothing twice, and contradicts itself nowhere."""
