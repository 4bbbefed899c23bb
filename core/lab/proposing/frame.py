"""The part of a prompt that a small writer may say anew: its words, not what holds the input and the lines of a list.

A model that is asked for a whole prompt in other words loses “Input: {{input}}” and the glosses below an instruction.
They are kept by code, so that whatever it writes is a prompt.
"""

import re
from dataclasses import dataclass

from core.domain.prompt import PLACEHOLDER

_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
_CUE = re.compile(r"[^.!?。？！]{1,40}[:：]\s*\Z")
_CUE_WORDS = 3
"""So many words beside a placeholder, or before a colon, are no instruction."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a prompt that hold only words; `frame` is all that comes after them, and stays."""

    text: str
    frame: str

    @classmethod
    def of(cls, text: str) -> "Head":
        """The head of a prompt; its text is empty where the prompt begins with its frame.

        An instruction that holds the input in the middle of a sentence is one about “the input”, with it below.
        """
        lines = text.splitlines()
        kept = next((place for place, line in enumerate(lines) if _is_frame(line)), len(lines))
        head = " ".join(" ".join(lines[:kept]).split())
        names = dict.fromkeys(PLACEHOLDER.findall(head))
        shown = [f"{name[:1].upper()}{name[1:]}: {{{{{name}}}}}" for name in names]
        rest = "\n".join(lines[kept:]).strip("\n")
        return cls(
            PLACEHOLDER.sub(r"the \1" if head.isascii() else r"\1", head), "\n".join(filter(None, (*shown, rest)))
        )

    def bare(self, text: str) -> str:
        """The replacement without a frame that the writer added to it."""
        return Head.of(text).text or text

    def objection(self, text: str) -> str:
        """Nothing: every instruction may stand there."""
        del text
        return ""

    def whole(self, text: str) -> str:
        """The prompt with these words instead."""
        return "\n".join(filter(None, (text, self.frame)))


def _is_frame(line: str) -> bool:
    """Whether a line shows the input, is an item of a list, or only says what comes next (“Answer:”)."""
    cue = _CUE.fullmatch(line.strip()) is not None and len(line.split()) <= _CUE_WORDS
    shows = PLACEHOLDER.search(line) is not None and len(PLACEHOLDER.sub("", line).split()) <= _CUE_WORDS
    return shows or _ITEM.match(line) is not None or cue
