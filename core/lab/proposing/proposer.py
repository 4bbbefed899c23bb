"""From a question to drafts: asks, reads, checks, asks once more for what could not be used, and counts the losses."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from core.domain.candidate import Draft
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.domain.task import Task
from core.domain.units import joined, split
from core.lab.proposing import screens
from core.lab.proposing.guards import Guard, guards_for, invents_quotation
from core.lab.proposing.leaks import Specifics
from core.lab.proposing.question import Proposals, Question, ReadProposal
from core.lab.proposing.replies import between_tags, clean, identity, norm, without_thoughts, word_distance

MOST_WORDS = 400
"""A prompt of up to this many words is never too long to be one."""

MOST_GROWTH = 4
"""Beyond `MOST_WORDS`, a prompt may be this many times as long as the longest one that the optimizer was shown."""

MOST_REMARK = 200
"""Words of a remark: a longer one would fill the next question."""

_SLACK = 1.5
"""A reply may be longer than it was asked to be by this factor."""

Reply = tuple[str, bool]
"""What the optimizer wrote, and whether it was cut off at the limit of its length."""


class Proposer:
    """Asks for prompts in one run. `ask` puts a question `n` times; `reject` records a lost text and its reason.

    It knows every prompt of the run by identity: what differs from one of them only in form *is* that one, so it is
    never scored twice.
    """

    def __init__(
        self,
        task: Task,
        settings: SearchSettings,
        ask: Callable[[Question, int], Sequence[Reply]],
        reject: Callable[[str, str], None],
    ) -> None:
        self._task = task
        self._settings = settings
        self._ask = ask
        self._reject = reject
        self._own: tuple[str, ...] = ()
        self._guards: dict[tuple[str, ...], tuple[Guard, ...]] = {}
        self._known: dict[str, Prompt] = {}
        self._near: dict[str, str] = {}

    def learn(self, prompt: Prompt, *, own: bool = False) -> Prompt:
        """Remember a prompt of the run; gives the one that it is the same as. `own`: a person wrote it."""
        same = self._known.setdefault(identity(prompt), prompt)
        self._near.setdefault(screens.near_key(prompt), identity(prompt))
        if own and prompt.text not in self._own:
            self._own = (*self._own, prompt.text)
        return same

    def propose(self, question: Question, n: int) -> Proposals:
        """The different prompts in `n` replies, in the order sampled. What cannot be used is asked for once more."""
        refused: Counter[str] = Counter()

        def lose(reading: ReadProposal) -> None:
            refused[reading.objection] += 1
            self._reject(reading.text, reading.objection)

        readings = [self.read(question, *reply) for reply in self._ask(question, n)]
        poor = [place for place, reading in enumerate(readings) if reading.objection]
        if poor and question.repeatable:
            again = self._ask(replace(question, purpose="resample"), len(poor))
            for place, reply in zip(poor, again, strict=True):
                first, second = readings[place], self.read(question, *reply)
                readings[place], lost = (second, first) if second.usable else (first, second)
                lose(lost)
        for reading in readings:
            if not reading.usable:
                lose(reading)
        return self._different(question, [reading for reading in readings if reading.usable], refused, lose)

    def remark(self, question: Question) -> str:
        """A text about prompts that is none, such as a criticism; empty if neither of two replies can be used."""
        for again in (question, replace(question, purpose="resample")):
            ((reply, _),) = self._ask(again, 1)
            inside = between_tags(reply, question.tag) if question.tag else without_thoughts(reply)
            text = clean(inside or "")
            found = ("untagged" if reply.strip() else "empty") if inside is None else _form(question, text)
            if not found and len(text.split()) > MOST_REMARK:
                found = "too_long"
            if not found:
                return text
            self._reject(text or reply.strip(), found)
            if not question.repeatable:
                break
        return ""

    def objection(self, prompt: Prompt, current: Prompt) -> str:
        """Why a prompt that code made out of `current` cannot stand, in one word: for operators without a writer.

        Broken words are theirs to break on purpose; what must stay, and what would answer for others, is checked.
        """
        found = objection(prompt.text, current, current.words)
        guards = self._guards_of_run()
        return found or next((word for guard in guards if (word := guard(prompt.text)) in {"label", "language"}), "")

    def read(self, question: Question, reply: str, cut: bool = False) -> ReadProposal:  # noqa: FBT001, FBT002 - as a `Reply`
        """The prompt in one reply, or why it cannot be one."""
        inside = between_tags(reply, question.tag) if question.tag else without_thoughts(reply)
        if inside is None:
            why = "untagged" if reply.strip() else "empty"
            return ReadProposal(reply.strip(), "cut" if cut and self._settings.guards else why)
        part = clean(inside)
        if question.slot is not None:
            part = question.slot.bare(part)
        found = self._read(question, part, cut=cut)
        if found.usable or not (question.begun and self._settings.guards):
            return found
        shorter = (self._read(question, text, cut=False) for text in _without_last_sentences(part))
        return next((each for each in shorter if each.usable), found)

    def _read(self, question: Question, part: str, *, cut: bool) -> ReadProposal:
        """The prompt with `part` as its text or as the slot's."""
        whole = question.slot.whole(part) if question.slot is not None else part
        found = _form(question, part) or (question.slot.objection(part) if question.slot is not None else "")
        found = found or objection(whole, question.current, question.longest)
        found = found or ("too_long" if len(whole) > question.most_characters else "")
        if not found and self._settings.guards:
            found = "cut" if cut else self._guarded(question, part, whole)
        return ReadProposal(part if found else whole, found)

    # How it is done

    def _different(
        self,
        question: Question,
        readings: Sequence[ReadProposal],
        refused: Counter[str],
        lose: Callable[[ReadProposal], None],
    ) -> Proposals:
        """One draft for each prompt. Repeated ones within the replies are lost, and known ones where none may come."""
        found: list[Prompt] = []
        repeats = 0
        for reading in readings:
            prompt = replace(question.current, text=reading.text)
            before = identity(prompt) in self._known
            again = before and self._known[identity(prompt)] in found
            near = not before and self._settings.guards and screens.near_key(prompt) in self._near
            repeats += before or near
            if again or near or (before and question.unseen):
                lose(ReadProposal(reading.text, "near_duplicate" if near else "duplicate"))
            else:
                found.append(self.learn(prompt))
        drafts = tuple(Draft(prompt, question.parents, question.purpose) for prompt in found)
        return Proposals(drafts, refused, repeats)

    def _guarded(self, question: Question, part: str, whole: str) -> str:
        """The guards on what the optimizer wrote, and the edit budget on what becomes of the prompt."""
        if len(part.split()) > _SLACK * question.most_words:
            return "too_long"
        contract = self._task.contract
        own = "\n".join((*self._own, contract.instruction, ", ".join(contract.labels)))
        shown = (*question.prompts, question.current.text)
        if question.shown and Specifics.of(question.shown, self._task.train, allowed=own).found_in(part):
            return "leak"
        found = next((word for guard in self._guards_of_run() if (word := guard(part))), "")
        if found == "off_topic" and question.slot is not None:  # one line of many need not name the task
            found = ""
        if not found and question.begun and invents_quotation(part, "\n".join((own, *shown))):
            return "quotation"  # a model that was shown one line only knows of nothing that it could quote
        if not found and screens.repeats_question(part, question.said, (own, *shown)):
            return "question"
        if not found and word_distance(question.current.text, whole) > question.most_changed:
            return "budget"
        return found

    def _guards_of_run(self) -> tuple[Guard, ...]:
        if self._own not in self._guards:
            self._guards[self._own] = guards_for(self._task, self._own)
        return self._guards[self._own]


