"""Words of a text, and their stems, for the metrics that compare wordings."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]")


class Stemming(StrEnum):
    """The language whose word endings are cut off (Snowball's stemmers; `porter` is Porter's of 1980)."""

    NONE = "none"
    PORTER = "porter"
    ENGLISH = "english"
    ARABIC = "arabic"
    CZECH = "czech"
    DANISH = "danish"
    DUTCH = "dutch"
    FINNISH = "finnish"
    FRENCH = "french"
    GERMAN = "german"
    GREEK = "greek"
    HUNGARIAN = "hungarian"
    ITALIAN = "italian"
    NORWEGIAN = "norwegian"
    POLISH = "polish"
    PORTUGUESE = "portuguese"
    ROMANIAN = "romanian"
    RUSSIAN = "russian"
    SPANISH = "spanish"
    SWEDISH = "swedish"
    TURKISH = "turkish"


def words(text: str) -> list[str]:
    """Runs of letters and digits in lower case; of Chinese and Japanese, which has no spaces, each character."""
    return _TOKEN.findall(text.lower())


def is_itself(extracted: str, answer: str) -> bool:
    """Whether a reply is the accepted answer: written alike, as answers without a word can be, or in the same words."""
    return extracted.strip() == answer.strip() or words(extracted) == words(answer) != []


def stems(tokens: Sequence[str], language: Stemming, *, shortest: int = 1) -> list[str]:
    """Each token without its ending; those shorter than `shortest` letters as they are."""
    if language is Stemming.NONE:
        return list(tokens)
    stem = _stemmer(language)
    return [stem(token) if len(token) >= shortest else token for token in tokens]


@lru_cache(maxsize=8)
def _stemmer(language: Stemming) -> Callable[[str], str]:
    import snowballstemmer

    stemmer = snowballstemmer.stemmer(language.value)

    @lru_cache(maxsize=50_000)
    def stem(token: str) -> str:
        return str(stemmer.stemWord(token))

    return stem
