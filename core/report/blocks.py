"""What a story is made of: values that a window draws and a terminal prints."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A text; the candidates it names, which can be gone to; and a share of 0…1 where it is a score.

    `words`: the text is this program's own, and can be said in another language.
    """

    text: str
    candidates: tuple[str, ...] = ()
    score: float | None = None
    words: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows under named columns. `wide` is the column that takes the room that is left."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str = ""
    wide: int = 0

    @property
    def filled(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Line:
    """A value per round; `stepped` holds until the next, a mark stands for itself."""

    name: str
    rounds: tuple[float, ...]
    values: tuple[float, ...]
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class LinesBlock:
    """Values over rounds. `unit` names the vertical axis."""

    title: str
    unit: str
    lines: tuple[Line, ...]
    about: str = ""

    @property
    def filled(self) -> bool:
        """Whether there is anything to show."""
        return any(line.values for line in self.lines)


@dataclass(frozen=True, slots=True)
class HeatBlock:
    """A value of 0…1 for each row and column, `None` where there is none; the candidates that rows (`down`) or columns
    (`across`) stand for. `shares`: values are shares of 100 % to be read as numbers, not scores of single rows."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    down: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    about: str = ""
    shares: bool = False

    @property
    def filled(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.rows and self.columns)


Block = TableBlock | LinesBlock | HeatBlock
