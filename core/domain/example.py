"""Examples, and which of them may be used for what."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Split(StrEnum):
    """Train: shown to the optimizer. Validation: scores candidates. Test: sealed, opened once, by `certify` alone."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Example:
    """One row: an input and one or more accepted answers. `row` is its 1-based number in the data file.

    `turns` are the messages before the input, each a role and a text, where rows are conversations.
    """

    row: int
    input: str
    answers: tuple[str, ...]
    variables: tuple[tuple[str, str], ...] = ()
    turns: tuple[tuple[str, str], ...] = ()

    @property
    def answer(self) -> str:
        """The first accepted answer."""
        return self.answers[0]

    @property
    def key(self) -> str:
        """64 hexadecimal digits of the row's content, independent of its place in a file."""
        digest = hashlib.sha256()
        said = (f"{role}: {text}" for role, text in self.turns)
        for text in (self.input, *self.answers, *(f"{name}={value}" for name, value in self.variables), *said):
            digest.update(f"{len(text)}:".encode() + text.encode())
        return digest.hexdigest()


def fingerprint(examples: tuple[Example, ...]) -> str:
    """64 hexadecimal digits of a set of rows: the same after re-import, renaming and reordering."""
    return hashlib.sha256("\n".join(sorted(example.key for example in examples)).encode()).hexdigest()
