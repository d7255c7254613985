// What Swift's Glibc module leaves out of Linux's own system calls.
#pragma once
// Without _GNU_SOURCE, as Glibc is: with it, `fd_set` has another member here than there, and a build fails or not by
// which module the compiler happens to read first.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

// accept4 is hidden without _GNU_SOURCE.
int accept4(int descriptor, struct sockaddr *address, socklen_t *size, int flags);

// glibc 2.34's: hidden without _GNU_SOURCE too.
#include <spawn.h>
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
