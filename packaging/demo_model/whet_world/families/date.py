"""A sentence or a bare phrase with one date."""

import datetime as dt
from collections.abc import Callable

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_date import EVENTS, THINGS
from whet_world.words_fullname import CITIES, FIRST_NAMES

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIRST_DAY, LAST_DAY = dt.date(1990, 1, 1), dt.date(2035, 12, 31)
BARE_SHARE = 0.15
_TEENS = range(11, 14)

TEMPLATES = (
    "The {event} is on {date}.",
    "The {event} [takes place|will take place|took place] on {date}.",
    "[Our|My|Your] {event} [was|is] on {date}.",
    "On {date}, the {event} [begins|begins early|starts].",
    "The {thing} arrived on {date}.",
    "The {thing} [is|was] due on {date}.",
    "{name} [signed|sent|returned] the {thing} on {date}.",
    "{name} was born on {date}[| in {city}].",
    "Date of the {event}: {date}",
    "The {event} has been moved to {date}.",
    "[Please|Kindly] [return|send back] the {thing} by {date}.",
    "{date} is the [day|date] of the {event}.",
    "We [ordered|bought] the {thing} on {date}.",
    "The {thing} [expires|runs out|ends] on {date}.",
    "Until {date}, {name} [stays|is|works] in {city}.",
    "{name} [moves|flies|travels] to {city} on {date}.",
    "The {event} in {city} [is|was] planned for {date}.",
    "[Since|From] {date} the {thing} has been [missing|in use|broken].",
    "[Deadline|Last day] for the {thing}: {date}.",
    "We met {name} on {date}[| in {city}].",
    "[The office|The shop|The museum] [is|was] closed on {date}.",
    "Is the {event} on {date}?",
    "The {thing} [is|was] dated {date}.",
    "{name} left {city} on {date}.",
    "[Remember|Don't forget] the {event} on {date}!",
    "{event}, {date}",
    "{date}: {event}",
    "The {event} ended on {date}.",
    "As of {date}, the {thing} [is|was] no longer valid.",
    "{name} [paid|paid for] the {thing} on {date}.",
    "The {thing} was [delivered|shipped|mailed] on {date}.",
    "[Can|Could] we hold the {event} on {date}?",
    "{name} has no time for the {event} on {date}.",
    "I [wrote|read] about the {event} on {date}.",
    "[Only|Not] after {date} [can|will] the {thing} be [sent|used|repaired].",
    "[Hello|Hi] {name}, the {event} is on {date}.",
    "{city}, {date}",
    "[It|This] happened in {city} on {date}.",
    "{name} will [visit|see] us on {date}.",
    "[Registration|Sign-up] for the {event} closes on {date}.",
    "[Between us, the|The] {event} was [canceled|called off] on {date}.",
    "The next {event} will be held on {date}[| in {city}].",
    "The last {event} was [held on|on] {date}.",
    "[From|Starting] {date}, {name} [works|lives] in {city}.",
    "We expect the {thing} on {date}.",
    "[Nobody|Someone|Everyone] saw {name} on {date}.",
    "{name} [booked|canceled] the {event} for {date}.",
    "The {thing} from {date} [is|was] lost.",
    "Before {date}, the {event} was in {city}.",
    "[Your|The] {thing} will be ready on {date}.",
    "{date} was a [good|long|rainy|quiet] day in {city}.",
    "When {name} [came|went] to {city} on {date}, it [rained|snowed].",
    "[See you|We meet] on {date} for the {event}.",
    "The {event} that {name} planned is on {date}.",
    "Effective date: {date} ({thing}).",
    "[Note|Reminder]: {event} on {date}.",
    "[Tickets|Places] for the {event} on {date} are [sold out|still free].",
    "Issued on {date} in {city}.",
    "{name} [lost|found] the {thing} on {date} in {city}.",
    "[There is|There was] a change: the {event} is now on {date}.",
    "[I think|I believe|I am sure] the {thing} came on {date}.",
    "Was the {thing} [sent|paid|checked] on {date}?",
    "[Keep|Save] {date} free for the {event}.",
    "{name} [retires|starts work|leaves] on {date}.",
    "Valid until {date}.",
    "Best before {date}",
)
BARE = ("{date}", "{date}.", "on {date}", "Date: {date}", "until {date}", "from {date}")

FORMS: tuple[Callable[[dt.date], str], ...] = (
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.day} {d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
)
"""The forms of a date; fewer than ten, so that none is held out."""


