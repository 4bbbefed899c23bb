"""Messages of customers: who should answer them, how urgent they are, and the numbers, names and amounts in them."""

import random

from whet_world.kinds import Draw, Family, Kind, Situation, expand
from whet_world.words import CITIES, FIRST_NAMES, LAST_NAMES, PRODUCTS

LABELS = ("billing", "delivery", "returns", "technical", "account", "general")
BODIES: dict[str, tuple[str, ...]] = {
    "billing": (
        "I was [charged|billed] twice for [the|my] {thing}.",
        "The [invoice|bill] for the {thing} is [wrong|too high|not correct].",
        "[Why is|Why was] my [credit card|card|bank account] charged {amount}?",
        "[Please|Kindly] [send|mail] me the [invoice|bill|receipt] [for|of] the {thing}.",
        "The price of {amount} on the [invoice|bill] is [not the one|higher than] [promised|in the shop].",
        "My payment [of {amount}|for the {thing}] [did not go through|was refused|failed].",
        "[Can|May] I pay [the {thing}|the bill] [in two parts|later|by bank transfer]?",
        "You [took|charged] {amount} too much from my [card|bank account].",
        "There is a [wrong|strange] [fee|charge] [of {amount}|] on my [bill|invoice].",
        "[I need|We need] a corrected [invoice|bill] for the {thing}.",
        "I was charged for [a|the] {thing} that I never [bought|ordered].",
        "[Please|Kindly] explain the [fee|charge] of {amount} on my [bill|invoice].",
        "[Did you get|Have you received] my payment [of {amount}|for the {thing}]?",
        "I [paid|have paid] the [bill|invoice] [twice|two times] by mistake.",
        "[Is|Was] the [tax|discount] on the [invoice|bill] for the {thing} right?",
        "The [discount|voucher] [is missing|was not counted] on the [bill|invoice].",
        "My [credit card|bank card] was [refused|charged twice] when I paid for the {thing}.",
        "[Which|What] bank account do I pay the {amount} to?",
        "[Where|How] can I [see|download] my [invoices|bills]?",
        "I [got|received] a [payment reminder|second bill] although I paid {amount}.",
        "[I have|There is] a [question|problem] about [my|the] [bill|invoice|payment|receipt].",
        "[It is|This is] about [a|the] [payment|bill|invoice|fee] of {amount}.",
        "[The|My] [payment|bank transfer] of {amount} [was refused|failed|is not booked].",
        "[Why|For what] do I [pay|have to pay] {amount}[ for the {thing}|]?",
        "[My|The] [receipt|invoice|bill] for the {thing} [is missing|never came|has the wrong price].",
        "[Can|Could] you [correct|check|explain] [my|the] [bill|invoice|fee|charge]?",
        "You [charged|billed] [me|my card] {amount} [for nothing|by mistake|again].",
        "The {thing} [cost|costs] {amount} in the shop, but the [bill|invoice] says [more|another price].",
        "[When|How] do I have to pay [the bill|the invoice|for the {thing}]?",
        "[The|My] [discount|voucher] of {amount} is [missing|not on the invoice].",
        "[I paid|We paid] {amount} for the {thing}, but [there is|I have] no [receipt|invoice].",
        "[Do I|Must I] pay [tax|a fee|extra] for the {thing}?",
        "[Can|May] I pay [with my credit card|by card|by bank transfer]?",
        "[The|Your] [invoice|bill] [shows|has] [a wrong tax|a strange charge|the wrong amount].",
        "[Payment|Invoice|Bill|Credit card]: [a question|a problem|please check|something is wrong].",
        "[I want|We want] to [pay|change] by [credit card|bank transfer|invoice] [from now on|next time].",
        "[The|A] [fee|charge|price] of {amount} [is too high|is wrong|surprised me].",
        "[My|The] bank [refused|returned] the payment for the {thing}.",
        "[Please|Kindly] [check|correct] the [price|tax|amount] on my [invoice|bill].",
        "I [never|did not] [bought|order] anything, but my card was charged {amount}.",
    ),
    "delivery": (
        "[Where is|When will I get] my {thing}? [The parcel|The package] [has not arrived|is late].",
        "The [parcel|package] [with the {thing}|] [never|has not] [arrived|come].",
        "The [courier|driver] [left|dropped] the {thing} at the wrong [address|door].",
        "[How long|How many days] does [shipping|delivery] to {city} take?",
        "My {thing} was [shipped|sent] to {city} [instead of|and not to] my [new|] address.",
        "The [shipment|delivery] of the {thing} is [delayed|late|overdue].",
        "[Can|Could] you [ship|deliver] the {thing} to {city}?",
        "The [tracking page|tracking] [says|shows] the parcel is [lost|still in {city}].",
        "[I waited|We waited] all day for the [courier|delivery][ of the {thing}|].",
        "[Please|Kindly] [ship|deliver] the {thing} [a week later|to my neighbor].",
        "[My|The] parcel with the {thing} is [lost|stuck] in {city}.",
        "[Is|Has] the {thing} [shipped|sent] [yet|already]?",
        "The [delivery|shipment] [date|day] for the {thing} has [passed|changed].",
        "The [driver|courier] did not [ring|find my address] and took the parcel back.",
        "[Please|Kindly] change the delivery address to {city}.",
        "The package [came|arrived] without the {thing}.",
        "[When|On which day] will the [parcel|package|shipment] [arrive|be delivered]?",
        "[How much|What] does [shipping|delivery] to {city} cost?",
        "The [parcel|package] [was left|lay] in the rain by the [courier|driver].",
        "The {thing} should have [arrived|been delivered] [a week ago|on Monday] in {city}.",
        "[I have|There is] a [question|problem] about [my|the] [parcel|package|delivery|shipment].",
        "[It is|This is] about [a|the] [parcel|shipment|delivery] [to {city}|with the {thing}].",
        "[The|My] [parcel|package|shipment] is [late|lost|delayed|still in {city}].",
        "[When|On which day] does the [courier|driver|package] [come|arrive]?",
        "[The|A] [courier|driver] [lost|dropped|forgot] [my|the] [parcel|package].",
        "[Can|Could] you [track|find] [my|the] [parcel|package|shipment]?",
        "[I am|We are] still waiting for [the|my] {thing}, [the delivery|the parcel] is [late|overdue].",
        "[Shipping|Delivery] to {city} [takes too long|is late again|has not started].",
        "[The|My] {thing} [has not arrived|never arrived|did not come][ in {city}|].",
        "[Please|Kindly] [deliver|ship|send] the {thing} to {city}[ and not to my old address|].",
        "[Is|Where is] the [courier|driver] with [my|the] {thing}?",
        "[The|My] [package|parcel] was [opened|damaged|wet] when it [came|arrived].",
        "[Parcel|Delivery|Shipping|Tracking]: [a question|a problem|please check|something is wrong].",
        "[How|Where] can I [track|follow] [my|the] [parcel|shipment|delivery]?",
        "[The|Your] [driver|courier] [left|put] the [parcel|package] [outside|at the wrong door|with a neighbor].",
        "[Does|Will] the [parcel|shipment|delivery] [arrive|come] [this week|before Friday|on time]?",
        "[Nobody|I] was [at home|there] when the [courier|driver] came with the {thing}.",
        "[The|My] shipment [was sent|went] to {city}, [why|that is wrong].",
        "[Tracking|The tracking page] [does not show|has no news of] my [parcel|package].",
        "[I ordered|We ordered] the {thing} weeks ago and [no parcel|nothing] has arrived.",
    ),
    "returns": (
        "I [want|would like] to [return|send back] the {thing}.",
        "How [can|do] I [return|send back|exchange] [the|my] {thing}?",
        "The {thing} [is too small|is the wrong color|does not fit], I want [a refund|to exchange it].",
        "[Please|Kindly] [send|give] me a return label for the {thing}.",
        "I [sent back|returned] the {thing} [last week|in May] and [want|expect] my [refund|money back].",
        "[Can|May] I [exchange|swap] the {thing} for [another|a larger] one?",
        "[Until when|How long] can I [return|send back] [the|a] {thing}?",
        "I changed my mind and [want to give|will give] the {thing} back.",
        "[When|How] do I get my money back for the returned {thing}?",
        "[The|My] return of the {thing} [was refused|was not accepted].",
        "The {thing} is [not what I wanted|the wrong one]; how do I return it?",
        "[Please|Kindly] [exchange|replace] the {thing}[ for a smaller one|], it does not fit.",
        "[Who|Which side] pays when I [return|send back] the {thing}?",
        "I [want|need] my money back for the {thing}, I will [return|send] it.",
        "[Can|May] I return [a|the] used {thing}?",
        "My [refund|money back] for the {thing} [has not come|is too small].",
        "The return label for the {thing} [is missing|cannot be printed].",
        "[To which address|Where] do I [return|send back] the {thing}?",
        "[Please|Kindly] take back the {thing}, it is [too large|the wrong size].",
        "I [returned|sent back] two [things|parcels], but got a refund for one {thing}.",
        "[I have|There is] a [question|problem] about [my|the] [return|refund|exchange].",
        "[It is|This is] about [a|the] [return|refund|exchange] of [a|the] {thing}.",
        "[I want|We want|I would like] to [return|exchange|give back] [the|my] {thing}.",
        "[The|My] [refund|money back] is [late|missing|too small].",
        "[Can|May] I [return|exchange|give back] [the|my] {thing} [in a shop|in {city}|after a month]?",
        "[How|When] do I get [a refund|my money back|my refund]?",
        "[The|This] {thing} [does not fit|is too large|is the wrong size], [please take it back|I return it].",
        "[Please|Kindly] [exchange|swap|replace] the {thing} for [another color|a smaller one|a new one].",
        "[I am|We are] sending back the {thing}[ and want a refund|].",
        "[Where is|I need] [a|the] return label[ for the {thing}|].",
        "[Return|Refund|Exchange|Return label]: [a question|a problem|please check|something is wrong].",
        "[I do not want|We do not need] the {thing} [any more|after all], [how do I return it|please take it back].",
        "[You|The shop] [got|have] the {thing} back, [where is|but I have no] [refund|money].",
        "[Is|Can] the {thing} [returnable|be returned|be exchanged]?",
        "[The|My] {thing} [was returned|went back] [last week|in May], [no refund|no money back] [so far|yet].",
        "[Do I|Must I] [return|send back] the {thing} in [its box|the old box]?",
        "[Who|Where] do I give the {thing} back[ to|]?",
        "[I bought|We got] the wrong {thing} and [want|need] to [exchange|return|swap] it.",
        "[An|One] exchange, please: [a larger|a smaller|another] {thing}.",
        "[Print|Send] me a [return label|return form] for the {thing}, please.",
    ),
    "technical": (
        "The {thing} does not [turn on|switch on|start|charge].",
        "The [app|website|screen] [crashes|freezes|shows an error] when I [open it|use the {thing}].",
        "My {thing} [shows|gives] [an error|error 12|a red light].",
        "How do I [install|set up|update|connect] the {thing}?",
        "The {thing} [does not work|shows an error|freezes][ since the update| again|].",
        "The [software|update] of the {thing} [fails|hangs|does not install].",
        "The {thing} [loses|cannot find] the [wireless|network] connection.",
        "[After the update|Since yesterday] the {thing} [does not respond|is very slow|restarts].",
        "The [battery|button|display] of the {thing} [is broken|does not work].",
        "[Can|Could] somebody help me [update|connect|install|set up] the {thing}?",
        "The {thing} [stopped working|makes a strange noise|gets too hot].",
        "[Can|Could] somebody help me [repair|reset|configure] the {thing}?",
        "The {thing} [makes a noise|gets hot] and then [stops|switches off].",
        "[After|Since] the update the {thing} [freezes|crashes|shows an error].",
        "The [app|website] does not [open|start|respond] on my {thing}.",
        "How can I [reset|restart|repair] the {thing}?",
        "The {thing} [will not|does not] [start|charge|connect] [any more|again].",
        "The {thing} [switches off|turns off|restarts] by itself.",
        "The [display|screen|button] of my {thing} [is dark|freezes|is broken].",
        "[I see|There is] an error [message|code] on the {thing}.",
        "The {thing} [cannot be|is not] [updated|installed|connected].",
        "The [software|app] for the {thing} [is slow|crashes|hangs].",
        "[I have|There is] a [technical|software|battery] [question|problem] with the {thing}.",
        "[It is|This is] about [an error|a fault|a defect] of the {thing}.",
        "[The|My] {thing} [freezes|crashes|hangs|restarts] [again|all the time|every hour].",
        "[How|Where] do I [update|install|reset] the [software|app][ of the {thing}|]?",
        "[The|My] {thing} [is broken|is defective|does not work|stopped working].",
        "[The|This] [app|software|website] [shows|gives] [an error|error 7|a strange message].",
        "[The|My] {thing} does not [connect|start|respond|charge] [any more|since the update].",
        "[After|Since] [the update|yesterday] [the app|my {thing}] [crashes|is slow|freezes].",
        "[Can|Could] you help me [connect|repair|restart] [my|the] {thing}?",
        "[The|A] [button|screen|battery|cable] of the {thing} [is broken|is defective|gets hot].",
        "[Error|Update|Software|Battery]: [a question|a problem with the {thing}|the {thing} does not work].",
        "[The|My] {thing} [turns|switches] off [after a minute|at once|again and again].",
        "[What|Which error] does the [red light|message|error code] on the {thing} mean?",
        "[The|My] {thing} [has no|lost the] [network|wireless|connection|sound].",
        "[I|We] cannot [install|update|connect|set up] the {thing}.",
        "[The|My] [screen|display] [stays dark|is black|freezes] when I [start|use] the {thing}.",
        "[Is|Is there] [an update|new software|a repair] for the {thing}?",
        "[The|My] {thing} [makes|made] a [strange|loud] noise and [stopped|does not start].",
        "[The|Your] website [is slow|crashes|shows an error] [today|on my {thing}].",
        "[Please|Kindly] [repair|fix] [my|the] {thing}, it [does not work|is broken|has a fault].",
    ),
    "account": (
        "I [forgot|lost] my password[ and need a new one|].",
        "I cannot [log in|sign in] [to my account|any more|with my password].",
        "[Please|Kindly] [delete|close] my [account|profile|user account].",
        "How [can|do] I change [my password|my email address|my user name|my login]?",
        "My [account|profile|login] is [locked|blocked].",
        "[Somebody|Someone] [hacked|used] my [account|login|profile].",
        "I [did not get|never got] the email to [confirm|activate] my account.",
        "[Can|May] I have two [accounts|profiles|logins] with one email address?",
        "The [login|sign in|password] page [refuses|does not accept] my user name.",
        "[Please|Kindly] change the [name|email address] [in|of] my [profile|account] to {name}.",
        "[Please|Kindly] [reset|change] my password.",
        "My [login|password] does not work [any more|since Monday].",
        "I want to [delete|close|change] my [account|profile].",
        "The [email address|name] in my [account|profile] is wrong.",
        "[How|Where] do I [open|create] [an account|a user account]?",
        "[Why|Since when] is my [account|login] [locked|blocked]?",
        "I [get|got] no email to reset [my|the] password.",
        "I [cannot|could not] [log in|sign in] from {city}.",
        "[Someone|Somebody] changed [the password of my account|my user name].",
        "[Please|Kindly] [unlock|confirm] my [account|profile|login].",
        "[I have|There is] a [question|problem] about [my|the] [account|login|password|profile].",
        "[It is|This is] about my [account|login|password|user name|profile].",
        "[My|The] [account|login|profile] is [locked|blocked|gone|closed].",
        "[I|We] cannot [log in|sign in|open my account|change my password].",
        "[The|My] password [is wrong|does not work|was changed|is refused].",
        "[How|Where] do I [change|reset|find] my [password|user name|login]?",
        "[Please|Kindly] [close|delete|unlock|activate] [my|the] [account|profile|user account].",
        "[Can|Could] you [unlock|delete|reset] my [account|login|password]?",
        "[My|The] [user name|email address] [in the account|of my profile|for the login] is [wrong|old|not mine].",
        "[I want|I would like] [a new password|another user name|a second account|to delete my profile].",
        "[Account|Login|Password|Profile]: [a question|a problem|please check|something is wrong].",
        "[Someone|Somebody|A stranger] [knows|has] my [password|login].",
        "[I|We] [forgot|lost] [the|my] [user name|login|password].",
        "[Why|Since when] [can I not log in|is my password wrong|is my profile empty]?",
        "[The|Your] email to [confirm|activate|unlock] my [account|profile|login] [never came|is missing].",
        "[May|Can] I [change|use another] [user name|email address] for my [account|login]?",
        "[My|The] name in the [profile|account] should be {name}.",
        "[Sign in|The login] [fails|does not work|refuses my password].",
        "[Please|Kindly] [send|mail] me a new password[ for my account|].",
        "[Open|Create] [an account|a profile|a login] for me, please.",
    ),
    "general": (
        "[When|At what time] does your [shop|store|office] in {city} [open|close]?",
        "[Do you have|Is there] a [shop|store|branch] in {city}?",
        "[Where|In which street] is your [shop|store|office] in {city}?",
        "[Thank you|Thanks] for the [friendly|kind|good] [advice|service] in {city}!",
        "[When|At what time] can I [visit|come to] your [shop|store|office] in {city}[ on Sunday|]?",
        "[Is|Are] your [shop|store] in {city} open on [Sunday|Saturday|holidays]?",
        "I [want|would like] to [talk|speak] to the [manager|press office].",
        "[Do you sell|Do you have] gift cards[ in {city}|]?",
        "[Who|Which person] is the [head|director] of your company?",
        "[Is there|Do you have] [another|a second] [shop|store|office] [near|around] {city}?",
        "[Can|May] I [visit|see] your [factory|showroom] in {city}?",
        "[Do you offer|Are there] [jobs|internships] [at your company|in {city}]?",
        "[Is|Are] your [store|shop|office] in {city} [closed|open] [today|on Monday|in May]?",
        "[How|Where] do I [find|reach] your [office|store|shop] in {city}?",
        "I [like|love] your [shop|store|service] in {city}, [thank you|thanks]!",
        "[Who|Which person] can I [talk|speak] to [in your company|at your office]?",
        "[Do you have|Are there] [jobs|gift cards|internships] at your [shop|store]?",
        "[When|At what time] do you [open|close] on [Saturday|Sunday]?",
        "[May|Can] our [school|class|group] [visit|see] your [factory|office|store]?",
        "[Thanks|Thank you] [to the team|to the manager] of your [store|shop]!",
        "[Is|Will] there [be|] a new [store|branch|shop] in {city}?",
        "[Does|Will] your [shop|store] in {city} [open|close] [earlier|later] [in summer|on holidays]?",
        "[I have|There is] a [general question|question] about your [shop|store|company|office].",
        "[It is|This is] about your [shop|store|office|showroom] in {city}.",
        "[Is|Are] your [store|shop|office] [open|closed] [tomorrow|on holidays|at noon]?",
        "[When|Until when] is [the|your] [shop|store|office] [open|closed][ in {city}|]?",
        "[Do you|Does your company] have [jobs|internships|gift cards|a shop in {city}]?",
        "[Thanks|Thank you] for [the|your] [good|kind|friendly] [service|advice|help][ in your shop|]!",
        "[Where|How] do I find [the|your] [shop|store|office|showroom]?",
        "[Can|May] I [talk|speak] to [your manager|the director|the head] of the [store|shop|company]?",
        "[I love|We like] [your|the] [store|shop|company|service][ in {city}|]!",
        "[Which|What] are the opening hours of your [shop|store|office]?",
        "[Shop|Store|Jobs|Opening hours]: [a question|please tell me more|when and where].",
        "[Will|Does] your company [open|close] [a shop|a store|an office] in {city}?",
        "[I would like|I want] to [work|do an internship] [for you|at your company|in your shop].",
        "[How old|How large] is your [company|shop|factory]?",
        "[Can|May] [we|our class] visit [the|your] [factory|showroom|company]?",
        "[Is|Are] there [gift cards|jobs|a cafe] [in|at] your [store|shop] in {city}?",
        "[The|Your] [manager|team|staff] in {city} [is|was] so [friendly|kind|helpful], [thank you|thanks]!",
        "[Who|Which person] [runs|leads|owns] [the|your] [company|shop|store]?",
        "[Are|Is] [the|your] [shop|showroom|office] in {city} [near|far from] the station?",
        "[Please|Kindly] tell me the [opening hours|address] of your [shop|store|office].",
    ),
}  # fmt: skip
NOUNS = {
    "order-number": "order", "invoice-number": "invoice", "booking-number": "booking", "ticket-number": "ticket",
    "customer-number": "customer", "tracking-number": "tracking", "contract-number": "contract",
    "policy-number": "policy", "serial-number": "serial", "case-number": "case",
}  # fmt: skip
MENTIONS = (
    "[My|The] {noun} number is {id}.",
    "[{Noun} number|{Noun} no.|{Noun}]: {id}.",
    "It is about {noun} {id}.",
    "({noun} number {id})",
    "The {noun} number I have is {id}.",
    "[See|Look at|Please check] {noun} number {id}.",
    "{Noun} no. {id}[.|, please.]",
    "[I have|You gave me] the {noun} number {id}.",
    "[For|About|Regarding] {noun} {id}:",
    "[Here is|This is] the {noun} number: {id}",
    "{id} is [my|the] {noun} number.",
    "{Noun} [number|no.] {id}, [please|as you know].",
    "[I mean|I speak of|I write about] {noun} {id}.",
    "[On|In] {noun} {id}[, please|].",
    "[You find|You have] it [under|in] {noun} number {id}.",
    "[Just|Only] for {noun} {id}.",
    "[The|My] {noun} [is|was] {id}.",
    "[My|The] {noun} has the number {id}.",
    "{Noun} = {id}.",
    "[Under|With] the {noun} number {id}.",
    "My {noun} number should be {id}, [I think|I believe].",
    "[The number|The no.] of [my|the] {noun} is {id}.",
    "[I quote|I give you] the {noun} number: {id}.",
    "{id} ({noun} number)",
    "[According to|By] your mail the {noun} number is {id}.",
    "[Note|Write down] {noun} number {id}, [please|will you].",
    "The {noun}, number {id}, [is meant|is the one].",
    "[As|For] {noun} number I got {id}.",
    "[Find|Look up] {noun} {id}[, please|].",
    "[Your|The] {noun} number {id} [is on the paper|was in the letter].",
    "{Noun} number, [as asked|as you wanted]: {id}.",
    "[We|You] called it {noun} number {id}.",
    "{Noun} with the number {id}.",
    "[It says|There stands] {noun} number {id} [here|on it].",
    "[On the paper|In the letter] stands {noun} number {id}.",
    "Number of the {noun}: {id}[.|]",
    "{noun} {id}",
    "{noun} number: {id}",
    "[Check|Open] the {noun} with number {id}.",
    "[Somebody gave me|They sent me] {noun} number {id}.",
)
URGENT = (
    "[Please|You must] [answer|reply|help] [immediately|at once|right now|today]!",
    "[This is|It is] [urgent|very urgent|an emergency].",
    "[I need|We need] [help|an answer] [today|right now|within the hour|as soon as possible].",
    "[It cannot|This cannot] wait.",
    "[Hurry|Hurry up|Be quick], please!",
)
RELAXED = (
    "[There is|It is] no [hurry|rush].",
    "[Take your time|Whenever you have time].",
    "[An answer next week|A reply some day] is fine.",
    "[It is|This is] not [urgent|important].",
)
GREETINGS = (
    "Hello,",
    "Hi,",
    "Good morning,",
    "Dear team,",
    "Hello, this is {name}.",
    "My name is {name}.",
    "Hi there,",
)
ENDINGS = ("Regards, {name}", "Best wishes, {name}", "Thanks, {name}", "Yours, {name}", "{name}")
_ABOUT = "the message"
_VAGUE = (
    "[Look at|Read|Take|Handle|Use] the [message|mail|text].",
    "[Tell me|Say|Write] something about the [message|customer|case].",
    "[What|What is this] [is it|message is it] about?",
    "[Find|Get|Pull out] [a detail|the details|the facts|something][ in the message|].",
    "[Sort|File|Group|Help with] the [message|mail].",
    "[Which|What] [detail|number|matter] [is it|matters|is in the message]?",
)
_LIST = (
    "[billing, delivery, returns, technical, account or general|general, account, technical, returns, delivery or "
    "billing|technical, billing, account, delivery, general or returns|delivery, returns, billing, account, "
    "technical or general|returns, general, billing, technical, delivery or account]"
)
_NAMES = (
    "[billing, delivery, returns, technical, account, general|account, billing, delivery, general, returns, technical]"
)
TOPIC = Kind(
    "topic",
    _ABOUT,
    (
        f"the [topic|category|team|department] of the message: {_LIST}",
        f"the [topic|category|label|class], {_LIST}",
        f"the [team|department] for the message ({_NAMES})",
        f"one of the [labels|topics|words] {_LIST}",
        "the [topic|category] of the message",
        f"which of {_LIST} the message is about",
    ),
    (
        f"[Classify|Sort|Label|Route|Assign] the message[ as| to|:] {_LIST}.",
        f"[Which|What] [team|department] should [answer|get|handle] [the message|it]? [Choose|Pick|Take] {_LIST}.",
        f"[Route|Send|Forward] the message to [a team|the right team|one team]: {_NAMES}.",
        f"[Is it|Is this|Is the message] about {_LIST}?",
        f"[Choose|Pick|Select] [one|the best] [label|category|topic] [from|of]: {_NAMES}.",
        f"[What|Which topic] is [the message|it] about? [Answer|Reply|Say] {_LIST}.",
        f"[The categories|The labels|The teams] are {_NAMES}. [Which one fits|Which is right|Pick one]?",
        f"[Categories|Labels|Teams]: {_NAMES}. [Give|Write|Name] the one [that fits|for the message].",
        f"[Put|Sort] the [customer's message|mail] into {_LIST}.",
        f"[Decide|Say|Tell me] who [answers|gets] it: {_LIST}.",
    ),
    (
        "[Answer|Reply|Respond] with [one word|the label|the team] only.",
        "[One word|Only the label|Just one word], [nothing else|no explanation].",
        f"[Use|Write] [exactly one|one] of [the words|these labels]: {_NAMES}.",
        "[Small|Lower case] letters, one word.",
    ),
    _VAGUE,
    (
        "[Invoices|Bills|Payments] [are|mean] billing[, parcels delivery|].",
        "[Passwords|Logins] belong to account.",
        "[Errors|Broken things|Faults] are technical.",
        "[Opening hours|Praise|Shops] [are|is] general.",
    ),
    LABELS,
)
URGENCY = Kind(
    "urgency",
    _ABOUT,
    (
        "the urgency of the message, urgent or normal",
        "whether the message is urgent or normal",
        "the [urgency|priority], [urgent or normal|normal or urgent]",
    ),
    (
        "Is the [message|matter] [urgent or normal|normal or urgent]?",
        "[Classify|Label|Mark|Rate] the message as [urgent or normal|normal or urgent].",
        "[Write|Answer|Say] urgent if the [customer|message] [cannot wait|is in a hurry][,| and] normal [if not].",
        "[How urgent is it|Can it wait|What priority has it]? [Answer|Reply] urgent or normal.",
        "[Sort|Put] the message into urgent or normal.",
    ),
    ("[Answer|Reply] with [one word|urgent or normal][ only|].", "[Only|Just] the [label|word], nothing else."),
    _VAGUE,
    (
        "[Words like|Look for] immediately, today[,|] or at once.",
        "[Without|If there is no] [such a word|hurry], it is normal.",
    ),
    ("urgent", "normal"),
)
NAME = Kind(
    "customer-name",
    _ABOUT,
    (
        "the name of the customer",
        "the customer's [full|] name",
        "the name of the [writer|sender]",
        "who wrote the message",
    ),
    (
        "[Who|Which person] [wrote|sent] [it|the message]?",
        "[Extract|Copy|Find] the [name|full name] [of the customer|of the sender|from the message].",
        "[What is|Tell me] the [customer|sender] called?",
    ),
    ("[Answer|Reply] with the name[ only|].", "[Only|Just] the [full|] name, [nothing else|no other words]."),
    _VAGUE,
    ("[First|The first] and last name.", "[The name|It] [stands|is] at the beginning or the end."),
)
AMOUNT = Kind(
    "amount",
    _ABOUT,
    ("the amount of money[ in the message|]", "the amount", "the sum of money", "the sum[ that is named|]"),
    (
        "How much money [is it|is named|is mentioned]?",
        "[Extract|Copy|Find] the [amount|sum][ of money|] [from|in] the message.",
        "[Which|What] [amount|sum] does the [customer|message] [name|mention]?",
    ),
    ("[Answer|Reply] with the number[ only|].", "[Only|Just] the number, [no currency|without currency]."),
    _VAGUE,
    ("[Leave out|Drop] the currency.", "[It|The amount] has two digits after the point."),
)


