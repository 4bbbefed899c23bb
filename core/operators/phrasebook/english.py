"""Wordings in English."""

from core.domain.task import AnswerKind
from core.operators.phrasebook.book import CUE, FIELDS, FORM, LABELS, TASK, Forms, Noun, Phrasebook

_NOUNS = """
    text question sentence review message word number passage article headline comment email document dialogue statement
    tweet post request problem ticket title abstract story claim query note pair
""".split()  # noqa: SIM905 - a word list reads better as text

_SEVERAL = "Separate them by commas; write none if none fits."

ENGLISH = Phrasebook(
    language="en",
    comma=", ",
    last=" or ",
    nouns={noun: Noun(f"the {noun}", noun.capitalize()) for noun in _NOUNS},
    labels=(
        ((TASK, "Classify {the}."), (LABELS, "Labels: {labels}."), (FORM, "Answer with the label only.")),
        ((TASK, "Which label fits {the} best?"), (LABELS, "Choose from: {options}.")),
        (FIELDS, (CUE, "Category:")),
        ((LABELS, "Labels: {labels}."), FIELDS, (TASK, "Which of the labels describes {the} best?")),
        ((TASK, "Read {the} and decide which category it belongs to."), (LABELS, "Categories:\n{lines}")),
        (FIELDS, (CUE, "Label ({options}):")),
        ((TASK, "Is this {options}? Name the one that describes {the} best."),),
        (
            (TASK, "Give {the} exactly one label, by what it means as a whole."),
            (LABELS, "It must be one of: {labels}."),
        ),
        ((TASK, "Sort {the} into the right group."), (LABELS, "The groups are {labels}."), (FORM, "Name the group.")),
        (FIELDS, (TASK, "Choose the most suitable category for {the} above."), (LABELS, "Categories: {labels}.")),
    ),
    sorts={
        "sentiment": (
            ((TASK, "What is the sentiment of {the}?"), (LABELS, "Answer {options}.")),
            (FIELDS, (CUE, "Sentiment:")),
            (
                (TASK, "Decide whether the writer of {the} is pleased or displeased."),
                (LABELS, "Answer with {options}."),
            ),
            ((TASK, "Is the opinion in {the} {options}?"), (FORM, "Answer with one word.")),
        ),
        "emotion": (
            ((TASK, "Which emotion does {the} express?"), (LABELS, "Choose from: {labels}.")),
            (FIELDS, (CUE, "Emotion:")),
            ((TASK, "How does the person who wrote this feel?"), (LABELS, "Answer with one of: {labels}.")),
        ),
        "topic": (
            ((TASK, "What is {the} about?"), (LABELS, "Topics: {labels}."), (FORM, "Answer with the topic.")),
            (FIELDS, (CUE, "Topic:")),
            ((TASK, "What is {the} about?"),),
            ((TASK, "Name the subject that {the} belongs to."), (LABELS, "Choose from: {labels}.")),
        ),
        "entailment": (
            (
                (TASK, "Does the second sentence follow from the first, contradict it, or neither?"),
                (LABELS, "Answer {options}."),
            ),
        ),
        "spam": (((TASK, "Is {the} wanted or unwanted?"), (LABELS, "Answer {options}.")),),
        "subjectivity": (
            ((TASK, "Does {the} state a fact or give an opinion?"), (LABELS, "Answer {options}.")),
            (
                (TASK, "Decide whether {the} reports what happened or says what somebody thinks of it."),
                (LABELS, "Answer {options}."),
            ),
        ),
        "rating": (((TASK, "How good is what {the} describes, as a rating?"), (LABELS, "Ratings: {labels}.")),),
        "urgency": (((TASK, "How urgent is {the}?"), (LABELS, "Answer {options}.")),),
        "language": (((TASK, "Which language is {the} written in?"), (LABELS, "Answer {options}.")),),
    },
    frames=(
        ((TASK, "{task}"), (LABELS, "Answer with one of: {labels}."), (FORM, "{form}")),
        (FIELDS, (TASK, "{task}"), (LABELS, "Choose from: {options}."), (FORM, "{form}")),
        ((TASK, "Task: {task}"), (LABELS, "Possible answers: {labels}."), FIELDS, (CUE, "Answer:")),
        ((TASK, "Read {the} carefully. {task}"), (LABELS, "Answer {options}."), (FORM, "{form}")),
        ((TASK, "{task}"), (LABELS, "Options:\n{lines}"), (FORM, "Give the answer only, without an explanation.")),
        ((LABELS, "Answer {options}."), (TASK, "{task}"), FIELDS),
        ((TASK, "You are careful and exact. {task}"), (LABELS, "The answer is {options}."), (FORM, "{form}")),
    ),
    forms=Forms(
        word="Answer with one word.",
        few_words="Answer with a few words.",
        sentence="Answer with one sentence.",
        copied="Copy the answer from {the} exactly as it stands there.",
    ),
    kinds={
        AnswerKind.LABELS: (
            (
                (TASK, "Which labels apply to {the}? Name all that fit."),
                (LABELS, "Labels: {labels}."),
                (FORM, _SEVERAL),
            ),
            (
                FIELDS,
                (TASK, "List every category that {the} above belongs to."),
                (LABELS, "Categories: {labels}."),
                (FORM, _SEVERAL),
            ),
            ((TASK, "{task} Name every label that fits."), (LABELS, "Labels:\n{lines}"), (FORM, _SEVERAL)),
            (
                (TASK, "Go through the labels one by one and keep those that fit {the}."),
                (LABELS, "Labels: {labels}."),
                (FORM, _SEVERAL),
            ),
            (FIELDS, (CUE, "Labels, separated by commas:")),
        ),
        AnswerKind.CHOICE: (
            ((TASK, "Choose the option that answers the question correctly."), (FORM, "Answer with its letter only.")),
            ((TASK, "Read the question and every option, rule out the wrong ones, and choose the best."),),
            ((TASK, "Which option is correct?"), (FORM, "Give only the letter.")),
            (
                FIELDS,
                (TASK, "The correct option is"),
            ),
            ((TASK, "Compare the options with one another and pick the one that fits best."),),
        ),
        AnswerKind.NUMBER: (
            ((TASK, "Work out the answer."), (FORM, "Give one number only.")),
            ((TASK, "{task} Calculate step by step, then give the result."), (FORM, "End with the number.")),
            ((TASK, "{task} Check the calculation once more before you answer."), (FORM, "Answer with a number.")),
            ((TASK, "What number is the answer?"), (FORM, "Write it in digits, without a unit.")),
            (FIELDS, (CUE, "The answer as a number:")),
        ),
        AnswerKind.SPAN: (
            ((TASK, "{task} Find the words that are asked for."), (FORM, "Write these words only.")),
            ((TASK, "Which part of {the} is asked for?"), (FORM, "Copy it exactly, and add nothing.")),
            ((TASK, "Extract the answer from {the}."), (FORM, "Keep its spelling.")),
            ((TASK, "{task} The answer is short."), (FORM, "Write nothing else.")),
            (FIELDS, (TASK, "{task}"), (CUE, "Short answer:")),
        ),
        AnswerKind.LIST: (
            ((TASK, "{task} List everything that fits."), (FORM, "Separate the items by commas.")),
            ((TASK, "{task} Name each item once."), (FORM, "Write one line, with commas between the items.")),
            ((TASK, "Go through {the} from beginning to end. {task}"), (FORM, "Give the items only.")),
            (FIELDS, (TASK, "{task}"), (CUE, "Items, separated by commas:")),
        ),
        AnswerKind.TEXT: (
            ((TASK, "{task} Write the result only."), (FORM, "{form}")),
            ((TASK, "{task} Do the same for every input."), (FORM, "Write only the output, on one line.")),
            ((TASK, "Here is an instruction: {task}\nFollow it for the input."), FIELDS, (CUE, "Output:")),
            ((TASK, "{task} Keep what {the} means, and nothing that was not asked for."), (FORM, "{form}")),
            (FIELDS, (TASK, "{task}"), (CUE, "Output:")),
        ),
    },
)
