"""How the cells of a delimited file are written: found by trying, with remarks and `sep=` taken out first."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from core.data.options import ReadOptions
from core.errors import DatasetError
from core.said import Said

_DELIMITERS = (",", "\t", ";", "|")
_RARE = ("~", "^", "¦", "\x01", "\x1e", "\x1f")
"""Delimiters of old programs and of Hive, tried only where no common one fits."""
_WIDE = ("|||", "||", "::", "\t\t", "~~", "<SEP>", "[SEP]", "<sep>", " => ", " -> ", " → ")
"""Delimiters of several characters, and the one that stands for them while the file is read."""
_WIDE_AS = "\x1d"
_NONE = "\x1c"
"""A character that no text has: it stands for "one column" and occurs in no text."""

_GOOD = 0.95
_SAMPLE_LINES = 500
_MOST_RESYNCS = 100
_MOST_TITLES = 10
_SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?[\r\n]*", re.IGNORECASE)
_REMARK = re.compile(r"\s*#(?:[\s#!]|$)")
_SPACED = re.compile(r'[,;|\t] +"')


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are written: their delimiter (empty: one column), and what encloses them (empty: nothing).

    `spaced`: spaces after a delimiter are no part of a cell.
    """

    delimiter: str
    quote: str = '"'
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PreparedText:
    """The lines with remarks blanked out, so that rows keep their numbers, and what was found above the table."""

    lines: Sequence[str]
    delimiter: str
    notes: tuple[str, ...] = ()


def prepared(lines: Sequence[str]) -> PreparedText:
    """Take a line `sep=;` and lines of remarks (`# …`) out of a file that begins with them."""
    kept = list(lines)
    delimiter, notes = "", []
    first = next((at for at, line in enumerate(kept[:3]) if line.strip()), None)
    if first is not None and (match := _SEPARATOR_LINE.fullmatch(kept[first])):
        delimiter, kept[first] = match.group(1), "\n"
        notes.append(Said("The first line names the delimiter: “{delimiter}”.", delimiter=delimiter))
    at = next((at for at, line in enumerate(kept) if line.strip()), len(kept))
    if at < len(kept) and _REMARK.match(kept[at]):
        remarks = [place for place, line in enumerate(kept) if _REMARK.match(line)]
        if sum(map(bool, map(str.strip, kept))) - len(remarks) > 1:
            for place in remarks:
                kept[place] = "\n"
            shown = ", ".join(str(place + 1) for place in remarks[:5]) + (", …" if len(remarks) > 5 else "")
            notes.append(
                Said(
                    "{remarks} lines that begin with # are remarks and left out: lines {shown}.",
                    remarks=f"{len(remarks):,}",
                    shown=shown,
                )
            )
    return PreparedText(kept, delimiter, tuple(notes))


def narrowed(ready: PreparedText, options: ReadOptions) -> PreparedText:
    """With one character for a delimiter of several, asked for or found: where every line has it as often, and no
    delimiter of one character."""
    wide = options.delimiter if len(options.delimiter) > 1 else ""
    filled = [line for line in ready.lines[:_SAMPLE_LINES] if line.strip()]
    if not options.delimiter and not ready.delimiter and len(filled) > 2:
        wide = next((each for each in _WIDE if _parts(filled, each)), "")
    if not wide:
        return ready
    spaced = (
        re.compile("[ \\t]?" + re.escape(wide) + "[ \\t]?") if wide.strip() == wide else re.compile(re.escape(wide))
    )
    lines = [spaced.sub(_WIDE_AS, line) for line in ready.lines]
    return PreparedText(lines, _WIDE_AS, (*ready.notes, Said("Cells are parted by “{wide}”.", wide=wide)))


def _parts(lines: Sequence[str], wide: str) -> bool:
    often = {line.count(wide) for line in lines}
    if len(often) != 1 or often == {0}:
        return False
    if wide.startswith(" ") and often != {1}:
        return False
    return wide.strip("|\t") != "" or not any(line.replace(wide, "").count(wide[0]) for line in lines)


