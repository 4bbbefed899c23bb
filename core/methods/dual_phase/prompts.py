"""Dual-Phase's two questions, a sheet from solved examples and one better line, each in full and in few words.

The slots and their order follow what a third-party port and reviews tell of the paper's meta-prompts (Yang et al.
2024); the words are ours. The compact forms are those that the models shipped with Whet are trained on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.domain.units import Unit
from core.lab.lab import Lab
from core.lab.proposing import forms
from core.lab.proposing.question import Question
from core.methods.dual_phase.rewrites import RewriteLine
from core.methods.shared import compact, slots
from core.methods.shared.examples import bare_input

SHEET = "sheet"
LINE = "line"
BLOCKS = (("[KIND]", 1, 1), ("[GOAL]", 1, 3), ("[ANSWER]", 1, 3), ("[STEPS]", 0, 5), ("[ADVICE]", 1, 4))
"""The headings of a sheet in the full wording, with the least and the most lines under each."""

MARKERS = (*(mark.strip() for mark in compact.MARKS), "<items>", "</items>", "<prompt>", "</prompt>", f"<{SHEET}")
"""What a reply may not bring along into a prompt."""

_MOST_SHEET_WORDS = 250
_MOST_SHOWN = 400


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """Asks for the instruction sheet behind solved examples. `seed` is what the person wrote, as far as it says."""

    task: Task
    seed: Prompt
    examples: tuple[Example, ...]
    compact: bool = False

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        shown = [compact.SolvedExample(_cut(bare_input(self.task, each)), _cut(each.answer)) for each in self.examples]
        if self.compact:
            return compact.sheet(shown, self.seed.text)
        contract = self.task.contract.instruction
        parts = (
            f"You recover a task's instruction sheet from solved items. All {len(shown)} answers below are correct.",
            "\n".join(("<items>", *(_solved(i, each) for i, each in enumerate(shown, 1)), "</items>")),
            f"The user currently describes the task like this: <seed>{self.seed.text}</seed>" if self.seed.text else "",
            _CONTRACT.format(contract=contract) if contract else "",
            slots.kept(self.seed),
            _SHEET,
        )
        return "\n".join(part for part in parts if part)

    def fitting(self, lab: Lab, most_tokens: int) -> "SheetQuestion":
        """This question with as many examples as the optimizer's context has room for, one at least."""
        question = self
        while len(question.examples) > 1 and lab.room(question.text, most_tokens) < 0:
            question = replace(question, examples=question.examples[:-1])
        return question

    def question(self, origin: str) -> Question:
        """As it is put to the optimizer."""
        return Question(
            self.text,
            self.seed,
            "sheet",
            parents=(origin,),
            shown=self.examples,
            tag="" if self.compact else SHEET,
            grammar=forms.labelled_lines(compact.SHEET) if self.compact else forms.tagged_blocks(SHEET, BLOCKS),
            markers=MARKERS,
        )


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """Asks for a better text in one place of a prompt, given rows that it fails and replacements that did not help."""

    task: Task
    prompt: Prompt
    units: tuple[Unit, ...]
    place: int
    failed: tuple[tuple[Example, Verdict], ...]
    refused: tuple[str, ...] = ()
    compact: bool = False

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        return self._in_few_words() if self.compact else self._in_full()

    @property
    def most_tokens(self) -> int:
        """Tokens that the longest replacement may take, with its tags."""
        return 64 + 4 * self.longest

    def fitting(self, lab: Lab) -> "LineQuestion":
        """This question without what the context has no room for: first refused lines, then failed rows."""
        question = self
        while lab.room(question.text, self.most_tokens) < 0 and question.shorter is not None:
            question = question.shorter
        return question

    @property
    def shorter(self) -> "LineQuestion | None":
        """With one thing less to show, or `None`."""
        if self.refused:
            return replace(self, refused=self.refused[1:])
        return replace(self, failed=self.failed[:-1]) if len(self.failed) > 1 else None

    def question(self, origin: str) -> Question:
        """As it is put to the optimizer: the reply replaces the one line."""
        return Question(
            self.text,
            self.prompt,
            "rewrite",
            parents=(origin,),
            shown=tuple(row for row, _ in self.failed),
            tag="" if self.compact else LINE,
            grammar=forms.one_line() if self.compact else forms.tagged_line(LINE),
            markers=MARKERS,
            slot=RewriteLine(self.units, self.place),
            unseen=True,
            max_tokens=self.most_tokens,
        )

    @property
    def longest(self) -> int:
        """Words that a replacement may have."""
        return RewriteLine(self.units, self.place).longest

    def _in_few_words(self) -> str:
        failures = [
            compact.Failure(_cut(bare_input(self.task, example)), _cut(verdict.output.strip()), _cut(example.answer))
            for example, verdict in self.failed
        ]
        return compact.line([unit.text for unit in self.units], self.place, failures)

    def _in_full(self) -> str:
        before, after = compact.MARKS
        marked = "".join(
            f"{unit.before}{before}{unit.text}{after}{unit.after}" if place == self.place else unit.whole
            for place, unit in enumerate(self.units)
        )
        line, longest = self.units[self.place].text, self.longest
        parts = (
            _OPENING,
            f"<prompt>{marked}</prompt>",
            "Items it got wrong:",
            *(self._shown(i, *failed) for i, failed in enumerate(self.failed, 1)),
            f"Replacements already tried without success:\n{_listed(self.refused)}" if self.refused else "",
            _LOOK,
            slots.kept(Prompt(line, locked=tuple(span for span in self.prompt.locked if span in line))),
            _REPLY.format(longest=longest),
        )
        return "\n".join(part for part in parts if part)

    def _shown(self, number: int, example: Example, verdict: Verdict) -> str:
        kind = "wrong answer" if verdict.parsed else "unreadable format"
        item, given = _cut(bare_input(self.task, example)), _cut(verdict.output.strip())
        return f"{number}. Item ({kind}):\n{item}\nIts answer:\n{given}\nExpected answer:\n{_cut(example.answer)}"


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} …"


