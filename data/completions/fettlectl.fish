# fettlectl.fish: completes the command line of fettlectl in fish, jobs from the shop's file included.
#
# SPDX-License-Identifier: GPL-3.0-or-later

set -l commands init intake move handover show jobs print board import export backup restore check absence calendar due contact customer cost arrive expect need option measures diagnose measure test part parcel unit
set -a commands attention snooze
set -a commands ticket phrase
set -a commands promise commitment compensation claim
set -a commands followup suggestion link leak recheck feedback
set -l stages received diagnosing waiting-approval waiting-parts repairing checking ready handed-over cancelled
set -l outcomes repaired partly-repaired no-fault-found not-repairable declined exchanged refunded advised

# The words of the line that are no options, the program's name left out.
function __fettlectl_words
    set -l valued --db --year --working-days --working-hours --name --currency --timezone --country --language --by --note --override --outcome --collected-by \
        --returned --paid --method --stage --search --limit --output --paper --from --to --deputy --reason --customer --direction --channel --text --owner --reply-by --confirmed --job --due --csv --fix-days --part-time-counts
    set -a valued --for --until
    set -a valued --class --priority --counter --day
    set -a valued --situation \
        --cause --code --what --value --when --unit --better --result --serial-out --serial-in --source \
        --return-due --condition --serial --carrier --number --content --imei --category --brand --model \
        --batch --sold-on --term-months --term-text
    set -a valued --amount --backing --commitment --compensation --due-from --fault --job-kind --kind --lead --range --requires --state --told-at --told-how --whom
    set -a valued --csat --nps --days --kinds --outcomes --giver --same-as --decision --how --as
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $word $valued
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the command is one of these and N words stand after it.
function __fettlectl_at
    set -l words (__fettlectl_words)
    test (count $words) = (math $argv[1] + 1); and contains -- $words[1] $argv[2..-1]
end

function __fettlectl_in
    set -l words (__fettlectl_words)
    contains -- "$words[1]" $argv
end

function __fettlectl_numbers
    set -l line (commandline -opc)
    set -l shop
    if set -l at (contains -i -- --db $line)
        set shop --db (string replace -r '^~' $HOME -- $line[(math $at + 1)])
    end
    fettlectl $shop jobs --limit 200 2>/dev/null | string replace -r '^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*).*' '$1\t$2, $3, $4'
end

complete -c fettlectl -f
complete -c fettlectl -l db -r -F -d 'The shop’s file'
complete -c fettlectl -n 'not __fettlectl_in intake' -l json -d 'Print JSON Lines'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -s h -l help -d 'List the commands'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -l version -d 'Print the version'

complete -c fettlectl -n 'test -z (__fettlectl_words)' -a init -d 'Make a shop’s file'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a intake -d 'Take a job in'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a move -d 'Move a job to another stage'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a handover -d 'Hand a device over'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a show -d 'Show a job with its timeline and promises'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a jobs -d 'List jobs, the newest first'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a print -d 'Draw a document'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a board -d 'Draw or list the board'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a import -d 'Read Open Repair Data into the history'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a export -d 'Write all jobs as Open Repair Data, or all events'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a measures -d 'How the shop did, with the jobs behind each figure'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a backup -d 'Write a verified copy of the shop’s file'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a restore -d 'Put a backup in the place of the shop’s file'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a check -d 'Compute every job anew and compare'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a calendar -d 'Show or change when the shop is open'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a due -d 'When something is due in working time'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a promise -d 'Promise something to a customer and keep it'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a commitment -d 'What the shop publishes and holds itself to'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a compensation -d 'What is owed to customers'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a claim -d 'Claims on who made a commitment break'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a absence -d 'Say who is away, and who stands in'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a attention -d 'List everything that waits for somebody here'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a snooze -d 'Put something of that list off'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a ticket -d 'The queue at the counter'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a contact -d 'What was said, and what waits for an answer'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a customer -d 'What customers are, and how they heard of the shop'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a cost -d 'What it cost a customer to come'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a arrive -d 'A device that was expected is here'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a expect -d 'A device comes on another day'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a need -d 'What must be ready when a device comes'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a option -d 'What was offered, and what was chosen'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a phrase -d 'What to say, and what not to'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a diagnose -d 'Say what is at fault'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a measure -d 'Write down a reading'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a test -d 'Write down how a test of the device went'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a part -d 'Change a part, send one ahead, or find parts by serial'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a parcel -d 'Write down a parcel that is sent or has arrived'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a unit -d 'Show a unit, or write down what is known of it'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a followup -d 'Ask how it went, and keep a line open'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a suggestion -d 'What people would have us do better'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a link -d 'Say that a job is about an earlier one'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a leak -d 'Show the four no-leaks of a job'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a recheck -d 'Check the work of another person again'
complete -c fettlectl -n 'test -z (__fettlectl_words)' -a feedback -d 'Tell those who can learn from a job'

