"""The one set of guards that every text of the optimizer passes before it may cost a row.

Each guard says in one word why a text cannot be a prompt, and nothing if it can. What the person's own prompt or the
answer contract says is never held against a text. A wording of a model that a person chose is a proposal, not a fact:
small models solve an item instead of rewriting, copy rows, invent labels, and leave the language.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.domain.example import Example
from core.domain.task import Task
from core.lab.proposing import languages, screens

Guard = Callable[[str], str]
"""From a text to the reason why it cannot be a prompt; empty if it can."""

_GRAM = 5
"""So many words in a row that a prompt shares with a row are no coincidence."""
_COMMON_SHARE = 50
"""What stands in more than one of so many rows belongs to the task, not to single rows."""
_LONGEST_LABEL = 3
"""Words of the longest quotation that may be meant as a label."""
_LABELS_IN_A_LIST = 2
"""One label and another word may stand side by side in any sentence."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTE = (
    r"""(?:"[^"\n]{1,200}"|“[^“”\n]{1,200}”|„[^“”\n]{1,200}[“”]|«[^»\n]{1,200}»|`[^`\n]{1,200}`"""
    r"""|(?<!\w)['‘][^'‘’\n]{1,40}['’](?!\w))"""
)
_QUOTED = re.compile(_QUOTE)
_BETWEEN = r"\s*(?:,|/|\||;|，|、)?\s*(?:(?:or|and|oder|und|ou|et|o|y|или|и|或|和)\s*)?"
_QUOTED_LIST = re.compile(rf"{_QUOTE}(?:{_BETWEEN}{_QUOTE})+", re.IGNORECASE)
_JOINT = re.compile(r"(\s*(?:,\s*(?:or|and)\s|[,/|])\s*|\s+(?:or|and)\s+)", re.IGNORECASE)
_LIST = re.compile(rf"{_WORD.pattern}(?:{_JOINT.pattern}{_WORD.pattern})+", re.IGNORECASE)
_WEIGHT = {"CJK": 3, "HANGUL": 2}
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO"})
_MOST_FOREIGN = 0.3
"""The share of a script that stands nowhere in what the person wrote: a quoted word is less, a drift is more."""
_COMMON_ROWS = 3
"""A word in so many inputs may belong to a good prompt about them."""
_PIECES = re.compile(r"[\n,;]+")
_ANSWER_IS = re.compile(
    r"\A(?:(?:so |therefore |thus )?(?:the )?(?:correct |right |expected |final )?"
    r"(?:answer|label|category|class|output|result|choice)(?: is|:)|it is|this is)\s*:?\s*",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"\b(?:answer|reply|respond|output|return|label|classify|choose|pick)\b[^.!?\n\"“„«`]{0,40}$", re.IGNORECASE
)
_MARKS = re.compile(r'["“”`*]')


def guards_for(task: Task, own: Sequence[str]) -> tuple[Guard, ...]:
    """Every guard that a task calls for, given the texts that the person wrote."""
    contract, rows = task.contract, task.train
    allowed = "\n".join((*own, contract.instruction, *contract.labels))
    labels = (Labels.of(contract.labels, allowed),) if contract.labels else ()
    answers = AnswerGuard.of(rows, contract.labels)
    return (
        answers,
        Copies.of(rows, allowed),
        *labels,
        Script.of("\n".join(own), allowed),
        Sense.of(task, own, allowed),
    )


@dataclass(frozen=True, slots=True)
class AnswerGuard:
    """Refuses an answer where a prompt was asked for: the optimizer solved an item instead of rewriting."""

    known: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[Example], labels: Iterable[str]) -> "AnswerGuard":
        """The answers of the rows, and the labels."""
        texts = (*labels, *(answer for example in rows for answer in example.answers))
        return cls(frozenset(filter(None, map(_plain, texts))))

    def __call__(self, text: str) -> str:
        """“answer”, or nothing."""
        if _plain(text) in self.known:
            return "answer"
        pieces = (_plain(_ANSWER_IS.sub("", piece.strip())) for piece in _PIECES.split(text))
        said = set(filter(None, pieces))
        return "answer" if said and said <= self.known and "?" not in text else ""


