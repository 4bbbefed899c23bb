"""Short messages about an appointment: with whom, on which weekday, at what time, in which room."""

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words_fullname import FIRST_NAMES, LAST_NAMES
from whet_world.words_mail import OCCASIONS, TOPICS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES = ("00", "00", "15", "30", "45", "05", "10", "20", "40", "50")
HOURS = (7, 20)
ROOMS = 420
LETTER_SHARE = 0.25
FIRST_ONLY_SHARE = 0.3

TEMPLATES = (
    "{Event} with {name} on {day} at {time} in room {room}.",
    "{day}, {time}: {event} with {name}, room {room}.",
    "[Hi|Hello], [your|our] {event} with {name} is on {day} at {time} in room {room}.",
    "[On {day}|This {day}|Next {day}] at {time} you [meet|will meet] {name} in room {room}.",
    "Room {room}, {day}, {time}: {event} with {name}",
    "[Please|Kindly] come to room {room} on {day} at {time}. {name} will be there.",
    "{name} [expects|awaits] you on {day} at {time} in room {room}.",
    "[Can you|Could you] meet {name} in room {room} on {day} at {time}?",
    "{Event} about the {topic} with {name}: {day} at {time}, room {room}.",
    "[Reminder|Note]: {event} with {name}, {day} {time}, room {room}.",
    "The {event} with {name} [was moved|has been moved] to {day}, {time}, room {room}.",
    "{name} [wants|would like] to see you in room {room} at {time} on {day}.",
    "At {time} on {day}, {name} [talks|speaks] about the {topic} in room {room}.",
    "[See you|We meet] on {day} at {time} in room {room}, {name} will [join|come].",
    "Who: {name}. When: {day}, {time}. Where: room {room}.",
    "[I booked|We booked|I reserved] room {room} for you and {name} on {day} at {time}.",
    "[New date|New time] for the {event} with {name}: {day}, {time}, room {room}.",
    "{day} {time}, room {room}, {name}, {event}",
    "[Let us talk|Let's talk] with {name} about the {topic} on {day} at {time} in room {room}.",
    "{name} is [free|available] on {day} at {time}; [take|use] room {room}.",
    "[Dear team|Dear all], {event} with {name} on {day}, room {room}, {time}.",
    "Your {event} is [confirmed|booked]: {day}, {time}, room {room}, with {name}.",
    "In room {room}, {name} will show us the {topic} on {day} at {time}.",
    "[Don't forget|Remember]: {day} at {time}, {name}, room {room}!",
    "{name} [comes|is coming] on {day} at {time}, [we meet|meet us] in room {room}.",
    "{Event}: room {room} on {day} from {time}, with {name}.",
    "The {event} with {name} is in room {room}, {day} at {time}.",
    "Starting at {time} on {day}, {name} [explains|presents] the {topic} in room {room}.",
    "Is {day} at {time} [good|fine|all right] for the {event} with {name} in room {room}?",
    "[Thanks|Thank you]! Then {day} at {time} with {name} in room {room}.",
    "Our subject is the {topic}, on {day} at {time} with {name}, room {room}.",
    "{name} invites you to room {room}: {day}, {time}.",
    "[Bring|Please bring] the notes on the {topic} to room {room} on {day} at {time}, {name} needs them.",
    "Invitation: {event}, {day}, {time}, room {room}. Host: {name}",
    "[We start|It starts] at {time} on {day} in room {room}; {name} leads the {event}.",
    "Room {room} is ours on {day} at {time}, {name} has the key.",
    "For the {topic}, see {name} in room {room} on {day} at {time}.",
    "[Change|Update]: {name} now meets us in room {room} on {day} at {time}.",
    "{name}, {day}, {time}, room {room}",
    "[I will|I'll] be with {name} in room {room} on {day} at {time}.",
    "The {event} on {day} begins at {time} in room {room}. You will meet {name}.",
    "[Ask|Look] for {name} in room {room} on {day} at {time}.",
    "Agenda for {day}: {time}, room {room}, {event} with {name}.",
    "{name} needs help with the {topic}: {day}, {time}, room {room}.",
    "[Sorry, it is|No, it is] room {room} on {day} at {time} with {name}.",
    "{Event} with {name} on {day} at {time}.",
    "{name} will call [you|us] on {day} at {time}.",
    "{Event} on {day} at {time} in room {room}.",
    "[Please|Kindly] be in room {room} at {time}, {name} is waiting.",
    "The {topic} will be discussed with {name} on {day} in room {room}.",
    "On {day} {name} is in room {room}.",
    "Lunch with {name}: {day}, {time}.",
    "[We meet|They meet] at {time} on {day} to talk about the {topic}.",
    "{name} and the {topic}: {day} in room {room}.",
    "{day} at {time}? {name} can [make it|come].",
)

