"""Screens before rows are paid for: pieces of the question, fragments, texts beside the point, near duplicates.

Each is a rule of thumb that lets a doubtful text through: a good prompt that is refused is lost, a bad one costs rows.
The rules on sentences and subjects know English only, and never judge a text that is not clearly English.
"""

import re
from collections.abc import Iterable

from core.domain.prompt import Prompt
from core.lab.proposing.languages import is_english

ECHOED = 6
"""So many words in a row that a prompt shares with the question, and with nothing that the person wrote, are its."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEAD = re.compile(r"^[ \t]*([A-Z][a-z]+(?: [a-z]+){0,2}):(?=\s|$)", re.MULTILINE)
_LEFT_OPEN = re.compile(r"(?:[,(\[{«„/&]|\b(?:a|an|and|but|its|my|nor|or|our|the|their|your))\s*\Z", re.IGNORECASE)
_SLOT = re.compile(
    r"(?<![{\w])\{\s*[A-Za-z_]+\s*\}(?!\})|\[(?:insert|your|the|input|text|name|label)\b[^\]\n]*\]", re.IGNORECASE
)
_COMMENT = re.compile(
    r"\b(?:this|the|that|your|my|our|these|those|original|previous|new|rewritten) (?:\w+ )?(?:instruction|prompt)s?\b"
    r"|\A\W*(?:sure|certainly|of course|thank you|here (?:is|are)|i am|i'm|i can|i cannot|i understand|as an ai"
    r"|i'd be happy|i apologi[sz]e|the answer is|this is (?:a|an|the) (?:question|sentence|statement|language|text))\b"
    r"|\b(?:as a|i am a|i'm a) (?:large )?language model\b"
    r"|\bai (?:assistant|named|called|trained|developed|created|built)\b"
    r"|\b(?:assistant|chatbot|model),? (?:named|called|(?:trained|developed|created|made) by)\b"
)
_FEWEST_LETTERS = 4
_SHORT = 12
"""Words up to which an English text without a verb is a headline."""
_FEWEST_WORDS = 6
"""Words from which on an English text that says nothing of its task is about something else."""
_DROPPED = frozenset({"a", "an", "the", "please"})

_VERBS = frozenset(
    """add analyse analyze answer apply ask assess assign be begin break calculate can categorise categorize change
    check choose classify compare complete compute consider convert correct count decide describe detect
    determine do does evaluate examine explain express extract fill filter find finish fix focus follow format
    generate get give go group guess has have help identify ignore imagine indicate infer interpret is are was
    were judge keep label leave let list locate look make map mark match mention must name need note organize
    output paraphrase parse pick place predict print produce provide put quote rank rate read recognise
    recognize remove reorder repeat replace reply report respond return rewrite rate say scan score select
    sentence separate should show simplify solve sort spell split start state summarise summarize tag take tell
    think transform translate try turn use want will would write""".split()  # noqa: SIM905 - a word list reads better as text
)
_ABOUT_TASKS = frozenset(
    """answer answers below category categories choice class classes classify decide describe determine example
    examples expected following given identify input inputs instruction label labels letter line number option
    options output phrase question questions read reply respond response rewrite select sentence sentences task
    text texts topic word words write choose pick message messages statement passage paragraph document item
    items""".split()  # noqa: SIM905 - a word list reads better as text
)
_OUTER = ".,;:!?\"'“”„‘’«»()[]*`。，；：！？"
_ENDINGS = ("ing", "ies", "ed", "es", "s", "ly", "e")


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word.casefold() for word in _WORD.findall(text)]


def grams(text: str, n: int) -> set[str]:
    """Every `n` words in a row."""
    found = words(text)
    return {" ".join(found[i : i + n]) for i in range(len(found) - n + 1)}


def repeats_question(text: str, question: str, allowed: Iterable[str]) -> bool:
    """Whether a text holds a piece of the question that stands in nothing `allowed`: its words, or one of its heads."""
    own = "\n".join(allowed)
    if grams(text, ECHOED) & (grams(question, ECHOED) - grams(own, ECHOED)):
        return True
    heads = set(_HEAD.findall(question)) - set(_HEAD.findall(own))
    return any(head in heads for head in _HEAD.findall(text))


def is_fragment(text: str, labels: Iterable[str] = ()) -> bool:
    """Whether a text is no whole sentence: hardly a word, left open at its end, or a headline."""
    if sum(letter.isalpha() for letter in text) < _FEWEST_LETTERS and not any(ord(letter) > 0x2E80 for letter in text):
        return True
    if _LEFT_OPEN.search(text):
        return True
    found = words(text)
    if not is_english(text) or len(found) > _SHORT or "?" in text:
        return False
    named = sum(label.casefold() in text.casefold() for label in labels)
    return named < 2 and not any(_is_verb(word) for word in found)


def is_beside_the_point(text: str, about: str) -> bool:
    """Whether an English text shares no word with what is known of the task, and none that instructions are made of."""
    if not is_english(text) or len(words(text)) < _FEWEST_WORDS:
        return False
    known = {_stem(word) for word in words(about) if len(word) > 3} | {_stem(word) for word in _ABOUT_TASKS}
    return known.isdisjoint(map(_stem, words(text)))


def is_comment(text: str, own: str) -> bool:
    """Whether a text speaks about the instruction or about its writer instead of giving an instruction.

    Small models that are asked to rewrite often explain or introduce themselves. `own`: what the person wrote, which
    may speak so.
    """
    return any(match not in own.casefold() for match in _COMMENT.findall(text.casefold()))


def invents_slot(text: str, allowed: str) -> bool:
    """Whether a text has a gap to be filled in that nobody fills: “{text}”, “[your answer]”."""
    return any(match not in allowed for match in _SLOT.findall(text))


def near_key(prompt: Prompt) -> str:
    """Equal for prompts that differ in case, outer punctuation, articles, politeness and endings of words only.

    What is written in capitals or with signs inside stays as it is: it may be a format (“YES”, “YYYY-MM-DD”).
    """
    kept = filter(None, map(_plain, prompt.text.split()))
    shown = "\1".join(f"{one.input}\2{one.output}" for one in prompt.demonstrations)
    return f"{' '.join(kept)}\0{shown}"


def _plain(token: str) -> str:
    bare = token.strip(_OUTER)
    if not bare.isalpha() or (bare.isupper() and len(bare) > 1):
        return bare
    word = bare.casefold()
    return "" if word in _DROPPED else _stem(word)


def _is_verb(word: str) -> bool:
    forms = (word.removesuffix(ending) for ending in ("", "s", "es", "d", "ed", "ing"))
    return not _VERBS.isdisjoint(forms) or (word.endswith(("ing", "ies", "ed")) and _stem(word) in _STEMS)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_STEMS = frozenset(map(_stem, _VERBS))
