"""The optimizer's part: the questions of `core.methods.shared.compact`, asked about real task data and answered.

A family's kinds named in `ABSENT` never appear here, so that writing a prompt for them is not recall.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from core.methods.shared import compact
from whet_world import prompts
from whet_world.conversation import Conversation, Group
from whet_world.kinds import Draw, Family, Kind, Situation, chat, expand
from whet_world.prompts import Made, Quality, clear, core_of, framed, half, vague

ABSENT = frozenset({"sentiment", "order-number"})
"""Kinds of two sample tasks."""

REPLIES = 3
"""Different good replies to one question."""

_NOT_SAID = (
    "The prompt does not say [what is wanted|what to do|which answer is expected]: it should ask for {what}.",
    "It does not [say|mention|ask for] {what}.",
    "[Nothing in the prompt|No word of the prompt] asks for {what}.",
    "The prompt is [too vague|unclear]: {what} [is expected|is wanted|should be named].",
)
_OTHER_SAID = (
    "The prompt asks for {other}, but the answers are {what}.",
    "It should ask for {what} and not for {other}.",
    "The expected answers are {what}, the prompt wants {other}.",
)
_ALL_SAID = (
    "The prompt should say more [clearly|plainly] that only {what} is wanted.",
    "It does not say which form {what} should have.",
    "The form of the answer is not [clear|said]: only {what} should be written.",
)
_STEPS = ("First [read|look at] {about}, then [write|give] {what}.", "[Find|Work out] {what} and write it.")
_DO = ("[Write|Give|Return] {what}; [do not explain|do not add anything|do not write anything else].",)
_REPEATED_VAGUE = ("Step by step.", "Do not explain.", "Be careful.", "Keep it short.", "Be precise.")


@dataclass(frozen=True, slots=True)
class Case:
    """A kind with situations that fit it."""

    family: Family
    kind: Kind
    situations: tuple[Situation, ...]
    rng: random.Random

    def clear(self) -> Made:
        """A prompt that says the task."""
        return clear(self.kind, self.rng)

    def good(self) -> str:
        """A prompt worth proposing: mostly short and exact, sometimes only fair."""
        chance = self.rng.random()
        if chance < 0.07:
            return half(self.kind, self.rng).core
        made = self.clear()
        return made.core if chance < 0.55 else made.text

    def shown(self, n: int) -> list[compact.SolvedExample]:
        """The first `n` situations, solved."""
        return [compact.SolvedExample(situation.text, self.answer(situation)) for situation in self.situations[:n]]

    def answer(self, situation: Situation) -> str:
        """The right answer."""
        return situation.answers[self.kind.name]

    def any_prompt(self) -> tuple[Made, float]:
        """A prompt of any quality, with a score that it may have."""
        chance = self.rng.random()
        if chance < 0.4:
            return vague(self.kind, self.rng), self.rng.uniform(0, 25)
        if chance < 0.6:
            return half(self.kind, self.rng), self.rng.uniform(0, 55)
        return self.clear(), self.rng.uniform(55, 100)

    def failures(self, n: int) -> list[compact.Failure]:
        """The first `n` situations, answered wrongly."""
        return [compact.Failure(s.text, self._wrong(s), self.answer(s)) for s in self.situations[:n]]

    def _wrong(self, situation: Situation) -> str:
        right = self.answer(situation)
        others = [given for name, given in situation.answers.items() if given != right]
        if others and self.rng.random() < 0.6:
            return self.rng.choice(others)
        return chat(self.family, self.rng)

    def framed(self, grammars: tuple[str, ...]) -> str:
        """One of the grammars about this kind."""
        return framed(self.rng.choice(grammars), self.kind, self.rng)


def group(family: Family, kind: Kind, draw: Draw, situations: tuple[Situation, ...]) -> Group:
    """One question to the optimizer about a kind, with several good replies."""
    case = Case(family, kind, situations, draw.rng)
    operation = draw.rng.choices([o for o, _ in OPERATIONS], [weight for _, weight in OPERATIONS])[0]
    question, reply = operation(case)
    replies = {text for text in (reply() for _ in range(REPLIES)) if text}
    return tuple(Conversation(question, text) for text in sorted(replies))


Asked = tuple[str, Callable[[], str]]


def _instruction(case: Case) -> Asked:
    return compact.instruction(case.shown(case.rng.randint(2, 5))), case.good


def _trajectory(case: Case) -> Asked:
    rng = case.rng
    tried = [case.any_prompt() for _ in range(rng.choice((1, 1, 2, 3, 3, 3)))]
    budget = rng.choice((None, *range(5, 31)))
    examples = case.shown(3 if rng.random() < 0.85 else rng.randint(1, 4))
    weak = case.framed(_NOT_SAID) if rng.random() < 0.08 else ""
    shown = [compact.TriedPrompt(made.text, score) for made, score in tried]
    question = compact.trajectory(shown, examples, budget=budget, weaknesses=weak, editing=rng.random() < 0.25)

    def reply() -> str:
        texts = [case.good() for _ in range(4)]
        if budget is None:
            return texts[0]
        return next((text for text in texts if len(text.split()) <= 1.4 * budget), texts[0])

    return question, reply


def _faulty(case: Case) -> tuple[Made, Kind | None]:
    """A prompt that fails on the case, and the other kind that it asks for, if any."""
    rng = case.rng
    others = [kind for kind in case.family.kinds if kind.name not in ABSENT and kind is not case.kind]
    chance = rng.random()
    if others and chance < 0.3:
        other = rng.choice(others)
        return clear(other, rng), other
    if chance < 0.55:
        return half(case.kind, rng), None
    return (vague(case.kind, rng), None) if chance < 0.85 else (case.clear(), None)


def _weakness(case: Case, made: Made, other: Kind | None) -> str:
    if other is not None:
        named = expand(case.rng.choice(other.what), case.rng)
        return case.framed(tuple(grammar.replace("{other}", named) for grammar in _OTHER_SAID))
    return case.framed(_ALL_SAID if made.quality is Quality.CLEAR else _NOT_SAID)


def _criticism(case: Case) -> Asked:
    made, other = _faulty(case)
    return compact.criticism(made.text, case.failures(case.rng.randint(1, 4))), lambda: _weakness(case, made, other)


def _improvement(case: Case) -> Asked:
    made, other = _faulty(case)
    weak = _weakness(case, made, other) if case.rng.random() < 0.75 else ""
    return compact.improvement(made.text, weak, case.failures(case.rng.randint(1, 4))), case.good


def _line(case: Case) -> Asked:
    rng = case.rng
    form, tip = expand(rng.choice(case.kind.form), rng), expand(rng.choice(case.kind.tips), rng)
    if rng.random() < 0.5:
        lines, replace = prompts.sheet(case.kind, rng).split("\n"), prompts.sheet
        place = rng.randrange(len(lines))
        heading = lines[place].split(":")[0]
        if rng.random() < 0.7:
            lines[place] = f"{heading}: {vague(case.kind, rng).core}"
        return compact.line(lines, place, case.failures(rng.randint(1, 3))), lambda: replace(case.kind, rng).split(
            "\n"
        )[place]
    lines = [core_of(case.kind, rng), form, tip]
    place = rng.choice((0, 0, 1, 2))
    if rng.random() < 0.8:
        lines[place] = rng.choice((vague(case.kind, rng), half(case.kind, rng))).core
    lines = lines[: max(place + 1, rng.randint(1, 3))]

    def reply() -> str:
        options = (core_of(case.kind, rng), expand(rng.choice(case.kind.form), rng), expand(tip, rng))
        return options[place]

    return compact.line(lines, place, case.failures(rng.randint(1, 3))), reply


def _sheet(case: Case) -> Asked:
    seed = case.any_prompt()[0].text if case.rng.random() < 0.5 else ""
    question = compact.sheet(case.shown(case.rng.randint(2, 5)), seed)
    return question, lambda: prompts.sheet(case.kind, case.rng)


def _variation(case: Case) -> Asked:
    rng = case.rng
    made, score = case.any_prompt()
    angle = rng.choice(compact.ANGLES)

    def reply() -> str:
        if made.quality is not Quality.CLEAR:
            again = _same(case, made)
            return again if angle == compact.ANGLES[0] else f"{again} {rng.choice(_REPEATED_VAGUE)}"
        core = core_of(case.kind, rng)
        return {
            compact.ANGLES[0]: core,
            compact.ANGLES[1]: f"{core} {case.framed(_STEPS)}",
            compact.ANGLES[2]: f"{core} {expand(rng.choice(case.kind.tips), rng)}",
            compact.ANGLES[3]: f"{core} {case.framed(_DO)}",
        }[angle]

    return compact.variation(made.text, score, angle), reply


def _lesson(case: Case) -> Asked:
    made, _ = case.any_prompt()
    return compact.lesson(made.text, case.shown(case.rng.randint(2, 5))), lambda: case.clear().text


def _shortening(case: Case) -> Asked:
    made, _ = case.any_prompt()
    return compact.shortening(made.text), lambda: made.core if case.rng.random() < 0.6 else _same(case, made)


def _merging(case: Case) -> Asked:
    rng = case.rng
    drafts = [case.any_prompt()[0] for _ in range(rng.randint(2, 4))]
    clear_ones = [made for made in drafts if made.quality is Quality.CLEAR]

    def reply() -> str:
        if not clear_ones:
            return _same(case, rng.choice(drafts))
        forms = [made.form for made in clear_ones if made.form and made.form in made.text]
        core = rng.choice(clear_ones).core if rng.random() < 0.7 else core_of(case.kind, rng)
        return f"{core} {forms[0]}" if forms else core

    return compact.merging([made.text for made in drafts]), reply


def _rephrasing(case: Case) -> Asked:
    made, _ = case.any_prompt()
    return compact.rephrasing(made.text), lambda: _same(case, made)


def _same(case: Case, made: Made) -> str:
    """Another prompt that says as much: a vague one stays vague."""
    if made.quality is Quality.VAGUE:
        return vague(case.kind, case.rng).text
    return half(case.kind, case.rng).text if made.quality is Quality.HALF else case.clear().text


OPERATIONS: tuple[tuple[Callable[[Case], Asked], int], ...] = (
    (_instruction, 3),
    (_trajectory, 8),
    (_criticism, 2),
    (_improvement, 3),
    (_line, 2),
    (_sheet, 2),
    (_variation, 2),
    (_lesson, 2),
    (_shortening, 1),
    (_merging, 2),
    (_rephrasing, 2),
)
"""Every operation with its share."""
