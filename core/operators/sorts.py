"""What sort of thing a set of labels tells apart, by its words: sentiment, emotions, yes or no, …"""

import re
import unicodedata
from collections.abc import Sequence

_SORTS = {
    "judgement": "yes no true false correct incorrect right wrong valid invalid acceptable unacceptable maybe unknown "
    "oui non vrai faux ja nein wahr falsch richtig sí si verdadero falso 是 否 对 错 不是 正确 错误 0 1",
    "sentiment": "positive negative neutral mixed good bad pos neg favorable unfavorable great terrible very somewhat "
    "positiv negativ neutre positif négatif positivo negativo neutro 正面 负面 积极 消极 中性 好评 差评",
    "emotion": "joy anger sadness fear surprise disgust love happy sad angry neutral happiness optimism calm worry "
    "freude wut trauer angst überraschung ekel joie colère tristesse peur alegría ira tristeza miedo "
    "喜悦 愤怒 悲伤 恐惧 惊讶 厌恶",
    "entailment": "entailment contradiction neutral entailed contradicted undetermined entails contradicts "
    "not entailment not_entailment",
    "spam": "spam ham not legitimate toxic nontoxic clean offensive hate normal abusive safe unsafe 垃圾 正常",
    "subjectivity": "subjective objective fact opinion factual subjektiv objektiv subjectif objectif 主观 客观",
    "rating": "1 2 3 4 5 6 7 8 9 10 one two three four five star stars",
    "urgency": "low medium high urgent critical normal niedrig mittel hoch dringend faible moyen élevé baja media alta "
    "低 中 高 紧急",
    "language": "english german french spanish italian portuguese dutch chinese japanese russian korean arabic polish",
}
_WORDS = {sort: frozenset(words.split()) for sort, words in _SORTS.items()}
_PARTS = re.compile(r"[\s_/-]+")


def sort_of(labels: Sequence[str]) -> str:
    """“judgement” (yes or no: only the prompt knows the question), “sentiment” …; “topic” where the labels are none of
    the sorts that are known."""
    plain = [unicodedata.normalize("NFKC", label).casefold() for label in labels]
    if not plain:
        return "topic"
    return next((sort for sort, words in _WORDS.items() if all(_made_of(label, words) for label in plain)), "topic")


def _made_of(label: str, words: frozenset[str]) -> bool:
    return label in words or all(part in words for part in _PARTS.split(label) if part)
