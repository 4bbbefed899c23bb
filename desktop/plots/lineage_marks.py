"""Selecting several candidates in the tree, as in any list: Ctrl for one more or one less, Shift for a line."""

from PySide6.QtCore import Qt

from desktop.plots.lineage_scene import Scene

ONE_MORE, A_LINE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def marked_by(scene: Scene, candidate: str, keys: Qt.KeyboardModifier) -> tuple[str, ...]:
    """What is selected once a candidate was clicked with these keys held, in the order of clicking."""
    chosen = tuple(filter(None, (scene.selected, *scene.marked)))
    if not chosen or not keys & (ONE_MORE | A_LINE):
        return (candidate,)
    if keys & A_LINE:
        return tuple(dict.fromkeys((chosen[0], *_line(scene, chosen[0], candidate))))
    if candidate in chosen:
        return tuple(each for each in chosen if each != candidate) or chosen
    return (*chosen, candidate)


def _line(scene: Scene, one: str, other: str) -> tuple[str, ...]:
    """From one to the other by first parents, where one came of the other; else only both."""
    for old, new in ((one, other), (other, one)):
        line = [new]
        while line[-1] != old and (parents := scene.nodes[line[-1]].parents) and parents[0] in scene.nodes:
            line.append(parents[0])
        if line[-1] == old:
            return tuple(line if new == one else reversed(line))
    return one, other
