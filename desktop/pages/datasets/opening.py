"""What other pages hand over to the datasets."""

from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.targets import FileTarget, RowTarget, TaskTarget


def open_target(page: DatasetsPage, target: object) -> None:
    """Show it."""
    match target:
        case str() as name:
            page.choose(name)
        case TaskTarget(name, splits):
            page.choose(name)
            if splits:
                page.show_splits()
        case FileTarget(path):
            page.take_file(path)
        case RowTarget(task, example):
            page.add_row(task, example)
