"""Numbers spelled in German, Dutch, French, Italian, Spanish, Portuguese and Russian words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

_SIGN = re.compile(r"^(?:minus|moins|menos|meno|минус)[ \t]+", re.IGNORECASE)
_LONG = 8
"""Letters of a word that is a number in any sentence; a shorter one alone counts beside words of its language."""


class Tongue(NamedTuple):
    """A language's words with their values, what may join two of them, and common words that it is known by.

    Words with “*” multiply what stands before them. Of those in `articles` one alone is no number.
    """

    words: str
    joiners: str
    common: str
    articles: str = ""


_TONGUES = (
    Tongue(
        "null=0 eins=1 eine=1 ein=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 "
        "zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 "
        "dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=*100 "
        "tausend=*1000 millionen=*1000000 million=*1000000 milliarden=*1000000000 milliarde=*1000000000",
        "und",
        "es sind das der die ist gibt insgesamt also antwort ergebnis lautet beträgt er sie hat haben noch kostet",
        "eine ein",
    ),
    Tongue(
        "nul=0 een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 "
        "dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 "
        "veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=*100 duizend=*1000 "
        "miljoen=*1000000 miljard=*1000000000",
        "ën|en",
        "het de er zijn is in totaal dus antwoord kost heeft",
        "een",
    ),
    Tongue(
        "zéro=0 une=1 un=1 deux=2 trois=3 quatre-vingts=80 quatre-vingt=80 quatre=4 cinq=5 sixième=6 six=6 sept=7 "
        "huit=8 neuf=9 dix-sept=17 dix-huit=18 dix-neuf=19 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 "
        "seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 octante=80 "
        "nonante=90 cents=*100 cent=*100 mille=*1000 millions=*1000000 million=*1000000 milliards=*1000000000 "
        "milliard=*1000000000",
        "et",
        "il y a la le les est sont reste réponse total donc cela fait en au elle ils",
        "une un",
    ),
    Tongue(
        "zero=0 uno=1 una=1 un=1 due=2 tre=3 tré=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 "
        "undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 "
        "diciannove=19 venti=20 vent=20 trenta=30 trent=30 quaranta=40 quarant=40 cinquanta=50 cinquant=50 "
        "sessanta=60 sessant=60 settanta=70 settant=70 ottanta=80 ottant=80 novanta=90 novant=90 cento=*100 "
        "cent=*100 mille=*1000 mila=*1000 milioni=*1000000 milione=*1000000",
        "e",
        "il la ci sono gli le è totale risposta quindi restano ha costa",
        "uno una un",
    ),
    Tongue(
        "cero=0 uno=1 una=1 un=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 "
        "doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiuno=21 "
        "veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 "
        "veintiocho=28 veintinueve=29 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 "
        "ochenta=80 noventa=90 ciento=100 cien=100 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 "
        "seiscientos=600 setecientos=700 ochocientos=800 novecientos=900 mil=*1000 millones=*1000000 "
        "millón=*1000000",
        "y",
        "hay son el la los las es total respuesta quedan tiene cuesta por tanto en",
        "uno una un",
    ),
    Tongue(
        "zero=0 uma=1 um=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 "
        "treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 "
        "dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 "
        "noventa=90 cento=100 cem=100 duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 "
        "setecentos=700 oitocentos=800 novecentos=900 mil=*1000 milhões=*1000000 milhão=*1000000",
        "e",
        "há são o a os as é total resposta restam tem custa portanto ele ela",
        "uma um",
    ),
    Tongue(
        "ноль=0 один=1 одна=1 одно=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 "
        "одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16 семнадцать=17 "
        "восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 "
        "восемьдесят=80 девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 "
        "семьсот=700 восемьсот=800 девятьсот=900 тысячи=*1000 тысяча=*1000 тысяч=*1000 миллионов=*1000000 "
        "миллиона=*1000000 миллион=*1000000",
        "и",
        "ответ всего итого осталось было будет это у них него стоит равно",
        "один одна одно",
    ),
)


@dataclass(frozen=True, slots=True)
class _Reader:
    values: dict[str, int]
    scales: dict[str, int]
    run: re.Pattern[str]
    part: re.Pattern[str]
    common: frozenset[str]
    articles: frozenset[str]


def _reader(tongue: Tongue) -> _Reader:
    pairs = [word.split("=") for word in tongue.words.split()]
    values = {word: int(value) for word, value in pairs if not value.startswith("*")}
    scales = {word: int(value[1:]) for word, value in pairs if value.startswith("*")}
    either = "|".join(
        re.escape(word).replace(r"\-", "[- ]") for word in sorted({**values, **scales}, key=len, reverse=True)
    )
    run = rf"(?<!\w)(?:{either})(?:[ -]?(?:{tongue.joiners})?[ -]?(?:{either}))*+(?!\w)"
    part = rf"(?P<joiner>(?:{tongue.joiners})?[ -]?)(?P<word>{either})"
    pattern = re.compile(run, re.IGNORECASE), re.compile(part, re.IGNORECASE)
    return _Reader(values, scales, *pattern, frozenset(tongue.common.split()), frozenset(tongue.articles.split()))


_READERS = tuple(map(_reader, _TONGUES))


def other_spelled_numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number, in the language of which most of the text's letters are numbers."""
    found = [list(_numbers(text, reader)) for reader in _READERS]
    return iter(max(found, key=lambda each: sum(end - start for start, end, _ in each)))


def _numbers(text: str, reader: _Reader) -> Iterator[tuple[int, int, Decimal]]:
    words = frozenset(re.findall(r"[^\W\d_]+", text.casefold()))
    alone = _SIGN.sub("", text.strip(" \t\n.,;:!?*\"'«»“”"))
    at_home = bool(words & reader.common)
    for match in reader.run.finditer(text):
        run = match.group()
        if run == alone or ((at_home or len(run) >= _LONG) and run.casefold() not in reader.articles):
            yield from _parsed(match, reader)


def _parsed(match: re.Match[str], reader: _Reader) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers of a run of words: one, or several where a word cannot go on with those before it."""
    total = group = 0
    start = end = match.start()
    for part in reader.part.finditer(match.string, match.start(), match.end()):
        word = part["word"].casefold().replace(" ", "-")
        value, scale = reader.values.get(word), reader.scales.get(word, 0)
        if value is not None and not _goes_on(group, value):
            yield start, end, Decimal(total + group)
            total, group, start = 0, 0, part.start("word")
        if value is not None:
            group += value
        elif scale == 100:
            group = 100 * (group or 1) if group < 100 else group + 100
        else:
            total, group = total + max(group, 1) * scale, 0
        end = part.end()
    yield start, end, Decimal(total + group)


def _goes_on(group: int, value: int) -> bool:
    """Whether a value may follow in the same number: “hundred five”, “forty two”, “two and forty”, “sixty ten”."""
    rest = group % 100
    return (
        group == 0
        or (rest == 0 and value < 100)
        or (rest >= 20 and rest % 10 == 0 and 0 < value < 10)
        or (0 < rest < 10 and 20 <= value < 100 and value % 10 == 0)
        or (rest in {60, 80} and 10 <= value < 20)
    )
