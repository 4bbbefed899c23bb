"""The option chosen in a reply of a multiple-choice task."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from core.metrics.cleaning import announced, confirmed, first_line, folded
from core.metrics.labels import read_label

_OPTION_LINE = re.compile(r"^[ \t]{0,8}[-*]?[ \t]?\(?([A-Z])[).:][ \t]{1,4}(\S[^\n]*)$", re.MULTILINE)
_LETTER_LABEL = re.compile(r"\(?([A-Za-z])\)?\.?")
_BRACKETED = re.compile(r"[(\[（]\s?([A-Za-z])\s?[)\]）]")
_CLOSED = re.compile(r"(?<![\w(\[])([A-Z])(?:\)|[.:](?=\s|$))")
_LONE = re.compile(r"(?<![\w'’])([A-Z])(?![\w'’])")
_CHOSEN = re.compile(
    r"\b(?:choose|chose|choosing|pick|picking|select|selecting|selected|go with|going with|opt for)\b"
    r"(?: (?:the|option|choice|answer|letter)){0,2}[ \t]{0,3}:?",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"\W+")
_WORD_FOLLOWS = re.compile(r" (?!(?:or|and|is|because|since|as)\b)[a-z]")
_LIST_WORDS = re.compile(r"\s{0,3}(?:,|/|&|\band\b|\bor\b|\bto\b|-|–)\s{0,3}[(\[]?[A-Z]\b")
_DENIAL = re.compile(
    r"\s{0,3}(?:is|are|was)(?:n't|n’t)?\s(?:not\b|wrong|incorrect|false|impossible|implausible)", re.IGNORECASE
)


def read_choice(text: str, labels: Sequence[str], question: str = "") -> str | None:
    """The option that a cleaned reply chooses: the contract's label if there is one for it, else its capital letter.

    In this order: what an announcement ("answer …", "I choose …", "… is the correct answer") names; a marker that the
    reply starts with; the last bracketed letter; the last "B)"; the last lone capital; the text of exactly one of the
    question's options. "A" and "I" as words are no letters, and letters that are no option do not count.
    """
    by_letter = _by_letter(labels)
    if labels and not by_letter:
        return read_label(text, labels)
    options = {letter: folded(option) for letter, option in _OPTION_LINE.findall(question)}
    allowed = frozenset(options or by_letter or "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = _chosen(text, allowed, options)
    return None if letter is None else by_letter.get(letter, letter)


def option_letter(answer: str) -> str:
    """The letter of an answer such as "(B)", "B" or "b.", else the answer folded: for comparing."""
    match = _LETTER_LABEL.fullmatch(answer.strip())
    return match.group(1).upper() if match else folded(answer)


def _by_letter(labels: Sequence[str]) -> dict[str, str]:
    """Labels by their letter, or nothing if most of them are not letters."""
    matches = [(match.group(1).upper(), label) for label in labels if (match := _LETTER_LABEL.fullmatch(label.strip()))]
    return dict(matches) if 2 * len(matches) > len(labels) else {}


def _chosen(text: str, allowed: frozenset[str], options: dict[str, str]) -> str | None:
    whole = _LETTER_LABEL.fullmatch(text.strip())
    if whole and whole.group(1).upper() in allowed:
        return whole.group(1).upper()
    named = next((option for option in options if folded(text) == options[option]), None)
    if named is not None:
        return named
    for tail in _announcements(text):
        letter = next(_markers(tail, allowed), None) or _by_text(first_line(tail), options)
        if letter is not None:
            return letter
    before = confirmed(text)
    confirmed_letter = _last(_markers(before, allowed)) if before else None
    return confirmed_letter or _leading(text, allowed) or _last_marker(text, allowed) or _by_text(text, options)


def _announcements(text: str) -> list[str]:
    chosen = [match.end() for match in _CHOSEN.finditer(text)]
    return [*announced(text), *(text[end:].strip() for end in reversed(chosen[-4:]))]


def _markers(text: str, allowed: frozenset[str]) -> Iterator[str]:
    """Letters that stand for options in order: bracketed, closed by a bracket or stop, or alone."""
    found: list[tuple[int, str]] = []
    for pattern in (_BRACKETED, _CLOSED, _LONE):
        found += ((match.start(1), match.group(1).upper()) for match in _real(pattern, text, allowed))
    yield from (letter for _, letter in sorted(set(found)))


def _real(pattern: re.Pattern[str], text: str, allowed: frozenset[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if match.group(1).upper() in allowed and not (pattern is _LONE and _is_word(match, text)):
            yield match


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether a lone capital is the article "A" or the pronoun "I"."""
    return match.group(1) in "AI" and _WORD_FOLLOWS.match(text, match.end()) is not None


def _leading(text: str, allowed: frozenset[str]) -> str | None:
    """The marker that the reply starts with, unless it begins a list of options or is denied."""
    for pattern in (_BRACKETED, _CLOSED, _LONE):
        match = next(_real(pattern, text, allowed), None)
        if match is not None and not text[: match.start()].strip(" \"'“‘"):
            rest = text[match.end() :]
            return None if _LIST_WORDS.match(rest) or _DENIAL.match(rest) else match.group(1).upper()
    return None


def _last_marker(text: str, allowed: frozenset[str]) -> str | None:
    """The last marker of the strongest form there is; none if it only closes a list of options ("(A) or (B)")."""
    for pattern in (_BRACKETED, _CLOSED, _LONE):
        found = deque(_real(pattern, text, allowed), maxlen=2)
        if found:
            listed = _LIST_WORDS.match(text, found[0].end()) if len(found) == 2 else None
            different = found[0].group(1).upper() != found[-1].group(1).upper()
            return None if listed and different and listed.end() >= found[-1].end(1) else found[-1].group(1).upper()
    return None


def _last(letters: Iterator[str]) -> str | None:
    return next(iter(deque(letters, maxlen=1)), None)


def _by_text(text: str, options: dict[str, str]) -> str | None:
    """The one option whose text occurs as whole words in the reply; of options inside each other the longest."""
    within = _words(text)
    spelled = {letter: _words(option) for letter, option in options.items()}
    named = [letter for letter, option in spelled.items() if option.strip() and option in within]
    longest = [a for a in named if not any(a != b and spelled[a] in spelled[b] for b in named)]
    return longest[0] if len(longest) == 1 else None


def _words(text: str) -> str:
    """The words with one space around each, for finding whole words."""
    return f" {_NO_WORD.sub(' ', folded(text)).strip()} "
