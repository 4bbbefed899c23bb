"""Short phrases in five languages."""

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_fullname import FIRST_NAMES
from whet_world.words_language import ENGLISH, LANGUAGES, Language

FOREIGN_SHARE = 1 / (len(LANGUAGES) - 1)
"""How often a phrase that is not English asks whether it is, so that yes and no are equally frequent."""
PAIR_SHARE, SPEAKER_SHARE, LOOSE_SHARE = 0.3, 0.3, 0.15
"""How often two phrases follow each other, a speaker is named, and the first capital and the full stop are missing."""


def situation(draw: Draw) -> Situation:
    """A phrase in one of the languages."""
    rng = draw.rng
    language = draw.pick(LANGUAGES)
    text = " ".join(_phrase(draw, language) for _ in range(2 if rng.random() < PAIR_SHARE else 1))
    if rng.random() < SPEAKER_SHARE:
        text = f"{draw.pick(FIRST_NAMES)}: {text}"
    elif rng.random() < LOOSE_SHARE:
        text = text[:1].lower() + text[1:].rstrip(".")
    answers = {"language": language.name}
    if language is ENGLISH or rng.random() < FOREIGN_SHARE:
        answers["is-english"] = "yes" if language is ENGLISH else "no"
    return Situation(text, answers)


def _phrase(draw: Draw, language: Language) -> str:
    who, who2 = draw.sample(language.who, 2)
    return _capitalized(
        expand(draw.pick(language.templates), draw.rng).format(
            who=who,
            who2=who2,
            thing=draw.pick(language.thing),
            place=draw.pick(language.place),
            when=draw.pick(language.when),
            name=draw.pick(FIRST_NAMES),
        )
    )


def _capitalized(text: str) -> str:
    place = next(i for i, sign in enumerate(text) if sign.isalpha())
    return text[:place] + text[place].upper() + text[place + 1 :]


_VAGUE = (
    "[Look at|Read|Consider] the [phrase|sentence][ and the way it is written|].",
    "[This|It|The phrase] [may|might|could] be in [any|some|another] language.",
    "[Think about|Watch|Pay attention to] the language.",
    "[Work on|Handle|Process] the [phrase|sentence][ in its language|].",
    "[People|Our guests|Our customers] write [to us|] in [different|several|many] languages.",
    "[Check|Inspect] the [words|language] of the [phrase|sentence].",
)
_LIST = (
    "[English, German, French, Spanish or Italian|German, English, Italian, French or Spanish"
    "|French, Spanish, Italian, English or German|Italian, French, German, Spanish or English"
    "|Spanish, English, German, Italian or French]"
)

LANGUAGE = Kind(
    name="language",
    about="the phrase",
    what=(
        f"the language of the [phrase|sentence|text]: {_LIST}",
        f"the language of the [phrase|sentence], {_LIST}",
        f"the [right|correct|matching] language, {_LIST}",
        f"the name of the language[| of the phrase], {_LIST}",
        f"the language [in which the phrase is written|the phrase is written in], {_LIST}",
        f"one [language|of the languages], {_LIST}, in which the phrase is written",
        f"the English name of the language, {_LIST}",
    ),
    ask=(
        f"[Which|What] language is [this|it|the phrase|the sentence] [in|written in]: {_LIST}?",
        f"Is [this|it|the phrase|the sentence] [in|written in] {_LIST}?",
        f"[Name|Write|Give|Return] the language of the [phrase|sentence|text]: {_LIST}.",
        f"[Identify|Detect|Determine|Recognize] the language[ of the phrase|]: {_LIST}.",
        f"[Language|Which language|What language]? {_LIST}[.|]",
        f"[Sort|Put] the phrase [by language|into one of these languages]: {_LIST}.",
        f"[Classify|Label] the [phrase|sentence] [as|by language, as] {_LIST}.",
        f"[I want|I need|I would like] to know the language[ of this phrase|]: {_LIST}.",
        f"[Tell me|Say|State] [which|what] language [this|the phrase] is in: {_LIST}.",
        f"Given a [short|] [phrase|sentence], [return|write|give] its language: {_LIST}.",
        f"[Choose|Pick|Select] the [right|correct|] language: {_LIST}.",
        (
            "[For our translators|So that we can translate it|To send it to the right office], [write|name] the "
            f"language: {_LIST}."
        ),
        f"[A guest|A customer|Someone] [says|wrote] this. [In which|In what] language: {_LIST}?",
        f"[Please|Kindly] [answer|reply] with the language of the [phrase|sentence]: {_LIST}.",
        f"The [phrase|sentence] is [written in|in] {_LIST}. Which [is it|one]?",
        f"[Languages|Possible languages|Choices]: {_LIST}. Which one [is this|fits|is the phrase in]?",
        f"[Guess|Find|Find out] the language. [It is|It can be|It is one of these:] {_LIST}.",
        f"[Mark|Tag] the [phrase|sentence] with its language ({_LIST}).",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the language|the language only|just the language].",
        "[One word|Just one word|Only one word][, nothing else|].",
        "[Write|Use|Give] the English name of the language.",
        "[No explanation|No translation|No other words].",
        f"[Choose|Pick] [one of|from]: {_LIST}.",
        "[Do not|Don't] translate [it|the phrase|anything].",
    ),
    vague=_VAGUE,
    tips=(
        "[Look at|Watch] [small words|short words] such as [the, der, le, el or il|and, und, et, y or e].",
        "[Accents and special letters|Special letters] [help|give a hint].",
        "[Ignore names of people, they say|Names of people say] nothing about the language.",
        "[Do not|Never] translate[ the phrase|].",
    ),
    labels=tuple(language.name for language in LANGUAGES),
)

