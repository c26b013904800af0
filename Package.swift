// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target of ours: a warning is an error, `any` is written out, and a
/// name is only usable in a file that imports its module.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "runbookgen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "runbookgen", targets: ["runbookgen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  // Bottom floor first: a target may depend only on targets above it in this list.
  targets: [
    .systemLibrary(
      name: "CCMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CTemplates"),
    .target(name: "CAllocator", linkerSettings: [.linkedLibrary(":libjemalloc_pic.a")]),
    .target(name: "RunbookModel", dependencies: ["CCrypto"], swiftSettings: strict),
    .target(
      name: "RunbookParsing", dependencies: ["RunbookModel", "CCMark", "CYAML"],
      swiftSettings: strict),
    .target(name: "RunbookCommands", dependencies: ["RunbookModel"], swiftSettings: strict),
    .target(
      name: "RunbookChecks", dependencies: ["RunbookModel", "RunbookCommands"],
      swiftSettings: strict),
    .target(
      name: "RunbookRendering",
      dependencies: ["RunbookModel", "RunbookCommands", "RunbookChecks"], swiftSettings: strict),
    .target(
      name: "RunbookBuild",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering",
        "CTemplates", .target(name: "CLinux", condition: .when(platforms: [.linux])),
      ], swiftSettings: strict),
    .target(
      name: "RunbookPublishing",
      dependencies: ["RunbookModel", "RunbookChecks", "RunbookRendering", "RunbookBuild"],
      swiftSettings: strict),
    .target(
      name: "RunbookServing",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering",
        "RunbookBuild",
      ], swiftSettings: strict),
    .target(
      name: "RunbookPreview",
      dependencies: [
        "RunbookModel", "RunbookChecks", "RunbookRendering", "RunbookBuild",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "runbookgen",
      dependencies: [
        "RunbookModel", "RunbookCommands", "RunbookChecks", "RunbookBuild", "RunbookPublishing",
        "RunbookServing", "RunbookPreview",
        .target(name: "CAllocator", condition: .when(platforms: [.linux])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .executableTarget(
      name: "floor", dependencies: ["CCMark"], path: "Benchmarks/Floor", swiftSettings: strict),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookBuild",
      ], path: "Benchmarks/Fuzz", exclude: ["Corpus"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "RunbookModelTests", dependencies: ["RunbookModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RunbookParsingTests", dependencies: ["RunbookModel", "RunbookParsing", "TestSupport"],
      exclude: ["Corpus"],
      swiftSettings: strict),
    .testTarget(
      name: "RunbookCommandsTests",
      dependencies: ["RunbookModel", "RunbookCommands", "TestSupport"],
      exclude: ["Versions"], swiftSettings: strict),
    .testTarget(
      name: "RunbookChecksTests",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RunbookRenderingTests",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering",
        "TestSupport",
      ], exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "RunbookBuildTests",
      dependencies: [
        "RunbookModel", "RunbookParsing", "RunbookChecks", "RunbookRendering", "RunbookBuild",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RunbookServingTests",
      dependencies: [
        "RunbookModel", "RunbookChecks", "RunbookBuild", "RunbookServing", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      // These run the program, which is built with them; linked into them it is not.
      name: "RunbookgenTests", dependencies: ["RunbookModel", "TestSupport"],
      exclude: ["Sites"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