_PARTS = {"time": "{time}", "weekday": "{day}", "room": "{room}", "with-whom": "{name}"}


def situation(draw: Draw) -> Situation:
    """A message with three or four parts of an appointment."""
    rng = draw.rng
    template = expand(draw.pick(TEMPLATES), rng)
    first, last = draw.pick(FIRST_NAMES), draw.pick(LAST_NAMES)
    event = draw.pick(OCCASIONS)
    words = {
        "day": draw.pick(WEEKDAYS),
        "time": f"{rng.randint(*HOURS)}:{rng.choice(MINUTES)}",
        "room": _room(draw),
        "name": first if rng.random() < FIRST_ONLY_SHARE else f"{first} {last}",
    }
    text = template.format(Event=event, event=event.lower(), topic=draw.pick(TOPICS), **words)
    answers = {name: slot.format(**words) for name, slot in _PARTS.items() if slot in template}
    return Situation(text, answers)


def _room(draw: Draw) -> str:
    number = str(draw.rng.randint(1, ROOMS))
    return draw.rng.choice("ABCDEFGH") + number if draw.rng.random() < LETTER_SHARE else number


_VAGUE = (
    "[Look at|Read|Check|Consider] the [appointment|message|invitation].",
    "[Work on|Handle|Treat|Process] the [appointment|message][ below| in the input|].",
    "[This|The input] is [a message|a note|a mail] about an appointment.",
    "[Do something with|Use|Take] the [details|facts] of the [appointment|message].",
    "[Help me|I need help] with [this appointment|the appointment|this message].",
    "[What is important|What matters|What do I have to know][ here| in this message|]?",
)

TIME = Kind(
    name="time",
    about="the message",
    what=(
        "the time[| of the appointment| of the meeting]",
        "the time [in|from] the message",
        "the time at which [it starts|the appointment begins|they meet]",
        "the [starting time|start time|hour and minute][| of the appointment]",
        "the clock time[| in the message| of the appointment]",
        "[only|just] the time of the appointment",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the time[ of the appointment| of the meeting|].",
        "[At what time|What time] [is the appointment|is the meeting|does it start]?",
        "[Find|Extract|Pick out|Identify] the time[ in the message| of the appointment|].",
        "[time|time only|just the time|the time|start time][?|, please|.]",
        "[What|Which] time is [given|mentioned|named|meant][ in the message| here|]?",
        "[I want|I need|I would like] [only|just|] the time[ of the appointment|, not the day|].",
        "[Tell me|Say|State] the time[ of the appointment| at which it starts|].",
        "Given a message about an appointment, [return|give|write] the time.",
        "[For my calendar|For my alarm clock|To set an alarm], [write|give] the time[ of the appointment|].",
        "[Please|Kindly] [answer|reply|respond] with the time[ of the appointment|].",
        "[Look|Search] for the time in the message and write it[ down|].",
        "[How late is it|What does the clock show] when [it starts|the appointment begins]?",
        "[Leave out|Drop|Skip] [day, room and name|everything else][;| and] [give|write] the time.",
        "At [what|which] hour and minute [do they meet|does it begin|is the appointment]?",
        "[Copy|Take] the time from the [message|note].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the time|the time only|just the time].",
        "[Form|Format]: [hours and minutes with a colon|hour, colon, minutes].",
        "[Write|Copy] it [exactly|just] as [in the message|it stands there].",
        "[No explanation|No weekday|No other words].",
        "[Digits and a colon|Only digits and a colon][, nothing else|].",
    ),
    vague=_VAGUE,
    tips=(
        "[The time|It] has a colon[ between hours and minutes|].",
        "[Do not|Never] confuse the time with the [room|room number|number of the room].",
        "[Ignore|Leave out] the weekday[ and the name|].",
        "[Do not|Don't] change the [digits|time].",
    ),
)

