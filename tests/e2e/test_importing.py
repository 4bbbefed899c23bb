"""Files of many kinds become tasks on the command line, and everything that was guessed or left out is said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.data.task_file import read_task_file

Whet = Callable[..., Any]


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    rows = "".join(f"mail {n} about a parcel;{'hl'[n % 2]};{'xyz'[n % 3]};d{n // 2}\n" for n in range(48))
    file = tmp_path / "mail.csv"
    file.write_text(f"message text;urgency;desk;doc\n{rows}no desk at all;h;;d9\n")
    return file


def test_that_options_are_followed_kept_in_a_profile_and_nothing_is_lost_unsaid(
    whet: Whet, tmp_path: Path, mail: Path
) -> None:
    profile = tmp_path / "mail.toml"
    options = ("--answer", "desk", "--group-column", "doc", "--sizes", "10,10,20", "--save-profile", profile)
    made = whet("task", "create", "mine", mail, "--prompt", "{{urgency}}: {{message text}}", *options, "--json")
    assert made.code == 0, made.err
    assert made.json["rows"] == {"train": 10, "validation": 10, "test": 20}
    assert made.json["errors"] == [[50, "the answer is empty."]]
    assert len(made.json["unused"]) == 8
    assert made.json["mapping"]["variables"] == ["urgency", "doc"]
    file = read_task_file(tmp_path / "workspace" / "tasks" / "mine")
    assert file.prompt.seed == "{{urgency}}: {{input}}"
    again = whet("task", "create", "again", mail, "--profile", profile, "--json")
    assert again.json["rows"] == made.json["rows"]


def test_that_a_column_that_only_the_first_row_names_is_found_and_tags_of_thoughts_are_kept(
    whet: Whet, tmp_path: Path
) -> None:
    file = tmp_path / "plain.csv"
    file.write_text("q,a1,a2\n" + "".join(f"word {n},x{n % 2},y{n % 2}\n" for n in range(40)))
    made = whet("task", "create", "two", file, "--answer", "a1", "--answer", "a2", "--thought-tag", "musing", "--json")
    assert made.code == 0, made.err
    assert made.json["mapping"]["answer"] == ["a1", "a2"]
    assert sum(made.json["rows"].values()) == 40
    answer = read_task_file(tmp_path / "workspace" / "tasks" / "two").answer
    assert answer.thought_tags == ["musing"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--prompt", "{{urgncy}}"), ("{{urgncy}}", "Did you mean “urgency”")),
        (("--template", "{{massage}} {{urgency}}"), ("{{massage}}", "which no column fills")),
        (("--kind", "label", "--answer", "message text", "--input", "desk"), ("different answers",)),
        (("--delimiter", ";;"), ("only one column",)),
        (("--profile", "nowhere.toml"), ("nowhere.toml",)),
    ],
)
def test_that_what_does_not_fit_is_refused_before_anything_is_written(
    whet: Whet, tmp_path: Path, mail: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    done = whet("task", "create", "mine", mail, *arguments)
    assert done.code in {1, 2}
    assert "Traceback" not in done.err
    assert all(word in done.err for word in words), done.err
    assert not (tmp_path / "workspace" / "tasks" / "mine").exists()


def test_that_every_kind_can_be_chosen_and_no_name_leaves_the_workspace(whet: Whet, tmp_path: Path, mail: Path) -> None:
    for kind in ("label", "number"):
        made = whet("task", "create", kind, mail, "--answer", "desk", "--kind", kind)
        assert made.code == 0, made.err
        assert read_task_file(tmp_path / "workspace" / "tasks" / kind).answer.kind == kind
    for name in ("../evil", str(tmp_path / "evil")):
        assert whet("task", "create", name, mail).code == 2
    assert not list(tmp_path.rglob("evil"))


def test_that_conversations_stay_conversations(whet: Whet, tmp_path: Path) -> None:
    rows = [
        [
            ("system", "You book."),
            ("user", f"For {n}."),
            ("assistant", "When?"),
            ("user", "Now."),
            ("assistant", f"{n}"),
        ]
        for n in range(30)
    ]
    file = tmp_path / "chat.jsonl"
    lines = ({"messages": [{"role": role, "content": text} for role, text in turns]} for turns in rows)
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    made = whet("task", "create", "chat", file)
    assert made.code == 0, made.err
    folder = tmp_path / "workspace" / "tasks" / "chat"
    assert read_task_file(folder).prompt.seed == "You book."
    first = msgspec.json.decode((folder / "data.jsonl").read_bytes().splitlines()[0])
    assert [turn["role"] for turn in first["turns"]] == ["user", "assistant"]
