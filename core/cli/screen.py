"""What the command line shows: live progress on a terminal, quiet lines otherwise, one JSON object with `--json`.

Progress and errors go to stderr, results to stdout, so that results can be piped.
"""

import sys
import time
from pathlib import Path

import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.cli.hints import with_workspace
from core.cli.shown import shown
from core.engine.messages import Logged, Message, Progressed
from core.errors import WhetError
from core.events import BudgetExhausted, CandidateScored, Event, FinalChosen, RoundEnded
from core.figures import duration, percent
from core.said import Said, Say, as_said, packed, render
from core.state import RunState

_PIPED_WIDTH = 160
_MANY = 400
"""Rows of a table that is written in columns only."""

_QUIET_EVERY = 10.0
"""Seconds between progress lines when nobody is watching a terminal."""


class Screen:
    """Where a command writes."""

    def __init__(self, *, json: bool, workspace: Path | None = None, say: Say = str) -> None:
        self.json = json
        self._language = say
        self._workspace = workspace
        self._out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else _PIPED_WIDTH)
        self._err = Console(stderr=True, highlight=False, soft_wrap=True)
        self._live = self._err.is_terminal and not json
        self._last_line = 0.0

    def say(self, text: str) -> None:
        """A sentence about what is going on."""
        if not self.json:
            self._clear()
            self._err.print(Text(shown(self._typed(text))))

    def progress(self, text: str) -> None:
        """A sentence about work that takes minutes, for whoever watches: it goes beside the result, `--json` too."""
        self._clear()
        self._err.print(Text(shown(self.words(text))))

    def print(self, text: str) -> None:
        """A result for people; nothing with `--json`."""
        if not self.json:
            self._clear()
            self._out.print(Text(shown(self._typed(text))))

    def words(self, text: str) -> str:
        """A sentence in the language of whoever reads it."""
        return render(text, self._language)

    def table(self, title: str, columns: list[str], rows: list[list[str]]) -> None:
        """A result as a table; nothing with `--json`. Cells are data unless they are a `Said`."""
        if self.json:
            return
        self._clear()
        title, columns = self.words(title), [self.words(column) for column in columns]
        rows = [[self.words(cell) if isinstance(cell, Said) else cell for cell in row] for row in rows]
        if len(rows) > _MANY:
            self._long_table(title, columns, rows)
            return
        table = Table(title=Text(shown(title)), title_justify="left", show_edge=False, pad_edge=False)
        for column in columns:
            table.add_column(Text(shown(column)), no_wrap=column != columns[-1])
        for row in rows:
            table.add_row(*(Text(shown(cell)) for cell in row))
        self._out.print(table)

    def _long_table(self, title: str, columns: list[str], rows: list[list[str]]) -> None:
        """Thousands of rows, which nobody wants wrapped and framed for seconds: aligned, a line each."""
        lines = [[shown(cell).replace("\n", " ") for cell in row] for row in (columns, *rows)]
        widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
        out = (
            "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        )
        sys.stdout.write("\n".join((shown(title), *out)) + "\n")
        sys.stdout.flush()

    def result(self, value: object) -> None:
        """The one JSON object of `--json`; nothing otherwise."""
        if self.json:
            sys.stdout.write(msgspec.json.encode(value, enc_hook=_in_english).decode() + "\n")
            sys.stdout.flush()

    def raw(self, data: bytes) -> None:
        """Bytes exactly as they are: an exported prompt. A terminal is shown symbols in place of control characters."""
        sys.stdout.flush()
        if sys.stdout.isatty():
            data = shown(data.decode("utf-8", "replace")).encode()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def error(self, error: WhetError) -> None:
        """What happened, what was kept, what to do."""
        self._clear()
        self._err.print(Text(shown(self.words(error.message)), style="bold red"))
        for line in filter(None, (error.kept, error.hint)):
            self._err.print(Text(shown(self._typed(line))))
        if self.json:
            parts = {"message": error.message, "kept": error.kept, "hint": error.hint}
            texts = {name: with_workspace(text, self._workspace) for name, text in parts.items()}
            keys = {name: packed(text) for name, text in parts.items() if text.values}
            self.result({"error": {"code": error.code, **texts, "said": keys}})

    def _typed(self, text: str) -> str:
        """With the workspace in the commands that it tells to type."""
        return with_workspace(self.words(text), self._workspace)

    def follow(self, item: Event | Message, state: RunState) -> None:
        """Show one line of the engine, given the state after it."""
        match item:
            case Progressed():
                self._progress(item, state)
            case Logged(level="warning" | "error"):
                self.say(item.text)
            case RoundEnded(round=number):
                self.say(
                    Said("Round {number} of {rounds}: {best}", number=number, rounds=state.of_rounds, best=_best(state))
                )
            case CandidateScored(candidate="c0"):
                self.say(
                    Said(
                        "Your prompt scores {score} % on {n} {split} rows.",
                        score=percent(item.value),
                        n=item.n,
                        split=as_said(item.split.value),
                    )
                )
            case BudgetExhausted(limit=limit):
                self.say(Said("The budget of {limit} is used up; choosing among what was found.", limit=as_said(limit)))
            case FinalChosen(candidate=candidate, value=value):
                rule = as_said(item.rule.value.replace("_", " "))
                self.say(
                    Said(
                        "Chosen: {candidate} with {score} % ({rule}).",
                        candidate=candidate,
                        score=percent(value),
                        rule=rule,
                    )
                )

    def on_item(self, item: Event | Message) -> None:
        """As `follow`, of work that is no run."""
        self.follow(item, RunState())

    def _progress(self, item: Progressed, state: RunState) -> None:
        line = shown(" · ".join(map(self.words, _status(item, state)))).replace("\n", " ")
        if self._live:
            sys.stderr.write(f"\r\x1b[K{line[: self._err.width - 1]}")
            sys.stderr.flush()
        elif not self.json and time.monotonic() - self._last_line > _QUIET_EVERY:
            self._last_line = time.monotonic()
            self._err.print(Text(shown(line)))

    def _clear(self) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _best(state: RunState) -> Said:
    node = state.nodes.get(state.best)
    if node is None or node.card is None:
        return as_said("nothing scored yet")
    first = next(iter(node.candidate.prompt.text.splitlines()), "")
    score = f"{node.card.percent:.1f}"
    return Said("best {score} % ({id}: {prompt})", score=score, id=node.candidate.id, prompt=first[:80])


def _status(item: Progressed, state: RunState) -> list[str]:
    parts: list[str] = [Said("{phase}: {done} done", phase=as_said(item.phase), done=f"{item.fraction:.0%}")]
    if item.calls:
        parts += [Said("{n} candidates", n=len(state.nodes))] if state.nodes else []
        parts += [Said("{n} calls", n=item.calls), Said("{n} tokens", n=item.tokens)]
    best = state.nodes.get(state.best)
    if best is not None and best.card is not None:
        parts.append(Said("best {score} %", score=f"{best.card.percent:.1f}"))
    if item.reply_tokens_per_second or item.prompt_tokens_per_second:
        parts.append(f"{item.prompt_tokens_per_second:.0f} + {item.reply_tokens_per_second:.0f} tokens/s")
    if item.cached:
        parts.append(Said("{share} of the answers from disk", share=f"{item.cached:.0%}"))
    if item.remaining_seconds is not None:
        parts.append(Said("at most {time} left", time=duration(item.remaining_seconds)))
    return parts


def _in_english(value: object) -> object:
    """For programs: texts as they always were, whatever the person speaks."""
    if isinstance(value, Said):
        return str.__str__(value)
    raise NotImplementedError(f"{type(value).__name__} cannot be printed")
