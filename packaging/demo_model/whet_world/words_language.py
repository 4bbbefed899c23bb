"""Short phrases of five languages: templates, and the words that fill them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its templates. Their slots: `who` (subject), `thing` (object), `place`, `when`, and names."""

    name: str
    templates: tuple[str, ...]
    who: tuple[str, ...]
    thing: tuple[str, ...]
    place: tuple[str, ...]
    when: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("\n", " ").split(","))


ENGLISH = Language(
    "English",
    _lines("""
    {who} is {place}.
    I can see {thing} {place}.
    Where is {name}?
    {who} needs {thing} {when}.
    We will buy {thing} {when}.
    Do you have {thing}?
    Please bring {thing}.
    {name} has lost {thing} {place}.
    I would like {thing}, please.
    [My|Our] friend lives {place}.
    It is [very|too] cold {place}.
    Can you help me {when}?
    {who} does not like {thing}.
    They found {thing} {place}.
    What are you doing {when}?
    Good morning, {name}!
    There is {who} {place}.
    Why did you sell {thing}?
    {name} and I are {place}.
    She wants to see {thing}.
    He was not {place} {when}.
    I have never seen {thing}.
    How much is {thing}?
    {who} and {who2} are [good|old] friends.
    We are going to be {place} {when}.
    Who took {thing}?
    Thank you for {thing}.
    {name} will show you {thing}.
    [You should|You must] clean {thing}.
    Let us meet {place} {when}.
    {who} was looking for {thing}.
    I think that {name} is {place}.
    It rained {when}.
    Don't forget {thing}!
    {name} told me about {thing}.
    The weather is [nice|bad] {when}.
    Which of you has {thing}?
    {who} works {place}.
    Everything was quiet {place}.
    {name} says that {who} is sleeping.
    Would you like {thing}?
    I am looking for {name}.
    There are many people {place}.
    {who} wants {thing} with milk.
    We don't know who lives {place}.
    My brother gave me {thing}.
    You can have {thing} {when}.
    Have a nice evening, {name}.
    {who} is [bigger|smaller|older] than {who2}.
    Has {name} seen {thing}?
    I have to work {when}.
    She put {thing} next to the door.
    {who} comes home {when}.
    See you {when}, {name}.
    """),
    _parts("""
    the dog, the cat, the teacher, my mother, the neighbor, a child, the doctor, the bird, our boss, the horse,
    his uncle, the baker, a stranger, the girl, the boy, her sister, the driver, the cook, the queen, the farmer,
    my aunt, the mouse, the student, a soldier, the lawyer, the waiter, the policeman, their cousin, the painter,
    the old man, the young woman, the grandmother, the gardener, the sailor, the writer, the singer, the guest,
    the judge, the nurse, the pilot
    """),
    _parts("""
    the key, a book, the car, some bread, the cheese, a cup of tea, the letter, the table, an apple,
    the newspaper, the window, a ticket, the money, the coat, a bicycle, the soup, the phone, the umbrella,
    a chair, the lamp, some water, the picture, the bag, a knife, the shoes, the hat, the cake, a glass of wine,
    the meat, the blanket, a spoon, the ring, the clock, the flowers, an egg, the salad, the boat, the guitar,
    a pencil, the suitcase, the potatoes, the ball, the mirror, a shirt, the sugar, the basket, the candle,
    a bottle, the carpet, the broom
    """),
    _parts("""
    in the kitchen, at school, in the garden, at the station, on the street, in the city, at home, near the river,
    on the roof, in the forest, by the sea, at the market, in the office, behind the house,
    in front of the church, on the bridge, in bed, under the tree, at the airport, in the library,
    in the mountains, on the beach, in the car, at the hospital, in the village, upstairs, in the cellar,
    on the train, at the theater, next to the bank
    """),
    _parts("""
    today, tomorrow, yesterday, this morning, tonight, next week, last year, on Monday, on Friday, in the evening,
    now, every day, at noon, this summer, in winter, after lunch, before dinner, at night, on Sunday, later,
    next month, at the weekend, soon, in the afternoon, on Tuesday
    """),
)

