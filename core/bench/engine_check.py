"""Whether the engine says of one file what a plain loop over `llama_cpp.Llama` says: prompts, replies and labels.

Replies that are computed side by side may differ from those computed alone where the two likeliest tokens are close:
kernels round differently by shape. Everything else must be the same.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import llama_cpp
import numpy as np
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import ModelSettings
from core.engine.prepare import machine
from core.llm import gguf
from core.llm.base import ChatMessage, ChoiceRequest, Part, Reply, Request
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

CLOSE: Final = 0.5
"""Two tokens whose logits are nearer than this may change places between two ways of computing them."""

_REQUESTS: Final = 40
_TYPED: Final = 4
_TOKENS: Final = 24
_LABELS: Final = ("yes", "no", "maybe", "not at all")
_LABEL_ROWS: Final = 6
_ALTERNATIVES: Final = 8
_SETTINGS: Final = ModelSettings(context=1024, lanes=8, batch=256, threads=1)
_DAY: Final = time.struct_time((2025, 1, 1, 12, 0, 0, 2, 1, 0))
_TEXTS: Final = (
    "Is the sea salty? Answer yes or no.",
    "  Name three colours, one a line.  ",
    "天空是什么颜色？请用一个词回答。",
    "Translate into French: good morning 🙂",
    "def f(x):\n    return x + 1\n\nWhat does f(2) return?",
    '{"name": "Ada", "born": 1815}\nWhen was she born?',
    "# Title\n\n* one\n* two\n\nHow many points are there?",
    "What is 17 + 25?",
    "ünïcödé, tabs\tand\r\nline ends. How many lines?",
    "word " * 120 + "\nHow does this text begin?",
    "Complete: once upon a",
    "",
)


def bench(options: BenchOptions, file: Path, requests: int = _REQUESTS) -> BenchResult:
    """One row per comparison, with how many of its cases came out the same."""
    settings = replace(_SETTINGS, context=min(_SETTINGS.context, gguf.read_header(file).context_length or 1024))
    model = load(file, settings)
    reference = _Reference(file, settings, plain=bool(model.stand_in))
    try:
        cases = _cases(model, requests)
        found = [
            _prompts(model, reference, cases),
            *_replies(model, reference, cases, options.say),
            _labels(model, reference, cases),
        ]
        build = model.info.build
    finally:
        model.close()
        reference.close()
    facts: dict[str, Cell] = {
        "model": file.name, "requests": len(cases), "tokens": _TOKENS, "lanes": settings.lanes, "threads": 1,
        "stand-in": model.stand_in or "none", "build": build,
    }  # fmt: skip
    bars = [BenchBar(each.name, each.wrong, "cases that differ", 0, at_least=False) for each in found]
    return BenchResult("engine check", machine(), facts, [each.row for each in found], bars)


@dataclass(frozen=True, slots=True)
class _Found:
    """One comparison: of `of` cases `close` differ where that is allowed, and `wrong` where it is not."""

    name: str
    of: int
    wrong: int
    close: int = 0

    @property
    def row(self) -> dict[str, Cell]:
        same = self.of - self.wrong - self.close
        return {"compared": self.name, "same": same, "differ as allowed": self.close, "differ": self.wrong}


@dataclass(frozen=True, slots=True)
class _Case:
    """A conversation. `typed`: a person typed a control token, which ends a turn in the reference and not here."""

    turns: tuple[tuple[str, str], ...]
    typed: bool

    @property
    def messages(self) -> tuple[ChatMessage, ...]:
        return tuple(ChatMessage(role, (Part(text),)) for role, text in self.turns)


def _cases(model: LlamaModel, requests: int) -> list[_Case]:
    """So many of them, from all forms of conversations."""
    asked = [*_conversations(system=model.capabilities.system_role)]
    controls = [text for text in model.spell(range(min(model.info.vocabulary, 200_000))) if _is_mark(text)]
    typed = [_Case((("user", f"What does {mark} mean?"),), typed=True) for mark in controls[:_TYPED]]
    first = asked[: _REQUESTS - len(typed)]
    drawn = sorted(random.Random(0).sample(range(len(first)), min(requests - len(typed), len(first))))
    return [*(_Case(first[place], typed=False) for place in drawn), *typed]


def _conversations(*, system: bool) -> Iterator[tuple[tuple[str, str], ...]]:
    for text in _TEXTS:
        yield (("user", text),)
    for text in _TEXTS if system else ():
        yield ("system", "Answer in one short sentence."), ("user", text)
    for number, text in enumerate((*_TEXTS, *_TEXTS)):
        yield ("user", f"I have {number} questions."), ("assistant", "Go on."), ("user", text)


def _is_mark(text: str) -> bool:
    return len(text) > 3 and text[:2] == "<|" and text[-2:] == "|>"


class _FixedDay(Jinja2ChatFormatter):
    """The reference's templates on the day that Whet's templates see: results must not depend on the clock."""

    @staticmethod
    def strftime_now(f: str) -> str:
        return time.strftime(f, _DAY)


class _Reference:
    """`Llama` with the file's own template; `plain`: the file has none that works, so prompts are given as ids."""

    def __init__(self, file: Path, settings: ModelSettings, *, plain: bool) -> None:
        self._plain = plain
        self._llama: Any = llama_cpp.Llama(
            str(file), n_ctx=settings.context, n_threads=1, n_threads_batch=1, n_batch=settings.batch, verbose=False
        )
        template = gguf.read_header(file).chat_template
        if not plain:
            eos, bos = self._llama.token_eos(), self._llama.token_bos()
            formatter: Any = _FixedDay(
                template, eos_token=self._text(eos), bos_token=self._text(bos), stop_token_ids=[eos]
            )
            self._llama.chat_handler = formatter.to_chat_handler()

    def reply(self, case: _Case, prompt: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The ids of its prompt and of its greedy reply."""
        if self._plain:
            return tuple(prompt), self.continued(prompt)
        self._llama.reset()
        turns = [{"role": role, "content": text} for role, text in case.turns]
        said = self._llama.create_chat_completion(turns, max_tokens=_TOKENS, temperature=0.0, repeat_penalty=1.0)
        asked = said["usage"]["prompt_tokens"]
        return self._ids(0, asked), self._ids(asked, self._llama.n_tokens)

    def continued(self, prompt: Sequence[int]) -> tuple[int, ...]:
        """The ids of the greedy reply to a prompt that is given as ids."""
        self._llama.reset()
        self._llama.create_completion(list(prompt), max_tokens=_TOKENS, temperature=0.0, repeat_penalty=1.0)
        return self._ids(len(prompt), self._llama.n_tokens)

    def _ids(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(int(token) for token in self._llama.input_ids[start:end])

    def logprobs(self, prompt: Sequence[int], choice: Sequence[int], ends: Sequence[int]) -> float:
        """The sum of the log-probabilities of a choice and of the end after it, by a plain softmax."""
        self._llama.reset()
        self._llama.eval(list(prompt))
        total = 0.0
        for token in choice:
            total += float(self._softmax()[token])
            self._llama.eval([token])
        return total + float(np.logaddexp.reduce(self._softmax()[list(ends)])) if ends else total

    def close(self) -> None:
        self._llama.close()

    def _text(self, token: int) -> str:
        return str(self._llama._model.token_get_text(token)) if token >= 0 else ""  # noqa: SLF001 - as `Llama` does it

    def _softmax(self) -> np.ndarray[Any, Any]:
        pointer = llama_cpp.llama_get_logits(self._llama.ctx)
        row = np.ctypeslib.as_array(pointer, shape=(self._llama.n_vocab(),)).astype(np.float64)
        return np.asarray(row - np.logaddexp.reduce(row))


def _prompts(model: LlamaModel, reference: _Reference, cases: Sequence[_Case]) -> _Found:
    wrong = 0
    for case in cases:
        ours = model.render(case.messages, reasoning_cap=None).token_ids
        theirs, _ = reference.reply(case, ours)
        begun = ours[1:] if ours[:1] == (model.bos,) != theirs[:1] else ours  # a template may leave BOS to the library
        wrong += (begun != theirs) != case.typed
    return _Found("prompt ids (typed control tokens must differ)", len(cases), wrong)


def _replies(
    model: LlamaModel, reference: _Reference, cases: Sequence[_Case], say: Callable[[str], None]
) -> Iterator[_Found]:
    requests = [
        Request(case.messages, _TOKENS, logprobs=_ALTERNATIVES, group=str(i))
        for i, case in enumerate(cases)
        if not case.typed
    ]
    asked = [case for case in cases if not case.typed]
    say(f"Asking {len(requests)} questions alone.")
    alone = model.complete(requests)
    theirs = []
    for case, request in zip(asked, requests, strict=True):
        prompt = model.render(request.messages).token_ids  # without a thought, which the reference cannot ask for
        theirs.append(reference.continued(prompt) if model.thinks else reference.reply(case, prompt)[1])
    yield _compared("greedy replies, alone", alone, theirs)
    say("Asking them side by side, twice.")
    together = [replace(request, group="") for request in requests]
    first, again = model.complete(together), model.complete(together)
    yield _compared("greedy replies, side by side", alone, [reply.token_ids for reply in first])
    yield _Found("replies side by side, once more", len(first), sum(a != b for a, b in zip(first, again, strict=True)))


def _compared(name: str, ours: Sequence[Reply], theirs: Sequence[Sequence[int]]) -> _Found:
    gaps = [gap(reply, ids) for reply, ids in zip(ours, theirs, strict=True)]
    return _Found(name, len(gaps), sum(gap >= CLOSE for gap in gaps), sum(0 < gap < CLOSE for gap in gaps))


def gap(reply: Reply, ids: Sequence[int]) -> float:
    """How much less likely the other's token is where the two part, in nats; 0 if they do not, or only in length."""
    for place, (one, other) in enumerate(zip(reply.token_ids, ids, strict=False)):
        if one != other:
            known = dict(reply.logprobs[place].alternatives)
            return max(reply.logprobs[place].logprob - known[other], 1e-9) if other in known else float("inf")
    return 0.0


def _labels(model: LlamaModel, reference: _Reference, cases: Sequence[_Case]) -> _Found:
    wrong = close = of = 0
    for case in cases[:_LABEL_ROWS]:
        asked = ChoiceRequest(case.messages, _LABELS)
        ours = model.score_choices([asked])[0].logprobs
        prompt, choices, ends = model.ids_of(asked)
        for ids, score in zip(choices, ours, strict=True):
            apart = abs(score - reference.logprobs(prompt, ids, ends))
            of, wrong, close = of + 1, wrong + (apart >= CLOSE), close + (1e-3 < apart < CLOSE)
    return _Found("labels against a plain softmax", of, wrong, close)
