"""Prompts in every quality: exact, paraphrased, long, structured, with examples, half-clear, vague."""

import random
import re
from dataclasses import dataclass
from enum import Enum

from whet_world.human import is_human
from whet_world.kinds import Kind, Situation, expand


class Quality(Enum):
    """How much of the task a prompt says."""

    VAGUE = "vague"
    HALF = "half"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Made:
    """A prompt that knows what it is made of: the sentence that asks, and the sentences around it."""

    core: str
    text: str
    quality: Quality
    form: str = ""
    tips: tuple[str, ...] = ()


FRAMES = (
    "[Write|Give|Return|State|Output|Name|Find|Provide|Print|Identify|Determine|Tell me|Report|Extract] {what}.",
    "[Write|Give|Return|State|Output|Name] {what}[ only|, nothing else|, please|].",
    "What is {what}?",
    "[Your task|Your job|The task|The goal|The aim] is to [find|give|write|return|output|name|state] {what}.",
    "[I need|I want|I would like to have|I am looking for|Let me have] {what}.",
    "[Answer|Reply|Respond] with {what}[| only| and nothing else].",
    "[Please|Kindly] [give|write|tell me|find|return] {what}.",
    "[Read|Look at|Take|Consider] {about} and [write|give|return|name|find|output] {what}.",
    "[For|From] {about}, [write|give|return|output|name] {what}.",
    "[Given|You see|You get|Here is] {about}[,|:] [write|give|return|output|name] {what}.",
    "[{What}, please.|{What}:|{What}?|{What}.]",
    "[Task|Instruction]: [write|find|give|return|output] {what}.",
    "[The answer is|The answer should be|The output is|The result must be] {what}.",
)
ROLES = (
    "You are [a careful|a helpful|a precise|an expert|a reliable] [assistant|clerk|editor|helper|worker].",
    "[You work in an office|You help a busy team|You check texts for a company].",
    "[Work|Think|Read] [carefully|precisely|step by step].",
)
PLAIN_EXTRAS = (
    "[Do not explain|No explanation|Without any explanation|Do not add anything else|Be brief|Keep it short].",
    "[Read|Look at] the [input|text] [carefully|first|closely].",
    "[Answer in one line|One line is enough|Stay on one line].",
)
VAGUE = (
    "[Complete|Do|Finish|Solve|Perform|Handle|Carry out] the [task|work|job|exercise].",
    "[Do|Handle|Process|Use|Take|Treat|Look at|Work on] [this|it|the input|the text|what follows].",
    "[Give|Write|Find|Produce] [a|the|a good|the right|the correct|the best|some] [answer|result|output|reply].",
    "[Help|Help me|Answer|Respond|Go|Continue|Please help|Please answer|Go on][ here| with this| now|][.|!]",
    "[Do|Try] [what is needed|what is right|your best|something useful|something good][ with the input| here|].",
    "[What about this|What do you say|And this one|What now|What next]?",
    "[Say|Write|Tell me] something[ useful| good| fitting|][ about it| about this| about the input|].",
    "[Complete|Finish|Fill in] [it|this|the rest|the output|what is missing].",
    "[Be helpful|Be useful|Be good|Be smart|Make it good|Make it better].",
    "[Your turn|Here you go|There you go|Up to you|Over to you|Good luck|Off you go][.|!]",
    "[Try|Try out|Test yourself on|Start with|Begin with|Give a thought to] [this|that|this one|the next one|it].",
    "[Give it a try|Give it a shot|Have a try|Take a look|Take your time|See what you can do][ with this| here|].",
    "[Here is|This is|That is|Here comes] [another one|the next one|one more|an input|something for you|a text].",
    "[Here is|There is|You get|I have] [some text|a text|a line|something to read|an example][ for you| below|].",
    "[I need|We need|Somebody needs] [help|something|an answer|a hand][ with this| here| with that|].",
    "[Can|Could|Would|Will] you [help|do it|take this|handle that|see to this|answer][, please|]?",
    "[Read|Study|Check|Consider|Examine|Review] [this|it|the following|what is below|the input].",
    "[This|It|The following] [is for you|needs work|needs an answer|is next|must be done|is what we got].",
    "[You know|Do you know] what to do[ here| with this|].",
    "[Work|Task|Job|Exercise|Question|Input|Item][:| below.| follows.|.]",
)
POINTING = (
    "[Do something|Do what you can|Work|Help|Help me|Play|Deal] with {about}.",
    "[Handle|Process|Use|Take|Treat|Look at|Go over|Go through|Work on|See to|Take care of] {about}.",
    "[Make|Get] something [out of|from|of] {about}.",
    "[Here is|This is|You have|There is|I have] {about}.",
    "[What about|What do you say to|What do you think of|What now with|And] {about}?",
    "[Say|Write|Tell me] something[ useful| good| nice|] about {about}.",
    "[Think|Reply|Respond|React|Answer] [to|about] {about}.",
    "{about}[, please|.|:|?]",
)
"""Prompts that point to the input and want nothing of it."""