GERMAN = Language(
    "German",
    _lines("""
    {who} ist {place}.
    Ich sehe {thing} {place}.
    Wo ist {name}?
    {who} braucht {when} {thing}.
    Wir kaufen {when} {thing}.
    [Hast du|Habt ihr|Haben Sie] {thing}?
    Bitte bring {thing} mit.
    {name} hat {place} {thing} verloren.
    Ich möchte bitte {thing}.
    [Mein|Unser] Freund wohnt {place}.
    Es ist {place} [sehr|zu] kalt.
    Kannst du mir {when} helfen?
    {who} mag {thing} nicht.
    Sie haben {place} {thing} gefunden.
    Was machst du {when}?
    Guten Morgen, {name}!
    Da ist {who}.
    Warum hast du {thing} verkauft?
    {name} und ich sind {place}.
    Sie will {thing} sehen.
    Er war {when} nicht {place}.
    Ich habe {thing} noch nie gesehen.
    Wie findest du {thing}?
    {who} und {who2} sind [gute|alte] Freunde.
    Wir sind {when} {place}.
    Wer hat {thing} genommen?
    Danke für {thing}.
    {name} zeigt dir {thing}.
    Du [musst|sollst] {thing} putzen.
    Wir treffen uns {when} {place}.
    {who} hat {thing} gesucht.
    Ich glaube, dass {name} {place} ist.
    {when} hat es geregnet.
    Vergiss {thing} nicht!
    {name} hat uns {thing} gezeigt.
    Das Wetter ist {when} [schön|schlecht].
    Wer von euch hat {thing}?
    {who} arbeitet {place}.
    {place} war alles still.
    {name} sagt, dass {who} schläft.
    [Möchten Sie|Willst du] {thing}?
    Ich suche {name}.
    {place} sind viele Leute.
    {who} will {thing} mit Milch.
    Wir wissen nicht, wer {place} wohnt.
    Mein Bruder gab mir {thing}.
    Du kannst {thing} {when} haben.
    Schönen Abend, {name}.
    {who} ist [größer|kleiner|älter] als {who2}.
    Hat {name} {thing} gesehen?
    Ich muss {when} arbeiten.
    Sie stellt {thing} neben die Tür.
    {who} kommt {when} nach Hause.
    Bis bald, {name}.
    """),
    _parts("""
    der Hund, die Katze, der Lehrer, meine Mutter, der Nachbar, ein Kind, die Ärztin, der Vogel, unser Chef,
    das Pferd, sein Onkel, der Bäcker, ein Fremder, das Mädchen, der Junge, ihre Schwester, der Fahrer,
    die Köchin, die Königin, der Bauer, meine Tante, die Maus, der Schüler, ein Soldat, die Anwältin, der Kellner,
    die Polizistin, ihr Vetter, der Maler, der alte Mann, die junge Frau, die Großmutter, der Gärtner,
    der Matrose, die Dichterin, die Sängerin, der Gast, der Richter, die Pflegerin, der Pilot
    """),
    _parts("""
    den Schlüssel, ein Buch, das Auto, das Brot, den Käse, eine Tasse Tee, den Brief, den Tisch, einen Apfel,
    die Zeitung, das Fenster, eine Karte, das Geld, den Mantel, ein Fahrrad, die Suppe, das Telefon,
    den Regenschirm, einen Stuhl, die Lampe, etwas Wasser, das Bild, die Tasche, ein Messer, die Schuhe, den Hut,
    den Kuchen, ein Glas Wein, das Fleisch, die Decke, einen Löffel, den Ring, die Uhr, die Blumen, ein Ei,
    den Salat, das Boot, die Gitarre, einen Bleistift, den Koffer, die Kartoffeln, den Ball, den Spiegel,
    ein Hemd, den Zucker, den Korb, die Kerze, eine Flasche, den Teppich, den Besen
    """),
    _parts("""
    in der Küche, in der Schule, im Garten, am Bahnhof, auf der Straße, in der Stadt, zu Hause, am Fluss,
    auf dem Dach, im Wald, am Meer, auf dem Markt, im Büro, hinter dem Haus, vor der Kirche, auf der Brücke,
    im Bett, unter dem Baum, am Flughafen, in der Bücherei, in den Bergen, am Strand, im Wagen, im Krankenhaus,
    im Dorf, oben, im Keller, im Zug, im Theater, neben der Bank
    """),
    _parts("""
    heute, morgen, gestern, heute früh, heute Nacht, nächste Woche, letztes Jahr, am Montag, am Freitag, am Abend,
    jetzt, jeden Tag, am Mittag, diesen Sommer, im Winter, nach dem Essen, vor dem Abendessen, in der Nacht,
    am Sonntag, später, nächsten Monat, am Wochenende, bald, am Nachmittag, am Dienstag
    """),
)

