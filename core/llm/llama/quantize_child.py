"""The child process that makes a faster copy: `python -m core.llm.llama.quantize_child SOURCE TARGET TYPE THREADS`.

llama.cpp's own quantizer cannot be cancelled and says a lot; here it can be killed, and nobody has to listen.
"""

import sys
from collections.abc import Sequence

import llama_cpp

from core import offline

_TYPES = {"BF16": llama_cpp.LLAMA_FTYPE_MOSTLY_BF16, "Q8_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0}


def main(arguments: Sequence[str]) -> int:
    """Write the copy; llama.cpp's own code, 0 if it is whole."""
    offline.install()
    source, target, kind, threads = arguments
    chosen = llama_cpp.llama_model_quantize_default_params()
    chosen.ftype = _TYPES[kind]
    chosen.nthread = int(threads)
    chosen.allow_requantize = True  # both types hold more than any that is made smaller here
    return int(llama_cpp.llama_model_quantize(source.encode(), target.encode(), chosen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
