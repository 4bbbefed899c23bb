"""What the strip at the bottom says about the session's work."""

from PySide6.QtCore import QCoreApplication

from desktop.models.run_session import RunSession
from desktop.models.work import Work
from desktop.sentences import translated
from desktop.widgets.spend_strip import Spending

translate = QCoreApplication.translate


def spending(session: RunSession) -> Spending:
    """The engine's telemetry while a run goes on, the phase of other work, or what the last run has cost."""
    run = session.run
    progress = run.progress if session.work in {Work.RUNNING, Work.STOPPING} else None
    if session.work is Work.NOTHING:
        return Spending(calls=run.state.spend.calls, tokens=run.state.spend.tokens)
    if progress is None or not progress.calls:
        latest = session.latest_progress
        phase = latest.phase if latest is not None else ""
        return Spending(translated(phase) or work_words(session.work), latest.fraction if latest is not None else 0.0)
    spec = run.state.spec
    return Spending(
        work_words(session.work) if session.work is Work.STOPPING else translated(progress.phase),
        progress.fraction,
        progress.calls,
        progress.tokens,
        progress.prompt_tokens_per_second + progress.reply_tokens_per_second,
        progress.seconds,
        progress.least_seconds,
        progress.remaining_seconds,
        progress.most_calls or (spec.budget.calls if spec is not None else None),
        progress.shared,
        progress.cached,
    )


def work_words(work: Work) -> str:
    """What is going on, in a person's words."""
    return {
        Work.ESTIMATING: translate("Window", "Estimating the cost …"),
        Work.STARTING: translate("Window", "Preparing the run …"),
        Work.RUNNING: translate("Window", "Loading the model …"),
        Work.STOPPING: translate("Window", "Stopping …"),
        Work.CERTIFYING: translate("Window", "Answering the sealed test …"),
        Work.WEIGHING: translate("Window", "Finding out what each sentence does …"),
    }.get(work, "")
