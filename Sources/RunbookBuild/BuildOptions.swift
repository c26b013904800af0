package import RunbookModel

/// What a command was asked to do, with everything that could differ between two runs written out.
package struct BuildOptions: Sendable {
  /// The folder that holds the configuration, the content and the templates.
  package var project = "."
  /// The configuration file; nil for `runbookgen.yml` in the project folder, if it exists.
  package var config: String?
  /// The day that checks take for today; pages never show it.
  package var today: CalendarDate
  /// Turns warnings into errors.
  package var isStrict = false
  /// The output folder; nil for the configured one.
  package var output: String?
  package var revision: String?
  package var confluence = true
  /// The manifest of what was last pasted into Confluence, for a page of what there is to do since; nil
  /// for no such page. Where no file is, nothing was pasted.
  package var pasted: String?
  /// Whether each page, and the whole wiki, is also written as one file.
  package var bundle = false
  /// Whether pages with `lifecycle: draft` are published.
  package var drafts = false
  /// Whether findings that the baseline beside the configuration knows are left out.
  package var usesBaseline = true
  /// Findings of an earlier state of the site, which are left out too.
  package var earlier = FindingSet()
  /// Pages to report on, as paths from the project folder; empty for all.
  package var paths: [String] = []
  /// What pages, the configuration and files of programs are taken to hold in place of what is on the disk,
  /// by their paths from the project folder.
  package var texts: [String: [UInt8]] = [:]
  /// The file of the program itself: another one may make something else.
  package var program: String?
  package var generator = "runbookgen"
  /// The folder of what this program can make again, where results of earlier builds lie; nil for none.
  package var cache: String?
  /// Whether results of earlier builds are used; they are kept in any case.
  package var usesStore = true
  /// Whether the output that is replaced is kept there, to be made into the next one.
  package var keepsFormerOutput = false
  /// How many pages a site has for which results are kept: fewer are done before a store is opened.
  package var leastStored = 16
  /// Is told how many pages of how many are checked, from several threads; nil for nobody.
  package var onPage: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  package init(today: CalendarDate) { self.today = today }
}
