"""The table of the workspace's runs."""

from PySide6.QtCore import QCoreApplication, QObject

from core.store.runs import RunStatus, RunSummary
from desktop.models.columns import Column, ColumnModel
from desktop.models.log_book import moment
from desktop.words import count, percent

translate = QCoreApplication.translate


def status_words(status: str) -> str:
    """What became of a run, in a person's words."""
    return {
        "finished": translate("RunList", "Finished"),
        "budget": translate("RunList", "Budget used up"),
        "kept": translate("RunList", "Ended early"),
        "cancelled": translate("RunList", "Stopped"),
        "failed": translate("RunList", "Failed"),
        "interrupted": translate("RunList", "Interrupted"),
        "running": translate("RunList", "Running"),
        "damaged": translate("RunList", "Damaged"),
    }.get(status, status)


def status_tone(status: str) -> str:
    """The tone of a chip for it."""
    tones = {
        "finished": "good",
        "budget": "good",
        "kept": "good",
        "running": "live",
        "cancelled": "warn",
        "interrupted": "warn",
    }
    return tones.get(status, "bad" if status else "")


def can_resume(status: RunStatus) -> bool:
    """Whether a run with this status can go on."""
    return status in {RunStatus.CANCELLED, RunStatus.FAILED, RunStatus.INTERRUPTED}


def _when(run: RunSummary) -> str:
    began = run.began
    if began is None:
        return run.id
    return moment(began.timestamp())


def _score(value: float | None) -> str:
    return percent(value) if value is not None else "–"


def _certified(run: RunSummary) -> str:
    if run.certified is None:
        return translate("RunList", "not opened")
    return translate("RunList", "gain certified") if run.certified else translate("RunList", "no gain shown")


def _tokens(run: RunSummary) -> str:
    return count(run.tokens) if run.tokens else ""


class RunListModel(ColumnModel[RunSummary]):
    """Runs with what they found and what they cost."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[RunSummary], ...]:
        return (
            Column(self.tr("Began"), _when, lambda run: run.id, tip=lambda run: run.id),
            Column(self.tr("Task"), lambda run: run.task),
            Column(self.tr("Method"), lambda run: run.method),
            Column(self.tr("Model"), lambda run: run.model),
            Column(self.tr("State"), lambda run: status_words(run.status), tip=lambda run: run.problem or run.id),
            Column(
                self.tr("Your prompt"),
                lambda run: _score(run.seed_value),
                lambda run: run.seed_value or -1.0,
                numeric=True,
            ),
            Column(
                self.tr("Best"),
                lambda run: _score(run.best_value),
                lambda run: run.best_value or -1.0,
                numeric=True,
            ),
            Column(self.tr("Sealed test"), _certified),
            Column(
                self.tr("Calls"),
                lambda run: count(run.calls) if run.calls else "",
                lambda run: run.calls,
                numeric=True,
            ),
            Column(self.tr("Tokens"), _tokens, lambda run: run.tokens, numeric=True),
        )
