/// What a page of the output is, by the files that it loads beside those of every page.
enum PageKind {
  case page
  /// A page that ends with a list of pages, and one that is nothing else.
  case list, index
  /// The search, and what is not found.
  case search
  /// One that copies pages to Confluence, and the same for what there is to do.
  case copy, toDo

  var styleSheets: [String] {
    switch self {
    case .page, .search: []
    case .list, .index: ["lists.css"]
    case .copy, .toDo: ["confluence.css"]
    }
  }

  /// In the order in which they need each other.
  var scripts: [String] {
    switch self {
    case .page: ["incident.js", "values.js", "commands.js"]
    case .list: PageKind.index.scripts + PageKind.page.scripts
    case .index: ["lists-words.js", "lists.js"]
    case .search: []
    case .copy: ["confluence.js", "paste-box.js", "addresses.js"]
    case .toDo: PageKind.copy.scripts + ["to-do.js"]
    }
  }
}