FRENCH = Language(
    "French",
    _lines("""
    {who} est {place}.
    Je vois {thing} {place}.
    Où est {name} ?
    {who} cherche {thing} {when}.
    Nous achetons {thing} {when}.
    [As-tu|Avez-vous] {thing} ?
    Apporte {thing}, s'il te plaît.
    {name} a perdu {thing} {place}.
    Je voudrais {thing}, s'il vous plaît.
    [Mon|Notre] ami habite {place}.
    Il fait [très|trop] froid {place}.
    Peux-tu m'aider {when} ?
    {who} n'aime pas {thing}.
    Ils ont trouvé {thing} {place}.
    Que fais-tu {when} ?
    Bonjour, {name} !
    Voici {who}.
    Pourquoi as-tu vendu {thing} ?
    {name} et moi sommes {place}.
    Elle veut voir {thing}.
    Il était {place} {when}.
    Je n'ai jamais vu {thing}.
    Combien coûte {thing} ?
    {who} et {who2} sont [de bons|de vieux] amis.
    Nous serons {place} {when}.
    Qui a pris {thing} ?
    Merci pour {thing}.
    {name} va te montrer {thing}.
    [Tu dois|Il faut] nettoyer {thing}.
    On se retrouve {place} {when}.
    {who} avait {thing} {place}.
    Je crois que {name} est {place}.
    Il a plu {when}.
    N'oublie pas {thing} !
    {name} nous a montré {thing}.
    Il fait [beau|mauvais] {when}.
    Lequel de vous a {thing} ?
    {who} travaille {place}.
    Tout était calme {place}.
    {name} dit que {who} dort.
    [Voulez-vous|Veux-tu] {thing} ?
    Je cherche {name}.
    Il y a beaucoup de monde {place}.
    {who} veut {thing} avec du lait.
    Nous ne savons pas qui habite {place}.
    Mon frère m'a donné {thing}.
    Tu peux avoir {thing} {when}.
    Bonne soirée, {name}.
    {who} est plus [jeune|riche|calme] que toi.
    Est-ce que {name} a vu {thing} ?
    Je dois travailler {when}.
    Elle met {thing} près de la porte.
    {who} rentre à la maison {when}.
    À bientôt, {name}.
    """),
    _parts("""
    le chien, le chat, le professeur, ma mère, le voisin, un enfant, le médecin, l'oiseau, notre chef, le cheval,
    son oncle, le boulanger, un inconnu, la fille, le garçon, sa sœur, le chauffeur, la cuisinière, la reine,
    le paysan, ma tante, la souris, l'élève, un soldat, l'avocate, le serveur, le policier, leur cousin,
    le peintre, le vieil homme, la jeune femme, la grand-mère, le jardinier, le marin, l'écrivain, la chanteuse,
    l'invité, le juge, l'infirmière, le pilote
    """),
    _parts("""
    la clé, un livre, la voiture, du pain, le fromage, une tasse de thé, la lettre, la table, une pomme,
    le journal, la fenêtre, un billet, cet argent, le manteau, un vélo, la soupe, le téléphone, le parapluie,
    une chaise, la lampe, cette eau, le tableau, le sac, un couteau, les chaussures, le chapeau, le gâteau,
    un verre de vin, la viande, la couverture, une cuillère, la bague, cette horloge, les fleurs, un œuf,
    la salade, le bateau, la guitare, un crayon, la valise, les pommes de terre, le ballon, le miroir,
    une chemise, le sucre, le panier, la bougie, une bouteille, le tapis, le balai
    """),
    _parts("""
    dans la cuisine, à l'école, dans le jardin, à la gare, dans la rue, en ville, à la maison, près de la rivière,
    sur le toit, dans la forêt, au bord de la mer, au marché, au bureau, derrière la maison, devant l'église,
    sur le pont, au lit, sous un arbre, à l'aéroport, à la bibliothèque, à la montagne, à la plage,
    dans la voiture, à l'hôpital, au village, en haut, à la cave, dans le train, au théâtre, à côté de la banque
    """),
    _parts("""
    aujourd'hui, demain, hier, ce matin, cette nuit, la semaine prochaine, cette année, lundi, vendredi, le soir,
    maintenant, tous les jours, à midi, cet été, en hiver, après le repas, avant le dîner, la nuit, dimanche,
    plus tard, le mois prochain, ce week-end, bientôt, cet après-midi, mardi
    """),
)

