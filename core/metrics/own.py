"""Metrics of installed packages: a class like those of `core.metrics`, once its package was confirmed."""

import dataclasses
from functools import lru_cache
from typing import Any

from core import plugins
from core.errors import UsageError
from core.metrics.base import Metric
from core.plugins import Plugin
from core.said import Said


def own_metric(name: str, known: tuple[str, ...]) -> type[Metric]:
    """The metric class of that name. Raises `UsageError` if there is none, or it is no metric, or not confirmed."""
    return _loaded(plugins.plugin("metrics", name, known))


@lru_cache(maxsize=32)
def _loaded(plugin: Plugin) -> type[Metric]:
    found: Any = plugin.load()
    if not (isinstance(found, type) and dataclasses.is_dataclass(found)) or not issubclass(found, Metric):
        raise UsageError(
            Said("“{name}” of {source} is no metric.", name=plugin.name, source=plugin.source),
            hint="It has to be a frozen dataclass made from core.metrics.base.PlainMetric or Metric.",
        )
    if found.name != plugin.name:
        raise UsageError(
            Said(
                "The metric of {source} calls itself “{name}”, and is announced as “{announced}”.",
                source=plugin.source,
                name=found.name,
                announced=plugin.name,
            ),
            hint="Give both the same name.",
        )
    made: type[Metric] = found
    return made
