"""The window's languages: complete, in step with the sources, and used for what core says too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import core_sentences
import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.domain.certificate import Certificate, PairedGain
from core.errors import ModelError
from core.said import Said
from desktop.language import SOURCE, languages, speak, spoken
from desktop.sentences import translated

_SHOWN_BY = {
    "setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setWindowTitle",
    "setTitle", "setSuffix", "setPrefix", "setTabText", "addTab", "addItem", "addMenu", "label", "QLabel",
    "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "Notice", "ElidedLabel", "setHeaderLabels", "Disclosure",
}  # fmt: skip
_NAMES = {"Whet", "Whet {__version__}, {}", "p"}
"""Not words."""


_PIRATE = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="tlh"><context><name>Core</name>
<message><source>There is no run “{name}”.</source><translation>Arr, no run “{name}”!</translation></message></context>
<context><name>QuitDialog</name>
<message><source>Quit</source><translation>Abandon ship</translation></message></context>
<context><name>Rows</name><message numerus="yes"><source>{n} rows</source><translation>
<numerusform>{n} plank</numerusform><numerusform>{n} planks</numerusform></translation></message></context></TS>
"""


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh_CN")
    yield
    speak(qapp, SOURCE)
    QLocale.setDefault(QLocale.system())


def test_that_every_text_is_translated_and_the_files_are_in_step_with_the_sources() -> None:
    assert translations.check() == []


def test_that_chinese_stops_are_wide() -> None:
    narrow = re.compile("[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]")
    found = [text.translation for text in translations.texts("zh_CN") if text.context != translations.CORE]
    assert [each for each in found if narrow.search(each)] == []


def test_that_what_the_window_loads_is_what_people_edit(qapp: QApplication) -> None:
    compiled = QTranslator()
    assert compiled.load(str(translations.ts("zh_CN").with_suffix(".qm")))
    differing = [
        text.source
        for text in translations.texts("zh_CN")
        if "\n" not in text.translation and compiled.translate(text.context, text.source) != text.translation
    ]
    assert differing == []


def test_that_nothing_is_shown_that_was_not_given_to_the_translators() -> None:
    found = [
        f"{path.name}:{line}: {text}"
        for path in translations.window_sources()
        for line, text in literals_shown(ast.parse(path.read_text("utf-8")))
        if text not in _NAMES
    ]
    assert found == []


