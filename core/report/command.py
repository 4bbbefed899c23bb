"""The command line that makes a run again."""

import shlex

import msgspec

from core import paths
from core.domain.runspec import Role, RunSpec

_OPTIONS = {Role.TASK: "--model", Role.OPTIMIZER: "--optimizer", Role.EMBEDDER: "--embedder", Role.JUDGE: "--judge"}


def command_of(spec: RunSpec) -> str:
    """`whet optimize …` with everything that the run's outcome depends on, for a POSIX shell.

    Models are named as files beside which the person stands: a run knows them by name and SHA-256, not by place.
    """
    words = ["whet", "optimize", spec.task, *_models(spec), "--method", spec.method]
    words += [word for name, value in sorted(spec.all_params.items()) for word in ("--set", f"{name}={value}")]
    words += [word for prompt in spec.seed_prompts for word in ("--prompt", prompt.text)]
    locked = dict.fromkeys(span for prompt in spec.seed_prompts for span in prompt.locked)
    words += [word for span in locked for word in ("--lock", span)]
    words += ["--seed", str(spec.seed), "--final", spec.final_rule.value, "--racing", spec.racing.value]
    words += ["--reading", spec.reading.value]
    words += ["--stop-at-label" if spec.stops_at_label else "--no-stop-at-label"]
    words += ["--label-bias" if spec.learns_label_bias else "--no-label-bias"]
    words += [*_budget(spec), *_settings(spec)]
    return shlex.join(words)


def _models(spec: RunSpec) -> list[str]:
    words: list[str] = []
    for role, option in _OPTIONS.items():
        ref = spec.models.get(role)
        is_other = role is Role.TASK or ref != spec.models.get(Role.TASK)
        if ref is not None and is_other and ref.name != paths.DEMONSTRATION:
            words += [option, f"http://127.0.0.1:8080/v1#{ref.name}" if ref.is_served else f"{ref.name}.gguf"]
    return words


def _budget(spec: RunSpec) -> list[str]:
    limits = {name: value for name, value in msgspec.to_builtins(spec.budget).items() if value is not None}
    return ["--budget", ",".join(f"{name}={value}" for name, value in limits.items())] if limits else []


def _settings(spec: RunSpec) -> list[str]:
    ref = spec.models.get(Role.TASK)
    settings = msgspec.to_builtins(ref.settings) if ref is not None else {}
    if ref is not None and ref.is_served:
        settings = {name: settings[name] for name in ("context", "lanes")}
    return [word for name, value in settings.items() for word in ("--load", f"{name}={value}")]
