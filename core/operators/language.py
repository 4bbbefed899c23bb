"""Which language a text is in, as far as there are wordings in it: by its script, and by small words."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
"""Small words from which on a text in Latin letters is taken to be in a language."""
_LETTERS_PER_SIGN = 3
"""About as many Latin letters say what one Chinese sign says."""

# Italian, Portuguese and Dutch are known so that they are not taken for Spanish, French or German.
_SMALL_WORDS = {
    "en": "the of and to is in it that this for with was are not you what which how does be have an my",
    "de": "der die das und ist nicht ein eine ich den dem mit zu auf für von sich wie wir war auch im es bin",
    "fr": "le la les des et est un une je pas que qui dans pour vous du au ce sur avec il elle nous très mon ne",
    "es": "el la los las y es un una que de en no por con para se mi lo del muy su como más está yo al",
    "it": "il lo la gli e è un una che di non per con mi del della sono molto questo si come più",
    "pt": "o a os as e é um uma que de não por com para meu do da muito isso são no na mais",
    "nl": "de het een en is niet ik van dat met voor op te zijn mijn heel aan dit wat wel",
}
_MORE_SMALL_WORDS = {
    "en": "a an i he she they we his her their our its me him them us at by from or but if so as on up out off "
    "over then than there here when where who whom whose why been being had has did done will would can "
    "could should shall may might must am were these those any all some no nor only own same too very "
    "just into about after before while until don't doesn't didn't isn't wasn't i'm i've i'd it's that's "
    "one also more most much many such other each few both get got let make made go going take per yet "
    "ever even still again now",
    "de": "er sie wir ihr ihm ihn uns euch mein dein sein hat haben hatte wird werden wurde kann können konnte "
    "soll muss aber oder wenn dann dass als noch nur schon sehr so bei aus nach über unter vor an was wer "
    "wo einen einem einer eines dieser diese dieses man mehr immer sind zum zur",
    "fr": "on ils elles lui leur leurs son sa ses mes tes nos vos votre notre cette ces cet mais ou donc si "
    "plus moins bien fait été être avoir ai as avons avez ont suis sont était peut tout tous toute aux "
    "par sans comme y en me te se",
    "es": "ella ellos nosotros su sus mis tus nuestro esta este esto estos estas ese esa pero o sin sobre entre "
    "cuando donde quien fue ser era son hay ha he han tiene tengo puede todo todos toda también ya sí les "
    "nos te al",
}
"""Further words that say nothing of what a text is about; some are shared by languages, so they do not tell these."""

_TABLES = (_SMALL_WORDS, _MORE_SMALL_WORDS)
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_language)


def language_of(text: str) -> str:
    """“en”, “de”, “fr”, “es”, “it”, “pt”, “nl” or “zh”; empty where it cannot be said."""
    letters = Counter(_script(char) for char in text if char.isalpha())
    if letters["HIRAGANA"] + letters["KATAKANA"] > letters.total() // 10:
        return ""
    if letters["CJK"] * _LETTERS_PER_SIGN > letters.total() - letters["CJK"]:
        return "zh"
    if 2 * letters["LATIN"] <= letters.total():
        return ""
    votes = Counter(name for word in _WORD.findall(text.casefold()) for name in _BY_WORD.get(word, ()))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""


def small_words(language: str) -> frozenset[str]:
    """The small words of a language; of none, those of all."""
    languages = [language] if language in _SMALL_WORDS else list(_SMALL_WORDS)
    return frozenset(" ".join(words.get(name, "") for name in languages for words in _TABLES).split())


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0]
