"""Commands in hints: with the workspace of the command that gives them, so that they can be typed as they stand."""

import re
import shlex
from pathlib import Path

from core import paths

ELSEWHERE = frozenset(
    {None, "models", "metrics", "methods", "connections", "bench", "engine", "serve", "completion", "data"}
)
"""Commands that no workspace has a part in."""

_COMMAND = re.compile(r"(?:(?<=: )|(?<=：)|^)whet ([a-z]+)(?: [^\s`“”]+)*$")
_QUOTED = re.compile(r"`whet ([a-z]+)(?: [^`]+)?`")


def with_workspace(text: str, folder: Path | None) -> str:
    """The text with `--workspace` in the commands that it ends in or quotes, so that they can be typed as they are."""
    if folder is None or "whet " not in text or folder == paths.default_workspace():
        return text
    option = f" --workspace {shlex.quote(str(folder))}"

    def added(found: "re.Match[str]") -> str:
        whole = found[0]
        if found[1] in ELSEWHERE or "--workspace" in whole:
            return whole
        return f"{whole[:-1]}{option}`" if whole.startswith("`") else f"{whole}{option}"

    return _COMMAND.sub(added, _QUOTED.sub(added, text))
