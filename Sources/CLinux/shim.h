// What Swift's Glibc module leaves out of Linux's own system calls.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

// accept4 is hidden from a Swift that was not built with _GNU_SOURCE.
int accept4(int descriptor, struct sockaddr *address, socklen_t *size, int flags);
