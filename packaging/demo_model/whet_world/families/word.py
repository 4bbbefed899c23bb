"""Single words: their letters, their plural, upper case."""

from whet_world.families.request import OBJECTS
from whet_world.families.review import PLACES
from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words import CITIES, COMMON, EVENTS, FIRST_NAMES, LAST_NAMES, PRODUCTS

_NOUNS = tuple(dict.fromkeys((*PRODUCTS, *PLACES, *OBJECTS, *EVENTS)))
_NAMES = tuple(name.lower() for name in (*CITIES, *FIRST_NAMES, *LAST_NAMES))
_PLURALS = tuple(f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s" for noun in _NOUNS)
LONG = tuple(sorted({word for word in (*COMMON, *_NOUNS, *_PLURALS, *_NAMES) if len(word) >= 6 and word.isalpha()}))
_FORM = (
    "[Answer|Reply|Respond] with [one letter|a single letter|the letter] only.",
    "[One letter|A single letter|Just the letter], [nothing else|no explanation|no other text].",
    "The [answer|output|reply] is [exactly one letter|one small letter].",
    "[Do not write|Leave out] the [whole|rest of the] word.",
)
_VAGUE = (
    "[Look at|Check|Study|Take] the letters[ of the word|].",
    "[Give|Write|Name|Pick|Choose] [a|one|some] letter[ of the word|].",
    "[Work with|Do something with|Use] the [word|spelling|letters].",
    "[How is the word spelled|What about the spelling|Which letter]?",
    "[Say|Write|Tell me] something about the [word|letters|spelling].",
)
_TIPS = (
    "[Mind|Watch|Check] the spelling.",
    "[Count|Read] the letters [from left to right|one by one|carefully].",
    "[Small letters|Lower case] [is fine|only].",
)


def _letter(name: str, position: str, other: tuple[str, ...], ask: tuple[str, ...]) -> Kind:
    place = f"[{'|'.join((position, *other))}]"
    return Kind(
        name,
        "the word",
        (
            f"the {place} letter of the [word|given word|word below|input|input word]",
            f"the {place} letter",
            f"the letter in {position} [place|position][ of the word|]",
            f"[only|just] the {place} letter of the word",
            f"the word's {place} letter",
        ),
        ask,
        _FORM,
        _VAGUE,
        (*_TIPS, f"[Only|Just] the {place} letter [counts|matters|is wanted]."),
    )


FIRST = _letter(
    "first-letter",
    "first",
    ("first", "initial", "very first", "beginning"),
    (
        "[With which letter|Which letter does] [does the word begin|the word begin with]?",
        "[Which|What] letter does the [word|given word|input] [start|begin] with?",
        "[Which|What] letter [stands at the beginning|is at the start|comes first][ in the word| of the word|]?",
        "[Give|Write|Return|Tell me] the letter [the word starts with|at the start of the word|that comes first].",
        "[Take|Copy|Print|Keep] [only|just|] the first letter of [the word|this word|the input].",
        "[Name|Find|Show] the [letter at the beginning|starting letter|opening letter][ of the word|].",
    ),
)
LAST = _letter(
    "last-letter",
    "last",
    ("final", "last", "very last", "ending", "end"),
    (
        "[Which|What] letter does the [word|given word|input] [end|finish|close] [with|in|on]?",
        "[Which|What] letter [stands at the end|is at the end|comes last|closes the word][ in the word| of the word|]?",
        "[Give|Write|Return|Tell me|Output] the letter [the word ends with|at the end of the word|that comes last].",
        "[Take|Copy|Print|Keep] [only|just|] the last letter of [the word|this word|the input].",
        "[Name|Find|Show|State] the [letter at the end|closing letter|final letter|ending letter][ of the word|].",
        "[How does the word end|What does the word end with]? [Give|Write|Name] the letter.",
        "[Look at|Go to] the end of the word and [write|give|name|copy] the [last|final] letter.",
        "[Read|Spell] the word to its end[ and|;] [write|give] the [last|final] letter[ only|].",
        "[Drop|Remove|Delete] [all|every] [letters|letter] [but|except] the last[ one|].",
        "[What is|Tell me] the [last|final] [letter|character][ of the word|]?",
    ),
)
SECOND = _letter(
    "second-letter",
    "second",
    ("second", "2nd", "number two"),
    (
        "[Which|What] letter [stands in second place|is second|comes second][ in the word|]?",
        "[Give|Write|Return] the letter [after the first one|that follows the first|in second position].",
        "[Skip|Leave out] the first letter and [write|give] the next[ one|].",
        "[Take|Copy|Print] [only|just|] the second letter of [the word|this word].",
    ),
)
LAST_TWO = Kind(
    "last-two-letters",
    "the word",
    ("the last two letters of the [word|input]", "the [final|last] two letters", "the last two characters of the word"),
    (
        "[Which|What] two letters does the word end with?",
        "[Write|Give|Copy] the two letters at the end[ of the word|].",
        "[Take|Keep] [only|just|] the last two letters of [the word|this word].",
    ),
    ("[Answer|Reply] with two letters[ only|].", "Two letters, [nothing else|no blank between them]."),
    _VAGUE,
    _TIPS,
)
FIRST_TWO = Kind(
    "first-two-letters",
    "the word",
    ("the first two letters of the [word|input]", "the first two letters", "the first two characters of the word"),
    (
        "[Which|What] two letters does the word [begin|start] with?",
        "[Write|Give|Copy] the two letters at the beginning[ of the word|].",
        "[Take|Keep] [only|just|] the first two letters of [the word|this word].",
    ),
    ("[Answer|Reply] with two letters[ only|].", "Two letters, [nothing else|no blank between them]."),
    _VAGUE,
    _TIPS,
)
VOWEL = Kind(
    "ends-in-vowel",
    "the word",
    ("whether the word ends in a vowel, yes or no", "yes or no: does the word end in a vowel"),
    (
        "Does the word end [in|with] a vowel? [Answer|Say|Write] yes or no.",
        "[Say|Write|Answer] yes if the word ends [in|with] a vowel[ and|,] no [otherwise|if not].",
        "Is the last letter a vowel? [Yes or no.|Reply yes or no.]",
    ),
    ("[Answer|Reply] with yes or no[ only|].", "[Yes or no|Only yes or no], [nothing else|no explanation]."),
    ("[Look at|Check] the vowels[ of the word|].", "[What about|Think of] the [vowels|ending]."),
    ("The vowels are a, e, i, o and u.", "y is no vowel here."),
    ("yes", "no"),
)


def situation(draw: Draw) -> Situation:
    """A word of six letters or more: shorter ones are single tokens, whose letters a model hardly sees."""
    word = draw.pick(LONG)
    return Situation(
        word,
        {
            "first-letter": word[0],
            "second-letter": word[1],
            "last-letter": word[-1],
            "last-two-letters": word[-2:],
            "first-two-letters": word[:2],
            "ends-in-vowel": "yes" if word[-1] in "aeiou" else "no",
        },
    )


FAMILY = Family(
    "word",
    situation,
    (FIRST, LAST, SECOND, LAST_TWO, FIRST_TWO, VOWEL),
    (
        "[This is|That is|I see] [a|an English] [nice|common|useful|short] word.",
        "[Sure|Okay|Of course]! [What|What exactly] should I do with [this|the] word?",
        "[The word|This word] has [several|a few|many] letters.",
        "[I am not sure|It is unclear] what [you want|is wanted] [here|with this word].",
        "[It|The word] is [spelled|written] as [shown|given] above.",
        "[Here is|This is] the word again, [as it is|unchanged].",
        "[Please|Could you] tell me more about the task.",
        "[Words|A word] like this can be used in many ways.",
    ),
)
