"""Is what people have read right: replies, files, rows' own answers? And do exports say what was scored?

A folder of cases (`--cases DIR`) may hold `replies.jsonl` (`core.bench.REPLY_CASE`) and `data/`, a folder for each
file to be read. Without one, the product's own cases are taken. A case that cannot be judged is a row that says why,
and counts as wrong.
"""

import importlib
import importlib.util
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from core import paths
from core.bench.own_answers import TriedTask, own_answers
from core.bench.reply_cases import ReplyCase, read_case
from core.bench.roundtrip import outcomes
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.engine.prepare import machine
from core.errors import DatasetError, UsageError, WhetError

REPLIES = "replies.jsonl"
_FILES = "core.bench.reading_files"
"""The module that reads the files of the cases, with `rows_and_bars(options)`."""

_NEAR = 1e-3
_SHORT = 60

Row = dict[str, Cell]


def bench(options: BenchOptions) -> BenchResult:
    """Some seconds. `rows` are the cases that are wrong; `more` says what was tried."""
    began = time.monotonic()
    cases, wrong = _cases(options.cases)
    lines = len(cases) + len(wrong)
    options.say(f"judging {lines} replies")
    wrong += [row for row in map(_judged, cases) if row is not None]
    options.say("giving every row its own answer")
    own = own_answers(options, cases)
    file_rows, bars = _files(options)
    options.say("loading exports by the libraries that they are for")
    exports = outcomes()
    written = sum(each.tried - each.refused for each in exports)
    right, tried = sum(each.right for each in own), sum(each.tried for each in own)
    bars = [
        *([_share("replies_right", lines - len(wrong), lines)] if lines else []),
        _share("own_answer", right, tried),
        _share("roundtrip", written - sum(len(each.wrong) for each in exports), written),
        *bars,
    ]
    settings: dict[str, Cell] = {"replies": lines, "own answers": tried, "seconds": round(time.monotonic() - began, 1)}
    more = {"replies by case": _by_case(cases, wrong), "own answers": _own(own), "files": file_rows}
    more["exports"] = [each.row for each in exports]
    return BenchResult("reading", machine(), settings, wrong, bars, {name: rows for name, rows in more.items() if rows})


def _cases(folder: Path | None) -> tuple[list[ReplyCase], list[Row]]:
    """The cases, and a row for each line that is none. Raises `UsageError` if the folder has nothing to read."""
    file = (folder or paths.resources() / "cases") / REPLIES
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        if folder is not None and (folder / "data").is_dir():
            return [], []
        raise UsageError(
            f"There are no cases in {(folder or file).name}: {(error.strerror or str(error)).lower()}.",
            hint=f"A folder of cases has {REPLIES} or a folder “data”. See: whet bench --help",
        ) from error
    cases: list[ReplyCase] = []
    wrong: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            cases.append(read_case(line, number))
        except DatasetError as error:
            wrong.append(_row(ReplyCase(number), "", None, error.message))
    return cases, wrong


def _judged(case: ReplyCase) -> Row | None:
    """The row of a case that is misjudged, or that cannot be judged at all; `None` for one that is right."""
    try:
        verdict = case.verdict()
    except WhetError as error:
        return _row(case, "", None, str(error))
    except Exception as error:  # whatever a case does to the product is this case's result
        return _row(case, "", None, f"judging it failed: {type(error).__name__}: {error}")
    if abs(verdict.score - case.score) <= _NEAR:
        return None
    return _row(
        case, "(no answer found)" if verdict.extracted is None else verdict.extracted, verdict.score, verdict.reason
    )


def _row(case: ReplyCase, read: str, score: float | None, why: str) -> Row:
    return {
        "line": case.line,
        "case": case.case,
        "reply": _short(case.reply),
        "accepted": _short(" / ".join(case.accepted)),
        "read as": _short(read),
        "score": score,
        "right": case.score,
        "why": why,
    }


def _files(options: BenchOptions) -> tuple[list[Row], list[BenchBar]]:
    """What the files of the cases add, where this installation can read them."""
    if importlib.util.find_spec(_FILES) is None:
        return [], []
    rows, bars = importlib.import_module(_FILES).rows_and_bars(options)
    return list(rows), list(bars)


def _share(name: str, right: int, of: int) -> BenchBar:
    return BenchBar(name, round(100 * right / max(1, of), 2), "%", 100)


def _by_case(cases: Sequence[ReplyCase], wrong: Sequence[Row]) -> list[Row]:
    all_of, wrong_of = Counter(case.case for case in cases), Counter(str(row["case"]) for row in wrong)
    lines = {case.line for case in cases}
    all_of.update(str(row["case"]) for row in wrong if row["line"] not in lines)
    return [{"case": name, "replies": all_of[name], "wrong": wrong_of[name]} for name in all_of]


def _own(own: Iterable[TriedTask]) -> list[Row]:
    """Sums by kind of answer, then each source with an answer that is not worth 1."""
    found = list(own)
    kinds = dict.fromkeys(each.kind for each in found)
    sums = [
        TriedTask("all", kind, sum(one.tried for one in found if one.kind is kind),
              sum(one.right for one in found if one.kind is kind))
        for kind in kinds
    ]  # fmt: skip
    return [each.row for each in (*sums, *(one for one in found if one.first_wrong))]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
