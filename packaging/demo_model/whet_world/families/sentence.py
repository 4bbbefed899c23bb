"""Short sentences about who did what: their first and last word, and the same said in other ways."""

from whet_world.families.request import OBJECTS
from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words import FIRST_NAMES, PRODUCTS

ROLES = tuple(
    "teacher nurse driver baker farmer singer painter doctor lawyer waiter pilot tailor plumber butcher gardener "
    "manager student neighbor soldier judge actor sailor dancer writer editor engineer librarian mechanic dentist "
    "carpenter minister secretary captain hunter banker cleaner cook guard guest clerk".split()
)
VERBS = (
    ("paint", "painted", "painted"), ("clean", "cleaned", "cleaned"), ("open", "opened", "opened"),
    ("close", "closed", "closed"), ("carry", "carried", "carried"), ("check", "checked", "checked"),
    ("copy", "copied", "copied"), ("deliver", "delivered", "delivered"), ("find", "found", "found"),
    ("hide", "hid", "hidden"), ("take", "took", "taken"), ("lose", "lost", "lost"), ("keep", "kept", "kept"),
    ("break", "broke", "broken"), ("sell", "sold", "sold"), ("bring", "brought", "brought"), ("see", "saw", "seen"),
    ("borrow", "borrowed", "borrowed"), ("choose", "chose", "chosen"), ("repair", "repaired", "repaired"),
    ("move", "moved", "moved"), ("order", "ordered", "ordered"), ("steal", "stole", "stolen"),
    ("throw", "threw", "thrown"), ("wash", "washed", "washed"), ("hold", "held", "held"), ("send", "sent", "sent"),
    ("forget", "forgot", "forgotten"), ("give away", "gave away", "given away"), ("drop", "dropped", "dropped"),
)  # fmt: skip
"""The base, the past and the participle."""

_ABOUT = "the sentence"
_VAGUE = (
    "[Change|Rewrite|Edit|Transform] the sentence.",
    "[Look at|Read|Take|Use] the [sentence|words].",
    "[Say|Put|Write] [it|the sentence] in another [way|form].",
    "[What|Which word] [is|stands] in the sentence?",
    "[Work with|Do something with] the [sentence|words][ of it|].",
)
_TIPS = (
    "[Keep|Use] the [same|given] words.",
    "[Do not|Never] change the meaning of the other words.",
    "The sentence is about the past.",
)
_SENTENCE = (
    "[Answer|Reply] with [one|a single] [full|] sentence.",
    "[One|A single] sentence, [nothing else|no explanation].",
    "[End|Close] it with [a full stop|the right mark].",
)
_WORD = (
    "[Answer|Reply] with one word[ only|].",
    "[One word|Just the word], [nothing else|no explanation].",
    "[Small|Lower case] letters are fine.",
)


def _kind(name: str, what: tuple[str, ...], ask: tuple[str, ...], form: tuple[str, ...] = _SENTENCE) -> Kind:
    return Kind(name, _ABOUT, what, ask, form, _VAGUE, _TIPS)


KINDS = (
    _kind(
        "passive",
        ("the sentence in the passive[ voice|]", "the passive [form|voice] of the sentence", "a passive sentence"),
        (
            "[Turn|Change|Put|Rewrite] the sentence [into|in] the passive[ voice|].",
            "[Say|Write] it in the passive[ voice|][: what was done by whom|].",
            "[Begin|Start] with the thing and [write|use] the passive[ voice|].",
        ),
    ),
    _kind(
        "negation",
        ("the [negation|negative form] of the sentence", "the negated sentence", "the sentence with not"),
        (
            "[Negate|Deny] the sentence.",
            "[Write|Say] that it did not happen.",
            "[Turn|Change|Make] the sentence [into its negation|negative].",
        ),
    ),
    _kind(
        "question",
        ("the sentence as a [yes or no|] question", "the [yes-no|] question for the sentence", "the question form"),
        (
            "[Turn|Change|Make] the sentence into a question.",
            "[Ask|Write a question] whether it happened.",
            "[Begin|Start] with Did and [ask|write the question].",
        ),
    ),
    _kind(
        "future",
        ("the sentence in the future[ tense|]", "the future [form|tense] of the sentence", "the sentence with will"),
        (
            "[Put|Write|Say] [it|the sentence] in the future[ tense|].",
            "[Change|Turn] the sentence [into|to] the future[ tense|].",
            "[Say|Write] that it will happen.",
        ),
    ),
    _kind(
        "last-word",
        ("the [last|final] word[ of the sentence|]", "the word at the end[ of the sentence|]"),
        (
            "[Which|What] word [ends|closes] the sentence?",
            "[Write|Give|Copy|Name] the [last|final] word[ of the sentence|].",
            "[Take|Keep] [only|just] the last word.",
        ),
        _WORD,
    ),
    _kind(
        "first-word",
        ("the [first|opening] word[ of the sentence|]", "the word at the beginning[ of the sentence|]"),
        (
            "[Which|What] word [begins|opens] the sentence?",
            "[Write|Give|Copy|Name] the [first|opening] word[ of the sentence|].",
            "[Take|Keep] [only|just] the first word.",
        ),
        _WORD,
    ),
    _kind(
        "done-thing",
        ("the [object|thing][ in the sentence|]", "the thing that something was done to"),
        (
            "[To what|To which thing] was something done?",
            "[Write|Give|Copy|Name] the [object|thing][ of the sentence|].",
            "[Find|Pick] the [grammatical|] object[ of the sentence|].",
        ),
        _WORD,
    ),
)


def situation(draw: Draw) -> Situation:
    """Somebody did something to a thing."""
    base, past, participle = draw.pick(VERBS)
    thing = draw.pick((*OBJECTS, *PRODUCTS))
    who = draw.pick(FIRST_NAMES) if draw.rng.random() < 0.4 else f"the {draw.pick(ROLES)}"
    opened = who[0].upper() + who[1:]
    return Situation(
        f"{opened} {past} the {thing}.",
        {
            "passive": f"The {thing} was {participle} by {who}.",
            "negation": f"{opened} did not {base} the {thing}.",
            "question": f"Did {who} {base} the {thing}?",
            "future": f"{opened} will {base} the {thing}.",
            "last-word": thing,
            "first-word": opened.split()[0],
            "done-thing": f"the {thing}",
        },
    )


FAMILY = Family(
    "sentence",
    situation,
    KINDS,
    (
        "[This|That] is a [short|simple|complete] sentence.",
        "[Sure|Okay]! What [exactly|] should I do with [it|the sentence]?",
        "[I am not sure|It is unclear] what you [want|need] here.",
        "[Somebody|Someone] did something, [it seems|I see].",
        "[Please|Could you] tell me more about the task.",
        "[The grammar|The sentence] [looks|seems] fine to me.",
        "[Sentences|Texts] like this can be changed in many ways.",
    ),
)
