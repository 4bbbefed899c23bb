"""Which of a few languages a text is in, by its commonest small words; those of one script are told apart by these."""

import re

_WORD = re.compile(r"[^\W\d_]+")

_SMALL_WORDS = {
    "en": "the of and to is are it this that with for from what which your you not or if as in by be on an does how",
    "de": "der die das und ist nicht ein eine den dem des mit für von auf sich oder wenn wie welche ob im zu bei sie",
    "fr": "le la les des une est pas et que qui dans pour avec sur ce cette du au ou si votre vous quelle quel ne",
    "es": "el los las una es que del en con para por no se su al si este esta como cuál qué lo más",
    "it": "il gli una è che del della di con per non si in sono questo questa come quale se nel le più",
    "pt": "os as uma é que do da em com para por não se no na ou este esta como qual mais ao dos das",
    "nl": "de het een en is niet van dat die met voor op te zijn of als deze dit welke wat bij aan er om",
}
_SETS = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_LEAST, _LEAD = 2, 3
"""Different small words that a text in another language has at least, and how many times as many as of the first."""


def language_of(text: str) -> str:
    """The language whose small words a text has most of; empty if that is unclear or there are none."""
    hits = sorted(((len(_words(text) & words), name) for name, words in _SETS.items()), reverse=True)
    return hits[0][1] if hits[0][0] > hits[1][0] else ""


def changes_language(text: str, language: str) -> bool:
    """Whether a text is clearly in another of these languages than that one. Never if it is unknown."""
    if not language:
        return False
    words = _words(text)
    own = len(words & _SETS[language])
    other = max(len(words & small) for name, small in _SETS.items() if name != language)
    return other >= _LEAST and other >= _LEAD * own


def is_english(text: str) -> bool:
    """Whether a text has English small words, and more of them than of any other language here."""
    return language_of(text) == "en"


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
