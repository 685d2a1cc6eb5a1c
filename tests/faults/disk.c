/* Stands between a process and its disk (LD_PRELOAD): what the database's files are asked to do fails, or is slow, as the
   first word of the file FAULT_FILE says: EIO, EROFS, ENOSPC, or SLOW (each fdatasync takes 150 ms). Reading goes on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int is_database(int fd) {
    char link[64], path[512];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0) return 0;
    path[size] = 0;
    return strstr(path, "board.db") != NULL && strstr(path, "board.db-shm") == NULL;
}

/* The error to give, 0 for none, -1 for slowness. */
static int fault(int fd) {
    char word[16] = "";
    const char *name = getenv("FAULT_FILE");
    int file = name ? (int) open(name, O_RDONLY) : -1;
    if (file < 0) return 0;
    ssize_t size = read(file, word, sizeof word - 1);
    close(file);
    if (size <= 0 || !is_database(fd)) return 0;
    if (!strncmp(word, "EIO", 3)) return EIO;
    if (!strncmp(word, "EROFS", 5)) return EROFS;
    if (!strncmp(word, "ENOSPC", 6)) return ENOSPC;
    return strncmp(word, "SLOW", 4) ? 0 : -1;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)
#define FAIL_IF_ASKED(fd) \
    int error = fault(fd); \
    if (error > 0) { errno = error; return -1; }

ssize_t pwrite64(int fd, const void *buffer, size_t count, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    FAIL_IF_ASKED(fd)
    return real(fd, buffer, count, at);
}

ssize_t pwrite(int fd, const void *buffer, size_t count, off_t at) { return pwrite64(fd, buffer, count, at); }

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    FAIL_IF_ASKED(fd)
    return real(fd, length);
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    FAIL_IF_ASKED(fd)
    if (error) usleep(150000);
    return real(fd);
}

int fsync(int fd) {
    REAL(int, "fsync", int);
    FAIL_IF_ASKED(fd)
    if (error) usleep(150000);
    return real(fd);
}
