"""Short notes in telegraph style, and what a polite colleague makes of them."""

from whet_world.kinds import Draw, Family, Kind, Situation
from whet_world.words import FIRST_NAMES

OBJECTS = tuple(
    "report invoice contract letter list plan budget agenda offer draft form file photo map key package sample ticket "
    "receipt schedule summary memo quote badge brochure manual catalog poster video recording passport permit license "
    "drawing sketch survey proposal statement certificate timetable menu recipe questionnaire folder envelope parcel "
    "newsletter guideline presentation spreadsheet translation transcript album almanac analysis announcement answer "
    "appendix application archive article atlas backup balance banner bill binder blueprint booklet bulletin card "
    "cartoon chapter chart checklist cheque claim collage column comment complaint copy cover coupon critique decree "
    "deed design diagram diary dictionary diploma directory dossier editorial email entry essay estimate evaluation "
    "exam excerpt exhibit feedback flyer forecast formula glossary graph greeting guidebook handbook handout headline "
    "illustration index inquiry insert instruction inventory invitation journal label leaflet lease lecture ledger "
    "lesson logbook logo magazine manuscript measurement message minutes model newspaper note notice novel order "
    "outline page painting pamphlet paper paragraph password patent petition plot poem portrait postcard prediction "
    "preface prescription price program prototype puzzle quotation rating reference refund register reminder request "
    "resume review roster rule script sheet shortlist sign slide slogan song speech stamp story syllabus symbol table "
    "telegram template test thesis timeline title toolkit treaty tutorial update vaccine verdict visa voucher warranty "
    "will workbook worksheet".split()
)
TIMES = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "noon", "tonight", "tomorrow",
    "next week", "the weekend", "lunch", "five", "midnight", "May", "June", "the meeting", "this evening", "six",
)  # fmt: skip
PATTERNS = (
    ("{object} -> {name}, {time}", "Could you please send the {object} to {name} by {time}?", "send"),
    ("{object} {name} {time}", "Could you please send the {object} to {name} by {time}?", "send"),
    ("{name}: {object}! {time}", "Could you please ask {name} for the {object} before {time}?", "ask"),
    ("phone {name}, {object}, {time}", "Could you please call {name} about the {object} before {time}?", "call"),
    ("tel. {name} re {object} {time}", "Could you please call {name} about the {object} before {time}?", "call"),
    ("{object}: 3 x print, {name}, {time}", "Could you please print three copies of the {object} for {name} by {time}?",
     "print"),
    ("{name} {object} ok? {time}", "Could you please check with {name} that the {object} is ready by {time}?", "check"),
    ("{object} back from {name}, {time}", "Could you please get the {object} back from {name} by {time}?", "get"),
)  # fmt: skip
_ABOUT = "the note"
_VAGUE = (
    "[Improve|Edit|Work on|Correct] [the note|this note|it].",
    "[Say|Write|Put] it [in another way|differently|better|again].",
    "[Look at|Take|Use|Read] the [note|text].",
    "[Write|Make] [something|a text|a sentence|words] [from|of] the note.",
    "[What does|What might] the note [say|mean]?",
)
_TIPS = (
    "[Keep|Use] the name and the time[ as they are|].",
    "[The note|It] is [short|in telegraph style].",
    "[Do not|Never] [forget|drop] [the name|the time|anything].",
)
POLITE = Kind(
    "polite",
    _ABOUT,
    (
        "a polite request[ made from the note| for the note|]",
        "a polite question [made from|that says] the note",
        "the note as a [polite|friendly|courteous] [request|question]",
        "a [polite|friendly|courteous] [sentence|question] [with|that says] what [the note wants|is to be done]",
        "a full polite sentence [from|for] the note",
        "the polite form of the note",
    ),
    (
        "[Rewrite|Phrase|Put|Word] the note as a [polite|friendly|courteous] [request|question|sentence].",
        "[Turn|Change|Make] the note into a [polite|friendly|courteous] [request|question|sentence].",
        "[Ask|Request] [politely|in a friendly way] for what the note [says|wants].",
        "[Make|Write] a [polite|full and polite|courteous] [request|sentence|question] [out of|from] the note.",
        "[Say|Write] [it|the note] politely[, as a full question|, in a whole sentence|].",
        "[Use|Begin with] [Could you please|“Could you please”] and [say|write] what [has to be done|is wanted].",
        "How would [you|a colleague|one] ask for this [politely|in a polite way]?",
        "[Expand|Extend] the note [to|into] a [polite|complete polite] [request|question].",
        "[Be polite|Politely, please]: [ask for it in one sentence|one full question].",
        "[The note|This] should [become|be] a polite [request|question].",
    ),
    (
        "[Answer|Reply|Respond] with [one|a single] [question|sentence].",
        "[Begin|Start] with [Could you please|“Could you please”].",
        "[One|A single] [sentence|question], [nothing else|no more].",
        "[Write|Use] a [full|complete] sentence.",
    ),
    _VAGUE,
    _TIPS,
)
RECIPIENT = Kind(
    "note-person",
    _ABOUT,
    ("the person [in|named in] the note", "the name of the person", "the name[ in the note|]", "who is named"),
    (
        "[Who|Which person] is [named|mentioned][ in the note|]?",
        "[Extract|Copy|Find] the name[ of the person| from the note|].",
        "[Whose|Which] name is in the note?",
    ),
    ("[Answer|Reply] with the name[ only|].", "[Only|Just] the name[, no other words|]."),
    _VAGUE,
    _TIPS,
)
DEADLINE = Kind(
    "note-time",
    _ABOUT,
    ("the time [in|named in] the note", "the deadline[ of the note|]", "the time", "when it is due"),
    (
        "[By when|Until when|When] [is it due|does it have to be done|is it wanted]?",
        "[Extract|Copy|Find] the [time|deadline][ from the note|].",
        "[Which|What] time does the note [name|give]?",
    ),
    ("[Answer|Reply] with the time[ only|].", "[Only|Just] the time[, no other words|]."),
    _VAGUE,
    _TIPS,
)
OBJECT = Kind(
    "note-object",
    _ABOUT,
    ("the thing [in|named in] the note", "the thing[ that is needed|]", "the document or thing in the note"),
    (
        "[What|Which thing] is [the note|it] about?",
        "[Extract|Copy|Find] the thing[ that is wanted| in the note|].",
        "[Which|What] thing does the note [name|mention]?",
    ),
    ("[Answer|Reply] with one word[ only|].", "[Only|Just] the thing[, one word|]."),
    _VAGUE,
    _TIPS,
)


def situation(draw: Draw) -> Situation:
    """A note in one of eight patterns."""
    note, polite, _ = draw.rng.choice(PATTERNS)
    values = {"object": draw.pick(OBJECTS), "name": draw.pick(FIRST_NAMES), "time": draw.rng.choice(TIMES)}
    return Situation(
        note.format(**values),
        {
            "polite": polite.format(**values),
            "note-person": values["name"],
            "note-time": values["time"],
            "note-object": values["object"],
        },
    )


FAMILY = Family(
    "request",
    situation,
    (POLITE, RECIPIENT, DEADLINE, OBJECT),
    (
        "[Sure|Okay|Thanks]! [This|It] looks like a [short|quick] note.",
        "[This|The text] is a note [from work|of a colleague].",
        "[I am not sure|It is unclear] what I should do with it.",
        "[What|What exactly] [should I do|do you need] here?",
        "[I have|Somebody has] written this down in a hurry.",
        "[Noted|All right], I will keep this in mind.",
        "[Please|Kindly] tell me more about the task.",
        "[Notes|Texts] like this are common in many offices.",
    ),
)
