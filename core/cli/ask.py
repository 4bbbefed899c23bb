"""`whet ask`: one prompt to one or two models, token by token; nothing is kept."""

import argparse
import sys
from pathlib import Path

from core.cli.parsing import Commands, model_option
from core.cli.screen import Screen
from core.cli.session import find_task, model_for, polite_interrupt
from core.cli.shown import shown
from core.data import tasks
from core.domain.example import Example
from core.domain.task import AnswerContract
from core.engine.client import EngineProcess
from core.engine.commands.ask import Answered, Ask, AskRendered, TokenHeard
from core.errors import UsageError
from core.said import Said
from core.store.workspace import open_workspace

_ANY_THOUGHT = -1


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    asking = commands.add_parser("ask", parents=[common], help="put a prompt to a model and watch it write")
    asking.add_argument("prompt", metavar="PROMPT", help="the prompt, or - to read it from stdin")
    asking.add_argument("--input", default="", metavar="TEXT", help="the input it is about")
    asking.add_argument("--task", default="", metavar="TASK", help="a task, whose contract and metric then apply")
    asking.add_argument("--row", type=int, default=0, metavar="N", help="a row of the task, by its number in the file")
    model_option(asking, "--model", "a GGUF; several are asked in turn", several=True)
    asking.add_argument("--temperature", type=float, default=0.0, help="default: 0, the likeliest token each time")
    asking.add_argument("--top-p", type=float, default=1.0, help="default: 1, any token")
    asking.add_argument("--seed", type=int, default=0, help="default: 0")
    asking.add_argument("--max-tokens", type=int, default=0, metavar="N", help="default: the task's, else 256")
    asking.add_argument(
        "--think",
        type=int,
        metavar="N",
        help="tokens of a thought at most; 0: none, -1: any; default: the task's, else 0",
    )
    asking.add_argument("--logprobs", type=int, default=0, metavar="N", help="list each token with N alternatives")
    asking.set_defaults(handler=_ask)


def _ask(arguments: argparse.Namespace, screen: Screen) -> int:
    command = _command(arguments)
    rendered: list[AskRendered] = []
    heard: list[TokenHeard] = []
    answered: list[Answered] = []
    with EngineProcess() as engine, polite_interrupt(engine, screen):
        for item in engine.do(command):
            match item:
                case AskRendered():
                    rendered.append(item)
                    _begin(item, command, screen)
                case TokenHeard():
                    heard.append(item)
                    _write(item.heard.text, screen)
                case Answered():
                    answered.append(item)
                    _end(item, screen)
                    _list_tokens([each for each in heard if each.model == item.model], arguments.logprobs, screen)
    screen.result({"rendered": rendered, "tokens": heard if arguments.logprobs else [], "answers": answered})
    return 1 if any(item.problem for item in answered) else 0


def _command(arguments: argparse.Namespace) -> Ask:
    text = sys.stdin.read() if arguments.prompt == "-" else arguments.prompt
    folder, example, contract = None, Example(0, arguments.input, ()), AnswerContract(max_tokens=256)
    if arguments.task:
        with open_workspace(arguments.workspace) as workspace:
            folder = find_task(arguments.task, workspace)
        contract = tasks.load_task(folder).contract
        example = _row(folder, arguments.row) if arguments.row else example
    elif arguments.row:
        raise UsageError("A row needs a task.", hint="Name it with --task.")
    chosen = arguments.model or ([model_for(folder)] if folder else [])
    if not chosen:
        raise UsageError("No model was named.", hint="Name a GGUF with --model FILE.")
    return Ask(
        text,
        tuple(str(file) for file in chosen),
        example,
        str(folder or ""),
        arguments.max_tokens or contract.max_tokens,
        arguments.temperature,
        arguments.top_p,
        arguments.seed,
        arguments.logprobs or 1,
        _thought(contract.thought_tokens if arguments.think is None else arguments.think),
    )


def _thought(tokens: int) -> int | None:
    """Tokens of a thought as `Ask` has them."""
    if tokens < _ANY_THOUGHT:
        raise UsageError(
            Said("A thought cannot have {tokens} tokens.", tokens=tokens), hint="Use 0 for none, -1 for any length."
        )
    return None if tokens == _ANY_THOUGHT else tokens


def _row(folder: Path, number: int) -> Example:
    """A row that may be seen: one of the sealed test is none."""
    task = tasks.load_task(folder)
    found = [row for row in (*task.train, *task.validation) if row.row == number]
    if not found:
        raise UsageError(
            Said("The task has no row {number} that may be seen.", number=number),
            hint="Rows of the sealed test are not shown before it.",
        )
    return found[0]


def _begin(item: AskRendered, command: Ask, screen: Screen) -> None:
    if len(command.models) > 1:
        screen.print(f"{item.name}:")
    if item.note:
        screen.say(item.note)


def _write(text: str, screen: Screen) -> None:
    if not screen.json:
        sys.stdout.write(shown(text) if sys.stdout.isatty() else text)
        sys.stdout.flush()


def _end(item: Answered, screen: Screen) -> None:
    _write("\n", screen)
    if item.problem:
        screen.say(item.problem)
        return
    speed = item.reply_tokens / item.seconds if item.seconds else 0.0
    screen.say(
        Said(
            "{prompt_tokens} + {reply_tokens} tokens in {seconds} s ({speed} a second)",
            prompt_tokens=item.prompt_tokens,
            reply_tokens=item.reply_tokens,
            seconds=f"{item.seconds:.1f}",
            speed=f"{speed:.0f}",
        )
    )
    if item.verdict is not None:
        score = f"{100 * item.verdict.score:.0f}"
        screen.say(Said("Judged by the task's metric: {score} % {reason}", score=score, reason=item.verdict.reason))
    if item.note:
        screen.say(item.note)
    for each in item.labels[:10]:
        screen.say(f"  {each.share:7.1%}  {each.label}")


def _list_tokens(heard: list[TokenHeard], alternatives: int, screen: Screen) -> None:
    if alternatives:
        rows = [
            [
                repr(each.heard.text),
                str(each.heard.token),
                f"{each.heard.logprob:.3f}",
                " ".join(f"{other.text!r} {other.logprob:.2f}" for other in each.heard.alternatives),
            ]
            for each in heard
        ]
        screen.table("Tokens", ["text", "id", "logprob", "alternatives"], rows)
