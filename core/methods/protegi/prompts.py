"""ProTeGi's three questions: criticize a prompt by its errors, mend it by the criticism, say it in other words.

What each one is told is the paper's (Pryzant et al. 2023, appendix); the words are ours. The compact forms are those
that the models shipped with Whet are trained on.
"""

from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Scored, Verdict
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots

Failure = tuple[Example, Verdict]

WEAKNESS = "weakness"
"""The tag around a criticism."""

MARKERS = (*slots.MARKERS, f"<{WEAKNESS}", f"</{WEAKNESS}")


@dataclass(frozen=True, slots=True)
class Errors:
    """A prompt and a group of rows that it got wrong."""

    task: Task
    prompt: Scored
    failures: tuple[Failure, ...]
    few_words: bool = False

    @property
    def examples(self) -> tuple[Example, ...]:
        """The rows themselves."""
        return tuple(example for example, _ in self.failures)

    def fitting(self, lab: Lab, wanted: int) -> "Errors":
        """Without the failures that the optimizer's context has no room for; one stays."""
        errors = self
        while len(errors.failures) > 1 and lab.room(errors.edit("word " * 100), wanted) < 0:
            errors = replace(errors, failures=errors.failures[:-1])
        return errors

    def criticizing(self) -> Question:
        """The question for a criticism, as it is put to the optimizer."""
        return replace(self._question(self.criticism(), "criticize"), tag="" if self.few_words else WEAKNESS)

    def mending(self, weakness: str) -> Question:
        """The question for a better prompt, as it is put to the optimizer."""
        return self._question(self.edit(weakness), "edit")

    def _question(self, text: str, purpose: str) -> Question:
        return Question(
            text,
            self.prompt.candidate.prompt,
            purpose,
            parents=(self.prompt.candidate.id,),
            prompts=(self.prompt.text,),
            values=tuple(slots.texts(self.examples)),
            shown=self.examples,
            tag="" if self.few_words else slots.TAG,
            markers=MARKERS,
        )

    def criticism(self) -> str:
        """Asks what is wrong with the prompt: the textual gradient."""
        if self.few_words:
            return compact.criticism(self.prompt.text, self._shortly())
        return slots.joined(self._in_full(), _CRITICIZE)

    def edit(self, weakness: str) -> str:
        """Asks for a prompt without that weakness: the step against the gradient."""
        if self.few_words:
            return compact.improvement(self.prompt.text, weakness, self._shortly())
        prompt = self.prompt.candidate.prompt
        return slots.joined(
            self._in_full(),
            f"What is wrong with the instruction:\n{weakness}" if weakness else "",
            _EDIT.format(position=slots.position(self.task, prompt)),
            "\n".join(line for line in (slots.kept(prompt), slots.REPLY) if line),
        )

    def _in_full(self) -> str:
        return slots.joined(
            f"A language model was given this instruction:\n<current>\n{self.prompt.text}\n</current>",
            "It then answered these items wrongly:",
            *(slots.failed(self.task, *failure) for failure in self.failures),
        )

    def _shortly(self) -> list[compact.Failure]:
        return [slots.failed_in_few_words(self.task, *failure) for failure in self.failures]


def paraphrase(text: str, keep: str, *, few_words: bool) -> str:
    """Asks for the same in other words: a Monte Carlo sample around a prompt. `keep`: what must stay, as a sentence."""
    if few_words:
        return compact.rephrasing(text)
    ending = "\n".join(line for line in (keep, slots.REPLY) if line)
    return slots.joined(f"An instruction for a language model:\n<current>\n{text}\n</current>", _PARAPHRASE, ending)


def rewording(prompt: Prompt, origin: str, shown: tuple[Example, ...], *, few_words: bool) -> Question:
    """The question for a paraphrase, as it is put to the optimizer. `shown`: the rows that `prompt` was mended by."""
    return Question(
        paraphrase(prompt.text, slots.kept(prompt), few_words=few_words),
        prompt,
        "paraphrase",
        parents=(origin,),
        prompts=(prompt.text,),
        shown=shown,
        tag="" if few_words else slots.TAG,
        markers=MARKERS,
    )


_CRITICIZE = f"""\
Name one thing in the instruction (missing, vague or misleading) that explains these
errors. Speak of this kind of task, not of single items, and do not rewrite the
instruction. Reply with two or three sentences inside <{WEAKNESS}> and </{WEAKNESS}>."""

_EDIT = """\
Rewrite the instruction so that such errors no longer happen, and keep what works. It
stands {position} and must fit every item of this kind of task: do not mention names,
numbers or wordings from the items above."""

_PARAPHRASE = """\
Say the same in other words. Add nothing to what it demands and leave nothing out."""