@dataclass(frozen=True, slots=True)
class Copies:
    """Refuses what was copied from a row: five words in a row, or its answer in quotation marks.

    `words` are those of all rows, one row a line; what stands in them more than `most` times belongs to the task.
    """

    words: str
    most: int
    allowed: frozenset[str]
    answers: frozenset[str]

    @classmethod
    def of(cls, rows: Sequence[Example], allowed: str) -> "Copies":
        """What belongs to few of the rows, and does not stand in `allowed`."""
        most = max(1, len(rows) // _COMMON_SHARE)
        lines = (" ".join(_words("\n".join((example.input, *example.answers)))) for example in rows)
        answers = Counter(_plain(answer) for example in rows for answer in set(example.answers))
        rare = (answer for answer, n in answers.items() if answer and n <= most and answer not in _plain(allowed))
        return cls("\n".join(f" {line} " for line in lines), most, frozenset(_grams(allowed)), frozenset(rare))

    def __call__(self, text: str) -> str:
        """“leak”, or nothing."""
        copied = any(0 < self.words.count(gram) <= self.most for gram in set(_grams(text)) - self.allowed)
        return "leak" if copied or not self.answers.isdisjoint(map(_plain, _quoted(text))) else ""


@dataclass(frozen=True, slots=True)
class Labels:
    """Refuses labels that the task does not have: in quotation marks, or among at least two real ones in a list.

    Quoted ones count beside a real one, or right behind a word that demands an answer (Reply "good" or "bad").
    """

    known: frozenset[str]
    allowed: frozenset[str]

    @classmethod
    def of(cls, labels: Iterable[str], allowed: str) -> "Labels":
        """The labels of the contract; words and quotations in `allowed` are none that was invented."""
        words = (word.casefold() for word in _WORD.findall(allowed))
        return cls(frozenset(map(_label, labels)), frozenset((*words, *map(_label, _quoted(allowed)))))

    def __call__(self, text: str) -> str:
        """“label”, or nothing."""
        found = self._beside_real_ones(text) or self._demanded(text) or any(map(self._invents, _lists(text)))
        return "label" if found else ""

    def _beside_real_ones(self, text: str) -> bool:
        """Double quotation marks and code only: an apostrophe opens too much else."""
        strong = (each for each in _quoted(text) if each[0] not in "'‘")
        quoted = {_label(each) for each in strong if len(each.split()) <= _LONGEST_LABEL}
        return bool(quoted & self.known) and not quoted <= self.known | self.allowed

    def _demanded(self, text: str) -> bool:
        """Whether a list of quoted terms is offered as answers, and one of them is no label."""
        return any(self._offers(text, match) for match in _QUOTED_LIST.finditer(text))

    def _offers(self, text: str, match: re.Match[str]) -> bool:
        terms = [_label(term) for term in _QUOTED.findall(match.group())]
        if any(len(term.split()) > _LONGEST_LABEL for term in terms) or (self.known | self.allowed).issuperset(terms):
            return False
        before = text[max(0, match.start() - 60) : match.start()]
        return _DEMANDED.search(before) is not None or not self.known.isdisjoint(terms)

    def _invents(self, items: Sequence[str]) -> bool:
        """Whether a list with two labels holds something else between or behind them."""
        places = [i for i, item in enumerate(items) if item in self.known]
        if len(set(items) & self.known) < _LABELS_IN_A_LIST:
            return False
        return any(item not in self.known | self.allowed for item in items[places[0] :])


@dataclass(frozen=True, slots=True)
class Script:
    """Refuses a text that left the script of the person's prompt, whole or in a good part, or its language.

    A CJK character counts as three Latin letters, a Hangul syllable as two: about what they say. Words that the person
    or the contract wrote do not count (English labels in a Chinese prompt). Of a text without letters nothing is known.
    """

    name: str
    allowed: frozenset[str]
    own_words: frozenset[str]
    language: str

    @classmethod
    def of(cls, own: str, allowed: str = "") -> "Script":
        """The main script and the language of what the person wrote; scripts in `allowed` may appear."""
        scripts = _scripts(own)
        main = scripts.most_common(1)[0][0] if scripts else ""
        known = frozenset(_scripts("\n".join((own, allowed))))
        return cls(main, known, frozenset(_words("\n".join((own, allowed)))), languages.language_of(own))

    def __call__(self, text: str) -> str:
        """“language”, or nothing."""
        scripts = _scripts(text)
        if not self.name or not scripts:
            return ""
        foreign = sum(n for script, n in scripts.items() if script not in self.allowed)
        own = _scripts(" ".join(word for word in _WORD.findall(text) if word.casefold() in self.own_words))
        others = sum(n - own[script] for script, n in scripts.items() if script != self.name)
        left = scripts[self.name] < others or foreign > _MOST_FOREIGN * scripts.total()
        return "language" if left or languages.changes_language(text, self.language) else ""


@dataclass(frozen=True, slots=True)
class Sense:
    """Refuses fragments, texts that are beside the point of the task, and gaps that nobody fills in."""

    labels: tuple[str, ...]
    about: str
    own: str

    @classmethod
    def of(cls, task: Task, own: Sequence[str], allowed: str) -> "Sense":
        """What is known of a task: what the person wrote, its contract, its description, its columns."""
        columns = " ".join(name for row in task.train[:1] for name, _ in row.variables)
        rows = Counter(word for row in task.train for word in set(_words(row.input)))
        common = " ".join(word for word, n in rows.items() if n >= _COMMON_ROWS)
        about = "\n".join((allowed, task.title, task.description, task.input_template, columns, common))
        return cls(task.contract.labels, about, "\n".join(own))

    def __call__(self, text: str) -> str:
        """“fragment”, “comment”, “off_topic”, “placeholder”, or nothing."""
        if screens.is_fragment(text, self.labels):
            return "fragment"
        if screens.is_comment(text, self.own):
            return "comment"
        if screens.invents_slot(text, self.own):
            return "placeholder"
        return "off_topic" if screens.is_beside_the_point(text, self.about) else ""


def invents_quotation(text: str, known: str) -> bool:
    """Whether something stands in quotation marks that is not in `known`, which is all that the writer was shown."""
    said = f" {' '.join(_words(known))} "
    quoted = (" ".join(_words(term)) for term in _quoted(text))
    return any(term and f" {term} " not in said for term in quoted)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!?\"'“”`")


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _grams(text: str) -> list[str]:
    words = _words(text)
    return [f" {' '.join(words[i : i + _GRAM])} " for i in range(len(words) - _GRAM + 1)]


