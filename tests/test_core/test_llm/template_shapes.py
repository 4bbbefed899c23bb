"""Chat templates in the shapes of model families that people run, in our own words, with how a question ends.

Each is written for the constructions that its family's template uses: variables that switch thinking, words that do,
marks of channels, macros, typed contents, replaced text, loops that break off.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """`off` and `on` are how a question ends without and with a thought; `system`: whether there is a system role."""

    source: str
    off: str
    on: str
    system: bool = True


_PARTS = (
    "{%- macro text(content) -%}{%- if content is string -%}{{ content }}{%- elif content is iterable -%}"
    "{%- for part in content if part.type == 'text' -%}{{ part.text }}{%- endfor -%}{%- endif -%}{%- endmacro -%}"
)

SHAPES: dict[str, Shape] = {
    "turns with a switch, thoughts cut out of earlier turns": Shape(
        """{%- if tools %}{{ '<|im_start|>system\\n# Tools' + (tools | tojson) }}{% endif %}
{%- set ns = namespace(last=messages | length - 1, looking=true) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages | length - 1) - loop.index0 %}
    {%- if ns.looking and message.role == 'user' and not message.content.startswith('<tool_response>') %}
        {%- set ns.looking = false %}{%- set ns.last = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content if message.content is string else '' %}
    {%- if message.role == 'assistant' and '</think>' in content %}
        {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
    {%- endif %}
    {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}
{%- endif %}""",
        "<|im_start|>assistant\n<think>\n\n</think>\n\n",
        "<|im_start|>assistant\n",
    ),
    "a thought always opened": Shape(
        """{%- if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}
{%- set ns = namespace(system='', first=true) %}
{%- for message in messages if message['role'] == 'system' %}{% set ns.system = message['content'] %}{% endfor %}
{{- bos_token ~ ns.system }}
{%- for message in messages %}
    {%- if message['role'] == 'user' %}{{ '<｜User｜>' + message['content'] }}{%- endif %}
    {%- if message['role'] == 'assistant' and message['content'] is not none %}
        {%- set content = message['content'] %}
        {%- if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}
        {{- '<｜Assistant｜>' + content + eos_token }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<｜Assistant｜><think>\\n' }}{% endif %}""",
        "<｜Assistant｜><think>\n\n</think>\n\n",
        "<｜Assistant｜><think>\n",
    ),
    "a thought opened or only closed": Shape(
        """{%- if not thinking is defined %}{% set thinking = false %}{% endif %}
{%- for m in messages %}
    {%- if m.role == 'system' %}{{ m.content }}{% endif %}
    {%- if m.role == 'user' %}{{ '<｜User｜>' + m.content }}{% endif %}
    {%- if m.role == 'assistant' %}{{ '<｜Assistant｜></think>' + m.content + eos_token }}{% endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<｜Assistant｜>' + ('<think>' if thinking else '</think>') }}{% endif %}""",
        "<｜Assistant｜></think>",
        "<｜Assistant｜><think>",
    ),
    "a word as a switch, replaced in a loop": Shape(
        """{%- set ns = namespace(think=true) -%}
{%- for message in messages -%}
  {%- if message['role'] in ['user', 'system'] -%}
    {%- if '/think' in message['content'] -%}{%- set ns.think = true -%}
    {%- elif '/no_think' in message['content'] -%}{%- set ns.think = false -%}{%- endif -%}
  {%- endif -%}
{%- endfor -%}
{%- set words = messages[0]['content'] if messages[0]['role'] == 'system' else '' -%}
{{- '[10]System\\n' + words.replace('/think', '').replace('/no_think', '').strip() + '\\n\\n' -}}
{%- for message in messages -%}
  {%- if message['role'] == 'user' -%}
    {{- '[11]User\\n' + message['content'].replace('/think', '').replace('/no_think', '').strip() + '\\n' -}}
  {%- elif message['role'] == 'assistant' -%}
    {{- '[11]Assistant\\n' + message['content'].strip() + '\\n[12]\\n' -}}
  {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ '[11]Assistant\\n' + ('<think></think>' if not ns.think else '<think>\\n\\n') }}
{%- endif -%}""",
        "[11]Assistant\n<think></think>",
        "[11]Assistant\n<think>\n\n",
    ),
    "a word as a switch in the system turn alone": Shape(
        """{%- set enable_thinking = true -%}{{ '<|h|>system\\n\\n' -}}
{%- if messages[0].role == 'system' and messages[0].content != '' -%}
    {%- set words = messages[0].content -%}
    {%- if '/no_think' in words -%}
        {%- set words = words.replace('/no_think', '') | trim -%}{%- set enable_thinking = false -%}
    {%- endif -%}
    {{- words + '\\n\\n' -}}
{%- endif -%}
{%- for m in messages if m.role != 'system' -%}
    {%- set said = m.content.split('</think>')[-1].lstrip() if '</think>' in m.content else m.content -%}
    {{- '<|h|>' ~ m.role ~ '\\n\\n' ~ said ~ '<|e|>' -}}
{%- endfor -%}
{{- '<|h|>assistant\\n\\n' -}}{%- if not enable_thinking -%}{{ '<think>\\n\\n</think>\\n\\n' }}{%- endif -%}""",
        "<|h|>assistant\n\n<think>\n\n</think>\n\n",
        "<|h|>assistant\n\n",
    ),
    "tags made of tokens": Shape(
        """{%- macro begin(tag, more='') -%}{{ '<|open|>' + tag + more + '<|sep|>' }}{%- endmacro -%}
{%- macro end(tag) -%}{{ '<|close|>' + tag + '<|sep|>' }}{%- endmacro -%}
{%- if thinking is undefined -%}{%- set thinking = true -%}{%- endif -%}
{%- for m in messages -%}
    {{- begin('message', ' role="' + m.role + '"') -}}
    {%- if m.role == 'assistant' -%}{{ begin('response') + m.content + end('response') }}
    {%- else -%}{{ m.content }}{%- endif -%}
    {{- end('message') -}}
{%- endfor -%}
{{- begin('message', ' role="assistant"') + begin('think' if thinking else 'response') -}}""",
        '<|open|>message role="assistant"<|sep|><|open|>response<|sep|>',
        '<|open|>message role="assistant"<|sep|><|open|>think<|sep|>',
    ),
    "replaced line ends in a loop": Shape(
        """{% for message in messages %}{% if not loop.first %}{{ '\\n' }}{% endif %}{% if message['role'] == 'system' %}{{ message['content'] }}{% elif message['role'] == 'user' %}{{ 'User: ' + message['content'].replace('\\r\\n', '\\n').replace('\\n\\n', '\\n') }}{% elif message['role'] == 'assistant' %}{{ 'Assistant: ' + message['content'].replace('\\r\\n', '\\n') }}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '\\n' + 'Assistant:' }}{% endif %}""",  # noqa: E501 - as such templates are written
        "\nAssistant:",
        "\nAssistant:",
    ),
    "channels with an effort": Shape(
        """{%- macro head() -%}
    {{- 'Knowledge cutoff: 2024-06\\nCurrent date: ' + strftime_now('%Y-%m-%d') + '\\n\\n' }}
    {%- if reasoning_effort is not defined %}{% set reasoning_effort = 'medium' %}{% endif %}
    {{- 'Reasoning: ' + reasoning_effort + '\\n\\n# Valid channels: analysis, commentary, final.' }}
{%- endmacro -%}
{{- '<|start|>system<|message|>' + head() + '<|end|>' }}
{%- if messages[0].role in ['developer', 'system'] %}
    {{- '<|start|>developer<|message|># Instructions\\n\\n' + messages[0].content + '<|end|>' }}
    {%- set messages = messages[1:] %}
{%- endif %}
{%- for message in messages %}
    {%- if message.role == 'assistant' %}
        {{- '<|start|>assistant<|channel|>final<|message|>' + message.content + '<|end|>' }}
    {%- else %}{{ '<|start|>user<|message|>' + message.content + '<|end|>' }}{%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|start|>assistant' }}{% endif %}""",
        "<|start|>assistant<|channel|>final<|message|>",
        "<|start|>assistant",
    ),
    "one channel, thinking on demand": Shape(
        _PARTS
        + """{{ bos_token }}
{%- set on = enable_thinking | default(false) %}
{%- if on or messages[0]['role'] == 'system' %}
    {{- '<|turn>system\\n' + ('<|think|>\\n' if on else '') }}
    {%- if messages[0]['role'] == 'system' %}{{ text(messages[0]['content']) | trim }}{% endif %}
    {{- '<turn|>\\n' }}
{%- endif %}
{%- for message in messages if message['role'] != 'system' %}
    {{- '<|turn>' + ('model' if message['role'] == 'assistant' else message['role']) + '\\n' }}
    {{- text(message['content']) | trim + '<turn|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|turn>model\\n' }}
    {%- if not on %}{{ '<|channel>thought\\n<channel|>' }}{% endif %}
{%- endif %}""",
        "<|turn>model\n<|channel>thought\n<channel|>",
        "<|turn>model\n",
    ),
    "marks around the answer, a switch": Shape(
        _PARTS
        + """{{ bos_token }}{%- if reasoning is not defined %}{% set reasoning = true %}{% endif -%}
<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>{% if messages[0].role == 'system' %}{{ text(messages[0].content) }}{% endif -%}
<|END_OF_TURN_TOKEN|>
{%- for message in messages %}
    {%- if message.role == 'user' -%}
        <|START_OF_TURN_TOKEN|><|USER_TOKEN|>{{ text(message.content) }}<|END_OF_TURN_TOKEN|>
    {%- elif message.role == 'assistant' -%}
        <|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|><|START_RESPONSE|>{{ text(message.content) }}<|END_RESPONSE|><|END_OF_TURN_TOKEN|>
    {%- endif %}
{%- endfor -%}
{%- if add_generation_prompt -%}<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>{% if reasoning %}<|START_THINKING|>{% else %}<|START_THINKING|><|END_THINKING|>{% endif %}{%- endif %}""",  # noqa: E501
        "<|CHATBOT_TOKEN|><|START_THINKING|><|END_THINKING|><|START_RESPONSE|>",
        "<|CHATBOT_TOKEN|><|START_THINKING|>",
    ),
    "marks around the answer, no thoughts": Shape(
        """{{ bos_token }}{% for m in messages %}{% if m.role == 'assistant' %}<|CHATBOT_TOKEN|><|START_RESPONSE|>{{ m.content }}<|END_RESPONSE|>{% else %}<|{{ m.role | upper }}_TOKEN|>{{ m.content }}{% endif %}<|END_OF_TURN_TOKEN|>{% endfor %}{% if add_generation_prompt %}<|CHATBOT_TOKEN|>{% endif %}""",  # noqa: E501
        "<|CHATBOT_TOKEN|><|START_RESPONSE|>",
        "<|CHATBOT_TOKEN|>",
    ),
    "content turns, empty thought at low effort": Shape(
        """{%- set reasoning_effort = reasoning_effort if reasoning_effort is defined else 'high' %}
{%- for m in messages %}{{ '<|begin|>' + m.role + '<|content|>' + m.content + '<|end|>' }}{% endfor %}
{%- if add_generation_prompt %}
    {%- if reasoning_effort in ['low', 'minimal'] %}{{ '<|begin|>assistant<|think|><|end|>' }}{% endif %}
    {{- '<|begin|>assistant' }}
{%- endif %}""",
        "<|begin|>assistant<|think|><|end|><|begin|>assistant<|content|>",
        "<|begin|>assistant",
    ),
    "reasoning in words": Shape(
        """{%- set prompt -%}
    Give your reasoning step by step, then the final
    response after [BEGIN FINAL RESPONSE].
{%- endset -%}
{{- '<|begin_system|>\\n' + prompt + '\\n' }}
{%- for m in messages %}
    {%- if m.role == 'system' %}{{ m.get('content', '') + '\\n' }}
    {%- else %}{{ '<|begin_' + m.role + '|>\\n' + m.content }}{% endif %}
    {%- if loop.last and m.role != 'assistant' %}
        {{- '\\n<|begin_assistant|>\\nHere are my reasoning steps:\\n' }}
    {%- endif %}
{%- endfor %}""",
        "<|begin_assistant|>\nHere are my reasoning steps:\n\n[BEGIN FINAL RESPONSE]\n",
        "<|begin_assistant|>\nHere are my reasoning steps:\n",
    ),
    "a budget of thought": Shape(
        """{%- set open, close = '<seed:think>', '</seed:think>' %}
{%- if not thinking_budget is defined %}{% set thinking_budget = -1 %}{% endif %}
{%- for m in messages %}{{ bos_token + m['role'] + '\\n' + m['content'] | trim + eos_token }}{% endfor %}
{%- if thinking_budget == 0 %}{{ bos_token + 'system\\nThe budget is 0.' + eos_token }}{% endif %}
{%- if add_generation_prompt %}{{ bos_token + 'assistant\\n' }}
    {%- if thinking_budget == 0 %}{{ open + '<seed:cot_budget_reflect>' }}{% endif %}
{%- endif %}""",
        "<s>assistant\n<seed:think><seed:cot_budget_reflect></seed:cot_budget_reflect>\n</seed:think>",
        "<s>assistant\n",
    ),
    "an effort that is checked": Shape(
        """{%- set reasoning_effort = reasoning_effort if reasoning_effort is defined else 'none' %}
{%- if reasoning_effort not in ['none', 'high'] %}{{ raise_exception('effort must be none or high') }}{% endif %}
{{- bos_token }}
{%- for m in messages %}
    {%- if m['role'] == 'system' %}{{ '[SYSTEM_PROMPT]' + m['content'] + '[/SYSTEM_PROMPT]' }}
    {%- elif m['role'] == 'user' %}{{ '[INST]' + m['content'] + '[/INST]' }}
    {%- else %}{{ m['content'] + eos_token }}{% endif %}
{%- endfor %}{# thoughts: [THINK] … [/THINK] #}
{%- if reasoning_effort == 'high' %}{{ '[MODEL_SETTINGS]high[/MODEL_SETTINGS]' }}{% endif %}""",
        "[/INST]",
        "[/INST][MODEL_SETTINGS]high[/MODEL_SETTINGS]",
    ),
    "typed contents only": Shape(
        """{% for m in messages %}{{ '<|' ~ m.role ~ '|>' }}{% for part in m.content %}{% if part['type'] == 'text' %}{{ part['text'] }}{% else %}{{ raise_exception('only text') }}{% endif %}{% endfor %}{{ '<|end|>' }}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}""",  # noqa: E501
        "<|end|><|assistant|>",
        "<|end|><|assistant|>",
    ),
    "no system role, roles in turn": Shape(
        """{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate') }}{% endif %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}""",  # noqa: E501
        "<start_of_turn>model\n",
        "<start_of_turn>model\n",
        system=False,
    ),
    "headers, date and tools": Shape(
        """{{- bos_token }}
{%- if not date_string is defined %}{% set date_string = strftime_now('%d %b %Y') %}{% endif %}
{%- if not tools is defined %}{% set tools = none %}{% endif %}
{%- if messages[0]['role'] == 'system' %}
    {%- set system = messages[0]['content'] | trim %}{% set messages = messages[1:] %}
{%- else %}{% set system = '' %}{% endif %}
{{- '<|start_header_id|>system<|end_header_id|>\\n\\nToday Date: ' + date_string + '\\n\\n' }}
{%- if tools is not none %}{{ 'Environment: ipython\\n' }}{% endif %}
{{- system + '<|eot_id|>' }}
{%- for message in messages %}
    {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' }}
    {{- message['content'] | trim + '<|eot_id|>' }}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}""",
        "<|start_header_id|>assistant<|end_header_id|>\n\n",
        "<|start_header_id|>assistant<|end_header_id|>\n\n",
    ),
    "calls, indents, formats and marked generations": Shape(
        """{%- macro turn(role) -%}{{ '<|%s|>' % role }}{{ caller() }}{{ '{}'.format('<|end|>') }}{%- endmacro -%}
{%- for message in messages -%}
    {%- if message.role == 'nobody' %}{% continue %}{% endif -%}
    {%- call turn(message.role) -%}
        {%- if message.role == 'assistant' -%}{% generation %}{{ message.content }}{% endgeneration %}
        {%- else -%}{{ message.content | indent(2) }}{%- endif -%}
    {%- endcall -%}
    {%- if loop.last %}{% break %}{% endif -%}
{%- endfor -%}
{{- {'a': [1, 'é'], 'b': none} | tojson(indent=2) }}
{%- for key, value in {'x': 1, 'y': 2} | items %}{{ key ~ value }}{{ ', ' if not loop.last }}{% endfor %}
{{- ['b', 'a'] | sort | join('|') ~ (messages | map(attribute='role') | list | unique | join('+')) }}
{%- if add_generation_prompt %}<|assistant|>{% endif %}""",
        "<|assistant|>",
        "<|assistant|>",
    ),
    "a switch beside a word for it": Shape(
        _PARTS
        + """{%- for m in messages %}
{{- '<|' + m.role + '|>\\n' + text(m.content) }}
{%- if m.role == 'user' and enable_thinking is defined and not enable_thinking
    and not text(m.content).endswith('/nothink') %}{{ '/nothink' }}{% endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|assistant|>' }}
{%- if enable_thinking is defined and not enable_thinking %}{{ '\\n<think></think>' }}{% endif %}{% endif %}""",
        "/nothink<|assistant|>\n<think></think>",
        "<|assistant|>",
    ),
    "thoughts as control tokens": Shape(
        """{% for m in messages %}{{ '[|' + m.role + '|]' + m.content }}{% if m.role == 'assistant' %}[|endofturn|]{% endif %}{{ '\n' }}{% endfor %}{% if add_generation_prompt %}{{ '[|assistant|]<thought>\n' }}{% endif %}""",  # noqa: E501
        "[|assistant|]<thought>\n\n</thought>\n\n",
        "[|assistant|]<thought>\n",
    ),
    "a thinking system prompt, thoughts in brackets": Shape(
        """{%- set default = 'First draft your thinking process: [THINK]thoughts[/THINK]Answer here.' %}
{{- bos_token }}
{%- if messages[0]['role'] != 'system' %}{{ '[SYSTEM_PROMPT]' + default + '[/SYSTEM_PROMPT]' }}{% endif %}
{%- for m in messages %}
    {%- if m['role'] == 'system' %}{{ '[SYSTEM_PROMPT]' + m['content'] + '[/SYSTEM_PROMPT]' }}
    {%- elif m['role'] == 'user' %}{{ '[INST]' + m['content'] + '[/INST]' }}
    {%- else %}{{ m['content'] + eos_token }}{% endif %}
{%- endfor %}""",
        "[/INST]",
        "[/INST]",
    ),
}
