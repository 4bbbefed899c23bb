"""Words of rows as features: without a model, for any language that has spaces, and for Chinese by pairs of signs."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_BYTES_PER_TOKEN = 3.5

T = TypeVar("T")


def words_of(text: str) -> list[str]:
    """The words of a text in order, folded; Chinese as pairs of neighbouring signs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    pairs = [run[i : i + 2] for run in _CHINESE.findall(plain) for i in range(max(1, len(run) - 1))]
    return _WORD.findall(_CHINESE.sub(" ", plain)) + pairs


def estimated_tokens(text: str) -> int:
    """About how many tokens a text is, for any tokenizer: rather too many than too few for English."""
    return math.ceil(len(text.encode()) / _BYTES_PER_TOKEN)


def centred(items: Sequence[T], text: Callable[[T], str]) -> tuple[T, ...]:
    """The items, those first whose words are most like those of all of them (cosine with the mean of TF-IDF)."""
    counts = [Counter(words_of(text(item))) for item in items]
    documents = Counter(word for count in counts for word in count)
    weigh = {word: math.log((1 + len(items)) / (1 + n)) + 1.0 for word, n in documents.items()}
    vectors = [_unit({word: n * weigh[word] for word, n in count.items()}) for count in counts]
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    near = [sum(value * centre[word] for word, value in vector.items()) for vector in vectors]
    return tuple(items[place] for place in sorted(range(len(items)), key=lambda place: -near[place]))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.hypot(*vector.values())
    return {word: value / length for word, value in vector.items()} if length else {}
