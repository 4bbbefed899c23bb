"""The families of tasks, one file each: every module here has a `FAMILY`."""

import pkgutil
from functools import cache
from importlib import import_module

from whet_world.kinds import Family


@cache
def all_families() -> tuple[Family, ...]:
    """All families, by the names of their files."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").FAMILY for name in names)
