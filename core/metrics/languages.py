"""How replies in the commonest languages announce an answer, deny it, concede, sum up and go on to another question.

Each is a table of words by language; the patterns are made of them. Alternatives are regular expressions.
"""

import re
from typing import NamedTuple


class Announcing(NamedTuple):
    """Nouns that name an answer, words that may follow them before what says "is", and the words for "is".

    `answers` are the nouns that mean nothing else; `nouns` also stand in sentences that announce nothing. A language
    that needs no "is" has `plain` true: there the answer may follow the noun at once.
    """

    answers: str
    nouns: str
    between: str
    copulas: str
    plain: bool = False


ANNOUNCING = {
    "en": Announcing(
        "answer|answers|final answer|output|prediction|label|labels",
        "result|category|class|classification|sentiment|choice|option|verdict|conclusion|total|solution|tag|intent|topic",
        "here|then|therefore|thus|clearly|option|choice|cost|price|number|amount|value|score|profit|count|time",
        "is|are|was|would be|should be|must be|will be|equals|becomes",
    ),
    "de": Announcing(
        "antwort|endantwort|ausgabe|lösung|label",
        "ergebnis|kategorie|klasse|stimmung|fazit|bewertung|etikett|summe",
        "also|daher|somit|hier",
        "lautet|ist|wäre|sind|beträgt",
    ),
    "fr": Announcing(
        "réponse|reponse|sortie|solution|étiquette",
        "résultat|catégorie|classe|conclusion|sentiment|total",
        "finale|correcte|exacte|donc|à la question",
        "est|sont|serait|vaut",
    ),
    "es": Announcing(
        "respuesta|salida|solución|etiqueta",
        "resultado|categoría|clase|conclusión|sentimiento|total",
        "final|correcta|entonces|por tanto",
        "es|son|sería|será",
    ),
    "pt": Announcing(
        "resposta|saída|solução|rótulo",
        "resultado|categoria|classe|conclusão|sentimento|total",
        "final|correta|certa|então|portanto",
        "é|são|seria|será",
    ),
    "it": Announcing(
        "risposta|soluzione|etichetta",
        "risultato|categoria|classe|conclusione|sentimento|totale",
        "finale|corretta|esatta|quindi",
        "è|sono|sarebbe",
    ),
    "nl": Announcing("antwoord|uitkomst|oplossing", "resultaat|categorie|klasse|conclusie", "dus", "is|luidt|zijn"),
    "pl": Announcing("odpowiedź|odpowiedz|rozwiązanie", "wynik|kategoria|klasa", "to|końcowa", "to|jest|brzmi"),
    "tr": Announcing("cevap|yanıt|çıktı", "sonuç|kategori|sınıf|etiket", "şudur", "şu|şudur"),
    "vi": Announcing("đáp án|câu trả lời|trả lời", "kết quả|nhãn", "đúng|cuối cùng", "là"),
    "ru": Announcing(
        "ответ|решение|метка",
        "результат|итог|итого|вывод|категория|класс|тональность",
        "правильный|верный|таков|такой|здесь",
        "является|это|будет|равен|равна|равно",
    ),
    "ar": Announcing(
        "الجواب|الإجابة|الاجابة|إجابة|جواب|الحل",
        "النتيجة|التصنيف|الفئة|التسمية|المجموع",
        "النهائي|النهائية|الصحيح|الصحيحة",
        "هو|هي|تكون|يكون",
        plain=True,
    ),
    "hi": Announcing("उत्तर|जवाब|हल", "परिणाम|श्रेणी|लेबल|वर्ग", "सही|अंतिम", "है", plain=True),
    "zh": Announcing(
        "最终答案|正确答案|答案|回答|答|标签|標籤",
        "结果|結果|结论|結論|类别|類別|分类|分類|情感|总计|总数|输出|選項|选项",
        "倾向|傾向|极性|应该|應該|應|应|就|便",
        "是|为|為|选|選|等于|等於|属于|屬於",
        plain=True,
    ),
    "ja": Announcing(
        "最終的な答え|答え|正解|解答|回答|答|ラベル",
        "結果|結論|分類|カテゴリー?|出力|感情|合計",
        "として",
        "は|が",
        plain=True,
    ),
    "ko": Announcing(
        "최종 답변|정답|답변|답|라벨|레이블", "결과|결론|분류|범주|출력|감정|합계", "최종", "은|는|이|가", plain=True
    ),
}
_COLON = r"[:：﹕=】]"
_UNSPACED = frozenset({"zh", "ja", "ko"})


