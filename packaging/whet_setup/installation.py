"""The steps of a setup, from an empty folder to an environment that runs Whet, or its tests."""

import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whet_setup.children import Children
from whet_setup.llama_step import LlamaStep
from whet_setup.locks import fingerprint
from whet_setup.packages import Packages
from whet_setup.places import Places, interpreter
from whet_setup.starter import StarterStep
from whet_setup.steps import ENVIRONMENT, Stamps, Step
from whet_setup.system import Display, lacks_compiler, lacks_venv, missing_libraries, qt_libraries, require


@dataclass(frozen=True, slots=True)
class Installation:
    """One checkout's environment and how to bring it up to date. `wheels` is a fetched folder: no network then.
    Without `with_llama` a machine that has no compiler is set up without llama.cpp."""

    places: Places
    children: Children
    backend: str | None = None
    wheels: Path | None = None
    with_starter: bool = True
    with_llama: bool = True

    @property
    def stamps(self) -> Stamps:
        """What is finished in this environment."""
        return Stamps(self.places.venv, self.places.stamps, self.places.discarded)

    @property
    def packages(self) -> Packages:
        """The environment's pip."""
        return Packages(self.places.python, self.children, self.stamps, self.wheels)

    @property
    def llama(self) -> LlamaStep:
        """The step for llama.cpp."""
        needed = self.with_llama or self.backend is not None
        return LlamaStep(self.places, self.children, self.packages, self.backend, needed)

    @property
    def starter(self) -> StarterStep:
        """The step for the starter model."""
        return StarterStep(self.places, self.children, self.stamps, self.wheels)

    def tool_steps(self) -> list[Step]:
        """What fetching needs: an environment with pip, and the build tools."""
        return [self._venv_step(), self._tools_step()]

    def run_steps(self, display: Display) -> list[Step]:
        """What running needs, and the starter model: in a window, or in the terminal if there is no display."""
        starter = self.with_starter and not self.llama.is_left_out()  # only llama.cpp here could load it
        return [*self._program_steps(display), *(self.starter.steps() if starter else [])]

    def _program_steps(self, display: Display) -> list[Step]:
        libraries = qt_libraries(display) if display else ()
        return [
            self._system_step(f"system-{display.kind}", libraries),
            self._venv_step(),
            self._tools_step(),
            self._libraries_step(),
            self.llama.step(),
            self._project_step(),
        ]

    def test_steps(self) -> list[Step]:
        """What tests need: all of that, Qt drawing into memory, and the tools."""
        steps = self.run_steps(Display(x11=False, wayland=False))
        steps[0] = self._system_step("system-tests", qt_libraries(Display(x11=False, wayland=False)))
        return [*steps, self._lock_step("tests", "pytest, ruff, mypy, import-linter", 25, "requirements-dev")]

    def freeze_steps(self) -> list[Step]:
        """What making a program without Python needs. It takes along the libraries that Qt loads from this system, so
        all of them must be there."""
        steps = self._program_steps(Display(x11=True, wayland=True))
        return [*steps, self._lock_step("freeze", "PyInstaller", 8, "requirements-freeze")]

    def _venv_step(self) -> Step:
        key = fingerprint(sys.version, sys.base_prefix, str(self.places.venv))
        return Step(
            ENVIRONMENT, f"Python {platform.python_version()} environment in .venv", 8, key, lambda: self._venv(key)
        )

    def _venv(self, key: str) -> str:
        require(lacks_venv(), "The environment in .venv")
        with self.stamps.changing():
            self.children.module(Path(sys.executable), "venv", str(self.places.venv))
        return key

    def _system_step(self, name: str, libraries: Sequence[str]) -> Step:
        key = fingerprint(*libraries)
        return Step(name, "What the system must bring", 1, key, lambda: self._system(libraries, key))

    def _system(self, libraries: Sequence[str], key: str) -> str:
        missing = [*lacks_venv(), *missing_libraries(libraries)]
        if self.llama.must_be_built() and not self.llama.is_left_out():
            missing += lacks_compiler()
        require(missing, "Whet")
        return key

    def _tools_step(self) -> Step:
        key = fingerprint(self.places.lock("requirements-build").read_bytes())
        return Step("build-tools", "Build tools: CMake, ninja, build backends", 8, key, lambda: self._tools(key))

    def _tools(self, key: str) -> str:
        with self.stamps.changing():
            self.children.module(self.places.python, "venv", "--without-pip", str(self.places.build_venv))
        lock = self.places.lock("requirements-build")
        self.packages.install_lock(lock, into=interpreter(self.places.build_venv))
        return key

    def _libraries_step(self) -> Step:
        return self._lock_step("libraries", "Libraries, as locked", 60, "requirements")

    def _lock_step(self, name: str, title: str, seconds: int, lock: str) -> Step:
        path = self.places.lock(lock)
        key = fingerprint(path.read_bytes())

        def install() -> str:
            self.packages.install_lock(path)
            return key

        return Step(name, title, seconds, key, install)

    def _project_step(self) -> Step:
        key = fingerprint((self.places.root / "pyproject.toml").read_bytes(), str(self.places.root))
        return Step("whet", "Whet itself, run from this folder", 4, key, lambda: self._project(key))

    def _project(self, key: str) -> str:
        with tempfile.TemporaryDirectory(prefix="whet-") as folder:
            build = interpreter(self.places.build_venv)
            self.children.call(build, "hatchling.build", "build_editable", folder, cwd=self.places.root)
            self.packages.install_wheel(next(Path(folder).glob("*.whl")))
        return key
