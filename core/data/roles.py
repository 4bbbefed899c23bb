"""What a recognized format says of its columns, gathered from its rows, and what is told of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.data.formats import Flat, RowFormat
from core.data.formats.promptfoo import PROMPTFOO, metric_of
from core.data.table import Roles, Row
from core.said import Said

_SYSTEM = "system"
_OTHER_INPUTS = frozenset({"id", "expected", "description"})


@dataclass(slots=True)
class Flattened:
    """The union of what rows said of their columns, in order."""

    inputs: dict[str, int] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    template: str = ""
    group: str = ""
    split: str = ""
    turns: str = ""

    def see(self, flat: Flat) -> Mapping[str, str]:
        """Take a row in; its columns."""
        for name in flat.inputs:
            self.inputs[name] = self.inputs.get(name, 0) + 1
        for name in flat.answers:
            self.answers[name] = self.answers.get(name, 0) + 1
        self.template = self.template or flat.template
        self.group = self.group or flat.group
        self.split = self.split or flat.split
        self.turns = self.turns or flat.turns
        return flat.columns


def roles_of(
    form: RowFormat | None, flat: Flattened, names: Sequence[str], rows: Sequence[Row], *, named_splits: bool
) -> tuple[Roles | None, tuple[str, ...]]:
    """The roles of the columns, and what is said of them."""
    if form is None:
        return (Roles(split="split") if named_splits else None), ()
    columns = {name: [row.cells[at] for row in rows] for at, name in enumerate(names)}
    inputs = tuple(flat.inputs)
    answers = tuple(sorted(flat.answers, key=lambda name: -flat.answers[name]))[:1]
    shared, notes = _system(columns)
    group = flat.group if flat.group and _groups(columns.get(flat.group, ())) else ""
    roles = Roles(
        form.title,
        inputs,
        answers,
        _template(flat, inputs),
        "split" if named_splits else _split(flat, columns),
        group,
        flat.turns,
        shared,
        form.multiple,
        metric_of(columns.get("assertion", [])) if form is PROMPTFOO else form.metric,
    )
    told: list[str] = [Said("Its rows are in the format of {title}.", title=form.title)]
    if not answers:
        told.append("It holds no right answers.")
    if form is PROMPTFOO:
        kinds = Counter(columns.get("assertion", []))
        told.append(
            Said(
                "The expected texts are those of the assertions {kinds}.", kinds=", ".join(sorted(filter(None, kinds)))
            )
        )
    return roles, (*told, *notes)


def _template(flat: Flattened, inputs: Sequence[str]) -> str:
    if flat.template or len(inputs) < 2:
        return flat.template
    return "\n\n".join(f"{{{{{name}}}}}" for name in inputs)


def _split(flat: Flattened, columns: Mapping[str, Sequence[str]]) -> str:
    return flat.split if flat.split and any(columns.get(flat.split, ())) else ""


def _groups(values: Sequence[str]) -> bool:
    return 12 <= len(set(values)) < len(values)


def _system(columns: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """The system message that all rows share, offered as the prompt."""
    given = set(columns.get(_SYSTEM, ()))
    if not given:
        return "", ()
    if len(given) == 1:
        return next(iter(given)), ("All rows have the same system message: it is the prompt to start from.",)
    return "", (
        Said(
            "The rows have {given} different system messages: they are the variable “system”.", given=f"{len(given):,}"
        ),
    )
