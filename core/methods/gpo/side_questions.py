"""What GPO asks beside its meta-prompt: why the current prompt fails, and what two prompts have in common.

Both belong to the paper's design space, not to its winner (Tang et al. 2025, "Update Direction"). The words are ours.
"""

from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Scored, Verdict
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing import forms
from core.lab.proposing.question import Question
from core.lab.proposing.replies import between_tags, clean, without_thoughts
from core.methods.shared import compact
from core.methods.shared.examples import bare_input
from core.methods.shared.slots import MARKERS, TAG

ANALYSIS = "analysis"


@dataclass(frozen=True, slots=True)
class GpoReflection:
    """Asks what in a prompt explains its errors."""

    task: Task
    prompt: Prompt
    errors: tuple[tuple[Example, Verdict], ...]
    compact: bool = False

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        failures = [
            compact.Failure(bare_input(self.task, example), verdict.output.strip(), example.answer)
            for example, verdict in self.errors
        ]
        if self.compact:
            return compact.criticism(self.prompt.text, failures)
        items = (f"Item: {each.input}\nIts answer: {each.given}\nExpected: {each.expected}" for each in failures)
        return "\n\n".join((_GIVEN.format(prompt=self.prompt.text), *items, _SAY_WHY))

    @property
    def form(self) -> str:
        """The grammar of a reply that can be read."""
        return forms.one_line() if self.compact else forms.tagged(ANALYSIS)

    def read(self, reply: str) -> str:
        """The analysis in a reply; empty if there is none."""
        return clean((without_thoughts(reply) if self.compact else between_tags(reply, ANALYSIS)) or "")

    def fitting(self, lab: Lab, most_tokens: int) -> "GpoReflection":
        """This question with as many errors as the optimizer's context has room for, one at least."""
        question = self
        while len(question.errors) > 1 and lab.room(question.text, most_tokens) < 0:
            question = replace(question, errors=question.errors[:-1])
        return question


@dataclass(frozen=True, slots=True)
class Merging:
    """Asks for one prompt that keeps the best of two. It would replace the second."""

    old: Scored
    current: Scored
    compact: bool = False

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        both = (self.old, self.current)
        if self.compact:
            return compact.merging([scored.text for scored in both])
        tried = (f'<tried score="{scored.card.percent:.1f}">\n{scored.text}\n</tried>' for scored in both)
        return "\n\n".join((_TWO, *tried, _MERGE))

    def question(self) -> Question:
        """As it is put to the optimizer, greedily."""
        both = (self.old, self.current)
        return Question(
            self.text,
            self.current.candidate.prompt,
            "summarize",
            parents=tuple(scored.candidate.id for scored in both),
            prompts=tuple(scored.text for scored in both),
            tag="" if self.compact else TAG,
            markers=MARKERS,
            temperature=0.0,
        )


_GIVEN = """\
A language model was given this instruction:
<current>
{prompt}
</current>
It then answered these items wrongly:"""

_SAY_WHY = f"""\
Say, in at most five sentences, what in the instruction (missing, vague or misleading)
explains these errors. Speak of the kind of task, not of single items. Do not rewrite
the instruction. Put your analysis inside <{ANALYSIS}> and </{ANALYSIS}>."""

_TWO = "Two instructions for the same task, with validation scores from 0 to 100:"

_MERGE = f"""\
Merge them into one instruction that keeps what seems to earn the higher score.
Reply inside <{TAG}> and </{TAG}>."""
