"""`whet completion SHELL`: completion for bash, zsh and fish, made from the parsers."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from core.cli.asking import commands_of
from core.cli.parsing import Commands
from core.cli.screen import Screen

_SHELLS = ("bash", "zsh", "fish")
_HOW = {
    "bash": "whet completion bash > ~/.local/share/bash-completion/completions/whet",
    "zsh": "whet completion zsh > a file _whet in a folder of your $fpath",
    "fish": "whet completion fish > ~/.config/fish/completions/whet.fish",
}


@dataclass(frozen=True, slots=True)
class CompletionWords:
    """What may follow a command: its own commands and choices, and its options with what they are."""

    path: str
    names: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    about = "; ".join(f"{shell}: {how}" for shell, how in _HOW.items())
    made = commands.add_parser("completion", parents=[common], help="completion of commands for a shell", epilog=about)
    made.add_argument("shell", choices=_SHELLS, metavar="SHELL", help="bash, zsh or fish")
    made.set_defaults(handler=_completion)


def _completion(arguments: argparse.Namespace, screen: Screen) -> int:
    from core.cli.main import parser

    every = list(words(parser()))
    text = {"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell](every)
    screen.result({"shell": arguments.shell, "script": text})
    if not screen.json:
        screen.raw(text.encode())
    return 0


def words(parser: argparse.ArgumentParser, path: str = "whet") -> Iterator[CompletionWords]:
    """What may follow each command, the program itself first."""
    names: list[str] = []
    options: list[tuple[str, str]] = []
    below: list[tuple[str, argparse.ArgumentParser]] = []
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way
        children = commands_of(action)
        below += children.items()
        if not action.option_strings:
            names += [str(each) for each in children or action.choices or ()]
        options += [(option, _plain(action.help)) for option in action.option_strings if option.startswith("--")]
    yield CompletionWords(path, tuple(names), tuple(options))
    for name, child in below:
        yield from words(child, f"{path} {name}")


def _plain(text: str | None) -> str:
    """Without what a shell reads a meaning into."""
    return "".join(each for each in (text or "").replace("%%", "%") if each not in "'\"\\`$[]:")


def _case(every: list[CompletionWords]) -> str:
    """A shell's table from the commands typed so far to the words that may follow."""
    lines = []
    for each in every:
        follow = " ".join((*each.names, *(name for name, _ in each.options)))
        lines.append(f"        '{each.path}') follow='{follow}' ;;")
    return "\n".join(lines)


_WALK = """\
    local at=whet word follow=''
    for word in {typed}; do
        case " {known} " in
            *" $at $word|"*) at="$at $word" ;;
        esac
    done
    case "$at" in
{case}
    esac"""


def _walk(every: list[CompletionWords], typed: str) -> str:
    known = " ".join(f"{each.path}|" for each in every)
    return _WALK.format(typed=typed, known=known, case=_case(every))


def _bash(every: list[CompletionWords]) -> str:
    walk = _walk(every, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')
    reply = '    COMPREPLY=($(compgen -W "$follow" -- "${COMP_WORDS[COMP_CWORD]}"))'
    return f"_whet() {{\n{walk}\n{reply}\n}}\ncomplete -o default -F _whet whet\n"


def _zsh(every: list[CompletionWords]) -> str:
    walk = _walk(every, '"${(@)words_typed[2,CURRENT-1]}"')
    return (
        "#compdef whet\n_whet() {\n"
        '    local -a words_typed; words_typed=("${(@)words}")\n'
        f"{walk}\n"
        "    compadd -- ${=follow}\n    _files\n}\n"
        'if [ "$funcstack[1]" = "_whet" ]; then _whet "$@"; else compdef _whet whet; fi\n'
    )


def _fish(every: list[CompletionWords]) -> str:
    lines = ["function __whet_path"]
    lines += ["    set -l at whet", "    for word in (commandline -opc)[2..-1]"]
    lines += ['        if contains -- "$at $word" $__whet_known; set at "$at $word"; end', "    end"]
    lines += ["    echo $at", "end"]
    lines.append("set -g __whet_known " + " ".join(f"'{each.path}'" for each in every))
    for each in every:
        here = f"complete -c whet -n 'test (__whet_path) = \"{each.path}\"'"
        if each.names:
            lines.append(f"{here} -a '{' '.join(each.names)}'")
        lines += [f"{here} -l {name[2:]} -d '{about}'" for name, about in each.options]
    return "\n".join(lines) + "\n"