def lines(text: str) -> frozenset[str]:
    """The lines of a text that are not blank, in the form in which prompts are compared."""
    return frozenset(norm(line) for line in text.splitlines() if line.strip())


def _without_last_sentences(text: str) -> Iterator[str]:
    """The text without its last sentence, without its last two, and so on, as long as there is one.

    A small model that rewrites in one line often goes on to solve an item, to explain itself, or until it is stopped;
    what it said first is a prompt all the same.
    """
    units = split(Prompt(text))
    for kept in range(len(units) - 1, 0, -1):
        yield joined(units[:kept]).strip()


def _form(question: Question, text: str) -> str:
    """Why a text is no reply to the question. “and” is what stands between two tags that are quoted from it."""
    if not text:
        return "empty"
    if any(marker in text for marker in question.markers):
        return "marker"
    own = lines("\n".join((question.said, "and", *question.values)))
    return "echo" if lines(text) <= own.difference(*(lines(prompt) for prompt in question.prompts)) else ""


def objection(text: str, current: Prompt, longest: int) -> str:
    """Why a text cannot replace `current`: what must stay is gone, or nobody could read it all."""
    if len(text.split()) > max(MOST_WORDS, MOST_GROWTH * longest):
        return "too_long"
    if any(span not in text for span in current.locked):
        return "locked"
    return "placeholder" if Prompt(text).placeholders != current.placeholders else ""
