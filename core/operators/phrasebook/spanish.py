"""Wordings in Spanish."""

from core.domain.task import AnswerKind
from core.operators.phrasebook.book import CUE, FIELDS, FORM, LABELS, TASK, Forms, Noun, Phrasebook

SPANISH = Phrasebook(
    language="es",
    comma=", ",
    last=" o ",
    nouns={
        "text": Noun("el texto", "Texto"),
        "question": Noun("la pregunta", "Pregunta"),
        "sentence": Noun("la frase", "Frase"),
        "review": Noun("la reseña", "Reseña"),
        "comment": Noun("el comentario", "Comentario"),
        "message": Noun("el mensaje", "Mensaje"),
        "word": Noun("la palabra", "Palabra"),
        "article": Noun("el artículo", "Artículo"),
        "headline": Noun("el titular", "Titular"),
        "problem": Noun("el problema", "Problema"),
    },
    labels=(
        ((TASK, "Clasifica {the}."), (LABELS, "Categorías: {labels}."), (FORM, "Responde solo con la categoría.")),
        ((TASK, "¿Qué categoría describe mejor {the}?"), (LABELS, "Elige entre: {options}.")),
        ((LABELS, "Categorías: {labels}."), FIELDS, (TASK, "¿Cuál encaja mejor?")),
        (FIELDS, (CUE, "Categoría:")),
        ((TASK, "Lee {the} y elige una sola categoría."), (LABELS, "Categorías:\n{lines}")),
    ),
    sorts={
        "sentiment": (
            ((TASK, "¿Qué sentimiento expresa?"), (LABELS, "Responde {options}.")),
            ((TASK, "¿Está contenta o descontenta la persona que lo escribe?"), (LABELS, "Responde {options}.")),
        ),
        "topic": (((TASK, "¿De qué trata?"), (LABELS, "Temas: {labels}."), (FORM, "Di solo el tema.")),),
        "emotion": (((TASK, "¿Qué emoción expresa?"), (LABELS, "Elige entre: {labels}.")),),
        "urgency": (((TASK, "¿Qué urgencia tiene?"), (LABELS, "Responde {options}.")),),
    },
    frames=(
        ((TASK, "Tarea: {task}"), (LABELS, "Respuestas posibles: {labels}."), FIELDS, (CUE, "Respuesta:")),
        ((TASK, "Lee {the} con atención. {task}"), (LABELS, "Responde {options}."), (FORM, "{form}")),
        (FIELDS, (TASK, "{task}"), (LABELS, "Elige entre: {options}."), (FORM, "{form}")),
        ((TASK, "{task}"), (FORM, "Da solo la respuesta, sin explicación.")),
    ),
    forms=Forms(
        word="Responde con una palabra.",
        few_words="Responde con pocas palabras.",
        sentence="Responde con una frase.",
        copied="Copia la respuesta tal como está escrita.",
    ),
    kinds={
        AnswerKind.LABELS: (
            (
                (TASK, "¿Qué categorías corresponden? Nómbralas todas."),
                (LABELS, "Categorías: {labels}."),
                (FORM, "Sepáralas con comas; escribe none si no corresponde ninguna."),
            ),
        ),
        AnswerKind.CHOICE: (
            ((TASK, "Elige la opción correcta."), (FORM, "Da solo su letra.")),
            ((TASK, "Lee la pregunta y todas las opciones, descarta las falsas y elige la mejor."),),
        ),
        AnswerKind.NUMBER: (
            ((TASK, "Calcula la respuesta."), (FORM, "Da un solo número.")),
            ((TASK, "{task} Calcula paso a paso y da después el resultado."), (FORM, "Termina con el número.")),
        ),
        AnswerKind.SPAN: (
            ((TASK, "{task} Busca las palabras que se piden."), (FORM, "Escribe solo esas palabras.")),
            ((TASK, "¿Qué parte se pide?"), (FORM, "Cópiala sin añadir nada.")),
        ),
        AnswerKind.LIST: (
            ((TASK, "{task} Nombra todo lo que corresponde."), (FORM, "Separa los elementos con comas.")),
        ),
        AnswerKind.TEXT: (
            ((TASK, "{task} Escribe solo el resultado."), (FORM, "{form}")),
            ((TASK, "Sigue esta instrucción: {task}"), FIELDS, (CUE, "Resultado:")),
        ),
    },
    input_name="Entrada",
)
