"""What the page says of itself."""

from desktop.pages.certificate.actions import actions, deeds, possible
from desktop.pages.certificate.page import CertificatePage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="certificate",
    icon="certify",
    title=lambda: translate("Actions", "Certi&ficate"),
    purpose=lambda: translate("Pages", "Is the gain real? Certify it, and export the prompt"),
    make=lambda context, _: CertificatePage(context),
    actions=actions,
    deeds=deeds,
    possible=possible,
)
