"""How much of llama.cpp's own speed is left: its limits in the same run, and what is spent around its calls."""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from core.bench.engine_load import INPUT, PROMPT, REPLY, Load
from core.bench.table import Cell
from core.llm.answers import AnswerStore
from core.llm.cached import CachedModel
from core.llm.llama.model import LlamaModel
from core.llm.llama.session import DecodingSession


def median_ms(work: Callable[[], object], count: int, passes: int) -> float:
    """Milliseconds of processor time per one of `count`, the median of some passes."""
    times = []
    for _ in range(passes):
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began) / count)
    return statistics.median(times)


def limits(
    model: LlamaModel, load: Load, measured: dict[str, float], loops: dict[str, float], passes: int
) -> list[dict[str, Cell]]:
    """What the tokens behind the shared prompt would cost at llama.cpp's own speeds, and the share that is reached.

    `measured`: milliseconds per example, by “classifying” and “generating”; `loops` those of loop A doing the same. The
    quotient of loop A and the limit is the most that anyone can win over it on this machine with this library.
    """
    prompt_ms, decode_ms = _native_speeds(model, passes)
    suffix = len(model.render(load.conversations(1)[0]).token_ids) - PROMPT
    cheapest = {"classifying": suffix * prompt_ms, "generating": suffix * prompt_ms + (REPLY - 1) * decode_ms}
    return [
        {
            "what": what,
            "limit ms": round(limit, 2),
            "Whet ms": measured[what],
            "share": round(limit / measured[what], 2),
        }
        for what, limit in cheapest.items()
    ]


def overhead(model: LlamaModel, load: Load) -> float:
    """Processor time of everything around llama.cpp's calls while generating, in percent of these calls."""
    session = session_of(model)
    inside = 0.0
    decode = session._decode  # noqa: SLF001 - the bench measures below the engine

    def timed(first: int, tokens: Any, marks: Any) -> Any:
        nonlocal inside
        began = time.process_time()
        try:
            return decode(first, tokens, marks)
        finally:
            inside += time.process_time() - began

    session._decode = timed  # type: ignore[method-assign] # noqa: SLF001
    began = time.process_time()
    try:
        model.complete(load.generate(2 * session.lanes))
    finally:
        del session._decode  # noqa: SLF001 - the method of the class is there again
    return 100 * (time.process_time() - began - inside) / inside


def from_cache(model: LlamaModel, load: Load) -> float:
    """How many times faster the same questions are answered from disk."""
    requests = [replace(each, group=f"block {i // 16}") for i, each in enumerate(load.generate(len(load.inputs)))]
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as folder:
        store = AnswerStore(Path(folder))
        cached = CachedModel(model, model.settings, store)
        first, again = (median_ms(lambda: cached.complete(requests), 1, 1) for _ in range(2))
        store.close()
    return first / again


def _native_speeds(model: LlamaModel, passes: int) -> tuple[float, float]:
    """Milliseconds of processor time per token: of a prompt of 512, and of a step with all lanes behind 270 tokens."""
    session = session_of(model)
    session.reserve(2 * PROMPT + INPUT + REPLY)
    prompt = tuple(np.random.default_rng(0).integers(300, 1000, size=512).tolist())

    def read() -> None:
        session.forget(keep=True)  # a kept prefix would be read for nothing
        session.begin(prompt)

    def decode() -> None:
        for _ in range(REPLY):
            session.extend(np.full((session.lanes, 1), 500, dtype=np.int32))

    with session.work(None):
        reading = median_ms(read, len(prompt), passes)
        steps = []
        for _ in range(passes):
            session.clear()
            session.begin(prompt[:PROMPT])
            for _done in session.fill(0, [prompt[: INPUT + 10]] * session.lanes):
                pass
            steps.append(median_ms(decode, REPLY * session.lanes, 1))
        session.clear()
    return reading, statistics.median(steps)


def session_of(model: LlamaModel) -> DecodingSession:
    """The lanes of a model that writes."""
    session = model._session  # noqa: SLF001 - the bench measures below the engine
    if session is None:
        raise ValueError("the model does not write")
    return session
