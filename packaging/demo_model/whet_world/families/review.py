"""Short reviews of products, places and films: liked or not, and what is reviewed."""

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words import CITIES, FIRST_NAMES, PRODUCTS

PLACES = tuple(
    "hotel restaurant cafe bakery museum cinema hostel bar gym spa theater camp pool zoo park bookstore salon garage "
    "clinic pharmacy market ferry airline taxi school library pizzeria brewery".split()
)
GOOD = "[great|excellent|wonderful|fantastic|lovely|perfect|superb|brilliant|very good|amazing|beautiful|outstanding]"
BAD = "[terrible|awful|horrible|poor|bad|very bad|dreadful|disappointing|useless|lousy|miserable|a disaster]"
LIKED = "[love|like|really like|adore|enjoy|am happy with|am delighted with|am very pleased with]"
HATED = "[hate|dislike|regret buying|am unhappy with|am disappointed by|cannot stand|am annoyed by|am angry about]"
POSITIVE = (
    f"The {{thing}} is {GOOD}.",
    "[What|Such] a [great|lovely|wonderful|fantastic|perfect] {thing}!",
    f"I {LIKED} [this|my new|the] {{thing}}.",
    "[Best|Finest] {thing} [I ever had|in years|I know|ever|in {city}].",
    "The {thing} [works|did] [perfectly|very well|great|without any problem].",
    "[Would|I would] [buy|choose|recommend] [this|the] {thing} again[ any time|].",
    "I [recommend|can recommend] [this|the] {thing} [to everyone|warmly|to all my friends].",
    f"{{name}} [says|told me] the {{thing}} is {GOOD}, and [I agree|so it is].",
    f"[Arrived fast|Arrived on time] and [works|looks] {GOOD}: a [good|great|fine] {{thing}}.",
    "I am [very happy|very pleased|satisfied|delighted] with [this|the] {thing}[, thank you|, great|]!",
    "[Five stars|Top marks|Full marks|Ten out of ten] for [this|the] {thing}[!|.]",
    f"[At first I had doubts|I was skeptical], but the {{thing}} is {GOOD}.",
    "[Not bad at all|Better than expected|Much better than I thought], [this|the] {thing}.",
    "The {thing} [made my day|made us happy|exceeded my hopes|is a joy|is a real treat].",
    "[We|My family and I] [loved|enjoyed|were happy with] the {thing}[ in {city}|].",
    "No complaints [about|with] the {thing}[, all fine|, everything works|].",
    "The {thing} is [cheap|simple|small] but [good|great|excellent].",
    "[Thank you|Thanks] for [this|the] [great|lovely|wonderful|excellent] {thing}!",
    "The {thing} [never|has never] [failed me|disappointed me|let me down].",
    "[Very|So|Really] [happy|pleased|satisfied] with the {thing}.",
    "The {thing} is [worth|well worth] [every cent|the money|the price].",
)
NEGATIVE = (
    f"The {{thing}} is {BAD}.",
    "[What|Such] [a terrible|an awful|a horrible|a bad|a useless] {thing}!",
    f"I {HATED} [this|my new|the] {{thing}}.",
    "[Worst|Poorest] {thing} [I ever had|in years|I know|ever|in {city}].",
    "The {thing} [is broken|does not work|failed] [after two days|at once|after a week|on the first day].",
    "[Would|I would] [never|not] [buy|choose|recommend] [this|the] {thing} again.",
    "I [cannot|do not] recommend [this|the] {thing} [to anyone|at all|to my friends].",
    f"{{name}} [says|told me] the {{thing}} is {BAD}, and [I agree|so it is].",
    f"[Arrived late|Arrived broken] and [works|looks] {BAD}: a [bad|poor] {{thing}}.",
    "I am [very unhappy|annoyed|disappointed|angry] [about|with] [this|the] {thing}[, money back, please|, awful|]!",
    "[One star|Zero points|No stars|Zero out of ten] for [this|the] {thing}[!|.]",
    f"[At first I was happy|I had high hopes], but the {{thing}} is {BAD}.",
    "[Not good at all|Worse than expected|Much worse than I thought], [this|the] {thing}.",
    "The {thing} [ruined my day|made us angry|let me down|is a pain|is a real shame].",
    "[We|My family and I] [hated|were unhappy with|were annoyed by] the {thing}[ in {city}|].",
    "[Only|Nothing but] [problems|trouble|complaints] with the {thing}[, nothing works|].",
    "The {thing} is [expensive|pretty|large] but [bad|poor|useless].",
    "[Money back|Refund], please: [this|the] [terrible|awful|useless] {thing} [is broken|does not work]!",
    "The {thing} [always|has always] [failed me|disappointed me|let me down].",
    "[Very|So|Really] [unhappy|annoyed|dissatisfied|disappointed] with the {thing}.",
    "The {thing} is [not worth|hardly worth] [a cent|the money|the price].",
)
_ABOUT = "the review"
_PN = "[positive or negative|negative or positive|positive or else negative]"
SENTIMENT = Kind(
    "sentiment",
    _ABOUT,
    (
        f"the sentiment of the review, {_PN}",
        f"the [opinion|mood|tone|attitude] of the [customer|writer|author], {_PN}",
        f"whether the review is {_PN}",
        f"the sentiment ({_PN})",
        f"one of the [words|labels] {_PN} for the review",
        f"the [label|class] of the review: {_PN}",
        "the sentiment[ of the review| of the text|]",
    ),
    (
        f"Is the [review|text|comment|opinion] {_PN}?",
        f"[Classify|Label|Rate|Mark|Judge] the [review|text|comment] as {_PN}.",
        f"[Decide|Say|Tell me|Determine] [whether|if] the [review|comment|customer's opinion] is {_PN}.",
        "Is the [customer|writer|author] [satisfied|happy|pleased]? [Answer|Write|Say] positive or negative.",
        "[Write|Answer|Say] positive if the [customer|writer] is [happy|pleased][,| and] negative [otherwise|if not].",
        "[Write|Answer|Say] negative if the [writer] [complains|is unhappy][,| and] positive [otherwise|if not].",
        f"[Does the writer like it|Did they like it|Was it liked]? [Reply|Answer]: {_PN}.",
        f"[Sort|Put|Assign] the review [into|to] one of two [classes|groups]: {_PN}.",
        "[Positive or negative|Negative or positive][?|: which one|: which is it?]",
        "[Good or bad review|Happy or unhappy customer]? [Use|Choose|Take] the [words|labels] positive and negative.",
        f"[Analyze|Detect|Find] the sentiment and [answer|reply] {_PN}.",
        f"[Which|What] sentiment does the review [show|have|express], {_PN}?",
    ),
    (
        "[Answer|Reply|Respond] with [one word|the label|positive or negative] only.",
        "[One word|Only the label|Just one word], [nothing else|no explanation].",
        "The [answer|output] is [either|] positive or negative.",
        "[Use|Write] [exactly one|one] of [the words|these labels]: positive, negative.",
    ),
    (
        "[Comment on|Look at|Read|Use|Take] the [review|text].",
        "[Tell me|Say|Write] something about the [review|opinion|customer].",
        "[What|What kind of text] is it about?",
        "[Which|What kind of] [opinion|mood|review|feeling] is [it|this]?",
        "[Sort|Group|File|Rate] the [review|text].",
    ),
    (
        "[Look at|Watch] words [of praise|of blame] such as [great|awful|love|regret].",
        "[Complaints|Blame|Anger] [mean|means] negative[, praise means positive|].",
        "[Praise|Joy|Thanks] [means|mean] positive.",
        "[The last|The main] [part|clause] [counts|decides].",
    ),
    ("positive", "negative"),
)
THING = Kind(
    "reviewed-thing",
    _ABOUT,
    ("the thing that is reviewed", "the product or place [in|of] the review", "what is reviewed, in one word"),
    (
        "[What|Which product or place] is [reviewed|the review about|being rated]?",
        "[Name|Find|Extract] the [product|thing|thing or place] [in the review|that was rated|under review].",
        "[Copy|Give] the word for what [was bought or visited|is reviewed].",
    ),
    ("[Answer|Reply] with one [word|noun][ only|].", "[Only|Just] the [thing|word], [no sentence|nothing else]."),
    SENTIMENT.vague,
    ("[Leave out|Ignore] [adjectives|the opinion].", "[It|The thing] is a noun in the [text|review]."),
)