_YES_NO = "[yes or no|no or yes]"
IS_ENGLISH = Kind(
    name="is-english",
    about="the phrase",
    what=(
        f"the answer {_YES_NO}, whether the [phrase|sentence|text] is [English|in English]",
        f"the [decision|verdict], {_YES_NO}: is the [phrase|sentence|text] [English|in English|written in English]",
        "the word yes if the [phrase|sentence] is [English|in English], the word no if [not|it is not]",
        "the word yes for an English [phrase|sentence] and the word no for [any other|another] language",
        "the right word: [yes for English, no for any other language|no if it is not English, otherwise yes]",
        f"the answer {_YES_NO} to the question whether the [phrase|sentence] is in English",
        f"the word {_YES_NO}, depending on whether [this|the phrase] is English",
    ),
    ask=(
        (
            "Is [this|the phrase|the sentence|the text] [in English|English|written in English]? [Yes or "
            f"no|Answer {_YES_NO}][.|?]"
        ),
        f"[Answer|Write|Say|Reply] {_YES_NO}: is [this|it|the phrase|the sentence] [English|in English]?",
        "[Write|Answer|Say|Return] yes if the [phrase|sentence|text] is English, [otherwise|else] no.",
        "[Write|Answer|Say|Return] no if the [phrase|sentence|text] is not English, [otherwise|else] yes.",
        "[Yes|Write yes] for English, [no|write no] for [any other language|other languages|everything else].",
        "English? [Yes or no|No or yes][.|]",
        f"[Check|Decide|Determine] whether the [phrase|sentence] is [English|in English]: {_YES_NO}.",
        "[I want|I need|I would like] to know if [this|the phrase] is English[, yes or no|; answer yes or no].",
        f"[Tell me|State] {_YES_NO}: [is the phrase in English|does this person write English|is this English].",
        f"Given a [phrase|sentence], [return|write|give] {_YES_NO}: is it [English|in English]?",
        f"[Can|Could] an English reader understand [this|the phrase]? [Answer|Reply] {_YES_NO}.",
        f"[Is it true that|Would you say that] the [phrase|sentence] is [English|in English], {_YES_NO}?",
        f"[For our English desk|To choose a translator|For sorting our mail]: is [this|the phrase] English, {_YES_NO}?",
        f"[Please|Kindly] [answer|reply] with {_YES_NO}: English [text|phrase] or not?",
        "[Say|Write] yes when you [see|read] English and no when you [see|read] [another|any other] language.",
        f"Does the [phrase|sentence] consist of English words, {_YES_NO}?",
        "[English gets|An English phrase gets] yes, [everything else|all the rest|any other language] gets no.",
    ),
    form=(
        "[Answer|Reply|Respond] with [yes or no|no or yes][ only|].",
        "[Only|Just] yes or no.",
        "[One word|A single word]: yes or no.",
        "[No explanation|No translation|No other words].",
        "[Write|Use] small letters[: yes or no|, yes or no].",
    ),
    vague=_VAGUE,
    tips=(
        "[Look at|Watch] [small words|short words] [like|such as] the, is or and.",
        "[German, French, Spanish and Italian phrases|Phrases in other languages] get no.",
        "[Names of people|Names] say nothing about the language.",
        "[Do not|Never] translate[ the phrase|].",
    ),
    labels=("yes", "no"),
)

FAMILY = Family(
    name="language",
    situation=situation,
    kinds=(LANGUAGE, IS_ENGLISH),
    chatty=(
        "[Sure|Okay|Of course]! [Shall I|Should I|Do you want me to] translate this [short|] [phrase|sentence]?",
        "[This is|Here is] a short [phrase|sentence]. What [should|can] I do with it?",
        "[I can|I could] translate this or [explain it|correct it]. What do you [want|need]?",
        "[What a nice|What an interesting] [phrase|sentence]! [Who wrote it|Where is it from|Is it from a book]?",
        "[Could you|Can you] [tell me|say] what [you need|I should do] with this [phrase|sentence]?",
        "[Thanks|Thank you] for the [phrase|sentence]. [How can I help|What would you like to know]?",
        "I am [not sure|unsure] what [you want|is wanted] [with|from] this [phrase|sentence].",
        "[Are you|Do you enjoy] learning languages? [I can help|Let me help] you with this [phrase|sentence].",
        "[It|This] sounds like [everyday talk|a line from a letter]. [Should I|Shall I] answer it?",
    ),
)
