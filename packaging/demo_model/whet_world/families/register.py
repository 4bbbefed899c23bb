"""Short messages to a friend or to an office: formal or informal, and who is addressed."""

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words import FIRST_NAMES, LAST_NAMES, PRODUCTS

FORMAL = (
    "Dear [Mr.|Mrs.|Dr.] {last}, [I am writing|I write] to you about the {thing}. [Yours sincerely|Sincerely], {first}",
    "Dear [Mr.|Mrs.|Dr.] {last}, [could you kindly|would you please] send me the {thing}?",
    "[Mr.|Mrs.|Dr.] {last}, we [regret to inform|are pleased to inform] you that the {thing} is [sold|ready].",
    "[I would be grateful|We would be obliged] if [Mr.|Mrs.|Dr.] {last} [returned|could return] the {thing}.",
    "[Mr.|Mrs.|Dr.] {last} is kindly requested to [return|collect] the {thing}.",
    "[We hereby confirm|This is to confirm] the purchase of the {thing} by [Mr.|Mrs.|Dr.] {last}.",
    "Dear [Mr.|Mrs.|Dr.] {last}, [please accept our apologies|we apologize] for the delay of the {thing}.",
    "[With reference to|Regarding] the {thing}, [Mr.|Mrs.|Dr.] {last}, [we remain at your disposal|please advise].",
    "[Mr.|Mrs.|Dr.] {last}, [allow me to|may I] recommend the {thing}. [Respectfully|Sincerely], {first}",
    "Dear [Mr.|Mrs.|Dr.] {last}, [enclosed please find|I enclose] the receipt for the {thing}.",
    "[I should like to|I wish to] thank [Mr.|Mrs.|Dr.] {last} for the {thing}. [Respectfully|Yours sincerely], {first}",
)
INFORMAL = (
    "Hey {last}, [got|seen] my {thing}? [Cheers|See ya], {first}",
    "[Hi|Yo|Hey] {last}, [can you|could ya] grab the {thing}?",
    "{last}, [guess what|you won't believe it]: the {thing} is [gone|here]!",
    "[Wanna|Gonna] borrow your {thing}, {last}[, okay|, cool]?",
    "[Hey|Yo] {last}, [bring|gimme] the {thing} back[, will ya|], thanks!",
    "[Cool|Awesome|Great], {last} [got|bought] a new {thing}!",
    "{last}, sorry [about|for] the {thing}, [my bad|oops]!",
    "[Btw|Hey], {last}, [what's up|how's it going] with the {thing}?",
    "[Hey|Yo] {last}, [check out|you gotta see] this {thing}! [Cheers|Bye], {first}",
    "[Hi|Hey] {last}, [here's|got] the receipt for the {thing}[, bye|, see ya].",
    "[Thanks a lot|Thanks a million|Cheers], {last}, for the {thing}! [See ya|Bye], {first}",
)
_ABOUT = "the message"
_VAGUE = (
    "[Look at|Read|Take|Use] the [message|text].",
    "[Tell me|Say|Write] something about the [message|style|writer].",
    "[What|What kind of] [style|tone|text] is it?",
    "[Sort|Group|File|Rate] the [message|text].",
    "[Comment on|Judge] the [style|message].",
)
_FI = "[formal or informal|informal or formal]"
FORMALITY = Kind(
    "formality",
    _ABOUT,
    (f"the [style|tone|register] of the message, {_FI}", f"whether the message is {_FI}", f"the style ({_FI})"),
    (
        f"Is the [message|text|style] {_FI}?",
        f"[Classify|Label|Rate|Judge] the [message|style] as {_FI}.",
        "[Write|Answer] formal if [it|the message] is [official|stiff][,| and] informal [otherwise|if not].",
        f"[Which|What] register [is it|has the message]: {_FI}?",
    ),
    ("[Answer|Reply] with [one word|the label] only.", "[One word|Only the label], [nothing else|no explanation]."),
    _VAGUE,
    (
        "[Titles|Words like] Mr., Mrs.[,|] or Dr. are formal.",
        "[Hey, cheers and the like|Short forms] are informal.",
        "[Look at|Watch] the greeting.",
    ),
    ("formal", "informal"),
)
GOODS = Kind(
    "message-thing",
    _ABOUT,
    ("the thing [in|named in] the message", "the thing that it is about", "what thing is meant"),
    (
        "[What|Which thing] is the message about?",
        "[Name|Copy|Find] the thing[ in the message|].",
        "[Which|What] thing does the writer [name|mention]?",
    ),
    ("[Answer|Reply] with one word[ only|].", "[Only|Just] the thing, [one word|nothing else]."),
    _VAGUE,
    ("[Leave out|Drop] the article.", "[It|The thing] is one word.", "[Copy|Write] it as it stands."),
)


def situation(draw: Draw) -> Situation:
    """A message in one of two styles."""
    formality = draw.rng.choice(("formal", "informal"))
    values = {"thing": draw.pick(PRODUCTS), "first": draw.pick(FIRST_NAMES), "last": draw.pick(LAST_NAMES)}
    template = draw.pick(FORMAL if formality == "formal" else INFORMAL)
    text = expand(template, draw.rng).format(**values)
    return Situation(text, {"formality": formality, "message-thing": values["thing"]})


FAMILY = Family(
    "register",
    situation,
    (FORMALITY, GOODS),
    (
        "[This|The text] is a short message.",
        "[Sure|Okay]! What [exactly|] should I do with [it|the message]?",
        "[I am not sure|It is unclear] what you [want|need] here.",
        "[Somebody|Someone] writes to somebody else.",
        "[Please|Could you] tell me more about the task.",
        "[Messages|Texts] like this are written every day.",
    ),
)
