/// What every script has around the steps. Names begin with `runbook_`, so that those of the page are free.
enum ScriptFrame {
  static let messages = #"""
    # Ends the script: it was called in the wrong way.
    runbook_misused() {
      printf '%s\n' "$1" "Try '$0 --help'." >&2
      exit 64
    }

    # Ends the script.
    runbook_stop() {
      printf '%s\n' "$1" >&2
      exit 1
    }

    # Tells what happens; in a rehearsal as comments between the commands.
    runbook_say() {
      if "$runbook_dry"; then
        printf '%s\n' "${1:+# }$1"
      else
        printf '%s\n' "$1" >&2
      fi
    }

    # Shows commands: those that would run, or those that run now.
    runbook_show() {
      local line
      while IFS= read -r line; do
        if "$runbook_dry"; then
          printf '%s\n' "$line"
        else
          printf '    %s\n' "$line" >&2
        fi
      done
    }
    """#

  static let steps = #"""
    # Begins a step.
    runbook_step() {
      runbook_now=$1
      runbook_say ''
      runbook_say "$2"
    }

    # Whether commands run; in a rehearsal they do not.
    runbook_runs() { ! "$runbook_dry"; }

    # Looks for the programs that a block needs.
    runbook_programs() {
      local name
      for name in "$@"; do
        command -v -- "$name" >/dev/null || runbook_stop "There is no program '$name' here: the wrong place, or something to install."
      done
    }

    # Asks on the terminal, even where the standard input is something else.
    runbook_ask() {
      local answer=''
      if ! { : </dev/tty; } 2>/dev/null; then
        runbook_stop "Nobody can be asked: there is no terminal. $2"
      fi
      printf '%s [y/N] ' "$1" >/dev/tty
      IFS= read -r answer </dev/tty || true
      [[ $answer == [yY] || $answer == [yY][eE][sS] ]] || runbook_stop 'Stopped.'
    }

    # Whether '--yes=STEP' was given for the step that runs.
    runbook_is_confirmed() { [[ " $runbook_confirmed " == *" $runbook_now "* ]]; }

    # A warning of the page.
    runbook_warn() {
      runbook_say "$1"
      if "$runbook_dry" || "$runbook_yes" || runbook_is_confirmed; then return; fi
      runbook_ask 'Go on?' 'With --yes warnings are taken as read.'
    }

    # Commands that destroy something have to be confirmed, each step by itself.
    runbook_destroys() {
      runbook_say "This destroys something: $1"
      if "$runbook_dry" || runbook_is_confirmed; then return; fi
      runbook_ask 'Do it?' "With --yes=$runbook_now this step is confirmed."
    }

    # Finds a step by its number or its name; REPLY is its name.
    runbook_find() {
      local index
      for index in "${!runbook_names[@]}"; do
        REPLY=${runbook_names[index]}
        if [[ $1 == "$REPLY" || $1 == "${runbook_numbers[index]}" ]]; then return; fi
      done
      runbook_misused "There is no step '$1'. There are: ${runbook_names[*]}."
    }

    # Whether a step is among those that were asked for.
    runbook_is_wanted() {
      if [[ -n $runbook_only ]]; then
        [[ " $runbook_only " == *" $1 "* ]]
      elif [[ $1 == "$runbook_from" ]]; then
        runbook_from=''
      else
        [[ -z $runbook_from ]]
      fi
    }

