"""The source of llama.cpp as we build it: two small edits, each in a place that must be found exactly once.

Why: gcc 12 declares that `_tile_loadconfig` reads 8 bytes of a tile configuration that has 64, so it drops most of the
stores before it, and on a CPU with AMX every decode of more than one row of a quantized model dies with SIGSEGV. A
compiler barrier before the call keeps the stores, and the speed of AMX. And llama-cpp-python forces llama.cpp's
library `common` on, which nothing here uses and which takes a third of the build.
"""

import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path

from whet_setup.failure import SetupError
from whet_setup.locks import file_sha256, fingerprint

AMX_BARRIER = 'asm volatile("" :: "r"(&tc) : "memory");'


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in one file of the source. `anchor` must occur exactly once."""

    file: str
    anchor: str
    replacement: str

    def apply(self, source: Path) -> None:
        """Write the edit into the unpacked source. Raises SetupError if the place is not found exactly once."""
        path = source / self.file
        text = path.read_bytes().decode("utf-8") if path.is_file() else ""
        found = text.count(self.anchor)
        if found != 1:
            raise SetupError(
                f"The build of llama.cpp was not started: the line {self.anchor.strip()!r} that we change in "
                f"{self.file} was found {found} times instead of once. This release of llama-cpp-python differs "
                "from the one that the edits were written for: see packaging/whet_setup/llama_source.py."
            )
        path.write_bytes(text.replace(self.anchor, self.replacement).encode("utf-8"))


EDITS = (
    Edit(
        file="vendor/llama.cpp/ggml/src/ggml-cpu/amx/mmq.cpp",
        anchor="    _tile_loadconfig(&tc);\n",
        replacement=f"#if defined(__GNUC__)\n    {AMX_BARRIER}\n#endif\n    _tile_loadconfig(&tc);\n",
    ),
    Edit(
        file="CMakeLists.txt",
        anchor="set(LLAMA_BUILD_COMMON ON CACHE",
        replacement="set(LLAMA_BUILD_COMMON OFF CACHE",
    ),
)


def edits_fingerprint() -> str:
    """Changes whenever an edit does."""
    return fingerprint(*(part for edit in EDITS for part in (edit.file, edit.anchor, edit.replacement)))


def verified(archive: Path, hashes: tuple[str, ...]) -> bool:
    """Whether a source archive is there and is the one that the lock names."""
    return archive.is_file() and file_sha256(archive) in hashes


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack the source archive into an empty folder, apply the edits, and return the source's own folder."""
    if hasattr(tarfile, "data_filter"):
        shutil.unpack_archive(archive, folder, filter="data")
    else:  # Python before 3.11.4; the archive's hash was checked against the lock
        shutil.unpack_archive(archive, folder)
    roots = [entry for entry in folder.iterdir() if entry.is_dir()]
    if len(roots) != 1:
        raise SetupError(f"{archive.name} holds {len(roots)} folders instead of one. Nothing was built.")
    for edit in EDITS:
        edit.apply(roots[0])
    return roots[0]
