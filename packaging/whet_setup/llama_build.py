"""Getting a llama.cpp wheel for this machine: from the store, else built from the pinned source."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from whet_setup.backend import backend_flags
from whet_setup.children import ChildError, Children
from whet_setup.failure import SetupError
from whet_setup.llama_source import edits_fingerprint, unpack, verified
from whet_setup.llama_wheels import Ingredients, WheelStore, gather
from whet_setup.locks import Pin, alone
from whet_setup.speech import Progress, say
from whet_setup.system import lacks_compiler, require

_LEAN = tuple(
    f"-D{name}=OFF"
    for name in ("LLAVA_BUILD", "LLAMA_BUILD_TESTS", "LLAMA_BUILD_TOOLS", "LLAMA_BUILD_EXAMPLES", "LLAMA_BUILD_SERVER")
)
_WITHOUT_AMX = (
    "-DCMAKE_C_FLAGS=-mno-amx-int8",
    "-DCMAKE_CXX_FLAGS=-mno-amx-int8 -mno-amx-tile -mno-amx-bf16",
)


@dataclass(frozen=True, slots=True)
class LlamaBuild:
    """How this machine comes to its llama.cpp wheel. `fetched` is a folder that `fetch` has filled."""

    pin: Pin
    backend: str
    cache: Path
    python: Path
    build_python: Path
    children: Children
    fetched: Path | None = None

    def flags(self) -> tuple[str, ...]:
        """CMake flags of the build. The CPU's own instructions are used (GGML_NATIVE stays on)."""
        return (*_LEAN, *backend_flags(self.backend))

    def ingredients(self) -> Ingredients:
        """What the wheel of this build is made from."""
        return gather(self.pin.hashes[0], edits_fingerprint(), self.flags())

    def store(self) -> WheelStore:
        """Where built wheels are kept."""
        return WheelStore(self.cache / "wheels")

    def find(self) -> Path | None:
        """A wheel that was built before, here or on the machine that fetched for us; None if it must be built."""
        wanted = self.ingredients()
        stores = [self.store(), *([WheelStore(self.fetched / "llama")] if self.fetched else [])]
        return next((wheel for store in stores if (wheel := store.find(wanted))), None)

    def source_archive(self) -> Path:
        """The pinned source, checked by its hash; downloaded by pip if it is nowhere."""
        name = f"{self.pin.name.replace('-', '_')}-{self.pin.version}.tar.gz"
        places = [self.cache / "sources" / name, *([self.fetched / "sources" / name] if self.fetched else [])]
        found = next((place for place in places if verified(place, self.pin.hashes)), None)
        if found is not None:
            return found
        if self.fetched is not None:
            raise SetupError(
                f"{self.fetched} holds no whole {name}. Run `bootstrap.py fetch` again on the connected machine, copy "
                "the folder anew, then start this again. What was set up so far is kept."
            )
        return self._download(places[0])

    def _download(self, place: Path) -> Path:
        say(f"      downloading the source of llama.cpp ({self.pin.version}, 77 MB)")
        with tempfile.TemporaryDirectory(prefix="source-", dir=self.cache) as folder:
            wish = Path(folder) / "requirement.txt"
            wish.write_text(self.pin.requirement(), "utf-8")
            options = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes", "-d", folder]
            command = ["--python", str(self.build_python), "download", *options, "-r", str(wish)]
            self.children.module(self.python, "pip", *command, cwd=Path(folder))
            place.parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / place.name).replace(place)
        return place

    def build(self) -> Path:
        """Build the wheel and keep it. Raises SetupError without a compiler, ChildError if it does not compile."""
        require(lacks_compiler(), "Building llama.cpp")
        with alone(self.cache / "build.lock"):  # the cache is shared by all checkouts
            self._sweep()
            built_meanwhile = self.find()
            if built_meanwhile is not None:
                return built_meanwhile
            archive = self.source_archive()
            with tempfile.TemporaryDirectory(prefix="build-", dir=self.cache, ignore_cleanup_errors=True) as folder:
                return self.store().keep(self._wheel_of(archive, Path(folder)), self.ingredients())

    def _wheel_of(self, archive: Path, folder: Path) -> Path:
        source = unpack(archive, folder / "s")
        try:
            return self._compile(source, folder / "w", self.flags())
        except ChildError as error:
            if not _blames_amx(error.tail):
                raise
        say("      the compiler cannot build for AMX; building without it")
        return self._compile(source, folder / "w", (*self.flags(), *_WITHOUT_AMX))

    def _compile(self, source: Path, out: Path, flags: tuple[str, ...]) -> Path:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        shown = Progress()
        variables = {
            "SKBUILD_CMAKE_ARGS": ";".join(flags),
            "SKBUILD_BUILD_VERBOSE": "false",
            "CMAKE_BUILD_PARALLEL_LEVEL": os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(_cores()),
        }
        variables["PATH"] = os.pathsep.join((str(self.build_python.parent), os.environ.get("PATH", os.defpath)))
        try:
            self.children.call(
                self.build_python,
                "scikit_build_core.build",
                "build_wheel",
                str(out),
                cwd=source,
                extra=variables,
                on_line=shown.compiler_line,
            )
        finally:
            shown.clear()
        return next(out.glob("*.whl"))

    def _sweep(self) -> None:
        self.store().sweep()
        for left in (*self.cache.glob("build-*"), *self.cache.glob("source-*")):
            shutil.rmtree(left, ignore_errors=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _blames_amx(lines: Iterable[str]) -> bool:
    x86 = platform.machine().lower() in {"x86_64", "amd64"} and sys.platform != "win32"
    return x86 and any(word in line for line in lines for word in ("amx", "tileload", "tdpb", "ldtilecfg"))
