/// The words that are no commands where a command could stand (about_Reserved_Words).
enum PowerShellKeyword: String {
  case begin, `break`, `catch`, clean, `continue`, data, `do`, dynamicparam, `else`, elseif, end
  case exit, filter, finally, `for`, foreach, function, `if`, param, process, `return`, `switch`
  case `throw`, trap, `try`, until, using, `while`, `class`, `enum`, configuration, workflow

  enum Kind {
    /// A statement, a block or nothing follows.
    case statement
    /// Something in parentheses follows.
    case condition
    /// A name follows.
    case definition
  }

  var kind: Kind {
    switch self {
    case .begin, .clean, .do, .dynamicparam, .else, .end, .exit, .finally, .process, .return,
      .throw,
      .try:
      .statement
    case .break, .catch, .continue, .data, .elseif, .for, .foreach, .if, .param, .switch, .trap,
      .until, .while:
      .condition
    case .class, .configuration, .enum, .filter, .function, .using, .workflow: .definition
    }
  }
}