    # Where it went wrong.
    runbook_end() {
      local status=$?
      if ((status != 0 && status != 64)) && [[ -n $runbook_now ]]; then
        printf '%s\n' "Step '$runbook_now' ended with status $status. Once that is mended, go on with --from $runbook_now." >&2
      fi
    }
    """#

  /// What is asked of every value.
  static let values = #"""
    # Values are shown on a terminal, and a hyphen would make an option of them.
    runbook_check_text() {
      local LC_ALL=C
      [[ -n $2 ]] || runbook_misused "--$1 has no value."
      ((${#2} <= 500)) || runbook_misused "--$1 takes at most 500 characters."
      [[ ! ${2//[$'\t\n']/} =~ [[:cntrl:]] ]] || runbook_misused "--$1 holds a control character."
      if [[ $2 == -* && $3 != hyphen ]]; then runbook_misused "--$1 begins with a hyphen: a program would take it for an option."; fi
    }
    """#

  static let match = #"""
    # A value that the page says more of.
    runbook_check_pattern() {
      local LC_ALL=C
      [[ $2 =~ $3 ]] || runbook_misused "--$1 does not fit: it has to match $4."
    }
    """#

  static let choice = #"""
    # One of several values.
    runbook_check_choice() {
      local choice
      for choice in "${@:3}"; do
        if [[ $2 == "$choice" ]]; then return; fi
      done
      runbook_misused "--$1 is one of: ${*:3}."
    }
    """#

  static let limit = #"""
    # Where no quoting holds, a value has to be harmless by itself.
    runbook_check_limit() {
      local LC_ALL=C
      local pattern
      case $3 in
        digits) pattern='^[0-9]+$' ;;
        name) pattern='^[A-Za-z_][A-Za-z0-9_]*$' ;;
        *) pattern='^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*$' ;;
      esac
      [[ $2 =~ $pattern ]] || runbook_misused "--$1 has to match $pattern, as $5."
      [[ -z $4 || $2 != *[$4]* ]] || runbook_misused "--$1 may not hold any of $4, as $5."
    }
    """#

  static let line = #"""
    # A value that is put into lines of a here-document.
    runbook_check_line() {
      [[ $2 != *$'\n'* ]] || runbook_misused "--$1 takes one line."
      local ending
      for ending in "${@:3}"; do
        [[ $2 != "$ending"* && $ending != "$2"* ]] || runbook_misused "--$1 would end a here-document."
      done
    }
    """#

  static let quote = #"""
    # Quotes a value for each shell that reads it, the innermost first; REPLY is the result.
    runbook_quote() {
      local LC_ALL=C
      local text character layer
      local harmless='^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*$'
      REPLY=$1
      for layer in "${@:2}"; do
        if [[ $layer == bare && $REPLY =~ $harmless ]]; then continue; fi
        text=$REPLY
        REPLY=''
        while [[ -n $text ]]; do
          character=${text:0:1}
          text=${text:1}
          case $layer$character in
            bare\' | quoted\' | single\') REPLY+="'\\''" ;;
            double[\"\\\`\$] | backtick-double[\"\\\`\$] | heredoc[\\\`\$] | backtick[\\\`\$] | ansi[\'\\])
              REPLY+=\\$character
              ;;
            double!) REPLY+="\"'!'\"" ;;
            *) REPLY+=$character ;;
          esac
        done
        if [[ $layer == bare || $layer == quoted ]]; then REPLY="'$REPLY'"; fi
      done
    }
    """#

  static let require = #"""
    # A value that is not there yet.
    runbook_require() {
      if "$runbook_dry" || [[ " $runbook_given " == *" $1 "* ]]; then return; fi
      runbook_misused "--$1 is missing."
    }
    """#

  static let askValue = #"""
    # A secret, or a value that an earlier step showed, is asked for when it is needed.
    runbook_require_asked() {
      local value=''
      if "$runbook_dry" || [[ " $runbook_given " == *" $1 "* ]]; then return; fi
      if ! { : </dev/tty; } 2>/dev/null; then runbook_misused "$2 is missing, and there is no terminal to ask for it."; fi
      printf '%s: ' "$1" >/dev/tty
      if [[ $3 == secret ]]; then
        IFS= read -rs value </dev/tty || true
        printf '\n' >/dev/tty
      else
        IFS= read -r value </dev/tty || true
      fi
      runbook_set "$1" "$value"
    }
    """#
}
