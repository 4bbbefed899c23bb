"""Two or more small numbers: compared, sorted, counted."""

from collections.abc import Callable

from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words import PRODUCTS

_ABOUT = "the numbers"
_VAGUE = (
    "[Look at|Read|Take|Use] the [numbers|figures].",
    "[Compare|Work with|Handle] the [numbers|figures].",
    "[Which|What] number[ is it| is wanted|]?",
    "[Say|Write|Tell me] something about the [numbers|figures].",
    "[Do|Try] some [math|arithmetic] here.",
)
_TIPS = (
    "[Compare|Look at] the [digits|numbers] [one by one|carefully].",
    "[All numbers|The numbers] have two digits.",
    "[Mind|Watch] [the first|every] digit.",
)
_NUMBER = (
    "[Answer|Reply] with [the|one] number[ only|].",
    "[Only|Just] the number, [nothing else|no words].",
    "[Write|Use] digits[, no words|].",
)
_LIST = (
    "[Separate|Part] [them|the numbers] [with|by] commas.",
    "[Only|Just] the numbers[, with commas|].",
    "[Answer|Reply] with the [whole|full] list.",
)


def _kind(name: str, what: tuple[str, ...], ask: tuple[str, ...], form: tuple[str, ...] = _NUMBER) -> Kind:
    return Kind(name, _ABOUT, what, ask, form, _VAGUE, _TIPS)


KINDS = (
    _kind(
        "largest",
        ("the [largest|biggest|highest|greatest] [number|of the numbers|one]", "the maximum[ of the numbers|]"),
        (
            "[Which|What] number is the [largest|biggest|highest]?",
            "[Pick|Find|Copy] the [largest|biggest|greatest] number.",
            "[Keep|Take] only the [maximum|highest number].",
        ),
    ),
    _kind(
        "smallest",
        ("the [smallest|lowest|least] [number|of the numbers|one]", "the minimum[ of the numbers|]"),
        (
            "[Which|What] number is the [smallest|lowest]?",
            "[Pick|Find|Copy] the [smallest|lowest] number.",
            "[Keep|Take] only the [minimum|lowest number].",
        ),
    ),
    _kind(
        "ascending",
        ("the numbers in [ascending|rising] order", "the numbers[, sorted|] from [small to large|low to high]"),
        (
            "[Sort|Order|Arrange] the numbers[ in ascending order| from small to large|, the smallest first].",
            "[Put|Bring] the numbers in [ascending|rising] order.",
            "[Write|Give] the smallest number first and the largest last.",
        ),
        _LIST,
    ),
    _kind(
        "how-many-numbers",
        ("how many numbers there are", "the count of the numbers", "the number of numbers"),
        (
            "[How many numbers|How many] are [there|given|in the input]?",
            "[Count|Tell me how many] the numbers[ and write how many|].",
            "[Say|Write|Give] how many numbers you [see|can count].",
        ),
    ),
    _kind(
        "first-number",
        ("the [first|leftmost] number", "the number [at the beginning|that comes first]"),
        (
            "[Which|What] number [comes|stands] first?",
            "[Copy|Take|Keep] [only|just|] the first number.",
            "[Write|Give] the number at the beginning.",
        ),
    ),
)
SHAPES: tuple[Callable[[str, str], str], ...] = (
    lambda listed, _: listed,
    lambda listed, thing: f"Prices of a {thing}: {listed}",
    lambda listed, thing: f"{thing}: {listed}",
)


def situation(draw: Draw) -> Situation:
    """Two to five different numbers of two digits; sums of their digits held out tell training and test apart."""
    rng = draw.rng
    while True:
        numbers = rng.sample(range(10, 100), rng.choice((2, 2, 3, 3, 4, 5)))
        if (sum(numbers) % 5 == 0) is draw.held:
            break
    listed = ", ".join(map(str, numbers))
    return Situation(
        rng.choice(SHAPES)(listed, draw.pick(PRODUCTS)),
        {
            "largest": str(max(numbers)),
            "smallest": str(min(numbers)),
            "ascending": ", ".join(map(str, sorted(numbers))),
            "how-many-numbers": str(len(numbers)),
            "first-number": str(numbers[0]),
        },
    )


FAMILY = Family(
    "number",
    situation,
    KINDS,
    (
        "[These|Those] are [some|a few|several] numbers.",
        "[Sure|Okay]! What [exactly|] should I do with [them|the numbers]?",
        "[I am not sure|It is unclear] what you [want|need] here.",
        "[Please|Could you] tell me more about the task.",
        "[Numbers|Figures] like [this|these] are common in many lists.",
        "[The numbers|They] [look|seem] fine to me.",
    ),
)
