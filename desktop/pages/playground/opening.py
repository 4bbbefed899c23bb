"""What other pages hand over to the playground."""

from desktop.pages.playground.page import PlaygroundPage
from desktop.pages.targets import PromptTarget


def open_target(page: PlaygroundPage, target: object) -> None:
    """Put it into the form; the person asks."""
    if isinstance(target, PromptTarget):
        page.question.use_prompt(target.text, target.task, target.example)
