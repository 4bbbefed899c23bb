"""The verbs of the engine: a file each, with its commands, their answers and what does them. A new verb is a file here
and its name in this list."""

from typing import Final

VERBS: Final = (
    "prepare",
    "start",
    "preflight",
    "run",
    "tournament",
    "certify",
    "rate",
    "sentence_ablation",
    "try_rows",
    "show_call",
    "ask",
    "compare",
    "inspect",
    "measure",
    "profile_writer",
    "speed_up",
    "find_models",
    "download",
    "servers",
)
