"""Wordings by language: English and Chinese for every task, others where the data or the prompt is in them."""

from core.operators.phrasebook.book import Forms, Noun, Phrasebook, Wording
from core.operators.phrasebook.chinese import CHINESE
from core.operators.phrasebook.english import ENGLISH
from core.operators.phrasebook.french import FRENCH
from core.operators.phrasebook.german import GERMAN
from core.operators.phrasebook.spanish import SPANISH

__all__ = ["PHRASEBOOKS", "Forms", "Noun", "Phrasebook", "Wording"]

PHRASEBOOKS = {book.language: book for book in (ENGLISH, CHINESE, GERMAN, FRENCH, SPANISH)}
"""By the language's ISO 639 code."""
