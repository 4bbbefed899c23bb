"""Parameters that describe themselves to forms, command lines and documents: of methods and of metrics."""

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar, cast

import msgspec

from core.errors import UsageError
from core.said import Said

ParamValue = bool | int | float | str

_INFO = "whet"


@dataclass(frozen=True, slots=True)
class ParamInfo:
    """What a person reads of one parameter, and its limits (inclusive)."""

    title: str
    help: str
    low: float | None = None
    high: float | None = None
    advanced: bool = False


@dataclass(frozen=True, slots=True)
class ParamField:
    """One line of a form. `choices` is empty unless the parameter is one of a few named values."""

    name: str
    kind: type[bool] | type[int] | type[float] | type[str]
    default: ParamValue
    info: ParamInfo
    choices: tuple[str, ...] = ()


def param(
    default: ParamValue,
    title: str,
    *,
    about: str,
    low: float | None = None,
    high: float | None = None,
    advanced: bool = False,
) -> Any:
    """A field of a dataclass of parameters with what a person needs to set it."""
    return field(default=default, metadata={_INFO: ParamInfo(title, about, low, high, advanced)})


def fields(params: type[Any]) -> tuple[ParamField, ...]:
    """The form of a dataclass of parameters, in order. Every field must be made by `param`."""
    hints = typing.get_type_hints(params)
    return tuple(_field(item, hints[item.name]) for item in dataclasses.fields(params))


def _field(item: "dataclasses.Field[Any]", hint: type[Any]) -> ParamField:
    if issubclass(hint, Enum):
        choices = tuple(str(member.value) for member in hint)
        return ParamField(item.name, str, str(item.default.value), item.metadata[_INFO], choices)
    return ParamField(item.name, hint, cast("ParamValue", item.default), item.metadata[_INFO])


P = TypeVar("P")


def make_params(params: type[P], values: Mapping[str, ParamValue]) -> P:
    """Such a dataclass from named values (text is converted). Raises `UsageError` if a name or value does not fit."""
    described = {item.name: item for item in fields(params)}
    for name in values:
        if name not in described:
            raise UsageError(
                Said("There is no parameter “{name}”.", name=name),
                hint=Said("The parameters are: {described}.", described=", ".join(described)),
            )
    try:
        made = msgspec.convert(dict(values), params, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(Said("A parameter does not fit: {error}.", error=error)) from error
    for item in described.values():
        _check_range(item, getattr(made, item.name))
    return made


def _check_range(item: ParamField, value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return
    if (item.info.low is not None and value < item.info.low) or (item.info.high is not None and value > item.info.high):
        raise UsageError(
            Said(
                "{name} = {value} is out of range: {low} … {high}.",
                name=item.name,
                value=value,
                low=item.info.low,
                high=item.info.high,
            )
        )


def as_values(params: object) -> dict[str, ParamValue]:
    """The parameters by name as plain values, for a `RunSpec`."""
    values = msgspec.to_builtins(params)
    return cast("dict[str, ParamValue]", values)
