"""Is this model a writer, and how is it asked best? Eight known instructions, in three forms, at two temperatures.

What comes back is judged by the guards that every proposal passes (`core.lab.proposing`), and by what the known
instruction must say whatever its words. The result belongs to the file's hash; measuring ends after a minute.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.control import CancelToken
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.domain.task import AnswerContract, AnswerKind, Task
from core.domain.writer import Form, WriterProfile, WritingTrial, most_tokens
from core.engine.context import EngineContext
from core.engine.prepare import reference
from core.lab.proposing.languages import changes_language, language_of
from core.lab.proposing.one_line import rewording
from core.lab.proposing.proposer import Proposer
from core.lab.proposing.question import Question
from core.lab.proposing.replies import identity
from core.llm.base import ChatModel, FinishReason, Request
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import Wording
from core.said import Said
from core.store import writers

TEMPERATURES: Final = (0.7, 1.0)
LIMIT: Final = 60.0
"""Seconds after which no further trial is begun."""

Clock = Callable[[], float]


_SAMPLED = SearchSettings()
"""Top-p and min-p of a hardened search."""


@dataclass(frozen=True, slots=True)
class KnownInstruction:
    """An instruction, and what every rewording of it must say: of each group of spellings one. `rows` of its task."""

    text: str
    says: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, str], ...]
    labels: tuple[str, ...] = ()

    @property
    def task(self) -> Task:
        """A task that it could be the prompt of."""
        rows = tuple(Example(number, *row[:1], row[1:]) for number, row in enumerate(self.rows, 1))
        kind = AnswerKind.LABEL if self.labels else AnswerKind.SPAN
        return Task("known", rows, rows, (Prompt(self.text),), contract=AnswerContract(kind, self.labels))

    def says_all(self, text: str) -> bool:
        """Whether a text still says what it must."""
        folded = text.casefold()
        return all(any(word in folded for word in group) for group in self.says)


KNOWN: Final = (
    KnownInstruction(
        "Is the review positive or negative? Answer with one word.",
        (
            ("positiv", "good", "favour", "favor"),
            ("negativ", "bad", "unfav"),
            ("review", "opinion", "comment", "text", "sentiment", "customer", "author", "writer"),
        ),
        (("The soup was cold and the waiter rude.", "negative"), ("A film to see twice.", "positive")),
        ("positive", "negative"),
    ),
    KnownInstruction(
        "Choose the team that should answer the customer's message: billing, delivery or support.",
        (
            ("billing",),
            ("delivery",),
            ("support",),
            (
                "team",
                "department",
                "who",
                "which",
                "choose",
                "pick",
                "assign",
                "route",
                "classify",
                "categor",
                "decide",
            ),
        ),
        (("Where is my parcel?", "delivery"), ("I was charged twice.", "billing")),
        ("billing", "delivery", "support"),
    ),
    KnownInstruction(
        "Translate the sentence into French.",
        (("french",), ("translat", "render", "convert", "write", "put", "express", "say")),
        (("The cat sleeps.", "Le chat dort."), ("It rains.", "Il pleut.")),
    ),
    KnownInstruction(
        "Give the larger of the two numbers.",
        (("larg", "great", "big", "high", "max"), ("number", "value", "two")),
        (("17 and 4", "17"), ("8 and 23", "23")),
    ),
    KnownInstruction(
        "Write the last letter of the word.",
        (("last", "final", "end"), ("letter", "character")),
        (("garden", "n"), ("window", "w")),
    ),
    KnownInstruction(
        "Find the date in the message and write it as YYYY-MM-DD.",
        (("date",), ("yyyy-mm-dd",)),
        (("We meet on 3 May 2021.", "2021-05-03"), ("Due by June 9th, 2020", "2020-06-09")),
    ),
    KnownInstruction(
        "Nenne das Thema der Nachricht in einem Wort.",
        (("thema", "worum", "gegenstand", "inhalt"), ("wort", "knapp", "kurz")),
        (("Die Bahn fährt wieder.", "Verkehr"), ("Es regnet seit Tagen.", "Wetter")),
    ),
    KnownInstruction(
        "判断这条评论是正面还是负面。",
        (("正面", "积极", "好评"), ("负面", "消极", "差评")),
        (("味道很好，还会再来。", "正面"), ("等了一个小时，很失望。", "负面")),
        ("正面", "负面"),
    ),
)


def profile(path: str, context: EngineContext, *, again: bool = False) -> WriterProfile:
    """The profile of a model file: the stored one, or with `again` and without one a new one."""
    ref = reference(path, {}, context.report, context.cancel, [])
    stored = None if again else writers.find(ref.sha256)
    if stored is None:
        model, _ = context.models.to_hear(ref, path, beside=(), cancel=context.cancel, send=context.send)
        stored = measured(model, context.report, context.cancel)
        writers.keep(ref.sha256, stored)
    return stored


def measured(
    model: ChatModel, report: Callable[[str, float], None], cancel: CancelToken, *, clock: Clock = time.monotonic
) -> WriterProfile:
    """Ask a model for rewrites, form after form, the shortest first; what would take too long is left out."""
    began, longest = clock(), 0.0
    plan = [(form, temperature) for form in Form for temperature in TEMPERATURES]
    trials: list[WritingTrial] = []
    for number, (form, temperature) in enumerate(plan):
        start = clock()
        if start - began + longest > LIMIT:
            break
        report(Said("trying how the model writes"), number / len(plan))
        trials.append(_trial(model, form, temperature, cancel))
        longest = max(longest, clock() - start)
    return WriterProfile.of(trials)


def _trial(model: ChatModel, form: Form, temperature: float, cancel: CancelToken) -> WritingTrial:
    questions = [_question(known, form, temperature, number) for number, known in enumerate(KNOWN)]
    requests = [_request(question, number) for number, question in enumerate(questions)]
    replies = model.complete(requests, cancel=cancel)
    texts = [
        (question.reply(reply.text), reply.finish_reason is FinishReason.LENGTH)
        for question, reply in zip(questions, replies, strict=True)
    ]
    found = list(_judged(questions, texts))
    return WritingTrial(
        form,
        temperature,
        len(found),
        usable=sum(each.usable for each in found),
        on_topic=sum(each.on_topic for each in found),
        different=sum(each.different for each in found),
        in_language=sum(each.in_language for each in found),
        good=sum(each.good for each in found),
    )


def _question(known: KnownInstruction, form: Form, temperature: float, turn: int) -> Question:
    prompt = Prompt(known.text)
    if form is Form.ONE_LINE:
        asked = rewording(prompt, turn)
    else:
        asked = paraphrase(known.task, prompt, Wording.COMPACT if form is Form.COMPACT else Wording.FULL)
    most = most_tokens(len(known.text.split()))
    return replace(asked, temperature=temperature, max_tokens=most)


def _request(question: Question, seed: int) -> Request:
    stops = question.stops or ((f"</{question.tag}>",) if question.tag else ())
    return Request(
        question.messages,
        question.max_tokens or 0,
        question.temperature or 0.0,
        _SAMPLED.top_p,
        _SAMPLED.min_p,
        seed,
        stops,
        reasoning_cap=0,
        group="profile",
    )


@dataclass(frozen=True, slots=True)
class JudgedRewrite:
    """What is true of one rewrite."""

    usable: bool
    on_topic: bool
    different: bool
    in_language: bool

    @property
    def good(self) -> bool:
        """Whether a search could use it."""
        return self.usable and self.on_topic and self.different and self.in_language


def _judged(questions: Sequence[Question], replies: Sequence[tuple[str, bool]]) -> Iterator[JudgedRewrite]:
    for known, question, (reply, cut) in zip(KNOWN, questions, replies, strict=True):
        yield judged(known, question, reply, cut=cut)


def judged(known: KnownInstruction, question: Question, reply: str, *, cut: bool = False) -> JudgedRewrite:
    """Judge one reply. A closing tag that ended it is put back."""
    if question.tag and f"<{question.tag}>" in reply and f"</{question.tag}>" not in reply:
        reply += f"</{question.tag}>"
    proposer = Proposer(known.task, _SAMPLED, lambda _question, _n: (), lambda _text, _reason: None)
    proposer.learn(Prompt(known.text), own=True)
    reading = proposer.read(question, reply, cut)
    text = reading.text
    return JudgedRewrite(
        usable=reading.usable,
        on_topic=known.says_all(text),
        different=bool(text) and identity(Prompt(text)) != identity(Prompt(known.text)),
        in_language=bool(text) and reading.objection != "language" and not changes_language(text, _language(known)),
    )


def _language(known: KnownInstruction) -> str:
    return language_of(known.text)
