"""Data files become tables, tables become examples, examples become the splits of a task."""

from core.data.checking import CheckReport, Lengths, check, majority_share
from core.data.contracts import answer_of, guess_answer
from core.data.creating import CreatedTask, TaskPlan, create_task
from core.data.guessing import chosen_mapping, suggest_mapping
from core.data.mapping import ExampleSet, Mapping, label_set, to_examples
from core.data.options import ReadOptions
from core.data.reading import read_table
from core.data.splitting import (
    Contradiction,
    Leak,
    Sizes,
    Splits,
    contradictions,
    duplicates,
    evaluation_order,
    leaks,
    split,
)
from core.data.table import FileFormat, Row, RowError, Table

__all__ = [
    "CheckReport",
    "Contradiction",
    "CreatedTask",
    "ExampleSet",
    "FileFormat",
    "Leak",
    "Lengths",
    "Mapping",
    "ReadOptions",
    "Row",
    "RowError",
    "Sizes",
    "Splits",
    "Table",
    "TaskPlan",
    "answer_of",
    "check",
    "chosen_mapping",
    "contradictions",
    "create_task",
    "duplicates",
    "evaluation_order",
    "guess_answer",
    "label_set",
    "leaks",
    "majority_share",
    "read_table",
    "split",
    "suggest_mapping",
    "to_examples",
]
