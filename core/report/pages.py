"""Reports of comparisons and tournaments for a browser: one HTML file each, without network or script."""

from collections.abc import Sequence
from dataclasses import dataclass

from core import language
from core.figures import percent, points
from core.report.html import write_page
from core.report.matrix import Held
from core.report.standings import CHECKPOINTS, Standing
from core.said import Said, as_said
from core.store.comparisons import Comparison

_LEFT, _WIDTH, _LINE = 250.0, 430.0, 30.0


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a picture of intervals: from `low` over `x` to `high`, in the units of the picture."""

    name: str
    y: float
    x: float
    low: float
    high: float
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of texts with its picture above it; the first columns are texts, the others numbers. What is a `Said` is
    in the reader's language, everything else is data."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int
    lines: tuple[PageLine, ...]

    @property
    def height(self) -> float:
        """Of the picture."""
        return len(self.lines) * _LINE + 24


def comparison_page(comparison: Comparison, held: Sequence[Held], spoken: str = language.SOURCE) -> bytes:
    """The page of a comparison in a language: every combination with its interval, and held against the reference."""
    spec = comparison.spec
    scores = (as_said("Score"), "95 %", as_said("Gain"), "95 %", "p", as_said("p (Holm)"))
    table = PageTable(
        as_said("All combinations"),
        (as_said("Combination"), "", *scores, as_said("No answer"), as_said("Tokens")),
        tuple(_held(each) for each in held),
        2,
        tuple(
            _line(each.name, number, (each.cell.value, each.cell.low, each.cell.high), each.verdict)
            for number, each in enumerate(held)
        ),
    )
    about = Said(
        "{prompts} prompts, {models} models, {seeds} seeds on the same validation rows. These are "
        "search scores, not certificates. Gains are against the reference, by an exact paired test; "
        "the adjusted p-values below 0.05 hold all together (Holm 1979).",
        prompts=len(spec.prompts),
        models=len(spec.models),
        seeds=len(spec.seeds),
    )
    texts = [(prompt.name, prompt.prompt.shown) for prompt in spec.prompts]
    return _page(Said("Comparison: {task}", task=spec.task), about, [table], texts, spoken)


def tournament_page(name: str, tables: dict[str, list[Standing]], note: str, spoken: str = language.SOURCE) -> bytes:
    """The page of a tournament in a language: a table with its picture for all tasks together and for each."""
    at = (Said("at {share}", share=f"{share:.0%}") for share in CHECKPOINTS)
    scores = (as_said("Score"), "95 %", as_said("Rank"), "95 %")
    columns = (as_said("Method"), *scores, *at, as_said("Tokens"))
    pages = [
        PageTable(
            title,
            columns,
            tuple(_standing(each) for each in found),
            1,
            tuple(
                _line(each.entrant, number, (each.value, *each.interval), "better" if not number else "")
                for number, each in enumerate(found)
            ),
        )
        for title, found in tables.items()
    ]
    return _page(Said("Tournament {name}", name=name), as_said(note), pages, [], spoken)


def _held(each: Held) -> tuple[str, ...]:
    cell, gain = each.cell, each.gain
    scores = (percent(cell.value), _span(percent(cell.low), percent(cell.high)))
    rest = (str(cell.unparsed), f"{cell.tokens:,}")
    if gain is None or each.p_value is None:
        return (each.name, each.verdict, *scores, "", "", "", "", *rest)
    gained = (points(gain.difference), _span(points(gain.low), points(gain.high)))
    return (each.name, each.verdict, *scores, *gained, f"{gain.p_value:.4f}", f"{each.p_value:.4f}", *rest)


def _standing(each: Standing) -> tuple[str, ...]:
    return (
        each.entrant,
        percent(each.value),
        _span(percent(each.interval.low), percent(each.interval.high)),
        f"{each.rank:.1f}",
        _span(f"{each.ranks.low:.1f}", f"{each.ranks.high:.1f}"),
        *map(percent, each.curve),
        f"{each.tokens:,.0f}",
    )


def _line(name: str, number: int, ends: tuple[float, float, float], verdict: str) -> PageLine:
    value, low, high = ends
    kind = {"better": "gain", "worse": "loss", "reference": ""}.get(verdict, "found" if verdict else "")
    words = f"{percent(value)} ({percent(low)} … {percent(high)})"
    shown = name if len(name) <= 34 else name[:33] + "…"
    return PageLine(shown, (number + 0.5) * _LINE, _x(value), _x(low), _x(high), words, kind)


def _page(title: str, about: str, tables: Sequence[PageTable], texts: Sequence[tuple[str, str]], spoken: str) -> bytes:
    marks = [(_x(share / 5), f"{20 * share}") for share in range(6)]
    return write_page("tables.html.j2", spoken, title=title, about=about, tables=tables, texts=texts, marks=marks)


def _x(share: float) -> float:
    return round(_LEFT + _WIDTH * min(max(share, 0.0), 1.0), 1)


def _span(low: str, high: str) -> str:
    return f"{low} … {high}"
