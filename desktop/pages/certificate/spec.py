"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.pages.certificate.page import CertificatePage
from desktop.pages.spec import PageSpec, translate


def _actions() -> tuple[ActionSpec, ...]:
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


PAGE = PageSpec(
    name="certificate",
    icon="certify",
    title=lambda: translate("Actions", "Certi&ficate"),
    purpose=lambda: translate("Pages", "Is the gain real? And the prompt to take away"),
    make=lambda context, _: CertificatePage(context),
    actions=_actions,
)
