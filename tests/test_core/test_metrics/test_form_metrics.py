"""Numbers, JSON, regular expressions and weighted sums."""

import pytest

from core.domain.example import Example
from core.domain.runspec import ParamValue
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import TaskError
from core.metrics import check_metric, judge, metric


def _judge(name: str, reply: str, *answers: str, kind: AnswerKind = AnswerKind.TEXT, **options: ParamValue) -> Verdict:
    task = Task("t", (), (), metric=name, metric_options=tuple(options.items()), contract=AnswerContract(kind))
    check_metric(task)
    return judge(reply, Example(3, "q", answers), task)


def test_that_a_tolerance_is_relative_or_absolute() -> None:
    number = AnswerKind.NUMBER
    assert _judge("numeric", "104", "100", kind=number).score == 0
    assert _judge("numeric", "104", "100", kind=number, relative=0.05).score == 1
    assert _judge("numeric", "about 0.4", "0", kind=number, relative=0.05).score == 0
    assert _judge("numeric", "about 0.4", "0", kind=number, absolute=0.5).score == 1
    with pytest.raises(TaskError, match="out of range"):
        metric("numeric", {"relative": -1})
    with pytest.raises(TaskError, match="no parameter “tolerance”"):
        metric("numeric", {"tolerance": 1})


@pytest.mark.parametrize(
    ("reply", "lenient", "strict"),
    [
        ('{"a": [1, null, true]}', 1, 1),
        ("17", 1, 1),
        ('Here it is:\n```json\n{"a": 1}\n```\nDone.', 1, 0),
        ('The answer is {"a": {"b": 2}}.', 1, 0),
        ("<think>{</think>[1]", 1, 1),
        ("{'a': 1}", 0, 0),
        ('{"a": 1,}', 0, 0),
        ('{"a": NaN}', 0, 0),
        ("[" * 100_000, 0, 0),
        ("no JSON at all", 0, 0),
    ],
)
def test_that_json_is_valid_or_not(reply: str, lenient: int, strict: int) -> None:
    assert _judge("json_valid", reply, "{}").score == lenient
    found = _judge("json_valid", reply, "{}", strict=True)
    assert found.score == strict
    assert strict or "no valid JSON" in found.reason


def test_that_json_fields_are_counted_singly() -> None:
    answer = '{"name": "Ann", "age": 30, "tags": ["x", "y"]}'
    assert _judge("json_fields", answer, answer).score == 1
    assert _judge("json_fields", '{"tags":["x","y"],"age":30.0,"name":" ann "}', answer).score == 1
    assert _judge("json_fields", '{"name": "ann"}', '{"name": "Ann"}', fold=False).score == 0
    assert _judge("json_fields", '{"name": "Ann", "age": 31}', answer).score == pytest.approx(2 * 1 / (2 + 4))
    assert _judge("json_fields", '{"age": true}', '{"age": 1}').score == 0
    assert _judge("json_fields", '{"name": "Ann", "more": 1}', '{"name": "Ann"}').score == pytest.approx(2 / 3)
    assert _judge("json_fields", '{"name": "Ann", "more": 1}', '{"name": "Ann"}', extra=False).score == 1
    assert _judge("json_fields", '{"tags": ["y", "x"]}', '{"tags": ["x", "y"]}').score == 0
    assert _judge("json_fields", "{}", "{}", '{"a": 1}').score == 1


def test_that_broken_json_says_why_it_is_worth_nothing() -> None:
    assert "no valid JSON" in _judge("json_fields", '{"a": ', '{"a": 1}').reason
    assert "accepted answer of this row" in _judge("json_fields", '{"a": 1}', "just text").reason
    deep = '{"a":' * 400 + "1" + "}" * 400
    assert _judge("json_fields", deep, '{"a": 1}').score == 0
    assert _judge("json_fields", "", '{"a": 1}').reason == "empty"


def test_that_a_pattern_is_searched_for_or_must_be_all() -> None:
    assert _judge("regex", "Dear Ann, …", "x", pattern=r"^Dear \w+,").score == 1
    assert _judge("regex", "Dear Ann, …", "x", pattern=r"^Dear \w+,", whole=True).score == 0
    assert _judge("regex", "dear Ann", "x", pattern="DEAR", ignore_case=True).score == 1
    assert _judge("regex", "order 66", r"order \d+", "nothing").score == 1


def test_that_a_pattern_that_explodes_is_stopped_and_said() -> None:
    verdict = _judge("regex", "a" * 40 + "!", "x", pattern=r"^(a|aa)+$")
    assert verdict.score == 0
    assert "took longer" in verdict.reason


def test_that_nested_repetition_over_a_long_reply_comes_to_an_end() -> None:
    verdict = _judge("regex", "x" * 5_000 + "!", "x", pattern=r"^(?:(x+x+)+y|(\w*)*z)$")
    assert verdict.score == 0


def test_that_a_pattern_that_is_none_is_refused_before_the_run_and_said_per_row() -> None:
    with pytest.raises(TaskError, match="“\\(” is not valid"):
        _judge("regex", "x", "x", pattern="(")
    assert "is not valid" in _judge("regex", "x", "(").reason


def test_that_a_weighted_sum_weighs_and_names_the_reasons() -> None:
    parts = "3 regex pattern='^a; b \\d$'; 1 json_valid"
    verdict = _judge("weighted", "a; b 7", "x", parts=parts)
    assert verdict.score == pytest.approx(0.75)
    assert verdict.reason.startswith("json_valid: no valid JSON")
    assert verdict.extracted == "a; b 7"
    assert _judge("weighted", "", "x", parts=parts).reason == "empty"


def test_that_the_parts_of_a_sum_read_the_reply_each_in_its_own_way() -> None:
    parts = "1 exact_match; 1 contains"
    assert _judge("weighted", "The answer is: blue", "blue", kind=AnswerKind.SPAN, parts=parts).score == 1
    assert _judge("weighted", "blue, I guess", "blue", kind=AnswerKind.SPAN, parts=parts).score == 0.5


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ("", "at least one part"),
        (" ; ", "at least one part"),
        ("exact_match", "no weight above 0"),
        ("-1 exact_match", "no weight above 0"),
        ("inf exact_match", "no weight above 0"),
        ("1 exact_match loud", "no option of the form"),
        ("1 exakt_match", "There is no metric"),
        ("1 regex pattern='(", "not closed"),
        ("1 numeric", "cannot judge answers"),
        ("1 bleu over=corpus", "no mean of rows"),
        ("1 regex pattern=(", "is not valid"),
        ("1 weighted", "used before|cannot|weighted"),
    ],
)
def test_that_a_sum_that_makes_no_sense_is_refused_with_an_example(parts: str, sentence: str) -> None:
    if parts == "1 weighted":  # a sum of sums is a sum
        assert _judge("weighted", "x", "x", parts=parts).score == 1
        return
    with pytest.raises(TaskError, match=sentence) as caught:
        _judge("weighted", "x", "x", parts=parts)
    assert caught.value.hint
