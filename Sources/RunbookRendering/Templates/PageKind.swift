/// What a page of the output is, by the files that it loads beside those of every page.
enum PageKind {
  case page
  /// One that is, or ends with, a list of pages.
  case list
  /// One that copies pages to Confluence, and the same for what there is to do.
  case copy, toDo

  var styleSheets: [String] {
    switch self {
    case .page: []
    case .list: ["lists.css"]
    case .copy, .toDo: ["confluence.css"]
    }
  }

  /// In the order in which they need each other.
  var scripts: [String] {
    switch self {
    case .page: ["incident.js", "values.js", "commands.js"]
    case .list: ["lists-words.js", "lists.js"] + PageKind.page.scripts
    case .copy: ["confluence.js", "paste-box.js", "addresses.js"]
    case .toDo: PageKind.copy.scripts + ["to-do.js"]
    }
  }
}
