"""Names of people and towns, and what people do: no name is in two of the lists."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    """
Anna Ben Carla David Elena Felix Greta Hugo Irene Jonas Karin Leo Maria Nina Oscar Paula Quentin Rosa Stefan Tanja
Ursula Victor Wanda Xenia Yusuf Zoe Adam Bianca Cyril Daria Emil Fatima Gustav Helen Igor Julia Kamal Laura Mehmet
Nora Olga Pedro Rafael Sonia Tomas Ulrike Vera Walter Yara Zara Aisha Boris Clara Diego Edith Farid Gina Hans Ines
Jakub Katya Lars Mona Nils Olivia Pavel Ramon Silvia Theo Uma Valentin Wilma Yuki Zelda Albert Bruno Celine Dennis
Eva Frida George Hannah Ivan Jana Kevin Linda Marek Nadia Otto Petra Rita Simon Teresa Ulf Viola Willem Yvonne
Akira Beatrice Chiara Dora Enrico Flora Gerda Hiro Isabel Jasper Klaus Lucia Matteo Natalia Omar Patrick Renata
Sergio Tina Umberto Veronica Wiktor Yasmin Alfred Brigitte Carlos Dmitri Esther Franco Gloria Hamid Ingrid Jorge
Kirsten Liam Monika Noah Ottilie Philip Ruth Sven Thea Valeria Wendy Ahmed Barbara Conrad Dana Erik Fiona Gabriel
Henrik Ida Javier Kenji Lena Milan Naomi Olaf Pilar Robert Sara Tobias Valentina Amara Bjorn Cecilia Denise Elias
Francesca Gregor Heidi Ismail Joana Karl Leila Magnus Nadine Orlando Priya Roland Sabine Tariq Vivian Alice
Bernard Camila Dominic Emma Florian Giulia Harold Ivana Johan Kira Luis Mirela Norbert Ophelia Piotr Rebecca
Samuel Tamara Vincent Agnes Bogdan Christina Daniel Eleonora Fabian Giovanni Hilda Ilya Judith Kofi Lidia Miguel
Nicola Osman Pia Ricardo Sandra Timur Vanessa Andrea Basil Corinna Delia Edgar Ferdinand Gwen Helga Iris Jens
Kaito Lorenzo Mira Nikolai Penelope Raj Selma Tim Vlad Arthur Bettina Chen Desmond Elisa Filip Gemma Hector Irina
Joseph Kerstin Louis Margot Nelson Paolo Ralf Svetlana Trevor Wei Alma Benedikt Catalina Dirk Emilia Fernando
Giselle Hassan Imran Jelena Kurt Ludmila Malik Noemi Peter Rania Sebastian Tatiana Amir Birgit Claudio Doris Ewa
Frank Georgia Holger Jacinta Khalid Lukas Mateo Nuria Pascal Roberta Stella Thabo Vida Ming Andreas Berta Cosmin
Dalia Eduardo Filomena Gerhard Hana Jamal Katrin Leonard Marta Nestor Philippa Rashid Susanne Tomoko Uwe Virginia
Zoltan
"""
)
"""First names."""

LAST_NAMES = _words(
    """
