"""The local engine against the loops that people write, side by side on one library, model and thread.

Processor time per example, so that ratios count and not the load of the machine; the median of several passes. A second
table compares with what llama.cpp itself does at most: a prompt of 512 tokens, and a step of decoding with all lanes.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from core.bench import engine_check, engine_memory, engine_real, llama_server, random_models
from core.bench.engine_limits import from_cache, limits, median_ms, overhead
from core.bench.engine_load import INPUT, PROMPT, REPLY, ROWS, SIBLINGS, Load
from core.bench.naive import NaiveLoop
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import ModelSettings
from core.engine.prepare import machine
from core.llm.base import Contest
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

_NAIVE: Final = 12
_SETTINGS: Final = ModelSettings(context=1024, lanes=16, batch=512, threads=1)

_A, _B = f"loop A, {REPLY} tokens", f"loop B, {REPLY} tokens"
_ONE_A, _ONE_B = "loop A, one token", "loop B, one token"
_OURS, _GREEDY, _WHOLE = f"Whet, {REPLY} tokens", "Whet, 4 labels", "Whet, 4 whole labels"
_FIRST, _LAST = f"Whet, {SIBLINGS} prompts × {ROWS}, prompt first", f"Whet, {SIBLINGS} prompts × {ROWS}, input first"
_APART = "the same, only inputs shared"
_SERVER = "llama-server"


@dataclass(frozen=True, slots=True)
class _Measured:
    """One model's milliseconds of processor time per example by the way of asking, and its shares of the limits."""

    model: str
    ms: dict[str, float]
    limits: list[dict[str, Cell]]

    @property
    def rows(self) -> list[dict[str, Cell]]:
        """The table."""
        return [{"model": self.model, "how": how, "ms CPU per example": round(ms, 2)} for how, ms in self.ms.items()]

    def times(self, slow: str, fast: str) -> float:
        """How many times as fast the second way is."""
        return round(self.ms[slow] / self.ms[fast], 2)


def bench(options: BenchOptions) -> BenchResult:
    """One row per model and way of asking; `--full` measures four models of random weights instead of one. Of a file
    that a person names it is also measured what the machine makes of it (`core.bench.engine_real`). With `check`
    nothing is measured: see `core.bench.engine_check`."""
    if options.check is not None:
        return engine_check.bench(options, options.check)
    n = 100 if options.full else 48 if options.model is None else 32
    found, more = [], list[BenchBar]()
    with ExitStack() as stack:
        for place, file in enumerate(stack.enter_context(_model_files(options))):
            model = load(file, _SETTINGS)
            try:
                asked = Load.of(model, max(n, ROWS), options.seed)
                with_step = place == 0 and (options.full or options.model is None)
                found.append(_measure(model, file, asked, n, options, with_step=with_step))
                if place == 0:
                    more = _more(model, asked, options)
                build = model.info.build
            finally:
                model.close()
    settings: dict[str, Cell] = {
        "threads": 1, "lanes": _SETTINGS.lanes, "batch": _SETTINGS.batch, "examples": n,
        "naive examples": _naive(options),
        "tokens": f"{PROMPT} + {INPUT} + {REPLY}", "passes": _passes(options), "build": build,
    }  # fmt: skip
    bars = [bar for each in found for bar in _bars(each)]
    shares = [{"model": each.model, **row} for each in found for row in each.limits]
    rows = [row for each in found for row in each.rows]
    tables = {"limits": shares}
    if options.model is not None:
        real = engine_real.measured(options.model, replace(_SETTINGS, context=2048), options)
        bars, settings, tables = [*real.bars, *bars], settings | real.settings, tables | {"one real file": real.rows}
    return BenchResult("engine", machine(), settings, rows, [*bars, *more], tables)


@contextmanager
def _model_files(options: BenchOptions) -> Iterator[list[Path]]:
    if options.model is not None:
        yield [options.model]
        return
    wanted = [(random_models.SMALL, 8)]
    if options.full:
        wanted += [(random_models.SMALL, 4), (random_models.MIDDLE, 8), (random_models.MIDDLE, 4)]
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as folder:
        files = []
        for size, bits in wanted:
            name = f"{size.name}-Q{bits}_0"
            options.say(f"Writing {name}: random weights, as speed does not depend on them.")
            files.append(random_models.write(size, Path(folder) / f"{name}.gguf", bits=bits))
        yield files