def _spaced(nouns: str, words: Announcing) -> str:
    end = rf"(?:[ \t]{{1,3}}(?:{words.between})){{0,2}}"
    said = (
        rf"[ \t]{{0,3}}{_COLON}|[ \t]{{1,3}}[—–-](?=[ \t])|[ \t]{{1,3}}(?:{words.copulas})(?!\w)[ \t]{{0,3}}{_COLON}?"
    )
    at_once = r"|[ \t]{1,3}" if words.plain else ""
    return rf"(?<!\w)(?:{nouns}){end}(?:{said}{at_once})"


def _unspaced(nouns: str, words: Announcing) -> str:
    end = rf"(?:{words.between})?"
    return rf"(?:{nouns})[ \t]{{0,2}}{end}(?:{_COLON}|(?:{words.copulas}){_COLON}?|(?=[ \t]?[A-Za-z0-9Ａ-Ｚ０-９(（]))"


def _table(of: str) -> str:
    return "|".join(
        (_unspaced if language in _UNSPACED else _spaced)(getattr(words, of), words)
        for language, words in ANNOUNCING.items()
    )


ANSWERS = re.compile(
    _table("answers") + r"|^[ \t]{0,3}(?:final |the )?answer[ \t]{0,3}$|^[ \t]{0,3}####(?!#)",
    re.IGNORECASE | re.MULTILINE,
)
"""What announces an answer and nothing else."""

RESULTS = re.compile(_table("nouns"), re.IGNORECASE | re.MULTILINE)
"""What announces an answer, or begins any sentence about a result."""

CHOOSING = re.compile(
    r"\b(?:choose|chose|choosing|pick|picking|select|selecting|selected|go with|going with|opt for)\b"
    r"(?: (?:the|option|choice|answer|letter)){0,2}[ \t]{0,3}:?"
    r"|\b(?:wähle|nehme|choisis|elijo|escojo|escolho|scelgo|выбираю|выберу)\b(?: (?:die|option|opción"
    r"|antwort|la|l'option))?"
    r"|(?:因此|所以|故|应|應|应该|答案|我)?(?:选择|選擇|选|選)(?:项|項|择)?[:：]?",
    re.IGNORECASE,
)
"""What announces the option that is chosen."""

CONFIRMED = re.compile(
    r"\bis (?:the )?(?:correct|right|better|best)(?!\w)|\bis the (?:final|best) (?:answer|choice|option|label)\b"
    r"|[ \t]?(?:ist|wäre) (?:die )?(?:richtig|korrekt)(?:e antwort)?"
    r"|[ \t]est (?:la )?(?:bonne|correcte?|juste|exacte?)"
    r"|[ \t](?:es|é|è|está) (?:la |a )?(?:respuesta |resposta |risposta )?(?:correct[ao]|corrett[ao]|cert[ao])"
    r"|[ \t]?(?:—|-|является)?[ \t]?(?:правильный|верный|верно|правильно)"
    r"|[ \t]?(?:选项|選項|项|項)?(?:是|为|為)?(?:正确|正確|对的|對的)(?:的|答案|选项|選項)?"
    r"|[ \t]?(?:が|は)(?:正解|正しい|適切)"
    r"|[ \t]?번?(?:이|가|은|는)?[ \t]?(?:정답|맞습니다|맞다|옳)"
    r"|[ \t]?(?:सही|ठीक) (?:उत्तर |विकल्प )?है",
    re.IGNORECASE,
)
"""What stands behind an answer and says that it is right."""

_FILLERS = (
    "a|an|the|really|quite|at all|being|be|clearly|very|exactly|necessarily|entirely|overly|truly|considered"
    "|classified as|labell?ed as|so|too|of the class|of the category|in the category"
)
_ADVERBS = (
    "sehr|ganz|wirklich|eindeutig|eher|besonders|gerade|vraiment|très|du tout|franchement|muy|realmente|nada"
    "|en absoluto|muito|molto|affatto|per niente|proprio|очень|совсем|eine?|einen|una?|une?|um|uma"
)
DENIED_BEFORE = re.compile(
    r"(?:(?:\b(?:not|never|neither|nor|nothing|cannot|hardly|without|lacks|lack of|no longer|far from"
    r"|anything but|rather than"
    r"|instead of)|n't|n’t|\bopposite of)"
    r"(?: (?:call|consider|say|describe|classify|label|rate|think|believe|mean)(?: (?!not\b)\w{1,12}){1,3})?"
    rf"(?: (?:{_FILLERS})){{0,3}}"
    r"|\b(?:wrong|incorrect|inaccurate|unfair|a mistake|misleading)"
    r" to (?:call|consider|say|describe|classify|label|rate|think|deem|read|treat|take)"
    r"(?: (?:it|this|that|them|the \w{1,12}))?(?: (?:as|is))?(?: (?:a|an))?"
    r"|\b(?:nicht|keine?[nrsm]?|weder|noch|keineswegs|keinesfalls|nie|niemals|mitnichten|kaum|alles andere als|statt"
    r"|pas|ni|non|aucune?|aucunement|nullement|jamais|guère|loin d'être|loin d’être|plutôt que"
    r"|no|nada|nunca|jamás|tampoco|lejos de ser|en lugar de|não|nem|jamais|longe de ser|né|mai|per niente"
    r"|lontano dall'essere"
    r"|не|ни|вовсе не|далеко не|отнюдь не|нельзя назвать|niet|geen|nie|không(?: phải)?(?: là)?|bukan|tidak|inte|ikke"
    r"|ingen|är inte)"
    rf"(?: (?:es|est|son|é|è|ist|как|se trata de|trata-se de|si tratta di|de|di|{_ADVERBS})){{0,3}}"
    r"|(?:^|[\s,])न"
    r"|(?:^|\s)(?:ليس|ليست|غير|لا|ولا|بدلا من|وليس|وليست)(?: (?:هو|هي|من))?"
    r"|(?:不是|并不是|並不是|并非|並非|绝非|不属于|不屬於|不算|而不是|谈不上|称不上|没有|沒有|既不|也不"
    r"|既非|也非|与其说是?|與其說是?|不|非)(?:是)?"
    r"(?:很|太|特别|完全|那么|单纯|一个)?)"
    r"[ \"'“‘«(「『《\[`]{0,3}$",
    re.IGNORECASE,
)
"""What denies the word that follows."""

