import RunbookCommands

extension Words {
  /// Why no quoting holds, as the end of a sentence.
  func say(_ hazard: ValueHazard) -> String {
    switch hazard {
    case .arithmetic: self[.whyArithmetic]
    case .expansion: self[.whyExpansion]
    case .variableName: self[.whyVariableName]
    case .commandName: self[.whyCommandName]
    case .joined: self[.whyJoined]
    case .program(let name): say(.whyProgram, ["name": name])
    case .unknownText: self[.whyUnknownText]
    case .variable(let name): say(.whyVariable, ["name": name])
    case .crossedQuotes: self[.whyCrossedQuotes]
    case .splitVariable(let name): say(.whySplitVariable, ["name": name])
    case .unknownProgram(let name): say(.whyUnknownProgram, ["name": name])
    case .piped(let name): say(.whyPiped, ["name": name])
    case .unread: self[.whyUnread]
    }
  }
}
