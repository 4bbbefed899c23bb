"""How models write down what they think before they answer: one table, and what follows from it.

The engine, the readers of answers and the window ask here which text is a thought, so that none of them can score,
show or count as an answer what another calls a thought. Pure functions of texts; nothing here knows a model.
"""

import functools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

SwitchValue = bool | int | str


@dataclass(frozen=True, slots=True)
class ThinkingFormat:
    """One way of writing a thought, by a name of its own. All marks are found whatever their case.

    `opens` and `closes` stand around a thought; `closing` is the text that ends one by force and begins the answer.
    `prefix` begins an answer without a thought, where the format has a mark for that. `frame` are marks before an
    answer and `ends` marks behind it, never part of it; `wraps` are pairs of tags that may enclose an answer after a
    thought. `signs`: a template that has all of them uses the format (none given: one of the marks around a thought
    suffices).

    `inside` is a pair of marks that a template may open within a thought, and that are then closed before it.

    `lone`: a closing mark without an opening one ends a thought that began with the reply, as where the template opened
    it. `prose`: the opening is made of ordinary words, so it counts at the beginning of a reply alone, and unless the
    format is `sure` only if the closing mark follows.
    """

    name: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    closing: str
    prefix: str = ""
    frame: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    inside: tuple[str, str] = ("", "")
    wraps: tuple[tuple[str, str], ...] = ()
    signs: tuple[str, ...] = ()
    lone: bool = True
    prose: bool = False
    sure: bool = False

    def closing_after(self, text: str) -> str:
        """What ends the thought that a text has left open, and begins the answer."""
        opening, closing = self.inside
        within = closing if opening and text.rfind(opening) > text.rfind(closing) else ""
        return within + (self.closing if within or text.endswith("\n") else self.closing.lstrip())

    def written_by(self, template: str) -> bool:
        """Whether a chat template with this source uses the format."""
        if self.signs:
            return all(sign in template for sign in self.signs)
        return any(mark in template for mark in (*self.opens, *self.closes))


def tagged(tag: str) -> ThinkingFormat:
    """Thoughts between `<tag>` and `</tag>`."""
    wraps = tuple((f"<{name}>", f"</{name}>") for name in ("response", "answer", "output"))
    return ThinkingFormat(tag, (f"<{tag}>",), (f"</{tag}>",), f"\n</{tag}>\n\n", wraps=wraps)


THINK: Final = tagged("think")

