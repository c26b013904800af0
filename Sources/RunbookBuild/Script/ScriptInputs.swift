import RunbookChecks
import RunbookCommands

/// The part of a script that takes values and checks them.
enum ScriptInputs {
  typealias Input = ProcedureScript.Input

  static func option(_ input: Input) -> String {
    input.isSecret ? "$\(secretVariable(input))" : "--\(input.option) VALUE"
  }

  /// Other people of the machine see the arguments of a program.
  static func secretVariable(_ input: Input) -> String {
    "RUNBOOK_" + String(input.option.map { $0 == "-" ? "_" : $0 }).uppercased()
  }

  static func sourceOfValue(_ input: Input) -> String {
    input.isSecret ? "$" + secretVariable(input) : "--" + input.option
  }

  static func summary(_ input: Input) -> String {
    var parts: [String] = []
    if let summary = input.declaration?.summary {
      parts.append(summary.hasSuffix(".") ? summary : summary + ".")
    }
    if !input.choices.isEmpty { parts.append("One of: \(input.choices.joined(separator: ", ")).") }
    if !input.isSecret, let example = input.declaration?.example?.value {
      parts.append("Such as \(example).")
    }
    if input.isSecret {
      parts.append("A secret: a variable of the environment, or asked for.")
    } else if input.isAsked {
      parts.append("Asked for when it is needed.")
    }
    return parts.isEmpty ? "The <\(input.name)> of the page." : parts.joined(separator: " ")
  }

  // MARK: Setting

  /// One place where a value comes in: checked, and quoted for every shell that reads it.
  static func setters(_ inputs: [Input]) -> String {
    var text = "# Takes a value, and checks it.\nrunbook_set() {\n  case $1 in\n"
    for input in inputs {
      text += "    \(input.option))\n"
      for line in checks(input) { text += "      \(line)\n" }
      for form in input.forms {
        guard !form.isEmpty else {
          text += "      \(ScriptFilling.variable(input.option))=$2\n"
          continue
        }
        text += "      runbook_quote \"$2\" \(form.map(\.rawValue).joined(separator: " "))\n"
        text += "      \(ScriptFilling.variable(input.option, form))=$REPLY\n"
      }
      text += "      ;;\n"
    }
    return text
      + "    *) runbook_misused \"There is no value '$1'.\" ;;\n  esac\n  runbook_given+=\" $1\"\n}"
  }

  private static func checks(_ input: Input) -> [String] {
    let takesHyphen = input.declaration?.takesHyphen ?? false
    let quoted = ScriptWriter.quoted
    var lines = ["runbook_check_text \(input.option) \"$2\" \(takesHyphen ? "hyphen" : "none")"]
    if input.choices.isEmpty {
      let example = input.isSecret ? nil : input.declaration?.example?.value
      for pattern in input.patterns {
        // What is said of it is the page's own pattern.
        let hint = pattern + (example.map { ", such as \(ScriptWriter.line($0))" } ?? "")
        lines.append(
          "runbook_check_pattern \(input.option) \"$2\" \(quoted(Pattern.posix(pattern) ?? ""))"
            + " \(quoted(hint))")
      }
    } else {
      lines.append(
        "runbook_check_choice \(input.option) \"$2\" "
          + input.choices.map(quoted).joined(separator: " "))
    }
    for limit in input.limits {
      // A number passes everywhere; a word only where the page says what the input may be.
      let isFree = input.declaration?.isLimited != true
      let kind = limit.limit.kind == .code && isFree ? .digits : limit.limit.kind
      let reason = "\(limit.limit.reason.text) (line \(limit.line))"
      lines.append(
        "runbook_check_limit \(input.option) \"$2\" \(kind.rawValue) \(quoted(limit.limit.excluded)) \(quoted(reason))"
      )
    }
    if input.isOneLine {
      lines.append(
        (["runbook_check_line \(input.option) \"$2\""] + input.endings.map(quoted)).joined(
          separator: " "))
    }
    return lines
  }

  // MARK: Environments

  static func environments(_ inputs: [Input], _ names: [String]) -> String {
    var text =
      "# The values of an environment; those that are given count more.\nrunbook_environment() {\n  case $1 in\n"
    for name in names {
      text += "    \(ScriptWriter.quoted(name)))\n"
      for input in inputs where !input.isSecret {
        guard let value = input.presets.first(where: { $0.environment == name })?.value else {
          continue
        }
        text +=
          "      if [[ \" $runbook_given \" != *\" \(input.option) \"* ]]; then runbook_set \(input.option) \(ScriptWriter.quoted(value)); fi\n"
      }
      text += "      ;;\n"
    }
    let list = ScriptWriter.quoted(
      "There is no environment of this name. There are: \(names.map(ScriptWriter.line).joined(separator: ", "))."
    )
    return text + "    *) runbook_misused \(list) ;;\n  esac\n}"
  }

  // MARK: Arguments

  static func arguments(_ script: ProcedureScript) -> String {
    let open = script.inputs.filter { !$0.isSecret }
    let secrets = script.inputs.filter(\.isSecret)
    let hasEnvironments = !script.environments.isEmpty
    let options = ["from", "only"] + (hasEnvironments ? ["environment"] : []) + open.map(\.option)
    var text = """
      runbook_arguments() {
        local option value\(hasEnvironments ? " environment=''" : "")
        while (($# > 0)); do
          case $1 in
            --help | -h)
              runbook_usage
              exit 0
              ;;
            --dry-run) runbook_dry=true ;;
            --yes) runbook_yes=true ;;
            --yes=*)
              runbook_find "${1#*=}"
              runbook_confirmed+=" $REPLY"
              ;;
            \(options.flatMap { ["--\($0)", "--\($0)=*"] }.joined(separator: " | ")))
              option=${1%%=*}
              if [[ $1 == *=* ]]; then
                value=${1#*=}
              else
                (($# > 1)) || runbook_misused "$1 takes a value."
                value=$2
                shift
              fi
              case $option in
                --from)
                  runbook_find "$value"
                  runbook_from=$REPLY
                  ;;
                --only)
                  runbook_find "$value"
                  runbook_only+=" $REPLY"
                  ;;

      """
    if hasEnvironments { text += "          --environment) environment=$value ;;\n" }
    text +=
      open.isEmpty
      ? "          *) ;;\n" : "          *) runbook_set \"${option#--}\" \"$value\" ;;\n"
    text += """
              esac
              ;;
            *) runbook_misused "There is no option '$1'." ;;
          esac
          shift
        done

      """
    if hasEnvironments {
      text += "  if [[ -n $environment ]]; then runbook_environment \"$environment\"; fi\n"
    }
    for input in secrets {
      let variable = secretVariable(input)
      text +=
        "  if [[ -n ${\(variable):-} ]]; then runbook_set \(input.option) \"$\(variable)\"; fi\n"
    }
    return text + "}"
  }
}

extension ProcedureScript.Input {
  var choices: [String] { declaration?.choices ?? [] }
}
