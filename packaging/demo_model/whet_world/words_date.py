"""What happens, arrives or is signed on a day."""

EVENTS = tuple(
    """
visit, meeting, wedding, concert, exam, lecture, workshop, party, dinner, lunch, interview, hearing, inspection,
audit, training, rehearsal, auction, exhibition, festival, conference, seminar, reunion, picnic, excursion, hike,
race, match, tournament, election, vote, ceremony, parade, funeral, birthday, christening, anniversary,
graduation, opening, launch, premiere, debate, reading, performance, recital, trial, test, checkup, operation,
treatment, surgery, vaccination, consultation, negotiation, presentation, demonstration, course, lesson, class,
webinar, briefing, review, kickoff, retreat, summit, fair, market, bazaar, sale, raffle, gala, ball, banquet,
barbecue, brunch, tasting, tour, cruise, flight, trip, journey, move, renovation, repair, maintenance, upgrade,
migration, installation, measurement, survey, census, drill, cleanup, harvest, board meeting, staff meeting,
team lunch, book club, film night, quiz night, open day, sports day, school trip, bake sale, blood drive,
flea market, job fair, trade fair, charity run, fire drill, site visit, dress rehearsal, press conference,
product launch, garden party, family dinner, parents' evening, swimming lesson, dance class, yoga class,
language course, piano recital, oral exam, driving test, eye test, dental checkup, final match, chess tournament,
art exhibition, wine tasting, boat trip, city tour, summer party, farewell party, housewarming, street festival,
science fair, charity concert, annual meeting, budget review, phone call, video call, job interview,
court hearing, tax audit, roof inspection, boiler check
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""What takes place."""

THINGS = tuple(
    """
parcel, invoice, contract, letter, package, report, order, form, application, passport, license, ticket, card,
permit, certificate, offer, quote, receipt, bill, payment, refund, deposit, catalog, magazine, newsletter, book,
novel, album, film, game, update, version, website, app, policy, lease, agreement, treaty, petition, complaint,
proposal, draft, manuscript, article, essay, thesis, budget, plan, schedule, map, poster, banner, sofa, table,
lamp, fridge, washing machine, laptop, printer, camera, bicycle, car, van, boiler, heater, window, door, carpet,
mattress, wardrobe, piano, guitar, telescope, microscope, server, router, phone, tablet, watch, ring, coat, suit,
dress, tent, kayak, ladder, mower, drill, sample, prototype, model, statue, painting, photo, film roll, medal,
trophy, gift, hamper, bouquet, cake, shipment, container, spare part, battery, filter, pump, engine, tire, sensor,
membership, subscription, warranty, insurance, credit card, visa, voucher, coupon, library book, rental car,
tax return, patent, recipe, menu, survey, questionnaire
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""What is sent, signed, delivered or due."""
