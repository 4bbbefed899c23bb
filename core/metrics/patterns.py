"""Regular expressions, with a limit to the time that one may take."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

import msgspec

from core.child import Child, ChildError, Limits
from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.errors import TaskError
from core.metrics.base import CannotJudge, PlainMetric, Reads
from core.said import Said

if TYPE_CHECKING:
    import regex

_SECONDS = 0.25
_LIMITS = Limits(seconds=1.5, memory=200 << 20)
_TAME = 2_000
_COUNTED = re.compile(r"\{\s*\d*\s*,?\s*\d{2,}")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Regex(PlainMetric):
    """1 if the reply matches, else 0. One pattern is for all rows, or each row's accepted answers are its patterns.

    The syntax is that of the Python library `regex`. A pattern that takes longer than a quarter of a second on a reply
    matches nothing.
    """

    name: ClassVar[str] = "regex"
    label: ClassVar[str] = "Regular expression"
    about: ClassVar[str] = "The share of replies that match a pattern."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset(AnswerKind)
    reads: ClassVar[Reads] = Reads.AS_WRITTEN

    pattern: str = param("", "Pattern", about="Empty: the accepted answers of each row are its patterns.")
    whole: bool = param(False, "The whole reply", about="The pattern must match all of it, not only a part.")
    ignore_case: bool = param(False, "Ignore case", about="Upper and lower case are the same.")

    def check(self, kind: AnswerKind) -> None:
        """Raise `TaskError` if the pattern is none."""
        del kind
        try:
            self._compiled(self.pattern)
        except CannotJudge as error:
            raise TaskError(Said("The metric's {error}.", error=error), hint="Correct the pattern.") from error

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 or 0."""
        del contract
        patterns = (self.pattern,) if self.pattern else example.answers
        return float(any(self._matches(self._compiled(pattern), extracted.strip()) for pattern in patterns))

    def _compiled(self, pattern: str) -> "regex.Pattern[str]":
        return _compiled(pattern, ignore_case=self.ignore_case)

    def _matches(self, pattern: "regex.Pattern[str]", text: str) -> bool:
        find = pattern.fullmatch if self.whole else pattern.search
        try:
            return find(text, timeout=_SECONDS) is not None
        except TimeoutError as error:
            raise CannotJudge(f"the pattern took longer than {_SECONDS} s on this reply") from error


@lru_cache(maxsize=1024)
def _compiled(pattern: str, *, ignore_case: bool) -> "regex.Pattern[str]":
    import regex

    if not _is_tame(pattern):
        _try_apart(pattern, ignore_case=ignore_case)
    try:
        return regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
    except (regex.error, RecursionError) as error:
        raise CannotJudge(f"pattern “{_short(pattern)}” is not valid: {error}") from error


def _is_tame(pattern: str) -> bool:
    """Whether it describes nothing much larger than itself."""
    return len(pattern) <= _TAME and not _COUNTED.search(pattern)


def _try_apart(pattern: str, *, ignore_case: bool) -> None:
    """Compile it where it can do no harm. Raises `CannotJudge` if it cannot be, or takes too much."""
    child = Child("core.metrics.pattern_child", _LIMITS)
    try:
        problem = child.ask(msgspec.json.encode((pattern, ignore_case))).decode("utf-8", "replace")
    except (ChildError, UnicodeEncodeError) as error:
        problem = f"it {error.reason}" if isinstance(error, ChildError) else "it has bytes that are no text"
    finally:
        child.close()
    if problem:
        raise CannotJudge(f"pattern “{_short(pattern)}” is not valid: {problem}")


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= _SHOWN else f"{pattern[:_SHOWN]} …"