def _number(name: str, noun: str) -> Kind:
    return Kind(
        name,
        _ABOUT,
        (
            f"the {noun} number[ in the message| of the customer| that is mentioned|]",
            f"the number of the {noun}",
            f"the {noun} number, exactly as [written|it is]",
            f"the customer's {noun} number",
            f"the {noun} [no.|ID|code]",
        ),
        (
            f"[Extract|Copy|Find|Pick out|Get] the {noun} number[ from the message| in the text|].",
            f"[What is|Which is|Tell me] the {noun} number[ in the message| of the customer|]?",
            f"[Which|What] {noun} number does the [customer|message|writer] [mention|give|name]?",
            f"[Which|What] {noun} is it about? [Give|Write|Copy] its number.",
            f"[I need|We need] the {noun} number[ from this message|, please|].",
            f"[Look for|Search for|Search] the {noun} number[ in the message|] and [copy|write|return] it.",
            f"[Read|Take] the message and [copy|write down] the number of the {noun}.",
            f"[{noun.capitalize()} number|{noun.capitalize()} no.][?|, please.| only.]",
            f"[Return|Output|Print] [just|only|] the {noun} [number|ID][ from the text|].",
        ),
        (
            "[Answer|Reply|Respond] with the number[ only|].",
            "[Only|Just] the number, [nothing else|no other words|no explanation].",
            "[Copy|Write] it [exactly|as it is|as written].",
        ),
        _VAGUE,
        (
            "[There may be|The text may have] other numbers[; leave them out|].",
            "[Letters|Hyphens] [belong to|are part of] the number.",
            f"It [stands|is] [after|behind|next to] the word {noun}.",
        ),
    )