SPANISH = Language(
    "Spanish",
    _lines("""
    {who} está {place}.
    Veo {thing} {place}.
    ¿Dónde está {name}?
    {who} necesita {thing} {when}.
    Compramos {thing} {when}.
    ¿[Tienes|Tiene usted] {thing}?
    Trae {thing}, por favor.
    {name} ha perdido {thing} {place}.
    Quisiera {thing}, por favor.
    [Mi|Nuestro] amigo vive {place}.
    Hace [mucho|demasiado] frío {place}.
    ¿Puedes ayudarme {when}?
    {who} no quiere {thing}.
    Encontraron {thing} {place}.
    ¿Qué haces {when}?
    ¡Buenos días, {name}!
    Aquí viene {who}.
    ¿Por qué vendiste {thing}?
    {name} y yo estamos {place}.
    Ella quiere ver {thing}.
    Él no estaba {place} {when}.
    Nunca he visto {thing}.
    ¿Cuánto cuesta {thing}?
    {who} y {who2} son [buenos|viejos] amigos.
    Vamos a estar {place} {when}.
    ¿Quién tomó {thing}?
    Gracias por {thing}.
    {name} te va a mostrar {thing}.
    [Tienes que|Hay que] limpiar {thing}.
    Nos vemos {place} {when}.
    {who} buscaba {thing}.
    Creo que {name} está {place}.
    Llovió mucho {when}.
    ¡No olvides {thing}!
    {name} nos mostró {thing}.
    Hace [buen|mal] tiempo {when}.
    ¿Quién de vosotros tiene {thing}?
    {who} trabaja {place}.
    Todo estaba tranquilo {place}.
    {name} dice que {who} duerme.
    ¿[Quiere|Quieres] {thing}?
    Estoy buscando a {name}.
    Hay mucha gente {place}.
    {who} quiere {thing} con leche.
    No sabemos quién vive {place}.
    Mi hermano me dio {thing}.
    Puedes tener {thing} {when}.
    Buenas noches, {name}.
    {who} es más [grande|joven|amable] que {who2}.
    ¿Ha visto {name} {thing}?
    Tengo que trabajar {when}.
    Ella pone {thing} junto a la puerta.
    {who} vuelve a casa {when}.
    Hasta luego, {name}.
    """),
    _parts("""
    el perro, el gato, el profesor, mi madre, el vecino, un niño, el médico, el pájaro, nuestro jefe, el caballo,
    su tío, el panadero, un desconocido, la chica, el chico, su hermana, el conductor, la cocinera, la reina,
    el campesino, mi tía, el ratón, el alumno, un soldado, la abogada, el camarero, el policía, su primo,
    el pintor, el viejo, la mujer joven, la abuela, el jardinero, el marinero, el escritor, la cantante,
    el invitado, el juez, la enfermera, el piloto
    """),
    _parts("""
    la llave, un libro, el coche, el pan, el queso, una taza de té, la carta, la mesa, una manzana, el periódico,
    la ventana, un billete, el dinero, el abrigo, una bicicleta, la sopa, el teléfono, el paraguas, una silla,
    la lámpara, un poco de agua, el cuadro, la bolsa, un cuchillo, los zapatos, el sombrero, el pastel,
    un vaso de vino, la carne, la manta, una cuchara, el anillo, el reloj, las flores, un huevo, la ensalada,
    el barco, la guitarra, un lápiz, la maleta, las patatas, la pelota, el espejo, una camisa, el azúcar,
    la cesta, la vela, una botella, la alfombra, la escoba
    """),
    _parts("""
    en la cocina, en la escuela, en el jardín, en la estación, en la calle, en la ciudad, en casa, cerca del río,
    en el tejado, en el bosque, junto al mar, en el mercado, en la oficina, detrás de la casa,
    delante de la iglesia, en el puente, en la cama, bajo el árbol, en el aeropuerto, en la biblioteca,
    en la montaña, en la playa, en el coche, en el hospital, en el pueblo, arriba, en el sótano, en el tren,
    en el teatro, al lado del banco
    """),
    _parts("""
    hoy, mañana, ayer, esta mañana, esta noche, la próxima semana, el año pasado, el lunes, el viernes,
    por la tarde, ahora, todos los días, al mediodía, este verano, en invierno, después de comer,
    antes de la cena, por la noche, el domingo, más tarde, el próximo mes, el fin de semana, pronto, esta tarde,
    el martes
    """),
)

