"""What the stories of all methods share: reading notes, naming candidates with their scores, and refused replies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core import figures
from core.events import CandidateRejected, MethodNoted
from core.report.blocks import Cell, Line, LinesBlock, TableBlock
from core.report.curve import search_split
from core.said import Said, as_said, listed
from core.state import RunState

_REASONS = {
    "empty": "nothing was written",
    "untagged": "without the tags that were asked for",
    "echo": "nothing but lines of the question",
    "marker": "a sign that belongs to the question",
    "too_long": "too long",
    "locked": "a locked sentence was lost or changed",
    "placeholder": "a placeholder was lost or invented",
    "language": "in another script or language than the prompt",
    "label": "answer labels that the task does not have",
    "quotation": "a quotation of something that nobody said",
    "leak": "a name, number or input of a single example",
    "answer": "an answer instead of a prompt",
    "budget": "more words changed than allowed",
    "question": "a piece of the question to the optimizer",
    "fragment": "no whole sentence",
    "comment": "a remark about the instruction, not an instruction",
    "off_topic": "nothing of the task",
    "cut": "cut off at the limit of its length",
    "unchanged": "hardly changed",
    "duplicate": "the same prompt again",
    "near_duplicate": "hardly another prompt than an earlier one",
}
_EXAMPLES = 3
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Remark:
    """One note of a method, in the round it was made in (0: before the first)."""

    round: int
    note: MethodNoted

    def text(self, name: str) -> str:
        """A fact as text; empty if it is not there."""
        value = self._value(name)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A fact that is a list; empty if it is not there."""
        value = self._value(name)
        return value if isinstance(value, tuple) else ()

    def number(self, name: str) -> float:
        """A fact that is a number; 0 if it is not there."""
        value = self._value(name)
        return float(value) if isinstance(value, bool | int | float) else 0.0

    def _value(self, name: str) -> bool | int | float | str | tuple[str, ...]:
        return next((fact.value for fact in self.note.facts if fact.name == name), "")


def noted(state: RunState, topic: str) -> Iterator[Remark]:
    """The notes of a topic, in order."""
    for remark in _all(state):
        if remark.note.topic == topic:
            yield remark


def refusal_words(state: RunState) -> str:
    """What became of no candidate, by reason."""
    counted = [
        Said("{why}: {n}", why=as_said(_REASONS.get(reason, reason)), n=number)
        for reason, number in state.rejections.items()
    ]
    return Said("Rejected proposals: {reasons}.", reasons=listed(counted)) if counted else ""


def _all(state: RunState) -> Iterator[Remark]:
    yield from (Remark(0, note) for note in state.notes)
    yield from (Remark(round_.number, note) for round_ in state.rounds for note in round_.notes)


def score_of(state: RunState, id_: str) -> float | None:
    """A candidate's score of the search, 0…1."""
    node = state.nodes.get(id_)
    card = node.cards.get(search_split(state)) if node is not None else None
    return card.value if card is not None else None


def named(state: RunState, ids: Iterable[str]) -> Cell:
    """Candidates, each with its score where it is known."""
    known = tuple(id_ for id_ in ids if id_)
    scores = [score_of(state, id_) for id_ in known]
    words = [id_ if score is None else f"{id_} {100 * score:.1f}" for id_, score in zip(known, scores, strict=True)]
    return Cell(", ".join(words) or "–", known, scores[0] if len(known) == 1 else None)


def plain(value: object) -> Cell:
    """A text or a number as it is."""
    return Cell(f"{value:g}" if isinstance(value, float) else str(value))


def said(words: str) -> Cell:
    """This program's own words."""
    return Cell(words, words=True)


def points(value: float) -> Cell:
    """A difference of scores (0…1) in points, with its sign."""
    return Cell(figures.points(value))


def change(state: RunState, before: str, after: str) -> Cell:
    """What a candidate gained over another one; empty where either score is not known."""
    old, new = score_of(state, before), score_of(state, after)
    return points(new - old) if old is not None and new is not None else Cell("")


def begin(text: str) -> str:
    """The beginning of a text on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"


def prompt_of(state: RunState, id_: str) -> str:
    """The beginning of a candidate's text."""
    node = state.nodes.get(id_)
    return begin(node.candidate.prompt.text) if node is not None else ""


def population_scores(state: RunState, steps: Sequence[Remark]) -> LinesBlock:
    """The best and the mean score of each step's `population`, of methods that keep one."""
    scores = [[100 * (score_of(state, id_) or 0.0) for id_ in one.texts("population")] for one in steps]
    rounds = tuple(one.round for one, found in zip(steps, scores, strict=True) if found)
    return LinesBlock(
        "Scores of the population",
        "score, 0 to 100",
        (
            Line("best", rounds, tuple(max(found) for found in scores if found), stepped=True),
            Line("mean", rounds, tuple(sum(found) / len(found) for found in scores if found)),
        ),
    )


def rejections(state: RunState) -> Iterator[TableBlock]:
    """Replies that did not become candidates, counted by reason, with some of them."""
    grouped: dict[str, list[CandidateRejected]] = defaultdict(list)
    for event in (*state.rejected, *(event for round_ in state.rounds for event in round_.rejected)):
        grouped[event.reason].append(event)
    rows = [
        (
            said(_REASONS.get(reason, reason)),
            plain(len(events)),
            plain(" · ".join(begin(event.text) for event in events[:_EXAMPLES])),
        )
        for reason, events in sorted(grouped.items(), key=lambda pair: -len(pair[1]))
    ]
    yield TableBlock("Replies that became no candidate", ("Why", "Replies", "For example"), tuple(rows), wide=2)


def remarks(state: RunState) -> Iterator[TableBlock]:
    """All notes as they are, a table per topic with a column per fact."""
    topics: dict[str, list[Remark]] = defaultdict(list)
    for remark in _all(state):
        topics[remark.note.topic].append(remark)
    for topic, found in topics.items():
        names = list(dict.fromkeys(fact.name for remark in found for fact in remark.note.facts))
        rows = tuple((plain(remark.round), *(_fact(state, remark, name) for name in names)) for remark in found)
        columns = ("Round", *(name.replace("_", " ") for name in names))
        yield TableBlock(topic.split(".")[-1].replace("_", " ").capitalize(), columns, rows, wide=len(names))


def _fact(state: RunState, remark: Remark, name: str) -> Cell:
    words: Sequence[str] = remark.texts(name) or (remark.text(name),)
    return named(state, words) if all(word in state.nodes for word in words) else plain(remark.text(name))
