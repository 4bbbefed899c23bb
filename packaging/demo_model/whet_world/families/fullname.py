"""Full names, bare or in a short sentence."""

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_fullname import CITIES, FIRST_NAMES, JOBS, LAST_NAMES

BARE_SHARE = 0.3

TEMPLATES = (
    "{name} called this morning.",
    "[Please|Kindly] [call|write to|contact] {name}.",
    "[I met|We met|I saw] {name} in {city}.",
    "{name} works for the {job}.",
    "[Our|The] [new|old|] {job} is {name}.",
    "{name} [lives|lived|works] in {city}.",
    "[A letter|A parcel|A message] [for|from] {name}",
    "[Name|Customer|Guest|Author|Patient]: {name}",
    "The {job} [is called|was called] {name}.",
    "[Is|Was] {name} [here|at home|in {city}]?",
    "{name}, {city}",
    "{name}, {job}",
    "[Ask|Tell|Follow] {name}.",
    "[Yesterday|Today|Last week] {name} [left|came|wrote].",
    "[My name is|I am|This is] {name}.",
    "[Where|How] is {name}?",
    "[Thanks|Thank you] to {name} for the help.",
    "The {job} [asked for|waits for|knows] {name}.",
    "{name} [sent|wrote|signed] the letter.",
    "[In|Near] {city} there is one {job} named {name}.",
    "[Have you|Has anyone] seen {name}?",
    "[The book|The song|The article|The painting] is by {name}.",
    "[Signed|Written|Reported] by {name}",
    "{name} is [late|sick|on vacation|not here] today.",
    "[A table|A room|A seat|A ticket] for {name}, please.",
    "[Congratulations|Welcome] to {name}!",
    "[Dear|Hello|Hi] {name},",
    "{name} will [be|become] the next {job}.",
    "[Give|Send|Show] this to {name}.",
    "[The winner|The owner|The tenant|The speaker] is {name}.",
    "[Two|Three|Four] people waited for {name}.",
    "{name} [lost|found] a [key|bag|coat|phone].",
    "[Everybody|Nobody|Everyone here] knows {name}.",
    "The meeting with {name} is [in {city}|tomorrow|over].",
    "[Without {name} the {job} would fail|Thanks to {name} the {job} is happy].",
    "[I think|I hope|I heard] {name} [moved|went] to {city}.",
    "From {city}: {name}",
    "{name} [speaks|talks] with the {job}.",
    "[The car|The house|The dog|The bike] belongs to {name}.",
    "[Who is|Do you know] {name}?",
    "{name} [arrived|arrives|left] by train.",
    "[Room|Desk|Office] of {name}",
    "The {job} from {city}, {name}, [was there|has come|is back].",
    "[Next|First|Last] on the list: {name}",
    "[Say hello|Say goodbye|Talk] to {name}.",
    "{name} [paid|ordered|bought] everything.",
    "[When|Why] did {name} [come|go] to {city}?",
    "[On the phone|At the door|In the hall]: {name}",
    "The [best|youngest|oldest] {job} is {name}.",
    "[We|They] [trust|like|miss|remember] {name}.",
    "[It was|Perhaps it was] {name} who [called|asked|won].",
    "{name} has a [question|cat|plan|cold].",
    "{name} and the {job} [agree|are friends|argued].",
    "[Only|Even] {name} [knew|came|helped].",
    "[Appointment|Interview|Lunch] with {name}",
)


def situation(draw: Draw) -> Situation:
    """A name with two parts, often in a sentence."""
    first, last = draw.pick(FIRST_NAMES), draw.pick(LAST_NAMES)
    template = "{name}" if draw.rng.random() < BARE_SHARE else expand(draw.pick(TEMPLATES), draw.rng)
    text = template.format(name=f"{first} {last}", job=draw.pick(JOBS), city=draw.pick(CITIES))
    answers = {
        "last-name": last,
        "first-name": first,
        "initials": f"{first[0]}. {last[0]}.",
        "name-sorted": f"{last}, {first}",
        "email": f"{first}.{last}@example.com".lower(),
    }
    return Situation(text[:1].upper() + text[1:], answers)


