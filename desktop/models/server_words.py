"""What a model on a server can do, in a person's words."""

from PySide6.QtCore import QCoreApplication

from core.domain.served import Served
from desktop.models.servers import Abilities
from desktop.words import count, listed, parameters

translate = QCoreApplication.translate


def facts(found: Abilities) -> list[tuple[str, str]]:
    """Everything that was tried, each with its title."""
    served = found.served
    return [
        (translate("Servers", "Model name"), served.named or translate("Servers", "not known")),
        (translate("Servers", "Program"), served.dialect),
        (translate("Servers", "Speed"), speed_words(found)),
        (translate("Servers", "Size"), _size(served)),
        (
            translate("Servers", "Context"),
            translate("Servers", "{n} tokens").format(n=count(served.context)) if served.context else _said(None),
        ),
        (translate("Servers", "Parallel requests"), count(served.parallel)),
        (translate("Servers", "Labels compared"), _compared(served)),
        (translate("Servers", "Reproducible with a seed"), _said(served.seeded)),
        (translate("Servers", "Streaming replies"), _said(served.streams)),
        (translate("Servers", "Grammar-constrained replies"), _said(served.grammar)),
        (translate("Servers", "Prefix caching"), _said(served.prefix_cached)),
        (translate("Servers", "Text embeddings"), _said(served.embeds)),
        (
            translate("Servers", "Token counts"),
            translate("Servers", "exact") if served.counted else translate("Servers", "estimated"),
        ),
        (translate("Servers", "Tested in"), translate("Servers", "{n} s").format(n=f"{found.seconds:.1f}")),
    ]


def speed_words(found: Abilities) -> str:
    """How fast it writes."""
    if not found.speed:
        return translate("Servers", "not known")
    return translate("Servers", "{n} tokens a second").format(n=f"{found.speed:.0f}")


def in_a_line(found: Abilities) -> str:
    """What matters most, in a line."""
    parts = [found.served.dialect, speed_words(found) if found.speed else "", _compared(found.served)]
    return listed(parts)


def _size(served: Served) -> str:
    if not served.parameters:
        return _said(None)
    return f"{parameters(served.parameters)} {served.quantization}".strip()


def _compared(served: Served) -> str:
    if served.weighs:
        return translate("Servers", "labels are compared")
    return translate("Servers", "labels are written and then read")


def _said(found: bool | int | None) -> str:  # noqa: FBT001 - what was found
    if found is None:
        return translate("Servers", "not known")
    return translate("Servers", "yes") if found else translate("Servers", "no")