FORMATS: Final[tuple[ThinkingFormat, ...]] = (
    THINK,  # DeepSeek R1, Qwen 3, GLM, SmolLM 3, Nemotron, Hunyuan; Granite 3.3 wraps its answer in <response>
    tagged("thinking"),
    tagged("thought"),  # EXAONE Deep, where the tags are control tokens; Marco-o1
    tagged("reasoning"),
    tagged("longcat_think"),  # LongCat Flash Thinking
    ThinkingFormat("MedGemma", ("<unused94>thought",), ("<unused95>",), "<unused95>"),
    ThinkingFormat(
        "s1",
        ("<|im_start|>think",),
        ("<|im_start|>answer",),
        "\n<|im_start|>answer\n",
        ends=("<|im_end|>",),
        lone=False,
    ),
    ThinkingFormat("HuatuoGPT", ("## Thinking",), ("## Final Response",), "\n\n## Final Response\n\n", prose=True),
    ThinkingFormat("Magistral", ("[THINK]",), ("[/THINK]",), "[/THINK]"),
    ThinkingFormat(
        "gpt-oss",
        ("<|channel|>analysis<|message|>", "<|channel|>commentary<|message|>"),
        ("<|end|>", "<|channel|>final<|message|>"),
        "<|end|><|start|>assistant<|channel|>final<|message|>",
        prefix="<|channel|>final<|message|>",
        frame=("<|start|>assistant", "<|channel|>final<|message|>"),
        ends=("<|return|>", "<|end|>"),
        signs=("<|channel|>", "<|message|>"),
        lone=False,
    ),
    ThinkingFormat(
        "Seed",
        ("<seed:think>",),
        ("</seed:think>",),
        "\n</seed:think>",
        inside=("<seed:cot_budget_reflect>", "</seed:cot_budget_reflect>"),
    ),
    ThinkingFormat("Gemma 4", ("<|channel>thought",), ("<channel|>",), "<channel|>", signs=("<|channel>",)),
    ThinkingFormat(
        "Solar",
        ("<|think|>",),
        ("<|end|>", "<|content|>"),
        "<|end|><|begin|>assistant<|content|>",
        prefix="<|content|>",
        frame=("<|begin|>assistant", "<|content|>"),
        ends=("<|flush|>", "<|end|>"),
        signs=("<|think|>", "<|begin|>", "<|content|>"),
        lone=False,
    ),
    ThinkingFormat(
        "Command",
        ("<|START_THINKING|>",),
        ("<|END_THINKING|>", "<|START_RESPONSE|>"),
        "<|END_THINKING|><|START_RESPONSE|>",
        prefix="<|START_RESPONSE|>",
        frame=("<|START_RESPONSE|>", "<|START_TEXT|>"),
        ends=("<|END_RESPONSE|>", "<|END_TEXT|>"),
    ),
    ThinkingFormat(
        "Apriel",
        ("Here are my reasoning steps:",),
        ("[BEGIN FINAL RESPONSE]",),
        "\n[BEGIN FINAL RESPONSE]\n",
        ends=("[END FINAL RESPONSE]",),
        signs=("[BEGIN FINAL RESPONSE]",),
        prose=True,
    ),
    ThinkingFormat(
        "Granite 3.2",
        ("Here is my thought process:",),
        ("Here is my response:",),
        "\n\nHere is my response:\n",
        lone=False,
        prose=True,
    ),
    ThinkingFormat("Kimi", ("◁think▷",), ("◁/think▷",), "◁/think▷"),
    ThinkingFormat(
        "Kimi K3",
        ("<|open|>think<|sep|>",),
        ("<|close|>think<|sep|>",),
        "<|close|>think<|sep|><|open|>response<|sep|>",
        frame=("<|open|>response<|sep|>",),
        ends=("<|close|>response<|sep|>",),
        signs=("<|open|>", "<|close|>", "<|sep|>"),
    ),
    ThinkingFormat("Apertus", ("<|inner_prefix|>",), ("<|inner_suffix|>",), "<|inner_suffix|>"),
    ThinkingFormat(
        "OpenThinker",
        ("<|begin_of_thought|>",),
        ("<|end_of_thought|>",),
        "\n<|end_of_thought|>\n\n<|begin_of_solution|>\n",
        frame=("<|begin_of_solution|>",),
        ends=("<|end_of_solution|>",),
    ),
)
"""Every published form that is known here, as chat templates show it."""

ALL: Final[tuple[ThinkingFormat, ...]] = (
    *FORMATS,
    # what is left of gpt-oss where a program dropped its control tokens
    ThinkingFormat("bare channels", ("analysis",), ("assistantfinal",), "", lone=False, prose=True),
)
"""What is looked for in a reply of which nothing else is known."""


class ThoughtSplit(NamedTuple):
    """A reply in two: what was thought, several thoughts with a blank line between them, and the answer."""

    thoughts: str
    answer: str


def formats_of(template: str) -> tuple[ThinkingFormat, ...]:
    """The formats that a model with this chat template writes, as its template says; none for most models."""
    return tuple(replace(each, sure=True) for each in FORMATS if each.written_by(template))


def named(tags: Collection[str]) -> tuple[ThinkingFormat, ...]:
    """All known formats, and those between further tags that a person names, with or without `<` and `>`."""
    bare = dict.fromkeys(tag.strip().strip("<>/").casefold() for tag in tags)
    known = {each.name for each in FORMATS}
    return (*ALL, *(tagged(tag) for tag in bare if tag and tag not in known))


def split(text: str, formats: Sequence[ThinkingFormat] = ALL, *, opened: ThinkingFormat | None = None) -> ThoughtSplit:
    """Tell the thoughts in a reply from its answer; linear in the length of the text.

    A thought that never ends leaves nothing behind it: the answer was not reached. A closing mark alone makes a thought
    of all that precedes it. What stands before a thought belongs to the answer. `opened`: the format of the thought in
    which the reply begins, because the prompt ended inside it.
    """
    looked_for = tuple(formats) if opened is None or opened in formats else (*formats, opened)
    marks = _marks(looked_for)
    thoughts: list[str] = []
    said: list[str] = []
    inside, at = opened, 0
    for match in marks.pattern.finditer(text):
        mark = match.group().casefold()
        if inside is not None:
            if mark not in marks.closes[inside.name]:
                continue
            thoughts.append(text[at : match.start()])
            inside = None
        elif (opening := marks.opening(mark, match)) is not None:
            said.append(text[at : match.start()])
            inside = opening
        elif mark in marks.lone:
            thoughts.append("".join((*said, text[at : match.start()])))
            said = []
        elif mark in marks.frame:
            said.append(text[at : match.start()])
        else:
            continue
        at = match.end()
    (said if inside is None else thoughts).append(text[at:])
    answer = "".join(said)
    if thoughts:
        answer = unwrapped(answer.lstrip(), looked_for)
    return ThoughtSplit("\n\n".join(filter(None, map(str.strip, thoughts))), answer)