_VAGUE = (
    "[Look at|Read|Check|Consider] the name[ in the text| here|].",
    "[Work on|Handle|Treat|Process] the [name|person's name][ below| in the input| in the text|].",
    "[This|The input] [is about|has|contains] a person's name.",
    "[Do something with|Use|Take] the name of the person.",
    "[Help me|I need help] with [this|the] name.",
    "[There is|Here comes] a name. [Do your job|Make it right|Make it useful].",
)

LAST_NAME = Kind(
    name="last-name",
    about="the name",
    what=(
        "the last name[| of the person]",
        "the [surname|family name][| of the person]",
        "the [person's|] last name",
        "the [person's|] [surname|family name]",
        "the second part of the name[|, the last name]",
        "the [family name|last name] [in|from] the [text|name]",
        "[only|just] the last name of the person",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the [last name|surname|family name][ of the person| only|].",
        "[What|Which] is the [last name|surname|family name][ of the person| here|]?",
        "[Find|Extract|Identify|Pick out] the [last name|surname|family name][ of the person| in the text|].",
        "[last name|surname|family name][?|, please| only|.]",
        "What is [this|the] person's [last name|surname|family name]?",
        (
            "[I want|I need|I would like] [only|just|] the [last name|surname|family name], [not the first "
            "name|without the first name]."
        ),
        "[Tell me|Say|State] the person's [last name|surname|family name].",
        "Given a [full name|name], [return|give|write] the [last name|surname|family name].",
        "[Leave out|Drop|Skip] the first name[;| and] [give|write] the [last name|surname].",
        "[For the doorbell|For our list|For the label], [write|give] the [last name|surname|family name].",
        "[Please|Kindly] [answer|reply|respond] with the [last name|surname|family name].",
        "What is the [person|person in the text] called by [last name|family name|surname]?",
        "[Write|Give] the second part of the name[, the last name|, the surname|].",
        "[Shorten|Reduce] the name to the [last name|surname|family name].",
        "[Look|Search] for the person's [last name|surname][ in the text|] and write it[ down|].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the last name|the surname only|just the last name].",
        "[One word|Only one word|Just one word][, nothing else|].",
        "[No explanation|No first name|No other words].",
        "[Write|Spell] it [exactly|just] as [in the text|it stands there].",
        "[The answer is|The output is] [one|a single] [name|word].",
    ),
    vague=_VAGUE,
    tips=(
        "The last name [stands|comes] after the first name.",
        "[Leave out|Ignore] the first name[ and all other words|].",
        "[Copy|Write] [it|the name] letter by letter.",
        "[Look|Search] for two words with capital letters[ next to each other|]; the second is the last name.",
    ),
)

FIRST_NAME = Kind(
    name="first-name",
    about="the name",
    what=(
        "the first name[| of the person]",
        "the [given name|forename][| of the person]",
        "the person's [first name|given name]",
        "the first part of the [person's|full] name",
        "the first name [in|from] the [text|full name]",
        "[only|just] the first name[| of the person]",
        "the given name [before|in front of] the last name",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the [first name|given name|forename][ of the person| only|].",
        "[What|Which] is the [first name|given name|forename][ of the person| here|]?",
        "[Find|Extract|Identify|Pick out] the [first name|given name][ of the person| in the text|].",
        "[first name|given name|forename][?|, please| only|.]",
        "What is [this|the] person's [first name|given name]?",
        (
            "[I want|I need|I would like] [only|just|] the [first name|given name], [not the last name|without "
            "the last name]."
        ),
        "[Tell me|Say|State] the person's [first name|given name].",
        "Given a [full name|name], [return|give|write] the [first name|given name].",
        "[Leave out|Drop|Skip] the [last name|surname][;| and] [give|write] the first name.",
        "[For a friendly letter|For the name tag|For the greeting], [write|give] the [first name|given name].",
        "[Please|Kindly] [answer|reply|respond] with the [first name|given name].",
        "What do friends call this person? [Write|Give] the first name.",
        "[Write|Give] the first part of the name[, the first name|].",
        "[Shorten|Reduce] the name to the [first name|given name].",
        "[Look|Search] for the person's [first name|given name][ in the text|] and write it[ down|].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the first name|the first name only|just the first name].",
        "[One word|Only one word|Just one word][, nothing else|].",
        "[No explanation|No last name|No other words].",
        "[Write|Spell] it [exactly|just] as [in the text|it stands there].",
        "[The answer is|The output is] [one|a single] [name|word].",
    ),
    vague=_VAGUE,
    tips=(
        "The first name [stands|comes] before the last name.",
        "[Leave out|Ignore] the last name[ and all other words|].",
        "[Copy|Write] [it|the name] letter by letter.",
        "[Look|Search] for two words with capital letters[ next to each other|]; the first is the first name.",
    ),
)

