"""From what a person chose to a complete `RunSpec`: models hashed, probed and measured, every parameter named."""

import dataclasses
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from core import __version__, paths
from core.control import CancelToken
from core.data import tasks
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.run_estimate import Shortfall
from core.domain.runspec import ROLE_WORDS, Budget, ModelRef, ModelSettings, ParamValue, Reading, Role, RunSpec
from core.domain.search import SearchSettings
from core.domain.task import AnswerKind, Task
from core.domain.variables import columns_of, fitting, refuse_unknown
from core.domain.writer import WriterProfile
from core.engine import servers
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.minimum_budget import shortfall
from core.engine.models import digest_of
from core.engine.run_estimate import run_estimate
from core.engine.runner import most_calls
from core.engine.servers import compares_labels, estimated_tokens
from core.errors import CapabilityError, ShortfallError, UsageError
from core.lab.scorer import messages
from core.lab.soft import labels_of
from core.llm import gguf, hardware, kinds
from core.llm.chat_form import form_words
from core.llm.remote import is_address
from core.methods import method
from core.methods.base import Method, Preset, as_values, asks_writer
from core.methods.shared.shown import rows_beside_shown
from core.metrics import Metric, can_stop_at_label, check_metric
from core.said import Said, as_said
from core.store import writers

if TYPE_CHECKING:  # the native library is loaded by whoever needs it
    from core.llm.llama.probing import Probed

Report = Callable[[str, float], None]


def prepare(command: Prepare, report: Report, cancel: CancelToken) -> Prepared:
    """The complete spec of a run, and what it will cost at most. Raises `WhetError` for anything that does not fit."""
    task = tasks.load_task(Path(command.task_folder))
    check_roles(check_metric(task), command.models)
    notes = _demonstration(task, command.models)
    spec = spec_of(command, task, _models(command, report, cancel, notes), notes)
    module = method(spec.method)
    unknown = ""
    if _preset(module, command.preset).reads_labels and asks_writer(module):
        spec = replace(spec, writer=_writer(spec, notes))
        unknown = _unknown_writer(spec, command.models)
    seen = replace(run_estimate(task, spec), shortfall=_shortfall(task, spec, command.models[Role.TASK]))
    if seen.warning and command.refuse_shortfall:
        raise ShortfallError(seen.warning, kept="Nothing was started.", hint="Raise the limit, or start it anyway.")
    return Prepared(spec, most_calls(spec, task), machine(), tuple(notes), seen, unknown)


def spec_of(
    command: Prepare,
    task: Task,
    models: Mapping[Role, ModelRef] = MappingProxyType({}),
    notes: list[str] | None = None,
    fingerprint: str = "",
) -> RunSpec:
    """The spec of a run; without `models` what can be said before any file is read. `notes` are added to.

    `fingerprint` is that of the task where it is known or means nothing: it takes a look at every row.

    Raises `WhetError` for anything that does not fit.
    """
    notes = [] if notes is None else notes
    module = method(command.method)
    preset = _preset(module, command.preset)
    params, search = preset.chosen(module.Params, command.params)
    search = _leaving_rows_to_show(search, module, task)
    chosen = (*command.prompts, *map(task.start, command.seed_prompts)) or task.seed_prompts
    refuse_unknown(task.input_template, columns_of(task), "The input template")
    seeds = tuple(fitting(prompt, task) for prompt in locked_in(chosen, command.locked))
    reads_labels = preset.reads_labels
    reading = chosen_reading(task, command.reading, models.get(Role.TASK), notes, compares=reads_labels)
    compares = Role.TASK not in models or compares_labels(models[Role.TASK])
    return RunSpec(
        task=task.name,
        task_fingerprint=fingerprint or tasks.task_fingerprint(task),
        test_fingerprint=task.test_fingerprint,
        seed_prompts=seeds,
        models=dict(models),
        method=module.name,
        params=as_values(params),
        final_rule=command.final_rule or preset.final_rule,
        reading=reading,
        racing=command.racing or preset.racing,
        seed=command.seed,
        budget=until(command.budget, command.until),
        whet=__version__,
        origin=command.origin or msgspec.UNSET,
        stop_at_label=_where_it_means_something(
            _chosen(command.stop_at_label, reads_labels),
            reading is Reading.GENERATED and can_stop_at_label(task.contract),
        ),
        label_bias=_where_it_means_something(
            _chosen(command.label_bias, reads_labels),
            bool(labels_of(task)) and compares and not check_metric(task).roles and not task.contract.thought_tokens,
        ),
        search=search,
    )


