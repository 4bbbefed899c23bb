"""Lists of words from everyday categories."""

from collections import Counter
from dataclasses import dataclass

from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words_items import ITEMS

CATEGORIES = tuple(ITEMS)
PICKED = ("animal", "fruit", "color", "vehicle", "clothes")
"""Categories that have a kind of their own."""
LENGTHS = (3, 4, 5)
ODD_SHARE = 0.35
PAIR = 2
"""Categories of a list with an odd one out."""


def _categories(draw: Draw) -> list[str]:
    """The category of each word: all but one of the same, or any."""
    n = draw.rng.choice(LENGTHS)
    if draw.rng.random() < ODD_SHARE:
        many, one = draw.sample(CATEGORIES, 2)
        found = [many] * (n - 1)
        found.insert(draw.rng.randrange(n), one)
        return found
    return draw.rng.choices(CATEGORIES, k=n)


def situation(draw: Draw) -> Situation:
    """A list of three to five different words; words are open to both sides, the lists are new."""
    categories = _categories(draw)
    left = {category: draw.rng.sample(words, len(categories)) for category, words in ITEMS.items()}
    words = [left[category].pop() for category in categories]
    counts = Counter(categories)
    answers = {"first-item": words[0], "last-item": words[-1], "count-items": str(len(words))}
    for category, word in zip(categories, words, strict=True):
        if counts[category] > 1:
            continue
        if category in PICKED:
            answers[f"pick-{category}"] = word
        if len(counts) == PAIR:
            answers["odd-one-out"] = word
    return Situation(", ".join(words), answers)


