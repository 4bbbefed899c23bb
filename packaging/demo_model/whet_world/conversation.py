"""What a model is trained on: conversations, in groups that begin alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conversation:
    """One question and its right answer; `system` may be empty."""

    user: str
    answer: str
    system: str = ""

    @property
    def question(self) -> str:
        """The text before the answer, in ChatML."""
        system = f"<|im_start|>system\n{self.system}<|im_end|>\n" if self.system else ""
        return f"{system}<|im_start|>user\n{self.user}<|im_end|>\n<|im_start|>assistant\n"

    @property
    def reply(self) -> str:
        """The answer with its end, in ChatML."""
        return f"{self.answer}<|im_end|>"


Group = tuple[Conversation, ...]
"""Conversations with a common beginning (one prompt over several inputs), which the trainer computes once."""
