import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that holds the current input, whatever becomes of the process: it is mapped, so keeping
/// an input costs no call to the system.
final class InputRecord {
  private static let size = 1 << 24
  private let path: String
  private let descriptor: Int32
  private let memory: UnsafeMutableRawPointer
  private var length = 0

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    require(descriptor >= 0 && ftruncate(descriptor, off_t(Self.size)) == 0, "cannot write \(path)")
    let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let memory, memory != MAP_FAILED else { preconditionFailure("cannot map \(path)") }
    self.memory = memory
  }

  /// The file is padded with line ends, which matter to no target.
  func keep(_ input: [UInt8]) {
    let count = min(input.count, Self.size)
    input.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(memory, start, count) }
    }
    if length > count { memset(memory + count, 0x0A, length - count) }
    length = count
  }

  func remove() {
    munmap(memory, Self.size)
    close(descriptor)
    unlink(path)
  }
}
