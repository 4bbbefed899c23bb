"""How to search: ten published methods as cards, the chosen one's paper, caveats, presets and parameters."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from core.domain.params import as_values
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.search import SearchSettings, divided
from core.engine.commands.prepare import Prepare
from core.methods import NAMES, method
from core.methods.base import Method
from desktop.forms.params_form import ParamsForm
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.choice_card import ChoiceCard
from desktop.widgets.labels import label
from desktop.widgets.layout import column, separator, tab_after
from desktop.words import count

_COLUMNS = 2


class MethodPart(QWidget):
    """A card per method, the form of the chosen one, and that of the search, which is the same for all.

    A preset brings rules of choice and racing and settings of the search along.
    """

    changed = Signal()
    picked = Signal()
    """The person has chosen a method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods = [method(name) for name in NAMES]
        self._group = QButtonGroup(self)
        self.cards: dict[str, ChoiceCard] = {}
        self._paper = label(kind="caption", wrap=True, selectable=True)
        self._caveats = label(kind="caption", wrap=True)
        self._forms: dict[int, ParamsForm] = {}
        self._form_room = column()
        self.search_form = ParamsForm(SearchSettings)
        self.search_form.changed.connect(self.changed)
        for place, module in enumerate(self._methods):
            card = ChoiceCard(
                translated(module.title), translated(module.summary), self.tr("recommended") if place == 0 else ""
            )
            card.setToolTip(module.paper)
            self._group.addButton(card.button, place)
            self.cards[module.name] = card
        self._lay_out()
        self.cards[NAMES[0]].button.setChecked(True)
        self._group.idToggled.connect(lambda place, checked: self._choose(place) if checked else None)
        self._group.idClicked.connect(lambda _: self.picked.emit())
        self._choose(0)

    @property
    def name(self) -> str:
        """The chosen method."""
        return self._methods[self._group.checkedId()].name

    @property
    def title(self) -> str:
        """What it is called."""
        return translated(self._methods[self._group.checkedId()].title)

    @property
    def form(self) -> ParamsForm:
        """Its form, made when it is first asked for: ten of them take longer than most pages."""
        place = self._group.checkedId()
        if place not in self._forms:
            self._forms[place] = self._made_form(self._methods[place])
        return self._forms[place]

    def _made_form(self, module: Method) -> ParamsForm:
        made = ParamsForm(module.Params, module.PRESETS)
        made.changed.connect(self.changed)
        made.preset_chosen.connect(lambda _: self._show_search())
        self._form_room.addWidget(made)
        if self._forms:
            tab_after(self._forms[0], made)
        tab_after(made, self.search_form)
        return made

    @property
    def preset(self) -> str:
        """The chosen preset."""
        return self.form.preset

    @property
    def preset_title(self) -> str:
        """What the chosen preset is called."""
        return translated(self._methods[self._group.checkedId()].PRESETS[self.preset].title)

    @property
    def params(self) -> dict[str, ParamValue]:
        """Every parameter of the method, and every setting of the search."""
        return {**self.form.values(), **self.search_form.values()}

    @property
    def rules(self) -> tuple[FinalRule, Racing, bool]:
        """The rules of the final choice and of racing that the preset asks for, and whether it reads labels."""
        preset = self._methods[self._group.checkedId()].PRESETS[self.preset]
        return preset.final_rule, preset.racing, preset.reads_labels

    def choose(self, name: str) -> None:
        """Choose a method."""
        self.cards[name].button.setChecked(True)

    def show_choices(self, command: Prepare) -> None:
        """Show the method and the parameters of another run."""
        self.choose(command.method)
        own, search = divided(command.params)
        self.form.show_values(own)
        self.search_form.set_values(search)

    def alternatives(self, command: Prepare) -> dict[str, Prepare]:
        """The same run by every method, each as its card would begin it."""
        chosen = self.name
        return {
            module.name: command if module.name == chosen else self._by(module, place, command)
            for place, module in enumerate(self._methods)
        }

    def show_calls(self, calls: Mapping[str, int]) -> None:
        """Say on every card what the method costs at most."""
        for name, card in self.cards.items():
            known = calls.get(name)
            card.show_note(self.tr("≤ {n} calls").format(n=count(known)) if known is not None else "")

    def _by(self, module: Method, place: int, command: Prepare) -> Prepare:
        form = self._forms.get(place)
        name = form.preset if form is not None else next(iter(module.PRESETS))
        preset = module.PRESETS[name]
        own = form.values() if form is not None else {}
        search = {**as_values(SearchSettings()), **preset.search}
        made = msgspec.structs.replace(command, method=module.name, preset=name, params={**own, **search})
        rules = preset.final_rule, preset.racing, preset.reads_labels
        if rules == self.rules:
            return made  # what a person chose beside the method stays
        return msgspec.structs.replace(
            made,
            final_rule=preset.final_rule,
            racing=preset.racing,
            stop_at_label=preset.reads_labels,
            label_bias=preset.reads_labels,
        )

    def _choose(self, place: int) -> None:
        module = self._methods[place]
        shown = self.form
        for form in self._forms.values():
            form.setVisible(form is shown)
        self._paper.setText(self.tr("Paper: {paper}").format(paper=module.paper))
        self._caveats.setText(self.tr("Caveats: {caveats}").format(caveats=translated(module.caveats)))
        self._show_search()
        self.changed.emit()

    def _show_search(self) -> None:
        """The settings of the search as the chosen preset has them."""
        preset = self._methods[self._group.checkedId()].PRESETS[self.preset]
        self.search_form.set_values({**as_values(SearchSettings()), **preset.search})

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for place, card in enumerate(self.cards.values()):
            line, column_ = divmod(place, _COLUMNS)
            grid.addWidget(card, line, column_)
            grid.setColumnStretch(column_, 1)
        self.setLayout(
            column(grid, self._paper, self._caveats, separator(), self._form_room, self.search_form, space=Space.S)
        )
