"""Which processor llama.cpp is built for: the choice, and what it needs on this machine."""

import ctypes.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from whet_setup.failure import SetupError

BACKENDS = ("cpu", "portable", "cuda", "metal", "vulkan")
_PORTABLE = (
    "-DGGML_NATIVE=OFF",
    "-DGGML_BACKEND_DL=ON",
    "-DGGML_BACKEND_DIR:STRING=llama_cpp/lib",  # untyped, CMake would put this folder's own path before it
    "-DGGML_CPU_ALL_VARIANTS=ON",
)
"""One library for each generation of processors, the best of which is chosen when llama.cpp is loaded."""

_FLAGS = {
    "cpu": (),
    "portable": _PORTABLE,
    "cuda": ("-DGGML_CUDA=ON",),
    "metal": ("-DGGML_METAL=ON",),
    "vulkan": ("-DGGML_VULKAN=ON",),
}


def backend_flags(backend: str) -> tuple[str, ...]:
    """CMake flags of a backend. On macOS llama-cpp-python builds Metal in whatever is asked."""
    return _FLAGS[backend]


def _nvidia_gpu() -> bool:
    cards = Path("/proc/driver/nvidia/gpus")
    if cards.is_dir() and any(cards.iterdir()):
        return True
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return False
    try:
        listed = subprocess.run([tool, "-L"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return listed.returncode == 0 and "GPU" in listed.stdout


def _cuda_lacks() -> str:
    if shutil.which("nvcc") is None:
        return "the CUDA toolkit (its compiler nvcc is not on the PATH)"
    return "" if _nvidia_gpu() else "an NVIDIA GPU with its driver"


def _metal_lacks() -> str:
    apple = sys.platform == "darwin" and platform.machine() == "arm64"
    return "" if apple else "a Mac with Apple silicon"


def _vulkan_headers() -> bool:
    sdk = os.environ.get("VULKAN_SDK")
    folders = [Path(sdk) / "include", Path(sdk) / "Include"] if sdk else []
    folders += [Path("/usr/include"), Path("/usr/local/include"), Path("/opt/homebrew/include")]
    return any((folder / "vulkan" / "vulkan.h").is_file() for folder in folders)


def _vulkan_lacks() -> str:
    if shutil.which("glslc") is None:
        return "the shader compiler glslc"
    if not _vulkan_headers():
        return "the Vulkan headers"
    return "" if ctypes.util.find_library("vulkan" if os.name != "nt" else "vulkan-1") else "the Vulkan loader"


def lacks(backend: str) -> str:
    """What this machine lacks to build for a backend, in words; an empty text if nothing."""
    checks = {"cuda": _cuda_lacks, "metal": _metal_lacks, "vulkan": _vulkan_lacks}
    return checks[backend]() if backend in checks else ""


def choose_backend(asked: str | None, remembered: str) -> str:
    """The backend to build for.

    `auto` takes the first of metal, cuda, vulkan that has all it needs here, else cpu. Without a wish (None) the choice
    of an earlier setup stays. Raises SetupError if what was asked for cannot be built here.
    """
    if asked is None and remembered in BACKENDS:
        return remembered
    if asked is None or asked == "auto":
        return next((name for name in ("metal", "cuda", "vulkan") if not lacks(name)), "cpu")
    missing = lacks(asked)
    if missing:
        raise SetupError(
            f"--backend {asked} needs {missing}, which was not found. Nothing was changed. "
            "Install it, or leave --backend away: Whet then takes what fits this machine."
        )
    return asked
