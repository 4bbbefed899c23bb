"""From a conversation to token ids: control tokens come from the template alone, never from the person's text.

What a model saw in training is the whole rendered text, split at its special tokens, each stretch between them
tokenized by itself. The same is done here, except that the special tokens are looked for in the template's own text
only. A stretch goes to the tokenizer as a whole, template and person joined, so that ordinary text gets the very ids
that it had in training.

Tokens of the kind “user defined” are found by llama.cpp in any text. Most are ordinary words; those that the template
itself uses as structure (`<think>`, `<tool_call>`) are not. Where the person's text spells one of these, the text is
cut inside the word, which the tokenizer then reads as plain characters.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.domain.thinking import THINK, ThinkingFormat
from core.llm.base import ChatMessage, is_beginning
from core.llm.llama.template import ChatTemplate, TemplateSpan
from core.llm.llama.vocabulary import SpecialToken, Vocabulary

_SPACE: Final = " \t\n\v\f\r"


@dataclass(frozen=True, slots=True)
class TokenizedPrompt:
    """A conversation ready for the model. `stretch` is the text after its last control token, `stretch_ids` the ids at
    the end of `ids` that it became. `opened`: the format of the thought in which the prompt ends."""

    ids: tuple[int, ...]
    stretch: str
    stretch_ids: tuple[int, ...]
    opened: ThinkingFormat | None


class PromptEncoder:
    """Encodes conversations for one model."""

    def __init__(self, vocabulary: Vocabulary, template: ChatTemplate) -> None:
        self._vocabulary = vocabulary
        self._template = template
        self._controls = tuple(token for token in vocabulary.special if token.control)
        self._strippers = {token.id: token for token in self._controls if token.strips_left or token.strips_right}
        self._structural = tuple(
            token.text
            for token in vocabulary.special
            if not token.control and _is_markup(token.text) and token.text in template.source
        )
        self._split = functools.lru_cache(maxsize=256)(self._find_controls)
        marks = {mark for form in template.formats for mark in form.ends}
        breaks = self._vocabulary.continue_with("\n") if template.joint else []
        self.ends: Final = (
            *vocabulary.ends,
            *(token.id for token in self._controls if token.text in marks and token.id not in vocabulary.ends),
            *(breaks if len(breaks) == 1 else ()),
        )
        """What ends a reply that is one of some choices: beside the tokens that end a turn, the mark behind an answer,
        and where there is no template the end of the line."""

    def encode(self, messages: Sequence[ChatMessage], *, thinking: bool | None = False) -> TokenizedPrompt:
        """The ids of a conversation, ending where the reply begins. `thinking`: see `ChatTemplate.spans`."""
        if is_beginning(messages):
            return self._encoded([TemplateSpan(messages[0].text, own=True)], opened=None)
        spans = self._template.spans(messages, thinking=thinking)
        return self._encoded(spans, self._template.left_open(spans))

    def _encoded(self, spans: Sequence[TemplateSpan], opened: ThinkingFormat | None) -> TokenizedPrompt:
        ids: list[int] = []
        stretch: list[TemplateSpan] = []
        for item in self._items(spans):
            if isinstance(item, TemplateSpan):
                stretch.append(item)
            else:
                ids += self._tokenize(stretch)
                ids.append(item)
                stretch = []
        last = self._tokenize(stretch)
        return TokenizedPrompt(
            ids=tuple(self._begun([*ids, *last])),
            stretch="".join(span.text for span in stretch),
            stretch_ids=tuple(last),
            opened=opened,
        )

    def continuation(self, prompt: TokenizedPrompt, text: str) -> list[int]:
        """The ids of a reply's beginning, as they would follow in one text with the end of the prompt."""
        text = self._template.joint + text if text else text
        joined = self._tokenize([TemplateSpan(prompt.stretch, own=True), TemplateSpan(text, own=False)])
        count = len(prompt.stretch_ids)
        if tuple(joined[:count]) == prompt.stretch_ids:
            return joined[count:]
        return self._vocabulary.continue_with(text)

    def closing_thought(self, form: ThinkingFormat = THINK) -> list[int]:
        """The ids that end a thought of this format by force, and begin the answer."""
        ids: list[int] = []
        for item in self._split(form.closing):
            ids += [item] if isinstance(item, int) else self._vocabulary.continue_with(item)
        return ids

    def _begun(self, ids: list[int]) -> list[int]:
        """Exactly one BOS where the model wants one; where it does not, what the template wrote."""
        bos = self._vocabulary.bos
        if self._vocabulary.adds_bos and ids[:1] != [bos]:
            return [bos, *ids]
        return ids[1:] if bos >= 0 and ids[:2] == [bos, bos] else ids

    def _items(self, spans: Sequence[TemplateSpan]) -> list[TemplateSpan | int]:
        """Spans of text, and control tokens between them; white space that a token swallows is gone."""
        items: list[TemplateSpan | int] = []
        for span in spans:
            if span.own:
                items += [
                    TemplateSpan(item, own=True) if isinstance(item, str) else item for item in self._split(span.text)
                ]
            else:
                items.append(span)
        return self._stripped(items)

    def _stripped(self, items: list[TemplateSpan | int]) -> list[TemplateSpan | int]:
        for at, item in enumerate(items):
            token = self._strippers.get(item) if isinstance(item, int) else None
            if token is not None:
                _strip_neighbours(items, at, token)
        return items

    def _find_controls(self, text: str) -> tuple[str | int, ...]:
        """A text of the template's, split at its control tokens; as in llama.cpp the longest are looked for first."""
        items: list[str | int] = [text]
        for token in self._controls:
            if token.text not in text:
                continue
            split: list[str | int] = []
            for item in items:
                if isinstance(item, int):
                    split.append(item)
                    continue
                for number, rest in enumerate(item.split(token.text)):
                    split += [token.id, rest] if number else [rest]
            items = split
        return tuple(item for item in items if item != "")

    def _tokenize(self, stretch: Sequence[TemplateSpan]) -> list[int]:
        text = "".join(span.text for span in stretch)
        if not text:
            return []
        cuts = self._cuts(stretch)
        if not cuts:
            return self._vocabulary.tokenize(text)
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        ids = self._vocabulary.tokenize(pieces[0])
        for piece in pieces[1:]:
            ids += self._vocabulary.continue_with(piece)
        return ids

    def _cuts(self, stretch: Sequence[TemplateSpan]) -> list[int]:
        """Where to cut the stretch so that no structural word in the person's text stays whole."""
        cuts: set[int] = set()
        at = 0
        for span in stretch:
            for word in self._structural if not span.own else ():
                found = span.text.find(word)
                while found >= 0:
                    cuts.add(at + found + 1)
                    found = span.text.find(word, found + 1)
            at += len(span.text)
        return sorted(cuts)


def _is_markup(text: str) -> bool:
    """Whether it looks like `<think>` or `[TOOL]`, not like a word or a run of line breaks."""
    return len(text) > 2 and text[0] in "<[" and text[-1] in ">]"


def _strip_neighbours(items: list[TemplateSpan | int], at: int, token: SpecialToken) -> None:
    """Remove the white space next to a token, through all the spans it reaches over."""
    directions = ((-1, str.rstrip, token.strips_left), (1, str.lstrip, token.strips_right))
    for step, strip, wanted in directions:
        place = at + step
        while wanted and 0 <= place < len(items):
            item = items[place]
            if isinstance(item, int):
                break
            items[place] = TemplateSpan(strip(item.text, _SPACE), item.own)
            if items[place] != TemplateSpan("", item.own):
                break
            place += step
