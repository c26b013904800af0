// Functions of Linux that the headers which Swift imports leave out.
//
// No header that defines a type: Swift would take `stat` or `timespec` to be defined by this module or by
// the C library's, depending on which it saw first, and refuse their members to files that import only
// the other.
#include <stddef.h>
#include <sys/syscall.h>

extern long syscall(long number, ...);
extern long flistxattr(int descriptor, char *names, size_t size);

/// Swaps two files or folders in one step: renameat2(2) with RENAME_EXCHANGE. A static program has
/// nowhere to look the function of the C library up, which is newer than the call.
static inline int swap_paths(const char *left, const char *right) {
  const int here = -100;  // AT_FDCWD
  return (int)syscall(SYS_renameat2, here, left, here, right, 1U << 1);
}

/// flistxattr(2).
static inline long attribute_names(int descriptor, char *names, size_t size) {
  return flistxattr(descriptor, names, size);
}

extern int pipe2(int *ends, int flags);

/// pipe2(2): in one step, as another thread may start a program at any time.
static inline int open_pipe(int *ends, int flags) {
  return pipe2(ends, flags);
}

extern int posix_spawn_file_actions_addchdir_np(void *actions, const char *folder);

/// posix_spawn_file_actions_addchdir_np(3): a program begins in a folder of its own.
static inline int spawn_in_folder(void *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}
