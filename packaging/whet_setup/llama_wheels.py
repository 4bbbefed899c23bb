"""The store of built llama.cpp wheels: outside the checkout, named by what they were made from, checked by hash."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from whet_setup.locks import file_sha256, fingerprint
from whet_setup.system import compiler_version

_LABEL = "wheel.json"


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Everything that decides what a build of llama.cpp becomes."""

    source: str
    edits: str
    flags: str
    compiler: str
    cpu: str
    system: str

    def key(self) -> str:
        """The name under which a wheel made from these is kept."""
        return fingerprint(*asdict(self).values())[:24]

    def same_but_compiler(self, other: "Ingredients") -> bool:
        """Whether the two differ in nothing but the compiler."""
        return {**asdict(self), "compiler": ""} == {**asdict(other), "compiler": ""}


def cpu_features(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """The instruction sets that a native build may use here, in words that stay the same between two starts."""
    if sys.platform == "darwin":
        names = ["machdep.cpu.brand_string", "machdep.cpu.features", "machdep.cpu.leaf7_features", "hw.optional"]
        told = subprocess.run(["sysctl", *names], capture_output=True, text=True, check=False)
        return told.stdout.strip()
    try:
        lines = cpuinfo.read_text("utf-8", "replace").splitlines()
    except OSError:
        return platform.processor()
    first = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return " ".join(sorted(first.partition(":")[2].split())) or platform.processor()


def gather(source: str, edits: str, flags: tuple[str, ...]) -> Ingredients:
    """The ingredients of a build on this machine, now. CMake's and the compilers' variables count as flags."""
    variables = [os.environ.get(name, "") for name in ("CC", "CXX", "CFLAGS", "CXXFLAGS", "LDFLAGS", "CMAKE_ARGS")]
    system = " ".join((platform.system(), platform.machine(), *platform.libc_ver()))
    told = json.dumps([*flags, *variables])
    return Ingredients(source, edits, told, compiler_version(), cpu_features(), system)


@dataclass(frozen=True, slots=True)
class WheelStore:
    """A folder of built wheels, one sub-folder per key: the wheel, and a label with its ingredients and its SHA-256."""

    folder: Path

    def find(self, wanted: Ingredients) -> Path | None:
        """A whole wheel made from these, or None. Without any compiler here, another compiler's wheel is taken too."""
        exact = self._whole(self.folder / wanted.key(), wanted)
        if exact is not None or wanted.compiler:
            return exact
        others = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return next((wheel for place in others if (wheel := self._whole(place, wanted))), None)

    def keep(self, wheel: Path, made_from: Ingredients) -> Path:
        """Store a wheel under its key, in one move, and return where it lies."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=self.folder))
        shutil.copy2(wheel, draft / wheel.name)
        label = {"wheel": wheel.name, "sha256": file_sha256(draft / wheel.name), "made_from": asdict(made_from)}
        (draft / _LABEL).write_text(json.dumps(label, indent=1), "utf-8")
        place = self.folder / made_from.key()
        self.drop(made_from)
        draft.rename(place)
        return place / wheel.name

    def drop(self, made_from: Ingredients) -> None:
        """Forget the wheel made from these, if there is one."""
        place = self.folder / made_from.key()
        if place.exists():
            aside = Path(tempfile.mkdtemp(prefix=".dropped-", dir=self.folder))
            place.rename(aside / "wheel")
            shutil.rmtree(aside, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what earlier setups left behind when they were stopped."""
        if self.folder.is_dir():
            for left in (*self.folder.glob(".draft-*"), *self.folder.glob(".dropped-*")):
                shutil.rmtree(left, ignore_errors=True)

    def _whole(self, place: Path, wanted: Ingredients) -> Path | None:
        try:
            label = json.loads((place / _LABEL).read_text("utf-8"))
            made_from = Ingredients(**label["made_from"])
            wheel = place / Path(str(label["wheel"])).name
            fits = made_from == wanted or (not wanted.compiler and made_from.same_but_compiler(wanted))
            whole = fits and file_sha256(wheel) == label["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            return None  # a folder without a readable label holds nothing that could be trusted
        return wheel if whole else None
