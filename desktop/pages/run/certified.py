"""What the page of a run says of its certificate."""

from PySide6.QtCore import QCoreApplication

from core.domain.certificate import Certificate
from desktop.sentences import translated
from desktop.widgets.banner import Notice

translate = QCoreApplication.translate


def certified_notice(found: Certificate) -> Notice:
    """Whether the gain is certified, and the certificate's own sentence."""
    biased = found.bias_certified
    title = translate("RunPage", "No gain could be certified.")
    if found.certified:
        title = translate("RunPage", "The gain is certified.")
    elif biased:
        title = translate("RunPage", "The gain with label bias is certified.")
    tone = "good" if found.certified or biased else "warn"
    return Notice(title, kept=translated(found.sentence), tone=tone)
