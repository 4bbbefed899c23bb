"""Phone numbers in many notations, bare or in a short sentence."""

from dataclasses import dataclass

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_fullname import CITIES, FIRST_NAMES, JOBS, LAST_NAMES

BARE_SHARE = 0.3
COUNTRIES = ("49", "44", "33", "39", "34", "43", "41", "1", "48")
LAST = 4

TEMPLATES = (
    "[Call|Ring|Phone] {name} at {number}.",
    "{name}: {number}",
    "[My|Our|The] [new|] number is {number}.",
    "[You can|You may] [reach|call] {name} [at|under] {number}.",
    "[Please|Kindly] call [back|us|me] at {number}.",
    "The {job}'s number is {number}.",
    "Tel. {number}",
    "Phone: {number}",
    "[For questions|For help|For orders], call {number}.",
    "{number} is the number of the {job}.",
    "{name} {last}, {number}",
    "The office in {city}: {number}",
    "[Dial|Try] {number} [for|to get] the {job}.",
    "{name} called from {number}.",
    "[Someone|Somebody|A customer] called from {number}.",
    "[The hotel|The hospital|The station] in {city} has the number {number}.",
    "Fax: {number}",
    "[Save|Write down|Note] {number} for {name}.",
    "[Was it|Is it] {number}?",
    "Is {number} [the right number|correct|your number]?",
    "[I tried|We tried|I dialed] {number}, but nobody answered.",
    "{name} [gave me|left] the number {number}.",
    "[Contact|Reach] the {job} at {number}.",
    "[Hi|Hello], this is {name}, my number is {number}.",
    "Number of the {job}: {number}",
    "[Text|Message] {name} at {number}.",
    "[Ask|Look for] {name} {last} at {number}.",
    "Our {job} answers at {number}.",
    "[In an emergency|At night|On weekends], dial {number}.",
    "{city} office, phone {number}",
    "[Reservations|Bookings|Tickets]: {number}",
    "[Mobile|Home|Work]: {number}",
    "{name}'s number has changed to {number}.",
    "[The old number was|It used to be] {number}.",
    "Who has the number {number}?",
    "{number} [is busy|is not in use|does not work].",
    "{name} {last} can be reached at {number}.",
    "[The call|A call|The message] came from {number} in {city}.",
    "[Give|Send] {name} this number: {number}.",
    "{number} ({name})",
    "{number}, ask for the {job}",
    "[Return|Missed] call: {number}",
    "The {job} in {city} can be called at {number}.",
    "[I am|We are] at {number} [all day|today|until noon].",
    "[Wrong number|Not the right number]: {number}.",
    "{name} will be at {number} [tomorrow|tonight|this week].",
    "[Use|Take] {number} instead.",
    "[Contact|Hotline|Service]: {number}",
    "[Thanks|Thank you] for calling {number}.",
    "Under {number} you [reach|find] {name} {last}.",
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; `area` is empty where the area code does not stand apart."""

    text: str
    area: str

    @property
    def digits(self) -> str:
        """The digits only."""
        return "".join(sign for sign in self.text if sign.isdigit())


def _digits(draw: Draw, n: int) -> str:
    return "".join(draw.rng.choice("0123456789") for _ in range(n))


def _area(draw: Draw) -> str:
    rng = draw.rng
    if rng.random() < 0.25:
        return rng.choice("23456789") + _digits(draw, 2)
    return "0" + rng.choice("123456789") + _digits(draw, rng.choice((1, 1, 2, 2, 3)))


def _local(draw: Draw, sign: str) -> str:
    """Six to eight digits in groups that the sign separates."""
    groups = draw.rng.choice(((3, 4), (3, 2, 2), (3, 3), (2, 2, 2), (4, 4), (4, 3), (3, 1, 3)))
    first = draw.rng.choice("123456789") + _digits(draw, groups[0] - 1)
    return sign.join((first, *(_digits(draw, n) for n in groups[1:])))


def number(draw: Draw) -> Number:
    """A number in one of the notations."""
    rng = draw.rng
    area = _area(draw)
    sign = rng.choice((" ", "-", "", " "))
    chance = rng.random()
    if chance < 0.3:
        return Number(f"({area}) {_local(draw, sign)}", area)
    if chance < 0.5:
        return Number(f"{area}/{_local(draw, sign)}", area)
    if chance < 0.62:
        return Number(f"{area}-{_local(draw, sign)}", area)
    if chance < 0.72:
        return Number(f"{area} {_local(draw, sign)}", area)
    if chance < 0.78:
        return Number(f"{area}.{_local(draw, '.')}", area)
    country = rng.choice(("+", "+", "00")) + rng.choice(COUNTRIES)
    return Number(f"{country}{rng.choice((' ', '-'))}{area.lstrip('0')} {_local(draw, sign)}", "")


def situation(draw: Draw) -> Situation:
    """A number, bare or in a sentence."""
    given = number(draw)
    template = "{number}" if draw.rng.random() < BARE_SHARE else expand(draw.pick(TEMPLATES), draw.rng)
    text = template.format(
        number=given.text,
        name=draw.pick(FIRST_NAMES),
        last=draw.pick(LAST_NAMES),
        job=draw.pick(JOBS),
        city=draw.pick(CITIES),
    )
    answers = {"phone-digits": given.digits, "last-four": given.digits[-LAST:]}
    if given.area:
        answers["area-code"] = given.area
    return Situation(text, answers)


_VAGUE = (
    "[Look at|Check|Read|Consider] the phone number[ in the text| here|].",
    "[Work on|Handle|Treat|Process] the [phone number|telephone number|number][ below| in the input|].",
    "[This|The input] [is|has|contains] a phone number.",
    "[Do something with|Use|Take] the [digits|signs] of the [phone number|number].",
    "[Help me|I need help] with [this|the] [phone number|telephone number].",
    "[There is|Here comes] a [phone|telephone] number. [Do your job|Make it right|Make it useful].",
)

DIGITS = Kind(
    name="phone-digits",
    about="the phone number",
    what=(
        "the phone number [in plain digits|as plain digits|with no signs but digits]",
        "the digits of the phone number, [without anything else|nothing in between|without spaces]",
        "all digits of the [phone|telephone] number[| in one piece| in a row]",
        "the number without [spaces|blanks], [brackets|parentheses], hyphens or slashes",
        "the phone number as one [block|string|row] of digits",
        "the [bare|plain|pure] digits of the [phone number|number]",
        "the phone number, [only the digits|reduced to its digits|stripped of all signs]",
    ),
    ask=(
        "[Write|Give|Return|Output] [only|just] the digits of the phone number.",
        (
            "[Remove|Strip|Delete|Drop] [everything|all signs|all characters] [but|except] the digits[ from the "
            "phone number|]."
        ),
        "[Write|Give] the phone number without [spaces|blanks], [brackets|parentheses|slashes] or [hyphens|dashes].",
        "[Normalize|Clean|Clean up] the phone number: [digits only|only digits|nothing but digits].",
        "[Digits only|Only the digits|Just the digits][, please|.|]",
        "[What are|Which are] the digits of the phone number[, in one piece|, all in a row|]?",
        "[I want|I need|I would like] the phone number as [digits only|one block of digits|plain digits].",
        (
            "[For my phone|For the database|For our list|For dialing], [write|give] the number [in digits "
            "only|with only its digits]."
        ),
        (
            "Given a phone number, [return|give|write] [all its digits|its digits] [without anything else|and "
            "nothing else]."
        ),
        "[Join|Put] all digits of the phone number [together|in one row|in one string].",
        "[Find|Extract|Take] the phone number and [write|give] its digits [in a row|without any signs|in one piece].",
        "[How|In which way] [does|would] the phone number look [without spaces and signs|with digits only]?",
        (
            "[Our system|The form|The machine] [takes|accepts] only digits. [Write|Convert] the phone number "
            "[that way|like that]."
        ),
        "[Please|Kindly] [copy|write|repeat] the phone number [with no spaces and no signs|as digits only].",
        "[Turn|Change|Convert] the phone number into [plain digits|a row of digits|digits only].",
        "[Leave out|Omit] the plus, the spaces and all other signs [in|of] the phone number[; keep the digits|].",
    ),
    form=(
        "[Answer|Reply|Respond] with [digits only|only digits|nothing but digits].",
        "[No spaces|No blanks], no [hyphens|dashes|signs], no [brackets|parentheses|words].",
        "[One|A single] [row|block|string] of digits.",
        "[No explanation|No other text|Nothing else].",
        "[Write|Keep] the digits [together|in one piece][, without gaps|].",
    ),
    vague=_VAGUE,
    tips=(
        "[Keep|Do not lose] [zeros|a zero|the zeros] at the beginning.",
        "[Drop|Leave out|Remove] the plus sign[ too|, but keep the digits after it|].",
        "[Copy|Write] every digit [once|exactly once], [from left to right|in the same order].",
        "[Ignore|Leave out] names and other words.",
    ),
)

AREA = Kind(
    name="area-code",
    about="the phone number",
    what=(
        "the area code[| of the phone number| of the number]",
        "the [dialing code|area code] [of|in] the phone number",
        "the first [part|group|block] of the phone number",
        "the digits [of|in] the area code",
        "the [part|group] of digits before the first [separator|sign] [of|in] the number, the area code",
        "the code of the [area|town|region] [in|from] the phone number",
        "the area code [alone|by itself], without the rest of the number",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the area code[ of the phone number| of the number|].",
        "[What|Which] is the area code[ of this number| of the phone number| here|]?",
        "[Find|Extract|Identify|Pick out|Take] the area code[ of the phone number| from the phone number|].",
        "[area code|area code only|just the area code|the area code, please|area code?]",
        "[Which|What] area code does the [phone|] number [have|start with|begin with]?",
        "[I want|I need|I would like] [only|just|] the area code[, not the whole number| of this phone number|].",
        "[Tell me|Say|State] the area code[ of the phone number|].",
        "Given a phone number, [return|give|write] its area code.",
        "[Leave out|Drop] the rest of the number[;| and] [give|write] the area code.",
        "[For the map|To find the town|For our statistics], [write|give] the area code of the number.",
        "[Write|Give|Copy] the first [group|block] of digits, the area code.",
        "[Please|Kindly] [answer|reply|respond] with the area code[ of the number|].",
        "[Look|Search] for the area code [in|of] the phone number[ and write it down| and return it|].",
        "[Split off|Separate|Cut off] the area code of the phone number[ and write it| and return it|].",
        "[With|By] which code is the area of this phone number [dialed|reached]?",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the area code|the area code only|just the code].",
        "[Digits only|Only digits], [no brackets|no parentheses|no slash][, nothing else|].",
        "[No explanation|No other text|Not the whole number].",
        "[Write|Give] the code [without|with no] [brackets|parentheses|signs].",
        "[The answer is|The output is] [a short|one short] [number|group of digits].",
    ),
    vague=_VAGUE,
    tips=(
        "The area code [stands in parentheses or before the first sign|comes first in the number].",
        "[Keep|Do not lose] a zero at the beginning[ of the area code|].",
        "[Stop|End] at the first [slash, hyphen, point or space|sign or space].",
        "[Ignore|Leave out] the [rest|other digits] of the number.",
    ),
)

LAST_FOUR = Kind(
    name="last-four",
    about="the phone number",
    what=(
        "the last four digits[| of the phone number| of the number]",
        "the final four digits[| of the phone number]",
        "the four digits at the end of the [phone|telephone] number",
        "the last 4 digits [of|in] the [phone number|number]",
        "the end of the phone number, four digits",
        "the four last digits of the [phone|telephone|] number[| in one piece]",
        "the four digits that [come last|stand last] in the phone number",
    ),
    ask=(
        "[Write|Give|Return|Output] the last four digits[ of the phone number| of the number|].",
        "[What|Which] are the last [four|4] digits[ of this number| of the phone number|]?",
        "[Find|Extract|Pick out|Take] the [last|final] four digits[ of the phone number| of the number|].",
        (
            "[last four|last 4 digits|last four digits only|last four digits, please|just the last four "
            "digits|last four digits?]"
        ),
        "[Which|What] four digits [come last|end the phone number|stand at the end of the number]?",
        "[I want|I need|I would like] [only|just|] the last four digits[ of this number|, not the whole number|].",
        "[Tell me|Say|State] the [last|final] four digits[ of the phone number|].",
        "Given a phone number, [return|give|write] its last four digits.",
        "[Leave out|Drop] [everything|all] but the last four digits[ of the phone number|].",
        "[For a check|To compare|To confirm the number], [write|give] the last four digits.",
        "[With|In] which four digits does the [phone number|number] end?",
        "[Please|Kindly] [answer|reply|respond] with the last [four|4] digits[ of the number|].",
        "[Keep|Show] [only|just] the [last|final] [four|4] digits of the phone number.",
        "[Cut|Shorten|Reduce] the phone number to its last four digits.",
        "[Count|Go] back four digits from the end of the [phone number|number] and write them.",
    ),
    form=(
        "[Answer|Reply|Respond] with [only four digits|four digits only|just four digits].",
        "[Four digits|Just four digits], [no spaces|no signs|in one piece].",
        "[No explanation|No other text|Not the whole number].",
        "[Write|Put] the four digits [together|in one piece|without a gap].",
        "[The answer is|The output is] [a|one] [block|group] of four digits.",
    ),
    vague=_VAGUE,
    tips=(
        "[Ignore|Skip] spaces and signs [between|among] the digits.",
        "[Keep|Do not lose] zeros.",
        "[The digits|They] stay in [their|the same] order.",
        "[Start|Begin] [from|at] the end of the number[ and count four digits|].",
    ),
)

FAMILY = Family(
    name="phone",
    situation=situation,
    kinds=(DIGITS, AREA, LAST_FOUR),
    chatty=(
        "[Sure|Okay|Of course]! [This is|I see] a phone number. What [should|can] I do with it?",
        "[I cannot|Sorry, I cannot] make phone calls, but I can [help|help you] with the number.",
        "[Thanks|Thank you] for the phone number. [What do you need|How can I help]?",
        "[That|This] looks like a [phone|telephone] number. [Whose is it|Shall I save it|Do you want to call it]?",
        "[Do you want|Would you like] me to [save|note|check] this [phone|] number[ for you|]?",
        "[Could you|Can you] [tell me|say] what [you need|I should do] with [this|the] number?",
        "[Got it|Noted]! [Is there|Do you have] [a question|anything you want to know] about the number?",
        "I am [not sure|unsure] what [you want|is wanted] [with|from] this [phone|telephone] number.",
    ),
)
