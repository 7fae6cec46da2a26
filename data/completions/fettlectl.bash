# fettlectl.bash: completes the command line of fettlectl, jobs from the shop's file included.
#
# SPDX-License-Identifier: GPL-3.0-or-later

_fettlectl_numbers() {
  # The shop that the line names, if it names one.
  local -a shop=()
  local i
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    [[ ${COMP_WORDS[i]} == --db ]] && shop=(--db "${COMP_WORDS[i + 1]/#\~/$HOME}")
  done
  fettlectl "${shop[@]}" jobs --limit 200 2>/dev/null | cut -f 1
}

_fettlectl_words() {
  case $1 in
    --told-how) echo phone message mail counter ;;
    --requires) echo order visit task none ;;
    --state) echo open due-soon due-today overdue nothing-behind ended kept kept-late broken withdrawn ;;
  esac
}

_fettlectl() {
  local commands='init intake move handover show jobs print board import export backup restore check absence calendar due contact customer cost arrive expect need option measures diagnose measure test part parcel unit'
  commands+=' attention snooze'
  commands+=' ticket phrase'
  commands+=' promise commitment compensation claim'
  commands+=' followup suggestion link leak recheck feedback'
  local stages='received diagnosing waiting-approval waiting-parts repairing checking ready handed-over cancelled'
  local outcomes='repaired partly-repaired no-fault-found not-repairable declined exchanged refunded advised'
  local methods='cash card transfer other'
  local documents='job-sheet label receipt letter ticket queue-day measures day'
  local measures='complaint-rate omission-rate dissatisfaction-rate nps csat reply-rate first-time-fix comeback-30 comeback-90 on-time on-time-revised turnaround-median turnaround-90 turnaround-95 turnaround-net-median turnaround-net-90 turnaround-net-95 parts-fill-rate no-fault-found ageing work-in-progress queue-wait-median'
  local papers='a4 a5 80mm 58mm label'
  local languages='en zh_CN'
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # Bash takes --stage=ready apart.
  [[ $cur == = ]] && cur=''
  [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}

  # The command, and how many words stand after it before the one that is written.
  local command='' place=0 i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --db | --year | --amount | --backing | --category | --commitment | --compensation | --due-from | --fault | --job-kind | --kind | --lead | --range | --requires | --state | --told-at | --told-how | --whom | --working-days | --working-hours | --name | --currency | --timezone | --country | --language | --by | --note | --override | --outcome | --collected-by | \
        --returned | --paid | --method | --stage | --search | --limit | --output | --paper | --from | --to | --deputy | \
        --reason | --for | --until | --customer | --direction | --channel | --text | --owner | --reply-by | --confirmed | --job | --due | --csv | --fix-days | \
        --part-time-counts | --class | --priority | --counter | --day | --situation | --csat | --nps | --days | \
        --kinds | --outcomes | --giver | --same-as | --decision | --how | --as)
        [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
        ((i++))
        ;;
      --json) [[ $command == intake ]] && ((i++)) ;;
      -*) ;;
      *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else ((place++)); fi ;;
    esac
  done

  case $prev in
    --db | --output | --csv)
      compopt -o default
      return
      ;;
    --json)
      if [[ $command == intake ]]; then
        compopt -o default
        return
      fi
      ;;
    --told-how | --requires | --state) COMPREPLY=($(compgen -W "$(_fettlectl_words "$prev")" -- "$cur")) && return ;;
    --outcome)
      [[ $command == claim ]] || COMPREPLY=($(compgen -W "$outcomes" -- "$cur"))
      return
      ;;
    --method) COMPREPLY=($(compgen -W "$methods" -- "$cur")) && return ;;
    --stage) COMPREPLY=($(compgen -W "$stages" -- "$cur")) && return ;;
    --paper) COMPREPLY=($(compgen -W "$papers" -- "$cur")) && return ;;
    --language) COMPREPLY=($(compgen -W "$languages" -- "$cur")) && return ;;
    --returned) COMPREPLY=($(compgen -W all -- "$cur")) && return ;;
    --timezone)
      COMPREPLY=($(compgen -W "$(awk '!/^#/ { print $3 }' /usr/share/zoneinfo/tzdata.zi /usr/share/zoneinfo/zone.tab \
        2>/dev/null | grep /)" -- "$cur"))
      return
      ;;
    --name | --currency | --country | --by | --note | --override | --collected-by | --paid | --search | --limit | --from | --to | --deputy | \
      --reason | --for | --until | --customer | --text | --owner | --reply-by | --confirmed | --job | --due | --fix-days | --class | --priority | \
      --counter | --day) return ;;
    --part-time-counts) COMPREPLY=($(compgen -W 'yes no' -- "$cur")) && return ;;
    --situation) return ;;
    --csat | --nps | --days | --kinds | --outcomes | --giver | --same-as | --decision) return ;;
    --as) COMPREPLY=($(compgen -W 'comeback complaint visit' -- "$cur")) && return ;;
    --how) COMPREPLY=($(compgen -W 'phone message mail counter' -- "$cur")) && return ;;
    --direction) COMPREPLY=($(compgen -W 'in out' -- "$cur")) && return ;;
    --channel)
      [[ $command == followup ]] && COMPREPLY=($(compgen -W 'phone message mail counter' -- "$cur")) && return
      COMPREPLY=($(compgen -W 'call mail letter visit message' -- "$cur")) && return
      ;;
  esac

  if [[ $cur == -* ]]; then
    local options='--db --json'
    case $command in
      '') options+=' --help --version' ;;
      init) options+=' --demo --name --currency --timezone --country --language' ;;
      move) options+=' --by --note --override' ;;
      handover) options+=' --outcome --by --collected-by --returned --paid --method --note --override' ;;
      jobs) options+=' --stage --search --limit' ;;
      print) options+=' --output --paper --language --from --to --situation --by' ;;
      show) options+=' --public' ;;
      board) options+=' --output --public' ;;
      export) options+=' --output' ;;
      ticket) options+=' --class --priority --by --counter --day --waiting --output' ;;
      calendar) options+=' --from --to --year --name' ;;
      due) options+=' --from --to --working-days --working-hours' ;;
      measures) options+=' --from --to --csv --fix-days --part-time-counts' ;;
      promise) options+=' --kind --due --due-from --working-days --working-hours --range --text --owner --deputy --told-how --told-at --requires --backing --commitment --reason --whom --note --by --state --all --category --fault --lead' ;;
      commitment) options+=' --text --kind --working-days --working-hours --compensation --amount --job-kind --category --need --no-need --automatic --no-automatic --all' ;;
      compensation) options+=' --all --by --reason' ;;
      claim) options+=' --all --outcome --by' ;;
      absence) options+=' --from --to --deputy --reason' ;;
      attention) options+=' --for --all' ;;
      snooze) options+=' --until --reason --by' ;;
      contact)
        options+=' --customer --new --direction --channel --text --by --owner --reply-by --confirmed --job --waiting'
        ;;
      customer) options+=' --segment --referral --story --search --text --offer --from --to --limit' ;;
      cost) options+=' --travel --parking --minutes --note --by --customer --limit' ;;
      arrive) options+=' --note --by' ;;
      expect) options+=' --on --reason --by' ;;
      need) options+=' --text --due --owner --by' ;;
      option) options+=' --text --by' ;;
      phrase) options+=' --situation --language --job --by' ;;
      diagnose) options+=' --cause --code --text --intermittent --by' ;;
      measure) options+=' --what --value --when --unit --better --by' ;;
      test) options+=' --name --result --note --by' ;;
      part) options+=' --name --serial-out --serial-in --source --from-stock --not-promised --return-due --condition --note --serial --by' ;;
      parcel) options+=' --carrier --number --direction --content --due --without-device --by' ;;
      unit) options+=' --serial --imei --category --brand --model --batch --sold-on --term-months --term-text' ;;
      followup)
        options+=' --due --all --owner --limit --csat --nps --text --channel --correct --by --days --outcome --kinds --outcomes'
        ;;
      suggestion) options+=' --text --job --giver --same-as --owner --by --decision --how --open --limit' ;;
      link) options+=' --as --none --by' ;;
      recheck) options+=' --by --note' ;;
      feedback) options+=' --to --text --by' ;;
    esac
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi

  case $command:$place in
    :0) COMPREPLY=($(compgen -W "$commands" -- "$cur")) ;;
    move:0 | handover:0 | show:0 | diagnose:0 | measure:0 | test:0 | part:1 | parcel:1 | print:1) COMPREPLY=($(compgen -W "$(_fettlectl_numbers)" -- "$cur")) ;;
    # Handing over is a command of its own.
    move:1) COMPREPLY=($(compgen -W "${stages/ handed-over/}" -- "$cur")) ;;
    print:0) COMPREPLY=($(compgen -W "$documents" -- "$cur")) ;;
    calendar:1) compopt -o default ;;
    calendar:0) COMPREPLY=($(compgen -W 'show hours close open forget holidays import' -- "$cur")) ;;
    contact:0) COMPREPLY=($(compgen -W 'add answer list' -- "$cur")) ;;
    customer:0) COMPREPLY=($(compgen -W 'show set list words word figures jobs' -- "$cur")) ;;
    cost:0) COMPREPLY=($(compgen -W 'add take-back list' -- "$cur")) ;;
    need:0) COMPREPLY=($(compgen -W 'add done list' -- "$cur")) ;;
    phrase:0) COMPREPLY=($(compgen -W 'list check set reset' -- "$cur")) ;;
    followup:0) COMPREPLY=($(compgen -W 'list answer attempt decline line request close rule' -- "$cur")) ;;
    suggestion:0) COMPREPLY=($(compgen -W 'add decide told same list' -- "$cur")) ;;
    cost:1 | link:[01] | leak:0 | recheck:0 | feedback:0 | followup:1)
      COMPREPLY=($(compgen -W "$(_fettlectl_numbers)" -- "$cur"))
      ;;
    option:0) COMPREPLY=($(compgen -W 'offer choose list' -- "$cur")) ;;
    promise:0) COMPREPLY=($(compgen -W 'add revise keep break withdraw link assign list suggest kinds kind' -- "$cur")) ;;
    commitment:0) COMPREPLY=($(compgen -W 'add change list remove' -- "$cur")) ;;
    compensation:0) COMPREPLY=($(compgen -W 'list give waive' -- "$cur")) ;;
    claim:0) COMPREPLY=($(compgen -W 'list end' -- "$cur")) ;;
    promise:1 | compensation:1 | claim:1) COMPREPLY=($(compgen -W "$(_fettlectl_numbers)" -- "$cur")) ;;
    absence:0) COMPREPLY=($(compgen -W 'add list remove' -- "$cur")) ;;
    measures:0) COMPREPLY=($(compgen -W 'jobs rules' -- "$cur")) ;;
    measures:1) COMPREPLY=($(compgen -W "$measures" -- "$cur")) ;;
    import:0) COMPREPLY=($(compgen -W ords -- "$cur")) ;;
    export:0) COMPREPLY=($(compgen -W 'ords events' -- "$cur")) ;;
    ticket:0)
      COMPREPLY=($(compgen -W 'take call recall serve done park return leave greet priority link list report open close' \
        -- "$cur"))
      ;;
    import:* | backup:0 | restore:0) compopt -o default ;;
  esac
}

complete -F _fettlectl fettlectl