def _solved(number: int, shown: compact.SolvedExample) -> str:
    return f"{number}. INPUT: {shown.input}\n   ANSWER: {shown.output}"


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def answer_places(units: Sequence[Unit]) -> frozenset[int]:
    """Where a sheet, in either wording, says what the answer looks like."""
    heading, places = "", set()
    for place, unit in enumerate(units):
        heading = unit.text if unit.fixed else heading
        if unit.text.startswith(f"{compact.SHEET[2]}:") or (heading == BLOCKS[2][0] and not unit.fixed):
            places.add(place)
    return frozenset(places)


_CONTRACT = "This answer contract is fixed; keep its meaning unchanged: <contract>{contract}</contract>"

_SHEET = f"""\
Write the sheet a newcomer needs to reach such answers on items not shown here.
Five blocks, in this order, each tag alone on its line, one statement per line:
[KIND] the kind of task, one line
[GOAL] what is given and what must be decided or produced, 1-3 lines
[ANSWER] shape of the answer and what must not appear in it, 1-3 lines
[STEPS] how to think it through, 0-5 short lines
[ADVICE] what practitioners watch out for, 1-4 lines
Speak about the task in general: no item or answer may be quoted. Write in the language of the items.
At most {_MOST_SHEET_WORDS} words. Output only <{SHEET}> ... </{SHEET}>."""

_OPENING = """\
One line of this prompt may be changed: the one between >> and <<. The rest stays as it is."""

_LOOK = """\
Look for one thing the marked line leaves unclear that would explain several of these errors."""

_REPLY = f"""\
Write a replacement that keeps the line's job, holds for unseen items (no names, numbers or
wording taken from the items), contradicts no other line, and has at most {{longest}} words.
Output only <{LINE}> ... </{LINE}>."""