def _writer(spec: RunSpec, notes: list[str]) -> WriterProfile | msgspec.UnsetType:
    """What is known of the model that writes, without its trials; nothing is measured here."""
    ref = spec.models.get(Role.OPTIMIZER, spec.models[Role.TASK])
    profile = writers.find(ref.sha256)
    if profile is None:
        return msgspec.UNSET
    notes.append(Said("{name}: {sentence}", name=ref.name, sentence=as_said(profile.sentence)))
    if not profile.writes:
        notes.append("The search goes on without a writer: ready wordings, worked examples and small edits.")
    return replace(profile, trials=())


def _unknown_writer(spec: RunSpec, models: Mapping[Role, str]) -> str:
    """Where the model that writes lies, if nobody knows how it is asked best; the bundled ones were made for it."""
    place = models.get(Role.OPTIMIZER, models[Role.TASK])
    bundled = not is_address(place) and Path(place).resolve().is_relative_to(paths.resources())
    return "" if spec.writer is not msgspec.UNSET or bundled else place


def _leaving_rows_to_show(search: SearchSettings, module: Method, task: Task) -> SearchSettings:
    """A search that begins with worked examples scores on no row that these may show: on half of the train rows."""
    if not search.warm_start or not asks_writer(module) or search.split.as_split is not Split.TRAIN:
        return search
    return replace(search, rows=rows_beside_shown(search.rows, len(task.train), Split.TRAIN))


def _chosen(said: bool | None, preset: bool) -> bool:  # noqa: FBT001 - values, not flags
    return preset if said is None else said


def _where_it_means_something(wanted: bool, possible: bool) -> bool | msgspec.UnsetType:  # noqa: FBT001 - values
    """A setting that is left out of the spec where it is off, or cannot have an effect."""
    return True if wanted and possible else msgspec.UNSET


def _shortfall(task: Task, spec: RunSpec, model: str) -> Shortfall | None:
    """Tokens are counted, with the model's vocabulary, where they are limited."""
    if spec.budget.tokens is None:
        return shortfall(task, spec)
    if is_address(model):
        return shortfall(task, spec, lambda prompt, row: estimated_tokens(messages(task, prompt, row)))
    from core.llm import llama  # loads the native library

    with llama.counting(Path(model)) as count:
        return shortfall(task, spec, lambda prompt, row: count(messages(task, prompt, row)))


def locked_in(prompts: Sequence[Prompt], spans: Sequence[str]) -> tuple[Prompt, ...]:
    """The prompts, each with those of the spans that it has. Raises `UsageError` for one that none of them has."""
    for span in spans:
        if not span.strip() or not any(span in prompt.text for prompt in prompts):
            raise UsageError(
                Said("No start prompt contains “{span}”.", span=span), hint="Lock words as they stand in the prompt."
            )
    return tuple(
        replace(prompt, locked=tuple(dict.fromkeys((*prompt.locked, *(s for s in spans if s in prompt.text)))))
        for prompt in prompts
    )


def until(budget: Budget, clock: str, now: datetime | None = None) -> Budget:
    """The budget with the minutes until a clock next shows “07:00” or the like, if they are fewer than its own.

    Raises `UsageError` if that is no time of day.
    """
    if not clock:
        return budget
    try:
        wanted = time.fromisoformat(clock)
    except ValueError as error:
        raise UsageError(Said("“{clock}” is no time of day.", clock=clock), hint="Write it like 07:00.") from error
    began = now or datetime.now().astimezone()
    end = began.replace(hour=wanted.hour, minute=wanted.minute, second=0, microsecond=0)
    end += timedelta(days=int(end <= began))
    minutes = (end - began).total_seconds() / 60
    return replace(budget, minutes=min(minutes, budget.minutes if budget.minutes is not None else minutes))


