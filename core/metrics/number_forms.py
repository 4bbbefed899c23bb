"""Numbers as people and models write them: separators of every locale, signs, fractions, powers of ten, multipliers."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.metrics.han_numbers import han_numbers
from core.metrics.number_words import halves, spelled_numbers
from core.metrics.other_number_words import other_spelled_numbers
from core.metrics.scripts import ENDS, STARTS, UNSPACED, narrow

_SPACES = "'’_\u00a0\u2007\u2009\u202f"
_SCALES = (
    (10**12, "trillions?|billionen?|billón|billones|trilhão|трлн|兆|조"),
    (10**9, "billions?|bn|milliarden?|mrd\\.?|milliards?|miliardi?|bilhão|bilhões|миллиард[а-я]*|млрд|مليار|अरब"),
    (10**6, "millions?|mn|mln|mio\\.?|millionen|millones|millón|milhão|milhões|milioni?|миллион[а-я]*|млн|مليون"),
    (10**3, "thousands?|tausend|mille|mil|тысяч[а-я]?|тыс\\.?|千|천|ألف|हज़ार|हजार"),
    (10**8, "亿|億|억"),
    (10**4, "万|萬|만"),
    (10**5, "lakhs?|lacs?|लाख"),
    (10**7, "crores?|करोड़"),
    (12, "dozens?|dutzend"),
    (100, "hundreds?|hundert|百|백"),
)
_WORDS = [(factor, word) for factor, words in _SCALES for word in words.split("|")]
_OF_WORDS = [(factor, word) for factor, word in _WORDS if not re.match(f"[{UNSPACED}]", word)]
_OF_SIGNS = [(factor, word) for factor, word in _WORDS if re.match(f"[{UNSPACED}]", word)]
_FACTORS = [factor for factor, _ in (*_OF_WORDS, *_OF_SIGNS)]
_MULTIPLIER = re.compile(
    rf"[ \t\u00a0\u202f]?(?:(?:{'|'.join(f'({word})' for _, word in _OF_WORDS)}){ENDS}"
    rf"|{'|'.join(f'({word})' for _, word in _OF_SIGNS)})",
    re.IGNORECASE,
)
"""Words end where a word ends; characters of scripts without spaces anywhere."""

_LETTERS = re.compile(r"(?:[kK]|M|B|bn|mn)(?![\w/²³])")
_BY_LETTER = {"k": 10**3, "m": 10**6, "b": 10**9, "bn": 10**9, "mn": 10**6}
_MINUS_WORD = re.compile(
    r"(?:\b(?:minus|negative|moins|menos|meno|минус)|负|負|零下|マイナス|마이너스|영하|سالب|ऋण)[ \t]{0,2}$",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"(?:{STARTS}|(?<=Rs)|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=INR)|(?<=CNY)|(?<=RMB))(?<!\d[.])(?<![.]\d)"
    r"(?P<sign>[-−–]?)[ \t]?[$€£¥₹₽₩₺]?[ \t]?(?P<minus>[-−]?)"
    rf"(?P<body>\d{{1,3}}(?: \d{{3}})++(?:[.,]\d++)?(?![\d{_SPACES}])|\d++(?:[.,{_SPACES}]\d++)*+|(?<!\w)\.\d++)"
    r"(?P<exponent>[eE][-+]?\d{1,3}(?!\w))?(?![eE][-+]?\d)"
    r"(?:[ \t]?/[ \t]?(?P<divisor>\d{1,12})(?![\d/]))?"
)
_GROUPS = re.compile(f"[ {_SPACES}]")
_FRACTION = re.compile(r"\\[dtc]?frac\s?\{(\d{1,12})\}\s?\{(\d{1,12})\}|\\[dt]?frac(\d)(\d)")
_TEX_SPACE = re.compile(r"(?<=\d)(?:\\[,;:! ]|~|\{,\}|\\thinspace )(?=\d)")
_TEX_MARK = re.compile(r"\\(?:left|right|displaystyle|,|;|!)|\\(?=[$%€£&#_])")
_POWER = re.compile(
    r"(?<=\d)[ \t]{0,2}(?:\\times|\\cdot|×|⋅|·|\*|x)[ \t]{0,2}10[ \t]?(?:\^[ \t]?\{?[ \t]?|\*\*|(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]))"
    r"(?P<power>[-−+]?\d{1,3}|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\}?"
)
_ONE_POWER = re.compile(r"(?<![\w.,^])10(?:\^\{?(?P<power>[-−]?\d{1,3})\}?|(?P<raised>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![\w^])")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_VULGAR = re.compile("(\\d?)[ \t]?([¼-¾⅐-⅞])")
_AND_CENTS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+) (?:dollars?|euros?|pounds?) (?:and |und |et |y |e )?(\d{1,2}) "
    r"(?:cents?|pence|céntimos|centimes|centavos)\b",
    re.IGNORECASE,
)
_NO_CENTS = re.compile(r"(?<=\d)[.,][-–—]{1,2}(?![\d.,])")
_UNIT_POWER = re.compile(r"(?<=\d)(\s?(?:[kcmdµ]?m|in|ft|yd|mi|s|px)\s?)\^\s?\{?[23]\}?(?!\w)")
_BELOW = re.compile(
    r"[ \t]{0,2}(?:°|degrees?|deg|grad|degrés?|grados?|graus|gradi|градус\w{0,3})?[ \t]?[CF]?[ \t]{0,2}"
    r"(?:below zero|under zero|unter null|sous zéro|au-dessous de zéro|bajo cero|abaixo de zero|sotto zero|ниже нуля)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 60


class FoundNumber(NamedTuple):
    """A number and where it stands in the text."""

    start: int
    end: int
    value: Decimal


def plain_numbers(text: str) -> str:
    """A text with LaTeX, powers of ten, vulgar fractions and digits of other widths in one way of writing."""
    text = narrow(text)
    if "\\" in text or "{" in text:
        text = _TEX_SPACE.sub(lambda match: "," if match.group() == "{,}" else "\u2009", text)
        text = _FRACTION.sub(lambda match: f" {match[1] or match[3]}/{match[2] or match[4]}", text)
    text = _POWER.sub(lambda match: f"e{match['power'].translate(_RAISED)}", text)
    text = _ONE_POWER.sub(lambda match: f"1e{(match['power'] or match['raised']).translate(_RAISED)}", text)
    text = _TEX_MARK.sub("", text)
    text = _NO_CENTS.sub(lambda match: f"{match.group()[0]}00", text)
    text = _UNIT_POWER.sub(r"\1", text)
    text = _VULGAR.sub(lambda match: f"{match[1]} {unicodedata.normalize('NFKC', match[2])}", text)
    text = _AND_CENTS.sub(lambda match: f"{match[1]}.{match[2]:0>2}", text)
    return text.replace("⁄", "/")


def find_numbers(text: str, *, comma: bool = False) -> list[FoundNumber]:
    """Every number of a plain text, in order; those in words only if there are no digits.

    With `comma`, the comma is the decimal sign where a number could be read both ways ("1.234" is then 1234).
    """
    found: list[FoundNumber] = []
    for match in _TOKEN.finditer(text):
        for value in _values(match, comma=comma):
            found.append(_joined(found, FoundNumber(match.start(), match.end(), value), match, text))
        if found and found[-1].end == match.end():
            found[-1] = _in_words(found[-1], text)
            _add_up(found, text)
    return found or list(_spelled(text))


def written(value: Decimal) -> str:
    """One way of writing for one value: no exponent, no zeros at the end."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _spelled(text: str) -> Iterator[FoundNumber]:
    half = halves(text)
    if half is not None:
        yield FoundNumber(0, len(text), half)
        return
    spelled = [*spelled_numbers(text), *han_numbers(text)] or list(other_spelled_numbers(text))
    for start, end, value in sorted(spelled, key=lambda each: each[0]):
        minus = _MINUS_WORD.search(text, max(0, start - 12), start)
        yield FoundNumber(minus.start() if minus else start, end, -value if minus else value)


