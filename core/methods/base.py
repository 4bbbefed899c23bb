"""What a method is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from core.domain.params import ParamField, ParamInfo, as_values, fields, make_params, param
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.search import SearchSettings, divided

if TYPE_CHECKING:  # a form needs neither the lab nor what the lab is made of
    from core.lab.lab import Lab

P = TypeVar("P")

__all__ = [
    "Method",
    "ParamField",
    "ParamInfo",
    "Preset",
    "as_method",
    "as_values",
    "fields",
    "make_params",
    "param",
]


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set of parameters that differ from the defaults of `Params`, with the rules of choice and racing.

    `search` are the settings of the search that differ from the defaults of `SearchSettings`.
    """

    title: str
    params: Mapping[str, ParamValue] = field(default_factory=dict)
    final_rule: FinalRule = FinalRule.VALIDATION
    racing: Racing = Racing.STATISTICAL
    search: Mapping[str, ParamValue] = field(default_factory=dict)

    def chosen(self, params: type[P], values: Mapping[str, ParamValue]) -> tuple[P, SearchSettings]:
        """The parameters and the settings of the search, with some `values` of either other than the preset's."""
        own, search = divided(values)
        return make_params(params, {**self.params, **own}), make_params(SearchSettings, {**self.search, **search})

    @property
    def reads_labels(self) -> bool:
        """Whether, where answers are labels, replies end at their label and label bias is learned.

        No paper does either: a preset that chooses as its paper does leaves both out.
        """
        return self.final_rule is FinalRule.VALIDATION


class Method(Protocol):
    """A module in `core.methods`: one paper, one file. `caveats` is a sentence on what to be wary of."""

    name: str
    title: str
    summary: str
    paper: str
    caveats: str
    Params: type[Any]
    PRESETS: Mapping[str, Preset]

    def most_calls(self, params: Any, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
        """An upper bound of the calls of a whole search, given the rows of the splits, without the final choice."""
        ...

    def optimize(self, lab: "Lab", seeds: Sequence[Prompt], params: Any) -> None:
        """Search for better prompts through the lab. Returns when done; the lab raises when the budget is spent."""
        ...


def asks_writer(module: Method) -> bool:
    """Whether a method lets a model write prompts. One that does not says `asks_writer = False` beside its name."""
    return bool(getattr(module, "asks_writer", True))


def as_method(module: ModuleType) -> Method:
    """A module seen as a method."""
    return cast("Method", module)