def literals_shown(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Literals with a word in them that go straight into a control."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            shown = node.args[1:] if name == "addTab" else node.args[:1]
            for argument in shown if name in _SHOWN_BY else ():
                parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
                for part in parts:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and is_word(part.value):
                        yield node.lineno, part.value


def is_word(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 2


def test_that_a_literal_without_translation_is_found() -> None:
    tree = ast.parse('box.setText("Not given to anybody")\nbox.setText(f"{a} or b {c}")\nbox.setText(self.tr("Given"))')
    assert [line for line, _ in literals_shown(tree)] == [1, 2]


def test_that_the_language_is_the_person_s_choice_then_the_system_s_then_english() -> None:
    assert spoken("zh_CN", QLocale("de_DE")) == "zh_CN"
    assert spoken("", QLocale("zh_CN")) == "zh_CN"
    assert spoken("", QLocale("zh_SG")) == "zh_CN"
    assert spoken("", QLocale("zh_TW")) == "en"
    assert spoken("", QLocale("de_DE")) == "en"
    assert spoken("klingon", QLocale("en_US")) == "en"


def test_that_one_thing_is_not_counted_as_several_in_english(qapp: QApplication) -> None:
    speak(qapp, SOURCE)
    said = [QCoreApplication.translate("RunHeader", "{n} candidates", None, number) for number in (0, 1, 2)]
    assert said == ["{n} candidates", "{n} candidate", "{n} candidates"]


def test_that_qt_s_own_words_are_translated_too(chinese: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_that_an_error_of_core_is_said_in_chinese_with_its_numbers(chinese: None) -> None:
    said = Said(
        "{name} is incomplete: {missing} of {bytes} bytes are missing.", name="tiny.gguf", missing=1024, bytes=4096
    )
    error = ModelError(said, hint="Choose another name.")
    assert translated(error.message) == "tiny.gguf 不完整：4096 字节中缺少 1024 字节。"
    assert translated(str(error)) == "tiny.gguf 不完整：4096 字节中缺少 1024 字节。请换一个名称。"


def test_that_a_value_is_data_even_where_it_reads_like_a_sentence(chinese: None) -> None:
    said = Said("{name} is not a GGUF file.", name="The file is empty.")
    assert translated(said) == "The file is empty. 不是 GGUF 文件。"


def test_that_a_finished_sentence_is_recognized_by_nothing_but_itself(chinese: None) -> None:
    assert translated("tiny.gguf is not a GGUF file.") == "tiny.gguf is not a GGUF file."
    assert translated("The file is empty.") == "文件是空的。"


def test_that_the_certificate_s_sentence_is_said_in_chinese(chinese: None) -> None:
    gain = PairedGain(0.3, 0.2, 0.4, 0.0002, 150, 50, 5, "McNemar")
    certificate = Certificate("r", "t", "m", "q", "0", "c1", "f", 0.5, 0.8, gain)
    said = translated(certificate.sentence)
    assert said == "50.0 → 80.0 %：+30.0 分（95 % 区间 +20.0 … +40.0，n = 150，p < 0.001）。密封测试集已使用一次。"


def test_that_a_sentence_nobody_knows_stays_as_it_is(chinese: None) -> None:
    assert (
        translated("llama.cpp said: ggml_assert failed at line 17") == "llama.cpp said: ggml_assert failed at line 17"
    )


def test_that_english_is_never_touched(qapp: QApplication) -> None:
    speak(qapp, SOURCE)
    assert translated("The file is empty.") == "The file is empty."


def test_that_keys_name_their_gaps_and_keep_braces_that_are_none() -> None:
    said = [each.text for each in core_sentences.known_keys()]
    assert 'Rows are expected as a list of objects, or as {"examples": [...]}.' in said
    assert len(said) == len(set(said))


def test_that_a_translation_with_another_gap_is_refused() -> None:
    assert translations.GAP.findall("{n} of {total} %n") != translations.GAP.findall("{total} / {m} %n")


def test_that_a_sentence_without_a_key_and_a_value_without_a_gap_are_found() -> None:
    tree = ast.parse('raise TaskError(f"No task {name}.")\nSaid("{n} of {total}", n=1)\nSaid("{n} rows", n=2)')
    file = core_sentences.File(tree, seen=True, speaking=False, choices=False)
    assert [line for line, _ in file.faults()] == [1, 2]


def test_that_the_window_speaks_chinese_where_it_was_chosen(qapp: QApplication, qtbot: QtBot, open_whet) -> None:  # type: ignore[no-untyped-def]
    from desktop.settings import Settings

    settings = Settings()
    settings.language = "zh_CN"
    try:
        whet = open_whet()
        assert whet.window.actions_["stop"].text() == "停止(&T)"
        shown = {label.text() for label in whet.window.findChildren(QLabel)}
        assert "在自己的机器上打磨提示词" in shown
    finally:
        speak(qapp, SOURCE)
        QLocale.setDefault(QLocale.system())


def test_that_the_window_speaks_a_language_that_is_one_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "whet_tlh.ts").write_text(_PIRATE, "utf-8")
    try:
        assert "tlh" in languages()
        assert speak(qapp, "tlh") == "tlh"
        assert translated(Said("There is no run “{name}”.", name="r")) == "Arr, no run “r”!"
        assert QCoreApplication.translate("QuitDialog", "Quit") == "Abandon ship"
        assert QCoreApplication.translate("QuitDialog", "Not in the file") == "Not in the file"
        assert [QCoreApplication.translate("Rows", "{n} rows", None, n) for n in (1, 2)] == ["{n} plank", "{n} planks"]
    finally:
        speak(qapp, SOURCE)
        QLocale.setDefault(QLocale.system())