INITIALS = Kind(
    name="initials",
    about="the name",
    what=(
        "the initials[| of the person| of the name]",
        "the person's initials[|, with points|, each with a period]",
        "the first letters of the first and last name[|, each with a period]",
        "the initials of first and last name",
        "the two initials[| of the name| of the person]",
        "the initials with [periods|points][| and a space between them]",
        "the name [as initials|reduced to initials][|, with periods]",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the initials[ of the person| of the name|].",
        "[What|Which] are the initials[ of the person| of the name| here|]?",
        "[Find|Form|Work out|Determine] the initials of the [person|name].",
        "[initials|initials only|just the initials][?|, please|.|]",
        "What are [this|the] person's initials?",
        "[I want|I need|I would like] [only|just|] the initials[, with periods| of the person|, not the whole name|].",
        "[Tell me|Say|State] the [person's|two] initials.",
        "Given a [full name|name], [return|give|write] the initials.",
        "[Shorten|Reduce|Abbreviate] the name to [its|the] initials.",
        "[For the protocol|For the margin|For a short signature], [write|give] the initials.",
        "[Please|Kindly] [answer|reply|respond] with the initials[ of the person|].",
        "[Write|Give] the first letter of the first name and of the last name, [each with a period|with periods].",
        "With which initials would [this person|the person] sign?",
        "[Take|Use] the first letters of both names and [write|give] them as initials.",
        "[Abbreviate|Shorten] both names to one letter each, with [periods|a period each].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the initials|the initials only|just the initials].",
        "[Form|Format]: [A. B.|two letters, each with a period.]",
        "[Two capital letters|Two letters], [each with a period|each followed by a period].",
        "[No explanation|Not the whole name|No other words].",
        "[Put|Write] a [period|point] after each letter and a space between [them|the two].",
    ),
    vague=_VAGUE,
    tips=(
        "The initial of the first name [comes|stands] first.",
        "[Use|Write] capital letters.",
        "[A period|A point] follows [each|every] letter.",
        "[Ignore|Leave out] all [other words|words that are not the name].",
    ),
)

SORTED = Kind(
    name="name-sorted",
    about="the name",
    what=(
        "the name [in the form|in the order|as] last name, first name",
        "the name with the last name first[|, then a comma and the first name]",
        "the last name, [a comma and|then a comma and] the first name",
        "the name [as in|as it stands in] [a phone book|an alphabetical list|an index]",
        "the [person's|full] name, last name [first|in front][|, with a comma]",
        "the name [turned around|in reverse order], with a comma [after the last name|in between]",
        "the [surname|family name] and then the first name, [with a comma between them|separated by a comma]",
    ),
    ask=(
        "[Write|Give|Return|Output] the name [as|in the form] last name, first name.",
        "[Write|Give|Put] the last name first, then [a comma and|after a comma] the first name.",
        "[Turn around|Invert|Reverse] the name: last name, comma, first name.",
        "[last name, first name|surname, first name|last name first, with a comma][, please|.|]",
        "[How|In which form] [does|would] the name [stand|appear] in [a phone book|an index|an alphabetical list]?",
        (
            "[I want|I need|I would like] the name [sorted by last name|with the last name first], [with a "
            "comma|like in a phone book]."
        ),
        "[Swap|Switch] first and last name and [put|write] a comma between them.",
        "Given a [full name|name], [return|give|write] it [as|in the order] last name, first name.",
        (
            "[For the phone book|For an alphabetical list|For our index|For the register], [write|put] the last "
            "name first[, then the first name|]."
        ),
        "[Please|Kindly] [write|give] the name as [surname, first name|last name, first name].",
        "[Format|Rewrite|Rearrange] the name as last name, first name.",
        (
            "[Our list|The register|The library] [needs|wants] last names first: [write|give] the name [so|that "
            "way][, with a comma|]."
        ),
        "[Find|Take] the name and [write|give] it with the [last name|surname|family name] in front[ and a comma|].",
        "[Bring|Put] the name into [index form|the form of an index|the order last name, first name].",
        "What is the name [written with the last name first|in the form last name, first name]?",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the name|the name only|just the name][ in this order|].",
        "[Form|Format]: [last name, first name|Last, First].",
        "[Put|Write] a comma after the last name.",
        "[No explanation|No other words|Nothing else].",
        "[Two names|Two words], [with a comma between them|separated by a comma].",
    ),
    vague=_VAGUE,
    tips=(
        "The [last name|surname] [comes|goes|stands] first.",
        "[Do not forget|Remember] the comma[ after the last name|].",
        "[Copy|Keep] the spelling of both names.",
        "[Ignore|Leave out] all [other words|words that are not the name].",
    ),
)