_VAGUE = (
    "[Look at|Read|Check|Consider] the [words|list|items].",
    "[Work on|Handle|Treat|Process] the [list|words|items][ below| in the input|].",
    "[This|The input] is a list of [words|items|things].",
    "[Do something with|Use|Take] the [list|words][ here|].",
    "[Help me|I need help] with [this list|these words|these items].",
    "[Pick|Choose] [something|a word|one] from the list.",
)
_ONE = (
    "[Answer|Reply|Respond] with [only the word|the word only|just the word|only this word].",
    "[One word|Only one word|Just one word][, nothing else|].",
    "[No explanation|No sentence|No other words].",
    "[Write|Copy] the word [exactly|just] as [in the list|it stands there].",
    "[Do not|Don't] [repeat|copy] the [whole|rest of the] list.",
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a category is called, with its article and without, and sentences about it."""

    one: str
    bare: str
    hint: str
    reason: str


NAMED = {
    "animal": Words(
        "an animal",
        "animal",
        "[An animal|It] [is alive and moves|has legs, wings or fins].",
        "[For the zoo|For my book about animals|For the vet]",
    ),
    "fruit": Words(
        "a fruit",
        "fruit",
        "[A fruit|It] [grows on trees or bushes|is sweet or sour and can be eaten].",
        "[For the fruit salad|For the market|For my shopping]",
    ),
    "color": Words(
        "a color",
        "color",
        "[A color|It] is [what a painter chooses|no thing and no animal].",
        "[For the painter|For the walls|For my drawing]",
    ),
    "vehicle": Words(
        "a vehicle",
        "vehicle",
        "[A vehicle|It] [takes people from place to place|moves on roads, on water or in the air].",
        "[For our trip|For the garage|For the travel plan]",
    ),
    "clothes": Words(
        "[a piece of clothing|something to wear]",
        "piece of clothing",
        "[Clothes are|A piece of clothing is] [worn on the body|what people put on].",
        "[For my suitcase|For the wardrobe|For the fashion shop]",
    ),
}


def _pick(category: str) -> Kind:
    words = NAMED[category]
    bare = words.bare
    return Kind(
        name=f"pick-{category}",
        about="the list",
        what=(
            f"the {bare} [in|from|on] the list",
            f"the [word|item] [that names|for] {words.one}",
            f"the [one|only] {bare} [in|of] the list",
            f"the [word|item] [in|of] the list that is {words.one}",
            f"the {bare}[| among the words| among the items]",
            f"the {bare} that [stands in|is in|you find in] the list",
            f"the only {bare} [among|of] the [words|items]",
        ),
        ask=(
            f"[Write|Give|Return|Output|Name] the {bare}[ in the list| from the list|].",
            f"[Which|What] is the {bare}[ in the list| here|]?",
            f"[Which|What] [word|item] is {words.one}?",
            f"[Find|Pick|Choose|Select|Identify] the {bare}[ in the list| among the words|].",
            f"[{bare}?|the {bare}, please|{bare} only|just the {bare}]",
            f"[I want|I need|I would like] the {bare}[ from the list|, not the other things|].",
            f"[Tell me|Say|State] which [word|item] is {words.one}.",
            f"Given a list of [words|items], [return|give|write] the {bare}.",
            f"[Only one|Just one|One] of the [words|items] is {words.one}. [Write|Name|Give] it.",
            f"{words.reason}, [write|give|pick|name] the {bare}[ in the list|].",
            f"[Leave out|Drop|Skip] all [words|items] but the {bare}.",
            f"[Please|Kindly] [answer|reply|respond] with the {bare}[ from the list|].",
            f"[Look|Search] for {words.one} in the list and write it[ down|].",
            f"[Is there|Can you see] {words.one} in the list? [Which|Which one]?",
            f"[Copy|Take|Keep] the {bare} and [leave|drop|ignore] [all|the] other [words|items].",
        ),
        form=_ONE,
        vague=_VAGUE,
        tips=(
            words.hint,
            "[There is|You will find] exactly one[ in the list|].",
            "[Ignore|Leave out] all other [words|items].",
            "[It|The word] can stand [anywhere in the list|at any place|at the start, in the middle or at the end].",
        ),
    )


def _end(name: str, place: str, reason: str, hint: str) -> Kind:
    """The kind for the first or the last item; `place` is its grammar."""
    return Kind(
        name=name,
        about="the list",
        what=(
            f"the {place} [word|item|entry] [of|in] the list",
            f"the {place} of the [words|items]",
            f"the {place} [item|word|entry]",
            f"the [word|item] that [stands|comes|is] {place} in the list",
            f"[only|just] the {place} [word|item] of the list",
            f"the {place} [thing|word] [on|in] the list",
        ),
        ask=(
            f"[Write|Give|Return|Output|Name] the {place} [word|item|entry][ of the list| in the list|].",
            f"[Which|What] is the {place} [word|item|entry][ of the list| in the list| here|]?",
            f"[Find|Pick|Choose|Select|Identify] the {place} [word|item][ of the list|].",
            f"[{place} item|{place} word][?|, please| only|.]",
            f"[Which|What] [word|item] [comes|stands|is] {place}[ in the list|]?",
            f"[I want|I need|I would like] [only|just|] the {place} [word|item][ of the list|, not the whole list|].",
            f"[Tell me|Say|State] the {place} [word|item][ of the list|].",
            f"Given a list of [words|items], [return|give|write] the {place} [one|of them|word].",
            f"{reason}, [write|give|name] the {place} [word|item][ of the list|].",
            f"[Leave out|Drop|Skip] all [words|items] but the {place}[ one|].",
            f"[Please|Kindly] [answer|reply|respond] with the {place} [word|item][ of the list|].",
            f"[Look at|Read] the list and [write|copy|repeat] the {place} [word|item].",
            f"[Copy|Repeat] the {place} [word|item] of the list[, no other|].",
            f"Of [these|the] [words|items], [write|give|name] the {place}[ one|].",
            f"The list has several [words|items]; [write|give|name] the {place}[ one|].",
        ),
        form=_ONE,
        vague=_VAGUE,
        tips=(
            hint,
            "[The meaning|What the words mean] does not matter.",
            "[Commas|The commas] separate the [words|items].",
            "[Do not|Never] write the comma.",
        ),
    )


FIRST = _end(
    "first-item",
    "first",
    "[To start with|For the beginning|To open the list]",
    "[It|The word] stands before the first comma.",
)
LAST = _end(
    "last-item", "last", "[To finish|For the end|To close the list]", "[It|The word] stands after the last comma."
)

COUNT = Kind(
    name="count-items",
    about="the list",
    what=(
        "the number of [words|items|entries][| in the list]",
        "the number of [things|words] [in|on] the list",
        "the number of [words|items] that [the list has|are in the list]",
        "the length of the list[, as a number| in items|]",
        "the count of [the|all] [words|items][| in the list]",
        "the [total|total number] of [items|words] in the list",
    ),
    ask=(
        "[Count|Please count] the [words|items|entries][ in the list|].",
        "How many [words|items|entries|things] [are in the list|does the list have|are there|do you see]?",
        "[Write|Give|Return|Output] the number of [words|items|entries][ in the list|].",
        "[What|Which] is the number of [words|items|entries][ in the list|]?",
        "[how many|number of items|count of words|how many words|how many items]?",
        "[I want|I need|I would like] to know how many [words|items] [there are|the list has].",
        "[Tell me|Say|State] how many [words|items] [there are|the list has|are in the list].",
        "Given a list of [words|items], [return|give|write] [their number|how many there are].",
        "[For the invoice|For the statistics|To check the list], count the [words|items|entries].",
        "[Find|Determine|Work out] the number of [words|items][ in the list|].",
        "[Please|Kindly] [answer|reply|respond] with the number of [words|items].",
        "[Look at|Read] the list and count [its|the] [words|items].",
        "[How long is|What is the length of] the list, [in words|in items|counted in words]?",
        "[Not the words, but their number|Only the number of words|Only the number of items][ is needed|, please].",
        "[Count|Count up] [what|everything that] [stands|is] in the list.",
    ),
    form=(
        "[Answer|Reply|Respond] with [only a number|a number only|just the number].",
        "[One digit|Just one digit|Only one digit][, nothing else|].",
        "[Write|Give] the number [in digits|as a digit|as a figure].",
        "[No explanation|No sentence|No words].",
        "[Do not|Don't] [repeat|copy] the [words|list|items].",
    ),
    vague=_VAGUE,
    tips=(
        "[Commas|The commas] separate the [words|items].",
        "[The number|It] is one more than the number of commas.",
        "[Count|Remember to count] the last [word|item] too.",
        "[The meaning|What the words mean] does not matter.",
    ),
)

ODD = Kind(
    name="odd-one-out",
    about="the list",
    what=(
        "the odd one out",
        "the [word|item] that does not [fit|belong|match][| with the others| in the list]",
        "the [word|item] that is [different from|not like] the [others|rest]",
        "the one [word|item] [of|from] another [category|kind|group]",
        "the [intruder|stranger] in the list",
        "the [word|item] that belongs to another [group|category]",
        "the only [word|item] that does not belong to the [group|rest|others]",
    ),
    ask=(
        "[Find|Name|Write|Give|Pick] the odd one out[ in the list|].",
        "[Which|What] [word|item] does not [fit|belong][ with the others| here| in the list|]?",
        "[Which|What] is the odd one out[ here| in the list|]?",
        "[odd one out|the odd one out|odd one][?|, please|.]",
        "[Write|Give|Return|Name] the [word|item] that does not [fit|belong|match the others].",
        "[I want|I need|I would like] the [word|item] that [does not fit|is different|does not belong].",
        "[Tell me|Say|State] which [word|item] is [different from the others|the odd one out|not like the rest].",
        "Given a list of [words|items], [return|give|write] the [one that does not fit|odd one out].",
        (
            "[All but one|All except one] of the [words|items] [belong together|are of one kind]. "
            "[Write|Name|Give] the other[ one|]."
        ),
        "[One word|One item] is from another [category|group]. [Which|Which one]?",
        "[Please|Kindly] [answer|reply|respond] with the [odd one out|word that does not belong].",
        "[Remove|Cross out] the [word|item] that does not [fit|belong][ and write it| and name it].",
        "[Look|Search] for the [word|item] [from another group|that does not fit] and write it[ down|].",
        "[For a quiz|For a puzzle|For my pupils], [find|write|name] the odd one out.",
        "[Someone|Somebody] put a wrong [word|item] in the list. [Which|Which one] [is it|does not belong]?",
    ),
    form=_ONE,
    vague=_VAGUE,
    tips=(
        "[Think|Ask yourself] what [most of the words|the other words] have in common.",
        "[All other|The other] words are from one [category|group].",
        "[Compare|Look at] the meaning of the words[, not their letters|].",
        "[It|The odd word] can stand [anywhere|at any place][ in the list|].",
    ),
)

FAMILY = Family(
    name="items",
    situation=situation,
    kinds=(*(_pick(category) for category in PICKED), FIRST, LAST, COUNT, ODD),
    chatty=(
        "[Sure|Okay|Of course]! [This is|I see] a list of words. What [should|can] I do with it?",
        "[That|This] is a [short|nice|mixed] list. [What do you need|How can I help you]?",
        "[Is this|Could this be] a shopping list or a [quiz|puzzle|game]?",
        "[Do you want|Would you like] me to sort [these|the] words[ for you|]?",
        "[Thanks|Thank you] for the list. [Shall I|Should I] add [something|more words] to it?",
        "[Could you|Can you] [tell me|say] what [you need|I should do] with [these|the] words?",
        "I am [not sure|unsure] what [you want|is wanted] [with|from] this list.",
        "[Interesting|Okay]! [Are these things|Are all of these] yours, or [is it|is this] a game?",
    ),
)
