"""The window's languages: complete, in step with the sources, and used for what core says too."""

import ast
import json
import re
from collections.abc import Iterator

import core_sentences
import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.domain.certificate import Certificate, PairedGain
from core.errors import ModelError
from desktop.language import SOURCE, speak, spoken
from desktop.sentences import translated

_SHOWN_BY = {
    "setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setWindowTitle",
    "setTitle", "setSuffix", "setPrefix", "setTabText", "addTab", "addItem", "addMenu", "label", "QLabel",
    "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "Notice", "ElidedLabel", "setHeaderLabels", "Disclosure",
}  # fmt: skip
_NAMES = {"Whet", "Whet {__version__}, {}", "p"}
"""Not words."""


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
    error = ModelError("tiny.gguf is incomplete: 1024 of 4096 bytes are missing.", hint="Choose another name.")
    assert translated(error.message) == "tiny.gguf 不完整：4096 字节中缺少 1024 字节。"
    assert translated(str(error)) == "tiny.gguf 不完整：4096 字节中缺少 1024 字节。请换一个名称。"


def test_that_a_name_in_chinese_or_with_stops_does_not_hide_an_error(chinese: None) -> None:
    assert translated("我的 模型 v1.5. neu.gguf is not a GGUF file.") == "我的 模型 v1.5. neu.gguf 不是 GGUF 文件。"


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


def test_that_templates_name_their_gaps_and_keep_braces_that_are_none() -> None:
    said = [each.text for each in core_sentences.templates()]
    assert 'Rows are expected as a list of objects, or as {"examples": [...]}.' in said
    assert len(said) == len(set(said))


def test_that_a_translation_with_another_gap_is_refused() -> None:
    assert translations.GAP.findall("{n} of {total} %n") != translations.GAP.findall("{total} / {m} %n")


def test_that_every_template_is_recognized_as_itself(chinese: None) -> None:
    """What stands in a gap does not matter: with its names in the gaps each template must lead to its translation."""
    known = json.loads(translations.TEMPLATES.read_text("utf-8"))
    lost = [text for text in known if len(text) > 30 and translated(text) == text]
    assert lost == []


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