def find_dialect(lines: Sequence[str], options: ReadOptions | None = None) -> Dialect:
    """The delimiter under which the most rows have as many cells as the header; on a tie, the one with more cells.

    Quotation marks are taken as plain characters only where that is clearly meant: in tab-separated files if more rows
    fit, in others if most rows do not fit otherwise.
    """
    options = options or ReadOptions()
    sample = lines[:_SAMPLE_LINES]
    cut = len(sample) < len(lines)
    delimiters = (options.delimiter,) if options.delimiter else _DELIMITERS
    spaced = sum(_SPACED.search(line) is not None for line in sample) * 2 > sum(map(bool, map(str.strip, sample)))
    quote = _quote_of(sample, options.quote)
    quoted = _best(sample, [Dialect(each, quote, spaced) for each in delimiters], cut=cut)
    if options.quote:
        return quoted.dialect if quoted.width > 1 else Dialect(options.delimiter, quote)
    plain = _best(sample, [Dialect(each, "") for each in delimiters], cut=cut)
    most_lost = quoted.share < 0.5 or plain.dialect.delimiter == "\t"
    if not options.delimiter and not (quoted.width > 1 and quoted.share >= _GOOD and not quoted.titled):
        rare = _best(sample, [Dialect(each, quote) for each in _RARE], cut=cut)
        better = rare.share > quoted.share or quoted.titled
        if rare.width > 1 and rare.share >= _GOOD and better and not rare.titled and len(sample) > 2:
            return rare.dialect
    best = plain if plain.share > quoted.share and most_lost else quoted
    return best.dialect if best.width > 1 else Dialect(options.delimiter)


def _quote_of(sample: Sequence[str], asked: str) -> str:
    """What encloses cells: as asked; apostrophes if nearly every line begins and ends with one; else “"”."""
    if asked:
        if asked.casefold() == "none":
            return ""
        if len(asked) != 1:
            raise DatasetError(
                Said("“{asked}” cannot enclose cells.", asked=asked), hint="A quotation mark is one character, or none."
            )
        return asked
    filled = [line.strip() for line in sample if line.strip()]
    around = sum(line.startswith("'") and line.endswith("'") and len(line) > 1 for line in filled)
    return "'" if filled and around >= 0.9 * len(filled) else '"'


class _Fit(NamedTuple):
    """How well a dialect fits: cells in the header, and the share of the records that have as many."""

    dialect: Dialect
    width: int = 0
    share: float = 0.0
    titled: bool = False


def _best(sample: Sequence[str], dialects: Sequence[Dialect], *, cut: bool) -> _Fit:
    return max((_fit_of(sample, dialect, cut=cut) for dialect in dialects), key=_goodness)


def _goodness(fit: _Fit) -> tuple[float, bool, int]:
    """A header in the first row is likelier than a title above it: "1,5;2,5" under "a;b" has two cells, not three."""
    return (round(fit.share, 3), not fit.titled, fit.width) if fit.width > 1 else (0.0, False, 0)


def _fit_of(sample: Sequence[str], dialect: Dialect, *, cut: bool) -> _Fit:
    """Broken records fit nothing. The last record of a sample may be broken for being cut inside a quoted cell.

    Up to ten narrower rows may stand above the header: a title, a remark.
    """
    try:
        widths = [0 if isinstance(record, str) else len(record) for record in records(sample, dialect) if record]
    except DatasetError:
        return _Fit(dialect)
    if cut and len(widths) > 1 and widths[-1] == 0:
        widths.pop()
    if not widths:
        return _Fit(dialect)
    share = widths.count(widths[0]) / len(widths) if widths[0] > 1 else 0.0
    if share < 0.5 and len(widths) > 3:
        usual = Counter(widths).most_common(1)[0][0]
        above = widths.index(usual)
        rest = widths[above:]
        if usual > max(widths[:above], default=0) and above <= _MOST_TITLES and len(rest) > 2:
            under = rest.count(usual) / len(rest)
            if under >= 0.9 and usual > 1:
                return _Fit(dialect, usual, under, titled=True)
    return _Fit(dialect, widths[0], share) if widths[0] > 1 else _Fit(dialect)


def records(lines: Sequence[str], dialect: Dialect) -> Iterator[list[str] | str]:
    """Every record: its cells, nothing for a blank line, or a sentence where it is broken.

    A record that cannot be parsed, say for a quotation mark that is never closed, costs its first line only: reading
    goes on with the next one.
    """
    start = resyncs = 0
    while start < len(lines):
        done = start
        reader = csv.reader(
            islice(lines, start, None),
            delimiter=dialect.delimiter or _NONE,
            quotechar=dialect.quote or None,
            quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
            skipinitialspace=dialect.spaced,
            strict=True,
        )
        try:
            for cells in reader:
                yield cells
                done = start + reader.line_num
        except csv.Error as error:
            yield _broken(error)
        else:
            return
        start = done + 1
        resyncs += 1
        if resyncs > _MOST_RESYNCS:
            raise DatasetError(
                Said(
                    "More than {rows} rows have misplaced quotation marks, the last one in line {line}.",
                    rows=_MOST_RESYNCS,
                    line=f"{start:,}",
                ),
                hint="Is this a CSV file? Quotation marks inside quoted cells must be doubled, or say --quote none.",
            )


def _broken(error: csv.Error) -> str:
    if "expected after" in str(error):
        return "has a quotation mark inside a quoted cell; inside it must be doubled."
    return "has a quotation mark that is never closed."
