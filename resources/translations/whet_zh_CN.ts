<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionPalette</name>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo the change of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do the change of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the &amp;clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Estimate the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certify the gain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the best prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;selected prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export the best prompt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh the lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;whole tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference si&amp;de by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;actions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;bout Whet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarPlot</name>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BudgetPart</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best on validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from what the model writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by comparing the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Racing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop on paired evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop what cannot win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateDetail</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a candidate in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{split} {value} ({low} to {high}, {n} rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped after {n} rows: at most {value} was within reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped after {n} rows: at most {value} was within reach, hardly more than {against}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped after {n} rows: on the same rows {against} was clearly better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against {parent}: {fixed} fixed and {broken} broken of {n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, written by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, made by “{operator}” from {parents} in round {round}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateTableModel</name>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of the search, 0 to 100; with ≤: dropped in a race; it could reach no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score on the validation rows by which the last prompt is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unparsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies in which no answer was found; they count as wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartsPart</name>
    <message>
        <source>Rows per label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths of the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels (lighter: validation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {train} train, {validation} validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} words: {n} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} validation rows. The sealed test takes no part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (demonstration)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Earlier comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}: {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of prompts and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores on validation rows, with 95 % intervals: search scores, not certificates. Choose a cell to weigh it as B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task, two prompts or models, and press Compare. Every combination answers the same rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>{name} unfolds to more than {expanded} MB.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a sample of it: a few thousand rows are plenty for improving a prompt.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a Parquet file, and the reader for these is not installed.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Whet again, arro3-io is missing, or save the file as CSV or JSONL.</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read as Parquet: {first_line}</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the file complete?</source>
        <extracomment>core/data/columnar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{len} usable rows are too few for train, validation and test.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task needs at least a dozen rows; 500 or more can show a gain.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task {name} could not be written: {lower}.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, on a disk with free space.</source>
        <extracomment>core/data/creating.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not valid {upper} near byte {offset}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again as UTF-8, or name its encoding.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a device, not a file.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {st_size} MB; at most {largest_file} MB are read.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {name} in {parent}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {lower}.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding “{name}”.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples: utf-8, utf-16, cp1252, gbk.</source>
        <extracomment>core/data/decoding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{delimiter}” cannot separate cells.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delimiter is one character.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with a header and rows.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header {first}</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header {about_length}</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {most_resyncs} rows have misplaced quotation marks, the last one in line {start}.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this a CSV file? Quotation marks inside quoted cells must be doubled.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header has the column “{name}” {count} times (columns {join}).</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each column a name of its own.</source>
        <extracomment>core/data/delimited.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is one JSON object without a list of rows.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are expected as a list of objects, or as {&quot;examples&quot;: [...]}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not valid JSON: {said}.</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its end: was it cut?</source>
        <extracomment>core/data/json_rows.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has only one column, “{free}”, for input and answer.</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task needs an input and an answer per row. Is the delimiter right?</source>
        <extracomment>core/data/mapping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {name}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder with the files of benchmarks.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no protocol “{protocol}”.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no file of {title}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file itself.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {len} tasks of {title}.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds more than {most_files} files.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a smaller folder.</source>
        <extracomment>core/data/protocols/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no file of {title}: {rstrip}.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file as published.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than {largest} MB.</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the right file?</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not UTF-8 (byte {start}).</source>
        <extracomment>core/data/protocols/base.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of SST-2 was published without labels.</source>
        <extracomment>core/data/protocols/classification.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use dev.tsv to test, as papers do.</source>
        <extracomment>core/data/protocols/classification.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is written in UTF-8, while other rows of the file are in {name}.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no usable row: all {len} have errors. Row {row} {message}</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its format and encoding.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a header but no rows.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with rows.</source>
        <extracomment>core/data/reading.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A split&apos;s size is a number of rows, or a share between 0 and 1.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The splits ask for {cuts} rows; there are {n}.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them smaller.</source>
        <extracomment>core/data/splitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no column “{column}”.</source>
        <extracomment>core/data/table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {name_2} is larger than {largest} MB.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it a task file?</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: max_tokens is {max_tokens}; a reply needs at least 1.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} of {name} names “{relative}”, which lies outside of its folder.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the data into the task&apos;s folder.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must name either data.file or data.files.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually file = &quot;data.jsonl&quot;.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: with data.files there is neither data.split nor data.sizes.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has both data.split and data.sizes.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no {file_name}, so it is not a task.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a task&apos;s folder.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {name_2} cannot be read: {reason}.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is not UTF-8 (byte {start}).</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is not valid TOML: {error}.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this value.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has an unknown key “{prefix}{key}”.</source>
        <extracomment>core/data/task_file.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no {empty} rows.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A method learns from train rows and chooses by validation rows.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file {name} is larger than {largest_metric} kB.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file {name} cannot be read: {reason}.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it there.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file {name} is not UTF-8.</source>
        <extracomment>core/data/tasks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook is empty.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is an Excel workbook, and the reader for these is not installed.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Whet again, python-calamine is missing, or save the sheet as CSV.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a workbook that can be read: {rstrip}.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it locked by a password? Save the sheet as CSV.</source>
        <extracomment>core/data/workbook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after} %: {points} points (95 % interval {points_2} … {points_3}, n = {n}, {p}).</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gain is certified: chance alone may make this difference.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers were read by comparing the labels&apos; probabilities; written replies may differ.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed test was used once.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt found is worse than yours.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a practice task: every run may open its sealed test.</source>
        <extracomment>core/domain/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if {changing} % of the answers change</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sealed_rows} sealed rows show a gain of {smallest_gain} points or more four times in five {how}, and one of 5 points with a chance of {chance_of_small_gain} %; for 5 points four times in five it takes {rows_for_small_gain} sealed rows.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always giving the commonest label scores {floor} %.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run takes {join}.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{prompts} prompts on {rows} rows</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score depends on the prompt: {seen} differ by {between} points (standard deviation) beyond a noise of {noise}, and {headroom} points are left above the best.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the pre-flight</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sealed_rows} sealed rows cannot show any gain {how}.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {most} calls</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizing will not help here: the best of {seen} scores {best} %, and the {headroom} points left are fewer than these sealed rows can show.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score hardly depends on the prompt: {seen} differ by no more than chance ({p}). Optimizing helps only if it finds something quite different.</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {most} tokens</source>
        <extracomment>core/domain/outlook.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = {value} is out of range: {low} … {high}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter “{name}”.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameters are: {join}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter does not fit: {error}.</source>
        <extracomment>core/domain/params.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed rows have changed since the run was started.</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore them, or start a new run.</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}: sealed rows {start} to {min} of {len}</source>
        <extracomment>core/engine/certify.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not answer.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine process ended unexpectedly ({manner}).{last_words}</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything up to its last complete answer is kept.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the run.</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last words: {lines}</source>
        <extracomment>core/engine/client.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these combinations has not been scored yet.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them first.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of the task have changed since.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison needs a prompt and a model.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one of each.</source>
        <extracomment>core/engine/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric “{name}” needs a Python file.</source>
        <extracomment>core/engine/metric_choice.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it as the metric&apos;s option “{file}”.</source>
        <extracomment>core/engine/metric_choice.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{name}” of this run is not known on this machine.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name its file with --model.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the file that this run was started with ({name_2}).</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of different models cannot be mixed: name the original file, or start a new run.</source>
        <extracomment>core/engine/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets are: {join}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of the kind “{value}” cannot be read by comparing labels.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model write its answers instead.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task&apos;s metric, {lower}, needs a model as {value}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name its file: --{value} FILE. A model that judges its own answers favours them.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run needs a model.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a GGUF file.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model setting “{name}”.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are: {join}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model setting does not fit: {error}.</source>
        <extracomment>core/engine/prepare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine was sent something that is not a command: {error}.</source>
        <extracomment>core/engine/protocol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine said something that is not understood: {error}.</source>
        <extracomment>core/engine/protocol.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {id} has no candidate “{unknown}”.</source>
        <extracomment>core/engine/rate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}: validation rows from {start} of {len}</source>
        <extracomment>core/engine/rate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything up to the last complete answer is kept.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s log cannot be written: {strerror}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume when it can.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the run&apos;s log cannot grow.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and resume.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s log cannot be opened for writing: {strerror}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s log does not fit: it says {name} where this version of Whet now does {name_2}.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is kept as it is.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new run with the same settings.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} of the run&apos;s log is damaged.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot go on.</source>
        <extracomment>core/engine/recorder.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget was used up before the seed prompt was scored.</source>
        <extracomment>core/engine/runner.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow more calls, tokens or minutes.</source>
        <extracomment>core/engine/runner.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {id} has not chosen its final prompt yet.</source>
        <extracomment>core/engine/sentences.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whet resume {id}</source>
        <extracomment>core/engine/sentences.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has no sentence that can be left out.</source>
        <extracomment>core/engine/sentences.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was scored.</source>
        <extracomment>core/engine/sentences.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: rows {start} to {min} of {len}</source>
        <extracomment>core/engine/sentences.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of the task “{name}” have changed since this run was started.</source>
        <extracomment>core/engine/sitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is kept as it is.</source>
        <extracomment>core/engine/sitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the old rows to go on, or start a new run.</source>
        <extracomment>core/engine/sitting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {id} has not chosen its final prompt.</source>
        <extracomment>core/engine/tournament.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not know what to do with {name}.</source>
        <extracomment>core/engine/worker.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the run&apos;s log cannot be read: {error}.</source>
        <extracomment>core/events.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged, or was written by a newer version of Whet.</source>
        <extracomment>core/events.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task&apos;s metric needs a model as {value}, and this run has none.</source>
        <extracomment>core/lab/appraiser.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has no {value} rows to score on.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the split some rows.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed prompt with one row does not fit into the model&apos;s context.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the prompt, or load the model with a larger context.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s log does not fit this version of Whet: it holds {what} than the method now asks for.</source>
        <extracomment>core/lab/lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the file that {source} has noted: its SHA-256 is another one.</source>
        <extracomment>core/llm/discover.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {source} download it again.</source>
        <extracomment>core/llm/discover.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes are kept.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model in several parts has no single SHA-256.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” is not an address of a file on the web.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with https://.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” does not name a GGUF file.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the file itself ends in .gguf.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the first part of its model.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be fetched: {reason}.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same command goes on where it ended.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends on to {host_2}, and that address was not allowed.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you want it, allow it too: --allow {host}</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sent another piece than it was asked for</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection broke off after {have} of {total} bytes</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was there before and was left as it is.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has another SHA-256 than it should have.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be found: {strerror}.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a network?</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being fetched by another program already.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hint}Check the address, or try again later.</source>
        <extracomment>core/llm/download.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whet runs models in the GGUF format: look for a file that ends in .gguf.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a GGUF file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has version {version} of the GGUF format; this Whet reads 2 and 3.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Whet, or get another file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a model file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the .gguf file inside it.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a regular file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is only a Git LFS pointer, not the model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it with `git lfs pull`.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a web page, not a model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in a format that GGUF replaced in 2023.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a text file, not a model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written for big-endian machines.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the usual, little-endian file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has version 1 of the GGUF format, which is no longer read.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a newer file.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a whole model: it says that it is of the type “{kind}”.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the model itself.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a vocabulary but no model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the full file of this model.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is incomplete: {size} of {start} bytes are missing.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download or copy it again; the transfer was probably interrupted.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {strerror}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not belong to {name_2}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of {name} hold {tensors} tensors together, and it promises {promised}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the model file again.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {error}.</source>
        <extracomment>core/llm/gguf.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: {what}.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is cut off inside its header, at byte {size}.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} became shorter while it was read.</source>
        <extracomment>core/llm/gguf_cursor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is one of {count} parts of a model, and its name does not say which.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the parts their names back: NAME-00001-of-{count}.gguf and so on.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{len} of {count} parts of this model are not there: {join}.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them into the same folder as {name}.</source>
        <extracomment>core/llm/gguf_split.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs about {size} of memory, and {size_2} are free</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, set fewer lanes or a shorter context, or choose a smaller or more quantized model.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will run partly on the processor, which is slow: set fewer GPU layers, or choose a smaller file.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: it is too big.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, but not all on the GPU.</source>
        <extracomment>core/llm/hardware.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of model needs two lanes to compare choices.</source>
        <extracomment>core/llm/llama/choices.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set lanes to 2.</source>
        <extracomment>core/llm/llama/choices.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model computed a vector without a direction.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged: get it again.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model ranks texts; it makes no vectors of them.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an embedding model.</source>
        <extracomment>core/llm/llama/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request asks for a grammar and a JSON schema.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grammar is not valid GBNF: {cause}.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a rule “root ::= …”, and no rule may begin with itself.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grammar has {len} characters; at most {longest} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grammar repeats something {most} times; at most {most_repeated} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grammar has brackets {deepest} deep; at most {deepest_2} can be used.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON schema must be an object.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON schema cannot be used: {error}.</source>
        <extracomment>core/llm/llama/grammar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be loaded: {cause}.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Whet, or choose another file of this model.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model {kind}, which Whet does not support.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an ordinary language model.</source>
        <extracomment>core/llm/llama/loader.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt does not fit into the model&apos;s context: {needs}, and there are {context}.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the prompt or the input, or load the model with a longer context.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was closed.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it again.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model only makes vectors of texts.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a language model.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request allows {max_tokens} tokens for its reply; it must be at least 1.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question with choices has none.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request is empty.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group “{group}” asks for two kinds of contest.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use two groups.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it as the embedding model.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was not loaded for embeddings.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it as the embedder.</source>
        <extracomment>core/llm/llama/model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} crashes llama.cpp on this machine, even with its fast paths off.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a trial in a separate process crashed; nothing was lost.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another quantization of this model, or build llama.cpp again.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial of {name} failed (code {code}): {last}</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial of the model did not end within {seconds} seconds.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <extracomment>core/llm/llama/probing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request asks for temperature {temperature}, top-p {top_p}, min-p {min_p}.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature is at least 0, top-p above 0 and at most 1, min-p from 0 to 1.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model computed something that is not a number.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged, or this build does not support it: try another quantization.</source>
        <extracomment>core/llm/llama/sampler.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <extracomment>core/llm/llama/sandbox.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it makes a text or list that is too long</source>
        <extracomment>core/llm/llama/sandbox.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it makes a number that is too long</source>
        <extracomment>core/llm/llama/sandbox.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs too long</source>
        <extracomment>core/llm/llama/sandbox.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it formats text</source>
        <extracomment>core/llm/llama/sandbox.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s working memory could not be set up: {cause}.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer lanes or a shorter context.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {name} is {value}, but must be from {low} to {high}.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of model cannot write text.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it as an embedding model.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp could not shorten a sequence of this model.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s working memory is full.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer lanes or a longer context.</source>
        <extracomment>core/llm/llama/session.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s chat template refuses this conversation: {error}</source>
        <extracomment>core/llm/llama/template.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another order of roles, or another model.</source>
        <extracomment>core/llm/llama/template.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no vocabulary, so it cannot read text.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is too long to be turned into tokens.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <extracomment>core/llm/llama/vocabulary.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no method “{name}”.</source>
        <extracomment>core/methods/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The methods are: {join}.</source>
        <extracomment>core/methods/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APE</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows solved examples and lets the optimizer guess the instruction, many times; keeps the best guesses and, in further rounds, says them in other words. It does not build on your prompt.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: guess and choose; more: resample the best.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws of examples</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is one question to the optimizer.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals per draw</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guesses asked for per draw.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples shown</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved training rows per draw.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts kept</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored on all rows, and resampled.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share kept</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of prompts, after each subset.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows scored</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading training rows; 0: all.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop without gain</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End at 100, or after a round without gain.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the optimizer model.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply tokens</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens per reply.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact suits very small models.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse misfits</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample answers, leaks and invented labels.</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardened for small local models</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper</source>
        <extracomment>core/methods/ape.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAPO-style</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosses and mutates instructions together with worked examples, races them, and puts a price on length.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimize</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instruction, the worked examples in it, or both.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generations.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Population</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts that survive a step.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offspring per step</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompts in each step.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most demonstrations</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked examples in a prompt.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of length</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the longest prompt of the start.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score on</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that the search scores on.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading rows of that split; 0: all.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop on a plateau</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End at 100, or after max(4, a third) steps without gain.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training row is left to show as a worked example: the search scores on all {len}.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the task more than {block} training rows, or optimize the instruction alone.</source>
        <extracomment>core/methods/capo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistillPrompt (legacy)</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five stages per epoch: vary the best prompt, fold in what solved examples teach, compress, merge, rephrase. Thorough and expensive; its authors now call it legacy.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the five stages are gone through.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the best prompt, in the first stage.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved training rows per variation.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures among them</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that the best prompt gets wrong.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rephrasings</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the merged prompt, in the last stage.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End at 100, or after an epoch without gain.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep lost rules</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the long drafts too if shortening cost points.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample what is no fit prompt for the task.</source>
        <extracomment>core/methods/distill_prompt.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dual-Phase</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts a long prompt from solved examples, then rewrites one sentence at a time where answers fail. The paper&apos;s constants are known from a third-party port only.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences replaced at most; the paper: fewer than five.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts drafted in phase one; 0: no phase one.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved training rows in phase one.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt competes</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase two starts from it if no draft is better.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per step</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions for a better sentence.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrites per attempt</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies to one question.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries per sentence</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then another is drawn; 0: no limit.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures shown</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each question; 0: all that fit.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick gate</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least gain on failed rows (from a port).</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full gate</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least gain on all rows (from a port).</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarded gates</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less near the top, two rows at least, no mere chance.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of weights. The port&apos;s 0.055 hardly acts.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all rows</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the reward.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gain, or (the port) the accuracy.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even share</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the draw, for all alike.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed rows of it are shown, too.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: all. Below 50, the gates see noise.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the optimizer.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens per draft.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse leaks</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample copied rows, invented labels.</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper, as far as known</source>
        <extracomment>core/methods/dual_phase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GEPA-style</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps every prompt that is the best on some row, and lets the optimizer learn from the failures of one of them.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a prompt is reflected on.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children per step</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompts tried on the minibatch.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the minibatch, in the question.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merges</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most merges of two prompts in a run; 0: none.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose first</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what is wrong before asking for a new prompt.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto rows of</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows on which prompts compete.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto rows</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample what names single examples.</source>
        <extracomment>core/methods/gepa.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPO</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the optimizer the most similar earlier prompts with their scores, and lets it change fewer and fewer words.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the current prompt is replaced.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals per step</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompts asked for in each step.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts shown</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried prompts in the question, with the current.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier prompts shown: the most similar, newest, best.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reflection</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first why the prompt fails. It lost in the paper.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show scores</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside each prompt (full wording).</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refinement</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write anew, or edit the current prompt.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit budget</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the words that may change develop.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First budget</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words; 0: 30, or the start prompt&apos;s if longer.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last budget</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words; 0: a fifth of the first, at least 5.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps until the budget is full; 0: off.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows in the question, drawn once.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary more</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When proposals repeat, add 0.2 up to 1.3.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens per proposal.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current prompt last (paper) or first (code).</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enforce the budget</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample what exceeds it by half.</source>
        <extracomment>core/methods/gpo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GrIPS</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes, swaps, paraphrases and puts back phrases of your prompt; only paraphrases need an optimizer.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the prompt is edited.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates per step</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited prompts scored in each step.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits per candidate</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random edits, one upon the other.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps without a better prompt until the search ends.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrase</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the optimizer model; off: no optimizer is needed.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated annealing</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sometimes go on from a worse prompt.</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α: points for varied answers (labels only).</source>
        <extracomment>core/methods/grips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPRO</source>
        <extracomment>core/methods/opro.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the optimizer the best prompts so far, the best one last, and asks for one that scores higher.</source>
        <extracomment>core/methods/opro.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often new prompts are asked for.</source>
        <extracomment>core/methods/opro.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best prompts in the question; compact: at most 3.</source>
        <extracomment>core/methods/opro.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows, drawn anew in each step.</source>
        <extracomment>core/methods/opro.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random paraphrase</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control: says the start prompt in other words, again and again, and keeps the best. It learns nothing from scores or examples, so another method is worth its calls only if it gains more than this.</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often paraphrases are asked for.</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrases per round</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for in each round.</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample answers, other languages and copies.</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain: whatever was written is scored on all validation rows</source>
        <extracomment>core/methods/paraphrase.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProTeGi</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the optimizer criticize a prompt by its errors and mend it, and keeps the best few by a bandit.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the beam is expanded.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beam</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts kept from step to step.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minibatch</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored rows in which errors are looked for.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticisms</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per prompt of the beam, each by its own errors.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors shown</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answers per criticism.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrases</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every mended prompt and of its parent.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Successors</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn at random per prompt of the beam.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bandit that chooses among successors.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks per successor</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 rows each, on average, for the bandit.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploration</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCB&apos;s constant c.</source>
        <extracomment>core/methods/protegi.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own Python file</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function score(reply, answers, input) in a file of the task&apos;s folder, once confirmed.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Python file that defines score(); it is copied into the task&apos;s folder.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task names no metric file, or it is empty.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set metric_options.file in task.toml.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task&apos;s metric file (SHA-256 {fingerprint}…) has not been confirmed on this machine, or has changed since.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was run.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it, then confirm it with: whet task trust TASK</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file defines no function {function}(reply, answers, input).</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it, confirm again.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file cannot be run: {name}: {error}.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct and confirm it again.</source>
        <extracomment>core/metrics/custom.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity of meaning</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cosine similarity to an accepted answer by an embedding model, which a run must name.</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as nothing</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosines up to this one are worth 0.</source>
        <extracomment>core/metrics/embedding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <extracomment>core/metrics/f1.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the F1 of each label, so that rare labels count as much as frequent ones.</source>
        <extracomment>core/metrics/f1.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of replies that are valid JSON.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON fields</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many fields of the accepted JSON the reply has right.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply must be JSON, without a code fence or words around it.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra fields are wrong</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that were not asked for count against the reply.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore case and spaces</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts are equal without regard to case and outer spaces.</source>
        <extracomment>core/metrics/json_answers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model as judge</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a judge model, which a run must name, says of an answer by your criterion.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes an answer good.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares with the accepted answer, or grades from 1 to 5 knowing it.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask in both orders</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as many calls; without it, what stands first may win for its place.</source>
        <extracomment>core/metrics/judge_model.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metric “{name}”.</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric “{name}” cannot judge answers of the kind “{value}”.</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics for it: {join}.</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric “{name}”: {message}</source>
        <extracomment>core/metrics/judging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact match</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of answers that equal an accepted one.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains the answer</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of replies that contain an accepted answer as whole words.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists in any order</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a list only which words it has counts.</source>
        <extracomment>core/metrics/match.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>METEOR (exact and stem, no WordNet)</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared words and word stems, recall first, less for another order; no synonyms (WordNet).</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stemming</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the stem stage.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of recall</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.9 in the paper: recall counts nine times.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent of the penalty</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 in the paper.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest penalty</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 in the paper.</source>
        <extracomment>core/metrics/meteor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number within a tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of numbers that are close enough to an accepted one.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a share of the larger of the two numbers.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute tolerance</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the numbers&apos; own unit.</source>
        <extracomment>core/metrics/numeric.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token F1</source>
        <extracomment>core/metrics/overlap.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many words an answer shares with an accepted one, in any order.</source>
        <extracomment>core/metrics/overlap.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of replies that match a pattern.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the accepted answers of each row are its patterns.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern must match all of it, not only a part.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore case</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper and lower case are the same.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric&apos;s {error}.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the pattern.</source>
        <extracomment>core/metrics/patterns.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROUGE-1</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many words an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROUGE-2</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pairs of neighbouring words an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROUGE-L</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest sequence of words that an answer shares with an accepted one (F-measure).</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off word endings of this language first.</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several answers</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of them counts, or their mean.</source>
        <extracomment>core/metrics/rouge.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLEU</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many runs of one to four words an answer shares with the accepted ones (sacrebleu).</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chrF</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many runs of one to six characters an answer shares with an accepted one (sacrebleu).</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How words are parted.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over rows</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the rows, or corpus BLEU.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of words</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also count runs of so many words; 2 is chrF++.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times recall counts as much as precision.</source>
        <extracomment>core/metrics/translation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confirmation could not be noted: {lower}.</source>
        <extracomment>core/metrics/trust.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric file stays unconfirmed.</source>
        <extracomment>core/metrics/trust.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted sum of metrics</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several metrics at once, each with a weight.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: 0.7 rouge_l; 0.3 regex pattern=&apos;^Dear &apos; ignore_case=true</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric file</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of a part of your own (custom), in the task&apos;s folder.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weighted sum needs at least one part.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{join}” is no weight above 0 and a metric.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark in the weighted sum is not closed.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no option of the form name=value.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot judge answers of the kind “{value}”.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is no mean of rows and cannot be part of a weighted sum.</source>
        <extracomment>core/metrics/weighted.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection to {host} was refused: Whet works offline.</source>
        <extracomment>core/offline.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow this very address in the settings if you want it.</source>
        <extracomment>core/offline.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has no sealed test.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal some rows of the dataset, then run again.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} sealed rows are too few to show a gain: at least {minimum_rows} are needed ({rows_2} would show {points} points or more).</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} sealed rows are too few to show a gain: at least {minimum_rows} are needed.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test stays sealed.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal more rows.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} has not chosen its final prompt yet.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it: whet resume {run}</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} found nothing better than your own prompt: there is no gain to certify.</source>
        <extracomment>core/report/certificate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}: {score}, by {operator}, round {round}</source>
        <extracomment>core/report/drawing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt cannot be exported as “{form}”.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is {join}.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt cannot be read as “{form}”.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no candidate “{name}”.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no best prompt yet.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This prompt has {len} worked examples, which plain text would lose.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it as markdown or json.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no exported prompt in this Markdown.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no prompt exported as {form}: {error}.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code block of the kind “{kind}” has no end.</source>
        <extracomment>core/report/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} has not begun: there is nothing to report.</source>
        <extracomment>core/report/html.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: {strerror}.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {name} could not be written.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: the folder is read-only.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy of it in a folder that you may write to.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged, and there is no readable previous version.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both files are left as they are.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {name} from a backup, or move it away to begin with an empty one.</source>
        <extracomment>core/store/atomic.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison {stem} cannot be read: {error}.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays.</source>
        <extracomment>core/store/comparisons.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is left as it is.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log does not begin with the start of a run.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was written by a newer version of Whet (format {format}; this one reads up to {format_2}).</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Whet.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of the run {name} cannot be read: {strerror}.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} of {len} in the log of the run {name} is damaged.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a copy, or start a new run with the same settings.</source>
        <extracomment>core/store/eventlog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} was written by a newer version of Whet (format {found}; this version reads up to {newest}).</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Whet, or choose another workspace.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a workspace: it has no {marker}.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an empty folder to begin one.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be read: {error}.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a copy.</source>
        <extracomment>core/store/formats.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other window first.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index.json does not fit: {error}.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from index.json.bak or from a copy.</source>
        <extracomment>core/store/index.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} opened on {day} by the run {run}: a second look would no longer be an honest test.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of that run stays valid.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal new rows to certify this run.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger of sealed tests is being written by {holder}.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opening of the test could not be noted in {user}: {strerror}.</source>
        <extracomment>core/store/ledger.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there any more.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of models is being written by {holder}.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of models in {folder} cannot be written: {strerror}.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set WHET_HOME to a folder that can.</source>
        <extracomment>core/store/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task “{task}” with the rows of this run is not in the workspace.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put its folder back into the workspace&apos;s tasks, or start a new run.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{name}” of this run is not known on this machine, or not where it was.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name its file (--model), or choose it once under New run.</source>
        <extracomment>core/store/places.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} is no longer what it was when it was read: the file was changed by somebody else.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed on the disk.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the task again (F5), then repeat the change.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input is empty.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it, or remove the row.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is empty.</source>
        <extracomment>core/store/row_edits.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is not a run: it has no spec.json.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {id} is being written by {holder}.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the run {id} is read-only.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a copy of it.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of the run {id} cannot be read: {error}.</source>
        <extracomment>core/store/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” names {len} tournaments.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tournament {id} cannot be read: {error}.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs are kept.</source>
        <extracomment>core/store/tournaments.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” fits {len} runs: {names} ….</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” fits {len} runs: {names}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open {folder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of your own.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {strerror}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or create the folder first.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has an older format.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it once for writing to update it.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run “{name}”.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one is {id}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace could not be made in {folder}: {strerror}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is open for writing in {holder}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, or open it for reading only.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written: {strerror}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for reading only, or open a copy of it in a folder that you may write to.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task {name} could not be copied: {error}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run could not be made: {strerror}.</source>
        <extracomment>core/store/workspace.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date in ISO form</source>
        <extracomment>resources/samples/iso-date/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization: the input has a date in one of many forms, the answer is the same date as YYYY-MM-DD.</source>
        <extracomment>resources/samples/iso-date/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last letter of a word</source>
        <extracomment>resources/samples/last-letter/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A puzzle: the input is a word, the answer is its last letter.</source>
        <extracomment>resources/samples/last-letter/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number in a message</source>
        <extracomment>resources/samples/order-number/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extraction: the input is a customer&apos;s message, the answer is the order number in it.</source>
        <extracomment>resources/samples/order-number/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a note to a polite request</source>
        <extracomment>resources/samples/polite-request/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewriting: the input is a short note, the answer is a polite request. Graded by common words.</source>
        <extracomment>resources/samples/polite-request/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the review positive or negative?</source>
        <extracomment>resources/samples/sentiment/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification with two labels: the input is a short review, the answer is positive or negative.</source>
        <extracomment>resources/samples/sentiment/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which team gets the message?</source>
        <extracomment>resources/samples/ticket-topic/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification with six labels: the input is a customer&apos;s message, the answer is the team that gets it.</source>
        <extracomment>resources/samples/ticket-topic/task.toml</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatasetsPage</name>
    <message>
        <source>Rows of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the rows …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a sample. Copy it into the workspace to change its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs used these rows. After a change they can be neither resumed nor certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sealed rows, not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move {n} rows to {split}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no task yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a CSV, TSV, JSONL, JSON, Excel or Parquet file with inputs and expected answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffTab</name>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against its parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against your prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{a} −{b} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineClient</name>
    <message>
        <source>The engine could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly: its process crashed or was killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly with code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorCentre</name>
    <message>
        <source>Something unexpected happened: {kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks, runs and prompts on the disk are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the details; the window goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleTable</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleTableModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your thumb, up ▲ or down ▼, and … where you wrote a critique</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplesTab</name>
    <message>
        <source>Rows to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to read the raw replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw reply before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsPart</name>
    <message>
        <source>Read the SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the whole file once; of some gigabytes that takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, {size} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantization}, {bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained for {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in the file: a plain one is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchPart</name>
    <message>
        <source>Address of a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a GGUF file: https://…/….gguf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 that the file must have, if you know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect and fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is connected to before you say so. Type or paste the address of the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of a file on the web: it begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not name a GGUF file: its address ends in .gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SHA-256 has 64 digits from 0 to 9 and a to f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The address is not encrypted: others on the way can see and change what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whet will connect to {host} and to no other machine, and put the file into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on where it ended, from {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends on to {other}. Nothing was asked of {other} yet; you can allow it for this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Fetched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: browse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search inputs and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train and validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your thumb up ▲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your thumb down ▼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a critique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the finding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question in several splits: what was learnt on one is no news on the other. The copy in the better guarded split stays: sealed test before validation before train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question with different answers: no prompt can be right on all of these rows. Correct the answers, or remove the wrong rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same row several times counts several times. The first one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {n} sealed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPart</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the surplus rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the selected finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the surplus rows of all leaks and duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for duplicates, contradictions and leaks …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duplicates, no contradictions, no leaks between splits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {n} surplus rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Do what the hint says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>No run yet. Run a sample to see one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the sample {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on; it can be watched under Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks in this workspace: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models found on this machine: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} (open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sample on the small model that comes with Whet: there is nothing to set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring your own rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with inputs and the answers you expect. It stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files of LM Studio, Ollama and others are found and used where they lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a data file or a GGUF model anywhere on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data becomes a task; a model is listed and chosen for a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen prompts on your own machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whet rewrites a prompt, scores it on your rows, and keeps what proves better.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Data (*.csv *.tsv *.jsonl *.json *.ndjson *.xlsx *.xls *.ods *.parquet);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, TSV, JSONL, JSON, Excel or Parquet file: choose it, or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the model do? You can change it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the table that lies in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that prompts and template may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model sees a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Copy some rows with their header first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the clipboard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns, {encoding}. {notes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divide the rows for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} cannot; the others are imported without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template names “{name}”, which is no column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with errors ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line names the columns. Nothing is changed in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected answer is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that prompts and template may use, as {{name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineageView</name>
    <message>
        <source>Trajectory tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by {operator} from {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Engine log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has said nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do first, samples, and what was open last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task, a model and a method, and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is open: its tree, its prompts, its scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of your tasks; import new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models of this machine, and how they are loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was run in this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts, models and seeds side by side on the same rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>{name}: not scored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}, 95 % interval {low} to {high}, {n} rows, {unparsed} without an answer, {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodPart</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricPart</name>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the measure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPart</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model that writes prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model that judges answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts are written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other models for other roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load settings that you chose under Models: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letters of the prompts, without a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measure alone, without a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (demonstration model, comes with Whet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows how Whet works, not what your model would gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model only knows the sample tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the file says of itself …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that comes with Whet only knows the sample tasks. Choose a GGUF file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is known yet. Choose a GGUF file on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{architecture}, {size} parameters, {quantization}, context {context} tokens, {bytes}{licence}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>comes with Whet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetched by Whet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needed} of {available} GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unified cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repacked weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model fits into the memory that is free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model needs with the suggested settings, and what is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters: M are millions, B are billions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this workspace that used it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that used this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets that you added it; the file stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LM Studio, Ollama, Hugging Face, Jan, GPT4All and llama.cpp keep no model here. Drop a GGUF file on the window, add a file or a folder, or fetch one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} models; their files are used where they lie, never copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewRunPage</name>
    <message>
        <source>Estimate the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating the cost …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs with the answers you expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF file on this machine answers. Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search starts here and must beat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How better prompts are looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends when the first limit is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} calls, on {machine}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open for reading only, so no run can be started here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is going on. It can be watched under Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate the cost before you start, or start at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginTab</name>
    <message>
        <source>This prompt was not written by the optimizer model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw replies of the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of the method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method took no notes in this round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method’s notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies that did not become candidates: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score curve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairPart</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge by your thumbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where no metric can tell: count the rows on which you judged both replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to read it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two combinations can be weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has a thumb on both replies yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B minus A: {gain} points (95 % interval {low} … {high}, n = {n}, {p}, {test}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B is better on these rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A is better on these rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance alone may make this difference.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParamsForm</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPart</name>
    <message>
        <source>Your prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the model do with each input?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placeholders, kept by every method: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more of this task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyPart</name>
    <message>
        <source>Reply of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: score {score}{reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected answers, one per line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowPart</name>
    <message>
        <source>This row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {n}, {split}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to read it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round {n} of at most {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation: yours, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search: yours, best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gain shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Open the sealed test?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt and the best one are compared on rows that nothing has seen. Rows of your own can be used for this once, those of the sample tasks as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it and certify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed test is being answered …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gain is certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gain could be certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one, or open an earlier one from the list of runs. It is shown here live and afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSession</name>
    <message>
        <source>The run was stopped; the engine did not listen and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs in this workspace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run is kept here with all its prompts and answers, whether it finished or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreCurve</name>
    <message>
        <source>Score curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}: {value} ({low} to {high}) after {calls} calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPart</name>
    <message>
        <source>Back to the suggested settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do not choose is suggested for this machine and measured before the first run. A run keeps the settings that it began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours; suggested: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of prompt and reply together; memory grows with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that are worked on at once; memory grows with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per step of the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the machine has cores makes it slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers on the GPU; -1 is all, 0 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly faster on a GPU, slower on a processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cache for all lanes instead of one each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster weights; off where a processor crashes with them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySideModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedPart</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the speed check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying settings in a process of their own; a large model takes half a minute to load …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} trials. Runs will use: {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run or another check is going on; the check would measure both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries a few settings for some seconds and keeps the fastest for later runs. Those that you chose stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpendStrip</name>
    <message>
        <source>Progress of the current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {t} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the prompt tokens were computed once for several rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the answers came from disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network connections opened by Whet since it was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {limit} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitsPart</name>
    <message>
        <source> % validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected rows to a split. A sealed row is not shown any more; it proves a gain only for prompts that were never improved on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide train and validation anew. The sealed test stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} unused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected rows to {split}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divide the rows anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskPart</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (sample)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no task yet. Import a file with inputs and expected answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the task …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train} train, {validation} validation, {test} sealed rows. Answers: {kind}. Measure: {metric}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that cannot be used: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions in more than one split: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbs</name>
    <message>
        <source>{name}: good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: what you think of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is good or wrong about it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Progress of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreePart</name>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTableModel</name>
    <message>
        <source>Milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a small step of a run took: a prefix, the inputs of all lanes, one token each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WinBar</name>
    <message>
        <source>B wins {wins}, ties {ties}, loses {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the best prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best prompt was written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating the cost …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering the sealed test …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>{what} It was started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on where its log ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window shows everything and changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} – Whet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace: any folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whet {version}: sharpens prompts on your own machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens no connection, sends no telemetry and looks for no updates.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>Colours of the scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