complete -c fettlectl -n '__fettlectl_at 0 move handover show diagnose measure test' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 1 print' -k -a '(__fettlectl_numbers)'
# Handing over is a command of its own.
complete -c fettlectl -n '__fettlectl_at 1 move' -k -a "$(string match -v handed-over $stages)"
complete -c fettlectl -n '__fettlectl_at 0 print' -a 'job-sheet label receipt letter ticket queue-day measures day'
complete -c fettlectl -n '__fettlectl_at 1 part parcel' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 0 part' -a 'order fit send returned list'
complete -c fettlectl -n '__fettlectl_at 0 parcel' -a 'send arrive list'
complete -c fettlectl -n '__fettlectl_at 0 unit' -a 'show add set'
complete -c fettlectl -n '__fettlectl_at 0 import export' -a ords
complete -c fettlectl -n '__fettlectl_at 0 export' -a events
complete -c fettlectl -n '__fettlectl_at 0 measures' -a 'jobs rules'
complete -c fettlectl -n '__fettlectl_at 1 measures' -a 'complaint-rate omission-rate dissatisfaction-rate nps csat reply-rate first-time-fix comeback-30 comeback-90 on-time on-time-revised turnaround-median turnaround-90 turnaround-95 turnaround-net-median turnaround-net-90 turnaround-net-95 parts-fill-rate no-fault-found ageing work-in-progress queue-wait-median'
complete -c fettlectl -n '__fettlectl_at 1 calendar' -F
complete -c fettlectl -n '__fettlectl_at 0 calendar' -a 'show hours close open forget holidays import'
complete -c fettlectl -n '__fettlectl_at 0 ticket' -a 'take call recall serve done park return leave greet priority link list report open close'
complete -c fettlectl -n '__fettlectl_at 0 promise' -a 'add revise keep break withdraw link assign list suggest kinds kind'
complete -c fettlectl -n '__fettlectl_at 0 commitment' -a 'add change list remove'
complete -c fettlectl -n '__fettlectl_at 0 compensation' -a 'list give waive'
complete -c fettlectl -n '__fettlectl_at 0 claim' -a 'list end'
complete -c fettlectl -n '__fettlectl_at 1 promise compensation claim' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 0 absence' -a 'add list remove'
complete -c fettlectl -n '__fettlectl_at 0 contact' -a 'add answer list'
complete -c fettlectl -n '__fettlectl_at 0 customer' -a 'show set list words word figures jobs'
complete -c fettlectl -n '__fettlectl_at 0 cost' -a 'add take-back list'
complete -c fettlectl -n '__fettlectl_at 0 need' -a 'add done list'
complete -c fettlectl -n '__fettlectl_at 0 phrase' -a 'list check set reset'
complete -c fettlectl -n '__fettlectl_at 0 option' -a 'offer choose list'
complete -c fettlectl -n '__fettlectl_at 0 followup' -a 'list answer attempt decline line request close rule'
complete -c fettlectl -n '__fettlectl_at 0 suggestion' -a 'add decide told same list'
complete -c fettlectl -n '__fettlectl_at 0 link leak recheck feedback' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 1 link followup' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 0 arrive' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 0 expect' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_at 1 contact cost need option' -k -a '(__fettlectl_numbers)'
complete -c fettlectl -n '__fettlectl_in import; and not __fettlectl_at 0 import' -F
complete -c fettlectl -n '__fettlectl_at 0 backup restore' -F