EMAIL = Kind(
    name="email",
    about="the name",
    what=(
        "the [email|e-mail] address [in the form|of the form] first.last@example.com",
        "the email address of the person[|, first.last@example.com|, ending in @example.com]",
        "the person's [email|e-mail] address at example.com",
        "the email address made [of|from] the name: [first name, point, last name|first.last], @example.com",
        "the [address|email address] first.last@example.com for the person",
        "the email address at example.com[|, in small letters], [built|made] from the name",
        "the person's mail address, first.last@example.com",
    ),
    ask=(
        "[Write|Give|Return|Output] the email address [in the form|as] first.last@example.com.",
        "[Make|Build|Form|Create] an email address at example.com [from|out of] the name.",
        "[What|Which] is the person's email address at example.com?",
        (
            "[email address at example.com|email as first.last@example.com|first.last@example.com for this "
            "person][, please|.|]"
        ),
        "[Turn|Convert|Change] the name into an [email|e-mail] address at example.com.",
        "[I want|I need|I would like] the email address of [this|the] person, first.last@example.com.",
        "[Our|All] addresses [are|look like] first.last@example.com. [Write|Give] the one [of|for] this person.",
        "Given a [full name|name], [return|give|write] the [email|email address] first.last@example.com.",
        (
            "[First name|The first name], point, last name, @example.com: [write|give] the [email|address][ in "
            "small letters|]."
        ),
        "[For the directory|For a new account|For the invitation], [write|give] the email address at example.com.",
        "[Please|Kindly] [write|give|form] the person's [email|e-mail] address [with|ending in] @example.com.",
        "[Join|Connect] first and last name with a point and add @example.com[, all in small letters|].",
        "[How|In which way] is the email address at example.com [spelled|written] for this person?",
        (
            "[Everyone|Each employee] [has|gets] an address like first.last@example.com. [Which|What] is "
            "[this|the] person's?"
        ),
        "[Find|Take] the name and [make|write] the email address first.last@example.com.",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the address|the address only|just the email address].",
        "[Small letters only|Only small letters|All in small letters][, no spaces|].",
        "[Form|Format]: first.last@example.com.",
        "[No explanation|No other words|Nothing else].",
        "[End|Finish] [it|the address] with @example.com.",
    ),
    vague=_VAGUE,
    tips=(
        "[Write|Use] small letters [only|throughout|everywhere].",
        "[A point|A dot] [stands|comes] between first and last name.",
        "[The address|It] ends in @example.com.",
        "[There is|There must be] no space in [the|an] address.",
    ),
)

FAMILY = Family(
    name="fullname",
    situation=situation,
    kinds=(LAST_NAME, FIRST_NAME, INITIALS, SORTED, EMAIL),
    chatty=(
        "[Sure|Okay|Of course]! [This is|I see] a person's name. What [should|can] I do with it?",
        "[Nice|Good] to [meet you|know]! [How can I help|What can I do for you]?",
        "[I do not|Sorry, I do not] know this person. [Can you tell me more|What would you like to know]?",
        "[That|This] is a [nice|lovely|good] name. [What do you need|How can I help you]?",
        "[Do you want|Would you like] me to write [a letter|a message] to this person?",
        "[Could you|Can you] [tell me|say] what [you need|I should do] with [this|the] name?",
        "[Thanks|Thank you] for the name. [Shall I|Should I] add it to [a|the|your] list?",
        "I am [not sure|unsure] what [you want|is wanted] [from|with] this [person|name].",
        "[Who is this person to you|Is this someone you know]? [Please|Kindly] tell me [a little|] more.",
    ),
)
