// Functions of Linux that the headers which Swift imports leave out.
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

/// Swaps two files or folders in one step: renameat2(2) with RENAME_EXCHANGE. A static program has
/// nowhere to look the function of the C library up, which is newer than the call.
static inline int swap_paths(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1U << 1);
}

/// flistxattr(2).
static inline ssize_t attribute_names(int descriptor, char *names, size_t size) {
  return flistxattr(descriptor, names, size);
}
