"""Runs before the frozen program. pyqtgraph imports Qt's OpenGL, 11 MB, for pictures that a graphics card draws, and
makes nothing of it before such a picture is asked for. Whet's are drawn by the processor, so two empty modules do: one
class has to be there, from which pyqtgraph derives its own."""

import sys
from types import ModuleType


class _Empty(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name != "QOpenGLWidget":
            raise AttributeError(name)
        from PySide6.QtWidgets import QWidget  # not before somebody asks: the command line loads no Qt

        self.QOpenGLWidget = type("QOpenGLWidget", (QWidget,), {})
        return self.QOpenGLWidget


for each in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules[each] = _Empty(each)