def machine() -> str:
    """The machine in one line, for reports and benches."""
    import psutil

    memory = psutil.virtual_memory().total / 2**30
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    python = platform.python_version()
    return f"{platform.system()} {platform.machine()}, {cores} cores, {memory:.0f} GB, Python {python}"


def _preset(module: Method, name: str) -> Preset:
    if not name:
        return next(iter(module.PRESETS.values()))
    if name not in module.PRESETS:
        raise UsageError(
            Said("There is no preset “{name}”.", name=name),
            hint=Said("The presets are: {presets}.", presets=", ".join(module.PRESETS)),
        )
    return module.PRESETS[name]


def usual_reading(task: Task, *, compares: bool = True) -> Reading:
    """How answers are read where nobody chose: labels by comparing them, where the preset `compares` them at all.

    A small model that is asked for a label often writes about it instead; which label it finds likeliest it always
    says, in a quarter of the time. A task that lets a model think first needs to see it write.
    """
    if task.reading is not None:
        return task.reading
    contract = task.contract
    labelled = contract.kind in {AnswerKind.LABEL, AnswerKind.CHOICE} and bool(contract.labels)
    asks_others = bool(check_metric(task).roles)
    compared = compares and labelled and not contract.thought_tokens and not asks_others
    return Reading.CHOICES if compared else Reading.GENERATED


def chosen_reading(
    task: Task, wanted: Reading | None, model: ModelRef | None, notes: list[str], *, compares: bool = True
) -> Reading:
    """How answers are read: as a person or the task says, else as is usual where the model can do that.

    Raises `CapabilityError` if labels are to be compared and the model's server does not say how likely they are.
    """
    reading = wanted or usual_reading(task, compares=compares)
    check_reading(task, reading)
    if reading is Reading.GENERATED or model is None or compares_labels(model):
        return reading
    if Reading.CHOICES in {wanted, task.reading}:
        raise CapabilityError(
            Said(
                "{name} is asked on a server that does not say how likely labels are, so they cannot be compared.",
                name=model.name,
            ),
            hint="Let it write its answers (--reading generated), or ask it on a llama-server.",
        )
    notes.append(
        Said(
            "{name}: the server does not say how likely labels are, so answers are written and then read.",
            name=model.name,
        )
    )
    return Reading.GENERATED


def check_reading(task: Task, reading: Reading) -> None:
    """Raise `UsageError` if answers of the task's kind cannot be read in that way."""
    if reading is Reading.CHOICES and task.contract.kind not in {AnswerKind.LABEL, AnswerKind.CHOICE}:
        raise UsageError(
            Said(
                "Answers of the kind “{kind}” cannot be read by comparing labels.",
                kind=as_said(task.contract.kind.value),
            ),
            hint="Let the model write its answers instead.",
        )


def check_roles(metric: Metric, models: dict[Role, str]) -> None:
    """Raise `UsageError` if the metric asks a model that is not named."""
    for role in sorted(metric.roles - models.keys()):
        raise UsageError(
            Said(
                "The task's metric, “{label}”, needs a model as {role}.",
                label=as_said(metric.label),
                role=ROLE_WORDS[role],
            ),
            hint=Said(
                "Name its file: --{role} FILE. A model that judges its own answers favours them.", role=role.value
            ),
        )


def _models(command: Prepare, report: Report, cancel: CancelToken, notes: list[str]) -> dict[Role, ModelRef]:
    if Role.TASK not in command.models:
        raise UsageError("A run needs a model.", hint="Name a GGUF file.")
    known: dict[tuple[str, bool], ModelRef] = {}
    refs: dict[Role, ModelRef] = {}
    for role, place in command.models.items():
        key = place, role is not Role.EMBEDDER
        if key not in known:
            known[key] = reference(place, command.settings, report, cancel, notes, writes=key[1])
        refs[role] = known[key]
    return refs