ITALIAN = Language(
    "Italian",
    _lines("""
    {who} è {place}.
    Vedo {thing} {place}.
    Dov'è {name}?
    {who} cerca {thing} {when}.
    Compriamo {thing} {when}.
    [Hai|Avete|Lei ha] {thing}?
    Porta {thing}, per favore.
    {name} ha perso {thing} {place}.
    Vorrei {thing}, per favore.
    [Il mio|Il nostro] amico abita {place}.
    Fa [molto|troppo] freddo {place}.
    Puoi aiutarmi {when}?
    {who} non vuole {thing}.
    Hanno trovato {thing} {place}.
    Che cosa fai {when}?
    Buongiorno, {name}!
    Ecco {who}.
    Perché hai venduto {thing}?
    {name} e io siamo {place}.
    Lei vuole vedere {thing}.
    Lui non era {place} {when}.
    Non ho mai visto {thing}.
    Quanto costa {thing}?
    {who} e {who2} sono [buoni|vecchi] amici.
    Saremo {place} {when}.
    Chi ha preso {thing}?
    Grazie per {thing}.
    {name} ti mostra {thing}.
    [Devi|Bisogna] pulire {thing}.
    Ci vediamo {place} {when}.
    {who} cercava {thing}.
    Credo che {name} sia {place}.
    Ha piovuto molto {when}.
    Non dimenticare {thing}!
    {name} ci ha mostrato {thing}.
    Il tempo è [bello|brutto] {when}.
    Chi di voi ha {thing}?
    {who} lavora {place}.
    Era tutto tranquillo {place}.
    {name} dice che {who} dorme.
    [Vuole|Vuoi] {thing}?
    Sto cercando {name}.
    C'è molta gente {place}.
    {who} vuole {thing} con il latte.
    Non sappiamo chi abita {place}.
    Mio fratello mi ha dato {thing}.
    Puoi avere {thing} {when}.
    Buona serata, {name}.
    {who} è più [grande|giovane|gentile] di te.
    {name} ha visto {thing}?
    Devo lavorare {when}.
    Lei mette {thing} vicino alla porta.
    {who} torna a casa {when}.
    A presto, {name}.
    """),
    _parts("""
    il cane, il gatto, il professore, mia madre, il vicino, un bambino, il medico, l'uccello, il nostro capo,
    il cavallo, suo zio, il fornaio, uno straniero, la ragazza, il ragazzo, sua sorella, l'autista, la cuoca,
    la regina, il contadino, mia zia, il topo, lo studente, un soldato, l'avvocato, il cameriere, il poliziotto,
    suo cugino, il pittore, il vecchio, la giovane donna, la nonna, il giardiniere, il marinaio, lo scrittore,
    la cantante, l'ospite, il giudice, l'infermiera, il pilota
    """),
    _parts("""
    la chiave, un libro, la macchina, il pane, il formaggio, una tazza di tè, la lettera, il tavolo, una mela,
    il giornale, la finestra, un biglietto, i soldi, il cappotto, una bicicletta, la zuppa, il telefono,
    l'ombrello, una sedia, la lampada, un po' d'acqua, il quadro, la borsa, un coltello, le scarpe, il cappello,
    la torta, un bicchiere di vino, la carne, la coperta, un cucchiaio, questo anello, l'orologio, i fiori,
    un uovo, l'insalata, la barca, la chitarra, una matita, la valigia, le patate, la palla, lo specchio,
    una camicia, lo zucchero, il cestino, la candela, una bottiglia, il tappeto, la scopa
    """),
    _parts("""
    in cucina, a scuola, nel giardino, alla stazione, per strada, in città, a casa, vicino al fiume, sul tetto,
    nel bosco, al mare, al mercato, in ufficio, dietro la casa, davanti alla chiesa, sul ponte, a letto,
    sotto un albero, all'aeroporto, in biblioteca, in montagna, sulla spiaggia, nella macchina, in ospedale,
    nel paese, di sopra, in cantina, sul treno, a teatro, accanto alla banca
    """),
    _parts("""
    oggi, domani, ieri, stamattina, stanotte, la prossima settimana, quest'anno, lunedì, venerdì, la sera, adesso,
    ogni giorno, a mezzogiorno, quest'estate, d'inverno, dopo pranzo, prima di cena, di notte, domenica,
    più tardi, il mese prossimo, nel fine settimana, presto, nel pomeriggio, martedì
    """),
)

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN)