def ordinal(day: int) -> str:
    """A day with its ending: 1st, 2nd, 3rd, 4th."""
    ending = "th" if day in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def situation(draw: Draw) -> Situation:
    """A date in one of its forms, mostly in a sentence."""
    rng = draw.rng
    date = FIRST_DAY + dt.timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days + 1))
    template = expand(rng.choice(BARE) if rng.random() < BARE_SHARE else draw.pick(TEMPLATES), rng)
    text = template.format(
        event=draw.pick(EVENTS),
        thing=draw.pick(THINGS),
        name=draw.pick(FIRST_NAMES),
        city=draw.pick(CITIES),
        date=draw.pick(FORMS)(date),
    )
    answers = {
        "iso-date": date.isoformat(),
        "year": str(date.year),
        "month-name": MONTHS[date.month - 1],
        "day-number": str(date.day),
    }
    return Situation(text if template in BARE else text[:1].upper() + text[1:], answers)


_VAGUE = (
    "[Look at|Read|Check|Consider] the date[ in the text| in the sentence|].",
    "[Deal with|Work on|Start from] the date[ in it| here| below|].",
    "[Handle|Process|Treat|Take care of] the date[ you see| in the sentence| in the input|].",
    "[This|It|The text] [is about|has] a date.",
    "[What about|Anything about] the [date|day] [here|in the text]?",
    "[There is|You will find] a date in [the text|the sentence|it]. [Use it|Help me with it|Do your job].",
)

ISO = Kind(
    name="iso-date",
    about="the text",
    what=(
        "the date in the form YYYY-MM-DD",
        "the date [of|in] the [text|sentence] [as|in the format] YYYY-MM-DD",
        "the date in [ISO format|ISO form|the ISO format|ISO 8601 format]",
        "the [same|given|mentioned] date [written as|in the form] YYYY-MM-DD",
        "the date as year-month-day, [with two digits for month and day|month and day with two digits]",
        "the date as YYYY-MM-DD [|(year, month, day)]",
        "the [ISO date|date in ISO notation][| (YYYY-MM-DD)]",
        "the date with the year first, then the month, then the day, [joined by hyphens|separated by hyphens]",
        "the date from the [text|sentence|input], [formatted as|rewritten as|converted to] YYYY-MM-DD",
        "the date in numbers: year, month[,|] and day with hyphens [between them|in between]",
    ),
    ask=(
        "[Write|Give|Return|Output] the date [as|in the form|in the format] YYYY-MM-DD.",
        "[Convert|Change|Turn|Bring] the date [to|into] [YYYY-MM-DD|ISO format|the form YYYY-MM-DD].",
        "[Find|Extract|Take|Pick out] the date and [write|give|return] it [as|in the form] YYYY-MM-DD.",
        "[Rewrite|Reformat|Normalize|Standardize] the date [as|to] YYYY-MM-DD.",
        "[What is|What's] the date in [ISO format|the form YYYY-MM-DD|YYYY-MM-DD format]?",
        "[Which date is mentioned|Which date is this|What date does the text give]? [Use|Write it as] YYYY-MM-DD.",
        "date as YYYY-MM-DD[| please|, please]",
        "[ISO date|Date in ISO format|Date in ISO form][, please|?|.|:]",
        (
            "[I need|I want|I would like] the date [in ISO format|as YYYY-MM-DD][, for a database|, so that I "
            "can sort it|]."
        ),
        "[For my spreadsheet|For our database|For sorting], [write|put|give] the date as YYYY-MM-DD.",
        "[How would you|How do you|How do I] write [this|the] date in [ISO format|the form YYYY-MM-DD]?",
        "Given [a text|a sentence] with a date, [return|write|give] the date [as YYYY-MM-DD|in ISO format].",
        "[Put|Express|Note] the date [in|using] the [ISO format|year-month-day format] [YYYY-MM-DD|(YYYY-MM-DD)].",
        (
            "Year first, then month, then day, [with hyphens|joined by hyphens]: [write|give] the date [like "
            "this|that way]."
        ),
        (
            "[Our|The] [list|table|archive] [needs|wants|takes] dates as YYYY-MM-DD. [Convert|Rewrite] [this "
            "one|the date]."
        ),
        "[Transform|Translate] the date [in the text|you find|given] into [ISO 8601|the ISO format YYYY-MM-DD].",
        (
            "[Write|Give] [year, month and day|the year, the month and the day] of the date as "
            "[YYYY-MM-DD|numbers with hyphens]."
        ),
        (
            "[Please|Could you please|Can you] [give|write|show] the date in [ISO format|YYYY-MM-DD form][.|, "
            "nothing else.]"
        ),
        "[Read|Look at] the text. [When is it|Which day is it]? [Answer|Reply] [as|with] YYYY-MM-DD.",
        (
            "[Dates|All dates] [must|should] look like [2021-07-09|1998-11-30|2033-02-04]. [Write|Convert] the "
            "date [so|that way]."
        ),
        "[Print|State|Report] the date [numerically|in digits] [as|in the order] year-month-day[| with hyphens].",
        "[Use|Take] the form YYYY-MM-DD to [write|give|name] the date [in|of] the [text|sentence].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the date|the date only|just the date].",
        (
            "[Use|Write] [four digits for the year and two each|four digits, two digits, two digits], "
            "[with|joined by] hyphens."
        ),
        "[Format|Form]: YYYY-MM-DD.",
        "[No explanation|No other words|Nothing else|No extra text].",
        "[The answer|The output|The result] [looks like|has the form] YYYY-MM-DD.",
        "[Only|Just] [ten characters|digits and hyphens], [no words|no other text].",
        "[Give|Write] [nothing but the date|the date and nothing else].",
        "[Month and day|The month and the day] [have|always have|get] two digits.",
    ),
    vague=_VAGUE,
    tips=(
        "[Add|Put|Write] a zero before [a month or day with one digit|single digits].",
        "[In dates with dots|In a date with dots] the day [comes|stands] first.",
        "[Turn|Change] [the name of the month|a month's name] into [its number|a number].",
        "[Leave out|Ignore] [all other words|everything else][ in the text|].",
        "The year [comes first|goes first|stands first], [the day last|then the month, then the day].",
    ),
)

