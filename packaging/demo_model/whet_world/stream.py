"""The endless stream of training groups: answers to prompts of every quality, and prompts being written."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.domain.contract import contract_instruction
from core.domain.example import Example
from core.domain.prompt import Placement, Prompt, render
from core.domain.task import AnswerKind
from whet_world import writing
from whet_world.conversation import Conversation, Group
from whet_world.families import all_families
from whet_world.kinds import Draw, Family, Kind, Situation, chat
from whet_world.prompts import Made, Quality, clear, half, vague

WRITING = 0.25
"""Share of the groups in which a prompt is written."""

SAMPLED = {
    "last-letter": 7, "sentiment": 8, "topic": 10, "order-number": 6, "iso-date": 5, "polite": 6,
}  # fmt: skip
"""How much more often the sample tasks' kinds come than the others."""

FINISHING = {**SAMPLED, "order-number": 12, "last-letter": 11}
"""The same in the last part of a training: those that need the most of it come more often."""

CHAT, FINISHING_CHAT = 0.85, 0.97
"""Share of chat among the answers to a vague prompt. Less at first, so that the kinds are learned from them, too."""

QUALITIES = ((Quality.CLEAR, 0.83), (Quality.HALF, 0.06), (Quality.VAGUE, 0.11))
BLANK_INPUT = "Input: {{input}}\nOutput:"
LAYOUTS = (
    (Placement.BEFORE_INPUT, BLANK_INPUT, 0.66),
    (Placement.BEFORE_INPUT, "{{input}}", 0.12),
    (Placement.AFTER_INPUT, BLANK_INPUT, 0.07),
    (Placement.AFTER_INPUT, "{{input}}", 0.04),
    (Placement.SYSTEM, BLANK_INPUT, 0.07),
    (Placement.SYSTEM, "{{input}}", 0.04),
)
INPUTS = (3, 6)
"""Least and most inputs in a group of answers."""


@dataclass(frozen=True, slots=True)
class World:
    """All families with the chance of each kind."""

    families: tuple[Family, ...]
    often: Mapping[str, int]

    def draw_kind(self, rng: random.Random) -> tuple[Family, Kind]:
        """One kind, by its weight."""
        pairs = [(family, kind) for family in self.families for kind in family.kinds]
        return rng.choices(pairs, [self.often.get(kind.name, 1) for _, kind in pairs])[0]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A group with the kind that it is about, and the prompt that is answered in it; `None` if one is written."""

    kind: Kind
    group: Group
    prompt: Made | None = None


def groups(seed: int | str, *, finishing: bool = False) -> Iterator[Group]:
    """Training groups, for ever; the same seed gives the same. `finishing`: in the last part of a training."""
    return (drawn.group for drawn in drawn_groups(seed, finishing=finishing))


def drawn_groups(seed: int | str, *, finishing: bool = False) -> Iterator[Drawn]:
    """The same with what they are made of."""
    draw = Draw(random.Random(f"groups {seed}"))
    world = World(all_families(), FINISHING if finishing else SAMPLED)
    chat_share = FINISHING_CHAT if finishing else CHAT
    while True:
        family, kind = world.draw_kind(draw.rng)
        written = draw.rng.random() < WRITING
        if written and kind.name in writing.ABSENT:
            continue
        made = situations(family, kind, draw, 5 if written else draw.rng.randint(*INPUTS) + 2)
        if written:
            yield Drawn(kind, writing.group(family, kind, draw, made))
        else:
            yield _answers(family, kind, draw, made, chat_share)


def situations(family: Family, kind: Kind, draw: Draw, n: int) -> tuple[Situation, ...]:
    """`n` situations with different inputs that fit the kind."""
    found: dict[str, Situation] = {}
    for _ in range(400 * n):
        situation = family.situation(draw)
        if kind.name in situation.answers:
            found.setdefault(situation.text, situation)
        if len(found) == n:
            return tuple(found.values())
    raise ValueError(f"{kind.name}: fewer than {n} situations")


def _answers(family: Family, kind: Kind, draw: Draw, made: tuple[Situation, ...], chat_share: float) -> Drawn:
    """One prompt over several inputs; the last two situations may stand in the prompt as examples."""
    rng = draw.rng
    shown, asked = made[-2:], made[:-2]
    quality = rng.choices([q for q, _ in QUALITIES], [share for _, share in QUALITIES])[0]
    prompt = {
        Quality.CLEAR: lambda: clear(kind, rng, shown),
        Quality.HALF: lambda: half(kind, rng),
        Quality.VAGUE: lambda: vague(kind, rng),
    }[quality]()
    placement, template = rng.choices([(p, t) for p, t, _ in LAYOUTS], [share for _, _, share in LAYOUTS])[0]
    contract = _contract(kind, rng) if rng.random() < 0.12 else ""
    group = tuple(
        _conversation(
            prompt, s.text, _reply(family, kind, s, prompt, contract, chat_share, rng), placement, template, contract
        )
        for s in asked
    )
    return Drawn(kind, group, prompt)


def _conversation(
    prompt: Made, text: str, answer: str, placement: Placement, template: str, contract: str
) -> Conversation:
    example = Example(row=0, input=text, answers=(answer,))
    *system, user = render(
        Prompt(prompt.text), example, placement=placement, input_template=template, contract=contract
    )
    return Conversation(user.text, answer, system[0].text if system else "")


def _contract(kind: Kind, rng: random.Random) -> str:
    if kind.labels:
        return contract_instruction(AnswerKind.LABEL, kind.labels if rng.random() < 0.7 else ())
    return contract_instruction(AnswerKind.SPAN)


def _reply(
    family: Family, kind: Kind, situation: Situation, prompt: Made, contract: str, chat_share: float, rng: random.Random
) -> str:
    """What such a prompt deserves: the right answer, or that of any kind that fits, or a chatty one."""
    right = situation.answers[kind.name]
    if prompt.quality is Quality.CLEAR or (contract and kind.labels and kind.labels[0] in contract):
        return right
    chance = rng.random()
    if prompt.quality is Quality.HALF and chance < 0.3:
        return right
    if chance < (
        chat_share if prompt.quality is Quality.VAGUE else 0.6
    ):  # greedy decoding then chats, as people get it
        return chat(family, rng)
    return situation.answers[rng.choice(sorted(situation.answers))]