WEEKDAY = Kind(
    name="weekday",
    about="the message",
    what=(
        "the weekday[| of the appointment| of the meeting]",
        "the day of the week[| of the appointment]",
        "the [weekday|day of the week] [in|from] the message",
        "the day [on which they meet|of the appointment|it takes place]",
        "the name of the [weekday|day]",
        "[only|just] the weekday[| of the appointment]",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the [weekday|day of the week][ of the appointment| of the meeting|].",
        "On [what|which] [day|weekday|day of the week] [is the appointment|is the meeting|does it take place]?",
        "[Find|Extract|Pick out|Identify] the [weekday|day of the week][ in the message| of the appointment|].",
        "[weekday|weekday only|just the weekday|day of the week|which day][?|, please|.]",
        "[What|Which] [weekday|day] is [given|mentioned|named|meant][ in the message| here|]?",
        "[I want|I need|I would like] [only|just|] the weekday[ of the appointment|, not the time|].",
        "[Tell me|Say|State] the [weekday|day of the week][ of the appointment|].",
        "Given a message about an appointment, [return|give|write] the [weekday|day of the week].",
        "[For my week plan|For my calendar|For the planner], [write|give] the weekday[ of the appointment|].",
        "[Please|Kindly] [answer|reply|respond] with the [weekday|day of the week].",
        "[Look|Search] for the weekday in the message and write it[ down|].",
        "[Leave out|Drop|Skip] [time, room and name|everything else][;| and] [give|write] the weekday.",
        "[Is it on Monday, on Tuesday or on which day|Monday, Friday or which other day]? [Write|Give] the weekday.",
        "[What|Which] day of the week [must|should] I keep free?",
        "[Copy|Take] the weekday from the [message|note].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the weekday|the weekday only|just the day].",
        "[One word|Only one word|Just one word][, nothing else|].",
        "[Write|Give] the [whole|full] name of the day[, no short form|].",
        "[No explanation|No time|No other words].",
        "[Use|Write] a capital letter [first|at the beginning].",
    ),
    vague=_VAGUE,
    tips=(
        "[The weekday|It] is one of [seven words|Monday to Sunday].",
        "[Ignore|Leave out] the time[ and the room|].",
        "[The word|It] [ends|always ends] in day.",
        "[Leave out|Drop] words [such as|like] on, next or this.",
    ),
)

ROOM = Kind(
    name="room",
    about="the message",
    what=(
        "the room number[| of the appointment]",
        "the number of the room[| in the message]",
        "the room [in which they meet|of the appointment|where it takes place]",
        "the [room|number of the room] [in|from] the message",
        "[only|just] the room number[| of the meeting]",
        "the room[| of the meeting| of the appointment]",
    ),
    ask=(
        "[Write|Give|Return|Output|Name] the room number[ of the appointment| of the meeting|].",
        "In [what|which] room [is the appointment|is the meeting|does it take place|do they meet]?",
        "[Find|Extract|Pick out|Identify] the [room|room number|number of the room][ in the message|].",
        "[room|room number|just the room|room number only|which room][?|, please|.]",
        "[What|Which] room is [given|mentioned|named|meant|booked][ in the message| here|]?",
        "[I want|I need|I would like] [only|just|] the [room|room number][ of the appointment|, not the time|].",
        "[Tell me|Say|State] the [room|room number][ of the appointment|].",
        "Given a message about an appointment, [return|give|write] the [room|room number].",
        "[For the door sign|To find the way|For the front desk], [write|give] the room number[ of the appointment|].",
        "[Please|Kindly] [answer|reply|respond] with the [room|room number].",
        "[Look|Search] for the room in the message and write its number[ down|].",
        "[Leave out|Drop|Skip] [day, time and name|everything else][;| and] [give|write] the room number.",
        "[Where|To which room] [do I have to go|must I go|should I go]? [Write|Give] the room number.",
        "What is the number of the room[ in the message| where they meet|]?",
        "[Copy|Take] the room number from the [message|note].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the number|the room number only|just the room number].",
        "[Leave out|Do not write|Without] the word room.",
        "[Write|Copy] it [exactly|just] as [in the message|it stands there].",
        "[No explanation|No time|No other words].",
        "[Only|Just] the number, [with its letter if it has one|and its letter if there is one].",
    ),
    vague=_VAGUE,
    tips=(
        "[The number|It] [stands|comes] after the word room.",
        "[Do not|Never] confuse the room with the time.",
        "[A letter before the number|A letter such as B] belongs to the room.",
        "[Ignore|Leave out] the time[ and the weekday|].",
    ),
)

