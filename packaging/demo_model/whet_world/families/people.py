"""Comparison puzzles: who is the oldest, the tallest, the fastest."""

from dataclasses import dataclass
from itertools import pairwise

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_fullname import CITIES, FIRST_NAMES

PAIR_SHARE = 0.5
"""How often only two people are compared."""
LEAD_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with the adjectives for more and less of it, and the kinds that ask for its ends."""

    more: str
    less: str
    most: str
    least: str


SCALES = (
    Scale("older", "younger", "oldest", "youngest"),
    Scale("taller", "shorter", "tallest", "shortest"),
    Scale("faster", "slower", "fastest", "slowest"),
)

COMPARISONS = (
    "{a} is {more} than {b}.",
    "{a} is [much|a lot] {more} than {b}.",
    "{a} is a [bit|little] {more} than {b}.",
    "[Clearly|Surely|Certainly], {a} is {more} than {b}.",
    "{a} is [slightly|somewhat] {more} than {b}.",
    "I [think|believe] {a} is {more} than {b}.",
    "{a} is [far|quite a bit] {more} than {b}.",
    "We [know|heard] that {a} is {more} than {b}.",
    "[Everyone|Everybody] says {a} is {more} than {b}.",
    "{a} [has always been|was always] {more} than {b}.",
    "[As you know|As you can see], {a} is {more} than {b}.",
    "{a}, my [friend|neighbor|cousin], is {more} than {b}.",
    "{a} is [still|also|again] {more} than {b}.",
    "{a} says: I am {more} than {b}.",
    "{a} from {city} is {more} than {b}.",
    "{a} is {more} than {b} from {city}.",
    "[In our class|In our family|On our team], {a} is {more} than {b}.",
    "It is [true|a fact] that {a} is {more} than {b}.",
    "{a} is {more} than [my friend|my neighbor|my cousin] {b}.",
    "[Today|This year|Now] {a} is {more} than {b}.",
    "{a} is [definitely|really|certainly] {more} than {b}.",
    "{a} is {more} than {b}, [I think|they say|no doubt].",
    "[You|They] can see that {a} is {more} than {b}.",
    "[At work|At school|At home], {a} is {more} than {b}.",
    "{a} [looks|seems] and is {more} than {b}.",
    "Nobody doubts that {a} is {more} than {b}.",
    "[Did you know that|Do you remember that] {a} is {more} than {b}?",
    "{a} is {more} than {b} is.",
    "[Our|The] [teacher|trainer|doctor] says that {a} is {more} than {b}.",
    "In {city}, {a} is {more} than {b}.",
    "{a} is {more} than {b}, [the neighbor|the student|the guest].",
    "[Of course|Naturally] {a} is {more} than {b}.",
    "{a} is the {more} one, {b} the {less} one.",
    "{a} is {more} and {b} is {less}.",
    "[Between the two|Of the two], {a} is {more} than {b}.",
    "{a}: {more} than {b}.",
    "[My notes say|The list says] that {a} is {more} than {b}.",
    "{a}, who lives in {city}, is {more} than {b}.",
    "{a} is {more} than {b}, who lives in {city}.",
    "[Again|Once more]: {a} is {more} than {b}.",
    "[Both like sports|Both are here|Both can swim], but {a} is {more} than {b}.",
    "[Listen|Look]: {a} is {more} than {b}.",
)
"""One comparison; all of them name the one with more of `more` first."""

LEADS = (
    "Some people are compared.",
    "Here are some [friends|neighbors|runners|cousins|students].",
    "[Listen|Read] carefully.",
    "A [riddle|puzzle|small riddle].",
    "[People|Friends] from {city}.",
    "[A question|A puzzle] from {city}.",
    "[We talked|They talked] about our friends.",
    "[Some guests|Some friends] meet in {city}.",
    "[This|The following] is known.",
    "[Think|Think well].",
    "[Note|Remember] this.",
    "[A photo|A letter] from {city}.",
)


def situation(draw: Draw) -> Situation:
    """Two people compared once, or three compared twice."""
    rng = draw.rng
    scale = rng.choice(SCALES)
    people = draw.sample(FIRST_NAMES, 2 if rng.random() < PAIR_SHARE else 3)
    pairs = list(pairwise(people))
    rng.shuffle(pairs)
    sentences = [_comparison(draw, scale, more, less) for more, less in pairs]
    if rng.random() < LEAD_SHARE:
        sentences.insert(0, _filled(draw, draw.pick(LEADS)))
    return Situation(" ".join(sentences), {scale.most: people[0], scale.least: people[-1]})


def _comparison(draw: Draw, scale: Scale, more: str, less: str) -> str:
    """One sentence, from either side."""
    words = {"a": more, "b": less, "more": scale.more, "less": scale.less}
    if draw.rng.random() < 1 / 2:
        words = {"a": less, "b": more, "more": scale.less, "less": scale.more}
    return _filled(draw, draw.pick(COMPARISONS), **words)


def _filled(draw: Draw, template: str, **words: str) -> str:
    return expand(template, draw.rng).format(city=draw.pick(CITIES), **words)


_VAGUE = (
    "[Look at|Read|Consider] the [comparison|people|comparisons].",
    "[Compare|Think about|Look at] the people.",
    "[Work on|Handle|Solve|Do] the [riddle|puzzle].",
    "[This|It|The text] is about [some|several|a few] people.",
    "[Who is it|Which person is it|Who]?",
    "[Help me|I need help] with [this puzzle|this riddle|these people].",
)


def _kind(scale: Scale, *, most: bool, noun: str, reason: str) -> Kind:
    """The kind for one end of a scale."""
    best, more = (scale.most, scale.more) if most else (scale.least, scale.less)
    opposite = scale.less if most else scale.more
    return Kind(
        name=best,
        about="the text",
        what=(
            f"the name of the {best} [person|one]",
            f"the {best} [person|of the people][| in the text]",
            f"the name of the person who is the {best}",
            f"the person who is {more} than [the others|the other people|all others]",
            f"the {best} [one|person] of them",
            f"the name of [whoever|the one who] is {best}",
            f"the {best} [among|of] [the people|them]",
        ),
        ask=(
            f"Who is the {best}[ person| of them| one| of all| in the text| here|]?",
            f"[Write|Give|Return|Output] the name of the {best} [person|one].",
            f"[Find|Name|Determine|Identify] the {best} [person|one|of the people].",
            f"[Which|What] person is the {best}[ here| of them|]?",
            f"[who is {best}?|{best}?|{best} person?|the {best}, please|name of the {best}]",
            f"[Tell me|Say|State] who [is the {best}|the {best} person is|of them is the {best}].",
            f"[I want|I need|I would like] [to know who is the {best}|the name of the {best} person].",
            f"Given [some|a few] [comparisons|comparisons of people], [return|give|write] the {best} [person|one].",
            f"[Who|Which person] is {more} than [the others|everyone else|all others|anyone else in the text]?",
            f"{reason}, [write|give|name] the {best}[ person| one|].",
            f"[Solve the riddle|Solve the puzzle|Compare the people]: who is the {best}?",
            f"[Please|Kindly] [answer|reply|respond] with the name of the {best} person.",
            f"[Look|Search] for the {best} [person|one] and [write|give|return] the name.",
            f"[Nobody|No one] is {more} than this person. [Who is it|Write the name|What is the name]?",
            f"[Of the people|Of the persons] in the text, who is the {best}?",
            f"If [they|the people] stood in a row by {noun}, who would be the {best}?",
        ),
        form=(
            "[Answer|Reply|Respond] with [only the name|the name only|just the name].",
            "[One name|Only one name|Just one name][, nothing else|].",
            "[No explanation|No sentence|No other words].",
            "[Write|Give] the name [exactly|just] as [in the text|it stands there].",
            "[One word|A single word] is enough.",
        ),
        vague=_VAGUE,
        tips=(
            f"[Nobody|No one] is {more} than the {best}[ person|].",
            f"[Watch|Pay attention to] the words {more} and {opposite}.",
            f"[If|When] a person is {opposite} than another, it is [not|never] this one.",
            "[The order|The order of the sentences] does not matter.",
        ),
    )


AGE, HEIGHT, SPEED = SCALES
FAMILY = Family(
    name="people",
    situation=situation,
    kinds=(
        _kind(AGE, most=True, noun="age", reason="[For the speech|For the seat of honor|For the family tree]"),
        _kind(AGE, most=False, noun="age", reason="[For the first turn|For the game|For the family tree]"),
        _kind(HEIGHT, most=True, noun="height", reason="[For the back row|For the photo|For the basketball team]"),
        _kind(HEIGHT, most=False, noun="height", reason="[For the front row|For the photo|For the low door]"),
        _kind(SPEED, most=True, noun="speed", reason="[For the race|For the relay|For the gold medal]"),
        _kind(SPEED, most=False, noun="speed", reason="[For a head start|For the relay|For the last place]"),
    ),
    chatty=(
        "[Sure|Okay|Of course]! [This is|I see] a comparison of people. What [should|can] I do with it?",
        "[Nice|Interesting]! [Are these people|Are they] friends of yours or [is it|is this] a riddle?",
        "[That|This] is a [nice|little|short] [puzzle|riddle]. [What is the question|What do you want to know]?",
        "[Thanks|Thank you] for telling me. [How can I help|What would you like to know]?",
        "[Could you|Can you] [tell me|say] what [you want to know|I should do][ with this|]?",
        "[Do you want|Would you like] me to [draw|write down] the order of [these|the] people?",
        "I am [not sure|unsure] what [you want|is wanted] [from me|with this text|here]. Please explain.",
        "[People|Friends] are [all different|not all the same]. [What do you need|What is your question]?",
    ),
)
