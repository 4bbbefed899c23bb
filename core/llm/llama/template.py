"""A conversation as the text a model was trained on, with a note of which stretches are the template's and which not.

The model's own Jinja template is rendered twice: with the contents, and with a unique mark in place of each content.
Laid over one another the two renderings tell which characters came from whom, so that the person's text never has to
be searched for control tokens (`core.llm.llama.prompt`). Where a template changes a content so that the two cannot be
laid over one another, control strings in the person's texts are broken up with an invisible character instead.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from core.domain.thinking import THINK, SwitchValue, ThinkingFormat, formats_of, left_open, switch_words, switches
from core.errors import ModelError
from core.llm import rendering
from core.llm.base import PLAIN_STOPS, ChatMessage, Part
from core.llm.rendering import Renderer
from core.llm.sandbox import compile_template
from core.said import Said

log = logging.getLogger("whet.llama")

_BREAK: Final = "\u200b"
_CHATML: Final = (
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
_PLAIN: Final = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ m.content + '\n\n' }}"
    "{% else %}{{ m.role|capitalize + ': ' + m.content + '\n' }}{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)
_FRAMES: Final = 64


class StandIn(StrEnum):
    """What is used in place of a chat template that is missing or does not work."""

    NONE = ""
    CHATML = "ChatML"
    PLAIN = "plain “User: … Assistant: …”"


@dataclass(frozen=True, slots=True)
class TemplateSpan:
    """A stretch of a rendered conversation. `own`: the template's or the product's, which may hold control tokens."""

    text: str
    own: bool


class ChatTemplate:
    """The template of one model, or a stand-in for a missing or broken one.

    `stops` are texts that end a reply because the stand-in, unlike a real template, has no token for it. `joint` is
    what stands between the written conversation and a reply that is put behind it. `formats` are the ways in which the
    model writes its thoughts, as its template says.
    """

    def __init__(self, source: str, *, bos: str, eos: str, controls: Sequence[str]) -> None:
        self._bos, self._eos, self._controls = bos, eos, tuple(controls)
        self._typed = False
        self._switched = True
        self.stops: tuple[str, ...] = ()
        self.joint = ""
        self.stand_in = StandIn.NONE
        self.source = source
        self._frames: dict[tuple[tuple[str, ...], str, str, bool | None], str] = {}
        render: Renderer | None = self._usable(source) if source.strip() else None
        if render is None:
            self._typed, self._switched = False, True
            self.stand_in = StandIn.CHATML if {"<|im_start|>", "<|im_end|>"} <= set(controls) else StandIn.PLAIN
            self.source = _CHATML if self.stand_in is StandIn.CHATML else _PLAIN
            if self.stand_in is StandIn.PLAIN:
                self.stops, self.joint = PLAIN_STOPS, " "
            log.warning("The model has no usable chat template; Whet writes conversations in %s form.", self.stand_in)
            render = compile_template(self.source)
        self._render = render
        self.formats = formats_of(self.source)
        self.system_role = self._keeps(("system", "user"))

    def spans(self, messages: Sequence[ChatMessage], *, thinking: bool | None = False) -> tuple[TemplateSpan, ...]:
        """The conversation up to where the reply begins.

        With `thinking` or without, the template is asked for it by its own switch, and `None` leaves it as it is.
        Without, a thought that the template has opened all the same is closed, and what the model writes before an
        answer is written for it. Raises `ModelError` if the template refuses the conversation.
        """
        turns = list(messages) if self.system_role else _without_system(messages)
        begun = turns.pop().parts if turns and turns[-1].role == "assistant" else ()
        spans = list(self._laid_over(turns, thinking=thinking))
        if thinking is False:
            spans = self._without_thought(turns, spans)
        return _joined([*spans, *(TemplateSpan(part.text, part.own) for part in begun)])

    def switched_off(self) -> dict[str, SwitchValue]:
        """What to hand to the template so that the model does not think; nothing where it has no such switch."""
        return switches(self.source, self._render.variables, on=False)

    def left_open(self, spans: Sequence[TemplateSpan]) -> ThinkingFormat | None:
        """The format of the thought in which a written conversation ends."""
        return left_open(spans[-1].text, (*self.formats, THINK)) if spans and spans[-1].own else None

    def _without_thought(self, turns: Sequence[ChatMessage], spans: list[TemplateSpan]) -> list[TemplateSpan]:
        opened = self.left_open(spans)
        if opened is not None or not self.switched_off():
            asked = self._asked_in_words(turns)
            if asked is not None:
                return asked
        if opened is not None:
            return [*spans, TemplateSpan(opened.closing_after(spans[-1].text), own=True)]
        end = spans[-1].text.rstrip() if spans and spans[-1].own else ""
        prefix = next((each.prefix for each in self.formats if each.prefix and each.prefix in self.source), "")
        return [*spans, TemplateSpan(prefix, own=True)] if prefix and not end.endswith(prefix) else spans

    def _asked_in_words(self, turns: Sequence[ChatMessage]) -> list[TemplateSpan] | None:
        """The conversation with a word in its system turn that the template takes for its switch: it is gone from what
        is written, and no thought is open at the end."""
        system = turns if turns and turns[0].role == "system" else [ChatMessage("system", ()), *turns]
        for word in switch_words(self.source) if self.system_role else ():
            spans = list(self._laid_over(system, thinking=False, word=word))
            if self.left_open(spans) is None and word not in "".join(span.text for span in spans if span.own):
                return spans
        return None

    def _laid_over(
        self, turns: Sequence[ChatMessage], *, thinking: bool | None, word: str = ""
    ) -> Sequence[TemplateSpan]:
        """Who wrote which part; `word` is put behind the first content."""
        words = [word, *[""] * len(turns)][: len(turns)]
        real = self._written(
            turns, [turn.text + more for turn, more in zip(turns, words, strict=True)], thinking=thinking
        )
        mark = _unused_mark(real)
        marked = self._marked(turns, mark, words, thinking=thinking)
        contents = [[TemplateSpan(part.text, part.own) for part in turn.parts] for turn in turns]
        spans = _lay_over(marked, real, contents, mark)
        if spans is not None:
            return spans
        log.debug("The chat template changes a content; control strings in it are broken up.")
        broken = ["".join(p.text if p.own else self._broken_up(p.text) for p in turn.parts) for turn in turns]
        return [TemplateSpan(self._written(turns, list(map(str.__add__, broken, words)), thinking=thinking), own=True)]

    def _marked(self, turns: Sequence[ChatMessage], mark: str, words: Sequence[str], *, thinking: bool | None) -> str:
        """What the template writes around contents of these roles: the same for every question of a run."""
        key = (tuple(turn.role for turn in turns), mark, "".join(words), thinking)
        if key not in self._frames:
            if len(self._frames) >= _FRAMES:
                self._frames.clear()
            marks = [mark.format(i) + more for i, more in enumerate(words)]
            self._frames[key] = self._written(turns, marks, thinking=thinking)
        return self._frames[key]

    def _broken_up(self, text: str) -> str:
        for control in self._controls:
            if control in text:
                text = text.replace(control, control[0] + _BREAK + control[1:])
        return text

    def _written(self, turns: Sequence[ChatMessage], contents: Sequence[str], *, thinking: bool | None) -> str:
        try:
            return self._call(self._render, [turn.role for turn in turns], contents, thinking=thinking)
        except Exception as error:
            raise ModelError(
                Said(
                    "The model's chat template refuses this conversation: {error}", error=error or type(error).__name__
                ),
                hint="Use another order of roles, or another model.",
            ) from error

    def _call(
        self,
        render: Renderer,
        roles: Sequence[str],
        contents: Sequence[str],
        *,
        thinking: bool | None = False,
    ) -> str:
        written = [[{"type": "text", "text": content}] if self._typed else content for content in contents]
        values: dict[str, object] = {"tools": None, "documents": None}
        if thinking is not None and self._switched:
            values |= switches(self.source, render.variables, on=thinking)
        return render(
            messages=[{"role": role, "content": content} for role, content in zip(roles, written, strict=True)],
            add_generation_prompt=True,
            bos_token=self._bos,
            eos_token=self._eos,
            **values,
        )

    def _usable(self, source: str) -> Renderer | None:
        """The compiled template, or `None`, with a warning in the log, if it cannot even write one question.

        Contents are texts for most templates, lists of parts for some, and a few take their switch for an error.
        """
        try:
            render = rendering.compile_template(source)
        except Exception as error:  # a stranger's program: it may fail in every way there is
            log.warning("The model's chat template does not work: %s", error or type(error).__name__)
            return None
        reasons: list[str] = []
        for self._typed, self._switched in product((False, True), (True, False)):
            try:
                if "question" in self._call(render, ["user"], ["question"]):
                    return render
                reasons.append("it drops what the user says")
            except Exception as error:
                reasons.append(str(error) or type(error).__name__)
        log.warning("The model's chat template does not work: %s", reasons[0])
        return None

    def _keeps(self, roles: tuple[str, ...]) -> bool:
        contents = [f"content{i}" for i in range(len(roles))]
        try:
            text = self._call(self._render, roles, contents)
        except Exception as error:
            log.info("The model's chat template has no role %s: %s", roles[0], error or type(error).__name__)
            return False
        return all(content in text for content in contents)


def _without_system(messages: Sequence[ChatMessage]) -> list[ChatMessage]:
    """The system text becomes the beginning of the first user turn, for models that know no system role."""
    turns = list(messages)
    if not turns or turns[0].role != "system":
        return turns
    system = turns.pop(0)
    if turns and turns[0].role == "user":
        turns[0] = ChatMessage("user", (*system.parts, Part("\n\n", own=True), *turns[0].parts))
    else:
        turns.insert(0, ChatMessage("user", system.parts))
    return turns


def _unused_mark(text: str) -> str:
    """A format for marks that occur nowhere in the text; private-use characters survive trimming and case changes."""
    letters = "\ue000"
    while letters in text:
        letters += "\ue001"
    return letters + "{}\ue002"


def _lay_over(
    marked: str, real: str, contents: Sequence[Sequence[TemplateSpan]], mark: str
) -> list[TemplateSpan] | None:
    """Who wrote which part of `real`, or `None` if it is not `marked` with the contents, whole or trimmed, put in."""
    pieces = re.split(mark.format(r"(\d+)"), marked)
    spans = [TemplateSpan(pieces[0], own=True)]
    at = len(pieces[0])
    if not real.startswith(pieces[0]):
        return None
    for number, following in zip(pieces[1::2], pieces[2::2], strict=True):
        for content in _forms(contents[int(number)]):
            text = "".join(span.text for span in content)
            if real.startswith(text + following, at):
                spans += [*content, TemplateSpan(following, own=True)]
                at += len(text) + len(following)
                break
        else:
            return None
    return spans if at == len(real) else None


def _forms(content: Sequence[TemplateSpan]) -> list[list[TemplateSpan]]:
    """A content as it is, and trimmed on both sides, on the left, on the right."""
    text = "".join(span.text for span in content)
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    return [_cut(content, a, b) for a, b in ((0, len(text)), (left, right), (left, len(text)), (0, right))]


def _cut(content: Sequence[TemplateSpan], start: int, end: int) -> list[TemplateSpan]:
    kept: list[TemplateSpan] = []
    at = 0
    for span in content:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        kept.append(TemplateSpan(text, span.own))
    return kept


def _joined(spans: Sequence[TemplateSpan]) -> tuple[TemplateSpan, ...]:
    """Neighbours of the same owner become one."""
    joined: list[TemplateSpan] = []
    for span in spans:
        if joined and joined[-1].own == span.own:
            joined[-1] = TemplateSpan(joined[-1].text + span.text, span.own)
        elif span.text:
            joined.append(span)
    return tuple(joined)