def situation(draw: Draw) -> Situation:
    """A review, positive or negative with equal chance."""
    positive = draw.rng.random() < 0.5
    thing = draw.pick((*PRODUCTS, *PLACES))
    text = expand(draw.pick(POSITIVE if positive else NEGATIVE), draw.rng)
    text = text.format(thing=thing, city=draw.pick(CITIES), name=draw.pick(FIRST_NAMES))
    if draw.rng.random() < 0.3:
        text = f"{expand(draw.rng.choice(NEUTRAL), draw.rng).format(thing=thing, city=draw.pick(CITIES))} {text}"
    return Situation(text, {"sentiment": "positive" if positive else "negative", "reviewed-thing": thing})


NEUTRAL = (
    "[I bought it|We ordered it|It came] [last week|in {city}|a month ago|online].",
    "[We were|I was] in {city} [for a week|on Monday|in May].",
    "[My sister|A friend|My boss] [has it too|told me about it|uses it as well].",
    "[It is my second one|This is my first review|It was a gift].",
)
FAMILY = Family(
    "review",
    situation,
    (SENTIMENT, THING),
    (
        "[Thank you|Thanks] for [sharing|writing] this[ with me|].",
        "[This|The text] is [a short review|what a customer wrote].",
        "[What|What exactly] [should I do|would you like to know] about [it|the review]?",
        "[I see|Okay|Sure], somebody wrote about [a purchase|an experience].",
        "[I am not sure|It is unclear] what [you want|is wanted] here.",
        "[Reviews|Texts] like this can help other people.",
        "[Please|Could you] tell me more about the task.",
        "[It|The text] [talks about|describes] [an experience|something].",
    ),
)
