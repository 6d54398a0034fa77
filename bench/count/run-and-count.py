"""Runs the commands it is told, one a line, and says what each and all that it started have used.

Node cannot ask what a child has used, nor wait for a process whose parent has ended; wait4 and a Linux subreaper can.
"""

import ctypes
import json
import os
import selectors
import sys
import time

PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Whether what outlives a command becomes ours to wait for."""
    try:
        return ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    except (AttributeError, OSError):
        return False


def used(usage):
    # Linux counts the peak in KiB, macOS in bytes
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "userMs": usage.ru_utime * 1e3,
        "systemMs": usage.ru_stime * 1e3,
        "peakBytes": usage.ru_maxrss * unit,
    }


def read_both(out, err):
    texts = {out: bytearray(), err: bytearray()}
    with selectors.DefaultSelector() as open_pipes:
        for pipe in texts:
            open_pipes.register(pipe, selectors.EVENT_READ)
        while open_pipes.get_map():
            for key, _ in open_pipes.select():
                chunk = os.read(key.fd, 1 << 16)
                if chunk:
                    texts[key.fd] += chunk
                else:
                    open_pipes.unregister(key.fd)
                    os.close(key.fd)
    return (bytes(text).decode("utf-8", "replace") for text in texts.values())


def run(argv, env, cwd):
    os.chdir(cwd)
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, out_end, 1),
        (os.POSIX_SPAWN_DUP2, err_end, 2),
    ]
    start = time.perf_counter_ns()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=actions)
    os.close(out_end)
    os.close(err_end)
    stdout, stderr = read_both(out, err)
    _, status, usage = os.wait4(pid, 0)
    wall = (time.perf_counter_ns() - start) / 1e6
    others = []
    try:
        while True:
            others.append(used(os.wait4(-1, 0)[2]))
    except ChildProcessError:
        pass
    return {
        "code": os.waitstatus_to_exitcode(status),
        "wallMs": wall,
        **used(usage),
        "others": others,
        "stdout": stdout,
        "stderr": stderr,
    }


def main():
    print(json.dumps({"adopts": adopt_orphans()}), flush=True)
    for line in sys.stdin:
        try:
            answer = run(**json.loads(line))
        except OSError as error:
            answer = {"failed": str(error)}
        print(json.dumps(answer), flush=True)


main()