def left_open(text: str, formats: Sequence[ThinkingFormat]) -> ThinkingFormat | None:
    """The format of the thought in which a text ends, `None` if it does not end in one."""
    ends = {each: _last(text, each.opens) for each in formats if _last(text, each.opens) > _last(text, each.closes)}
    return max(ends, key=lambda each: ends[each], default=None)


def unwrapped(answer: str, formats: Sequence[ThinkingFormat] = ALL) -> str:
    """An answer after a thought without a pair of tags around the whole of it; the closing one may be missing where the
    reply was cut off."""
    for opening, closing in dict.fromkeys(pair for each in formats for pair in each.wraps):
        if answer[: len(opening)].casefold() == opening:
            inside = answer[len(opening) :].strip()
            return inside[: -len(closing)].rstrip() if inside[-len(closing) :].casefold() == closing else inside
    return answer


def switch_words(template: str) -> tuple[str, ...]:
    """What a system message may say so that the model does not think, of what the template mentions."""
    return tuple(word for word in _WORDS if word in template)


def switches(template: str, variables: Collection[str], *, on: bool) -> dict[str, SwitchValue]:
    """What to hand to a chat template so that the model thinks or does not: of the variables that the template reads,
    those that are known to switch it."""
    plain = _ON if on else _OFF
    found: dict[str, SwitchValue] = {name: value for name, value in plain.items() if name in variables}
    if "reasoning_effort" in variables:
        efforts = ("high",) if on else ("none", "minimal", "low")
        literal = next((effort for effort in efforts if re.search(rf"""['"]{effort}['"]""", template)), "")
        if literal or not on:
            found["reasoning_effort"] = literal or "low"
    return found


_OFF: Final[dict[str, SwitchValue]] = {
    "enable_thinking": False,  # Qwen 3, GLM, Gemma 4, SmolLM 3, EXAONE 4, Hunyuan
    "thinking": False,  # DeepSeek V3.1, Granite, Kimi K2.5
    "reasoning": False,  # Command A
    "enable_reasoning": False,
    "thinking_budget": 0,  # Seed
    "skip_reasoning": True,  # HyperCLOVA X
}
_ON: Final[dict[str, SwitchValue]] = {
    "enable_thinking": True,
    "thinking": True,
    "reasoning": True,
    "enable_reasoning": True,
    "force_reasoning": True,
}
_WORDS: Final = ("/no_think", "/nothink", "detailed thinking off")
_FAR: Final = 64
"""Characters after which a reply no longer begins: an opening in plain words must stand before."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """All marks of some formats, folded, by what they do."""

    pattern: re.Pattern[str]
    opens: dict[str, ThinkingFormat]
    closes: dict[str, frozenset[str]]
    lone: frozenset[str]
    frame: frozenset[str]

    def opening(self, mark: str, match: re.Match[str]) -> ThinkingFormat | None:
        """The format that a mark opens a thought of at this place in a text."""
        found = self.opens.get(mark)
        if found is None or not found.prose:
            return found
        if match.start() > _FAR or match.string[: match.start()].strip():
            return None
        rest = match.string[match.end() :].casefold()
        return found if found.sure or any(close in rest for close in self.closes[found.name]) else None


@functools.lru_cache(maxsize=64)
def _marks(formats: tuple[ThinkingFormat, ...]) -> _Marks:
    opens = {mark.casefold(): each for each in formats for mark in each.opens}
    closes = {each.name: frozenset(map(str.casefold, each.closes)) for each in formats}
    lone = frozenset(mark for each in formats if each.lone for mark in closes[each.name])
    frame = frozenset(mark.casefold() for each in formats for mark in (*each.frame, *each.ends))
    every = sorted({*opens, *frame, *(mark for marks in closes.values() for mark in marks)}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, every)) or r"(?!)", re.IGNORECASE)
    return _Marks(pattern, opens, closes, lone, frame)


def _last(text: str, marks: Sequence[str]) -> int:
    return max(text.rfind(mark) for mark in marks)