def _quoted(text: str) -> list[str]:
    """Quoted terms with their marks."""
    return [str(term) for term in _QUOTED.findall(text)]


def _label(term: str) -> str:
    """A label as it is compared: without quotation marks, brackets, closing punctuation and case."""
    text = unicodedata.normalize("NFKC", term).casefold().replace("_", " ").replace("-", " ")
    return " ".join(text.strip(" \t\"'“”„‘’«»`()[]{}.,:;!?").split())


def _lists(text: str) -> list[list[str]]:
    """Single words joined by commas, slashes, “or” and “and”. What follows the last of these after a comma is none:
    “a or b, depending” lists a and b."""
    found = []
    for match in _LIST.finditer(_MARKS.sub("", text)):
        parts = _JOINT.split(match.group())
        closing = max((i for i, joint in enumerate(parts) if i % 2 and joint.strip() != ","), default=len(parts))
        found.append([_label(item) for item in parts[: closing + 2 : 2]])
    return found


def _scripts(text: str) -> Counter[str]:
    """The letters of each script, weighed by how much one says."""
    found: Counter[str] = Counter()
    for char in text:
        if char.isalpha():
            script = _script(char)
            found[script] += _WEIGHT.get(script, 1)
    return found


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The first word of the character's Unicode name, which for letters is its script."""
    script = unicodedata.name(char, "UNKNOWN").split()[0].partition("-")[0]
    return "CJK" if script in _EAST_ASIAN else script
