"""What people meet for."""

OCCASIONS = tuple(
    """
Meeting, Interview, Lunch, Lesson, Appointment, Briefing, Call, Workshop, Rehearsal, Training, Consultation,
Review, Coffee, Breakfast, Checkup, Tutoring, Seminar, Exam, Practice, Inspection, Planning, Kickoff, Debate,
Reading, Chess, Yoga, Handover, Fitting, Negotiation, Presentation, Demo, Test, Therapy, Coaching, Discussion,
Conversation, Audit, Team meeting, Job interview, Guitar lesson, Piano lesson, Budget talk, Sales call,
Status update, Design review, Code review, Project meeting, Staff talk, Language class, Book club, Choir practice,
Drawing class, Parents' meeting, Press meeting, Tax advice, Legal advice, Voice lesson, Dance class,
Driving lesson, Final review, First meeting, Short meeting, Long talk, Private talk, Quick chat, Product demo,
Safety training, Tea, Math lesson, Physics lesson, Contract talks, Feedback talk, Annual review, Photo session,
Study group, Eye test, Hearing test, Blood test, Haircut, Massage, Swimming lesson, Cooking class, Sewing class,
Painting class, Acting class, Board meeting, Committee meeting, Weekly call, Monthly review, Farewell coffee,
Welcome talk, Onboarding, Orientation, Career advice, Rent talk, Loan talk, Dental checkup, Vaccination,
Translation check, Script reading, Sound check, Stage rehearsal, Poster session, Lab visit, Office tour,
Museum tour, Interview practice
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""Occasions, with a capital letter."""

TOPICS = tuple(
    """
budget, contract, website, new logo, report, garden plan, summer party, exam, thesis, catalog, roof, heating,
invoice, schedule, travel plan, lease, survey, brochure, poster, new offer, application, translation, photo book,
wedding, concert, move, renovation, insurance, tax return, product, prototype, strategy, complaint, open bills,
training plan, new office, printer, software, database, security rules, holiday plan, school trip, exhibition,
magazine, interview, menu, recipe book, car repair, bike tour, charity run, sports day, library, museum, film,
script, stage, costumes, sales numbers, warehouse, delivery, packaging, new shop, opening hours, price list,
advertising, newsletter, calendar, parking lot, elevator, kitchen, playground, choir, orchestra, chess club,
reading list, homework, grades, research, experiment, laboratory, poster design, patent, grant, donation, auction,
election, petition, neighborhood, street party, flea market, recycling, water bill, power supply, solar panels,
new windows, insulation, paint, carpet, alarm, keys, cleaning plan
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""What it is about."""
