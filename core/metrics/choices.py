"""The option chosen in a reply of a multiple-choice task."""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from core.metrics.announcing import announced, confirmed, headed
from core.metrics.cleaning import first_line, folded
from core.metrics.label_names import label_names
from core.metrics.labels import asserted, read_label
from core.metrics.languages import CHOOSING
from core.metrics.options import ALPHABET, by_letter, mark_of, options_in, uncircled
from core.metrics.scripts import SUFFIX, UNSPACED, narrow

_SPACED = rf"[^\W{UNSPACED}]"
_SMALL_WORDS = frozenset("aiyeou")
_NO_WORD = re.compile(r"\W+")
_WORD_FOLLOWS = re.compile(r" (?!(?:or|and|is|because|since|as)\b)[a-z]")
_LIST_WORDS = r"\s{0,3}(?:,|/|&|、|\band\b|\bor\b|\bto\b|-|–|和|与|或|または|또는)\s{0,3}[(\[（]?"
_DENIAL = re.compile(
    r"[)\]）]?\s{0,3}(?:选项|選項)?(?:(?:is|are|was)(?:n't|n’t)?\s(?:not\b|wrong|incorrect|false|impossible"
    r"|implausible|out\b)"
    r"|不对|不正确|错误|错|不是|ではな|じゃな|이 아니|가 아니|ist (?:nicht|falsch)|n'est pas|no es\b|não é"
    r"|неверн|не )",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bnot|n't|n’t|\bnicht|\bpas|\bне|\bno|\bnão|不是|不选|并非|非)(?: (?:option|choice))? ?[(\[（\"']?\Z", re.I
)
_NAMED = re.compile(
    r"(?:\b(?:option|choice|letter|opción|opção|вариант|buchstabe|lettre|letra|lettera|विकल्प|الخيار)|选项"
    r"|選項|選択肢|보기)[ \t]{0,2}[(\[（\"']?$",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"^[ \t|*(-]{0,6}(?P<mark>[A-Z]|\d{1,2})[)\]|.:* \t]{1,6}(?:[^\n|:]{0,60}[|:–—-])?[ \t*]{0,3}"
    r"(?:(?P<right>true|correct|right|yes|richtig|wahr|vrai|juste"
    r"|verdadero|correcto|correta?|vero|верно|да|正确|对|✓|✔|✅)"
    r"|false|incorrect|wrong|no|falsch|faux|falso|incorrecto|errad[ao]|неверно|нет|错误|错|不正确|✗|✘|❌|×)"
    r"[ \t|*.]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says of an option whether it is right."""

_TICKED = re.compile(r"(?<!\w)(?P<mark>[A-Z]|\d)[).:]?[ \t]{0,3}(?:(?P<right>[✓✔✅☑])|[✗✘❌☐])")


def read_choice(text: str, labels: Sequence[str], question: str = "") -> str | None:
    """The option that a cleaned reply chooses: the contract's label if there is one for it, else its mark as a capital.

    In this order: the whole reply; its first line; what an announcement ("answer …", "I choose …", "it is …", "… is the
    correct answer") names; a mark that the reply starts with; the last bracketed mark; the last "B)"; the last lone
    capital; the text of exactly one of the question's options. "A" and "I" as words are no marks, and marks that are no
    option do not count. A small letter counts where it is announced, named ("option b"), closed ("b)") or alone.
    """
    known = by_letter(labels)
    if labels and not known:
        return read_label(text, labels)
    options = options_in(question)
    marks = frozenset(known) if known and not known.keys() & options.keys() else frozenset(options or known or ALPHABET)
    text = uncircled(narrow(text))
    mark = _Reader(marks, options).read(text)
    if mark is None and not known and options and marks.isdisjoint(ALPHABET[:2]):
        mark = _Reader(frozenset(ALPHABET), {}).read(text)  # options marked otherwise than answers: "II." and "B"
    return None if mark is None else known.get(mark, mark)


def option_letter(answer: str) -> str:
    """The mark of an answer such as "(B)", "B" or "b.", else the answer folded: for comparing."""
    return mark_of(answer) or folded(answer)


class _Reader:
    """Finds the marks of one question in a text."""

    def __init__(self, marks: frozenset[str], options: Mapping[str, str]) -> None:
        self.marks = marks
        self.options = options
        either = "|".join(sorted(marks, key=lambda mark: (-len(mark), mark)))  # one order: compiled patterns are kept
        any_case = f"(?i:{either})"
        self.bracketed = re.compile(rf"[(\[（]\s?({any_case})\s?[)\]）]")
        self.closed = re.compile(rf"(?<!{_SPACED})(?<![(\[])({either})(?:[)）]|[.:：、](?=\s|$|[{UNSPACED}]))")
        self.lone = re.compile(rf"(?<!{_SPACED})(?<!['’.])({either})(?!{_SPACED})(?!['’](?!{SUFFIX})[a-z])(?!\.\d)")
        self.small = re.compile(rf"[\"'“‘*( ]{{0,3}}({any_case})(?!{_SPACED})(?!['’](?!{SUFFIX}))")
        self.named = re.compile(
            rf"(?:\b(?:option|choice|letter|opción|opção|вариант|lettre|letra|विकल्प)|选项|選項|選択肢"
            rf"|보기)[ \t]{{0,2}}[(\[（\"']?"
            rf"({any_case})(?!{_SPACED})",
            re.IGNORECASE,
        )
        self.told = re.compile(
            rf"\b(?:it(?:['’]s| is| must be| has to be)|therefore|thus|hence|so)[,:]? {{1,2}}[(\[\"'*]{{0,3}}({either})"
            rf"(?!{_SPACED})(?!['’.]\w)",
            re.IGNORECASE,
        )
        self.listed = re.compile(rf"{_LIST_WORDS}(?:{either})(?!{_SPACED})")

    def read(self, text: str) -> str | None:
        whole = mark_of(text)
        if whole in self.marks:
            return whole
        plain = folded(text)
        spelled = next((mark for mark, option in self.options.items() if plain == option), None)
        if spelled is not None:
            return spelled
        line = mark_of(first_line(text))
        if line in self.marks and headed(text) is None:
            return line
        return (
            self._verdicts(text)
            or self._said(text)
            or self._leading(text)
            or self._last_mark(text)
            or self._by_text(text)
            or self._small_at_end(text.rstrip(" .!\"'*\n"))
        )

    def _said(self, text: str) -> str | None:
        """What is announced, chosen or confirmed."""
        chosen = [match.end() for match in CHOOSING.finditer(text)][-4:]
        for tail in (*announced(text), *(text[end:].strip() for end in reversed(chosen))):
            mark = self._announced(tail)
            if mark is not None:
                return mark
        for match in reversed([*self.told.finditer(text)][-4:]):
            mark = match.group(1)
            if mark.isupper() and not self._is_word(mark, match.end(1), text) and not _DENIAL.match(text, match.end(1)):
                return mark
        before = confirmed(text)
        return (self._last(self._all(before)) or self._small_at_end(before)) if before else None

    def _verdicts(self, text: str) -> str | None:
        """The one option that is right where lines say of each whether it is ("A: false")."""
        given = [*_VERDICT.finditer(text)] or _TICKED.finditer(text)
        found = [(match["mark"].upper(), match["right"] is not None) for match in given]
        right = [mark for mark, is_right in found if is_right and mark in self.marks]
        return (
            right[0] if len(found) > 1 and len(right) == 1 and len({mark for mark, _ in found}) == len(found) else None
        )

    def _announced(self, tail: str) -> str | None:
        """The mark of an announcement: what it begins with, in small or in capitals; else the first in its line."""
        line = first_line(tail)
        begins = self.small.match(line)
        if begins and not self._is_word(begins.group(1), begins.end(1), line) and not self._is_small_word(begins, line):
            return begins.group(1).upper()
        named = self.named.search(line)
        if named and not _DENIED.search(line[: named.start(1)]):
            return named.group(1).upper()
        return next(self._all(line), None) or self._by_text(line) or next(self._all(tail), None)

    def _all(self, text: str) -> Iterator[str]:
        """Marks in order: bracketed, closed by a bracket or stop, or alone; none that is denied."""
        found: list[tuple[int, str]] = []
        for pattern in (self.bracketed, self.closed, self.lone):
            found += ((match.start(1), match.group(1).upper()) for match in self._real(pattern, text))
        yield from (mark for _, mark in sorted(set(found)))

    def _real(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        for match in pattern.finditer(text):
            if pattern is self.lone and self._is_word(match.group(1), match.end(), text):
                continue
            if not _DENIED.search(text[max(0, match.start() - 16) : match.start()]):
                yield match

    def _leading(self, text: str) -> str | None:
        """The mark that the reply starts with, unless it begins a list of options or is denied."""
        small = re.match(
            rf"[ \t\"'“‘]{{0,3}}({'|'.join(map(re.escape, self.marks))})[).:：、](?=\s|$)", text, re.IGNORECASE
        )
        for match in (
            small,
            *(next(self._real(each, text), None) for each in (self.bracketed, self.closed, self.lone)),
        ):
            if match is not None and not text[: match.start(1)].strip(" \"'“‘([（"):
                rest = text[match.end(1) :].lstrip(")]）")
                return None if self.listed.match(rest) or _DENIAL.match(rest) else match.group(1).upper()
        named = self.named.match(text.lstrip(" \"'“‘"))
        return named.group(1).upper() if named and not _DENIAL.match(text.lstrip(" \"'“‘"), named.end()) else None

    def _last_mark(self, text: str) -> str | None:
        """The last mark of the strongest form there is; none if it only closes a list of options ("(A) or (B)")."""
        for pattern in (self.bracketed, self.closed, self.lone, self.named):
            found = deque(
                (each for each in self._real(pattern, text) if not _DENIAL.match(text, each.end(1))), maxlen=2
            )
            if found:
                listed = self.listed.match(text, found[0].end()) if len(found) == 2 else None
                different = found[0].group(1).upper() != found[-1].group(1).upper()
                return None if listed and different and listed.end() >= found[-1].end(1) else found[-1].group(1).upper()
        return None

    def _small_at_end(self, before: str) -> str | None:
        """A small letter at the end of a text, unless it is a word."""
        letters = "".join(mark.lower() for mark in self.marks if len(mark) == 1)
        match = re.search(rf"(?<!{_SPACED})([{letters}])[)\]）\"']{{0,2}}$", before) if letters else None
        return match.group(1).upper() if match and match.group(1) not in _SMALL_WORDS else None

    def _by_text(self, text: str) -> str | None:
        """The one option whose text occurs as whole words in the reply; of options inside each other the longest."""
        within = _words(text)
        spelled = {mark: _words(option) for mark, option in self.options.items()}
        named = [mark for mark, words in spelled.items() if words.strip() and words in within]
        longest = [a for a in named if not any(a != b and spelled[a] in spelled[b] for b in named)]
        if len(longest) < 2:
            return longest[0] if longest else None
        names = label_names(tuple(self.options[mark] for mark in longest))
        said = set(asserted(text, names))
        return next(mark for mark in longest if self.options[mark] in said) if len(said) == 1 else None

    @staticmethod
    def _last(marks: Iterator[str]) -> str | None:
        return next(iter(deque(marks, maxlen=1)), None)

    @staticmethod
    def _is_word(mark: str, end: int, text: str) -> bool:
        """Whether a lone capital is the article "A" or the pronoun "I"."""
        return mark in {"A", "I"} and _WORD_FOLLOWS.match(text, end) is not None

    @staticmethod
    def _is_small_word(match: re.Match[str], line: str) -> bool:
        """Whether a small letter that begins an announcement is a word of a sentence ("a film", "y", "e")."""
        letter = match.group(1)
        return letter.islower() and re.match(r" \w", line[match.end(1) :]) is not None


def _words(text: str) -> str:
    """The words with one space around each, for finding whole words."""
    return f" {_NO_WORD.sub(' ', folded(text)).strip()} "