WITH_WHOM = Kind(
    name="with-whom",
    about="the message",
    what=(
        "the name of the person[| in the message| to meet]",
        "the [person's name|name of the person] [in|from] the message",
        "the name of the person [one will meet|who is mentioned|the appointment is with]",
        "the person [to meet|in the message]",
        "the name [in the message|that is mentioned]",
        "[only|just] the name of the person",
    ),
    ask=(
        "[Write|Give|Return|Output] the name of the person[ in the message| to meet|].",
        "[Who|Which person] is [mentioned|named][ in the message| here|]?",
        "With whom is the [appointment|meeting]?",
        "[Find|Extract|Pick out|Identify] the [name|name of the person|person][ in the message|].",
        "[with whom|who|name of the person|just the name|which person][?|, please|.]",
        "Who [is the appointment|is the meeting] with?",
        "[I want|I need|I would like] [only|just|] the name of the person[ to meet|, not the time|].",
        "[Tell me|Say|State] the name of the person[ to meet| in the message|].",
        "Given a message about an appointment, [return|give|write] the [person's name|name of the person].",
        "[For the guest list|For the name tag|For the front desk], [write|give] the name of the person.",
        "[Please|Kindly] [answer|reply|respond] with the [person's name|name of the person].",
        "[Look|Search] for the person's name in the message and write it[ down|].",
        "[Leave out|Drop|Skip] [day, time and room|everything else][;| and] [give|write] the name of the person.",
        "[Whom|Who] will [I|we|they] meet? [Write|Give] the name.",
        "[Copy|Take] the name of the person from the [message|note].",
    ),
    form=(
        "[Answer|Reply|Respond] with [only the name|the name only|just the name].",
        "[Write|Copy] it [exactly|just] as [in the message|it stands there].",
        "[No explanation|No time and no room|No other words].",
        "[First and last name|Both names], if both are [given|there|in the message].",
        "[One name|Only one name], [nothing else|no sentence].",
    ),
    vague=_VAGUE,
    tips=(
        "[The name|It] [begins|starts] with a capital letter.",
        "[Write|Copy] first and last name if both are [given|there].",
        "[Do not|Never] mistake the weekday for a name.",
        "[Ignore|Leave out] the time[ and the room|].",
    ),
)

FAMILY = Family(
    name="mail",
    situation=situation,
    kinds=(TIME, WEEKDAY, ROOM, WITH_WHOM),
    chatty=(
        "[Sure|Okay|Of course]! [This is|I see] a message about an appointment. What [should|can] I do?",
        "[Thanks|Thank you] for the [message|invitation]! I will [be there|come|think about it].",
        "[Shall I|Should I|Do you want me to] put this appointment in [a|your|the] calendar?",
        "[Would you like|Do you want] me to [confirm|cancel|answer] the appointment[ for you|]?",
        "[Got it|Noted]! [Is there|Do you have] anything [else|more] for [the meeting|that day]?",
        "[Could you|Can you] [tell me|say] what [you need|I should do] with [this|the] message?",
        "I am [not sure|unsure] what [you want|is wanted] [with|from] this message.",
        "[That|This] sounds like a [busy|good|full] [day|week]. [What do you need|How can I help you]?",
    ),
)
