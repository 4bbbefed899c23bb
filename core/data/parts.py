"""The words with which files say to which split a row belongs."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from core.data.words import plain
from core.domain.example import Split

_TRAIN = (
    "train", "training", "trn", "learn", "训练", "训练集", "training_set", "train_set",
    "entrenamiento", "apprentissage",
    "entraînement", "treino", "addestramento", "обучение", "訓練", "학습",
)  # fmt: skip
_VALIDATION = (
    "validation",
    "valid",
    "val",
    "dev",
    "development",
    "validate",
    "tune",
    "验证",
    "验证集",
    "validierung",
    "validación",
    "validação",
    "convalida",
    "проверка",
    "検証",
    "검증",
    "validation_set",
)
_TEST = (
    "test", "testing", "holdout", "hold_out", "heldout", "held_out", "tst", "测试", "测试集", "test_set",
    "prueba", "teste",
    "тест", "テスト", "테스트",
)  # fmt: skip
_EVAL = ("eval", "evaluation", "eval_set")
WORDS = "use train, validation or test"


def _table(names: Mapping[Split, Iterable[str]]) -> dict[str, Split]:
    return {plain(word): split for split, words in names.items() for word in words}


_SURE = MappingProxyType(_table({Split.TRAIN: _TRAIN, Split.VALIDATION: _VALIDATION, Split.TEST: _TEST}))


def splits_named(values: Iterable[str]) -> dict[str, Split] | None:
    """The split that each value means, if all of them name one; else nothing.

    “eval” is what chooses or what judges: it is the part that the other words leave free.
    """
    words = {value: plain(value) for value in set(values) if value.strip()}
    known = dict(_SURE)
    used = {known[word] for word in words.values() if word in known}
    spare = Split.TEST if Split.VALIDATION in used and Split.TEST not in used else Split.VALIDATION
    known |= dict.fromkeys(map(plain, _EVAL), spare)
    if not words or not all(word in known for word in words.values()):
        return None
    return {value: known[word] for value, word in words.items()}


def split_of(value: str, all_values: Mapping[str, Split]) -> Split | None:
    """The split that a single value names among others."""
    return all_values.get(value) or _SURE.get(plain(value))
