"""One line for each label, that says by which words it is known: drawn from rows, or asked of a model, in one frame."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from core.domain.candidate import Draft
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerKind, Task
from core.operators.answers import answers_of, names_all
from core.operators.inputs import dressed, instruction_in, noun_in, noun_of
from core.operators.language import language_of, small_words
from core.operators.phrasebook import PHRASEBOOKS
from core.operators.slots import Parts, PromptSlot
from core.operators.words import words_of

OPERATOR = "gloss"
"""The operator of a draft with a line for each label."""

Refuses = Callable[[str], str]
"""From a text to a word that says why it cannot stand in a prompt (copied from a row, …); empty if it can."""
Ask = Callable[[str], Sequence[str]]
"""A question to a model, and its replies."""

_MOST_LABELS = 24
_COMMON_SHARE = 50
"""A name in no more than one of so many rows belongs to these rows, not to the task: as for leaks."""
_FEWEST = 2
"""Rows that any word must stand in."""
_MOST_PRIOR = 500.0
"""Words that the prior, the frequencies in all rows, counts for at most; in a small table as many as it has."""
_SURE = 1.0
"""Standard deviations from which on a word is distinctive."""
_SHORTEST = 3
_LONGEST_GLOSS = 16
_FEW = 4
_SHOWN_TO_DETECT = 50
_SENTENCE = re.compile(r".*?[.!?。！？](?=\s|$)|.*?[。！？]")
_NAMED = re.compile(r"^\W*[\w -]{1,40}[\"'”]?\s*[:=]\s+")
_PREAMBLE = re.compile(
    r"^(?:sure|certainly|of course|here is[^:]*|answer)\s*[,:!.]\s*|"
    r"^(?:the|this) (?:label|category|class)\b[^.]{0,40}?"
    r"\b(?:means|refers to|is used for|indicates|describes|is for)\s+(?:that\s+)?",
    re.IGNORECASE,
)

_FRAMES = {
    "en": ("- {label}: about {words}", "Answer {label} for words like {words}."),
    "zh": ("- {label}：涉及{words}", "出现{words}等内容时回答{label}。"),
    "de": ("- {label}: mit Wörtern wie {words}", "Antworte {label} bei Wörtern wie {words}."),
    "fr": ("- {label} : à propos de {words}", "Réponds {label} pour des mots comme {words}."),
    "es": ("- {label}: sobre {words}", "Responde {label} con palabras como {words}."),
}
_TOLD = {"zh": "- {label}：{gloss}"}
_INTRODUCED = {
    "en": "Choose the label that fits {the} best:",
    "zh": "选择最适合{the}的标签：",
    "de": "Wähle, was am besten passt:",
    "fr": "Choisis ce qui convient le mieux :",
    "es": "Elige lo que mejor corresponde:",
}
_QUESTION = 'Explain in one short sentence what the label "{label}" means for a {noun}. The other labels are {others}.'


def _nothing(text: str) -> str:
    """Refuses no text."""
    del text
    return ""


def glosses(
    task: Task,
    seed: Prompt,
    rows: Sequence[Example],
    *,
    refuses: Refuses = _nothing,
    counts: Sequence[int] = (4, 8),
    parents: Sequence[str] = (),
) -> tuple[Draft, ...]:
    """Prompts in which every label has a line with the words that tell it; none for answers that are no labels.

    `counts`: words in a line. What `refuses` objects to is left out word by word.
    """
    return _drafts(parts_of(task, seed, rows, refuses=refuses, counts=counts), seed, parents)


def parts_of(
    task: Task, seed: Prompt, rows: Sequence[Example], *, refuses: Refuses = _nothing, counts: Sequence[int] = (4, 8)
) -> tuple[Parts, ...]:
    """As `glosses`, in parts that rules can exchange."""
    if not has_labels(task, rows):
        return ()
    known = distinctive(
        rows, answers_of(task, rows).labels, language_of("\n".join(row.input for row in rows[:_SHOWN_TO_DETECT]))
    )
    book = PHRASEBOOKS[_language(seed, rows)]
    chosen = {label: [word for word in words if not refuses(word)] for label, words in known.items()}
    blocks: list[str] = []
    for count in counts:
        filled = {label: book.comma.join(words[:count]) for label, words in chosen.items() if words}
        blocks += [
            "\n".join(line.format(label=label, words=words) for label, words in filled.items())
            for line in _FRAMES[book.language]
        ]
    return _parts(task, seed, rows, [block for block in blocks if block and not refuses(block)])


def asked_glosses(
    task: Task,
    seed: Prompt,
    rows: Sequence[Example],
    ask: Ask,
    *,
    refuses: Refuses = _nothing,
    parents: Sequence[str] = (),
) -> tuple[Draft, ...]:
    """As `glosses`, in a model's words: one short question per label, of which a reply is one line of the frame.

    A label without a usable reply gets the words of its rows. None where no reply can be used.
    """
    if not has_labels(task, rows):
        return ()
    labels = answers_of(task, rows).labels
    noun = noun_of(task, seed, rows)
    told: dict[str, str] = {}
    for label in labels:
        others = ", ".join(other for other in labels if other != label)
        replies = ask(_QUESTION.format(label=label, noun=noun, others=others))
        told[label] = next((gloss for gloss in map(_gloss_in, replies) if _fits(gloss, label, labels, refuses)), "")
    if not any(told.values()):
        return ()
    language = _language(seed, rows)
    known = distinctive(rows, labels, _language_of_inputs(rows))
    for label, gloss in told.items():
        words = [word for word in known[label] if not refuses(word)]
        told[label] = gloss or PHRASEBOOKS[language].comma.join(words[:_FEW])
    line = _TOLD.get(language, "- {label}: {gloss}")
    block = "\n".join(line.format(label=label, gloss=gloss) for label, gloss in told.items() if gloss)
    return _drafts(_parts(task, seed, rows, [block]), seed, parents)


def has_labels(task: Task, rows: Sequence[Example]) -> bool:
    """Whether there are labels that a line each can tell apart."""
    answers = answers_of(task, rows)
    return answers.kind is AnswerKind.LABEL and 1 < len(answers.labels) <= _MOST_LABELS


def distinctive(rows: Sequence[Example], labels: Sequence[str], language: str = "") -> dict[str, list[str]]:
    """For each label the words of its rows that others have less, the most telling first.

    Log-odds with an informative Dirichlet prior, in standard deviations (B. Monroe, M. Colaresi, K. Quinn: Fightin'
    Words. Political Analysis 16, 2008, eq. 16 and 22). A word counts once a row.
    """
    by_label = {label: [set(words_of(row.input)) for row in rows if label in row.answers] for label in labels}
    counts = {label: Counter(word for words in sets for word in words) for label, sets in by_label.items()}
    total: Counter[str] = Counter()
    for each in counts.values():
        total.update(each)
    names = _names(rows)
    rare = max(_FEWEST, len(rows) // _COMMON_SHARE + 1)
    able = [word for word, n in total.items() if n >= (rare if word in names else _FEWEST) and _says_something(word)]
    telling = [word for word in able if word not in small_words(language)]
    return {label: _ranked(telling, counts[label], total) for label in labels}


def _names(rows: Sequence[Example]) -> frozenset[str]:
    """Words that are always written with a capital letter."""
    written = [word for row in rows for word in row.input.split()]
    small = {each for word in written if not word[:1].isupper() for each in words_of(word)}
    return frozenset(each for word in written if word[:1].isupper() for each in words_of(word)) - small


def _ranked(able: Sequence[str], inside: Counter[str], total: Counter[str]) -> list[str]:
    scores = {word: _score(word, inside, total) for word in able if inside[word] >= _FEWEST}
    return sorted((word for word, score in scores.items() if score >= _SURE), key=lambda word: (-scores[word], word))


def _score(word: str, inside: Counter[str], total: Counter[str]) -> float:
    n_in, n_all = inside.total(), total.total()
    if total[word] == n_all:  # the only word that there is tells nothing apart
        return 0.0
    weight = min(_MOST_PRIOR, float(n_all))
    prior = weight * total[word] / n_all
    y_in, y_out = inside[word] + prior, total[word] - inside[word] + prior
    rest_in, rest_out = n_in + weight - y_in, n_all - n_in + weight - y_out
    return (math.log(y_in / rest_in) - math.log(y_out / rest_out)) / math.sqrt(1 / y_in + 1 / y_out)


def _says_something(word: str) -> bool:
    return len(word) >= _SHORTEST or not word.isascii()


def _drafts(made: Sequence[Parts], seed: Prompt, parents: Sequence[str]) -> tuple[Draft, ...]:
    prompts = dict.fromkeys(parts.prompt(seed) for parts in made)
    return tuple(Draft(prompt, tuple(parents), OPERATOR) for prompt in prompts if prompt != seed)


def _parts(task: Task, seed: Prompt, rows: Sequence[Example], blocks: Sequence[str]) -> tuple[Parts, ...]:
    """Each block behind a sentence of ours and behind the person's words, in turn, then the other way round."""
    noun = noun_in(PHRASEBOOKS[_language(seed, rows)], noun_of(task, seed, rows))
    openings = (_INTRODUCED[_language(seed, rows)].format(the=noun.the), instruction_in(seed))
    made = []
    for turn in (0, 1):
        for number, block in enumerate(blocks):
            opening = openings[(number + number // len(openings) + turn) % len(openings)]
            parts = Parts(
                ((PromptSlot.TASK, opening), (PromptSlot.GLOSSES, block)) if opening else ((PromptSlot.GLOSSES, block),)
            )
            made.append(dressed(parts, task, seed, noun.name))
    return tuple(dict.fromkeys(made))


def _language(seed: Prompt, rows: Sequence[Example]) -> str:
    """The prompt's, else that of the rows, else English: of those that there are wordings in."""
    said = language_of(seed.text) or _language_of_inputs(rows)
    return said if said in PHRASEBOOKS else "en"


def _language_of_inputs(rows: Sequence[Example]) -> str:
    return language_of("\n".join(row.input for row in rows[:_SHOWN_TO_DETECT]))


def _gloss_in(reply: str) -> str:
    """The first sentence of a reply, without what says that it is one."""
    line = next((line.strip() for line in reply.splitlines() if line.strip()), "")
    told = _PREAMBLE.sub("", _NAMED.sub("", line))
    sentence = _SENTENCE.match(told)
    return (sentence.group() if sentence else told).strip(" .:,-*•\"'“”。")


def _fits(gloss: str, label: str, labels: Sequence[str], refuses: Refuses) -> bool:
    """Whether it says something, in few words, of this label and no other one."""
    words = gloss.split()
    if not _FEWEST <= len(words) <= _LONGEST_GLOSS or label.casefold() in gloss.casefold() or refuses(gloss):
        return False
    return not any(names_all((other,), gloss) for other in labels if other != label and not names_all((other,), label))
