"""How any method searches: which rows it scores on, when it stops, what it refuses, and how the optimizer is sampled.

Once each method had such settings among its own parameters, under these names or others; `divided` knows them all, so
that old runs, presets and command lines go on to work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.example import Split
from core.domain.params import ParamValue, make_params, param
from core.domain.prompt import ExampleLayout


class SearchSplit(StrEnum):
    """The rows that a search may score on: a choice in forms, without the sealed test."""

    TRAIN = "train"
    VALIDATION = "validation"

    @property
    def as_split(self) -> Split:
        """The same as a split."""
        return Split(self.value)


class Wording(StrEnum):
    """Which words a question to the optimizer is made of: full ones, or the few that small models are trained on."""

    AUTO = "auto"
    FULL = "full"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The defaults suit small local models; a preset `faithful` sets what its paper says."""

    split: SearchSplit = param(SearchSplit.TRAIN, "Score on", about="The rows that the search scores on.")
    rows: int = param(48, "Rows scored", about="Leading rows of that split; 0: all.", low=0)
    warm_start: bool = param(
        True, "Begin with rules", about="Ready wordings and worked examples, before a model is asked to write."
    )
    stop_early: bool = param(True, "Stop on a plateau", about="End at 100, or after some rounds without gain.")
    guards: bool = param(
        True,
        "Refuse misfits",
        about="Copies, answers, invented labels, fragments: before they cost rows.",
        advanced=True,
    )
    temperature: float = param(0.7, "Temperature", about="Of the optimizer model.", low=0.0, high=2.0, advanced=True)
    raise_temperature: bool = param(True, "Vary more", about="When proposals repeat, up to 1.3.", advanced=True)
    top_p: float = param(0.9, "Top-p", about="Of the likeliest words; 1: all.", low=0.01, high=1.0, advanced=True)
    min_p: float = param(0.05, "Min-p", about="Share of the likeliest’s; 0: off.", low=0.0, high=1.0, advanced=True)
    max_tokens: int = param(512, "Reply tokens", about="Most tokens per reply.", low=16, high=8192, advanced=True)
    short_replies: bool = param(
        True, "Short replies", about="Models below 3 B: 3 times the prompt’s words and 48 tokens.", advanced=True
    )
    wording: Wording = param(Wording.AUTO, "Wording", about="Compact suits very small models.", advanced=True)
    layout: ExampleLayout = param(
        ExampleLayout.REPEATED,
        "Instruction among examples",
        about="Once, behind them all, is faster; repeated in each is often better.",
        advanced=True,
    )


PLAIN: Mapping[str, ParamValue] = {
    "warm_start": False,
    "stop_early": False,
    "guards": False,
    "temperature": 1.0,
    "raise_temperature": False,
    "top_p": 1.0,
    "min_p": 0.0,
    "short_replies": False,
}
"""What no paper has: the search without any of our hardening. What a paper has of it, its preset says."""

_FORMER = {
    "search_split": "split",
    "search_rows": "rows",
    "stop_early": "stop_early",
    "refuse_leaks": "guards",
    "guard": "guards",
    "temperature": "temperature",
    "raise_temperature": "raise_temperature",
    "max_tokens": "max_tokens",
    "wording": "wording",
}
"""Names that parameters of methods had, and those that they have now."""

_NAMES = frozenset((*SearchSettings.__dataclass_fields__, *_FORMER))


def divided(values: Mapping[str, ParamValue]) -> tuple[dict[str, ParamValue], dict[str, ParamValue]]:
    """A method's own parameters, and the settings of the search under the names that they have now."""
    own = {name: value for name, value in values.items() if name not in _NAMES}
    search = {_FORMER.get(name, name): value for name, value in values.items() if name in _NAMES}
    return own, search


def former(values: Mapping[str, ParamValue]) -> SearchSettings:
    """The settings of a run from before there were any: those among its parameters, and no truncated sampling."""
    _, search = divided(values)
    plain = {"warm_start": False, "top_p": 1.0, "min_p": 0.0, "short_replies": False} if search else {}
    return make_params(SearchSettings, {**plain, **search})