def _in_words(found: FoundNumber, text: str) -> FoundNumber:
    """With the sign before it and the multiplier behind it where they are words: "minus 2.5 million"."""
    start, end, value = found
    minus = _MINUS_WORD.search(text, max(0, start - 12), start)
    if minus is not None and value > 0:
        start, value = minus.start(), -value
    while (match := _MULTIPLIER.match(text, end)) is not None and match.lastindex is not None:
        value *= _FACTORS[match.lastindex - 1]
        end = match.end()
    below = _BELOW.match(text, end)
    if below is not None and value > 0:
        value, end = -value, below.end()
    letters = _LETTERS.match(text, end)
    if letters is not None and end == found.end:
        value *= _BY_LETTER[letters.group().lower()]
        end = letters.end()
    return FoundNumber(start, end, value)


def _add_up(found: list[FoundNumber], text: str) -> None:
    """ "3万5千" is one number: a smaller part right behind a larger one."""
    if len(found) > 1 and found[-2].end == found[-1].start and text[found[-2].end - 1] in "万萬만亿億억千천":
        last, before = found.pop(), found.pop()
        found.append(FoundNumber(before.start, last.end, before.value + last.value))


def _values(match: re.Match[str], *, comma: bool) -> list[Decimal]:
    negative = bool(match["sign"]) != bool(match["minus"])
    body, divisor = match["body"], match["divisor"]
    if len(body) > _LONGEST:
        return []
    values = [Decimal(part) for part in _decimals(body, comma=comma)]
    if match["exponent"] and len(values) == 1:
        values[0] = values[0].scaleb(int(match["exponent"][1:]))
        if len(written(values[0])) > _LONGEST:  # nobody's answer, and written out it would not be read again
            return []
    if divisor and values:
        if int(divisor) == 0:
            return []
        values[-1] /= Decimal(divisor)
    if negative and values:
        values[0] = -values[0]
    return values


