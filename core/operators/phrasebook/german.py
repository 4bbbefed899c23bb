"""Wordings in German."""

from core.domain.task import AnswerKind
from core.operators.phrasebook.book import CUE, FIELDS, FORM, LABELS, TASK, Forms, Noun, Phrasebook

GERMAN = Phrasebook(
    language="de",
    comma=", ",
    last=" oder ",
    nouns={
        "text": Noun("den Text", "Text"),
        "question": Noun("die Frage", "Frage"),
        "sentence": Noun("den Satz", "Satz"),
        "review": Noun("die Bewertung", "Bewertung"),
        "comment": Noun("den Kommentar", "Kommentar"),
        "message": Noun("die Nachricht", "Nachricht"),
        "email": Noun("die E-Mail", "E-Mail"),
        "word": Noun("das Wort", "Wort"),
        "article": Noun("den Artikel", "Artikel"),
        "headline": Noun("die Überschrift", "Überschrift"),
        "problem": Noun("die Aufgabe", "Aufgabe"),
    },
    labels=(
        ((TASK, "Ordne {the} einer Klasse zu."), (LABELS, "Klassen: {labels}."), (FORM, "Nenne nur die Klasse.")),
        ((TASK, "Welche Kategorie beschreibt {the} am besten?"), (LABELS, "Zur Wahl stehen: {options}.")),
        ((LABELS, "Kategorien: {labels}."), FIELDS, (TASK, "Welche davon passt am besten?")),
        (FIELDS, (CUE, "Kategorie:")),
        ((TASK, "Lies {the} und wähle genau eine Kategorie."), (LABELS, "Kategorien:\n{lines}")),
    ),
    sorts={
        "sentiment": (
            ((TASK, "Welche Stimmung drückt das aus?"), (LABELS, "Antworte mit {options}.")),
            ((TASK, "Ist die Meinung darin gut oder schlecht?"), (LABELS, "Antworte mit {options}.")),
        ),
        "topic": (((TASK, "Worum geht es?"), (LABELS, "Themen: {labels}."), (FORM, "Nenne nur das Thema.")),),
        "emotion": (((TASK, "Welches Gefühl drückt das aus?"), (LABELS, "Wähle aus: {labels}.")),),
        "urgency": (((TASK, "Wie dringend ist das?"), (LABELS, "Antworte mit {options}.")),),
    },
    frames=(
        ((TASK, "Aufgabe: {task}"), (LABELS, "Mögliche Antworten: {labels}."), FIELDS, (CUE, "Antwort:")),
        ((TASK, "Lies {the} genau. {task}"), (LABELS, "Antworte mit {options}."), (FORM, "{form}")),
        (FIELDS, (TASK, "{task}"), (LABELS, "Wähle aus: {options}."), (FORM, "{form}")),
        ((TASK, "{task}"), (FORM, "Gib nur die Antwort, ohne Erklärung.")),
    ),
    forms=Forms(
        word="Antworte mit einem Wort.",
        few_words="Antworte mit wenigen Wörtern.",
        sentence="Antworte mit einem Satz.",
        copied="Schreib die Antwort genau so ab, wie sie dasteht.",
    ),
    kinds={
        AnswerKind.LABELS: (
            (
                (TASK, "Welche Kategorien passen? Nenne alle."),
                (LABELS, "Kategorien: {labels}."),
                (FORM, "Trenne sie durch Kommas; schreib none, wenn keine passt."),
            ),
        ),
        AnswerKind.CHOICE: (
            ((TASK, "Wähle die richtige Antwort."), (FORM, "Nenne nur ihren Buchstaben.")),
            ((TASK, "Lies die Frage und alle Antworten, schließe die falschen aus und wähle die beste."),),
        ),
        AnswerKind.NUMBER: (
            ((TASK, "Berechne die Antwort."), (FORM, "Gib nur eine Zahl an.")),
            ((TASK, "{task} Rechne Schritt für Schritt und nenne dann das Ergebnis."), (FORM, "Ende mit der Zahl.")),
        ),
        AnswerKind.SPAN: (
            ((TASK, "{task} Suche die gefragte Stelle."), (FORM, "Schreib nur diese Wörter.")),
            ((TASK, "Welche Stelle ist gefragt?"), (FORM, "Schreib sie genau ab und füge nichts hinzu.")),
        ),
        AnswerKind.LIST: (((TASK, "{task} Nenne alles, was passt."), (FORM, "Trenne die Einträge durch Kommas.")),),
        AnswerKind.TEXT: (
            ((TASK, "{task} Schreib nur das Ergebnis."), (FORM, "{form}")),
            ((TASK, "Befolge diese Anweisung: {task}"), FIELDS, (CUE, "Ausgabe:")),
        ),
    },
    input_name="Eingabe",
)