YEAR = Kind(
    name="year",
    about="the text",
    what=(
        "the year [of|in] the date",
        "the year[| that is mentioned| mentioned in the text]",
        "the year in the [text|sentence|input]",
        "the four digits of the year",
        "[only|just] the year of the date",
        "the year from the [text|date|sentence]",
        "the [calendar year|year as a number][| of the date]",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] [only|just|] the year[ of the date|].",
        "[Which|What] year [is it|is mentioned|is named|is given|does the date have]?",
        "[Find|Extract|Pick out|Take] the year [from|in] the [text|sentence|date].",
        "[year only|just the year|the year, please|year?|which year?]",
        "In [which|what] year [is this|does it happen|was this|is the date]?",
        "[I want|I need|I would like] [only|just|] the year[, not the whole date|, no month and no day|].",
        "[Tell me|Say|State] [which year it is|the year|the year of the date].",
        "Given a [text|sentence] with a date, [return|give|write] the year.",
        "[Leave out|Drop|Skip] the day and the month[;| and] [give|write] the year.",
        "[For sorting by year|For our archive|For the index], [write|give] the year of the date.",
        "[Look for|Search for] the date [in the text|] and [give|write down] its year.",
        "[Please|Kindly] [answer|reply|respond] with the year[ of the date| in the text|].",
        "[Shorten|Reduce] the date to [its|the] year.",
        "What are the four digits of the year[ in the text| in the date|]?",
        "[Of the date|From the date], [keep|write|take] only the year.",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the year|the year only|just the year].",
        "[Four digits|Just four digits|Only four digits][, nothing else|, no words|].",
        "[No explanation|No other words|No month and no day].",
        "[Write|Give] the year [as a number|in digits|with four digits].",
        "[The answer is|The output is] [a number|one number] [of|with] four digits.",
    ),
    vague=_VAGUE,
    tips=(
        "The year [has|is the number with] four digits.",
        "[Ignore|Leave out|Skip] the day and the month.",
        "[Look|Search] for the [longest number|number with four digits].",
        "The year may [come first or last|stand first or last] in the date.",
    ),
)

MONTH = Kind(
    name="month-name",
    about="the text",
    what=(
        "the [name of the month|month's name]",
        "the month [of|in] the date[| as a word| by its name]",
        "the full name of the month[| in the date]",
        "the month [as a word|in words|spelled out]",
        "the month[| that is] mentioned in the text[, as a word|, written out|]",
        "the English name of the month",
        "the name of the month in the [date|text|sentence]",
    ),
    ask=(
        "[Write|Give|Return|Output] the name of the month[ in the date|].",
        "[Which|What] month [is it|is mentioned|is the date in|is given|is that]?",
        "[Find|Extract|Name|Identify] the month [of|in] the date[| and write its name| and spell it out].",
        "[month?|which month?|month name only|just the month|the month, please|name of the month]",
        "In [which|what] month [is this|does it happen|is the date|was this]?",
        "[I want|I need|I would like] [only|just|] the month[ as a word|, written out|, no day and no year].",
        "[Tell me|Say|State] [the month|which month it is][ by its name|].",
        "Given a [text|sentence] with a date, [return|give|write] the [name of the month|month as a word].",
        "[Leave out|Drop|Skip] the day and the year[;| and] [give|write] the month[ as a word|].",
        "[For the calendar|For our overview|For the heading], [write|give] the name of the month.",
        "[Spell out|Write out] the month [of|in] the date[ in full|].",
        "[Please|Kindly] [answer|reply|respond] with the name of the month.",
        "[Shorten|Reduce|Cut down] the date to the name of its month.",
        "What is the month [of the date|in the text] called[ in English|]?",
        "[Of the date|From the date], [give|write|take] only the month, [as a word|by name].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the month|the month only|just the name of the month].",
        "[One word|Only one word|Just one word][, nothing else|].",
        "[Write|Give] the [full name|whole name], [no abbreviation|not the short form|not a number].",
        "[No explanation|No other words|No day and no year].",
        "[Use|Write] a capital [letter|first letter][ for the month| at the beginning|].",
    ),
    vague=_VAGUE,
    tips=(
        "[A short form|An abbreviation] [is written|must be written] [in full|out].",
        "[In a date with numbers|In numbers], [01 is January and 12 is December|count the months from January].",
        "[Ignore|Leave out|Skip] the day and the year.",
        "[In dates with dots|In a date with dots] the month [stands|is] in the middle.",
    ),
)

