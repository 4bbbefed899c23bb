"""The words for numbers in many languages."""

from decimal import Decimal
from typing import NamedTuple


class Tongue(NamedTuple):
    """A language's words with their values, what may join two of them, and common words that it is known by.

    Words with “*” multiply what stands before them. Of those in `articles` one alone is no number.
    """

    words: str
    joiners: str
    common: str
    articles: str = ""


TONGUES = (
    Tongue(
        "하나=1 둘=2 셋=3 넷=4 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 열=10 "
        "스물=20 서른=30 마흔=40 쉰=50 예순=60 일흔=70 여든=80 아흔=90",
        "",
        "정답은 답은 모두 총",
    ),
    Tongue(
        "null=0 eins=1 eine=1 ein=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 "
        "zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 "
        "dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=*100 "
        "tausend=*1000 millionen=*1000000 million=*1000000 milliarden=*1000000000 milliarde=*1000000000",
        "und",
        "es sind das der die ist gibt insgesamt also antwort ergebnis lautet beträgt er sie hat haben noch kostet",
        "eine ein",
    ),
    Tongue(
        "nul=0 een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 "
        "dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 "
        "veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=*100 duizend=*1000 "
        "miljoen=*1000000 miljard=*1000000000",
        "ën|en",
        "het de er zijn is in totaal dus antwoord kost heeft",
        "een",
    ),
    Tongue(
        "zéro=0 une=1 un=1 deux=2 trois=3 quatre-vingts=80 quatre-vingt=80 quatre=4 cinq=5 sixième=6 six=6 sept=7 "
        "huit=8 neuf=9 dix-sept=17 dix-huit=18 dix-neuf=19 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 "
        "seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 octante=80 "
        "nonante=90 cents=*100 cent=*100 mille=*1000 millions=*1000000 million=*1000000 milliards=*1000000000 "
        "milliard=*1000000000",
        "et",
        "il y a la le les est sont reste réponse total donc cela fait en au elle ils",
        "une un",
    ),
    Tongue(
        "zero=0 uno=1 una=1 un=1 due=2 tre=3 tré=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 "
        "undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 "
        "diciannove=19 venti=20 vent=20 trenta=30 trent=30 quaranta=40 quarant=40 cinquanta=50 cinquant=50 "
        "sessanta=60 sessant=60 settanta=70 settant=70 ottanta=80 ottant=80 novanta=90 novant=90 cento=*100 "
        "cent=*100 mille=*1000 mila=*1000 milioni=*1000000 milione=*1000000",
        "e",
        "il la ci sono gli le è totale risposta quindi restano ha costa",
        "uno una un",
    ),
    Tongue(
        "cero=0 uno=1 una=1 un=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 "
        "doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiuno=21 "
        "veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 "
        "veintiocho=28 veintinueve=29 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 "
        "ochenta=80 noventa=90 ciento=100 cien=100 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 "
        "seiscientos=600 setecientos=700 ochocientos=800 novecientos=900 mil=*1000 millones=*1000000 "
        "millón=*1000000",
        "y",
        "hay son el la los las es total respuesta quedan tiene cuesta por tanto en",
        "uno una un",
    ),
    Tongue(
        "zero=0 uma=1 um=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 "
        "treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 "
        "dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 "
        "noventa=90 cento=100 cem=100 duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 "
        "setecentos=700 oitocentos=800 novecentos=900 mil=*1000 milhões=*1000000 milhão=*1000000",
        "e",
        "há são o a os as é total resposta restam tem custa portanto ele ela",
        "uma um",
    ),
    Tongue(
        "ноль=0 один=1 одна=1 одно=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 "
        "одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16 семнадцать=17 "
        "восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 "
        "восемьдесят=80 девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 "
        "семьсот=700 восемьсот=800 девятьсот=900 тысячи=*1000 тысяча=*1000 тысяч=*1000 миллионов=*1000000 "
        "миллиона=*1000000 миллион=*1000000",
        "и",
        "ответ всего итого осталось было будет это у них него стоит равно",
        "один одна одно",
    ),
    Tongue(
        "sıfır=0 bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 "
        "elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90 yüz=*100 bin=*1000 milyon=*1000000 "
        "milyar=*1000000000",
        "",
        "cevap yanıt toplam var eder kaldı tane olur ve için lira elma",
        "bir",
    ),
    Tongue(
        "zero=0 jeden=1 jedna=1 jedno=1 dwa=2 dwie=2 trzy=3 cztery=4 pięć=5 sześć=6 siedem=7 osiem=8 "
        "dziewięć=9 dziesięć=10 jedenaście=11 dwanaście=12 trzynaście=13 czternaście=14 piętnaście=15 "
        "szesnaście=16 siedemnaście=17 osiemnaście=18 dziewiętnaście=19 dwadzieścia=20 trzydzieści=30 "
        "czterdzieści=40 pięćdziesiąt=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 "
        "dziewięćdziesiąt=90 sto=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500 sześćset=600 "
        "siedemset=700 osiemset=800 dziewięćset=900 tysięcy=*1000 tysiące=*1000 tysiąc=*1000 "
        "milionów=*1000000 miliony=*1000000 milion=*1000000",
        "",
        "odpowiedź razem jest są zostało to wynosi ma czyli więc złotych",
        "jeden jedna jedno",
    ),
    Tongue(
        "нуль=0 один=1 одна=1 одне=1 два=2 дві=2 три=3 чотири=4 п'ять=5 шість=6 сім=7 вісім=8 дев'ять=9 "
        "десять=10 одинадцять=11 дванадцять=12 тринадцять=13 чотирнадцять=14 п'ятнадцять=15 шістнадцять=16 "
        "сімнадцять=17 вісімнадцять=18 дев'ятнадцять=19 двадцять=20 тридцять=30 сорок=40 п'ятдесят=50 "
        "шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 сто=100 двісті=200 триста=300 чотириста=400 "
        "п'ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900 тисячі=*1000 тисяча=*1000 тисяч=*1000 "
        "мільйонів=*1000000 мільйони=*1000000 мільйон=*1000000",
        "",
        "відповідь усього разом залишилось залишилося було буде це у них нього",
        "один одна одне",
    ),
    Tongue(
        "noll=0 ett=1 en=1 två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9 tio=10 elva=11 tolv=12 "
        "tretton=13 fjorton=14 femton=15 sexton=16 sjutton=17 arton=18 nitton=19 tjugo=20 trettio=30 "
        "fyrtio=40 femtio=50 sextio=60 sjuttio=70 åttio=80 nittio=90 hundra=*100 tusen=*1000 "
        "miljoner=*1000000 miljon=*1000000",
        "och",
        "svaret svar är det finns totalt alltså kvar kronor blir",
        "ett en",
    ),
    Tongue(
        "không=0 một=1 mốt=1 hai=2 ba=3 bốn=4 tư=4 năm=5 lăm=5 sáu=6 bảy=7 tám=8 chín=9 mười=10 mươi=*10 "
        "trăm=*100 nghìn=*1000 ngàn=*1000 triệu=*1000000 tỷ=*1000000000",
        "linh|lẻ",
        "đáp án là có tất cả còn lại vậy kết quả số trả lời",
        "một không năm ba",
    ),
    Tongue(
        "nol=0 satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 sebelas=11 "
        "puluh=*10 seratus=100 ratus=*100 seribu=1000 ribu=*1000 juta=*1000000",
        "",
        "jawaban jawabannya adalah ada total jadi tersisa buah semuanya",
        "satu",
    ),
    Tongue(
        "صفر=0 واحد=1 واحدة=1 اثنان=2 اثنين=2 اثنتان=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 "
        "سبعة=7 سبع=7 ثمانية=8 ثماني=8 ثمان=8 تسعة=9 تسع=9 عشرة=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 "
        "ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 "
        "ثمانين=80 تسعون=90 تسعين=90 مائة=*100 مئة=*100 مائتان=200 مئتان=200 ألف=*1000 آلاف=*1000 ألفان=2000 "
        "مليون=*1000000",
        "و",
        "الجواب الإجابة هو هي المجموع يبقى لديه لديها هناك في",
        "واحد واحدة",
    ),
    Tongue(
        "शून्य=0 एक=1 दो=2 तीन=3 चार=4 पाँच=5 छह=6 सात=7 आठ=8 नौ=9 दस=10 ग्यारह=11 बारह=12 तेरह=13 चौदह=14 "
        "पंद्रह=15 सोलह=16 सत्रह=17 अठारह=18 उन्नीस=19 बीस=20 इक्कीस=21 बाईस=22 तेईस=23 चौबीस=24 पच्चीस=25 "
        "छब्बीस=26 सत्ताईस=27 अट्ठाईस=28 उनतीस=29 तीस=30 इकतीस=31 बत्तीस=32 तैंतीस=33 चौंतीस=34 पैंतीस=35 "
        "छत्तीस=36 सैंतीस=37 अड़तीस=38 उनतालीस=39 चालीस=40 इकतालीस=41 बयालीस=42 तैंतालीस=43 चवालीस=44 "
        "पैंतालीस=45 छियालीस=46 सैंतालीस=47 अड़तालीस=48 उनचास=49 पचास=50 इक्यावन=51 बावन=52 तिरपन=53 चौवन=54 "
        "पचपन=55 छप्पन=56 सत्तावन=57 अट्ठावन=58 उनसठ=59 साठ=60 इकसठ=61 बासठ=62 तिरसठ=63 चौंसठ=64 पैंसठ=65 "
        "छियासठ=66 सड़सठ=67 अड़सठ=68 उनहत्तर=69 सत्तर=70 इकहत्तर=71 बहत्तर=72 तिहत्तर=73 चौहत्तर=74 "
        "पचहत्तर=75 छिहत्तर=76 सतहत्तर=77 अठहत्तर=78 उन्यासी=79 अस्सी=80 इक्यासी=81 बयासी=82 तिरासी=83 "
        "चौरासी=84 पचासी=85 छियासी=86 सत्तासी=87 अट्ठासी=88 नवासी=89 नब्बे=90 इक्यानवे=91 बानवे=92 तिरानवे=93 "
        "चौरानवे=94 पचानवे=95 छियानवे=96 सत्तानवे=97 अट्ठानवे=98 निन्यानवे=99 छः=6 पांच=5 सौ=*100 हज़ार=*1000 "
        "हजार=*1000 लाख=*100000 करोड़=*10000000",
        "",
        "उत्तर जवाब कुल है हैं बचे बचा रुपये सेब पास में",
        "एक",
    ),
)

_PARTS = {
    "0.5": "half, halb, ein halb, einhalb, eine halbe, die hälfte, un demi, demi, la moitié, moitié, medio, "
    "la mitad, mitad, meio, metade, mezzo, la metà, половина, połowa, yarım, 一半, 半, 半分, 절반, نصف, "
    "आधा, một nửa, setengah",
    "1.5": "anderthalb, eineinhalb, un et demi, uno y medio, um e meio, uno e mezzo, полтора, bir buçuk, 一个半, डेढ़, "
    "satu setengah",
    "2.5": "zweieinhalb, deux et demi, dos y medio, dois e meio, due e mezzo, iki buçuk, 两个半, ढाई",
    "0.25": "quarter, a quarter, ein viertel, un quart, un cuarto, um quarto, un quarto, четверть, "
    "四分之一, çeyrek, ربع",
    "0.75": "drei viertel, dreiviertel, trois quarts, tres cuartos, três quartos, tre quarti, три четверти, 四分之三",
}
PARTS = {word: Decimal(value) for value, words in _PARTS.items() for word in words.split(", ")}
"""Words for a half and the like, which are a number only where there is nothing else."""
