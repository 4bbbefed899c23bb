"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.pages.spec import translate


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
