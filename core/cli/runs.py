"""`whet show`, `diff`, `certify`, `export`: what runs have found."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from core.cli import calls
from core.cli.parsing import Commands, model_option
from core.cli.screen import Screen
from core.cli.session import Session
from core.domain.example import Split
from core.domain.review import SentenceEffect, SentenceReview
from core.domain.runspec import Reading
from core.engine.client import EngineProcess
from core.engine.commands.certify import Certify
from core.engine.commands.sentence_ablation import AblateSentences
from core.errors import UsageError
from core.figures import percent, points
from core.report.bias import bias_words
from core.report.compare import Flip, RowComparison, compare
from core.report.diff import SpanKind, diff_words
from core.report.export import FORMATS, Holds, Taken, gather, sources, take
from core.report.finding import find
from core.report.html import write_report
from core.report.power_estimate import power_estimate
from core.report.result import best_seed
from core.said import Said, as_said
from core.state import Node, RunState, fold
from core.store import activity_log
from core.store.atomic import write_atomically
from core.store.places import model_paths, task_of_run
from core.store.runs import RunFolder
from core.store.workspace import LAST, Workspace, open_workspace

_SHOWN = (Split.TRAIN, Split.VALIDATION)
_ROWS_SHOWN = 12
_A_DAY = 24 * 3600.0


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    show = _with_run(commands, "show", common, "every candidate of a run with its scores")
    show.add_argument("--find", default="", metavar="TERMS", help="only these: words, c12, by:merge, score>80, round=3")
    show.add_argument("--call", default="", metavar="CANDIDATE:ROW", help="one call exactly: tokens in, tokens out")
    show.add_argument("--ask", type=int, metavar="N", help="question N to the optimizer exactly, counted from 0")
    model_option(show, "--model", "where the run's model lies now")
    show.set_defaults(handler=_show)
    diff = _with_run(commands, "diff", common, "what changed from one prompt to another")
    diff.add_argument("a", nargs="?", default="", metavar="A", help="a candidate (default: the seed prompt)")
    diff.add_argument("b", nargs="?", default="", metavar="B", help="a candidate (default: the best)")
    diff.set_defaults(handler=_diff)
    certify = _with_run(commands, "certify", common, "open the sealed test, once: is the gain real?")
    model_option(certify, "--model", "where the run's model lies now")
    readings = [reading.value for reading in Reading]
    certify.add_argument("--reading", choices=readings, help="how answers are read (default: as in the run)")
    certify.add_argument("--look", action="store_true", help="say what opening it would mean, and leave it sealed")
    certify.set_defaults(handler=_certify)
    weigh = _with_run(commands, "sentences", common, "score the best prompt without each of its sentences")
    model_option(weigh, "--model", "where the run's model lies now")
    weigh.set_defaults(handler=_sentences)
    exported = _with_run(commands, "export", common, "the best prompt, exactly as it was scored")
    exported.add_argument(
        "--format",
        "--as",
        dest="form",
        choices=FORMATS,
        default=FORMATS[0],
        help=Said("default: {formats}", formats=FORMATS[0]),
    )
    exported.add_argument("--output", type=Path, metavar="FILE", help="write it there instead of printing it")
    exported.add_argument("--candidate", default="", metavar="ID", help="another prompt than the best")
    exported.add_argument(
        "--with-bias", action="store_true", help="with the label bias that the run ended with, for json and promptfoo"
    )
    exported.set_defaults(handler=_export)


def _with_run(
    commands: Commands,
    name: str,
    common: argparse.ArgumentParser,
    about: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, parents=[common], help=about)
    parser.add_argument("run", metavar="RUN", help="id of the run, its beginning, or “last”")
    return parser


def _show(arguments: argparse.Namespace, screen: Screen) -> int:
    if arguments.call or arguments.ask is not None:
        return calls.show(arguments, screen)
    folder, state = _open(arguments)
    screen.result(_described(folder, state))
    wanted = find(state, arguments.find) if arguments.find else tuple(state.nodes)
    rows = [
        [
            node.candidate.id + (" ★" if node.candidate.id == state.best else ""),
            ", ".join(node.candidate.parents),
            node.candidate.operator,
            *(_score(node, split) for split in _SHOWN),
            node.candidate.prompt.shown,
        ]
        for node in map(state.nodes.__getitem__, wanted)
    ]
    screen.table(
        Said("Run {id}: {status}", id=folder.id, status=as_said(folder.status())),
        ["candidate", "from", "by", "train", "validation", "prompt"],
        rows,
    )
    origin = state.spec.branched_from if state.spec is not None else None
    if origin is not None:
        screen.print(origin.words)
    screen.print(Said("{calls} calls, {tokens} tokens", calls=state.spend.calls, tokens=state.spend.tokens))
    if state.biases:
        screen.print(bias_words(state))
    certificate = folder.read_certificate()
    if certificate is not None:
        screen.print(certificate.sentence)
    elif state.final is not None:
        screen.print(Said("These are search scores. For a number to rely on: whet certify {id}", id=folder.id))
    for line in _reviewed(folder, state):
        screen.print(line)
    return 0


def _reviewed(folder: RunFolder, state: RunState) -> list[str]:
    """What was found out about the best prompt, and what it changed row by row."""
    lines: list[str] = []
    review, seed = folder.read_review(), best_seed(state)
    if review is not None and review.expectation is not None and folder.read_certificate() is None:
        lines.append(review.expectation.sentence)
    if seed is not None and state.best in state.nodes and state.best != seed.candidate.id:
        rows = compare(state, seed.candidate.id, state.best)
        lines.append(f"Of {rows.n} {rows.split.value} rows it fixed {len(rows.fixed)} and broke {len(rows.broken)}.")
        lines += [f"{name} rows: {_numbers(flips)}" for name, flips in _flips(rows) if flips]
    if review is not None:
        lines += [f"It shares with rows {_few(item.rows)}: {item.text} ({item.kind})" for item in review.shared]
        lines += _effects(review.sentences) if review.sentences is not None else []
    return lines


def _flips(rows: RowComparison) -> tuple[tuple[str, tuple[Flip, ...]], ...]:
    return ("Fixed", rows.fixed), ("Broken", rows.broken)


def _numbers(flips: Sequence[Flip]) -> str:
    return _few([flip.row for flip in flips])


def _few(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:_ROWS_SHOWN])) + (" …" if len(rows) > _ROWS_SHOWN else "")


def _effects(weighed: SentenceReview) -> list[str]:
    """A line per sentence; where several can go, what that does not mean."""
    together = [weighed.caution] if weighed.caution else []
    return [_effect(effect) for effect in weighed.effects] + together


def _effect(effect: SentenceEffect) -> str:
    return Said(
        "Without “{sentence}” it loses {cost} points ({low} … {high}; can be removed by itself)."
        if effect.removable
        else "Without “{sentence}” it loses {cost} points ({low} … {high}).",
        sentence=effect.sentence,
        cost=points(effect.cost),
        low=points(effect.low),
        high=points(effect.high),
    )


def _described(folder: RunFolder, state: RunState) -> dict[str, object]:
    return {
        "run": folder.id,
        "status": folder.status(),
        "best": state.best,
        "candidates": [
            {
                "candidate": node.candidate,
                "scores": {split.value: card.value for split, card in node.cards.items()},
                "dropped": {split.value: partial.upper_bound for split, partial in node.dropped.items()},
                "dropped_on": {split.value: partial.reason for split, partial in node.dropped.items()},
            }
            for node in state.nodes.values()
        ],
        "calls": state.spend.calls,
        "tokens": state.spend.tokens,
        "review": folder.read_review(),
        "origin": state.spec.branched_from if state.spec is not None else None,
    }


def _diff(arguments: argparse.Namespace, screen: Screen) -> int:
    _, state = _open(arguments)
    first = candidate_of(state, arguments.a or next(iter(state.nodes), ""))
    second = candidate_of(state, arguments.b or state.best)
    spans = diff_words(first.candidate.prompt.shown, second.candidate.prompt.shown)
    screen.result({"a": first.candidate.id, "b": second.candidate.id, "spans": spans})
    screen.print(f"{first.candidate.id} → {second.candidate.id}")
    marks = {SpanKind.INSERT: "{{+{}+}}", SpanKind.DELETE: "[-{}-]"}
    screen.print("".join(marks.get(span.kind, "{}").format(span.text) for span in spans))
    return 0


def _certify(arguments: argparse.Namespace, screen: Screen) -> int:
    if arguments.look:
        return _look(arguments, screen)
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        folder = workspace.run(arguments.run)
        if arguments.run == LAST:
            _make_sure(folder, workspace, screen)
        spec = folder.read_spec()
        task = task_of_run(spec, workspace)
        models_, reading = model_paths(spec, arguments.model), Reading(arguments.reading) if arguments.reading else None
        command = Certify(str(folder.path), str(task), models_, reading)
        certified = Session(engine, workspace, screen).ask(command)
    screen.result({"run": folder.id, "sentence": certified.sentence, "certificate": folder.read_certificate()})
    screen.print(certified.sentence)
    return 0


def _make_sure(folder: RunFolder, workspace: Workspace, screen: Screen) -> None:
    """A sealed test opens once: whoever says “last” is told which run that is, and asked where it could be another."""
    screen.say(Said("The last run is {id}.", id=folder.id))
    others = [run for run in workspace.runs() if run.id != folder.id and abs(run.at - folder.began_at()) < _A_DAY]
    if not others or screen.json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    screen.say(
        Said(
            "Another run is of the same day: {other}. Open the sealed test for {id}? [y/N]",
            other=others[-1].id,
            id=folder.id,
        )
    )
    if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
        raise UsageError("The test stays sealed.", hint=Said("Name the run: whet certify {id}", id=others[-1].id))


def _look(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = workspace.run(arguments.run)
        state = fold(folder.read_events().events)
        at_hand = sources(folder.read_spec(), lambda spec: task_of_run(spec, workspace))
        found = power_estimate(folder, state, at_hand.task, at_hand.folder)
    screen.result(
        {"run": folder.id, "possible": found.possible, "prospect": found, "sentences": [found.power, found.meaning]}
    )
    for line in (found.obstacle, found.hint) if found.obstacle else (found.power, found.meaning):
        screen.print(line)
    return 0


def _sentences(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        folder = workspace.run(arguments.run)
        spec = folder.read_spec()
        models_, task = model_paths(spec, arguments.model), task_of_run(spec, workspace)
        command = AblateSentences(str(folder.path), str(task), models_)
        weighed = Session(engine, workspace, screen).ask(command).review
    write_report(folder, screen.language)
    screen.result({"run": folder.id, "sentences": weighed})
    for line in _effects(weighed):
        screen.print(line)
    screen.print(
        Said(
            "{calls} calls on {rows} validation rows; these are search scores.", calls=weighed.calls, rows=weighed.rows
        )
    )
    return 0


def _export(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = workspace.run(arguments.run)
        state = fold(folder.read_events().events)
        at_hand = sources(folder.read_spec(), lambda spec: task_of_run(spec, workspace))
    with_bias = arguments.with_bias
    biased = state.bias.candidate if with_bias and state.bias is not None else state.best
    candidate = candidate_of(state, arguments.candidate or biased).candidate.id
    taken = take(gather(folder, state, candidate, at_hand, with_bias=with_bias), arguments.form, at_hand.rows)
    if arguments.output is not None:
        _keep(arguments.output, taken)
        activity_log.exported(folder.workspace, folder.id, arguments.form, arguments.output.name)
        screen.say(_verified(taken))
    elif not screen.json:
        screen.raw(taken.content)
    screen.result(
        {
            "run": folder.id,
            "candidate": candidate,
            "as": arguments.form,
            "content": taken.content.decode(),
            "rows_read_back": taken.rows,
        }
    )
    return 0


def _keep(file: Path, taken: Taken) -> None:
    try:
        write_atomically(file, taken.content)
    except OSError as error:
        raise UsageError(
            Said("{name} cannot be written: {reason}.", name=file.name, reason=error.strerror or error)
        ) from error


def _verified(taken: Taken) -> str:
    if taken.form.holds is Holds.TEXT:
        return "Read back: it holds the prompt's text byte for byte."
    if not taken.rows:
        return "Read back: it gives the messages that were scored, for a made-up row."
    return f"Read back: for {taken.rows} rows it gives the messages that were scored, byte for byte."


def _open(arguments: argparse.Namespace) -> tuple[RunFolder, RunState]:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = workspace.run(arguments.run)
        return folder, fold(folder.read_events().events)


def candidate_of(state: RunState, name: str) -> Node:
    """A candidate by its id. Raises `UsageError` if there is none."""
    if name not in state.nodes:
        raise UsageError(
            Said("The run has no candidate “{name}”.", name=name) if name else "The run has no candidates yet.",
            hint=Said("It has {nodes}.", nodes=", ".join(list(state.nodes)[:20])) if state.nodes else "",
        )
    return state.nodes[name]


def _score(node: Node, split: Split) -> str:
    card, bound = node.cards.get(split), node.bound(split)
    return f"{percent(card.value)} %" if card else f"≤ {percent(bound)} %" if bound is not None else ""