def _decimals(body: str, *, comma: bool) -> list[str]:
    """A run of digits, stops and commas as decimals: usually one, several for "1,2,3", none for a date or version."""
    if _GROUPS.search(body):
        groups = _GROUPS.split(body)
        rest = groups[1:]
        body = "".join(groups) if all(len(re.split("[.,]", group)[0]) == 3 for group in rest) else groups[-1]
        if re.fullmatch(r"\d+[.,]\d+", body):  # what parts thousands is a space: the mark is the decimal one
            return [body.replace(",", ".")]
    last_comma, last_stop = body.rfind(","), body.rfind(".")
    if last_comma >= 0 and last_stop >= 0:
        decimal = body[max(last_comma, last_stop)]
        thousands = "," if decimal == "." else "."
        return [body.replace(thousands, "").replace(",", ".")] if body.count(decimal) == 1 else []
    if last_comma >= 0:
        return _with_commas(body, comma=comma)
    if body.count(".") > 1 or (comma and last_stop >= 0):
        return [body.replace(".", "")] if _grouped(body.split(".")) else [body] if body.count(".") == 1 else []
    return [body]


def _with_commas(body: str, *, comma: bool) -> list[str]:
    parts = body.split(",")
    if _grouped(parts) and not (comma and len(parts) == 2):
        return ["".join(parts)]
    return [body.replace(",", ".")] if len(parts) == 2 else parts


def _grouped(parts: list[str]) -> bool:
    """Whether the parts are thousands: 1,234,567, or as in India 12,34,567."""
    if not 1 <= len(parts[0]) <= 3 or parts[0] == "0" or len(parts[-1]) != 3:
        return False
    middle = {len(part) for part in parts[1:-1]}
    return middle <= {3} or (middle == {2} and len(parts[0]) <= 2)


def _joined(before: list[FoundNumber], this: FoundNumber, match: re.Match[str], text: str) -> FoundNumber:
    """A whole number and a fraction are one number: "3 1/2"."""
    if not before or match["divisor"] is None or text[before[-1].end : this.start] not in {" ", ""}:
        return this
    whole = before[-1]
    mixed = whole.value == whole.value.to_integral_value() and not match["sign"] and abs(this.value) < 1
    if not mixed or text[whole.end : match.start("body")].strip(" ") or whole.end == match.start("body"):
        return this
    before.pop()
    return FoundNumber(whole.start, this.end, whole.value + this.value.copy_sign(whole.value))
