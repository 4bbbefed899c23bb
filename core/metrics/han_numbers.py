"""Numbers in Chinese characters, as in Chinese and Japanese, and in Sino-Korean syllables."""

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("两兩壹贰貳叁參肆伍陆陸柒捌玖", (2, 2, 1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9), strict=True)),
    **dict(zip("영공일이삼사오육칠팔구", (0, *range(10)), strict=True)),
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "십": 10, "백": 100, "천": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8}
_HAN = "〇零一二三四五六七八九两兩壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億"
_RUN = re.compile(rf"(?:百分之)?(?P<whole>[{_HAN}]{{1,30}})(?:[点點](?P<part>[〇零一二三四五六七八九]{{1,20}}))?")
_NO_COUNT = re.compile("[共起样樣般定些直旦切致种種方边面部下会會样向律度时時分]|番|緒|つずつ")
_KOREAN = re.compile(
    r"[ \t]{0,3}(?P<whole>[영공일이삼사오육칠팔구십백천만억]{1,20})(?:개|명|원|살|번|마리|권|입니다|이다"
    r"|예요|이에요|[.!。 \t])*"
)


def han_numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number. Words that only begin like one (一共, 一起) are none; Korean syllables,
    which are also common endings, are a number only if there is nothing else."""
    for match in _RUN.finditer(text):
        whole = match["whole"]
        if whole in {"一", "万", "千", "百", "十"} and _NO_COUNT.match(text, match.end()):
            continue
        value = _value(whole)
        if value is not None:
            part = "".join(str(_DIGITS[digit]) for digit in match["part"] or "")
            yield match.start(), match.end(), Decimal(f"{value}.{part}" if part else value)
    korean = _KOREAN.fullmatch(text)
    if korean is not None and (value := _value(korean["whole"])) is not None:
        yield korean.start("whole"), korean.end("whole"), Decimal(value)


def _value(run: str) -> int | None:
    """The value of a run of characters; digits alone are read one by one (二〇二四)."""
    if len(run) > 1 and all(character in _DIGITS for character in run):
        return int("".join(str(_DIGITS[character]) for character in run))
    total = part = digit = 0
    for character in run:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            part += (digit or 1) * _TENS[character]
            digit = 0
        else:
            total += ((part + digit) or 1) * _MYRIADS[character] if total < _MYRIADS[character] else 0
            part = digit = 0
    return total + part + digit
