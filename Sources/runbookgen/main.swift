import RunbookBuild
import RunbookModel

guard let today = CalendarDate(iso: "2026-11-23") else { fatalError() }
var options = BuildOptions(today: today)
if CommandLine.arguments.count > 1 { options.project = CommandLine.arguments[1] }
do {
  let report = try await Pipeline.build(options)
  for diagnostic in report.diagnostics {
    let position = report.sources[diagnostic.range.file]?.position(at: diagnostic.range.bytes.lowerBound)
    print(diagnostic.severity, diagnostic.id, diagnostic.range.file, position?.line ?? 0, position?.column ?? 0, diagnostic.summary)
  }
  print(report.pageCount, report.published as Any)
} catch { print(error) }
