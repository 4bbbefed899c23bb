"""What columns are called, in the languages of people who send files: names of inputs, of answers, and of neither."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACCENTS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without case, accents, camelCase and punctuation: “groundTruth” and “Ground truth” are `ground_truth`."""
    parted = _CAMEL.sub("_", name)
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", parted)))
    return re.sub(r"[\W_]+", "_", bare.casefold()).strip("_")


def _ranked(words: str) -> tuple[str, ...]:
    """Names in their rank: “a b/c” is a before b and c."""
    return tuple(dict.fromkeys(plain(word) for word in words.split()))


INPUTS = _ranked("""
    input question text prompt sentence review query utterance message content document passage problem request
    user_input comment tweet dialogue article conversation transcript instruction email email_body mail ticket post
    utterances statement source_text original src q premise ctx goal stem question_stem description title body source
    Frage Text Eingabe Satz Nachricht Anfrage Bewertungstext Kommentar Beschreibung Aufgabe
    question_utilisateur texte entrée phrase requête commentaire énoncé avis
    pregunta texto entrada oración frase mensaje consulta reseña comentario enunciado
    pergunta sentença mensagem avaliação
    domanda testo ingresso messaggio recensione
    vraag tekst invoer zin bericht
    pytanie tekst wejście zdanie wiadomość recenzja
    soru metin girdi cümle mesaj yorum
    вопрос текст ввод предложение сообщение запрос отзыв
    问题 文本 输入 句子 内容 题目 提问 评论 問題 文本 輸入 内容 原文
    質問 テキスト 入力 文 本文 文章 問い メッセージ レビュー
    질문 텍스트 입력 문장 내용 문제 리뷰
    سؤال السؤال نص النص مدخل جملة رسالة
    प्रश्न पाठ इनपुट वाक्य सवाल संदेश
""")

ANSWERS = _ranked("""
    ideal expected expected_output expected_answer ground_truth ground_truths reference_answer gold_answer golden_answer
    answer reference correct_answer best_answer final_decision
    correct_label gold gold_label answer_key target label category class intent sentiment
    summary highlights references reference_output reference_outputs answers labels tags topics categories
    emotions intents solution preferred_output chosen tgt translation target_text label_text topic a
    Antwort Lösung Ausgabe Ergebnis Kategorie Klasse Etikett Zusammenfassung Stimmung Übersetzung erwartet Absicht
    réponse solution_attendue sortie catégorie classe étiquette résumé sentiment_attendu traduction attendu
    respuesta solución salida resultado categoría clase etiqueta resumen sentimiento traducción esperado intención
    resposta solução saída categoria rótulo resumo sentimento tradução
    risposta soluzione uscita etichetta riassunto traduzione
    antwoord oplossing uitvoer categorie samenvatting vertaling
    odpowiedź rozwiązanie wyjście kategoria etykieta klasa streszczenie podsumowanie tłumaczenie
    cevap yanıt çözüm çıktı kategori etiket sınıf özet çeviri
    ответ решение вывод категория метка класс резюме перевод тональность
    答案 回答 标签 类别 分类 输出 标准答案 摘要 译文 情感 意图 標籤 類別 輸出 分類
    答え 回答 解答 ラベル カテゴリ 分類 出力 要約 翻訳 正解
    답변 정답 대답 답 레이블 라벨 분류 출력 요약 번역 카테고리
    جواب الجواب إجابة الإجابة تصنيف التصنيف فئة ملخص ترجمة
    उत्तर जवाब श्रेणी लेबल आउटपुट सारांश अनुवाद
""")

SURE = ANSWERS[: ANSWERS.index("reference") + 1]
"""What is right wherever it stands beside what a model said."""

OUTPUTS = _ranked("output completion response reply generation prediction model_output")
FEEDBACK = frozenset(_ranked("rating output_feedback grade feedback"))
SPLITS = frozenset(_ranked("split set subset partition fold_name data_split datensatz aufteilung partición 划分"))
GROUPS = frozenset(
    _ranked("""
    group group_id document_id doc_id docid document_name patient_id patient conversation_id thread_id session_id
    dialog_id dialogue_id article_id passage_id paragraph_id speaker_id author_id user_id customer_id case_id
    template_id cluster_id family_id episode_id chat_id story_id
""")
)
CODES = frozenset(
    _ranked("""
    label labels class classes category target gold gold_label sentiment polarity intent topic y toxic spam is_spam
    stars rating rank level severity Klasse Kategorie clase classe categoría categoria
    标签 类别 分类 ラベル 레이블 метка класс
""")
)

_NEITHER = frozenset(
    _ranked("""
    id ids uid uuid guid pk key index idx no nr num row row_id rowid line number status state metadata meta created
    updated modified date time datetime timestamp day month year url link href author user username annotator
    annotator_id
    lead_time version language lang locale hash checksum token tokens model model_name duration latency cost score
    confidence weight priority_score dataset dataset_id trace_id span_id run_id source_trace_id file filename path
    email_address phone column_0 unnamed_0 notes remark remarks type vars difficulty
    编号 序号 状态 日期 时间 番号 日付 状態 상태 날짜 번호 номер дата статус nummer datum zeitstempel estado fecha
    numéro statut fecha_hora stato numero
""")
)
_NEITHER_LAST = frozenset(
    {"id", "ids", "uuid", "guid", "at", "status", "timestamp", "date", "url", "index", "idx", "hash"}
)
_ENDS = frozenset(".!?。！？")
_NEITHER_PART = frozenset({"metadata", "timestamp", "uuid", "guid", "annotator", "unnamed"})


def is_neither(name: str) -> bool:
    """Whether a column says something about a row that is neither asked nor answered: its id, its status, its date."""
    own = plain(name)
    parts = own.split("_")
    return own in _NEITHER or (len(parts) > 1 and (parts[-1] in _NEITHER_LAST or bool(_NEITHER_PART & set(parts))))


def is_name(name: str) -> bool:
    """Whether a cell is a name that columns have."""
    return plain(name) in _KNOWN


def is_known(name: str) -> bool:
    """Whether a cell reads like a name of a column: it is one, or has one among its few words."""
    if is_name(name) or is_neither(name):
        return True
    parts = plain(name).split("_")
    return (
        name.strip()[-1:] not in _ENDS
        and 1 < len(parts) <= 3
        and any(len(part) > 2 and part in _KNOWN for part in parts)
    )


_KNOWN = frozenset({
    *INPUTS, *ANSWERS, *OUTPUTS, *FEEDBACK, *SPLITS, *GROUPS, *CODES, *_NEITHER,
    "context", "options", "choices", "name", "value", "item", "product", "country", "hypothesis", "sentence1",
    "sentence2",
    "question1", "question2", "rationale", "explanation", "comments",
    "subject", "department", "priority", "team", "queue",
}) - {"no", "a", "q"}  # fmt: skip
