import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a target under libFuzzer, which finds new paths by counting edges. The driver is looked up
/// when it is wanted, so that an ordinary build links without it.
enum LibFuzzer {
  private static let current = Mutex<FuzzTarget?>(nil)

  /// False when the program was linked without libFuzzer.
  static func run(_ target: FuzzTarget, _ arguments: [String]) -> Bool {
    typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    typealias Driver =
      @convention(c) (
        UnsafeMutablePointer<Int32>,
        UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        Callback
      ) -> Int32
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "LLVMFuzzerRunDriver") else { return false }
    let driver = unsafeBitCast(symbol, to: Driver.self)
    current.withLock { $0 = target }
    var count = Int32(arguments.count + 1)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: arguments.count + 2)
    for (index, argument) in (["fuzz"] + arguments).enumerated() { list[index] = strdup(argument) }
    list[arguments.count + 1] = nil
    var vector = list
    exit(
      driver(&count, &vector) { start, count in
        LibFuzzer.runOne(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }

  private static func runOne(_ input: [UInt8]) {
    guard let target = current.withLock({ $0 }) else { return }
    let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    defer { semaphore.deallocate() }
    sem_init(semaphore, 0, 0)
    let address = UInt(bitPattern: semaphore)
    Task.detached {
      await target.run(input)
      if let semaphore = UnsafeMutablePointer<sem_t>(bitPattern: address) { sem_post(semaphore) }
    }
    while sem_wait(semaphore) != 0 {}
    sem_destroy(semaphore)
  }
}