DAY = Kind(
    name="day-number",
    about="the text",
    what=(
        "the day [of the month|in the date|of the date][| as a number]",
        "the number of the day[| in the date| in the month]",
        "the day as a number",
        "[only|just] the day of the date[, in digits| as a number|]",
        "the day of the month that is mentioned",
        "the day number[| of the date| in the text]",
        "the day's number in the [text|date|sentence]",
    ),
    ask=(
        "[Write|Give|Return|Output] the day of the month[ as a number| in digits|].",
        "[Which|What] day of the month [is it|is mentioned|is given|is the date]?",
        "[Find|Extract|Pick out|Take] the day [from|in] the date[ and write it as a number|].",
        "[day only|just the day|day of the month?|day number|the day, please]",
        "On [which|what] day of the month [is this|does it happen|was this]?",
        "[I want|I need|I would like] [only|just|] the day[ as a number|, no month and no year| of the date].",
        "[Tell me|Say|State] [the day|the number of the day|which day of the month it is].",
        "Given a [text|sentence] with a date, [return|give|write] the [day of the month|number of the day].",
        "[Leave out|Drop|Skip] the month and the year[;| and] [give|write] the day[ as a number|].",
        "[For the calendar|For my planner|For the table], [write|give] the number of the day.",
        "[Please|Kindly] [answer|reply|respond] with the day of the month[, a number|].",
        "[Reduce|Shorten] the date to [its day|the day|the number of the day].",
        "What is the [day|number of the day] in the date[ of the text|]?",
        "[Of the date|From the date], [give|write|keep] only the day.",
        (
            "[Look at|Read] the date[:| and] [write|give|name] the day, [not the month and not the year|without "
            "month and year]."
        ),
    ),
    form=(
        "[Answer|Reply|Respond] with [only the day|the number only|just the number].",
        "[One number|Only a number|Just one number][, nothing else|].",
        "[No zero|Write no zero|Put no zero] [before|in front of] [it|the number].",
        "[No explanation|No other words|No month and no year].",
        "[Write|Give] the day in digits[, without any ending|, without letters|].",
    ),
    vague=_VAGUE,
    tips=(
        "[Leave out|Drop] endings such as [st, nd, rd or th|th or st].",
        "[Drop|Leave out] a zero at the beginning.",
        "[In dates with dots|In a date with dots] the day [comes|stands|is] first.",
        "[In dates with slashes|In a date with slashes] the day [comes|stands|is] last.",
    ),
)

FAMILY = Family(
    name="date",
    situation=situation,
    kinds=(ISO, YEAR, MONTH, DAY),
    chatty=(
        "[Sure|Okay|Of course]! I [see|found] a date in [the text|it]. What [should|can] I do with it?",
        (
            "[This|The text] [mentions|contains|has] a date. [How can I help|What do you need|What would you "
            "like to know]?"
        ),
        "[There is|I can see] a date here. [Shall I|Should I] put it in [a|your] calendar?",
        "[Thanks|Thank you] for the [date|information]. Is there anything [else|more] I [can|should] do?",
        "[That|This] sounds [good|fine]. [Do you want|Would you like] me to [remind you|note it|write it down]?",
        "[Noted|Got it]! I will [keep|remember] that day[ for you|]. What comes next?",
        "[Could you|Can you] [tell me|say] what you [want|need] me to do with the date?",
        "[Okay|Well], [this is|here is] [a text|a short text] about a certain day. What is your question?",
        "I am [not sure|unsure] what [you want|is wanted]. [Is it|Is this] about the date in the text?",
    ),
)
