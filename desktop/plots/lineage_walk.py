"""Walking the tree by keys: to a parent, a child, a sibling, a neighbour of the same layer."""

from PySide6.QtCore import Qt

from desktop.plots.lineage_layout import neighbour, sibling
from desktop.plots.lineage_scene import Scene


def target(scene: Scene, key: int, *, shift: bool) -> str:
    """Where a key leads from the candidate that was selected last; empty if it is no key for walking.

    Left: the first parent, with Shift the next of several. Right: the child on the winner's line, else the best one.
    Up and down: the neighbour in the layer, with Shift the sibling. Home: the first seed; End: the best.
    """
    at = scene.marked[-1] if scene.marked else scene.selected or next(iter(scene.nodes), "")
    if not at:
        return ""
    if key == Qt.Key.Key_Left:
        return _parent(scene, at, other=shift)
    if key == Qt.Key.Key_Right:
        return _child(scene, at)
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        step = -1 if key == Qt.Key.Key_Up else 1
        return sibling(scene.nodes, at, step) if shift else neighbour(scene.nodes, at, step)
    if key == Qt.Key.Key_Home:
        return next(iter(scene.nodes))
    return (scene.best if scene.best in scene.nodes else at) if key == Qt.Key.Key_End else ""


def _parent(scene: Scene, at: str, *, other: bool) -> str:
    parents = [parent for parent in scene.nodes[at].parents if parent in scene.nodes]
    if other and len(parents) > 1:
        return parents[1]
    return parents[0] if parents else at


def _child(scene: Scene, at: str) -> str:
    children = [node for node in scene.nodes.values() if at in node.parents and not node.refused]
    if not children:
        return at
    return max(children, key=lambda node: (node.id in scene.path, node.score or 0.0)).id
