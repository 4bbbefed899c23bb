"""Wordings in French."""

from core.domain.task import AnswerKind
from core.operators.phrasebook.book import CUE, FIELDS, FORM, LABELS, TASK, Forms, Noun, Phrasebook

FRENCH = Phrasebook(
    language="fr",
    comma=", ",
    last=" ou ",
    nouns={
        "text": Noun("le texte", "Texte"),
        "question": Noun("la question", "Question"),
        "sentence": Noun("la phrase", "Phrase"),
        "review": Noun("l’avis", "Avis"),
        "comment": Noun("le commentaire", "Commentaire"),
        "message": Noun("le message", "Message"),
        "word": Noun("le mot", "Mot"),
        "article": Noun("l’article", "Article"),
        "headline": Noun("le titre", "Titre"),
        "problem": Noun("le problème", "Problème"),
    },
    labels=(
        ((TASK, "Classe {the}."), (LABELS, "Catégories : {labels}."), (FORM, "Réponds par la catégorie seulement.")),
        ((TASK, "Quelle catégorie décrit le mieux {the} ?"), (LABELS, "Choisis parmi : {options}.")),
        ((LABELS, "Catégories : {labels}."), FIELDS, (TASK, "Laquelle convient le mieux ?")),
        (FIELDS, (CUE, "Catégorie :")),
        ((TASK, "Lis {the} et choisis une seule catégorie."), (LABELS, "Catégories :\n{lines}")),
    ),
    sorts={
        "sentiment": (
            ((TASK, "Quel sentiment cela exprime-t-il ?"), (LABELS, "Réponds par {options}.")),
            ((TASK, "L’auteur est-il content ou mécontent ?"), (LABELS, "Réponds par {options}.")),
        ),
        "topic": (((TASK, "De quoi s’agit-il ?"), (LABELS, "Sujets : {labels}."), (FORM, "Donne le sujet.")),),
        "emotion": (((TASK, "Quelle émotion cela exprime-t-il ?"), (LABELS, "Choisis parmi : {labels}.")),),
        "urgency": (((TASK, "Quel est le degré d’urgence ?"), (LABELS, "Réponds par {options}.")),),
    },
    frames=(
        ((TASK, "Consigne : {task}"), (LABELS, "Réponses possibles : {labels}."), FIELDS, (CUE, "Réponse :")),
        ((TASK, "Lis {the} avec attention. {task}"), (LABELS, "Réponds par {options}."), (FORM, "{form}")),
        (FIELDS, (TASK, "{task}"), (LABELS, "Choisis parmi : {options}."), (FORM, "{form}")),
        ((TASK, "{task}"), (FORM, "Donne seulement la réponse, sans explication.")),
    ),
    forms=Forms(
        word="Réponds par un seul mot.",
        few_words="Réponds par quelques mots.",
        sentence="Réponds par une phrase.",
        copied="Recopie la réponse telle qu’elle est écrite.",
    ),
    kinds={
        AnswerKind.LABELS: (
            (
                (TASK, "Quelles catégories conviennent ? Donne-les toutes."),
                (LABELS, "Catégories : {labels}."),
                (FORM, "Sépare-les par des virgules ; écris none si aucune ne convient."),
            ),
        ),
        AnswerKind.CHOICE: (
            ((TASK, "Choisis la bonne réponse."), (FORM, "Donne seulement sa lettre.")),
            ((TASK, "Lis la question et toutes les réponses, écarte les fausses et choisis la meilleure."),),
        ),
        AnswerKind.NUMBER: (
            ((TASK, "Calcule la réponse."), (FORM, "Donne un seul nombre.")),
            ((TASK, "{task} Calcule pas à pas, puis donne le résultat."), (FORM, "Termine par le nombre.")),
        ),
        AnswerKind.SPAN: (
            ((TASK, "{task} Trouve les mots demandés."), (FORM, "Écris seulement ces mots.")),
            ((TASK, "Quel passage est demandé ?"), (FORM, "Recopie-le sans rien ajouter.")),
        ),
        AnswerKind.LIST: (
            ((TASK, "{task} Donne tout ce qui convient."), (FORM, "Sépare les éléments par des virgules.")),
        ),
        AnswerKind.TEXT: (
            ((TASK, "{task} Écris seulement le résultat."), (FORM, "{form}")),
            ((TASK, "Suis cette consigne : {task}"), FIELDS, (CUE, "Résultat :")),
        ),
    },
    input_name="Entrée",
)