DENIED_AFTER = re.compile(
    r"[\"'”’»)」』\]`]{0,2}(?:"
    r" (?:is|are|was|would be|seems)(?:n't|n’t)?(?: (?:also|clearly|definitely))? (?:not\b|wrong|incorrect"
    r"|false|impossible|implausible|ruled out)"
    r"| (?:isn't|isn’t|doesn't|doesn’t|can't be|cannot be)\b"
    r"| (?:ist|wäre)(?: es)? (?:nicht|falsch)\b| n['’]est pas\b| no es\b| não é\b| non è\b| не (?:подходит"
    r"|верн|является)| değil"
    r"|(?:选项|選項)?(?:是)?(?:不对|不對|错误|錯誤|不正确|不正確|不成立)"
    r"|(?:は|も)?(?:して(?:は)?い?|し|でき|では)(?:ません|ない|なかった)"
    r"|とは[^。\n]{0,6}(?:ない|ません|がた)|より(?:も|は)?|보다는?"
    r"|(?:的)?(?:では|じゃ|で)(?:は)?(?:な[いくか]|ありません)|でも(?=[^。\n]{0,20}(?:な[いくか]|ありません))"
    r"|(?:적)?(?:이|가|은|는|인 것이|이지)?[ ]?(?:아니|아닌|아닙|않)|도(?= [^.\n]{0,12}(?:아니|아닌|아닙))"
    r"| (?:नहीं|नही)|[?？][?!？！]{0,3} ?(?:no\b(?! (?!it\b|that\b|this\b|the\b)\w)|nope|not\b|nein|non\b|нет|不|否))",
    re.IGNORECASE,
)
"""What denies the word before it."""

ENDING_COPULA = re.compile(
    r"(?<=[^\s])(?:です|である|となります|になります|でしょう|입니다|이에요|예요| है| हैं| होगा)[。.]?$"
)
"""The "is" that ends an announcement in languages that put it there."""

CONCEDED = re.compile(
    r"(?:\b(?:while|although|though|even though|even if|despite|in spite of|whereas|notwithstanding"
    r"|obwohl|obgleich|wenn auch|zwar|trotz|bien que|quoique|même si|malgré|aunque|si bien|a pesar de"
    r"|embora|apesar de|sebbene|anche se|benché|nonostante|хотя|несмотря на|hoewel|ondanks)\b"
    r"|(?:^|\s)(?:رغم|على الرغم من|بالرغم من|مع أن)\s|हालांकि|हालाँकि|यद्यपि)[^,，،.;:\n]{0,300}[,，،;:]"
    r"|(?:虽然|雖然|虽说|雖說|尽管|儘管|即使|固然)[^，,。;；\n]{0,200}[，,]"
    r"|[^。、\n]{0,100}(?:ものの|けれども|けれど|にもかかわらず|が)、"
    r"|[^.,\n]{0,100}(?:지만|에도 불구하고|는데도),? ",
    re.IGNORECASE,
)
"""A clause that concedes something before the main one says the opposite."""

OVERALL = re.compile(
    r"\b(?:overall|as a whole|taken together|on balance|all in all"
    r"|in summary|in conclusion|to sum up|ultimately|in the end"
    r"|on the whole|altogether"
    r"|insgesamt|alles in allem|unterm strich|letztlich|im großen und ganzen"
    r"|dans l['’]ensemble|globalement|au final|en somme|en general|en conjunto|en definitiva|en resumen"
    r"|no geral|no fim das contas|em suma|nel complesso|tutto sommato|в целом|в итоге|в общем|over het geheel)\b"
    r"|总体|總體|整体|整體|总的来说|總的來說|综上|綜上|总之|總之|全体的に|総合的に|全体として|要するに"
    r"|전반적으로|전체적으로|결국|종합하면|بشكل عام|في المجمل|عموما|कुल मिलाकर|अंततः",
    re.IGNORECASE,
)
"""What sums up."""

