"""A single noun: its plural, its article, and in capitals."""

from whet_world.families.request import OBJECTS
from whet_world.families.review import PLACES
from whet_world.families.sentence import ROLES
from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words import PRODUCTS

_IRREGULAR = {
    "knife": "knives", "shelf": "shelves", "foot": "feet", "child": "children", "woman": "women", "man": "men",
    "tooth": "teeth", "mouse": "mice", "goose": "geese", "leaf": "leaves", "wolf": "wolves", "loaf": "loaves",
    "scarf": "scarves", "wife": "wives", "half": "halves", "thief": "thieves", "calf": "calves",
    "analysis": "analyses", "thesis": "theses",
}  # fmt: skip
_NO_PLURAL = {"feedback", "boots", "sandals", "sneakers", "minutes", "measurement", "will", "copy", "aircraft"}
NOUNS = tuple(
    sorted({word for word in (*OBJECTS, *PLACES, *ROLES, *PRODUCTS, *_IRREGULAR) if word.isalpha()} - _NO_PLURAL)
)
_ABOUT = "the word"
_VAGUE = (
    "[Change|Use|Take|Transform] the [word|noun].",
    "[Write|Give] [another|a|some] form of the [word|noun].",
    "[Say|Tell me|Write] something about the [word|noun].",
    "[What|How] is the [word|noun]?",
    "[Look at|Read] the [word|noun].",
)
_TIPS = ("[Mind|Watch] the spelling.", "[It|The word] is a noun[ in the singular|].", "[Keep|Copy] the word right.")
_FORM = (
    "[Answer|Reply] with [one word|the form] only.",
    "[Only|Just] [one word|the form], [nothing else|no explanation].",
    "[Do not|Never] write a sentence.",
)


def _kind(name: str, what: tuple[str, ...], ask: tuple[str, ...]) -> Kind:
    return Kind(name, _ABOUT, what, ask, _FORM, _VAGUE, _TIPS)


KINDS = (
    _kind(
        "plural",
        ("the plural[ of the word| of the noun|]", "the plural form[ of the word|]", "the word in the plural"),
        (
            "[Put|Write|Turn] the [word|noun] in the plural.",
            "[What is it|How is it] called when there are [two|many|several]?",
            "[Make|Form] the plural[ of the noun|].",
        ),
    ),
    _kind(
        "capitals",
        ("the word in [capital letters|capitals|upper case]", "the word, all letters in upper case"),
        (
            "[Write|Put|Print] the word in [capitals|capital letters|upper case].",
            "[Change|Turn] every letter of the word into a capital.",
            "[Shout|Write out] the word in upper case.",
        ),
    ),
    _kind(
        "with-article",
        ("the word with [its|the right] [indefinite|] article, a or an", "a or an and the word"),
        (
            "[Put|Write] a or an [before|in front of] the word.",
            "[Is it|Does one say] a or an? [Write|Give] the article and the word.",
            "[Add|Give] the indefinite article[ and the word|].",
        ),
    ),
)


def plural(noun: str) -> str:
    """The plural of a noun of the list."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


def situation(draw: Draw) -> Situation:
    """A noun."""
    noun = draw.pick(NOUNS)
    article = "an" if noun[0] in "aeiou" else "a"  # none of the list begins with a silent h or sounds like “you”
    return Situation(noun, {"plural": plural(noun), "capitals": noun.upper(), "with-article": f"{article} {noun}"})


FAMILY = Family(
    "noun",
    situation,
    KINDS,
    (
        "[This|That] is a [common|useful|short] noun.",
        "[Sure|Okay]! What [exactly|] should I do with [it|the word]?",
        "[I am not sure|It is unclear] what you [want|need] here.",
        "[Please|Could you] tell me more about the task.",
        "[The word|It] is written as [shown|given] above.",
        "[Nouns|Words] like this [name|stand for] things or people.",
    ),
)