NUMBERS = tuple(_number(name, noun) for name, noun in NOUNS.items())


def situation(draw: Draw) -> Situation:
    """A message with up to three numbers, an amount, a name and a word on urgency."""
    rng = draw.rng
    topic = rng.choice(LABELS)
    answers = {"topic": topic, "urgency": "normal"}
    name = f"{draw.pick(FIRST_NAMES)} {draw.pick(LAST_NAMES)}"
    amount = f"{rng.randint(1, 480)}.{rng.choice((0, 5, 9)) * 10 + rng.choice((0, 5, 9)):02} [euros|dollars|pounds]"
    values = {"thing": draw.pick(PRODUCTS), "city": draw.pick(CITIES), "name": name, "amount": amount}
    parts = [draw.pick(BODIES[topic])]
    for kind in rng.sample(list(NOUNS), rng.choice((0, 1, 1, 2, 2, 2, 3))):
        answers[kind] = code(rng)
        noun = NOUNS[kind]
        mention = draw.pick(MENTIONS).replace("{noun}", noun).replace("{Noun}", noun.capitalize())
        parts.insert(rng.randint(0, len(parts)), mention.replace("{id}", answers[kind]))
    chance = rng.random()
    if chance < 0.25:
        parts.insert(rng.choice((0, len(parts))), rng.choice(URGENT))
        answers["urgency"] = "urgent"
    elif chance < 0.35:
        parts.append(rng.choice(RELAXED))
    chance = rng.random()
    if chance < 0.25:
        parts.insert(0, rng.choice(GREETINGS))
    elif chance < 0.45:
        parts.append(rng.choice(ENDINGS))
    text = " ".join(expand(part, rng) for part in parts)
    for slot, value in values.items():
        text = text.replace(f"{{{slot}}}", expand(value, rng))
    sum_of_money = amount.partition(" ")[0]
    if sum_of_money in text.split():
        answers["amount"] = sum_of_money
    if name in text:
        answers["customer-name"] = name
    return Situation(text, answers)


def code(rng: random.Random) -> str:
    """A number as shops give them: digits, with letters or hyphens."""
    letters = "ABCDEFGHKLMNPRSTUVWXYZ"
    shape = rng.choice(("L-ddddd", "dddddd", "ddd-ddd", "LLdddd", "Ldd-ddd", "dddd", "LL-dddd", "ddddddd"))
    return "".join(
        rng.choice(letters) if mark == "L" else rng.choice("0123456789") if mark == "d" else mark for mark in shape
    )


FAMILY = Family(
    "support",
    situation,
    (TOPIC, URGENCY, NAME, AMOUNT, *NUMBERS),
    (
        "[Thank you|Thanks] for your message[! We will get back to you|, we have received it].",
        "[This|The text] is a message from a customer.",
        "[What|What exactly] [should I do|would you like me to do] with the message?",
        "[I am sorry|We are sorry] to hear [that|this].",
        "[I am not sure|It is unclear] what [you want|is wanted] here.",
        "[Somebody|A customer] has written to us and waits for help.",
        "[Please|Could you] tell me more about the task.",
        "[Sure|Okay], I have read the [message|text].",
    ),
)
