"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.playground.page import PlaygroundPage
from desktop.pages.spec import Deeds, Desk, Possible, first, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
    return (ActionSpec("ask", "run", translate("Actions", "&Ask in the Playground"), "Alt+Return", place=31),)


def deeds(page: PlaygroundPage, desk: Desk) -> Deeds:
    """What they do."""
    return {"ask": first(desk.show, page.ask)}


def possible(page: PlaygroundPage, _: Context) -> Possible:
    """What can be done now."""
    return {"ask": page.can_ask}
