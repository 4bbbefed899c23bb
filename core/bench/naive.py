"""What people write today: a loop over `llama_cpp.Llama`, one example after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import llama_cpp


class NaiveLoop:
    """Loop A: `Llama` with its own reuse of the prefix that the last call left. Loop B (`reset`): without."""

    def __init__(self, file: Path, context: int, threads: int) -> None:
        self._llama = llama_cpp.Llama(
            str(file), n_ctx=context, n_threads=threads, n_threads_batch=threads, n_batch=512, verbose=False
        )

    def answer(self, prompts: Sequence[str], tokens: int, *, reset: bool) -> list[str]:
        """Greedy completions of so many tokens, unless the model ends earlier."""
        texts = []
        for prompt in prompts:
            if reset:
                self._llama.reset()  # type: ignore[no-untyped-call]
            reply: Any = self._llama.create_completion(prompt, max_tokens=tokens, temperature=0.0)
            texts.append(str(reply["choices"][0]["text"]))
        return texts

    def work(self, prompts: Sequence[str], tokens: int, *, reset: bool) -> Callable[[], object]:
        """The same as something to be timed."""
        return lambda: self.answer(prompts, tokens, reset=reset)

    def close(self) -> None:
        """Free the model."""
        self._llama.close()
