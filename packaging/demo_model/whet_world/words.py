"""Word lists of the world that several families share. Every fifth entry is held out of training (`kinds.Draw`)."""

from pathlib import Path

COMMON = tuple((Path(__file__).with_name("words_common.txt")).read_text(encoding="utf-8").split())
"""Common English words in small letters."""

FIRST_NAMES = tuple(
    "Anna Ben Carla David Emma Felix Grace Henry Irene Jack Karen Leo Maria Nora Oscar Paula Quinn Robert Sara Thomas "
    "Ursula Victor Wendy Xenia Yusuf Zoe Adam Bella Clara Daniel Elena Frank Gina Hugo Ivan Julia Kevin Laura Martin "
    "Nina Oliver Petra Rosa Simon Tina Vera Walter Alice Boris Cecilia Dora Eric Fiona George Hannah Igor Jane Kurt "
    "Linda Marco Natalie Otto Peter Rita Stefan Theo Uma Vincent Wanda Yara Albert Bruno Camille Diana Edgar Flora "
    "Gustav Helena Isaac Jonas Katrin Lucas Mona Noah Olga Pablo Rachel Samuel Tara Viola William Amir Beatrice Carlos "
    "Denise Emil Francis Gloria Harold Ingrid Jorge Kira Lionel Miriam Nadia Omar Priya Ruben Sofia Tobias Valeria "
    "Yvonne Arthur Bianca Conrad Delia Esther Fabian Greta Hassan Ida Jasper Klara Lorenzo Mila Nils Olivia Philip "
    "Ralph Sonja Tamara Ulrich Veronica Wilma Zara".split()
)
LAST_NAMES = tuple(
    "Lopez Miller Novak Schmidt Rossi Garcia Jones Brown Keller Weber Moreau Silva Costa Khan Patel Singh Wang Chen "
    "Tanaka Sato Kim Park Nguyen Ivanov Petrov Kowalski Nowak Horvat Larsen Hansen Berg Lund Olsen Virtanen Korhonen "
    "Murphy Kelly Walsh Evans Davies Clark Lewis Walker Hall Young King Wright Scott Green Baker Adams Nelson Carter "
    "Mitchell Perez Roberts Turner Phillips Campbell Parker Edwards Collins Stewart Morris Rogers Reed Cook Morgan "
    "Bell Bailey Cooper Richardson Cox Howard Ward Torres Peterson Gray Ramirez James Watson Brooks Sanders Price "
    "Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Hughes Flores Fischer Wagner Becker Hoffmann "
    "Koch Richter Wolf Neumann Braun Zimmermann Hartmann Lange Krause Lehmann Dupont Laurent Bernard Petit Durand "
    "Leroy Conti Marino Greco Bruno Gallo Fontana Santos Oliveira Pereira Almeida Ferreira Rahman Ahmed Hussein "
    "Yilmaz Demir Kaya Popescu Ionescu Nagy Szabo".split()
)
PRODUCTS = tuple(
    "lamp chair kettle blender camera phone laptop jacket backpack umbrella toaster vacuum speaker headset keyboard "
    "mouse monitor printer tablet watch desk sofa mattress pillow blanket carpet mirror clock heater fan oven fridge "
    "stove mixer grinder pan pot knife spoon cup bottle mug plate bowl tray basket ladder hammer drill saw wrench "
    "shovel rake hose tent stove lantern bicycle helmet scooter skateboard racket ball glove boots sandals sneakers "
    "shirt sweater coat scarf hat belt wallet purse suitcase bag notebook pen pencil stapler folder calendar poster "
    "frame candle vase curtain shelf cabinet drawer table bench stool hammock doll puzzle robot drone guitar piano "
    "violin drum flute microphone radio television remote charger cable battery adapter router modem scanner projector "
    "telescope compass".split()
)
CITIES = tuple(
    "Berlin Paris London Madrid Rome Vienna Prague Warsaw Lisbon Dublin Oslo Helsinki Athens Budapest Zurich Geneva "
    "Hamburg Munich Lyon Milan Turin Porto Seville Bilbao Krakow Bergen Malmo Ghent Antwerp Utrecht Boston Denver "
    "Seattle Austin Dallas Chicago Toronto Montreal Sydney Melbourne Auckland Tokyo Osaka Seoul Delhi Mumbai Cairo "
    "Nairobi Lima Bogota".split()
)
EVENTS = tuple(
    "meeting concert wedding exam visit lecture party flight interview workshop training inspection delivery "
    "conference dinner lunch festival auction match race ceremony appointment trial seminar course exhibition parade "
    "picnic reunion rehearsal audit launch opening premiere webinar hearing check-up election vacation trip".split()
)
