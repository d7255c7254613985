// Memory for password hashes that stays with its thread. libsodium maps Argon2id's 19 MiB anew for every hash, and nearly half of a
// hash's time is then the kernel's: handing out 4,864 zeroed pages, and taking them back. It has no hook for its memory, so this
// library stands in for mmap and munmap, which libsodium calls by name; all but a hashing thread's big anonymous maps go straight
// on to the kernel. docs/decisions/0008-kept-memory.md
#ifndef CKEPTMEMORY_H
#define CKEPTMEMORY_H

// From now on this thread's big anonymous maps are served from a map that it keeps, in huge pages.
void accountd_keep_memory(void);

// Gives the kept map back to the kernel, with whatever is in it.
void accountd_release_memory(void);

// Bytes that this thread keeps; 0 where nothing is kept.
unsigned long accountd_kept_bytes(void);

#endif
