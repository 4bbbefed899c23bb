"""A method run on a lab as it is, without an engine: for tests and benches of methods."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.prompt import Prompt
from core.domain.runspec import ParamValue
from core.domain.search import SearchSettings
from core.lab.lab import Lab
from core.methods.base import Method


def optimize(
    module: Method, lab: Lab, seeds: Sequence[Prompt], preset: str, values: Mapping[str, ParamValue]
) -> tuple[Any, SearchSettings]:
    """Search by a preset, with some parameters and settings of the search of one's own. Gives what was chosen so."""
    params, search = module.PRESETS[preset].chosen(module.Params, values)
    lab.search_by(search)
    module.optimize(lab, seeds, params)
    return params, search