Lopez Miller Schmidt Rossi Dubois Novak Kowalski Tanaka Singh Johnson Garcia Weber Bianchi Moreau Horvat
Wisniewski Suzuki Patel Williams Fernandez Fischer Romano Lambert Svoboda Nowak Yamamoto Sharma Brown Gonzalez
Meyer Colombo Laurent Dvorak Kaminski Watanabe Gupta Davis Rodriguez Wagner Ricci Lefebvre Cerny Lewandowski
Nakamura Khan Wilson Sanchez Becker Marino Girard Prochazka Zielinski Kobayashi Reddy Anderson Ramirez Schulz
Greco Bonnet Kucera Szymanski Saito Mehta Taylor Torres Hoffmann Bruni Dupont Vesely Wozniak Kato Joshi Thompson
Flores Koch Gallo Fontaine Hajek Dabrowski Yoshida Nair White Rivera Bauer Conti Rousseau Kral Kozlowski Yamada
Iyer Harrison Gomez Richter Mancini Chevalier Ruzicka Jankowski Sasaki Kapoor Clarkson Diaz Klein Costa Gauthier
Benes Mazur Matsumoto Das Lewis Cruz Wolf Giordano Perrin Fiala Krawczyk Inoue Bose Robinson Morales Neumann Rizzo
Morin Sedlak Piotrowski Kimura Chopra Walker Ortiz Schwarz Lombardi Roussel Dolezal Grabowski Hayashi Malhotra
Young Gutierrez Zimmermann Moretti Mercier Zeman Pawlowski Shimizu Verma Allen Chavez Braun Barbieri Blanchard
Kolar Michalski Mori Rao King Ramos Hartmann Fontana Guerin Navratil Adamczyk Abe Desai Wright Ruiz Lange Santoro
Boyer Cermak Dudek Ikeda Banerjee Scott Alvarez Krause Mariani Garnier Urban Zajac Hashimoto Pillai Green Mendoza
Lehmann Rinaldi Faure Vanek Wieczorek Ishikawa Bhat Baker Vasquez Huber Caruso Andre Blazek Krol Ogawa Kulkarni
Nelsen Castillo Mayer Ferrara Renard Kriz Majewski Okada Menon Carter Moreno Keller Galli Picard Kopecky Olszewski
Hasegawa Thakur Mitchell Romero Vogel Martini Arnaud Bartos Jaworski Fujita Saxena Perez Herrera Jung Leone Collet
Vlcek Malinowski Goto Chandra Roberts Medina Hahn Longo Lemaire Matousek Stepien Endo Mishra Turner Aguilar
Schubert Gentile Leroy Jelinek Gorski Aoki Trivedi Phillips Vargas Winkler Martinelli Poirier Sykora Witkowski
Sakamoto Pandey Campbell Castro Lorentz Vitale Barbier Nemec Rutkowski Murakami Agarwal Parker Guzman Albrecht
Lombardo Brunet Hruska Sikora Ota Bhatt Evans Hansen Andersen Johansson Nilsson Larsson Virtanen Korhonen
Papadopoulos Georgiou Ivanova Petrov Sokolov Kuznetsov Popescu Ionescu Nagy Szabo Kovacs Yilmaz Kaya Demir Okafor
Mensah Diallo Nguyen Tran Kim Park Zhang Wang Liu Haddad Mansour Silva Santos Pereira Oliveira Visser Bakker
Jansen Peeters Murphy Kelly Byrne Stewart MacLeod Fraser
"""
)
"""Last names."""

CITIES = _words(
    """
London Paris Berlin Madrid Rome Vienna Prague Warsaw Lisbon Dublin Oslo Stockholm Helsinki Copenhagen Athens
Budapest Brussels Amsterdam Zurich Geneva Padua Turin Naples Verona Venice Bologna Hamburg Munich Cologne Dresden
Leipzig Bremen Stuttgart Graz Salzburg Linz Basel Bern Lyon Nice Bordeaux Nantes Lille Toulouse Marseille
Barcelona Valencia Seville Malaga Bilbao Granada Porto Braga Krakow Gdansk Poznan Lodz Brno Ostrava Bratislava
Ljubljana Zagreb Split Belgrade Plovdiv Bucharest Cluj Istanbul Ankara Izmir Cairo Tunis Rabat Lagos Accra Nairobi
Durban Delhi Mumbai Chennai Jaipur Tokyo Osaka Kyoto Nagoya Seoul Busan Taipei Hanoi Bangkok Manila Jakarta Sydney
Melbourne Perth Adelaide Auckland Boston Chicago Denver Seattle Portland Dallas Atlanta Miami Toronto Montreal
Ottawa Calgary Lima Bogota Quito Santiago Montevideo Havana Leeds Bristol Glasgow Cardiff Belfast Cork Galway
Bergen Malmo Aarhus Tampere Riga Tallinn Vilnius Antwerp Ghent Utrecht Rotterdam
"""
)
"""Towns."""

JOBS = _words(
    """
nurse teacher baker driver plumber painter lawyer dentist doctor gardener carpenter cook waiter pilot librarian
accountant architect butcher cashier cleaner coach chemist dancer designer editor electrician engineer farmer
florist guard guide hairdresser inspector janitor jeweler journalist judge locksmith manager mechanic midwife
musician optician pharmacist photographer physicist poet porter postman potter printer producer programmer
psychologist receptionist roofer sailor secretary sculptor seller shepherd singer surgeon surveyor tailor
technician trainer translator treasurer tutor vet watchmaker welder writer actor artist assistant barber biologist
bookkeeper builder carer caretaker clerk consultant courier curator decorator director economist fisherman
forester geologist glazier historian illustrator interpreter investor mason mayor miner notary
"""
)
"""What people work as."""
