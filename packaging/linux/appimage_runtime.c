/* The head of an AppImage of type 2: shows the squashfs behind it as a folder, and becomes the AppRun in there.
 *
 *   (no option)                 mounted with FUSE; unpacked into the temporary folder where that is not possible
 *   --appimage-extract-and-run  unpacked, run, deleted
 *   --appimage-extract          unpacked into ./squashfs-root
 *   --appimage-offset           where the squashfs begins
 *
 * Written against squashfuse's libraries, for machines on which the AppImage project's own runtime cannot be fetched;
 * packaging/whet_setup/runtime.py compiles it. Whoever publishes an AppImage takes the project's runtime if they can: it
 * has been tried on more systems.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

static char self[PATH_MAX];
static size_t offset;

static void fail(const char *what) {
    fprintf(stderr, "Whet could not be started: %s%s%s.\n", what, errno ? ": " : "", errno ? strerror(errno) : "");
    exit(127);
}

/* The squashfs begins where the program ends: behind its table of sections, which the linker puts last. */
static size_t end_of_program(void) {
    Elf64_Ehdr head;
    int file = open(self, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, &head, sizeof head) != sizeof head) fail("its own file cannot be read");
    close(file);
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static void make_folder(char *place, size_t room, const char *name) {
    const char *temporary = getenv("TMPDIR");
    snprintf(place, room, "%s/%s", temporary && *temporary ? temporary : "/tmp", name);
    if (!mkdtemp(place)) fail("no temporary folder can be made");
}

/* --- unpacking --- */

static void write_file(sqfs *fs, sqfs_inode *inode, const char *path) {
    static char buffer[1 << 18];
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0) fail(path);
    for (uint64_t at = 0; at < inode->xtra.reg.file_size;) {
        sqfs_off_t size = sizeof buffer;
        if (sqfs_read_range(fs, inode, at, &size, buffer) || size <= 0) fail("the file is damaged");
        if (write(file, buffer, size) != size) fail(path);
        at += size;
    }
    close(file);
}

static void unpack_one(sqfs *fs, sqfs_inode *inode, const char *path) {
    char target[PATH_MAX];
    size_t room = sizeof target;
    switch (sqfs_mode(inode->base.inode_type) & S_IFMT) {
    case S_IFDIR:
        if (mkdir(path, 0755) && errno != EEXIST) fail(path);
        break;
    case S_IFREG:
        write_file(fs, inode, path);
        break;
    case S_IFLNK:
        if (sqfs_readlink(fs, inode, target, &room)) fail("the file is damaged");
        unlink(path);
        if (symlink(target, path)) fail(path);
        break;
    }
}

static void unpack(const char *folder) {
    sqfs fs;
    sqfs_traverse walk;
    sqfs_inode inode;
    sqfs_err wrong = SQFS_OK;
    char path[PATH_MAX];
    errno = 0;
    if (sqfs_open_image(&fs, self, offset) || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)))
        fail("the file is damaged");
    while (sqfs_traverse_next(&walk, &wrong)) {
        if (walk.dir_end) continue;
        if (snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= (int)sizeof path) fail("a name is too long");
        if (sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry))) fail("the file is damaged");
        unpack_one(&fs, &inode, path);
    }
    if (wrong) fail("the file is damaged");
    sqfs_traverse_close(&walk);
}

static int delete_one(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about, (void)kind, (void)place;
    return remove(path);
}

/* --- running --- */

static void become(const char *folder, char **words) {
    static char program[PATH_MAX + 16];
    snprintf(program, sizeof program, "%s/AppRun", folder);
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", self, 1);
    words[0] = program;
    execv(program, words);
    fail(program);
}

static pid_t running;

static void pass_on(int number) { kill(running, number); }

static int unpack_and_run(char **words) {
    char folder[PATH_MAX];
    int state = 0;
    make_folder(folder, sizeof folder, "appimage_whet_XXXXXX");
    unpack(folder);
    running = fork();
    if (running < 0) fail("no process can be started");
    if (running == 0) become(folder, words);
    for (int i = 0; i < 3; i++) signal((int[]){SIGINT, SIGTERM, SIGHUP}[i], pass_on);
    while (waitpid(running, &state, 0) < 0 && errno == EINTR) {
    }
    nftw(folder, delete_one, 16, FTW_DEPTH | FTW_PHYS);
    return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

/* --- mounting: a process beside the program serves the files, until the program, which holds a pipe, has ended --- */

static void *wait_for_the_end(void *pipe_end) {
    char byte;
    while (read(*(int *)pipe_end, &byte, 1) < 0 && errno == EINTR) {
    }
    kill(getpid(), SIGTERM);
    return NULL;
}

static void serve(const char *folder, int ready, int held) {
    struct fuse_lowlevel_ops does = {
        .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir, .lookup = sqfs_ll_op_lookup, .open = sqfs_ll_op_open,
        .release = sqfs_ll_op_release, .read = sqfs_ll_op_read, .readlink = sqfs_ll_op_readlink,
        .forget = sqfs_ll_op_forget, .statfs = stfs_ll_op_statfs,
    };
    char *options[] = {"whet", "-oro,nosuid,nodev,subtype=whet", NULL};
    struct fuse_args given = FUSE_ARGS_INIT(2, options);
    sqfs_ll_chan channel;
    sqfs_ll *image = sqfs_ll_open(self, offset);
    pthread_t waiting;
    if (!image || sqfs_ll_mount(&channel, folder, &given, &does, sizeof does, image) != SQFS_OK) _exit(1);
    if (fuse_set_signal_handlers(channel.session) == 0 && write(ready, "", 1) == 1) {
        close(ready);
        pthread_create(&waiting, NULL, wait_for_the_end, &held);
        fuse_session_loop(channel.session);
    }
    sqfs_ll_unmount(&channel, folder);
    rmdir(folder);
    _exit(0);
}

/* Whether the files are there. The pipe that stays open in this process is what they are served for. */
static int mounted(const char *folder) {
    int ready[2], held[2];
    char byte;
    if (access("/dev/fuse", R_OK | W_OK) || pipe(ready) || pipe(held)) return 0;
    pid_t between = fork();
    if (between < 0) return 0;
    if (between == 0) { /* twice, so that the program has no child that it knows nothing of */
        close(ready[0]), close(held[1]);
        setsid();
        if (fork() == 0) {
            fclose(stderr); /* where it cannot be mounted, it is unpacked: nobody has to read why */
            serve(folder, ready[1], held[0]);
        }
        _exit(0);
    }
    close(ready[1]), close(held[0]);
    waitpid(between, NULL, 0);
    int there = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (!there) close(held[1]);
    return there;
}

int main(int count, char **words) {
    char folder[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) fail("its own file cannot be found");
    offset = end_of_program();
    const char *option = count > 1 ? words[1] : "";
    if (!strcmp(option, "--appimage-offset")) return printf("%zu\n", offset) < 0;
    if (!strcmp(option, "--appimage-extract")) {
        if (mkdir("squashfs-root", 0755) && errno != EEXIST) fail("squashfs-root");
        unpack("squashfs-root");
        return 0;
    }
    if (!strcmp(option, "--appimage-extract-and-run")) return unpack_and_run(words + 1);
    if (getenv("APPIMAGE_EXTRACT_AND_RUN")) return unpack_and_run(words);
    make_folder(folder, sizeof folder, ".mount_whet_XXXXXX");
    if (mounted(folder)) become(folder, words);
    rmdir(folder);
    return unpack_and_run(words);
}
