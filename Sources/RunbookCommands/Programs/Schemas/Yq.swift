enum Yq {
  static let entry = ProgramEntry("yq") { _ in program }

  private static let program = Program.shipped(
    .pflag, "two programs have this name: kislyuk/yq 3.1 and mikefarah/yq 4",
    """
    yq [FILTER] [FILE...] {open}
      -i --in-place --inplace {write}
    """)
}