ASIDE = re.compile(
    r"[\"'”’]?[- ](?:sounding|looking|seeming|aspects?|elements?|remarks?|words?|wording|points?|moments?"
    r"|parts?|comments?|notes?|features?|things?"
    r"|phrases?|terms?|language|details?|signs?|cues?|at first|at first glance)\b",
    re.IGNORECASE,
)
"""What follows a label that only describes a part: "some positive remarks"."""

HEDGED = re.compile(
    r"(?:看似|貌似|看起来(?:像)?|乍一看(?:是)?|表面上(?:是)?|一見(?:すると)?)[ \"'“‘(]{0,2}$"
    r"|\b(?:might|may|could|would|can|will) (?:think|say|argue|assume|believe|expect|claim|guess|suspect)"
    r"(?: that)?(?: (?:it is|this is|that is|the \w{1,12} is|the \w{1,12} was|it was)| it['’]s)?"
    r"(?: (?:a|an))?[ \"'“‘(]{1,3}$"
    r"|\b(?:I|we|one|it) (?:first |initially |originally |at first )?(?:thought|assumed|guessed|considered|suspected"
    r"|expected|appeared|looked|seemed)"
    r"(?: (?:of|that|this|it))?(?: (?:it was|it is|was|is|to be|like))?(?: (?:a|an))?[ \"'“‘(]{1,3}$"
    r"|\b(?:seems?|sounds?|looks?|appears?|(?:might|may|could|can) be(?: (?:seen|read|viewed|taken"
    r"|understood) as)?|some|few|several|partly|initially|at first)"
    r"(?: (?:like|to be|a|an|somewhat|rather|slightly|quite|very|it is))?[ \"'“‘(]{1,3}$",
    re.IGNORECASE,
)
"""What stands before a label that is only considered."""

ANOTHER = re.compile(
    r"^[ \t]{0,3}(?:[#*>\-]{1,4}[ \t]?)?(?:(?:next|new|another) )?(?:question|problem|exercise|task|input|text|review"
    r"|sentence|tweet|passage"
    r"|example|instruction|user|human|prompt|context|statement|premise|query|document|message|comment|utterance|q"
    r"|frage|aufgabe|eingabe|satz|beispiel|entrée|phrase|exemple|pregunta|entrada|problema|texto|ejemplo"
    r"|pergunta|exemplo"
    r"|domanda|testo|esempio|вопрос|задача|ввод|текст|пример|отзыв|vraag|opgave|سؤال|السؤال|المدخل|النص"
    r"|مثال|प्रश्न|सवाल|इनपुट|उदाहरण"
    r"|问题|問題|题目|題目|输入|輸入|文本|例子|示例|评论|問|問い|質問|入力|例題|例|질문|문제|입력|예시|예)"
    r"(?:[ \t]?[(\[]?[#№]?\d{1,4}[)\]]?)?[ \t]{0,2}(?:\*\*)?[:：]"
    r"|^[ \t]{0,3}(?:-{3,}|={3,}|\*{3,})[ \t]*$"
    r"|<\|(?:im_end|im_start|endoftext|eot_id|end|user|start_header_id|eos)\|>|</s>|\[/?INST\]|<(?:end"
    r"|start)_of_turn>",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a reply goes on to another question, or beyond its own end."""

ASKED = re.compile(
    r"\n[ \t]*\n[ \t]*(?:[^\n.!。]{5,300}[?？]"
    r"|(?:now )?(?:classify|solve|translate|choose|determine)\b[^\n]{5,300})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A paragraph that asks something: another question, if the one before has been answered."""

REASONS = re.compile(
    r"^[ \t]{0,3}(?:\*\*)?(?:reason|reasoning|reasons|explanation|rationale|justification|note|notes"
    r"|comment|analysis|why"
    r"|begründung|erklärung|raison|explication|justification|razón|explicación|justificación|motivo"
    r"|explicação|justificativa"
    r"|spiegazione|motivazione|причина|объяснение|обоснование|пояснение|السبب|التفسير|الشرح|कारण|व्याख्या"
    r"|理由|原因|解释|解釋|解析|分析|说明|說明|説明|이유|설명|근거|해설)(?:\*\*)?[ \t]{0,2}[:：]"
    r"|【(?:解析|分析|详解|解答|点评|考点|説明|解説|해설)】",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a reply that has answered begins to give its reasons."""
