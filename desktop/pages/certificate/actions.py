"""The actions of the page: what they are called, what they do, and when."""

from functools import partial

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.certificate.page import CertificatePage
from desktop.pages.export_file import ask_where
from desktop.pages.spec import Deeds, Desk, Possible, first, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
    return (
        ActionSpec(
            "certify",
            "run",
            translate("Actions", "&Certify the gain…"),
            "Ctrl+Shift+G",
            separated=True,
            short=translate("Actions", "Certify"),
            place=50,
        ),
        ActionSpec(
            "export",
            "prompt",
            translate("Actions", "&Export the best prompt…"),
            "Ctrl+E",
            short=translate("Actions", "Export"),
        ),
        ActionSpec("report", "prompt", translate("Actions", "Open the &report"), "Ctrl+Shift+R"),
        ActionSpec("weigh_sentences", "prompt", translate("Actions", "&What each sentence does"), "Ctrl+Shift+W"),
    )


def deeds(page: CertificatePage, desk: Desk) -> Deeds:
    """What they do with the run that is shown."""
    return {
        "certify": first(desk.show, page.ask),
        "weigh_sentences": first(desk.show, page.weigh_sentences),
        "export": partial(_export, page, desk),
        "report": page.open_report,
    }


def possible(page: CertificatePage, context: Context) -> Possible:
    """What can be done now."""
    run, free = page.run, context.session.idle and context.workspace.writable
    return {
        "certify": free and run.ended,
        "weigh_sentences": free and run.ended,
        "export": bool(run.state.best) and run.folder is not None,
        "report": run.ended,
    }


def _export(page: CertificatePage, desk: Desk) -> None:
    """On the page; of a run that has not ended yet, the best prompt so far, in a file."""
    run = page.run
    if run.ended:
        desk.show()
        page.show_export()
    elif run.folder is not None:
        ask_where(page.window(), desk.context.errors, run.folder, run.state, run.state.best)
