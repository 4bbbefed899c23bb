"""Compiles the runtime of an AppImage from `packaging/linux/appimage_runtime.c`, with squashfuse's static libraries."""

import shutil
import subprocess
from pathlib import Path

from whet_setup.appimage import MARK, MARK_AT
from whet_setup.failure import SetupError

_LIBRARIES = ("squashfuse_ll", "squashfuse", "fuse3", "zstd", "z", "lzma", "lz4", "lzo2", "pthread", "dl")
_NEEDS = "libsquashfuse-dev libfuse3-dev libzstd-dev zlib1g-dev liblzma-dev liblz4-dev liblzo2-dev"


def build(folder: Path, scratch: Path) -> Path:
    """The runtime, static, with its mark. Raises `SetupError` with the compiler's last lines, and what it needs."""
    if shutil.which("cc") is None:
        raise SetupError("The runtime is compiled by cc, which is not here. Nothing was packed.")
    made = scratch / "runtime"
    command = ["cc", "-static", "-O2", "-D_FILE_OFFSET_BITS=64", "-DFUSE_USE_VERSION=32", "-Wall"]
    command += [str(folder / "appimage_runtime.c"), "-o", str(made), *(f"-l{name}" for name in _LIBRARIES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(
            f"The runtime could not be compiled:\n{done.stderr[-1500:]}\nOn a Debian it needs: apt-get install {_NEEDS}"
        )
    subprocess.run(["strip", made], check=True)
    content = bytearray(made.read_bytes())
    content[MARK_AT : MARK_AT + len(MARK)] = MARK
    made.write_bytes(content)
    return made
