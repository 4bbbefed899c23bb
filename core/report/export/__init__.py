"""Taking a prompt away in the formats of other programs, each read back by the format's own rules before it is kept."""

from core.report.export.exported import Exported, ExportedModel, ExportedScore, Sources, gather, sources
from core.report.export.formats import FORMATS, Format, Holds, form_of
from core.report.export.taking import Taken, export, read, take, write

__all__ = [
    "FORMATS",
    "Exported",
    "ExportedModel",
    "ExportedScore",
    "Format",
    "Holds",
    "Sources",
    "Taken",
    "export",
    "form_of",
    "gather",
    "read",
    "sources",
    "take",
    "write",
]
