"""The models that a task's metric asks in a comparison: one judge, one embedding model, for every combination."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from core.domain.runspec import Role
from core.store import models
from core.store.places import called
from desktop.models import places
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column


class HelpersPart(QWidget):
    """Hidden unless the metric asks somebody. `changed`: another model is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed: frozenset[Role] = frozenset()
        self.judge = self._box(self.tr("Model that judges the replies"))
        self.embedder = self._box(self.tr("Embedding model for the replies"))
        self._titles: dict[Role, QLabel] = {
            Role.JUDGE: label(self.tr("Judge"), "strong"),
            Role.EMBEDDER: label(self.tr("Embedding model"), "strong"),
        }
        self._hint = label(
            self.tr("The same for every combination. A model that judges its own replies favours them."),
            "caption",
            wrap=True,
        )
        parts = [self._titles[Role.JUDGE], self.judge, self._titles[Role.EMBEDDER], self.embedder, self._hint]
        self.setLayout(column(*parts, space=Space.XS))
        self._fill()
        self.show_needed(frozenset())

    @property
    def helpers(self) -> dict[Role, str] | None:
        """The chosen paths by role, `None` while one that is needed is missing."""
        found = {role: str(box.currentData() or "") for role, box in self._boxes() if role in self._needed}
        return found if all(found.values()) else None

    def show_needed(self, roles: frozenset[Role]) -> None:
        """Show a choice for each model that is needed."""
        self._needed = roles
        for role, box in self._boxes():
            box.setVisible(role in roles)
            self._titles[role].setVisible(role in roles)
        self._hint.setVisible(Role.JUDGE in roles)
        self.setVisible(bool(roles))
        self.changed.emit()

    def offer(self, name: str, path: str) -> None:
        """Offer another model."""
        for _, box in self._boxes():
            if box.findData(path) < 0:
                box.addItem(name, path)

    def _boxes(self) -> tuple[tuple[Role, QComboBox], ...]:
        return ((Role.JUDGE, self.judge), (Role.EMBEDDER, self.embedder))

    def _fill(self) -> None:
        for _, box in self._boxes():
            box.addItem(self.tr("choose one"), "")
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        known = [model.path for model in reversed(models.known()) if model.is_there]
        for path in dict.fromkeys((*map(str, places.bundled_models()), *known)):
            self.offer(called(path), path)

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box