complete -c fettlectl -n '__fettlectl_in init' -l demo -d 'Fill it with invented work'
complete -c fettlectl -n '__fettlectl_in init' -l name -x -d 'Name of the shop'
complete -c fettlectl -n '__fettlectl_in init' -l currency -x -d 'Three letters'
complete -c fettlectl -n '__fettlectl_in init' -l timezone -x -d 'Such as Europe/Berlin'
complete -c fettlectl -n '__fettlectl_in init' -l country -x -d 'Two letters of ISO 3166'
complete -c fettlectl -n '__fettlectl_in init print phrase' -l language -x -a 'en zh_CN' -d 'Language'
complete -c fettlectl -n '__fettlectl_in intake' -l json -r -F -d 'Where the job is, - for standard input'
complete -c fettlectl -n '__fettlectl_in move handover' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in move handover' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in move handover' -l override -x -d 'Why a rule is passed over'
complete -c fettlectl -n '__fettlectl_in handover' -l outcome -x -a "$outcomes" -d 'What came of it'
complete -c fettlectl -n '__fettlectl_in handover' -l collected-by -x -d 'Who takes it'
complete -c fettlectl -n '__fettlectl_in handover' -l returned -x -a all -d 'What goes back'
complete -c fettlectl -n '__fettlectl_in handover' -l paid -x -d 'In the shop’s currency'
complete -c fettlectl -n '__fettlectl_in handover' -l method -x -a 'cash card transfer other' -d 'How it was paid'
complete -c fettlectl -n '__fettlectl_in jobs' -l stage -x -a "$stages" -d 'Only in this one'
complete -c fettlectl -n '__fettlectl_in jobs' -l search -x -d 'Any piece of anything'
complete -c fettlectl -n '__fettlectl_in jobs' -l limit -x -d 'How many at the most'
complete -c fettlectl -n '__fettlectl_in print board export ticket' -l output -r -F -d 'Where to'
complete -c fettlectl -n '__fettlectl_in print' -l paper -x -a 'a4 a5 80mm 58mm label' -d 'To draw it for'
complete -c fettlectl -n '__fettlectl_in board' -l public -d 'Only what any customer may see'
complete -c fettlectl -n '__fettlectl_in show' -l public -d 'Only what its customer may read'
complete -c fettlectl -n '__fettlectl_in measures print' -l from -x -d 'First day'
complete -c fettlectl -n '__fettlectl_in measures print' -l to -x -d 'Last day'
complete -c fettlectl -n '__fettlectl_in measures' -l csv -r -F -d 'Into a table'
complete -c fettlectl -n '__fettlectl_in measures' -l fix-days -x -d 'Right the first time within'
complete -c fettlectl -n '__fettlectl_in measures' -l part-time-counts -x -a 'yes no' -d 'In the net turnaround'
complete -c fettlectl -n '__fettlectl_in absence' -l from -x -d 'First day'
complete -c fettlectl -n '__fettlectl_in absence' -l to -x -d 'Last day'
complete -c fettlectl -n '__fettlectl_in absence' -l deputy -x -d 'Who stands in'
complete -c fettlectl -n '__fettlectl_in absence' -l reason -x -d 'Why'
complete -c fettlectl -n '__fettlectl_in calendar' -l from -x -d 'First day'
complete -c fettlectl -n '__fettlectl_in calendar' -l to -x -d 'Last day'
complete -c fettlectl -n '__fettlectl_in calendar' -l year -x -d 'A whole year'
complete -c fettlectl -n '__fettlectl_in calendar' -l name -x -d 'Why'
complete -c fettlectl -n '__fettlectl_in due' -l from -x -d 'Promised at'
complete -c fettlectl -n '__fettlectl_in due' -l to -x -d 'Count until'
complete -c fettlectl -n '__fettlectl_in due' -l working-days -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in due' -l working-hours -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in contact need option' -l text -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in contact arrive expect need option phrase print' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in contact need' -l owner -x -d 'Who sees to it'
complete -c fettlectl -n '__fettlectl_in contact' -l customer -x -d 'Name or phone'
complete -c fettlectl -n '__fettlectl_in contact' -l new -d 'Somebody not known yet'
complete -c fettlectl -n '__fettlectl_in contact' -l direction -x -a 'in out' -d 'Who turned to whom'
complete -c fettlectl -n '__fettlectl_in contact' -l channel -x -a 'call mail letter visit message' -d 'How'
complete -c fettlectl -n '__fettlectl_in contact' -l reply-by -x -a none -d 'Until when it is answered'
complete -c fettlectl -n '__fettlectl_in contact' -l confirmed -x -d 'phone, email, address'
complete -c fettlectl -n '__fettlectl_in contact phrase' -l job -x -k -a '(__fettlectl_numbers)' -d 'Of one job'
complete -c fettlectl -n '__fettlectl_in customer' -l segment -x -d 'What they are'
complete -c fettlectl -n '__fettlectl_in customer' -l referral -x -d 'How they heard of the shop'
complete -c fettlectl -n '__fettlectl_in customer' -l story -x -d 'Theirs'
complete -c fettlectl -n '__fettlectl_in customer' -l search -x -d 'Words'
complete -c fettlectl -n '__fettlectl_in customer' -l text -x -d 'Another name of the word'
complete -c fettlectl -n '__fettlectl_in customer' -l offer -x -a 'yes no' -d 'Whether it is offered'
complete -c fettlectl -n '__fettlectl_in customer' -l from -x -d 'First day'
complete -c fettlectl -n '__fettlectl_in customer' -l to -x -d 'Last day'
complete -c fettlectl -n '__fettlectl_in customer cost' -l limit -x -d 'How many at the most'
complete -c fettlectl -n '__fettlectl_in cost' -l travel -x -d 'The way'
complete -c fettlectl -n '__fettlectl_in cost' -l parking -x -d 'Parking'
complete -c fettlectl -n '__fettlectl_in cost' -l minutes -x -d 'Of their time'
complete -c fettlectl -n '__fettlectl_in cost' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in cost' -l by -x -d 'Who notes it'
complete -c fettlectl -n '__fettlectl_in cost' -l customer -x -d 'Name or phone'
complete -c fettlectl -n '__fettlectl_in contact' -l waiting -d 'Only what waits for an answer'
complete -c fettlectl -n '__fettlectl_in need' -l due -x -d 'Until when'
complete -c fettlectl -n '__fettlectl_in arrive' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in expect' -l on -x -d 'Time, day or unknown'
complete -c fettlectl -n '__fettlectl_in expect' -l reason -x -d 'Why'
complete -c fettlectl -n '__fettlectl_in attention' -l for -x -d 'Whose'
complete -c fettlectl -n '__fettlectl_in attention' -l all -d 'With what was put off'
complete -c fettlectl -n '__fettlectl_in snooze' -l until -x -d 'When it comes back'
complete -c fettlectl -n '__fettlectl_in snooze' -l reason -x -d 'Why'
complete -c fettlectl -n '__fettlectl_in snooze' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in ticket' -l class -x -d 'Letter of the list'
complete -c fettlectl -n '__fettlectl_in ticket' -l priority -x -d 'Why it goes first'
complete -c fettlectl -n '__fettlectl_in ticket' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in ticket' -l counter -x -d 'Name of the counter'
complete -c fettlectl -n '__fettlectl_in ticket' -l day -x -d 'Another day'
complete -c fettlectl -n '__fettlectl_in ticket' -l waiting -d 'Only who waits'
complete -c fettlectl -n '__fettlectl_in phrase print' -l situation -x -d 'Only this one'
complete -c fettlectl -n '__fettlectl_in diagnose' -l cause -x -d 'What is at fault'
complete -c fettlectl -n '__fettlectl_in diagnose' -l code -x -d 'That the device gives'
complete -c fettlectl -n '__fettlectl_in diagnose' -l text -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in diagnose' -l intermittent -d 'The fault comes and goes'
complete -c fettlectl -n '__fettlectl_in diagnose' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in measure' -l what -x -d 'Was measured'
complete -c fettlectl -n '__fettlectl_in measure' -l value -x -d 'How much'
complete -c fettlectl -n '__fettlectl_in measure' -l when -x -a 'in out' -d 'As it came or before it goes back'
complete -c fettlectl -n '__fettlectl_in measure' -l unit -x -d 'Such as h'
complete -c fettlectl -n '__fettlectl_in measure' -l better -x -a 'higher lower' -d 'Which is better'
complete -c fettlectl -n '__fettlectl_in measure' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in test' -l name -x -a 'soak hand-over final' -d 'Of the test'
complete -c fettlectl -n '__fettlectl_in test' -l result -x -a 'passed failed' -d 'How it went'
complete -c fettlectl -n '__fettlectl_in test' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in test' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in part' -l name -x -d 'What it is'
complete -c fettlectl -n '__fettlectl_in part' -l serial-out -x -d 'Of the old one'
complete -c fettlectl -n '__fettlectl_in part' -l serial-in -x -d 'Of the new one'
complete -c fettlectl -n '__fettlectl_in part' -l source -x -d 'Where it came from'
complete -c fettlectl -n '__fettlectl_in part' -l from-stock -d 'It was at hand'
complete -c fettlectl -n '__fettlectl_in part' -l not-promised -d 'Not what was promised'
complete -c fettlectl -n '__fettlectl_in part' -l return-due -x -d 'Of the old one'
complete -c fettlectl -n '__fettlectl_in part' -l condition -x -a 'faulty not-faulty' -d 'Of what came back'
complete -c fettlectl -n '__fettlectl_in part' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in part' -l serial -x -d 'Of a part or a device'
complete -c fettlectl -n '__fettlectl_in part' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in parcel' -l carrier -x -d 'Who carries it'
complete -c fettlectl -n '__fettlectl_in parcel' -l number -x -d 'Of the parcel'
complete -c fettlectl -n '__fettlectl_in parcel' -l direction -x -a 'in out' -d 'To the shop or from it'
complete -c fettlectl -n '__fettlectl_in parcel' -l content -x -d 'What is in it'
complete -c fettlectl -n '__fettlectl_in parcel' -l due -x -d 'Until when'
complete -c fettlectl -n '__fettlectl_in parcel' -l without-device -d 'The device is not in it'
complete -c fettlectl -n '__fettlectl_in parcel' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in unit' -l serial -x -d 'Serial number'
complete -c fettlectl -n '__fettlectl_in unit' -l imei -x -d '15 digits'
complete -c fettlectl -n '__fettlectl_in unit' -l category -x -d 'What it is'
complete -c fettlectl -n '__fettlectl_in unit' -l brand -x -d 'Of the maker'
complete -c fettlectl -n '__fettlectl_in unit' -l model -x -d 'Of the brand'
complete -c fettlectl -n '__fettlectl_in unit' -l batch -x -d 'Of the maker'
complete -c fettlectl -n '__fettlectl_in unit' -l sold-on -x -d 'Day of sale'
complete -c fettlectl -n '__fettlectl_in unit' -l term-months -x -d 'How long'
complete -c fettlectl -n '__fettlectl_in unit' -l term-text -x -d 'What the term is of'
complete -c fettlectl -n '__fettlectl_in promise' -l kind -x -a 'ready call-back part visit delivery reply' -d 'What kind'
complete -c fettlectl -n '__fettlectl_in promise' -l due -x -d 'Until when'
complete -c fettlectl -n '__fettlectl_in promise' -l due-from -x -d 'Near end of a range'
complete -c fettlectl -n '__fettlectl_in promise' -l working-days -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in promise' -l working-hours -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in promise' -l range -x -d 'Such as 3-6'
complete -c fettlectl -n '__fettlectl_in promise' -l text -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in promise' -l owner -x -d 'Who keeps it'
complete -c fettlectl -n '__fettlectl_in promise' -l deputy -x -d 'Who stands in'
complete -c fettlectl -n '__fettlectl_in promise' -l told-how -x -a 'phone message mail counter' -d 'How the customer was told'
complete -c fettlectl -n '__fettlectl_in promise' -l told-at -x -d 'When'
complete -c fettlectl -n '__fettlectl_in promise' -l requires -x -a 'order visit task none' -d 'What must stand behind it'
complete -c fettlectl -n '__fettlectl_in promise' -l backing -x -d 'What stands behind it'
complete -c fettlectl -n '__fettlectl_in promise' -l lead -x -d 'Minutes before it is due'
complete -c fettlectl -n '__fettlectl_in promise' -l commitment -x -d 'A published one'
complete -c fettlectl -n '__fettlectl_in promise' -l reason -x -a 'ours part customer carrier system' -d 'Why'
complete -c fettlectl -n '__fettlectl_in promise' -l whom -x -d 'Name of who caused it'
complete -c fettlectl -n '__fettlectl_in promise' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in promise' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in promise' -l state -x -a 'open due-soon due-today overdue nothing-behind ended kept kept-late broken withdrawn' -d 'Only those'
complete -c fettlectl -n '__fettlectl_in promise' -l all -d 'What has ended, too'
complete -c fettlectl -n '__fettlectl_in promise' -l category -x -d 'Of the device'
complete -c fettlectl -n '__fettlectl_in promise' -l fault -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in commitment' -l text -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in commitment' -l kind -x -a 'ready call-back part visit delivery reply' -d 'What kind'
complete -c fettlectl -n '__fettlectl_in commitment' -l working-days -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in commitment' -l working-hours -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in commitment' -l compensation -x -d 'What is given'
complete -c fettlectl -n '__fettlectl_in commitment' -l amount -x -d 'In money'
complete -c fettlectl -n '__fettlectl_in commitment' -l job-kind -x -a 'repair setup guidance exchange return visit mail-in enquiry complaint recall' -d 'Kinds of job'
complete -c fettlectl -n '__fettlectl_in commitment' -l category -x -d 'Of the device'
complete -c fettlectl -n '__fettlectl_in commitment' -l need -d 'Only who named a day'
complete -c fettlectl -n '__fettlectl_in commitment' -l no-need -d 'Not only who named a day'
complete -c fettlectl -n '__fettlectl_in commitment' -l no-automatic -d 'Only where it is chosen'
complete -c fettlectl -n '__fettlectl_in commitment' -l automatic -d 'With every such job'
complete -c fettlectl -n '__fettlectl_in commitment' -l all -d 'What has ended, too'
complete -c fettlectl -n '__fettlectl_in compensation' -l all -d 'What has ended, too'
complete -c fettlectl -n '__fettlectl_in compensation' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in compensation' -l reason -x -d 'Why'
complete -c fettlectl -n '__fettlectl_in claim' -l all -d 'What has ended, too'
complete -c fettlectl -n '__fettlectl_in claim' -l outcome -x -d 'What came of it'
complete -c fettlectl -n '__fettlectl_in claim' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in followup suggestion link recheck feedback' -l by -x -d 'Who does it'
complete -c fettlectl -n '__fettlectl_in followup suggestion feedback' -l text -x -d 'In words'
complete -c fettlectl -n '__fettlectl_in followup suggestion' -l owner -x -d 'Who sees to it'
complete -c fettlectl -n '__fettlectl_in followup suggestion' -l limit -x -d 'How many at the most'
complete -c fettlectl -n '__fettlectl_in followup' -l due -d 'Due today; of a request: until when'
complete -c fettlectl -n '__fettlectl_in followup' -l all -d 'Those that ended, too'
complete -c fettlectl -n '__fettlectl_in followup' -l csat -x -a '1 2 3 4 5' -d 'Satisfaction'
complete -c fettlectl -n '__fettlectl_in followup' -l nps -x -d 'Would recommend us, 0 to 10'
complete -c fettlectl -n '__fettlectl_in followup' -l channel -x -a 'phone message mail counter' -d 'How'
complete -c fettlectl -n '__fettlectl_in followup' -l correct -d 'Put an answer right'
complete -c fettlectl -n '__fettlectl_in followup' -l days -x -d 'How many'
complete -c fettlectl -n '__fettlectl_in followup' -l outcome -x -d 'What came of it'
complete -c fettlectl -n '__fettlectl_in followup' -l kinds -x -d 'Of which jobs'
complete -c fettlectl -n '__fettlectl_in followup' -l outcomes -x -d 'After which outcomes'
complete -c fettlectl -n '__fettlectl_in suggestion' -l job -x -d 'Given with a job'
complete -c fettlectl -n '__fettlectl_in suggestion' -l giver -x -d 'Who gave it'
complete -c fettlectl -n '__fettlectl_in suggestion' -l same-as -x -d 'One that says the same'
complete -c fettlectl -n '__fettlectl_in suggestion' -l decision -x -d 'What is done about it'
complete -c fettlectl -n '__fettlectl_in suggestion' -l how -x -a 'phone message mail counter' -d 'How they were told'
complete -c fettlectl -n '__fettlectl_in suggestion' -l open -d 'Only those to be told'
complete -c fettlectl -n '__fettlectl_in link' -l as -x -a 'comeback complaint visit' -d 'How'
complete -c fettlectl -n '__fettlectl_in link' -l none -d 'Take the link away'
complete -c fettlectl -n '__fettlectl_in recheck' -l note -x -d 'A word on it'
complete -c fettlectl -n '__fettlectl_in feedback' -l to -x -a 'design production operations' -d 'Who learns from it'
