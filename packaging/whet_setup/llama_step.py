"""Putting llama.cpp into the environment: from the cache, else built; checked by loading it before it counts."""

from dataclasses import dataclass
from pathlib import Path

from whet_setup.backend import choose_backend
from whet_setup.children import ChildError, Children
from whet_setup.failure import SetupError
from whet_setup.llama_build import LlamaBuild
from whet_setup.llama_source import edits_fingerprint
from whet_setup.locks import find_pin, fingerprint, read_lock
from whet_setup.packages import LLAMA, Packages
from whet_setup.places import Places, interpreter
from whet_setup.speech import say
from whet_setup.steps import Step
from whet_setup.system import install_command, lacks_compiler, lacks_run_time, may_install, require

LEFT_OUT = "left out: no compiler"
"""The key of a step that found no compiler. Once there is one, the step's own key differs from it, and it is done."""


@dataclass(frozen=True, slots=True)
class LlamaStep:
    """llama.cpp in this environment. `asked` is the backend that the person named, if any. `needed`: without a
    compiler the setup stops, instead of leaving it out."""

    places: Places
    children: Children
    packages: Packages
    asked: str | None = None
    needed: bool = True

    def backend(self) -> str:
        """What is built for: as asked, as built before, or what fits this machine."""
        return choose_backend(self.asked, self._remembered())

    def step(self) -> Step:
        """The step of the setup. Its key holds no compiler and no CPU: what was built for a machine stays good."""
        if self.is_left_out():
            title = "llama.cpp is left out: there is no compiler here"
            return Step("llama", title, 1, LEFT_OUT, self._leave_out)
        backend = self.backend()
        built, seconds = ("compiled", 130) if self.must_be_built() else ("from the cache", 5)
        title = f"llama.cpp for this machine ({backend}), {built}"
        return Step("llama", title, seconds, self._key(backend), lambda: self._put(backend))

    def must_be_built(self) -> bool:
        """Whether a compiler will be needed."""
        backend = self.backend()
        return self.packages.stamps.key("llama") != self._key(backend) and self.build(backend).find() is None

    def is_left_out(self) -> bool:
        """Whether Whet is set up without its own engine: nothing that can build it is here, or may be installed."""
        return not self.needed and bool(lacks_compiler()) and not may_install() and self.must_be_built()

    def _leave_out(self) -> str:
        say(
            "      Models in files cannot be loaded; everything else works. There are two ways:\n"
            f"      1. a compiler: {install_command(lacks_compiler())}, then start this again;\n"
            "      2. a server that runs a model, such as llama-server, Ollama or LM Studio: whet models servers finds "
            "it.\n"
            "         One that needs no compiler: python3 -m venv llama && llama/bin/pip install xllamacpp, then\n"
            "         llama/bin/python core/bench/foreign/llama_server.py -m MODEL.gguf"
        )
        return LEFT_OUT

    def build(self, backend: str) -> LlamaBuild:
        """The way to this machine's wheel."""
        pin = find_pin(read_lock(self.places.lock("requirements")), LLAMA)
        tools = interpreter(self.places.build_venv)
        return LlamaBuild(
            pin, backend, self.places.cache, self.places.python, tools, self.children, self.packages.wheels
        )

    def _key(self, backend: str) -> str:
        build = self.build(backend)
        return fingerprint(*build.pin.hashes, edits_fingerprint(), *build.flags())

    def _put(self, backend: str) -> str:
        try:
            self._put_for(backend)
        except ChildError as error:
            if backend == "cpu" or self.asked not in {None, "auto"}:
                raise
            say(f"      building for {backend} failed, so Whet is built for the CPU. {error}")
            backend = "cpu"
            self._put_for(backend)
        (self.places.stamps / "backend").write_text(backend, "utf-8")
        return self._key(backend)

    def _put_for(self, backend: str) -> None:
        build = self.build(backend)
        wheel = build.find()
        if wheel is not None:
            if not self._complaint(wheel):
                return
            say("      it does not load here; building anew")
            build.store().drop(build.ingredients())
        complaint = self._complaint(build.build())
        if complaint:
            build.store().drop(build.ingredients())
            raise SetupError(f"llama.cpp was built and does not load: {complaint}. Everything else is kept.")

    def _complaint(self, wheel: Path) -> str:
        """Install a wheel and load it: the last line of what went wrong, or an empty text."""
        self.packages.install_wheel(wheel)
        complaint = self._trial()
        lacking = lacks_run_time(complaint)
        if lacking:
            require(lacking, "llama.cpp")
            complaint = self._trial()
        return complaint

    def _trial(self) -> str:
        try:
            self.children.call(self.places.python, "llama_cpp", "llama_backend_init")
        except ChildError as error:
            return error.tail[-1] if error.tail else str(error)
        return ""

    def _remembered(self) -> str:
        path = self.places.stamps / "backend"
        return path.read_text("utf-8").strip() if path.is_file() else ""
