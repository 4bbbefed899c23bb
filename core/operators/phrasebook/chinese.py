"""Wordings in Chinese."""

from core.domain.task import AnswerKind
from core.operators.phrasebook.book import CUE, FIELDS, FORM, LABELS, TASK, Forms, Noun, Phrasebook

_SEVERAL = "用逗号隔开；都不适用时写none。"

CHINESE = Phrasebook(
    language="zh",
    comma="、",
    last="或",
    nouns={
        "text": Noun("这段文字", "文字"),
        "question": Noun("这个问题", "问题"),
        "sentence": Noun("这句话", "句子"),
        "review": Noun("这条评论", "评论"),
        "comment": Noun("这条评论", "评论"),
        "message": Noun("这条消息", "消息"),
        "word": Noun("这个词", "词语"),
        "article": Noun("这篇文章", "文章"),
        "headline": Noun("这个标题", "标题"),
        "title": Noun("这个标题", "标题"),
        "problem": Noun("这道题", "题目"),
    },
    labels=(
        ((TASK, "请判断{the}属于哪一类。"), (LABELS, "类别：{labels}。"), (FORM, "只输出类别。")),
        ((LABELS, "可选类别：{labels}。"), FIELDS, (TASK, "{the}属于哪个类别？")),
        ((TASK, "下面哪个标签最适合{the}？"), (LABELS, "{options}。")),
        ((TASK, "对{the}进行分类，根据整体意思只选一个标签。"), (LABELS, "标签：\n{lines}")),
        (FIELDS, (CUE, "类别：")),
        (FIELDS, (CUE, "类别（{options}）：")),
    ),
    sorts={
        "sentiment": (
            ((TASK, "{the}的情感倾向是什么？"), (LABELS, "请回答{options}。")),
            ((TASK, "判断写下{the}的人是满意还是不满意。"), (LABELS, "请回答{options}。")),
        ),
        "emotion": (((TASK, "{the}表达了哪种情绪？"), (LABELS, "请从中选择：{labels}。")),),
        "topic": (((TASK, "{the}讲的是什么主题？"), (LABELS, "主题：{labels}。"), (FORM, "只输出主题。")),),
        "subjectivity": (((TASK, "{the}是在陈述事实还是在表达看法？"), (LABELS, "请回答{options}。")),),
        "spam": (((TASK, "判断{the}是正常内容还是垃圾内容。"), (LABELS, "请回答{options}。")),),
        "urgency": (((TASK, "{the}有多紧急？"), (LABELS, "请回答{options}。")),),
        "language": (((TASK, "{the}是用哪种语言写的？"), (LABELS, "请回答{options}。")),),
    },
    frames=(
        ((TASK, "任务：{task}"), (LABELS, "请从以下答案中选一个：{labels}。"), (FORM, "只输出答案。")),
        (FIELDS, (TASK, "{task}"), (LABELS, "请回答{options}。"), (FORM, "{form}")),
        ((TASK, "请仔细阅读{the}。{task}"), (LABELS, "答案只能是：{labels}。"), (FORM, "{form}")),
        ((TASK, "{task}"), (FORM, "只给出答案，不要解释。"), FIELDS, (CUE, "答案：")),
    ),
    forms=Forms(
        word="请用一个词回答。",
        few_words="请用几个词回答。",
        sentence="请用一句话回答。",
        copied="请照原文抄写答案。",
    ),
    kinds={
        AnswerKind.LABELS: (
            ((TASK, "{the}适用哪些标签？请写出所有适用的标签。"), (LABELS, "标签：{labels}。"), (FORM, _SEVERAL)),
            (FIELDS, (TASK, "请列出上文所属的全部类别。"), (LABELS, "类别：{labels}。"), (FORM, _SEVERAL)),
        ),
        AnswerKind.CHOICE: (
            ((TASK, "请选出正确的选项。"), (FORM, "只输出选项字母。")),
            ((TASK, "请阅读问题和全部选项，排除错误的，再选最合适的一项。"),),
        ),
        AnswerKind.NUMBER: (
            ((TASK, "请计算出答案。"), (FORM, "只输出一个数字。")),
            ((TASK, "{task}请一步一步计算，最后给出结果。"), (FORM, "以数字结尾。")),
        ),
        AnswerKind.SPAN: (
            ((TASK, "{task}请从{the}中找出答案。"), (FORM, "只输出原文中的词语。")),
            ((TASK, "请从{the}中抄出所问的部分，不要添加内容。"),),
        ),
        AnswerKind.LIST: (
            ((TASK, "{task}请列出所有符合的项。"), (FORM, "各项之间用逗号隔开。")),
            ((TASK, "{task}每一项只写一次。"), (FORM, "只输出各项，写在一行。")),
        ),
        AnswerKind.TEXT: (
            ((TASK, "{task}只输出结果。"), (FORM, "{form}")),
            ((TASK, "请按照下面的要求处理输入：{task}"), FIELDS, (CUE, "输出：")),
        ),
    },
    input_name="输入",
)
