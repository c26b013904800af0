// The functions of SHA-256 itself are deprecated in favour of an interface that loads its algorithms
// when it is first used; that would cost every start of the program some milliseconds.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
