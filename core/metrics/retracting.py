"""How replies take back what they have just said, in the commonest languages: "A? No. B!", "5 … wait, no, 6"."""

import re

_NO = (
    "no|nope|not|nein|non|nee|nei|nej|nie|não|нет|ні|hayır|不对|不對|不是|不|否|いいえ|いや|違う|아니요?|아닙니다|لا|नहीं|không"
    "|tidak"
)
_PHRASES = {
    "en": (
        (
            r"(?:(?:oh|hmm|but|oops),? )?(?:wait|hold on)[,.!…—– -]{0,4}"
            r"(?:no\b|actually|sorry|that(?:['’]s| is| was) (?:wrong|not right|incorrect|a mistake))"
        ),
        r"(?:actually|sorry|oops|oh|ah),? (?:no|wait|sorry|that(?:['’]s| is| was) (?:wrong|incorrect))\b",
        r"no[,—– -]{1,3}(?:sorry|wait|actually)\b",
        r"(?:(?:sorry|oops|no),? )?I meant?\b",
        r"(?:scratch|strike) that",
        r"correction\b",
        r"I (?:made|have made) a mistake|my mistake|I take that back",
        r"no,? that(?:['’]s| is| was) (?:wrong|incorrect|not right)",
    ),
    "de": (
        r"nein,? (?:halt|moment|warte|entschuldigung|doch)",
        r"(?:halt|moment|warte),? nein",
        r"korrektur\b",
        r"(?:besser|genauer) gesagt",
    ),
    "fr": (
        r"non,? (?:pardon|attendez|attends|en fait)",
        r"(?:attendez|attends|pardon),? non",
        r"rectification\b",
        r"ou plutôt",
    ),
    "es": (r"no,? (?:perdón|espera|espere)", r"(?:espera|perdón),? no", r"corrección\b", r"mejor dicho"),
    "pt": (r"não,? (?:espera|espere|desculpe|aliás)", r"espera,? não", r"correção\b", r"ou melhor", r"aliás"),
    "it": (r"no,? (?:aspetta|scusa|anzi)", r"aspetta,? no", r"correzione\b", r"anzi\b"),
    "ru": (
        r"нет,? (?:подожди(?:те)?|стоп|извините|всё-таки|все-таки)",
        r"(?:подожди(?:те)?|стоп),? нет",
        r"исправление\b",
        r"(?:вернее|точнее)\b",
    ),
    "tr": (r"hayır,? (?:bekle|pardon)", r"pardon,? ", r"düzeltme\b"),
    "zh": (r"(?:等等|等一下|哦|啊)[，,。…]{0,3}(?:不对|不對|不是|不)", r"不[对對][，,。]", r"更正"),
    "ja": (r"(?:待って|あ)[、。…]{0,3}(?:違う|いや|間違えた)", r"(?:いや|いいえ)[、,]", r"訂正"),
    "ko": (r"(?:잠깐|잠시만)[,. …]{0,4}아니", r"아니요?[,.] ", r"정정"),
    "ar": (r"(?:عفوا|عذرا|لحظة)[،, ]{1,2}(?:لا|بل)", r"تصحيح"),
    "hi": (r"(?:रुको|माफ़ कीजिए|नहीं)[, ]{1,2}(?:नहीं|रुको)",),
}
"""What takes something back by itself, by language."""

_STOP = ".,;:!…。，；！、—–-"
_ANY = "|".join(phrase for phrases in _PHRASES.values() for phrase in phrases)

RETRACTED = re.compile(
    rf"(?<=\S)[ \t]?(?:[?？][!！]?|[!！][?？])[?？!！]{{0,3}}\s{{0,3}}(?P<no>{_NO})"
    rf"(?=[ \t]{{0,3}}(?:[{_STOP}]|$|\n)|[ \t](?:it|that|this|the)\b)[ \t]{{0,3}}[{_STOP}]{{0,3}}"
    rf"|(?:[{_STOP}]|\s[—–-]|\n|(?<=\w)\s)\s{{0,3}}(?:{_ANY})(?!\w)[ \t]{{0,3}}[{_STOP}：:]{{0,3}}",
    re.IGNORECASE,
)
"""A place where a reply takes something back. The group `no` is set where a question is answered by "no" alone."""
