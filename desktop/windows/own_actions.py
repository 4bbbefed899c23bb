"""The window's own actions: what belongs to no page."""

from PySide6.QtCore import QCoreApplication

from desktop.actions import ActionSpec

translate = QCoreApplication.translate


def own_actions() -> tuple[ActionSpec, ...]:
    """Workspace, undo, appearance, palette."""
    return (
        ActionSpec("open_workspace", "file", translate("Actions", "&Open workspace…"), "Ctrl+O", place=30),
        ActionSpec("quit", "file", translate("Actions", "&Quit"), "Ctrl+Q", separated=True, place=90),
        ActionSpec("undo", "edit", translate("Actions", "&Undo"), "Ctrl+Z", place=10),
        ActionSpec("redo", "edit", translate("Actions", "Re&do"), "Ctrl+Shift+Z", place=20),
        ActionSpec("stop", "run", translate("Actions", "S&top"), "Ctrl+.", place=20),
        ActionSpec("refresh", "view", translate("Actions", "R&efresh the lists"), "F5", place=10),
        ActionSpec(
            "theme_system",
            "view",
            translate("Actions", "Appearance of the &system"),
            separated=True,
            choices="theme",
            place=90,
        ),
        ActionSpec("theme_light", "view", translate("Actions", "&Light"), choices="theme", place=90),
        ActionSpec("theme_dark", "view", translate("Actions", "Dar&k"), choices="theme", place=90),
        ActionSpec("palette", "help", translate("Actions", "All &actions…"), "Ctrl+K", place=10),
        ActionSpec("about", "help", translate("Actions", "A&bout Whet"), separated=True, place=90),
    )
