"""Small tasks of our own, one for each kind of answer."""

import random

import pytest

from core.domain.contract import contract_instruction
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, AnswerKind, Task

_SENTENCES = {
    "garden": "tulips need soil|water the roses in spring|prune the hedge with shears|weeds grow in the soil"
    "|plant bulbs in the soil|the hedge hides the roses|compost feeds tulips|a spade turns soil",
    "kitchen": "boil the pasta in a pot|the oven bakes bread|chop onions for the soup|a pot of soup simmers"
    "|knead the bread dough|heat the oven first|fry onions in butter|stir the soup in the pot",
    "travel": "the train leaves at noon|pack a suitcase for the flight|the flight was delayed|a hotel near the station"
    "|the train station is old|book the hotel early|my suitcase was lost|the flight lands at night",
}


@pytest.fixture
def rng() -> random.Random:
    return random.Random(7)


@pytest.fixture
def rows() -> tuple[Example, ...]:
    """Sentences on three topics, in turn."""
    by_topic = {topic: texts.split("|") for topic, texts in _SENTENCES.items()}
    pairs = [(by_topic[topic][place], topic) for place in range(8) for topic in by_topic]
    return tuple(Example(number, text, (topic,)) for number, (text, topic) in enumerate(pairs, 1))


def task_of(
    rows: tuple[Example, ...],
    kind: AnswerKind,
    *,
    labels: tuple[str, ...] = (),
    instruction: str = "",
    seed: Prompt = Prompt("What is this?"),  # noqa: B008 - a frozen value
    template: str = "{{input}}",
    metric: str = "exact_match",
) -> Task:
    """A task over these rows; by default the prompt alone says what is wanted."""
    contract = AnswerContract(kind, labels, instruction)
    return Task("t", rows, rows, (seed,), contract=contract, input_template=template, metric=metric)


@pytest.fixture
def topics(rows: tuple[Example, ...]) -> Task:
    """Which topic a sentence is on; nothing says which there are."""
    return task_of(rows, AnswerKind.LABEL, labels=tuple(_SENTENCES))


@pytest.fixture
def told_topics(rows: tuple[Example, ...]) -> Task:
    """The same with the usual contract, which lists the labels."""
    labels = tuple(_SENTENCES)
    return task_of(rows, AnswerKind.LABEL, labels=labels, instruction=contract_instruction(AnswerKind.LABEL, labels))