def _measure(
    model: LlamaModel, file: Path, asked: Load, n: int, options: BenchOptions, *, with_step: bool
) -> _Measured:
    passes, ms = _passes(options), dict[str, float]()

    def tell(how: str, value: float) -> None:
        ms[how] = value
        options.say(f"{file.stem}: {how}: {value:.1f} ms")

    for how, count, work in _loops_and_ours(model, file, asked, n, _naive(options)):
        tell(how, median_ms(work, count, passes))
    if with_step:
        for how, count, work in _steps(model, asked):
            tell(how, median_ms(work, count, passes if options.full else 1))
    if options.server is not None:
        for how, value in _server(options.server, model, file, asked, n, passes):
            tell(how, value)
    ours, loops = ({"classifying": ms[a], "generating": ms[b]} for a, b in ((_GREEDY, _OURS), (_ONE_A, _A)))
    shares = limits(model, asked, ours, loops, passes)
    return _Measured(file.stem, ms, shares)


_Work = tuple[str, int, Callable[[], object]]


def _loops_and_ours(model: LlamaModel, file: Path, asked: Load, n: int, few: int) -> Iterator[_Work]:
    texts = asked.texts(model, few)
    naive = NaiveLoop(file, _SETTINGS.context, _SETTINGS.threads)
    try:
        yield _A, few, naive.work(texts, REPLY, reset=False)
        yield _B, few, naive.work(texts, REPLY, reset=True)
        yield _ONE_A, few, naive.work(texts, 1, reset=False)
        yield _ONE_B, few, naive.work(texts, 1, reset=True)
    finally:
        naive.close()
    generate, greedy, whole = asked.generate(n), asked.choose(n, Contest.GREEDY), asked.choose(n, Contest.SUMS)
    yield _OURS, n, lambda: model.complete(generate)
    yield _GREEDY, n, lambda: model.score_choices(greedy)
    yield _WHOLE, n, lambda: model.score_choices(whole)


def _steps(model: LlamaModel, asked: Load) -> Iterator[_Work]:
    for how, requests in ((_FIRST, asked.prompt_first()), (_LAST, asked.input_first()),
                          (_APART, asked.only_inputs_shared())):  # fmt: skip
        yield how, len(requests), lambda requests=requests: model.score_choices(requests)  # type: ignore[misc]


def _server(
    program: Path, model: LlamaModel, file: Path, asked: Load, n: int, passes: int
) -> Iterator[tuple[str, float]]:
    texts = asked.texts(model, n)
    for name, variant in llama_server.VARIANTS.items():
        with llama_server.running(program, file, variant, _SETTINGS.context) as server:
            yield f"{_SERVER} {name}, {REPLY} tokens", server.ms(texts, REPLY, passes)
            yield f"{_SERVER} {name}, one token", server.ms(texts, 1, passes)


def _bars(found: _Measured) -> list[BenchBar]:
    bars = [
        BenchBar("generating, against loop A", found.times(_A, _OURS), "×", 3.0),
        BenchBar("generating, against loop B", found.times(_B, _OURS), "×", 4.5),
        BenchBar("4 labels, against loop B with one token", found.times(_ONE_B, _GREEDY), "×", 4.5),
        BenchBar("4 labels, against loop A with one token", found.times(_ONE_A, _GREEDY), "×", 0.9),
        BenchBar(f"4 labels, against loop A with {REPLY} tokens", found.times(_A, _GREEDY), "×", 7.0),
        BenchBar(f"4 labels, against loop B with {REPLY} tokens", found.times(_B, _GREEDY), "×", 10.0),
        BenchBar("share of llama.cpp's limit, classifying", float(found.limits[0]["share"] or 0), "", 0.95),
        BenchBar("share of llama.cpp's limit, generating", float(found.limits[1]["share"] or 0), "", 0.85),
    ]
    servers = [ms for how, ms in found.ms.items() if how.startswith(_SERVER) and f"{REPLY} tokens" in how]
    if servers:
        ratio = round(min(servers) / found.ms[_OURS], 2)
        bars.insert(2, BenchBar("generating, against the best llama-server", ratio, "×", 2.0))
    if _FIRST in found.ms:
        bars += [
            BenchBar(f"a step, prompt first, against loop B with {REPLY} tokens", found.times(_B, _FIRST), "×", 10.0),
            BenchBar("a step, input first, against only inputs shared", found.times(_APART, _LAST), "×", 1.5),
        ]
    return [replace(bar, id=f"{found.model}: {bar.id}") for bar in bars]


def _more(model: LlamaModel, asked: Load, options: BenchOptions) -> list[BenchBar]:
    around, again = round(overhead(model, asked), 1), round(from_cache(model, asked))
    bars = [
        BenchBar("around llama.cpp while generating", around, "%", 5.0, at_least=False),
        BenchBar("a rerun from the cache", again, "×", 50.0),
    ]
    if options.full:
        grown = round(engine_memory.growth(options.say))
        bars.append(BenchBar("memory from 10,000 to 100,000 requests", grown, "MB", 300.0, at_least=False))
    return bars


def _naive(options: BenchOptions) -> int:
    """Examples of the loops: half of them where a person waits for more tables."""
    return _NAIVE if options.full or options.model is None else _NAIVE // 2


def _passes(options: BenchOptions) -> int:
    return 5 if options.full else 3
