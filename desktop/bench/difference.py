"""Two prompts of 5,000 words: compared, and shown."""

import random

from core.report.diff import diff_words
from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds
from desktop.bench.stage import opened
from desktop.widgets.diff_view import DiffSpan

_WORDS = 5_000


def measures(options: Options) -> list[WindowMeasure]:
    """Every kind of edit; the slowest counts."""
    rng = random.Random(0)
    old = _text(rng)
    kinds = {"a tenth reworded": _reworded(old, rng), "paragraphs moved": _moved(old), "all new": _text(rng)}
    found = []
    for name, new in kinds.items():
        watch = FrameClock()
        for _ in range(options.takes):
            with watch.running():
                spans = diff_words(old, new)
        found.append(milliseconds(f"difference of two prompts of {_WORDS:,} words, {name}", watch.takes, 50))
    spans = diff_words(old, kinds["a tenth reworded"])
    return [
        *found,
        milliseconds("such a difference, shown", _shown([DiffSpan(s.kind.value, s.text) for s in spans], options)),
    ]


def _shown(spans: list[DiffSpan], options: Options) -> list[Take]:
    with opened(lambda _: None) as stage:
        watch = FrameClock()
        view = stage.window.run.detail.diff.view
        for _ in range(options.takes):
            with watch.running():
                view.show_diff(spans)
                view.grab()
            view.show_diff(())
        return watch.takes


def _text(rng: random.Random) -> str:
    words = [
        f"{rng.choice('abcdefghijklmnop')}{rng.choice(('ord', 'ask', 'ule', 'ext'))}{rng.randrange(400)}"
        for _ in range(_WORDS)
    ]
    sentences = [" ".join(words[at : at + 14]) + "." for at in range(0, _WORDS, 14)]
    return "\n\n".join(" ".join(sentences[at : at + 6]) for at in range(0, len(sentences), 6))


def _reworded(text: str, rng: random.Random) -> str:
    """One word in ten is another, comes, or goes."""
    words = []
    for word in text.split(" "):
        drawn = rng.random()
        words += [] if drawn < 0.03 else [word, "added"] if drawn < 0.06 else ["other"] if drawn < 0.1 else [word]
    return " ".join(words)


def _moved(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join([*paragraphs[1::2], *paragraphs[::2]])
