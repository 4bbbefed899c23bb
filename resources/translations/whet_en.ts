<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswersPart</name>
    <message numerus="yes">
        <source>{n} blocks of answers, {size}. What was asked before is answered from the disk.</source>
        <translation>
            <numerusform>{n} block of answers, {size}. What was asked before is answered from the disk.</numerusform>
            <numerusform>{n} blocks of answers, {size}. What was asked before is answered from the disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetPart</name>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} call</numerusform>
            <numerusform>{n} calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} token</numerusform>
            <numerusform>{n} tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidateDetail</name>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetsPage</name>
    <message numerus="yes">
        <source>remove {n} rows</source>
        <translation>
            <numerusform>remove {n} row</numerusform>
            <numerusform>remove {n} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sealed rows, not shown</source>
        <translation>
            <numerusform>{n} sealed row, not shown</numerusform>
            <numerusform>{n} sealed rows, not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} row</numerusform>
            <numerusform>{n} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} rows</source>
        <translation>
            <numerusform>{n} of {total} row</numerusform>
            <numerusform>{n} of {total} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move {n} rows to {split}</source>
        <translation>
            <numerusform>move {n} row to {split}</numerusform>
            <numerusform>move {n} rows to {split}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditTab</name>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FetchPart</name>
    <message numerus="yes">
        <source> The model comes in {n} parts, and all of them are downloaded.</source>
        <translation>
            <numerusform> The model comes in {n} part, which is downloaded.</numerusform>
            <numerusform> The model comes in {n} parts, and all of them are downloaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPart</name>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove {n} surplus rows</source>
        <translation>
            <numerusform>remove {n} surplus row</numerusform>
            <numerusform>remove {n} surplus rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>{n} entry</numerusform>
            <numerusform>{n} entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message numerus="yes">
        <source>{n} rows can be used.</source>
        <translation>
            <numerusform>{n} row can be used.</numerusform>
            <numerusform>{n} rows can be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message numerus="yes">
        <source>{n} lines</source>
        <translation>
            <numerusform>{n} line</numerusform>
            <numerusform>{n} lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelColumn</name>
    <message numerus="yes">
        <source>{n} tokens so far …</source>
        <translation>
            <numerusform>{n} token so far …</numerusform>
            <numerusform>{n} tokens so far …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens in {seconds} s</source>
        <translation>
            <numerusform>{n} token in {seconds} s</numerusform>
            <numerusform>{n} tokens in {seconds} s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message numerus="yes">
        <source>{n} models, used in place and never copied.</source>
        <translation>
            <numerusform>{n} model, used in place and never copied.</numerusform>
            <numerusform>{n} models, used in place and never copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairPart</name>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} row</numerusform>
            <numerusform>{n} rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptPart</name>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message numerus="yes">
        <source>{n} candidates</source>
        <translation>
            <numerusform>{n} candidate</numerusform>
            <numerusform>{n} candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedPart</name>
    <message numerus="yes">
        <source>{n} trials. Runs will use: {settings}.</source>
        <translation>
            <numerusform>{n} trial. Runs will use: {settings}.</numerusform>
            <numerusform>{n} trials. Runs will use: {settings}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendStrip</name>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} token</numerusform>
            <numerusform>{n} tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} call</numerusform>
            <numerusform>{n} calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingPart</name>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} call</numerusform>
            <numerusform>{n} calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} token</numerusform>
            <numerusform>{n} tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls so far</source>
        <translation>
            <numerusform>{n} call so far</numerusform>
            <numerusform>{n} calls so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TradeoffTab</name>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreePart</name>
    <message numerus="yes">
        <source>{n} candidates</source>
        <translation>
            <numerusform>{n} candidate</numerusform>
            <numerusform>{n} candidates</numerusform>
        </translation>
    </message>
</context>
</TS>