STEPS = (
    "[Read|Look at] {about}[ carefully| first|]. [Find|Work out|Determine] {what}. [Write it down|Then answer|Answer].",
    "[1. |First ][read|look at] {about}. [2. |Then ][find|work out] {what}.",
)
GOALS = (
    "[Given|You get|The input is] {about}[,|;] [find|give|write|the output is] {what}.",
    "[Produce|Find|Give|Work out] {what}.",
    "{What}.",
)


def clear(kind: Kind, rng: random.Random, shown: tuple[Situation, ...] = ()) -> Made:
    """A prompt that says the task, in one of many layouts; `shown` may become examples inside it."""
    while True:
        made = _clear(kind, rng, shown)
        if not is_human(made.text):
            return made


def half(kind: Kind, rng: random.Random) -> Made:
    """A prompt that names the matter and not the task."""
    core = expand(rng.choice(kind.vague), rng)
    text = _around(core, rng)
    return Made(core, text, Quality.HALF) if not is_human(text) else half(kind, rng)


def vague(kind: Kind, rng: random.Random) -> Made:
    """A prompt that says nothing, or no more than that there is an input."""
    if rng.random() < 0.5:
        core = expand(rng.choice(VAGUE), rng)
    else:
        core = expand(rng.choice(POINTING).replace("{about}", kind.about), rng)
        core = core[:1].upper() + core[1:]
    text = _around(core, rng)
    return Made(core, text, Quality.VAGUE) if not is_human(text) else vague(kind, rng)


def core_of(kind: Kind, rng: random.Random) -> str:
    """One sentence that asks for the kind's answer."""
    if rng.random() < 0.6:
        return expand(rng.choice(kind.ask), rng)
    return framed(rng.choice(FRAMES), kind, rng)


def framed(frame: str, kind: Kind, rng: random.Random) -> str:
    """A frame around the noun phrase for the kind's answer."""
    what = expand(rng.choice(kind.what), rng)
    grammar = frame.replace("{What}", what[:1].upper() + what[1:]).replace("{what}", what)
    return expand(grammar.replace("{about}", kind.about), rng)


def sheet(kind: Kind, rng: random.Random) -> str:
    """An instruction sheet under the headings of `core.methods.shared.compact.SHEET`."""
    tip = expand(rng.choice(kind.tips), rng)
    parts = (
        f"Task: {core_of(kind, rng)}",
        f"Goal: {framed(rng.choice(GOALS), kind, rng)}",
        f"Answer: {expand(rng.choice(kind.form), rng)}",
        f"Steps: {framed(rng.choice(STEPS), kind, rng)}",
        f"Advice: {tip}",
    )
    return "\n".join(parts)


def decapitalized(text: str) -> str:
    """With a small first letter, as people write in chats."""
    return text[:1].lower() + text[1:]


def _clear(kind: Kind, rng: random.Random, shown: tuple[Situation, ...]) -> Made:
    core = core_of(kind, rng)
    form = expand(rng.choice(kind.form), rng)
    tips = tuple(expand(tip, rng) for tip in rng.sample(kind.tips, min(2, len(kind.tips))))
    extra, role = expand(rng.choice(PLAIN_EXTRAS), rng), expand(rng.choice(ROLES), rng)
    layout = rng.random()
    if layout < 0.44:
        return Made(core, _loosened(core, rng), Quality.CLEAR)
    if layout < 0.64:
        return Made(core, f"{core} {form}", Quality.CLEAR, form)
    if layout < 0.70:
        return Made(core, f"{core} {extra}", Quality.CLEAR)
    if layout < 0.76:
        return Made(core, rng.choice((f"{role} {core}", f"{role} {core} {form}")), Quality.CLEAR, form)
    if layout < 0.82:
        return Made(core, f"{core} {tips[0]}", Quality.CLEAR, tips=tips[:1])
    if layout < 0.88:
        parts = [core, form, *tips]
        joined = rng.choice((" ", "\n", "\n- ")).join(parts)
        return Made(core, joined, Quality.CLEAR, form, tips)
    if layout < 0.94:
        return Made(core, sheet(kind, rng), Quality.CLEAR, form, tips)
    if layout < 0.97 or not shown:
        return Made(core, f"{role}\n{core}\n{form}\n{' '.join(tips)}", Quality.CLEAR, form, tips)
    return Made(core, f"{core}\n\n{_examples(kind, shown)}", Quality.CLEAR)


def _examples(kind: Kind, shown: tuple[Situation, ...]) -> str:
    lines = (f"Input: {situation.text}\nOutput: {situation.answers[kind.name]}" for situation in shown)
    return "\n".join(("Examples:", *lines))


def _around(core: str, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.7:
        return _loosened(core, rng)
    around = expand(rng.choice((*ROLES, *PLAIN_EXTRAS)), rng)
    return f"{around} {core}" if chance < 0.85 else f"{core} {around}"


def _loosened(text: str, rng: random.Random) -> str:
    """As people type: sometimes without capital or full stop."""
    chance = rng.random()
    if chance < 0.08:
        return decapitalized(text)
    if chance < 0.16:
        return re.sub(r"\.$", "", text)
    return decapitalized(re.sub(r"\.$", "", text)) if chance < 0.2 else text