def _demonstration(task: Task, models: dict[Role, str]) -> list[str]:
    """A note if the bundled model takes part: what its scores are worth, on a sample and on a person's own task."""
    bundled = paths.bundled_model()
    chosen = {Path(path).resolve() for path in models.values() if not is_address(path)}
    if bundled is None or bundled.resolve() not in chosen:
        return []
    if tasks.is_bundled_sample(task.test_fingerprint):
        return [
            Said(
                "{name} is a demonstration model: it shows how Whet works, not what your model would gain.",
                name=bundled.stem,
            )
        ]
    return [
        Said("{name} only knows the sample tasks: on a task of your own its scores say nothing.", name=bundled.stem)
    ]


def reference(
    place: str | Path,
    settings: Mapping[str, ParamValue],
    report: Report,
    cancel: CancelToken,
    notes: list[str],
    *,
    writes: bool = True,
) -> ModelRef:
    """A model by what it is. A file is hashed, and tried in a process of its own with these or measured settings; what
    stands at the address of a server is recognized by its answers.

    `writes`: it is to answer, so one that cannot is refused, and `notes` say if it is asked in a form not its own.
    """
    if is_address(str(place)):
        return servers.reference(str(place), settings, report, cancel, notes, writes=writes)
    from core.llm import llama  # loads the native library

    path = Path(place)
    header = gguf.read_header(path)
    if writes:
        kinds.check_writes(header)
        notes += _of_file(path, filter(None, [form_words(header)]))
    reading = Said("reading {name}", name=path.name)
    report(reading, 0.0)
    digest = digest_of(path, cancel, lambda fraction: report(reading, fraction))
    chosen = with_settings(hardware.suggest(header), settings)
    report(Said("trying {name} in a process of its own", name=path.name), 0.0)
    probed = llama.probe(path, chosen, fixed=settings.keys(), cancel=cancel)
    if probed.settings.repack != chosen.repack:
        notes.append(
            Said("{name}: llama.cpp's repacked weights crash on this processor and are switched off.", name=path.name)
        )
    notes += _of_file(path, _measured(probed))
    return ModelRef(path.stem, digest, probed.settings)


def with_settings(suggested: ModelSettings, chosen: Mapping[str, ParamValue]) -> ModelSettings:
    """The suggested settings with those that a person chose. Raises `UsageError` for a name or value that is none."""
    names = [field.name for field in dataclasses.fields(ModelSettings)]
    for name in chosen:
        if name not in names:
            raise UsageError(
                Said("There is no model setting “{name}”.", name=name),
                hint=Said("The settings are: {names}.", names=", ".join(names)),
            )
    values = {name: getattr(suggested, name) for name in names}
    try:
        return msgspec.convert({**values, **chosen}, ModelSettings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(Said("A model setting does not fit: {error}.", error=error)) from error


def _of_file(path: Path, notes: Iterable[str]) -> list[Said]:
    """What is said of a model's file, with its name."""
    return [Said("{name}: {words}", name=path.name, words=as_said(words)) for words in notes]


def _measured(probed: "Probed") -> Iterator[str]:
    """What the trials chose, in words; nothing where none were made."""
    if probed.trials:
        first, last = probed.trials[0], min(probed.trials, key=lambda trial: trial.ms)
        used = probed.settings
        yield Said(
            "{trials} settings were measured. In use: threads {threads}, lanes {lanes}, batch {batch}, flash attention "
            "{flash}.",
            trials=len(probed.trials),
            threads=used.threads,
            lanes=used.lanes,
            batch=used.batch,
            flash=Said("on") if used.flash_attention else Said("off"),
        )
        if used != first.settings:
            yield Said("That is {times} times as fast as first suggested.", times=f"{first.ms / last.ms:.1f}")
        if probed.busy:
            yield Said("Other programs used the processor meanwhile; the next run on a quiet machine measures again.")
