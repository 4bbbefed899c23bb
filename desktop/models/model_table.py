"""The table of models, and that of the trials which say which settings are fastest."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from core.domain.runspec import ModelSettings, ParamValue
from core.engine.commands.measure import Measured
from core.paths import bundled_model, models_folder
from desktop.models.columns import Column, ColumnModel
from desktop.models.model_library import ModelRow
from desktop.models.servers import SERVER
from desktop.sentences import translated
from desktop.words import count, file_size, parameters

translate = QCoreApplication.translate


def source_words(row: ModelRow) -> str:
    """Who keeps a model, in a person's words."""
    bundled = bundled_model()
    if bundled is not None and row.path == str(bundled):
        return translate("ModelTable", "comes with Whet")
    if row.path.startswith(str(models_folder())):
        return translate("ModelTable", "downloaded by Whet")
    named = {
        "named": translate("ModelTable", "added by hand"),
        "your folder": translate("ModelTable", "your folder"),
        SERVER: translate("ModelTable", "a server"),
    }
    return named.get(row.model.source, row.model.source)


def fit_words(row: ModelRow) -> str:
    """Whether a model fits, in one or two words, led by a sign."""
    if not row.usable:
        return translate("ModelTable", "! Unusable")
    return {
        "fits": translate("ModelTable", "✓ Fits"),
        "partly": translate("ModelTable", "◐ Partly"),
        "too_big": translate("ModelTable", "✕ Too big"),
        SERVER: translate("ModelTable", "⇄ Server"),
    }.get(row.model.fit, row.model.fit)


def fit_tone(row: ModelRow) -> str:
    """The tone of a chip for it."""
    return {"fits": "good", "partly": "warn", "too_big": "bad", SERVER: "good"}.get(row.model.fit, "bad")


def fit_numbers(row: ModelRow) -> str:
    """What a model needs and what is free."""
    if not row.model.needed:
        return ""
    needed, available = row.model.needed / 2**30, row.model.available / 2**30
    return translate("ModelTable", "{needed} of {available} GB").format(
        needed=f"{needed:.1f}", available=f"{available:.1f}"
    )


class ModelTableModel(ColumnModel[ModelRow]):
    """Models with what their headers say and whether they fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[ModelRow], ...]:
        return (
            Column(
                self.tr("Name"),
                lambda row: row.model.name,
                lambda row: row.model.name.casefold(),
                tip=lambda row: row.path,
            ),
            Column(self.tr("Source"), source_words),
            Column(
                self.tr("Fits"),
                fit_words,
                lambda row: (row.model.problem, row.model.needed),
                tip=lambda row: translated(row.model.problem or row.model.fit_words),
                about=self.tr("Whether the model fits into the memory that is free now"),
            ),
            Column(
                self.tr("Memory"),
                fit_numbers,
                lambda row: row.model.needed,
                numeric=True,
                about=self.tr("What the model needs with the suggested settings, and what is free"),
            ),
            Column(
                self.tr("Size"),
                lambda row: parameters(row.model.parameters) if row.model.parameters else "",
                lambda row: row.model.parameters,
                numeric=True,
                about=self.tr("Parameters: M are millions, B are billions"),
            ),
            Column(self.tr("Weights"), lambda row: row.model.quantization, about=self.tr("How the weights are stored")),
            Column(
                self.tr("File"),
                lambda row: file_size(row.model.file_bytes) if row.model.file_bytes else "",
                lambda row: row.model.file_bytes,
                numeric=True,
            ),
            Column(
                self.tr("Runs"),
                lambda row: count(len(row.runs)) if row.runs else "",
                lambda row: len(row.runs),
                numeric=True,
                about=self.tr("Runs of this workspace that used it"),
            ),
        )


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One trial: its settings by name, its milliseconds, and whether runs will use it."""

    settings: dict[str, ParamValue]
    ms: float
    fastest: float
    used: bool


def setting_titles() -> dict[str, str]:
    """The settings of a model in a person's words."""
    return {
        "context": translate("ModelTable", "Context"),
        "lanes": translate("ModelTable", "Lanes"),
        "batch": translate("ModelTable", "Batch"),
        "threads": translate("ModelTable", "Threads"),
        "gpu_layers": translate("ModelTable", "GPU layers"),
        "flash_attention": translate("ModelTable", "Flash attention"),
        "unified_kv": translate("ModelTable", "Unified cache"),
        "repack": translate("ModelTable", "Repacked weights"),
    }


def as_settings(settings: ModelSettings) -> dict[str, ParamValue]:
    """Settings by name."""
    return {field.name: getattr(settings, field.name) for field in fields(ModelSettings)}


def value_words(value: ParamValue) -> str:
    """A setting as a person reads it."""
    if isinstance(value, bool):
        return translate("ModelTable", "on") if value else translate("ModelTable", "off")
    return str(value)


class TrialTableModel(ColumnModel[TrialRow]):
    """Trials with the settings in which they differ, and what a small step took."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns_of(()), parent)

    def show_trials(self, found: Measured | None) -> None:
        """Show what a measurement found, the suggested settings first."""
        trials = found.trials if found is not None else ()
        settings = [as_settings(trial.settings) for trial in trials]
        names = [name for name in setting_titles() if len({str(each[name]) for each in settings}) > 1]
        self.set_columns(self._columns_of(names))
        fastest = min((trial.ms for trial in trials), default=0.0)
        used = as_settings(found.settings) if found is not None else {}
        self.set_rows(
            [TrialRow(each, trial.ms, fastest, each == used) for each, trial in zip(settings, trials, strict=True)]
        )

    def _columns_of(self, names: Sequence[str]) -> tuple[Column[TrialRow], ...]:
        titles = setting_titles()
        varied: list[Column[TrialRow]] = [Column(titles[name], partial(_setting, name)) for name in names]
        return (
            *varied,
            Column(
                self.tr("Milliseconds"),
                lambda row: f"{row.ms:.1f}",
                lambda row: row.ms,
                numeric=True,
                about=self.tr("What a small step of a run took: a prefix, the inputs of all lanes, one token each"),
            ),
            Column(
                self.tr("Against the fastest"),
                lambda row: f"× {row.ms / row.fastest:.2f}",
                lambda row: row.ms,
                numeric=True,
            ),
            Column(self.tr("Used by runs"), lambda row: self.tr("✓ used") if row.used else ""),
        )


def _setting(name: str, row: TrialRow) -> str:
    return value_words(row.settings[name])
