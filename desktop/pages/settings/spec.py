"""What the page says of itself."""

from collections.abc import Callable
from functools import partial

from desktop.context import Context
from desktop.pages.settings.page import SettingsPage
from desktop.pages.spec import PageSpec, Target, translate


def _targets(page: SettingsPage, _: Context) -> list[Target]:
    return [*_choices(page), *_places(page)]


def _choices(page: SettingsPage) -> list[Target]:
    """Each value that a setting can have, by the names of both: “Language: English”."""
    boxes = {"appearance": page.appearance, "language": page.language, "scale": page.scale}
    found = [
        _choice(
            f"{key}:{box.itemData(place)}",
            (box.accessibleName(), box.itemText(place)),
            partial(page.set_choice, box, place),
            chosen=place == box.currentIndex(),
        )
        for key, box in boxes.items()
        for place in range(box.count())
    ]
    told = page.notifications
    for wanted, words in ((True, translate("Window", "on")), (False, translate("Window", "off"))):
        found.append(
            _choice(
                f"notifications:{wanted}",
                (translate("Window", "Notifications"), words),
                partial(told.setChecked, wanted),
                chosen=told.isChecked() is wanted,
            )
        )
    return found


def _choice(key: str, words: tuple[str, str], do: Callable[[], object], *, chosen: bool) -> Target:
    kind = translate("Window", "Setting, as it is now") if chosen else translate("Window", "Setting")
    name, value = words
    return Target(
        f"choice:{key}", translate("Window", "{setting}: {value}").format(setting=name, value=value), kind, do
    )


def _places(page: SettingsPage) -> list[Target]:
    """Each setting at its place, for those that take more than a choice."""
    return [Target(name, name, translate("Window", "Setting")) for name in page.names]


PAGE = PageSpec(
    name="settings",
    icon="settings",
    title=lambda: translate("Actions", "&Settings"),
    purpose=lambda: translate("Pages", "Appearance, folders, models, kept answers, addresses"),
    make=lambda context, _: SettingsPage(context),
    foot=True,
    shortcut="Ctrl+,",
    targets=_targets,
    open=SettingsPage.reveal,
)
